"""An answer as a person reads it back: a label, a formatted value, or their own words."""

from pydantic import JsonValue

from dialogs.frozen import Frozen
from dialogs.limits import LONGEST_IN_OVERVIEW
from dialogs.questions import NO, SAME_AS, YES, Kind, Question
from dialogs.session import Answer, Status

_NOTHING = {Status.UNKNOWN: "vorm.weet_niet", Status.SKIPPED: "vorm.overgeslagen"}


class Shown(Frozen):
    """What to show: the labels with these keys, else the value written as its kind."""

    kind: Kind
    labels: tuple[str, ...] = ()
    params: dict[str, JsonValue] = {}
    value: JsonValue = None
    fact: str | None = None

    def brief(self) -> "Shown":
        """Return the same with a long story cut short."""
        if not isinstance(self.value, str) or len(self.value) <= LONGEST_IN_OVERVIEW:
            return self
        cut = self.value[:LONGEST_IN_OVERVIEW].rstrip()
        return self.model_copy(update={"value": f"{cut}…"})


def shown(question: Question, answer: Answer) -> Shown:
    """Return how an answer is read back."""
    params: dict[str, JsonValue] = {}
    if answer.choice is not None and answer.choice.startswith(SAME_AS):
        member = int(answer.choice.removeprefix(SAME_AS))
        params = {"naam": None, "nummer": member + 1, "vraag": question.id}
    return Shown(
        kind=question.kind,
        labels=_labels(question, answer),
        params=params,
        value=answer.value,
        fact=question.fact,
    )


def _labels(question: Question, answer: Answer) -> tuple[str, ...]:
    if answer.status in _NOTHING:
        return (_NOTHING[answer.status],)
    own = {option.id for option in question.options}
    if question.kind is Kind.YESNO and isinstance(answer.value, bool):
        return (f"optie.{YES if answer.value else NO}",)
    if question.kind is Kind.TICKS and isinstance(answer.value, list):
        return tuple(f"vraag.{question.id}.optie.{tick}" for tick in answer.value if tick in own)
    if answer.choice is not None and answer.choice.startswith(SAME_AS):
        return ("optie.zelfde_als",)
    if answer.choice in own:
        return (f"vraag.{question.id}.optie.{answer.choice}",)
    return ()
