"""Writing one conversation: its row, and the lines that a turn adds."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.ports import Conversation, Inbound, Labels, Trace
from bot.storage.sealed import (
    BEGUN,
    WAITING,
    Loaded,
    case_number,
    sealed_chat,
    sealed_session,
    signals_text,
    stamp,
    trace_index,
)
from bot.storage.sqlite.database import Database, Writing
from bot.storage.written import SealedTurn
from dialogs.session import Session

# A message of the person opens a case that was closed. What calls staff, what they hold and what
# was opened again stands in the queue, since the first moment that it did.
_SAVED = """
UPDATE conversations SET revision = revision + 1, lines = :lines, changed_at = :at,
    state = :state, process_code = :process_code, urgency = :urgency, signals = :signals,
    handed_over_at = :handed_over_at, next_term = :next_term, relabel_on = :relabel_on,
    retest_on = :retest_on,
    session = :session,
    spoken_by = coalesce(:voice, spoken_by),
    spoken_at = CASE WHEN :voice IS NULL THEN spoken_at ELSE :at END,
    queued_at = CASE
        WHEN closed_at IS NOT NULL AND :voice = 'person' THEN :at
        WHEN :calls OR owner IS NOT NULL OR reopened_at IS NOT NULL OR closed_at IS NOT NULL
            THEN coalesce(queued_at, :handed_over_at, :at)
        END,
    reopened_at = CASE
        WHEN closed_at IS NOT NULL AND :voice = 'person' THEN :at ELSE reopened_at END,
    closed_at = CASE WHEN :voice = 'person' THEN NULL ELSE closed_at END,
    closed_by = CASE WHEN :voice = 'person' THEN NULL ELSE closed_by END,
    closed_why = CASE WHEN :voice = 'person' THEN NULL ELSE closed_why END
WHERE id = :id AND revision = :revision
"""


def begun(writing: Writing, index: bytes, inbound: Inbound) -> Loaded:
    """Write a conversation in which nothing was said yet."""
    db = writing.db
    ref, key = db.ring.new()
    writing.made.append(ref)
    at = stamp(inbound.at)
    db.execute(
        "INSERT INTO conversations (case_number, channel, chat_index, chat, ref, revision, epoch,"
        " lines, created_at, changed_at, state, urgency, signals, session)"
        " VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?)",
        (
            _next_case(db, inbound.at.year),
            inbound.channel,
            index,
            sealed_chat(key, inbound.chat_id),
            ref,
            at,
            at,
            BEGUN.state,
            BEGUN.urgency,
            signals_text(BEGUN),
            sealed_session(key, Session()),
        ),
    )
    return Loaded(db.one("SELECT * FROM conversations WHERE chat_index = ?", (index,)), key)


def saved(db: Database, loaded: Loaded, turn: SealedTurn, at: datetime) -> None:
    """Write what a turn came to, if the conversation is still as it was known."""
    known, labels = loaded.known, turn.labels
    changed = db.execute(
        _SAVED,
        {
            "lines": loaded.last_line + len(turn.lines),
            "at": stamp(at),
            **clear(labels),
            "session": turn.session,
            "id": known.id,
            "revision": known.revision,
            "voice": turn.voice,
            "calls": labels.calls_staff,
        },
    )
    if changed.rowcount != 1:
        # The transaction is the only writer, so this is a fault of the program.
        raise RuntimeError(f"{known.case} changed under its own transaction")
    _lines_added(db, known, turn, at)
    if turn.traces is not None:
        retraced(db, known.id, turn.traces)


def clear(labels: Labels) -> dict[str, Any]:
    """Return what stands in the clear, by column."""
    handed_over, term, look = labels.handed_over_at, labels.next_term, labels.relabel_on
    return {
        "state": labels.state,
        "process_code": labels.process_code,
        "urgency": labels.urgency,
        "signals": signals_text(labels),
        "handed_over_at": None if handed_over is None else stamp(handed_over),
        "next_term": None if term is None else term.isoformat(),
        "relabel_on": None if look is None else look.isoformat(),
        "retest_on": None if labels.retest_on is None else labels.retest_on.isoformat(),
    }


def retraced(db: Database, conversation: int, traces: Iterable[Trace]) -> None:
    """Write what the person is found by from now on."""
    db.execute("DELETE FROM traces WHERE conversation = ?", (conversation,))
    db.executemany(
        "INSERT INTO traces (conversation, trace) VALUES (?, ?)",
        [(conversation, trace_index(db.sealer, trace)) for trace in traces],
    )


def _lines_added(db: Database, known: Conversation, turn: SealedTurn, at: datetime) -> None:
    for line in turn.lines:
        db.execute(
            "INSERT INTO lines (conversation, number, at, message_class, epoch, outcome, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                known.id,
                line.number,
                stamp(at),
                line.message_class,
                known.epoch,
                None if line.message_class is None else WAITING,
                line.content,
            ),
        )


def _next_case(db: Database, year: int) -> str:
    db.execute(
        "INSERT INTO case_numbers (year, last) VALUES (?, 1)"
        " ON CONFLICT (year) DO UPDATE SET last = last + 1",
        (year,),
    )
    (count,) = db.one("SELECT last FROM case_numbers WHERE year = ?", (year,))
    return case_number(year, count)
