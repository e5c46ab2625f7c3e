"""The connections to PostgreSQL, and what goes wrong with them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, cast

import asyncpg

from bot.ports import StoreUnavailable, Unreadable
from bot.sealing import BadSeal, DataKey, Sealer
from bot.storage.sealed import Row

CHANGED = "letselwijzer_changed"
# A fault of the program, or of another process that was quicker: not of the world.
_OURS = (asyncpg.IntegrityConstraintViolationError, asyncpg.SyntaxOrAccessError)
_WORLD = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    # Raised as well for a connection of which the server has just taken leave.
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)


class Connection:
    """One connection, as long as it is ours."""

    def __init__(self, connection: Any, sealer: Sealer) -> None:
        """Speak through this connection."""
        self._connection = connection
        self.sealer = sealer

    async def one(self, sql: str, *values: Any) -> Any:
        """Return the first row, None when there is none."""
        return await self._connection.fetchrow(sql, *values)

    async def all(self, sql: str, *values: Any) -> Sequence[Any]:
        """Return every row."""
        found: Sequence[Any] = await self._connection.fetch(sql, *values)
        return found

    async def count(self, sql: str, *values: Any) -> int:
        """Do a change and return how many rows it touched."""
        done: str = await self._connection.execute(sql, *values)
        return int(done.rsplit(" ", 1)[-1])

    async def script(self, sql: str) -> None:
        """Do several statements."""
        await self._connection.execute(sql)

    def transaction(self) -> AbstractAsyncContextManager[None]:
        """Do everything inside or nothing."""
        return cast("AbstractAsyncContextManager[None]", self._connection.transaction())

    def key(self, row: Row) -> DataKey | None:
        """Return the key of a conversation, None when it was destroyed."""
        if row["wrapped"] is None:
            return None
        try:
            return self.sealer.data_key(row["ref"], row["wrapped"])
        except BadSeal as error:
            raise Unreadable(row["case_number"], str(error)) from None


class Database:
    """A pool of connections."""

    def __init__(self, pool: Any, sealer: Sealer) -> None:
        """Take connections from this pool."""
        self._pool = pool
        self.sealer = sealer

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """Have a connection on which every statement stands by itself."""
        async with told(), self._pool.acquire() as connection:
            yield Connection(connection, self.sealer)

    async def close(self) -> None:
        """Let go of all connections."""
        await self._pool.close()


@asynccontextmanager
async def told() -> AsyncIterator[None]:
    """Say in the words of the port what goes wrong outside."""
    try:
        yield
    except _OURS:
        raise
    except _WORLD as error:
        raise StoreUnavailable(f"the database could not do it: {said(error)}") from error


def said(error: BaseException) -> str:
    """Return what went wrong; never the detail, in which the values of a row may stand."""
    return f"{type(error).__name__}: {getattr(error, 'message', None) or error}"
