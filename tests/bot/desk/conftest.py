"""The real program on a store of its own, with a clock that the test holds."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from bot import desk
from bot.app import parts as real_parts
from bot.desk import passwords
from bot.parts import Parts
from bot.settings import Settings, database_url
from tests.balie import Browser, HeldClock, opened


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as always, but with less memory: these tests log in many times."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", quick)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def parts(tmp_path: Path, clock: HeldClock) -> AsyncIterator[Parts]:
    url = database_url(str(tmp_path / "lw.db"))
    made = await real_parts(Settings(database_url=url, _env_file=None), clock)
    yield made
    await made.store.close()


@pytest.fixture
def app(parts: Parts) -> FastAPI:
    served = FastAPI()
    served.include_router(desk.router(parts))
    return served


@pytest.fixture
async def browser(app: FastAPI) -> AsyncIterator[Browser]:
    async with opened(app) as http:
        yield Browser(http)


@pytest.fixture
async def other(app: FastAPI) -> AsyncIterator[Browser]:
    """A second browser, with cookies of its own."""
    async with opened(app) as http:
        yield Browser(http)
