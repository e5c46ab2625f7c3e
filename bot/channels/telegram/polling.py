"""Receiving by Telegram: the offset is raised after the turn was committed, never before."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, Update

from bot.channels.buttons import NO_BUTTON, choice
from bot.channels.telegram.channel import NAME
from bot.channels.telegram.updates import ALLOWED, Pressed, Received, received
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import Inbound, StoreUnavailable, Unreadable
from dialogs.events import Act
from dialogs.events import Command as Word

_LONG_POLL = 25
_PAUSE = 3.0


class Poller:
    """Asks Telegram for updates and plays each as one turn, in order."""

    def __init__(self, bot: Bot, parts: Parts) -> None:
        """Play the updates of this bot."""
        self._bot = bot
        self._parts = parts
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll for ever; what goes wrong outside is waited for, never a reason to stop."""
        await self._until_it_works(self._begin)
        while True:
            await self._until_it_works(self._round)

    async def _begin(self) -> None:
        # A webhook that was set before would keep polling from working.
        await self._bot.delete_webhook(drop_pending_updates=False)
        await self._bot.set_my_commands(
            _commands(self._parts.script.vocabulary), scope=BotCommandScopeAllPrivateChats()
        )

    async def _round(self) -> None:
        updates = await self._bot.get_updates(
            offset=self._offset,
            timeout=_LONG_POLL,
            allowed_updates=list(ALLOWED),
            request_timeout=_LONG_POLL + 10,
        )
        for update in updates:
            try:
                await self._play(update)
            except Unreadable as error:
                # One case that cannot be opened must not keep everybody else waiting.
                log.error("case_unreadable", channel=NAME, **fault(error))
            self._offset = update.update_id + 1

    async def _until_it_works(self, do: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await do()
            except TelegramRetryAfter as wait:
                await asyncio.sleep(wait.retry_after)
            except (TelegramAPIError, TelegramNetworkError, StoreUnavailable) as error:
                # The offset stands where it was: the same update is played again.
                log.warning("telegram_polling", error=type(error).__name__)
                await asyncio.sleep(_PAUSE)
            else:
                return

    async def _play(self, update: Update) -> None:
        got = received(update)
        if got is None:
            return
        inbound = Inbound(
            channel=NAME,
            chat_id=got.chat_id,
            message_id=got.message_id,
            at=got.at or self._parts.clock.now(),
            act=await self._act(got),
        )
        await self._parts.service.handle(inbound)
        if got.callback_id is not None:
            await self._acknowledge(got.callback_id)

    async def _act(self, got: Received) -> Act:
        if isinstance(got.act, Pressed):
            place = (got.act.line, got.act.number)
            return await choice(self._parts.store, NAME, got.chat_id, place)
        return NO_BUTTON if got.act is None else got.act

    async def _acknowledge(self, callback_id: str) -> None:
        try:
            await self._bot.answer_callback_query(callback_id)
        except TelegramBadRequest:
            # "query is too old": the spinner is gone already, and the turn is committed.
            log.info("telegram_press_acknowledged_late")


def _commands(vocabulary: Mapping[str, Sequence[str]]) -> list[BotCommand]:
    return [
        BotCommand(command=word.value, description=vocabulary[f"commando.{word}"][0])
        for word in Word
    ]
