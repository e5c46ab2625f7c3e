"""What Telegram must be told before it works, until it works."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram.exceptions import AiogramError, TelegramRetryAfter

from bot.log import log
from bot.ports import StoreUnavailable

_PAUSE = 3.0


async def until_it_works(do: Callable[[], Awaitable[None]]) -> None:
    """Do something as often as it takes; what goes wrong outside is never a reason to stop."""
    while True:
        try:
            await do()
        except TelegramRetryAfter as wait:
            await asyncio.sleep(wait.retry_after)
        except (AiogramError, StoreUnavailable) as error:
            log.warning("telegram_waits", error=type(error).__name__)
            await asyncio.sleep(_PAUSE)
        else:
            return
