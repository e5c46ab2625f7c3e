"""One piece of work on the store, from a command."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.app import parts
from bot.parts import Parts
from bot.settings import Settings

Outcome = TypeVar("Outcome")


def ran(settings: Settings, work: Callable[[Parts], Awaitable[Outcome]]) -> Outcome:
    """Open the store, do the work, close the store, and return what came of it."""
    return asyncio.run(_done(settings, work))


async def _done(settings: Settings, work: Callable[[Parts], Awaitable[Outcome]]) -> Outcome:
    playing = await parts(settings)
    try:
        return await work(playing)
    finally:
        await playing.store.close()
