"""Writing one conversation: its row, and the lines that a turn adds."""

from datetime import datetime

from bot.ports import Conversation, Inbound
from bot.storage.sealed import (
    BEGUN,
    WAITING,
    Loaded,
    SealedTurn,
    case_number,
    sealed_chat,
    sealed_session,
    signals_text,
    stamp,
)
from bot.storage.sqlite.database import Database, Writing
from dialogs.session import Session


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
    known = loaded.known
    labels = turn.labels
    changed = db.execute(
        "UPDATE conversations SET revision = revision + 1, lines = ?, changed_at = ?, state = ?,"
        " process_code = ?, urgency = ?, signals = ?, handed_over_at = ?, session = ?"
        " WHERE id = ? AND revision = ?",
        (
            loaded.last_line + len(turn.lines),
            stamp(at),
            labels.state,
            labels.process_code,
            labels.urgency,
            signals_text(labels),
            None if labels.handed_over_at is None else stamp(labels.handed_over_at),
            turn.session,
            known.id,
            known.revision,
        ),
    )
    if changed.rowcount != 1:
        # The transaction is the only writer, so this is a fault of the program.
        raise RuntimeError(f"{known.case} changed under its own transaction")
    _lines_added(db, known, turn, at)


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
