"""Files: what is known of them, their bytes, and which are still to be fetched."""

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from bot.ports import AboutFile, AwaitedFile, FileStage, KeptFile, NewFile, Unreadable
from bot.sealing import DataKey
from bot.storage.filed import FETCH_SECONDS, awaited_file, content_of, kept_file, sealed_file
from bot.storage.sealed import UNREADABLE, Loaded, present, stamp
from bot.storage.sqlite.database import Database

_FETCH_DAYS = FETCH_SECONDS / 86400
_OWNER = "SELECT case_number, ref FROM conversations WHERE id = ?"
_KNOWN = "SELECT id, line, at, stage, reason, about FROM files"
_DUE = (
    "SELECT f.id, f.conversation, f.at, f.attempts, f.about, c.channel, c.case_number, c.ref"
    " FROM files f JOIN conversations c ON c.id = f.conversation"
    " WHERE f.stage = 'awaited' AND c.channel IN (SELECT value FROM json_each(?))"
    " AND (f.due_at IS NULL OR f.due_at <= ?) AND f.leased_until <= julianday('now')"
    " ORDER BY f.at, f.id LIMIT ?"
)
Given = ParamSpec("Given")
Outcome = TypeVar("Outcome")


class Do(Protocol):
    """Does a whole job on the database thread."""

    def __call__(
        self,
        job: Callable[Concatenate[Database, Given], Outcome],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Awaitable[Outcome]:
        """Return what comes of it."""
        ...


class SqliteFiles:
    """`bot.ports.Files` on SQLite."""

    def __init__(self, do: Do) -> None:
        """Work through this."""
        self._do = do

    async def of(self, conversation: int) -> tuple[KeptFile, ...]:
        """Return what is known of the files of a conversation, in the order they came."""
        return await self._do(of, conversation)

    async def content(self, conversation: int, file: str) -> tuple[KeptFile, bytes] | None:
        """Return one file of this conversation with its bytes."""
        return await self._do(content, conversation, file)

    async def awaited(
        self, channels: Sequence[str], now: datetime, limit: int = 4
    ) -> tuple[AwaitedFile, ...]:
        """Return the files to fetch now, for this caller alone."""
        return await self._do(awaited, channels, now, limit)

    async def arrived(self, file: str, about: AboutFile, content: bytes) -> bool:
        """Keep the bytes of an awaited file; False when it is not awaited any more."""
        return await self._do(arrived, file, about, content)

    async def later(self, file: str, until: datetime) -> None:
        """Try an awaited file again then."""
        await self._do(later, file, until)

    async def lost(self, file: str, reason: str) -> bool:
        """Note that an awaited file never comes; False when that was known."""
        return await self._do(lost, file, reason)


def added(db: Database, loaded: Loaded, at: datetime, file: NewFile) -> None:
    """Write a file that came with a line; inside the transaction of its turn."""
    conversation, line = loaded.known.id, loaded.last_line + 1
    sealed = sealed_file(loaded.key, file)
    db.execute(
        "INSERT INTO files (id, conversation, line, at, stage, about, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (sealed.id, conversation, line, stamp(at), sealed.stage, sealed.about, sealed.content),
    )


def of(db: Database, conversation: int) -> tuple[KeptFile, ...]:
    """Return what is known of the files of a conversation."""
    owner = _owner(db, conversation)
    if owner is None:
        return ()
    case, key = owner
    found = db.all(f"{_KNOWN} WHERE conversation = ? ORDER BY line, id", (conversation,))
    return tuple(kept_file(row, case, key) for row in found)


def content(db: Database, conversation: int, file: str) -> tuple[KeptFile, bytes] | None:
    """Return one file with its bytes."""
    owner = _owner(db, conversation)
    row = db.one(
        "SELECT id, line, at, stage, reason, about, content FROM files"
        " WHERE id = ? AND conversation = ? AND content IS NOT NULL",
        (file, conversation),
    )
    if owner is None or row is None:
        return None
    case, key = owner
    return kept_file(row, case, key), content_of(row, case, key)


def awaited(
    db: Database, channels: Sequence[str], now: datetime, limit: int
) -> tuple[AwaitedFile, ...]:
    """Return the files to fetch, and keep them from other workers for a while."""
    sought = (json.dumps(channels), stamp(now))
    # Most looks find nothing: they do not wait for the writer.
    if db.one(_DUE, (*sought, 1)) is None:
        return ()
    with db.writing():
        found = [_opened(db, row) for row in db.all(_DUE, (*sought, limit))]
        ready = tuple(each for each in found if each is not None)
        for each in ready:
            db.execute(
                "UPDATE files SET leased_until = julianday('now') + ? WHERE id = ?",
                (_FETCH_DAYS, each.id),
            )
    return ready


def arrived(db: Database, file: str, about: AboutFile, content: bytes) -> bool:
    """Write the bytes of a file that was awaited."""
    with db.writing():
        row = db.one(
            "SELECT c.case_number, c.ref FROM files f JOIN conversations c"
            " ON c.id = f.conversation WHERE f.id = ? AND f.stage = 'awaited'",
            (file,),
        )
        if row is None:
            return False
        key = present(row["case_number"], db.key(row))
        sealed = sealed_file(key, NewFile(id=file, about=about, content=content))
        db.execute(
            "UPDATE files SET stage = ?, about = ?, content = ?, due_at = NULL, leased_until = 0"
            " WHERE id = ?",
            (sealed.stage, sealed.about, sealed.content, file),
        )
    return True


def later(db: Database, file: str, until: datetime) -> None:
    """Try a file again later."""
    with db.writing():
        db.execute(
            "UPDATE files SET attempts = attempts + 1, due_at = ?, leased_until = 0"
            " WHERE id = ? AND stage = 'awaited'",
            (stamp(until), file),
        )


def lost(db: Database, file: str, reason: str) -> bool:
    """Note that a file never comes."""
    with db.writing():
        return _lost(db, file, reason)


def _lost(db: Database, file: str, reason: str) -> bool:
    changed = db.execute(
        "UPDATE files SET stage = ?, reason = ?, due_at = NULL, leased_until = 0"
        " WHERE id = ? AND stage = 'awaited'",
        (FileStage.LOST, reason, file),
    )
    return changed.rowcount == 1


def _opened(db: Database, row: Any) -> AwaitedFile | None:
    """Return a file to fetch, None when it cannot be read: it must not hold up all others."""
    try:
        return awaited_file(row, db.key(row))
    except Unreadable:
        _lost(db, row["id"], UNREADABLE)
        return None


def _owner(db: Database, conversation: int) -> tuple[str, DataKey] | None:
    row = db.one(_OWNER, (conversation,))
    return None if row is None else (row["case_number"], present(row["case_number"], db.key(row)))
