"""Who is told, inside this process, that a conversation has something new."""

import asyncio
from collections.abc import AsyncIterator
from typing import Self
from weakref import WeakSet


class Watch(AsyncIterator[None]):
    """One watcher; what happens while it is busy is told once, at its next turn."""

    def __init__(self) -> None:
        """Begin with nothing new."""
        self._news = asyncio.Event()

    def __aiter__(self) -> Self:
        """Return the watcher itself."""
        return self

    async def __anext__(self) -> None:
        """Wait for something new."""
        await self._news.wait()
        self._news.clear()

    @property
    def has_news(self) -> bool:
        """Tell whether there is something new to come for."""
        return self._news.is_set()

    def tell(self) -> None:
        """Let the watcher know that there is something new."""
        self._news.set()


class LocalLive:
    """Watchers in this process; one that is let go of is forgotten by itself."""

    def __init__(self) -> None:
        """Begin without watchers."""
        self._watching: dict[int | None, WeakSet[Watch]] = {}

    def changed(self, conversation: int) -> None:
        """Wake everyone who watches this conversation."""
        for watched in (conversation, None):
            watchers = self._watching.get(watched, WeakSet())
            for watcher in tuple(watchers):
                watcher.tell()
            if not watchers:
                self._watching.pop(watched, None)

    def watch(self, conversation: int | None) -> AsyncIterator[None]:
        """Watch from now on, also before the first turn of the iterator."""
        watcher = Watch()
        self._watching.setdefault(conversation, WeakSet()).add(watcher)
        return watcher
