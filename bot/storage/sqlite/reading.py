"""Reading: conversations, transcripts, the queue, and a person's own data."""

from bot.ports import CaseRow, Conversation, Line
from bot.storage import sealed
from bot.storage.export import Export, export
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


def cases(db: Database) -> tuple[CaseRow, ...]:
    """Return the queue; what has waited longest comes first among equals."""
    found = db.all(
        "SELECT case_number, channel, created_at, changed_at, owner, state, process_code,"
        " urgency, signals, handed_over_at FROM conversations WHERE chat_index IS NOT NULL"
        " AND (handed_over_at IS NOT NULL OR state IN ('handed_over', 'with_human')"
        " OR urgency <> 'normal' OR owner IS NOT NULL)"
        " ORDER BY CASE urgency WHEN 'now' THEN 0 WHEN 'today' THEN 1 ELSE 2 END, changed_at, id"
    )
    return tuple(sealed.case_row(row) for row in found)


def exported(db: Database, channel: str, chat_id: str) -> Export | None:
    """Return everything that is kept of one person."""
    known = by_chat(db, channel, chat_id)
    if known is None:
        return None
    (received,) = db.one("SELECT count(*) FROM received WHERE conversation = ?", (known.id,))
    deliveries = db.all(_DELIVERIES, (known.id,))
    return export(known, transcript(db, known.id), deliveries, received)


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
