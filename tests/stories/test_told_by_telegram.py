"""The stories, told by Telegram to the real program, over a Bot API on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot import app
from bot.channels.telegram import serving
from bot.channels.telegram.serving import served as telegram_served
from bot.clock import FixedClock
from bot.parts import Parts
from bot.settings import Settings
from tests.loopback.telegram import TOKEN, BotApi, bot_api
from tests.stories.by_telegram import TelegramSeat
from tests.stories.ending import ended_well
from tests.stories.everyone import EVERYONE
from tests.stories.story import TODAY, Story
from tests.stories.teller import Teller

pytestmark = pytest.mark.asyncio(loop_scope="module")
_FIRST_CHAT = 7001


class Unhurried:
    """A pace for people who answer at once, all of them; the real one has tests of its own."""

    async def turn(self, chat_id: int) -> None:
        """Let every message go."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def served(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[BotApi, Parts]]:
    """Run the program once for all; each story is a chat of its own."""
    folder = tmp_path_factory.mktemp("telegram")
    async with bot_api() as api:
        settings = Settings(
            _env_file=None,
            database_url=f"sqlite:///{folder / 'lw.db'}",
            telegram_token=SecretStr(TOKEN),
            telegram_api_url=api.base,
        )
        parts = await app.parts(settings, FixedClock(TODAY))
        monkeypatch = pytest.MonkeyPatch()
        monkeypatch.setattr(serving, "Pace", Unhurried)
        workers = [
            asyncio.create_task(parts.outbox.run()),
            asyncio.create_task(telegram_served(parts)),
        ]
        yield api, parts
        for worker in workers:
            worker.cancel()
        for worker in workers:
            with suppress(asyncio.CancelledError):
                await worker
        monkeypatch.undo()
        await parts.store.close()


@pytest.mark.parametrize("story", EVERYONE, ids=lambda story: story.name)
async def test_a_story_told_in_a_chat_ends_well(
    story: Story, served: tuple[BotApi, Parts]
) -> None:
    api, parts = served
    seat = TelegramSeat(api, parts, chat=_FIRST_CHAT + EVERYONE.index(story))
    await ended_well(await Teller(story, seat).tells())
