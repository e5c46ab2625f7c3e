"""What Telegram must be told before it works, until it works."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.log import fault, log
from bot.ports import StoreUnavailable

_PAUSE = 3.0
# Another program with the same token, or a token that was revoked: no hurry mends that.
_AFTER_MENDING = 30.0


async def until_it_works(do: Callable[[], Awaitable[None]]) -> None:
    """Do something as often as it takes; what goes wrong is never a reason to stop."""
    while True:
        try:
            await do()
        except TelegramRetryAfter as wait:
            await asyncio.sleep(wait.retry_after)
        except (TelegramConflictError, TelegramUnauthorizedError) as error:
            # The words of the API say which of the two, and hold nothing else.
            log.error("telegram_needs_an_operator", reason=error.message)
            await asyncio.sleep(_AFTER_MENDING)
        except (AiogramError, StoreUnavailable) as error:
            log.warning("telegram_waits", error=type(error).__name__)
            await asyncio.sleep(_PAUSE)
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not end the channel
            log.error("telegram_failed", **fault(error))
            await asyncio.sleep(_PAUSE)
        else:
            return
