"""What surrounds the store: channels, the clock, and who watches."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Protocol

from bot.ports.kept import Posted


class Channel(Protocol):
    """One place where people talk."""

    name: str

    async def send(self, posted: Posted) -> None:
        """Send one message; raise `Unreachable` or `TryLater` when that does not work."""
        ...


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Return the present moment, with its time zone."""
        ...


class Live(Protocol):
    """Who is told in this process that a conversation has something new."""

    def changed(self, conversation: int) -> None:
        """Wake everyone who watches this conversation."""
        ...

    def watch(self, conversation: int | None) -> AsyncIterator[None]:
        """Yield each time the conversation has something new; None: any of them."""
        ...
