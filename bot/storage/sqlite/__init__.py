"""The store on one SQLite file, the embedded default."""

from bot.storage.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
