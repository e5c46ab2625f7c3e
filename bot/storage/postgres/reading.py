"""Reading: conversations, transcripts, the queue, and a person's own data."""

from collections.abc import Sequence
from datetime import date

from bot.ports import Asked, CaseRow, Conversation, Line, Trace
from bot.storage import sealed
from bot.storage.export import Export, Indexes, export
from bot.storage.postgres.database import Database
from bot.storage.postgres.files import PostgresFiles
from bot.storage.queue import COLUMNS, FOR_STAFF, Query
from bot.storage.sealed import trace_index, utc

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
_FOUND = f"""
SELECT {COLUMNS} FROM conversations WHERE {FOR_STAFF} AND id IN (
    SELECT id FROM conversations WHERE case_number = ANY ($1)
    UNION SELECT conversation FROM traces WHERE trace = ANY ($2)
)
ORDER BY urgency_rank, waiting_since, id
"""  # noqa: S608 - our own words


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


async def cases(db: Database, asked: Asked) -> tuple[CaseRow, ...]:
    """Return the cases for staff, in the order of the queue."""
    query = Query(_mark, utc)
    async with db.connection() as connection:
        found = await connection.all(query.rows(asked), *query.values)
    return tuple(sealed.case_row(row) for row in found)


async def tally(db: Database, asked: Sequence[Asked], most: int) -> tuple[int, ...]:
    """Return how many cases there are for each."""
    query = Query(_mark, utc)
    async with db.connection() as connection:
        rows = await connection.all(query.tally(asked, most), *query.values)
    return tuple(row["found"] for row in sorted(rows, key=lambda row: row["number"]))


async def found(
    db: Database, cases: Sequence[str], traces: Sequence[Trace]
) -> tuple[CaseRow, ...]:
    """Return the cases for staff with one of these numbers or traces."""
    indexes = [trace_index(db.sealer, trace) for trace in traces]
    async with db.connection() as connection:
        rows = await connection.all(_FOUND, list(cases), indexes)
    return tuple(sealed.case_row(row) for row in rows)


async def due_for_retest(db: Database, day: date, limit: int) -> tuple[str, ...]:
    """Return the cases of which the criteria are to be tested again."""
    async with db.connection() as connection:
        found = await connection.all(
            "SELECT case_number FROM conversations WHERE retest_on <= $1"
            " AND closed_at IS NULL AND chat_index IS NOT NULL ORDER BY retest_on, id LIMIT $2",
            day,
            limit,
        )
    return tuple(row["case_number"] for row in found)


async def alarms_of(db: Database, cases: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return which alarms went off in each of these conversations."""
    async with db.connection() as connection:
        rows = await connection.all(
            "SELECT c.id, c.case_number, c.ref, c.session, k.wrapped FROM conversations c"
            " LEFT JOIN keys.wrapped k ON k.ref = c.ref WHERE c.id = ANY ($1)",
            list(cases),
        )
        return {row["id"]: sealed.alarms(row, connection.key(row)) for row in rows}


async def exported(db: Database, channel: str, chat_id: str) -> Export | None:
    """Return everything that is kept of one person."""
    known = await by_chat(db, channel, chat_id)
    if known is None:
        return None
    async with db.connection() as connection:
        row = await connection.one(
            "SELECT (SELECT count(*) FROM received WHERE conversation = $1) AS received,"
            " (SELECT count(*) FROM traces WHERE conversation = $1) AS found_by",
            known.id,
        )
        deliveries = await connection.all(_DELIVERIES, known.id)
    lines, kept = await transcript(db, known.id), PostgresFiles(db)
    found = [(file, await kept.content(known.id, file.id)) for file in await kept.of(known.id)]
    files = [(file, None if content is None else content[1]) for file, content in found]
    indexes = Indexes(row["received"], row["found_by"])
    return export(known, lines, deliveries, files, indexes)


async def _conversation(db: Database, sought: str, value: str | bytes) -> Conversation | None:
    async with db.connection() as connection:
        row = await connection.one(sought, value)
        return None if row is None else sealed.conversation(row, connection.key(row))


def _mark(number: int) -> str:
    return f"${number}"
