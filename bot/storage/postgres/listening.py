"""Hearing from every process which conversation has something new."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg

from bot.storage.postgres.database import CHANGED, told
from bot.storage.watching import Listeners

# How soon a connection that broke is made again.
_LOOK_SECONDS = 1.0


class Ear:
    """One connection that listens; it is made again when it breaks."""

    def __init__(self, url: str) -> None:
        """Listen at this database, once somebody wants to hear."""
        self._url = url
        self._listeners = Listeners()
        self._connection: Any = None
        self._one_at_a_time = asyncio.Lock()

    async def changes(self) -> AsyncIterator[int]:
        """Yield each conversation that got something new."""
        queue = self._listeners.add()
        try:
            while True:
                await self._listening()
                # Not `wait_for`: in Python 3.11 it forgets to stop when news comes meanwhile.
                try:
                    async with asyncio.timeout(_LOOK_SECONDS):
                        conversation = await queue.get()
                except TimeoutError:
                    continue
                yield conversation
        finally:
            self._listeners.remove(queue)

    async def close(self) -> None:
        """Stop listening."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _listening(self) -> None:
        async with self._one_at_a_time, told():
            if self._connection is not None and not self._connection.is_closed():
                return
            self._connection = await asyncpg.connect(self._url)
            await self._connection.add_listener(CHANGED, self._heard)

    def _heard(self, _: Any, __: int, ___: str, conversation: str) -> None:
        self._listeners.tell(int(conversation))
