"""Writing in the ledger: a new answer, an answer taken back, an answer kept."""

from datetime import datetime

from dialogs.answering import Given
from dialogs.session import Answer, Entry, Session, Status
from dialogs.walk import Place


def written(
    session: Session, place: Place, given: Given, words: str, at: datetime, channel: str
) -> Session:
    """Return the session with a new current answer; the one before it becomes history."""
    answer = Answer(
        status=given.status,
        value=given.value,
        choice=given.choice,
        sets=given.sets,
        words=words,
        at=at,
        channel=channel,
        turn=session.turns,
    )
    return _with(session, place, answer)


def reopened(session: Session, place: Place) -> Session:
    """Return the session in which a question is asked again; its answer is kept as history."""
    answer = session.ledger[place.key].answer
    return _with(session, place, answer.model_copy(update={"status": Status.OPEN}))


def kept(session: Session, place: Place) -> Session:
    """Return the session with the previous answer current again."""
    entry = session.ledger[place.key]
    restored = Entry(
        question=entry.question,
        index=entry.index,
        answer=entry.history[-1],
        history=entry.history[:-1],
    )
    return _put(session, place, restored)


def ticked(
    session: Session, place: Place, ticks: list[str], at: datetime, channel: str
) -> Session:
    """Return the session with a list of ticks that is still being made."""
    answer = Answer(
        status=Status.OPEN, value=list(ticks), at=at, channel=channel, turn=session.turns
    )
    entry = session.ledger.get(place.key)
    history = entry.history if entry else ()
    fresh = Entry(question=place.question.id, index=place.index, answer=answer, history=history)
    return _put(session, place, fresh)


def _with(session: Session, place: Place, answer: Answer) -> Session:
    entry = session.ledger.get(place.key)
    history = () if entry is None else entry.history
    if entry is not None and entry.answer.status is not Status.OPEN:
        history = (*history, entry.answer)
    fresh = Entry(question=place.question.id, index=place.index, answer=answer, history=history)
    return _put(session, place, fresh)


def _put(session: Session, place: Place, entry: Entry) -> Session:
    return session.model_copy(update={"ledger": {**session.ledger, place.key: entry}})
