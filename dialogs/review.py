"""The overview that a person checks: derived from the flow, never written twice."""

from dialogs.frozen import Frozen
from dialogs.session import Session
from dialogs.shown import Shown, shown
from dialogs.walk import Place, Walk


class ReviewLine(Frozen):
    """One answer: the key of the question, the short name of it, and the answer."""

    key: str
    section: str
    label: str
    index: int | None
    answer: Shown


def lines(walk: Walk, session: Session) -> tuple[ReviewLine, ...]:
    """Return one line per answer that counts, in the order of the flow, consents left out."""
    return tuple(_line(place, session) for place in walk.answered if not place.question.consent)


def _line(place: Place, session: Session) -> ReviewLine:
    answer = session.ledger[place.key].answer
    assert answer is not None  # noqa: S101 - only answered questions are in the walk
    return ReviewLine(
        key=place.key,
        section=place.question.section,
        label=f"vraag.{place.question.id}.kort",
        index=place.index,
        answer=shown(place.question, answer).brief(),
    )
