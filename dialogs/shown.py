"""An answer as a person reads it back: a label, a formatted value, or their own words."""

from pydantic import JsonValue

from dialogs.frozen import Frozen
from dialogs.questions import NO, YES, Kind, Question
from dialogs.session import Answer, Status


class Shown(Frozen):
    """What to show: the labels with these keys, else the value written as its kind."""

    kind: Kind
    labels: tuple[str, ...] = ()
    value: JsonValue = None
    fact: str | None = None


def shown(question: Question, answer: Answer) -> Shown:
    """Return how an answer is read back."""
    labels = _labels(question, answer)
    return Shown(kind=question.kind, labels=labels, value=answer.value, fact=question.fact)


def _labels(question: Question, answer: Answer) -> tuple[str, ...]:
    if answer.status is Status.UNKNOWN:
        return ("optie.weet_niet",)
    if answer.status is Status.SKIPPED:
        return ("optie.overslaan",)
    own = {option.id for option in question.options}
    if question.kind is Kind.YESNO and isinstance(answer.value, bool):
        return (f"optie.{YES if answer.value else NO}",)
    if question.kind is Kind.TICKS and isinstance(answer.value, list):
        return tuple(f"vraag.{question.id}.optie.{tick}" for tick in answer.value)
    if answer.choice in own:
        return (f"vraag.{question.id}.optie.{answer.choice}",)
    return ()
