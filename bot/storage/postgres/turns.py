"""A turn on PostgreSQL: load without a lock, then one statement that saves if nothing changed."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar

import asyncpg

from bot.ports import Closing, Conversation, Decide, Inbound, StoreUnavailable, Turn
from bot.storage.erasure import Reason
from bot.storage.postgres.absent import again, back
from bot.storage.postgres.database import Connection, Database
from bot.storage.postgres.erasing import emptied, farewell, removed
from bot.storage.postgres.files import added
from bot.storage.postgres.saving import Raced, Received, begun, saved
from bot.storage.sealed import Loaded, conversation, utc
from bot.storage.written import Hands, sealed_turn

Outcome = TypeVar("Outcome")

_TRIES = 200
_LOADED = """
SELECT c.*, k.wrapped, r.message AS seen, rc.id AS seen_id, rc.case_number AS seen_case
FROM (SELECT $1::bytea AS chat_index, $2::bytea AS message) sought
LEFT JOIN conversations c ON c.chat_index = sought.chat_index
LEFT JOIN keys.wrapped k ON k.ref = c.ref
LEFT JOIN received r ON r.message = sought.message
LEFT JOIN conversations rc ON rc.id = r.conversation
"""
_OF_CASE = """
SELECT c.*, k.wrapped FROM conversations c LEFT JOIN keys.wrapped k ON k.ref = c.ref
WHERE c.case_number = $1 AND c.chat_index IS NOT NULL
"""
# Whoever takes a case that was closed opens it; who gives one back has dealt with its opening.
_CLAIMED = """
UPDATE conversations SET owner = $2::text, epoch = epoch + 1, revision = revision + 1,
    changed_at = $4::timestamptz, queued_at = coalesce(queued_at, $4::timestamptz),
    reopened_at = CASE WHEN $2::text IS NULL THEN NULL WHEN closed_at IS NULL THEN reopened_at
        ELSE $4::timestamptz END,
    closed_at = NULL, closed_by = NULL, closed_why = NULL
WHERE case_number = $1 AND epoch = $3 AND chat_index IS NOT NULL
RETURNING id
"""
_CLOSED = """
UPDATE conversations SET owner = NULL, epoch = epoch + 1, revision = revision + 1,
    changed_at = $3::timestamptz, queued_at = coalesce(queued_at, $3::timestamptz),
    reopened_at = NULL,
    closed_at = $3::timestamptz, closed_by = $4, closed_why = $5
