"""Writing in the ledger: a new answer, an answer asked again, an answer kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dialogs.answers.meanings import Given
from dialogs.session import Answer, Entry, Session
from dialogs.walk import Place


@dataclass(frozen=True)
class Source:
    """Where an answer comes from: the words, when, on which channel, and by whom of staff."""

    words: str
    at: datetime
    channel: str
    by: str | None = None


def written(session: Session, place: Place, given: Given, source: Source) -> Session:
    """Return the session with a new current answer; the one before it becomes history."""
    return _put(session, place, _answered(session, _entry(session, place), given, source))


def added(session: Session, fact: str, given: Given, source: Source) -> Session:
    """Return the session in which staff added a fact; the value before it becomes history."""
    entry = session.dossier.get(fact, Entry(question=fact))
    dossier = {**session.dossier, fact: _answered(session, entry, given, source)}
    return session.model_copy(update={"dossier": dossier})


def unconfirmed(session: Session, until: int | None = None) -> tuple[str, ...]:
    """Return the keys of what staff filled in up to a turn, and the person did not judge yet."""
    return tuple(
        key
        for key, entry in session.ledger.items()
        if (answer := entry.answer) is not None
        and answer.by is not None
        and answer.confirmed is None
        and (until is None or answer.turn <= until)
    )


def judged(session: Session, keys: Iterable[str], *, right: bool) -> Session:
    """Return the session in which the person said whether these answers are right."""
    ledger = dict(session.ledger)
    for key in keys:
        answer = ledger[key].answer
        if answer is not None:
            fresh = answer.model_copy(update={"confirmed": right})
            ledger[key] = ledger[key].model_copy(update={"answer": fresh})
    return session.model_copy(update={"ledger": ledger})


def reopened(session: Session, place: Place) -> Session:
    """Return the session in which a question is asked again; its answer counts until then."""
    return _put(session, place, _entry(session, place).model_copy(update={"asked_again": True}))


def kept(session: Session, place: Place) -> Session:
    """Return the session in which the answer stays as it was."""
    changes = {"asked_again": False, "ticks": None}
    return _put(session, place, _entry(session, place).model_copy(update=changes))


def ticked(session: Session, place: Place, ticks: tuple[str, ...]) -> Session:
    """Return the session with a list of ticks that is still being made."""
    return _put(session, place, _entry(session, place).model_copy(update={"ticks": ticks}))


def ticks_of(entry: Entry | None) -> tuple[str, ...]:
    """Return what is ticked: in the list being made, else in the answer."""
    if entry is None:
        return ()
    if entry.ticks is not None:
        return entry.ticks
    value = None if entry.answer is None else entry.answer.value
    return tuple(str(tick) for tick in value) if isinstance(value, list) else ()


def _answered(session: Session, entry: Entry, given: Given, source: Source) -> Entry:
    answer = Answer(
        status=given.status,
        value=given.value,
        choice=given.choice,
        sets=given.sets,
        words=source.words,
        at=source.at,
        channel=source.channel,
        turn=session.turns,
        flow_version=session.flow_version,
        by=source.by,
    )
    history = entry.history if entry.answer is None else (*entry.history, entry.answer)
    return Entry(question=entry.question, index=entry.index, answer=answer, history=history)


def _entry(session: Session, place: Place) -> Entry:
    fresh = Entry(question=place.question.id, index=place.index)
    return session.ledger.get(place.key, fresh)


def _put(session: Session, place: Place, entry: Entry) -> Session:
    return session.model_copy(update={"ledger": {**session.ledger, place.key: entry}})
