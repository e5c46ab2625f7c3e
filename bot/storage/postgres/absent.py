"""People out of reach: since when, why, and what goes to them again when they are back."""

from datetime import datetime
from typing import Any

from bot.ports import LONGEST_HOLD, Barrier, OutOfReach
from bot.storage.absent import BARRIERS, FOR_A_WORD, LAST_QUESTION, MOST_TRIES, WORTH_READING
from bot.storage.postgres.database import CHANGED, Connection, Database
from bot.storage.sealed import utc

# Held until the transaction ends: a turn that comes first is seen, one that comes later sees this.
_OF_CHAT = "SELECT id FROM conversations WHERE chat_index = $1 FOR UPDATE"
_OF_LINE = """
SELECT c.id, l.id AS line, l.number FROM conversations c JOIN lines l ON l.conversation = c.id
WHERE l.id = $1 FOR UPDATE OF c
"""
_LOST = """
UPDATE conversations SET unreachable_at = $2, unreachable_why = $3, revision = revision + 1
WHERE id = $1 AND unreachable_at IS NULL AND chat_index IS NOT NULL
"""
# Whoever wrote after a message was there after it.
_WROTE_AFTER = """
SELECT 1 FROM lines WHERE conversation = $1 AND message_class IS NULL AND number > $2 LIMIT 1
"""
# What was to come after a message that found nobody finds nobody either, and would overtake it
# if the person came back in between.
_LOST_WITH_IT = """
UPDATE lines SET outcome = 'failed', reason = $2, finished_at = $3
WHERE conversation = $1 AND outcome = 'waiting' AND leased_until <= now()
    AND EXISTS (SELECT 1 FROM conversations WHERE id = $1 AND unreachable_at IS NOT NULL)
"""
_TRIED_IN_A_MOMENT = f"""
UPDATE lines SET outcome = 'waiting', finished_at = NULL, due_at = $3, attempts = attempts + 1
WHERE id = $2 AND attempts + 1 < $4 AND {WORTH_READING} AND EXISTS
    (SELECT 1 FROM conversations
    WHERE id = $1 AND unreachable_at IS NULL AND chat_index IS NOT NULL)
"""  # noqa: S608 - our own words
_BACK = """
UPDATE conversations SET unreachable_at = NULL, unreachable_why = NULL, revision = revision + 1
WHERE id = $1 AND unreachable_at IS NOT NULL
"""
_AGAIN = f"""
UPDATE lines SET outcome = 'waiting', finished_at = NULL, due_at = NULL, attempts = 0
WHERE conversation = $1 AND at >= $2 AND {WORTH_READING}
"""  # noqa: S608 - our own words
_ASKED_AGAIN = f"""
UPDATE lines SET outcome = 'waiting', finished_at = NULL, due_at = $2, attempts = 0
WHERE conversation = $1 AND {LAST_QUESTION}
"""  # noqa: S608 - idem
# A channel that reports takes no message for the second time that failed, unless it never went.
_TRIED_ANEW = f"""
UPDATE deliveries SET stage = 'refused' WHERE stage = 'failed' AND line IN (
    SELECT id FROM lines
    WHERE conversation = $1 AND outcome = 'waiting' AND reason IN ({BARRIERS})
)
"""  # noqa: S608 - idem


async def lost(db: Database, channel: str, chat_id: str, now: OutOfReach) -> int | None:
    """Note that the channel says that a person is out of reach; return the conversation."""
    async with db.connection() as connection, connection.transaction():
        index = db.sealer.chat_index(channel, chat_id)
        found = await connection.one(_OF_CHAT, index)
        if found is None:
            return None
        await connection.count(_LOST, found["id"], utc(now.since), now.why.value)
        await connection.one("SELECT pg_notify($1, $2)", CHANGED, str(found["id"]))
        return int(found["id"])


async def held(db: Connection, line: int) -> Any:
    """Return where a message stands; nobody else changes that conversation meanwhile."""
    return await db.one(_OF_LINE, line)


async def lost_by(db: Connection, line: Any, now: datetime, why: Barrier) -> None:
    """Note that a message that failed did so because the person is out of reach."""
    conversation = line["id"]
    if await db.one(_WROTE_AFTER, conversation, line["number"]) is None:
        await db.count(_LOST, conversation, utc(now), why.value)
    await db.count(_LOST_WITH_IT, conversation, why.value, utc(now))
    soon = (line["line"], utc(now + FOR_A_WORD), MOST_TRIES)
    if await db.count(_TRIED_IN_A_MOMENT, conversation, *soon):
        await db.count(_TRIED_ANEW, conversation)


async def came_back(db: Database, channel: str, chat_id: str, now: datetime) -> int | None:
    """Note that a person is back without a word; return the conversation."""
    async with db.connection() as connection, connection.transaction():
        found = await connection.one(_OF_CHAT, db.sealer.chat_index(channel, chat_id))
        if found is None:
            return None
        if await back(connection, found["id"], now):
            await connection.count(_ASKED_AGAIN, found["id"], utc(now + FOR_A_WORD))
            await connection.one("SELECT pg_notify($1, $2)", CHANGED, str(found["id"]))
        return int(found["id"])


async def back(db: Connection, conversation: int, now: datetime) -> bool:
    """Note that a person is within reach, and let what staff wrote go again; False: they were."""
    if not await db.count(_BACK, conversation):
        return False
    await again(db, conversation, now)
    return True


async def again(db: Connection, conversation: int, now: datetime) -> None:
    """Let what staff wrote and did not arrive go again, before anything that is said since."""
    await db.count(_AGAIN, conversation, utc(now - LONGEST_HOLD))
    await db.count(_TRIED_ANEW, conversation)
