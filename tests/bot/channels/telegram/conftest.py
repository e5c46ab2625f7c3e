from collections.abc import AsyncIterator

import pytest

from tests.loopback.telegram import BotApi, bot_api


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as running:
        yield running
