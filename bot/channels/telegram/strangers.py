"""Groups that nobody runs this program for: it leaves them, as it only talks with one person."""

import asyncio

from aiogram import Bot
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.exceptions import AiogramError
from aiogram.types import Update

from bot.log import log
from bot.sentences.texts import Texts

_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)
_SECONDS_FOR_COURTESY = 5


class Strangers:
    """Deals with being added to a group that is not that of staff."""

    def __init__(self, bot: Bot, texts: Texts) -> None:
        """Leave with this client, in these words."""
        self._bot = bot
        self._texts = texts

    async def left(self, update: Update) -> None:
        """Leave a group right after somebody added the bot; its number is for an operator."""
        change = update.my_chat_member
        if change is None or change.chat.type == ChatType.PRIVATE:
            return
        was, now = change.old_chat_member.status, change.new_chat_member.status
        if was not in _OUTSIDE or now in _OUTSIDE:
            return
        chat = change.chat.id
        log.warning("telegram_left_a_group")
        try:
            async with asyncio.timeout(_SECONDS_FOR_COURTESY):
                if change.chat.type != ChatType.CHANNEL:
                    said = self._texts("telegram.geen_groep", nummer=chat)
                    await self._bot.send_message(chat, said, parse_mode=None)
        except (AiogramError, TimeoutError) as error:
            log.info("telegram_group_not_answered", error=type(error).__name__)
        try:
            async with asyncio.timeout(_SECONDS_FOR_COURTESY):
                await self._bot.leave_chat(chat)
        except (AiogramError, TimeoutError) as error:
            log.info("telegram_group_not_left", error=type(error).__name__)
