"""Receiving by asking: the offset is raised after the turn was committed, never before."""

from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod

from bot.channels.telegram import menu
from bot.channels.telegram.patience import until_it_works
from bot.channels.telegram.player import Player
from bot.channels.telegram.updates import ALLOWED
from bot.parts import Parts

_LONG_POLL = 25


class Poll(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates` as it comes: one update that cannot be read must not hide the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = _LONG_POLL
    allowed_updates: list[str] = list(ALLOWED)


class Poller:
    """Asks Telegram for updates and plays each as one turn, in order."""

    def __init__(self, bot: Bot, parts: Parts, player: Player) -> None:
        """Play the updates of this bot."""
        self._bot = bot
        self._parts = parts
        self._player = player
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll for ever; after trouble the offset stands where it was."""
        await until_it_works(self._begin)
        while True:
            await until_it_works(self._round)

    async def _begin(self) -> None:
        # A webhook that was set before would keep polling from working.
        await self._bot.delete_webhook(drop_pending_updates=False)
        await menu.show(self._bot, self._parts.texts)

    async def _round(self) -> None:
        poll = Poll(offset=self._offset)
        updates = await self._bot(poll, request_timeout=_LONG_POLL + 10)
        if not updates:
            # All that was played is confirmed. After a week of silence the numbers begin anew,
            # perhaps lower, and an offset would hide them.
            self._offset = None
        for told in updates:
            await self._player.play(told)
            self._offset = int(told["update_id"]) + 1
