"""The overview that a person checks: derived from the flow, never written twice."""

from dialogs.answers.shown import Shown, shown
from dialogs.frozen import Frozen
from dialogs.play import Play
from dialogs.questions import Importance
from dialogs.session import Session, Status
from dialogs.walk import Place, Walk


class ReviewLine(Frozen):
    """One answer: the key of the question, the short name of it, and the answer.

    `known` tells whether it is an answer at all: "weet ik niet" is one that may still come, and
    is spoken of unless it is `optional`.
    """

    key: str
    section: str
    label: str
    index: int | None
    answer: Shown
    known: bool
    optional: bool = False
    door: bool = False


_OVERVIEW = "controle.overzicht"


def review_key(session: Session) -> str:
    """Return the key of this overview: it changes with the answers that it shows."""
    answers = (entry.answer for entry in session.ledger.values() if entry.answer is not None)
    return f"controle:{max((answer.turn for answer in answers), default=0)}"


def reviewed(play: Play) -> Play:
    """Tell the overview, once for the same answers: the question under it may be put again."""
    key = review_key(play.session)
    if play.session.explained.get(_OVERVIEW) == key:
        return play
    return overview(play, _OVERVIEW).keep(explained={**play.session.explained, _OVERVIEW: key})


def unseen(session: Session) -> Session:
    """Return the session of someone who comes back, and reads the overview once more."""
    told = {key: tells for key, tells in session.explained.items() if key != _OVERVIEW}
    return session.model_copy(update={"explained": told})


def overview(play: Play, key: str) -> Play:
    """Tell what was written down under this heading, and what is not known yet."""
    told = [line for line in lines(play.walk, play.session) if not line.door]
    known = tuple(line for line in told if line.known)
    unknown = tuple(line for line in told if not (line.known or line.optional))
    files = play.session.files
    return play.say(key, regels=known, onbekend=unknown, bestanden=files)


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
        optional=place.question.importance is Importance.OPTIONEEL,
        door=place.question.door,
    )
