"""A seat in a Telegram chat: types and taps in the Bot API, and reads what was sent there."""

import asyncio
from dataclasses import dataclass

from bot.handoff import CaseFile, case_file
from bot.parts import Parts
from bot.ports import Line
from dialogs.events import Command
from tests.loopback.telegram import BotApi
from tests.stories.by_engine import seen_in, with_handles
from tests.stories.seat import Button, Seen

_PATIENCE, _BLINK = 60.0, 0.004


@dataclass
class TelegramSeat:
    """One chat; which question is open is looked up, as Telegram does not show it."""

    api: BotApi
    parts: Parts
    chat: int
    channel: str = "telegram"
    read: int = 0
    on_keyboard: bool = False

    @property
    def gone(self) -> str:
        """What is said only to take keys away."""
        return self.parts.texts("telegram.toetsen_weg")

    async def starts(self) -> Seen:
        return await self._answer(await self.api.types(self.chat, "/start"))

    async def types(self, text: str) -> Seen:
        return await self._answer(await self.api.types(self.chat, text))

    async def presses(self, button: Button) -> Seen:
        by = self.api.types if self.on_keyboard else self.api.taps_data
        return await self._answer(await by(self.chat, button.handle))

    async def commands(self, command: Command) -> Seen:
        return await self._answer(await self.api.types(self.chat, f"/{command}"))

    async def file(self) -> CaseFile:
        known = await self.parts.store.conversation_of(self.channel, str(self.chat))
        assert known is not None
        found = await case_file(self.parts.store, self.parts.clock, known.case)
        assert found is not None
        return found

    async def _answer(self, update: int) -> Seen:
        await self.api.wait_until_confirmed(update)
        async with asyncio.timeout(_PATIENCE):
            line = await self._delivered()
        assert line.outgoing is not None
        new = self.api.sent[self.chat][self.read :]
        self.read += len(new)
        seen = seen_in(line.outgoing)
        shown = [shown for message in new for shown in message.buttons]
        more = (new[-1].shares, *line.outgoing.days)
        keyboard = [label for label in new[-1].keyboard if label not in more]
        self.on_keyboard = bool(keyboard)
        shown += [(label, label) for label in keyboard]
        labels = [label.removeprefix("✓ ") for label, _ in shown]
        # What a person sees in the chat is what was decided: every word, and every button.
        assert labels == [button.label for button in seen.buttons]
        seen = with_handles(seen, tuple(data for _, data in shown))
        words = "\n\n".join(message.text for message in new if message.text != self.gone)
        assert "".join(words.split()) == "".join(seen.words.split())
        return seen

    async def _delivered(self) -> Line:
        known = await self.parts.store.conversation_of(self.channel, str(self.chat))
        assert known is not None
        while True:
            lines = await self.parts.store.transcript(known.id)
            last = next(line for line in reversed(lines) if line.outgoing is not None)
            if last.delivered:
                return last
            await asyncio.sleep(_BLINK)
