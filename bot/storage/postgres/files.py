"""Files on PostgreSQL: what is known of them, their bytes, and which are still to be fetched."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.ports import AboutFile, AwaitedFile, FileStage, KeptFile, NewFile, Unreadable
from bot.sealing import DataKey
from bot.storage.filed import FETCH_SECONDS, awaited_file, content_of, kept_file, sealed_file
from bot.storage.postgres.database import Connection, Database
from bot.storage.sealed import UNREADABLE, Loaded, present, utc

_LEASE = timedelta(seconds=FETCH_SECONDS)
_OWNER = """
SELECT c.case_number, c.ref, k.wrapped FROM conversations c
LEFT JOIN keys.wrapped k ON k.ref = c.ref WHERE c.id = $1
"""
_OF = """
SELECT id, line, at, stage, reason, about FROM files WHERE conversation = $1 ORDER BY line, id
"""
_CONTENT = """
SELECT id, line, at, stage, reason, about, content FROM files
WHERE id = $1 AND conversation = $2 AND content IS NOT NULL
"""
_LEASED = """
WITH first AS (
    SELECT f.id FROM files f JOIN conversations c ON c.id = f.conversation
    WHERE f.stage = 'awaited' AND c.channel = ANY ($1)
        AND (f.due_at IS NULL OR f.due_at <= $2) AND f.leased_until <= now()
    ORDER BY f.at, f.id LIMIT $3
    FOR UPDATE OF f SKIP LOCKED
), leased AS (
    UPDATE files SET leased_until = now() + $4 FROM first WHERE files.id = first.id
    RETURNING files.id, files.conversation, files.at, files.attempts, files.about
)
SELECT l.*, c.channel, c.case_number, c.ref, k.wrapped
FROM leased l JOIN conversations c ON c.id = l.conversation
LEFT JOIN keys.wrapped k ON k.ref = c.ref
ORDER BY l.at, l.id
"""
_AWAITED_OWNER = """
SELECT c.case_number, c.ref, k.wrapped
FROM files f JOIN conversations c ON c.id = f.conversation
LEFT JOIN keys.wrapped k ON k.ref = c.ref
WHERE f.id = $1 AND f.stage = 'awaited' FOR UPDATE OF f, c
"""
_ARRIVED = """
UPDATE files SET stage = $2, about = $3, content = $4, due_at = NULL, leased_until = '-infinity'
WHERE id = $1
"""
_LATER = """
UPDATE files SET attempts = attempts + 1, due_at = $2, leased_until = '-infinity'
WHERE id = $1 AND stage = 'awaited'
"""
_LOST = """
UPDATE files SET stage = $2, reason = $3, due_at = NULL, leased_until = '-infinity'
WHERE id = $1 AND stage = 'awaited'
"""


class PostgresFiles:
    """`bot.ports.Files` on PostgreSQL."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    async def of(self, conversation: int) -> tuple[KeptFile, ...]:
        """Return what is known of the files of a conversation, in the order they came."""
        async with self._database.connection() as db:
            owner = await _owner(db, conversation)
            if owner is None:
                return ()
            case, key = owner
            return tuple(kept_file(row, case, key) for row in await db.all(_OF, conversation))

    async def content(self, conversation: int, file: str) -> tuple[KeptFile, bytes] | None:
        """Return one file of this conversation with its bytes."""
        async with self._database.connection() as db:
            owner = await _owner(db, conversation)
            row = await db.one(_CONTENT, file, conversation)
            if owner is None or row is None:
                return None
            case, key = owner
            return kept_file(row, case, key), content_of(row, case, key)

    async def awaited(
        self, channels: Sequence[str], now: datetime, limit: int = 4
    ) -> tuple[AwaitedFile, ...]:
        """Return the files to fetch now, for this caller alone."""
        async with self._database.connection() as db:
            rows = await db.all(_LEASED, channels, utc(now), limit, _LEASE)
            found = [await _opened(db, row) for row in rows]
            return tuple(each for each in found if each is not None)

    async def arrived(self, file: str, about: AboutFile, content: bytes) -> bool:
        """Keep the bytes of an awaited file; False when it is not awaited any more."""
        async with self._database.connection() as db, db.transaction():
            row = await db.one(_AWAITED_OWNER, file)
            if row is None:
                return False
            key = present(row["case_number"], db.key(row))
            sealed = sealed_file(key, NewFile(id=file, about=about, content=content))
            await db.count(_ARRIVED, file, sealed.stage, sealed.about, sealed.content)
            return True

    async def later(self, file: str, until: datetime) -> None:
        """Try an awaited file again then."""
        async with self._database.connection() as db:
            await db.count(_LATER, file, utc(until))

    async def lost(self, file: str, reason: str) -> bool:
        """Note that an awaited file never comes; False when that was known."""
        async with self._database.connection() as db:
            return await _lost(db, file, reason)


async def added(db: Connection, loaded: Loaded, at: datetime, file: NewFile) -> None:
    """Write a file that came with a line; inside the transaction of its turn."""
    conversation, line = loaded.known.id, loaded.last_line + 1
    sealed = sealed_file(loaded.key, file)
    await db.count(
        "INSERT INTO files (id, conversation, line, at, stage, about, content)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        sealed.id,
        conversation,
        line,
        utc(at),
        sealed.stage,
        sealed.about,
        sealed.content,
    )


async def _lost(db: Connection, file: str, reason: str) -> bool:
    return await db.count(_LOST, file, FileStage.LOST, reason) == 1


async def _opened(db: Connection, row: Any) -> AwaitedFile | None:
    """Return a file to fetch, None when it cannot be read: it must not hold up all others."""
    try:
        return awaited_file(row, db.key(row))
    except Unreadable:
        await _lost(db, row["id"], UNREADABLE)
        return None


async def _owner(db: Connection, conversation: int) -> tuple[str, DataKey] | None:
    row = await db.one(_OWNER, conversation)
    return None if row is None else (row["case_number"], present(row["case_number"], db.key(row)))
