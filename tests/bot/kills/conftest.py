"""The real program on both databases, to be killed."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.bot.storage.conftest import Place, opened, place, postgres, scratch
from tests.program import Program, Warm

__all__ = ["opened", "place", "postgres", "scratch"]


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    begun = Warm()
    yield begun
    begun.stop()


@pytest.fixture
async def program(warm: Warm, place: Place, tmp_path: Path) -> AsyncIterator[Program]:
    made = Program(warm, place, tmp_path, await place.open())
    yield made
    await made.ends()
