"""The outbox on PostgreSQL: workers take what nobody else has, without waiting for each other."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.clock import day_of
from bot.ports import INVITATION, AlarmKind, Barrier, Posted, Unreadable
from bot.storage.postgres.absent import back, held, lost_by
from bot.storage.postgres.alarms import RAISED
from bot.storage.postgres.database import Connection, Database
from bot.storage.sealed import (
    FAILED,
    LEASE_SECONDS,
    SENT,
    UNREADABLE,
    posted,
    utc,
)

_LEASE = timedelta(seconds=LEASE_SECONDS)
_LEASED = """
WITH first AS (
    SELECT l.id FROM lines l JOIN sendable s ON s.id = l.id
    WHERE s.channel = ANY ($1) AND (l.due_at IS NULL OR l.due_at <= $2)
        AND l.outcome = 'waiting' AND l.leased_until <= now()
    ORDER BY l.id LIMIT $3
    FOR UPDATE OF l SKIP LOCKED
), leased AS (
    UPDATE lines SET leased_until = now() + $4 FROM first WHERE lines.id = first.id
    RETURNING lines.*
)
SELECT l.id AS line_id, l.conversation, l.number, l.at, l.message_class, l.epoch AS line_epoch,
    l.attempts, l.content, c.channel, c.chat, c.ref, c.case_number, k.wrapped
FROM leased l JOIN conversations c ON c.id = l.conversation
LEFT JOIN keys.wrapped k ON k.ref = c.ref
ORDER BY l.id
"""
_FINISHED = """
WITH finished AS (
    UPDATE lines SET outcome = $2, reason = $3, finished_at = $4, leased_until = '-infinity'
    WHERE id = $1 AND outcome <> 'sent' RETURNING conversation
)
SELECT conversation, pg_notify('letselwijzer_changed', conversation::text) FROM finished
"""
# The channel may have reported meanwhile that it failed after all.
_FAILED_MEANWHILE = """
UPDATE lines SET outcome = 'waiting', finished_at = NULL
WHERE id = $1 AND outcome = 'sent' AND EXISTS
    (SELECT 1 FROM deliveries WHERE line = $1 AND stage = 'failed' AND part <> $2)
"""
# The last words after an erasure: nobody needs the address any more.
_ADDRESS_GONE = """
UPDATE conversations SET chat = '' WHERE id = $1 AND chat_index IS NULL AND NOT EXISTS
    (SELECT 1 FROM lines WHERE conversation = $1 AND outcome = 'waiting')
"""
# A channel that reports tells later whether it arrived.
_ARRIVED = """
SELECT c.id FROM lines l JOIN conversations c ON c.id = l.conversation
WHERE l.id = $1 AND c.unreachable_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM deliveries WHERE line = l.id)
"""
_POSTPONED = """
UPDATE lines SET attempts = attempts + 1, due_at = $2, leased_until = '-infinity',
    outcome = CASE WHEN overtaken THEN 'dropped' ELSE outcome END,
    reason = CASE WHEN overtaken THEN 'taken_over' ELSE $3::text END,
    finished_at = CASE WHEN overtaken THEN $2::timestamptz END
FROM (
    SELECT l.id, l.message_class = 'bot' AND l.epoch < c.epoch AS overtaken
    FROM lines l JOIN conversations c ON c.id = l.conversation WHERE l.id = $1
) AS known
WHERE lines.id = known.id AND outcome = 'waiting'
"""


async def pending(
    db: Database, channels: Sequence[str], now: datetime, limit: int
) -> tuple[Posted, ...]:
    """Return the messages to send, and keep them from other workers for a while."""
    async with db.connection() as connection:
        found = await connection.all(_LEASED, list(channels), utc(now), limit, _LEASE)
        opened = [await _opened(connection, row, now) for row in found]
        return tuple(each for each in opened if each is not None)


async def sent(db: Database, line: int, now: datetime) -> None:
    """Note that a message was delivered."""
    async with db.connection() as connection:
        await _finished(connection, line, now, SENT, None)
        found = await connection.one(_ARRIVED, line)
        if found is not None:
            async with connection.transaction():
                await back(connection, found["id"], now)


async def give_up(
    db: Database, line: int, now: datetime, reason: str, barrier: Barrier | None
) -> None:
    """Stop trying a message."""
    async with db.connection() as connection, connection.transaction():
        if barrier is None:
            await _finished(connection, line, now, FAILED, reason)
            return
        # As a turn does: the conversation before its lines.
        found = await held(connection, line)
        await _finished(connection, line, now, FAILED, barrier.value)
        if found is not None:
            await lost_by(connection, found, now, barrier)


async def postpone(db: Database, line: int, until: datetime, reason: str) -> None:
    """Try a message again later, unless a human took over meanwhile."""
    async with db.connection() as connection:
        await connection.count(_POSTPONED, line, utc(until), reason)


async def in_flight(db: Database, conversation: int) -> bool:
    """Tell whether a message is being sent right now."""
    async with db.connection() as connection:
        found = await connection.one(
            "SELECT 1 FROM lines WHERE conversation = $1 AND outcome = 'waiting'"
            " AND leased_until > now()",
            conversation,
        )
        return found is not None


async def _opened(db: Connection, row: Any, now: datetime) -> Posted | None:
    """Return a message, None when it cannot be read: it must not hold up everybody else."""
    try:
        return posted(row, db.key(row))
    except Unreadable:
        async with db.transaction():
            await _finished(db, row["line_id"], now, FAILED, UNREADABLE)
            alarm = (AlarmKind.ONLEESBAAR.value, f"{day_of(now)}")
            await db.count(RAISED, row["case_number"], *alarm, utc(now), utc(now))
        return None


async def _finished(
    db: Connection, line: int, now: datetime, outcome: str, reason: str | None
) -> None:
    async with db.transaction():
        done = await db.one(_FINISHED, line, outcome, reason, utc(now))
        if done is None:
            return
        await db.count(_FAILED_MEANWHILE, line, INVITATION)
        await db.count(_ADDRESS_GONE, done["conversation"])
