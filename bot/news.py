"""Waiting for something new, for a stream to a page that is open."""

import asyncio
from collections.abc import AsyncIterator

import anyio

# A page whose connection is gone is noticed by this; it also looks again in the store then, for
# what another process may have added.
HEARTBEAT_SECONDS = 15
RETRY_MILLISECONDS = 2000
# A program that stops ends each stream as a stream ends, so that browsers come back by themselves.
SECONDS_TO_END = 2


class News:
    """Waits for something new, for the next heartbeat, or for the end of the program."""

    def __init__(self, watch: AsyncIterator[None], stopping: anyio.Event) -> None:
        """Watch this, until the program stops."""
        self._watch = watch
        self._coming = asyncio.create_task(_next(watch))
        self._stopping = asyncio.create_task(stopping.wait())

    async def or_heartbeat(self) -> bool:
        """Return when it is time to look again; False when the program stops."""
        await asyncio.wait(
            (self._coming, self._stopping),
            timeout=HEARTBEAT_SECONDS,
            return_when=asyncio.FIRST_COMPLETED,
        )
        if self._coming.done():
            self._coming = asyncio.create_task(_next(self._watch))
        return not self._stopping.done()

    def close(self) -> None:
        """Wait for nothing more."""
        self._coming.cancel()
        self._stopping.cancel()


async def _next(watch: AsyncIterator[None]) -> None:
    await anext(watch)
