from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Protocol

import pytest

from bot.ports import Store
from bot.storage.sqlite import SqliteStore


class Place(Protocol):
    """Where a store is kept, so that a test can open it as several processes would."""

    adapter: str
    location: str

    async def open(self) -> Store: ...

    def raw(self) -> bytes:
        """Everything that stands on the disk, as bytes."""
        ...


class SqlitePlace:
    adapter = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "letselwijzer.db"
        self.location = str(self.path)

    async def open(self) -> SqliteStore:
        return await SqliteStore.open(self.path)

    def raw(self) -> bytes:
        return b"".join(file.read_bytes() for file in sorted(self.folder.iterdir()))


@pytest.fixture(params=["sqlite"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    assert request.param == "sqlite"
    return SqlitePlace(tmp_path)


@pytest.fixture
async def opened() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
async def store(place: Place, opened: AsyncExitStack) -> Store:
    made = await place.open()
    opened.push_async_callback(made.close)
    return made
