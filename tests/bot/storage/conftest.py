import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Protocol

import asyncpg
import pytest

from bot.ports import Store
from bot.storage.sqlite import SqliteStore
from tests.turning import opened as opened_store

SERVER = os.environ.get("LW_TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432")
# Deleting a handful of rows is ten times as quick as TRUNCATE, which waits for the disk.
EMPTY = (
    *(
        f"DELETE FROM {table}"  # noqa: S608 - our own names
        for table in (
            "received",
            "conversations",
            "keys.wrapped",
            "case_numbers",
            "erasures",
            "staff",
            "logins",
            "topics",
        )
    ),
    "ALTER SEQUENCE conversations_id_seq RESTART",
)


class Place:
    """Where a store is kept, so that a test can open it as several processes would."""

    def __init__(self, adapter: str, location: str, opened: AsyncExitStack) -> None:
        self.adapter = adapter
        self.location = location
        self._opened = opened

    async def open(self) -> Store:
        store = await opened_store(self.adapter, self.location)
        self.closes(store)
        return store

    def closes(self, store: Store) -> None:
        """Close a store when the test is done, whoever opened it."""
        self._opened.push_async_callback(store.close)


async def _on_server(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url, timeout=5)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _with_tables(url: str) -> None:
    await (await opened_store("postgres", url)).close()


@pytest.fixture(scope="session")
def scratch() -> Iterator[str]:
    """A database of our own on the server, gone when the tests are done."""
    name = f"letselwijzer_test_{os.getpid()}_{os.urandom(3).hex()}"
    try:
        # These tests kill our own processes, never the server: it need not wait for its disk.
        asyncio.run(
            _on_server(
                f"{SERVER}/postgres",
                f"CREATE DATABASE {name}",
                f"ALTER DATABASE {name} SET synchronous_commit = off",
            )
        )
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        pytest.skip(f"no PostgreSQL for tests at {SERVER}: {type(error).__name__}")
    asyncio.run(_with_tables(f"{SERVER}/{name}"))
    yield f"{SERVER}/{name}"
    asyncio.run(_on_server(f"{SERVER}/postgres", f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def postgres(scratch: str) -> str:
    await _on_server(scratch, *EMPTY)
    return scratch


@pytest.fixture
async def opened() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path, opened: AsyncExitStack) -> Place:
    if request.param == "sqlite":
        return Place("sqlite", str(tmp_path / "letselwijzer.db"), opened)
    return Place("postgres", request.getfixturevalue("postgres"), opened)


class Opening(Protocol):
    """Opens a SQLite store that is closed when the test is done, whatever became of it.

    The thread of one that stays open would keep the tests from ending.
    """

    async def __call__(self, path: Path, master_key: str | None = None) -> SqliteStore: ...


@pytest.fixture
def opening(opened: AsyncExitStack) -> Opening:
    async def open_and_close(path: Path, master_key: str | None = None) -> SqliteStore:
        store = await SqliteStore.open(path, master_key)
        opened.push_async_callback(store.close)
        return store

    return open_and_close


@pytest.fixture
async def store(place: Place) -> Store:
    return await place.open()
