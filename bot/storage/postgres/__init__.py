"""The store on PostgreSQL, for several workers on several machines."""

from bot.storage.postgres.store import PostgresStore

__all__ = ["PostgresStore"]
