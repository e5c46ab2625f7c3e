"""Reaching people: how far messages got, when a person was last heard, and where they are."""

from datetime import datetime
from typing import Any

import asyncpg

from bot.ports import INVITATION, Delivery, Reach, Stage
from bot.storage.deliveries import (
    REACHED,
    REPORTED,
    delivery,
    forward,
    kept,
    message_index,
    resolved,
)
from bot.storage.postgres.absent import back
from bot.storage.postgres.database import CHANGED, Connection, Database
from bot.storage.sealed import out_of_reach, sealed_chat, utc

_REACH = """
SELECT (SELECT max(at) FROM received WHERE conversation = $1) AS heard,
    (SELECT max(d.at) FROM deliveries d JOIN lines l ON l.id = d.line
     WHERE l.conversation = $1 AND d.part = $2 AND d.stage <> ALL ($3)) AS invited,
    (SELECT unreachable_at FROM conversations WHERE id = $1) AS unreachable_at,
    (SELECT unreachable_why FROM conversations WHERE id = $1) AS unreachable_why
"""
_NO_INVITATION = [Stage.REFUSED.value, Stage.FAILED.value]
# The line is locked: reports of one message may come in at several processes at once.
_LINE = """
SELECT c.id, c.channel FROM lines l JOIN conversations c ON c.id = l.conversation
WHERE l.id = $1 AND l.message_class IS NOT NULL FOR UPDATE OF l
"""
_WRITTEN = """
INSERT INTO deliveries AS d (line, part, attempt, stage, at, reason, message)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (line, part) DO UPDATE SET
    attempt = excluded.attempt, stage = excluded.stage, at = excluded.at,
    reason = excluded.reason, message = coalesce(excluded.message, d.message)
"""
# What comes behind it in the conversation waits no longer for this.
_NOW = "UPDATE lines SET due_at = NULL WHERE id = $1 AND outcome = 'waiting'"
_BACK = """
UPDATE lines SET outcome = 'waiting', due_at = NULL, finished_at = NULL
WHERE id = $1 AND outcome IN ('sent', 'waiting')
"""
_ADDRESS = """
SELECT c.*, k.wrapped FROM conversations c JOIN keys.wrapped k ON k.ref = c.ref
WHERE c.chat_index = $1
"""
_MOVED = """
UPDATE conversations SET chat_index = $2, chat = $3, revision = revision + 1
WHERE chat_index = $1
"""


async def reach(db: Database, conversation: int, line: int | None) -> Reach:
    """Return what is known of reaching a person, and of one line."""
    async with db.connection() as connection:
        known = await connection.one(_REACH, conversation, INVITATION, _NO_INVITATION)
        found = await connection.all(
            "SELECT * FROM deliveries WHERE line = $1 ORDER BY part", line
        )
    return Reach(
        heard_at=known["heard"],
        invited_at=known["invited"],
        out_of_reach=out_of_reach(known),
        deliveries=tuple(delivery(row) for row in found),
    )


async def delivering(db: Database, step: Delivery, channel_id: str | None) -> bool:
    """Write a step down; False when it is no step forward."""
    async with db.connection() as connection, connection.transaction():
        line = await connection.one(_LINE, step.posted)
        known = await _known(connection, step)
        if line is None or not forward(known, step):
            return False
        message = (
            None if channel_id is None else message_index(db.sealer, line["channel"], channel_id)
        )
        await connection.count(_WRITTEN, *_values(kept(known, step)), message)
        if resolved(known, step):
            await connection.count(_NOW, step.posted)
        if step.stage is Stage.FAILED:
            await connection.count(_BACK, step.posted)
        if step.stage in REPORTED:
            await connection.one("SELECT pg_notify($1, $2)", CHANGED, str(line["id"]))
    if step.stage in REACHED:
        # Apart: a turn holds the conversation before its lines, and this the other way round.
        async with db.connection() as connection, connection.transaction():
            await back(connection, line["id"], step.at)
    return True


async def delivery_of(db: Database, channel: str, message: str) -> Delivery | None:
    """Return the delivery that a channel knows by this id."""
    index = message_index(db.sealer, channel, message)
    async with db.connection() as connection:
        row = await connection.one("SELECT * FROM deliveries WHERE message = $1", index)
        return None if row is None else delivery(row)


async def received_at(
    db: Database, channel: str, chat_id: str, message_id: str
) -> datetime | None:
    """Return when a message of a person was sent."""
    index = db.sealer.message_index(channel, chat_id, message_id)
    async with db.connection() as connection:
        row = await connection.one("SELECT at FROM received WHERE message = $1", index)
        return None if row is None else row["at"]


async def hasten(db: Database, conversation: int, reason: str) -> None:
    """Let what was postponed for this reason go now."""
    async with db.connection() as connection:
        await connection.count(
            "UPDATE lines SET due_at = NULL"
            " WHERE conversation = $1 AND outcome = 'waiting' AND reason = $2",
            conversation,
            reason,
        )


async def readdress(db: Database, channel: str, chat_id: str, to: str) -> bool:
    """Move a conversation to another address."""
    old, new = (db.sealer.chat_index(channel, address) for address in (chat_id, to))
    async with db.connection() as connection:
        row = await connection.one(_ADDRESS, old)
        key = None if row is None else connection.key(row)
        if key is None:
            return False
        try:
            return await connection.count(_MOVED, old, new, sealed_chat(key, to)) == 1
        except asyncpg.UniqueViolationError:
            return False


async def _known(db: Connection, step: Delivery) -> Delivery | None:
    row = await db.one(
        "SELECT * FROM deliveries WHERE line = $1 AND part = $2", step.posted, step.part
    )
    return None if row is None else delivery(row)


def _values(step: Delivery) -> tuple[Any, ...]:
    at = utc(step.at)
    return step.posted, step.part, step.attempt, step.stage.value, at, step.reason
