"""No faster than Telegram takes messages, so that it has to refuse none.

Each process keeps this pace by itself; where several are too fast together, Telegram says so and
the message waits.
"""

import asyncio
from collections.abc import Awaitable, Callable

from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

# Bot API, "Broadcasting to users": about 30 a second over all chats.
_OVER_ALL = RateLimitItemPerSecond(30)
# And one a second to each chat, where a short burst is allowed: nobody who is quick has to wait.
_PER_CHAT = RateLimitItemPerSecond(5, 5)
# A group gets fewer: 20 a minute, however many topics it has.
_PER_GROUP = RateLimitItemPerMinute(20)
_STEP = 0.05

Sleep = Callable[[float], Awaitable[None]]


class Pace:
    """Lets a message go when it is its time."""

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        """Begin with nothing sent."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._sleep = sleep

    async def turn(self, chat_id: int) -> None:
        """Return when one more message may go to this chat."""
        # The numbers of groups are negative.
        await self._free(_PER_GROUP if chat_id < 0 else _PER_CHAT, str(chat_id))
        await self._free(_OVER_ALL, "all")

    async def call(self) -> None:
        """Return when something that is no message may be done."""
        await self._free(_OVER_ALL, "all")

    async def _free(self, limit: RateLimitItem, key: str) -> None:
        while not await self._limiter.hit(limit, key):
            await self._sleep(_STEP)
