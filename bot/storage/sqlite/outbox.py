"""The outbox: which messages may be sent now, and what became of them."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.clock import day_of
from bot.ports import INVITATION, AlarmKind, Barrier, Posted, Raise, Unreadable
from bot.storage.sealed import (
    DROPPED,
    FAILED,
    LEASE_SECONDS,
    SENT,
    SUPERSEDED,
    UNREADABLE,
    WAITING,
    posted,
    stamp,
)
from bot.storage.sqlite.absent import back, lost_by
from bot.storage.sqlite.alarming import raised
from bot.storage.sqlite.database import Database

# Leases are counted by the clock of the database: that of the program may be set to another day.
_LEASE_DAYS = LEASE_SECONDS / 86400
_SENDABLE = (
    "SELECT * FROM sendable WHERE channel IN (SELECT value FROM json_each(?))"
    " AND (due_at IS NULL OR due_at <= ?) ORDER BY line_id LIMIT ?"
)


def pending(
    db: Database, channels: Sequence[str], now: datetime, limit: int
) -> tuple[Posted, ...]:
    """Return the messages to send, and keep them from other workers for a while."""
    sought = (json.dumps(channels), stamp(now))
    # Most looks find nothing: they do not wait for the writer.
    if db.one(_SENDABLE, (*sought, 1)) is None:
        return ()
    with db.writing():
        found = [_opened(db, row, now) for row in db.all(_SENDABLE, (*sought, limit))]
        ready = tuple(each for each in found if each is not None)
        for each in ready:
            db.execute(
                "UPDATE lines SET leased_until = julianday('now') + ? WHERE id = ?",
                (_LEASE_DAYS, each.id),
            )
    return ready


def sent(db: Database, line: int, now: datetime) -> int | None:
    """Note that a message was delivered; return its conversation."""
    with db.writing():
        conversation = _finished(db, line, now, SENT, None)
        # A channel that reports tells later whether it arrived.
        reports = db.one("SELECT 1 FROM deliveries WHERE line = ?", (line,))
        if conversation is not None and reports is None:
            back(db, conversation, now)
        return conversation


def give_up(
    db: Database, line: int, now: datetime, reason: str, barrier: Barrier | None
) -> int | None:
    """Stop trying a message; return its conversation."""
    with db.writing():
        why = reason if barrier is None else barrier.value
        conversation = _finished(db, line, now, FAILED, why)
        if conversation is not None and barrier is not None:
            lost_by(db, line, conversation, now, barrier)
        return conversation


def postpone(db: Database, line: int, until: datetime, reason: str) -> None:
    """Try a message again later, unless a human took over meanwhile."""
    with db.writing():
        overtaken = db.one(
            "SELECT 1 FROM lines l JOIN conversations c ON c.id = l.conversation"
            " WHERE l.id = ? AND l.message_class = 'bot' AND l.epoch < c.epoch",
            (line,),
        )
        if overtaken is not None:
            _written(db, line, until, DROPPED, SUPERSEDED)
            return
        db.execute(
            "UPDATE lines SET attempts = attempts + 1, due_at = ?, reason = ?, leased_until = 0"
            " WHERE id = ? AND outcome = 'waiting'",
            (stamp(until), reason, line),
        )


def in_flight(db: Database, conversation: int) -> bool:
    """Tell whether a message is being sent right now."""
    found = db.one(
        "SELECT 1 FROM lines WHERE conversation = ? AND outcome = 'waiting'"
        " AND leased_until > julianday('now')",
        (conversation,),
    )
    return found is not None


def _opened(db: Database, row: Any, now: datetime) -> Posted | None:
    """Return a message, None when it cannot be read: it must not hold up everybody else."""
    try:
        return posted(row, db.key(row))
    except Unreadable:
        _written(db, row["line_id"], now, FAILED, UNREADABLE)
        alarm = Raise(kind=AlarmKind.ONLEESBAAR, mark=f"{day_of(now)}")
        raised(db, row["conversation"], (alarm,), now)
        return None


def _finished(
    db: Database, line: int, now: datetime, outcome: str, reason: str | None
) -> int | None:
    found = db.one("SELECT conversation FROM lines WHERE id = ?", (line,))
    if found is None:
        return None
    _written(db, line, now, outcome, reason)
    # The channel may have reported meanwhile that it failed after all.
    db.execute(
        "UPDATE lines SET outcome = ?, finished_at = NULL WHERE id = ? AND outcome = 'sent'"
        " AND EXISTS (SELECT 1 FROM deliveries"
        " WHERE line = lines.id AND stage = 'failed' AND part <> ?)",
        (WAITING, line, INVITATION),
    )
    # The last words after an erasure: nobody needs the address any more.
    db.execute(
        "UPDATE conversations SET chat = x'' WHERE id = ? AND chat_index IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM lines"
        " WHERE conversation = conversations.id AND outcome = 'waiting')",
        (found["conversation"],),
    )
    return int(found["conversation"])


def _written(db: Database, line: int, now: datetime, outcome: str, reason: str | None) -> None:
    db.execute(
        "UPDATE lines SET outcome = ?, reason = ?, finished_at = ?, leased_until = 0"
        " WHERE id = ? AND outcome <> 'sent'",
        (outcome, reason, stamp(now), line),
    )
