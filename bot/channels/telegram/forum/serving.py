"""The staff group beside the conversations: whatever changes in a case is shown in its topic."""

import asyncio
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter

from bot.channels.telegram import menu
from bot.channels.telegram.forum.group import Group
from bot.channels.telegram.forum.hearing import Hearing
from bot.channels.telegram.forum.mirror import Mirror
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.patience import until_it_works
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import StoreUnavailable

# What was missed, by a fault or while the program was down, is found by looking again.
_LOOK_AGAIN_SECONDS = 60.0
# When a file that is on its way is looked for again.
_FILE_SECONDS = 1.0
# A group that was named wrongly is wrong for long.
_PAUSE, _LONGEST_PAUSE = 3.0, 300.0
# A group that is new does not get every case of the past.
_PAST = timedelta(days=30)


class Forum:
    """Serves the staff group."""

    def __init__(self, bot: Bot, parts: Parts, chat: int, pace: Pace) -> None:
        """Show the cases of this program in this group."""
        self._bot, self._texts = bot, parts.texts
        group = self._group = Group(bot, chat, pace)
        parts.staff_group.speaks(lambda text: group.say(None, text))
        self._store = parts.store
        self._clock = parts.clock
        self._mirror = Mirror(parts, group)
        self.hearing = Hearing(bot, parts, group, self._mirror)
        # In the order in which they changed; one that changes again keeps its place.
        self._waiting: dict[int, None] = {}
        self._news = asyncio.Event()
        self._pause = _PAUSE

    async def run(self) -> None:
        """Serve until cancelled."""
        await until_it_works(self._begin)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._look_again())
            tasks.create_task(self._watch())
            tasks.create_task(self._show())

    async def _begin(self) -> None:
        await self._group.find()
        await menu.show_staff(self._bot, self._texts, self._group.chat)

    async def _look_again(self) -> None:
        while True:
            try:
                found = await self._store.topics.to_see(self._clock.now() - _PAST)
            except StoreUnavailable as error:
                log.warning("store_unavailable", **fault(error))
            else:
                for conversation in found:
                    self._add(conversation)
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def _watch(self) -> None:
        while True:
            try:
                async for conversation in self._store.changes():
                    self._add(conversation)
            except StoreUnavailable as error:
                log.warning("store_unavailable", **fault(error))
                await asyncio.sleep(_PAUSE)

    def _add(self, conversation: int) -> None:
        self._waiting[conversation] = None
        self._news.set()

    async def _show(self) -> None:
        while True:
            await self._news.wait()
            while self._waiting:
                conversation = next(iter(self._waiting))
                del self._waiting[conversation]
                await self._seen(conversation)
            self._news.clear()

    async def _seen(self, conversation: int) -> None:
        """Bring one topic up to date; what does not work now is tried again, after the others."""
        try:
            if await self._mirror.see(conversation):
                asyncio.get_running_loop().call_later(_FILE_SECONDS, self._add, conversation)
        except TelegramRetryAfter as wait:
            self._add(conversation)
            await asyncio.sleep(wait.retry_after)
        except (AiogramError, StoreUnavailable) as error:
            log.warning("telegram_group_waits", **fault(error))
            self._add(conversation)
            await asyncio.sleep(self._pause)
            self._pause = min(2 * self._pause, _LONGEST_PAUSE)
        else:
            self._pause = _PAUSE
