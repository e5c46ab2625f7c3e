"""The overview that a person checks: derived from the flow, never written twice."""

from dialogs.frozen import Frozen
from dialogs.play import Play
from dialogs.session import Session, Status
from dialogs.shown import Shown, shown
from dialogs.walk import Place, Walk


class ReviewLine(Frozen):
    """One answer: the key of the question, the short name of it, and the answer.

    `known` tells whether it is an answer at all: "weet ik niet" is one that may still come.
    """

    key: str
    section: str
    label: str
    index: int | None
    answer: Shown
    known: bool
    door: bool


def overview(play: Play, key: str) -> Play:
    """Tell what was written down under this heading, and what is not known yet."""
    told = [line for line in lines(play.walk, play.session) if not line.door]
    known = tuple(line for line in told if line.known)
    return play.say(key, regels=known, onbekend=tuple(line for line in told if not line.known))


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
        known=answer.status is Status.ANSWERED,
        door=place.question.door,
    )
