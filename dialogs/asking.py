"""How an open question is put: its text, its buttons, and what they stand for."""

from dialogs.effects import Ask, Choice
from dialogs.questions import (
    DONE,
    DONT_KNOW,
    NO,
    SAME_AS,
    SKIP,
    YES,
    Importance,
    Kind,
    Option,
    Question,
)
from dialogs.session import Answer, Session, Status
from dialogs.shown import Shown, shown
from dialogs.walk import Place

KEEP = "zo_laten"
HUMAN = "mens"
DANGER = "gevaar"
ON = "verder"
_FAILURES_BEFORE_HELP = 2


def options(question: Question) -> tuple[Option, ...]:
    """Return every answer that has a button: the question's own and the shared ones."""
    own = question.options
    if question.kind is Kind.YESNO:
        own = (*own, Option(id=YES), Option(id=NO))
    if question.kind is Kind.TICKS:
        return (*own, Option(id=DONE))
    if question.fact is not None and not question.has_own_unknown and not question.consent:
        return (*own, Option(id=DONT_KNOW))
    if question.importance is not Importance.VERPLICHT:
        return (*own, Option(id=SKIP))
    return own


def label_key(question: Question, option: str) -> str:
    """Return the key of a button's label: shared words are written once."""
    if option.startswith(SAME_AS):
        return "optie.zelfde_als"
    own = any(candidate.id == option for candidate in question.options)
    return f"vraag.{question.id}.optie.{option}" if own else f"optie.{option}"


def ask(place: Place, session: Session) -> Ask:
    """Put one question on the screen."""
    question = place.question
    entry = session.ledger.get(place.key)
    choices = tuple(_choice(place, option) for option in options(question))
    params: dict[str, Shown] = {}
    if previous := _previous(session, place):
        params["vorige"] = shown(question, previous)
        choices = (Choice(id=KEEP, label=f"optie.{KEEP}", params=params), *choices)
    if question.consent:
        choices = (*choices, Choice(id=DANGER, label=f"optie.{DANGER}"))
    if session.misunderstood >= _FAILURES_BEFORE_HELP:
        choices = (*choices, Choice(id=HUMAN, label=f"optie.{HUMAN}"))
    return Ask(
        key=place.key,
        question=question.id,
        fact=place.fact,
        kind=question.kind,
        text=f"vraag.{question.id}.ask",
        params={"index": place.index},
        choices=choices,
        ticked=_ticked(entry.answer if entry else None),
        may_skip=question.importance is not Importance.VERPLICHT,
    )


def _choice(place: Place, option: Option) -> Choice:
    return Choice(id=option.id, label=label_key(place.question, option.id), values=option.values)


def _previous(session: Session, place: Place) -> Answer | None:
    """Return the answer that a re-asked question had, when it can be kept."""
    entry = session.ledger.get(place.key)
    if entry is None or place.question.kind is Kind.TICKS or not entry.history:
        return None
    last = entry.history[-1]
    return last if last.status is Status.ANSWERED else None


def _ticked(answer: Answer | None) -> tuple[str, ...]:
    if answer is None or not isinstance(answer.value, list):
        return ()
    return tuple(str(tick) for tick in answer.value)
