"""Reading: conversations, transcripts, the queue, and a person's own data."""

from collections.abc import Sequence
from datetime import date

from bot.ports import Asked, CaseRow, Conversation, Line, Trace
from bot.storage import sealed
from bot.storage.export import Export, Indexes, export
from bot.storage.queue import COLUMNS, FOR_STAFF, Query
from bot.storage.sealed import stamp, trace_index
from bot.storage.sqlite import files
from bot.storage.sqlite.database import Database

# A conversation without a chat index is what an erasure left; nobody finds it.
_BY_CASE = "SELECT * FROM conversations WHERE case_number = ? AND chat_index IS NOT NULL"
_BY_CHAT = "SELECT * FROM conversations WHERE chat_index = ?"
_DELIVERIES = (
    "SELECT d.*, l.number FROM deliveries d JOIN lines l ON l.id = d.line"
    " WHERE l.conversation = ? ORDER BY l.number, d.part"
)
Position = tuple[int, int]


def by_case(db: Database, case: str) -> Conversation | None:
    """Return one conversation by case number."""
    return _conversation(db, _BY_CASE, case)


def by_chat(db: Database, channel: str, chat_id: str) -> Conversation | None:
    """Return one conversation by who talks where."""
    return _conversation(db, _BY_CHAT, db.sealer.chat_index(channel, chat_id))


def transcript(
    db: Database, conversation: int, after: int = 0, limit: int | None = None
) -> tuple[Line, ...]:
    """Return the lines of a conversation, in order."""
    row = db.one("SELECT case_number, ref FROM conversations WHERE id = ?", (conversation,))
    if row is None:
        return ()
    key = sealed.present(row["case_number"], db.key(row))
    found = db.all(
        "SELECT * FROM lines WHERE conversation = ? AND number > ? ORDER BY number LIMIT ?",
        (conversation, after, -1 if limit is None else limit),
    )
    return tuple(sealed.line(line, row["case_number"], key) for line in found)


def cases(db: Database, asked: Asked) -> tuple[CaseRow, ...]:
    """Return the cases for staff, in the order of the queue."""
    query = Query(_mark, stamp)
    return tuple(sealed.case_row(row) for row in db.all(query.rows(asked), query.values))


def tally(db: Database, asked: Sequence[Asked], most: int) -> tuple[int, ...]:
    """Return how many cases there are for each."""
    query = Query(_mark, stamp)
    rows = db.all(query.tally(asked, most), query.values)
    return tuple(row["found"] for row in sorted(rows, key=lambda row: row["number"]))


def found(db: Database, cases: Sequence[str], traces: Sequence[Trace]) -> tuple[CaseRow, ...]:
    """Return the cases for staff with one of these numbers or traces."""
    indexes = [trace_index(db.sealer, trace) for trace in traces]
    numbers, marks = ", ".join("?" * len(cases)), ", ".join("?" * len(indexes))
    rows = db.all(
        f"SELECT {COLUMNS} FROM conversations WHERE {FOR_STAFF} AND id IN ("  # noqa: S608 - our own words
        f" SELECT id FROM conversations WHERE case_number IN ({numbers})"
        f" UNION SELECT conversation FROM traces WHERE trace IN ({marks}))"
        " ORDER BY urgency_rank, waiting_since, id",
        (*cases, *indexes),
    )
    return tuple(sealed.case_row(row) for row in rows)


def due_for_retest(db: Database, day: date, limit: int) -> tuple[str, ...]:
    """Return the cases of which the criteria are to be tested again."""
    found = db.all(
        "SELECT case_number FROM conversations WHERE retest_on <= ?"
        " AND closed_at IS NULL AND chat_index IS NOT NULL ORDER BY retest_on, id LIMIT ?",
        (day.isoformat(), limit),
    )
    return tuple(row["case_number"] for row in found)


def alarms_of(db: Database, cases: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return which alarms went off in each of these conversations."""
    rows = db.all(
        "SELECT id, case_number, ref, session FROM conversations WHERE id IN"  # noqa: S608 - our own words
        f" ({', '.join('?' * len(cases))})",
        cases,
    )
    return {row["id"]: sealed.alarms(row, db.key(row)) for row in rows}


def exported(db: Database, channel: str, chat_id: str) -> Export | None:
    """Return everything that is kept of one person."""
    known = by_chat(db, channel, chat_id)
    if known is None:
        return None
    (received,) = db.one("SELECT count(*) FROM received WHERE conversation = ?", (known.id,))
    deliveries = db.all(_DELIVERIES, (known.id,))
    (found_by,) = db.one("SELECT count(*) FROM traces WHERE conversation = ?", (known.id,))
    kept = [(file, files.content(db, known.id, file.id)) for file in files.of(db, known.id)]
    with_bytes = [(file, None if found is None else found[1]) for file, found in kept]
    lines = transcript(db, known.id)
    return export(known, lines, deliveries, with_bytes, Indexes(received, found_by))


def position(db: Database) -> Position:
    """Return what tells later whether another connection changed something: version, last line."""
    (version,) = db.one("PRAGMA data_version")
    (newest,) = db.one("SELECT coalesce(max(id), 0) FROM lines")
    return version, newest


def news(db: Database, since: Position) -> tuple[Position, tuple[int, ...]]:
    """Return where we are now, and the conversations to which others added lines since."""
    now = position(db)
    if now[0] == since[0]:
        return now, ()
    found = db.all(
        "SELECT DISTINCT conversation FROM lines WHERE id > ? AND id <= ?", (since[1], now[1])
    )
    return now, tuple(row["conversation"] for row in found)


def _conversation(db: Database, sought: str, value: str | bytes) -> Conversation | None:
    row = db.one(sought, (value,))
    return None if row is None else sealed.conversation(row, db.key(row))


def _mark(_: int) -> str:
    return "?"
