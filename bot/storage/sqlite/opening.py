"""Opening the database file: its settings, its structure, and the keys that belong to it."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from bot.keys import KEYS_FILE, BadKey, Keys, master_key
from bot.ports import BadStore
from bot.sealing import Sealer
from bot.storage.files import private
from bot.storage.migrations import migrations, missing
from bot.storage.sqlite.database import BUSY_SECONDS, Database

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
)
_TRIES, _PAUSE = 100, 0.05


def prepared(database: Database, path: Path, configured: str | None) -> None:
    """Make the database ready for use; `BadStore` says what is wrong and what to do."""
    database.path = path
    database.row_factory = sqlite3.Row
    try:
        _patiently(lambda: _set(database))
        with database.writing():
            _migrated(database, path)
        _with_keys(database, path, configured)
    except sqlite3.Error as error:
        raise BadStore(
            f"{path} cannot be used ({error}); "
            "see whether the disk is full, the folder can be written and the file is a database "
            "of this program, or choose another with LW_DATABASE_URL or --db"
        ) from None


def made(path: Path) -> Path:
    """Return the path of a database file that is there and is private."""
    if path.is_dir():
        raise BadStore(f"{path} is a folder; name a file in it with LW_DATABASE_URL or --db")
    return private(path)


def _set(database: Database) -> None:
    for pragma in (f"busy_timeout = {int(BUSY_SECONDS * 1000)}", *_PRAGMAS):
        database.execute(f"PRAGMA {pragma}").fetchall()


def _patiently(do: Callable[[], None]) -> None:
    """Turning the log on fails at once, without waiting, when another process does the same."""
    for _ in range(_TRIES):
        try:
            return do()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(_PAUSE)
    return do()


def _migrated(database: Database, path: Path) -> None:
    database.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
    found = database.one("SELECT max(version) FROM schema_version")[0] or 0
    for migration in missing(migrations(files(__package__) / "migrations"), found, str(path)):
        for statement in _statements(migration.sql):
            database.execute(statement)
        database.execute("INSERT INTO schema_version VALUES (?)", (migration.number,))


def _statements(sql: str) -> Iterator[str]:
    """Yield one statement at a time; `executescript` would end the transaction."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _with_keys(database: Database, path: Path, configured: str | None) -> None:
    keys_file = path.parent / KEYS_FILE
    empty = database.one("SELECT 1 FROM conversations LIMIT 1") is None
    if not empty and not keys_file.exists():
        raise BadKey(f"{keys_file} is gone, and without it {path} cannot be read; {_RESTORE}")
    database.sealer = Sealer(master_key(configured, path.parent))
    database.keys = Keys.open(keys_file, database.sealer)
    refs = (row["ref"] for row in database.execute("SELECT ref FROM conversations"))
    if not empty and not database.keys.knows(refs):
        raise BadKey(f"{keys_file} holds none of the keys of {path}; {_RESTORE}")
    # What was erased stays erased, also after a crash or with an older copy of the keys.
    database.keys.destroy(row["ref"] for row in database.all("SELECT ref FROM erasures"))


_RESTORE = "put the keys that belong to it back from their backup"
