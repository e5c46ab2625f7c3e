"""One program and one browser for all tests of a module; each visitor has cookies of their own."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.app import parts
from bot.parts import Parts
from bot.settings import Settings
from tests.browsing import browsing
from tests.visiting import Visitor, visiting
from tests.webpage import serving


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def everything(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    folder = tmp_path_factory.mktemp("browser")
    return await parts(Settings(_env_file=None, database_url=f"sqlite:///{folder}/chat.db"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(everything: Parts) -> AsyncIterator[str]:
    async with serving(everything) as (url, _):
        yield url


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(chromium: Browser, address: str) -> AsyncIterator[Visitor]:
    async with visiting(chromium, address) as someone:
        yield someone
