"""The stories, told on the chat page of the real program, over HTTP."""

from collections.abc import AsyncIterator

import httpx2
import pytest
import pytest_asyncio
from fastapi import FastAPI

from bot.app import asgi
from bot.app import parts as all_parts
from bot.clock import FixedClock
from bot.parts import Parts
from bot.settings import Settings
from tests.stories.by_web import WebSeat
from tests.stories.ending import ended_well
from tests.stories.everyone import EVERYONE
from tests.stories.story import TODAY, Story
from tests.stories.teller import Teller
from tests.webpage import Page

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def served(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[FastAPI, Parts]]:
    """Serve the program once for all; each story is a browser of its own."""
    file = tmp_path_factory.mktemp("web") / "lw.db"
    settings = Settings(_env_file=None, database_url=f"sqlite:///{file}")
    parts = await all_parts(settings, FixedClock(TODAY))
    app = asgi(parts)
    async with app.router.lifespan_context(app):
        yield app, parts


@pytest.mark.parametrize("story", EVERYONE, ids=lambda story: story.name)
async def test_a_story_told_on_the_page_ends_well(
    story: Story, served: tuple[FastAPI, Parts]
) -> None:
    app, parts = served
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as http:
        await ended_well(await Teller(story, WebSeat(Page(http), parts)).tells())
