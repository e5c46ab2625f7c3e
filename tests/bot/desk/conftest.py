"""The real program on a store of its own, with a clock that the test holds."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from playwright.async_api import Browser as Chromium

from bot import desk
from bot.app import parts as real_parts
from bot.desk import passwords
from bot.parts import Parts
from bot.settings import Settings, database_url
from dialogs.events import Said
from tests import playing
from tests.balie import Browser, HeldClock, opened
from tests.browsing import browsing
from tests.people import BEREAVED, LIGHT, VICTIM, Person
from tests.webpage import serving

# The morning of the day on which the program of `tests.playing` stands still.
MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)
# A story as nobody should be able to tell it.
STORY = (
    "<img src=x onerror=alert(1)> <b>auto</b> {{ 7 * 7 }} \u202eom "
    f"\N{GRINNING FACE} {'W' * 300}"
)


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


# --- cases that came about by whole conversations, walked once for all tests ---------------------


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with three people who talked to the end, and one who needs help at once."""
    folder = tmp_path_factory.mktemp("told")
    asyncio.run(_walked(folder))
    return folder


@pytest.fixture
async def telling(told: Path, tmp_path: Path) -> AsyncIterator[Parts]:
    """The program on a copy of that store."""
    made = await playing.opened(shutil.copytree(told, tmp_path / "told"))
    yield made
    await made.store.close()


async def _walked(folder: Path) -> None:
    parts = await playing.opened(folder)
    at = MORNING
    for name, facts in {"een": VICTIM, "twee": LIGHT, "drie": BEREAVED}.items():
        said, at_first = {"verhaal": STORY}, {"ao_dagen": "3 dagen"}
        person = Person(parts.service, parts.store, facts, at, "web", name, said, at_first)
        await person.walk()
        at += timedelta(hours=1)
    somebody = Person(parts.service, parts.store, {}, at, "telegram", "vier")
    await somebody.does(Said(text="hallo"))
    await somebody.does(Said(text="mijn man ligt op straat en ademt niet"))
    await parts.store.close()


# --- a real browser ------------------------------------------------------------------------------


@pytest.fixture
async def address(parts: Parts) -> AsyncIterator[str]:
    async with serving(parts) as (url, _):
        yield url


@pytest.fixture
async def chromium() -> AsyncIterator[Chromium]:
    async with browsing() as browser:
        yield browser
