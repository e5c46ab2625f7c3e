"""The connection on the database thread: one job, one call, one transaction."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.keys import Keys
from bot.ports import Unreadable
from bot.sealing import BadSeal, DataKey, Sealer

BUSY_SECONDS = 30.0


@dataclass
class Writing:
    """One transaction, and what it does to keys, which stand outside: made before, gone after."""

    db: "Database"
    made: list[bytes] = field(default_factory=list)
    doomed: list[bytes] = field(default_factory=list)


class Database(sqlite3.Connection):
    """A connection that can do a whole job in one call on its thread.

    aiosqlite hops to the thread for every statement, and for a script of many only once: so a
    job is handed over as if it were a script.
    """

    path: Path
    sealer: Sealer
    keys: Keys | None = None

    def executescript(self, job: "str | Job", /) -> sqlite3.Cursor:
        """Do a job, or a script of statements."""
        if isinstance(job, str):
            return super().executescript(job)
        job(self)
        return self.cursor()

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first row, None when there is none."""
        return self.execute(sql, parameters).fetchone()

    def all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Return every row."""
        return self.execute(sql, parameters).fetchall()

    @property
    def ring(self) -> Keys:
        """Return the keys of the conversations."""
        if self.keys is None:
            raise RuntimeError("the keys were not opened")
        return self.keys

    def key(self, row: Any) -> DataKey | None:
        """Return the key of a conversation, None when it was destroyed."""
        try:
            return self.ring.key(row["ref"])
        except BadSeal as error:
            raise Unreadable(row["case_number"], str(error)) from None

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Do everything inside or nothing; the only writer while it lasts.

        A key that was made inside is on the disk before the data is. One that is to go is
        destroyed when the data has gone: were it the other way round, a full disk could leave a
        conversation behind that nobody can open.
        """
        writing = Writing(self)
        self.execute("BEGIN IMMEDIATE")
        try:
            yield writing
            self.execute("COMMIT")
        except BaseException:
            if self.in_transaction:
                self.execute("ROLLBACK")
            self._destroyed(writing.made)
            raise
        if writing.doomed:
            self._destroyed(writing.doomed)
            # What was deleted also stands in the log; let it be overwritten from the start.
            self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of both files."""
        if self.keys is not None:
            self.keys.close()
        super().close()

    def _destroyed(self, refs: list[bytes]) -> None:
        if refs:
            self.ring.destroy(refs)


Job = Callable[[Database], None]
