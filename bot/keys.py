"""Where the keys are: the master key, and the wrapped key of each conversation.

The wrapped keys stand in a file of their own. To erase a conversation is to overwrite its key
there: whatever older copy of the data there is stays unreadable.
"""

import base64
import binascii
import os
import sqlite3
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from bot.ports import BadStore
from bot.sealing import KEY_BYTES, DataKey, Sealer
from bot.storage.files import private, written_once

KEYS_FILE, MASTER_FILE, MASTER_SETTING = "keys.db", "master.key", "LW_MASTER_KEY"
_VERSION = 1
_BUSY_SECONDS = 30.0
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# A row is overwritten in place and never taken out: rows that move would leave copies behind.
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS master (one INTEGER PRIMARY KEY CHECK (one = 1), name BLOB)",
    "CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY, ref BLOB UNIQUE, wrapped BLOB)",
    f"PRAGMA user_version = {_VERSION}",
)


class BadKey(BadStore):
    """A master key that cannot be used; the message says what to do, never the key."""


# --- the master key ------------------------------------------------------------------------------


def master_key(configured: str | None, folder: Path) -> bytes:
    """Return the master key: the setting, or else the file beside the database, made once."""
    if configured is not None:
        return decoded(configured, MASTER_SETTING)
    path = folder / MASTER_FILE
    if not path.exists():
        _made(path)
    return decoded(_read(path), str(path))


def _made(path: Path) -> None:
    # Another process may have made both since it was looked for, the master key first.
    if (path.parent / KEYS_FILE).exists() and not path.exists():
        raise BadKey(
            f"{path} is gone, and without it nothing in the database can be read; "
            f"put it back from its backup, or set {MASTER_SETTING}"
        )
    try:
        written_once(path, base64.b64encode(os.urandom(KEY_BYTES)) + b"\n")
    except OSError as error:
        raise BadKey(
            f"{path} cannot be made ({error.strerror}); "
            f"choose another folder for the database, or set {MASTER_SETTING}"
        ) from None


def _read(path: Path) -> str:
    try:
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            raise BadKey(f"{path} can be read by others; do: chmod 600 {path}")
        return path.read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise BadKey(
            f"{path} cannot be read ({type(error).__name__}); put it back from its backup"
        ) from None


def decoded(text: str, where: str) -> bytes:
    """Return a master key that was written down; the error says where, and never the key."""
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise BadKey(
            f"{where} must be base64 of {KEY_BYTES} bytes, and is not; put the right one back "
            f"(for a new store: openssl rand -base64 {KEY_BYTES})"
        )
    return key


# --- the keys of the conversations ---------------------------------------------------------------


class Keys:
    """The wrapped keys in their own SQLite file."""

    def __init__(self, connection: sqlite3.Connection, sealer: Sealer) -> None:
        """Take a connection that is open; `Keys.open` makes one."""
        self._connection = connection
        self._sealer = sealer

    @classmethod
    def open(cls, path: Path, sealer: Sealer) -> Self:
        """Open or make the file; `BadKey` when its keys belong to another master key."""
        private(path)
        connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS)
        try:
            _prepared(connection, path, sealer)
        except sqlite3.Error as error:
            connection.close()
            raise BadKey(f"{path} cannot be used ({error}); put it back from its backup") from None
        except BadKey:
            connection.close()
            raise
        return cls(connection, sealer)

    def new(self) -> tuple[bytes, DataKey]:
        """Return a new key and its reference; it is on the disk when this returns."""
        ref, wrapped = self._sealer.new_key()
        self._connection.execute("INSERT INTO keys (ref, wrapped) VALUES (?, ?)", (ref, wrapped))
        return ref, self._sealer.data_key(ref, wrapped)

    def key(self, ref: bytes) -> DataKey | None:
        """Return a key, None when it was destroyed or never was here."""
        found = self._connection.execute(
            "SELECT wrapped FROM keys WHERE ref = ? AND wrapped <> zeroblob(length(wrapped))",
            (ref,),
        ).fetchone()
        return None if found is None else self._sealer.data_key(ref, found[0])

    def knows(self, refs: Iterable[bytes]) -> bool:
        """Tell whether any of these keys is or was here."""
        sought = self._connection.execute
        return any(
            sought("SELECT 1 FROM keys WHERE ref = ?", (ref,)).fetchone() is not None
            for ref in refs
        )

    def destroy(self, refs: Iterable[bytes]) -> None:
        """Overwrite keys where they stand; those that are gone already are left alone."""
        gone = [(ref,) for ref in refs if self.key(ref) is not None]
        if not gone:
            return
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "UPDATE keys SET wrapped = zeroblob(length(wrapped)) WHERE ref = ?", gone
            )

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _prepared(connection: sqlite3.Connection, path: Path, sealer: Sealer) -> None:
    # No write-ahead log: it would keep the keys that were overwritten in the file itself. EXTRA,
    # because without a log a commit is only lasting when the folder is on the disk as well.
    for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > _VERSION:
        raise BadKey(f"{path} was made by a newer version of the program; install that one")
    if version < _VERSION:
        _begun(connection, sealer)
    (name,) = connection.execute("SELECT name FROM master").fetchone()
    if name != sealer.name:
        raise BadKey(
            f"the master key does not fit {path}: its keys were made with another one; "
            f"put back the {MASTER_FILE} or {MASTER_SETTING} that belongs to it"
        )


def _begun(connection: sqlite3.Connection, sealer: Sealer) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute(
            "INSERT OR IGNORE INTO master (one, name) VALUES (1, ?)", (sealer.name,)
        )
