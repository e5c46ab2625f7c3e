"""Reading: conversations, transcripts, the queue, and a person's own data."""

from bot.ports import CaseRow, Conversation, Line
from bot.storage import sealed
from bot.storage.export import Export, export
from bot.storage.postgres.database import Database

# A conversation without a chat index is what an erasure left; nobody finds it.
_BY_CASE = """
SELECT c.*, k.wrapped FROM conversations c LEFT JOIN keys.wrapped k ON k.ref = c.ref
WHERE c.case_number = $1 AND c.chat_index IS NOT NULL
"""
_BY_CHAT = """
SELECT c.*, k.wrapped FROM conversations c LEFT JOIN keys.wrapped k ON k.ref = c.ref
WHERE c.chat_index = $1
"""
_DELIVERIES = """
SELECT d.*, l.number FROM deliveries d JOIN lines l ON l.id = d.line
WHERE l.conversation = $1 ORDER BY l.number, d.part
"""
_QUEUE = """
SELECT case_number, channel, created_at, changed_at, owner, state, process_code, urgency, signals,
    handed_over_at
FROM conversations
WHERE chat_index IS NOT NULL
    AND (handed_over_at IS NOT NULL OR state IN ('handed_over', 'with_human')
        OR urgency <> 'normal' OR owner IS NOT NULL)
ORDER BY CASE urgency WHEN 'now' THEN 0 WHEN 'today' THEN 1 ELSE 2 END, changed_at, id
"""


async def by_case(db: Database, case: str) -> Conversation | None:
    """Return one conversation by case number."""
    return await _conversation(db, _BY_CASE, case)


async def by_chat(db: Database, channel: str, chat_id: str) -> Conversation | None:
    """Return one conversation by who talks where."""
    return await _conversation(db, _BY_CHAT, db.sealer.chat_index(channel, chat_id))


async def transcript(
    db: Database, conversation: int, after: int = 0, limit: int | None = None
) -> tuple[Line, ...]:
    """Return the lines of a conversation, in order."""
    async with db.connection() as connection:
        row = await connection.one(
            "SELECT c.case_number, c.ref, k.wrapped FROM conversations c"
            " LEFT JOIN keys.wrapped k ON k.ref = c.ref WHERE c.id = $1",
            conversation,
        )
        if row is None:
            return ()
        key = sealed.present(row["case_number"], connection.key(row))
        found = await connection.all(
            "SELECT * FROM lines WHERE conversation = $1 AND number > $2 ORDER BY number LIMIT $3",
            conversation,
            after,
            limit,
        )
    return tuple(sealed.line(line, row["case_number"], key) for line in found)


async def cases(db: Database) -> tuple[CaseRow, ...]:
    """Return the queue; what has waited longest comes first among equals."""
    async with db.connection() as connection:
        found = await connection.all(_QUEUE)
    return tuple(sealed.case_row(row) for row in found)


async def exported(db: Database, channel: str, chat_id: str) -> Export | None:
    """Return everything that is kept of one person."""
    known = await by_chat(db, channel, chat_id)
    if known is None:
        return None
    async with db.connection() as connection:
        row = await connection.one(
            "SELECT count(*) AS received FROM received WHERE conversation = $1", known.id
        )
        deliveries = await connection.all(_DELIVERIES, known.id)
    return export(known, await transcript(db, known.id), deliveries, row["received"])


async def _conversation(db: Database, sought: str, value: str | bytes) -> Conversation | None:
    async with db.connection() as connection:
        row = await connection.one(sought, value)
        return None if row is None else sealed.conversation(row, connection.key(row))
