"""Somebody who talks to the program on one of its channels, and sees what arrives."""

from dataclasses import dataclass, field
from typing import Protocol
from uuid import uuid4

from bot.channels.buttons import data
from bot.ports import Line
from tests.bot.kills.ways import TRIES, again_until_taken, browser
from tests.loopback.telegram import BotApi
from tests.loopback.whatsapp import CloudApi
from tests.stories.seat import Button, Seen, bare
from tests.telegram import WEBHOOK
from tests.webpage import Page


class Somebody(Protocol):
    """A person at a channel; what they do is done when the platform was told that it was taken."""

    channel: str

    @property
    def chat(self) -> str:
        """What the store calls them."""
        ...

    async def begins(self) -> None:
        """Do what begins the conversation."""
        ...

    async def types(self, text: str) -> None:
        """Type something."""
        ...

    async def presses(self, button: Button) -> None:
        """Press a button."""
        ...

    def handles(self, line: Line, seen: Seen) -> tuple[object, ...]:
        """Return what is needed to press the buttons under a line."""
        ...

    async def reports(self) -> None:
        """Tell the program what became of its messages, where the platform does so."""
        ...

    def twice(self, line: Line) -> int:
        """See that a turn arrived whole; return how many messages of it came again."""
        ...


@dataclass
class OnTelegram:
    """A chat."""

    api: BotApi
    mode: str
    number: int
    channel: str = "telegram"
    read: int = 0

    @property
    def chat(self) -> str:
        return str(self.number)

    async def begins(self) -> None:
        await self.types("/start")

    async def types(self, text: str) -> None:
        await self._taken(await self.api.types(self.number, text))

    async def presses(self, button: Button) -> None:
        await self._taken(await self.api.taps_data(self.number, str(button.handle)))

    def handles(self, line: Line, seen: Seen) -> tuple[object, ...]:
        return tuple(data(line.number, place) for place in range(len(seen.buttons)))

    async def reports(self) -> None:
        """Telegram reports nothing."""

    def twice(self, line: Line) -> int:
        assert line.outgoing is not None
        new = [message.text for message in self.api.sent[self.number][self.read :]]
        self.read += len(new)
        meant = bare("".join(part.text for part in line.outgoing.parts))
        whole = next(n for n in range(len(new) + 1) if bare("".join(new[len(new) - n :])) == meant)
        assert set(new) == set(new[len(new) - whole :])
        return len(new) - whole

    async def _taken(self, update: int) -> None:
        if self.mode == WEBHOOK:
            await self.api.delivers(update, tries=TRIES)
        else:
            await self.api.wait_until_confirmed(update)


@dataclass
class OnWhatsApp:
    """A number; Meta reports each message that went."""

    api: CloudApi
    chat: str
    channel: str = "whatsapp"
    reported: int = 0
    read: set[str] = field(default_factory=set)

    async def begins(self) -> None:
        await self.types("hallo")

    async def types(self, text: str) -> None:
        await self.api.types(self.chat, text)

    async def presses(self, button: Button) -> None:
        await self.api.taps_data(self.chat, str(button.handle))

    def handles(self, line: Line, seen: Seen) -> tuple[object, ...]:
        return tuple(data(line.number, place) for place in range(len(seen.buttons)))

    async def reports(self) -> None:
        while self.reported < len(self.api.sent[self.chat]):
            await self.api.reports(self.api.sent[self.chat][self.reported], "sent")
            self.reported += 1

    def twice(self, line: Line) -> int:
        assert line.outgoing is not None
        # Our own id: which line, which part of it, and which attempt.
        new = [message.own for message in self.api.sent[self.chat]][len(self.read) :]
        self.read.update(new)
        parts = {own.rsplit(":", 1)[0] for own in new}
        assert len({part.rsplit(":", 1)[0] for part in parts}) == 1
        return len(new) - len(parts)


@dataclass
class OnThePage:
    """A browser; the page sends under one id until it hears that it was taken."""

    page: Page
    channel: str = "web"

    @property
    def chat(self) -> str:
        return browser(self.page)

    async def begins(self) -> None:
        await self._taken({"kind": "commanded", "command": "start"})

    async def types(self, text: str) -> None:
        await self._taken({"kind": "said", "text": text})

    async def presses(self, button: Button) -> None:
        question = button.handle or None
        await self._taken({"kind": "chose", "choice": button.id, "question": question})

    def handles(self, _: Line, seen: Seen) -> tuple[object, ...]:
        return tuple(button.handle for button in seen.buttons)

    async def reports(self) -> None:
        """A page shows what is there; nothing is reported."""

    def twice(self, line: Line) -> int:
        shown = [shown["number"] for shown in self.page.lines]
        assert shown == list(range(1, line.number + 1))
        return 0

    async def _taken(self, act: dict[str, object]) -> None:
        await again_until_taken(self.page, act, str(uuid4()))