WHERE case_number = $1 AND epoch = $2 AND closed_at IS NULL AND chat_index IS NOT NULL
RETURNING id
"""
_DROPPED = """
WITH dropped AS (
    UPDATE lines SET outcome = 'dropped', reason = 'taken_over', finished_at = $2
    WHERE conversation = $1::bigint AND outcome = 'waiting' AND message_class = 'bot'
        AND leased_until <= now()
), seen AS (
    UPDATE alarms SET seen_by = $3, seen_at = $2
    WHERE conversation = $1 AND $3::text IS NOT NULL AND seen_at IS NULL AND closed_at IS NULL
)
SELECT pg_notify('letselwijzer_changed', $1::bigint::text)
"""
_BY_ID = """
SELECT c.*, k.wrapped FROM conversations c LEFT JOIN keys.wrapped k ON k.ref = c.ref
WHERE c.id = $1
"""


async def turn(db: Database, inbound: Inbound, decide: Decide) -> Turn:
    """Do the turn that a message of the person begins."""
    return await _until_won(lambda: _turn(db, inbound, decide))


async def amend(db: Database, case: str, at: datetime, decide: Decide) -> Turn | None:
    """Do a turn that no message began."""
    return await _until_won(lambda: _amend(db, case, at, decide))


async def claim(
    db: Database, case: str, epoch: int, hands: Hands, decide: Decide | None
) -> Conversation | None:
    """Change the owner with a compare-and-set on the epoch; what is decided goes with it."""
    values = (case, hands.owner, epoch, utc(hands.at))
    return await _changed_hands(db, hands, decide, _CLAIMED, *values)


async def close_case(
    db: Database, case: str, closing: Closing, epoch: int, decide: Decide
) -> Conversation | None:
    """Close a case with a compare-and-set on the epoch."""
    why = (utc(closing.at), closing.by, closing.why)
    return await _changed_hands(
        db, Hands(closing.by, closing.at), decide, _CLOSED, case, epoch, *why
    )


async def _changed_hands(
    db: Database, hands: Hands, decide: Decide | None, change: str, *values: Any
) -> Conversation | None:
    """Change the row, drop what the bot has waiting, and do the turn that goes with it."""
    async with db.connection() as connection, connection.transaction():
        # From here on until the end nobody else can change this conversation.
        changed = await connection.one(change, *values)
        if changed is None:
            return None
        await connection.one(_DROPPED, changed["id"], utc(hands.at), hands.owner)
        row = await connection.one(_BY_ID, changed["id"])
        key = connection.key(row)
        if decide is not None:
            await _done(connection, Loaded(row, key), Received(None, None, hands.at), decide)
            row = await connection.one(_BY_ID, changed["id"])
        return conversation(row, key)


async def _turn(db: Database, inbound: Inbound, decide: Decide) -> Turn:
    sealer = db.sealer
    message = sealer.message_index(inbound.channel, inbound.chat_id, inbound.message_id)
    index = sealer.chat_index(inbound.channel, inbound.chat_id)
    async with db.connection() as connection:
        row = await connection.one(_LOADED, index, message)
        if row["seen"] is not None:
            return Turn(
                conversation=row["seen_id"] or 0, case=row["seen_case"] or "", duplicate=True
            )
        loaded = await _found_or_begun(connection, row, index, inbound)
        received = Received(message, inbound.act, inbound.at)
        await _done(connection, loaded, received, decide)
        return Turn(conversation=loaded.known.id, case=loaded.known.case)


async def _amend(db: Database, case: str, at: datetime, decide: Decide) -> Turn | None:
    async with db.connection() as connection:
        row = await connection.one(_OF_CASE, case)
        if row is None:
            return None
        loaded = Loaded(row, connection.key(row))
        await _done(connection, loaded, Received(None, None, at), decide)
        return Turn(conversation=loaded.known.id, case=case)


async def _found_or_begun(db: Connection, row: Any, index: bytes, inbound: Inbound) -> Loaded:
    if row["id"] is None:
        return await begun(db, index, inbound)
    key = db.key(row)
    if key is None:
        # An older copy of the data was put back, of somebody who was erased since.
        async with db.transaction():
            await emptied(db, row, inbound.at, Reason.KEY_GONE)
            await removed(db, row["id"])
        raise Raced
    return Loaded(row, key)


async def _done(db: Connection, loaded: Loaded, received: Received, decide: Decide) -> None:
    """Decide, and write it down if nothing changed meanwhile."""
    decision = decide(loaded.known)
    if decision.erase:
        return await farewell(db, loaded, decision, received)
    turn = sealed_turn(loaded.key, loaded, received.act, decision)
    away = loaded.known.out_of_reach is not None
    if decision.file is None and not (away and turn.lines):
        if not await saved(db, loaded, turn, received):
            raise Raced
        return None
    async with db.transaction():
        if not await saved(db, loaded, turn, received):
            raise Raced
        if decision.file is not None:
            await added(db, loaded, received.at, decision.file)
        if away and received.act is not None:
            await back(db, loaded.known.id, received.at)
        elif away and turn.lines:
            await again(db, loaded.known.id, received.at)
    return None


async def _until_won(do: Callable[[], Awaitable[Outcome]]) -> Outcome:
    for _ in range(_TRIES):
        try:
            return await do()
        except (Raced, asyncpg.UniqueViolationError):
            continue
    raise StoreUnavailable("the conversation changes faster than it can be saved")
