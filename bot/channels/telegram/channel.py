"""Sending by Telegram."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramMigrateToChat
from aiogram.methods import SendDocument, SendMessage
from aiogram.methods.base import Response
from aiogram.types import BufferedInputFile, LinkPreviewOptions

from bot.channels.pieces import split, units
from bot.channels.telegram.keyboards import Keyboards
from bot.channels.telegram.markup import markup
from bot.channels.telegram.messages import Message, messages
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.refusals import consequence, too_long
from bot.handoff.own_copy import Copies
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import Posted, TryLater, Unreachable

NAME = "telegram"
# aiogram asks for these at every call, and pydantic builds each anew once nobody holds it.
_ANSWERS = (Response[dict[str, Any]], Response[list[dict[str, Any]]], Response[bool])
# What is refused as too long at this length was not refused for its length.
_SHORTEST_TOO_LONG = 500
# People send more than one thing before they are answered: a whole album, page by page.
_LINES_BACK = 30
# Turns of which some went: more than wait at any moment.
_MOST_REMEMBERED = 10_000
# The outbox bears half a minute for a whole turn: a copy, and that it does not come, fit in it.
_LONGEST_COPY, _LONGEST_SORRY = 10.0, 4.0


class Send(SendMessage):
    """`sendMessage`, whose answer is not read: what cannot be read went out all the same."""

    __returning__ = dict[str, Any]


def bot_of(token: str, api_url: str | None) -> Bot:
    """Return the client, on the public Bot API or on another base."""
    if api_url is None:
        return Bot(token)
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))


class TelegramChannel:
    """The channel over one bot."""

    name = NAME

    def __init__(self, bot: Bot, parts: Parts, pace: Pace) -> None:
        """Send with this client, at this pace."""
        self._bot = bot
        self._store = parts.store
        self._clock = parts.clock
        self._texts = parts.texts
        self._keyboards = Keyboards(parts.texts)
        self._copies = Copies(parts.script, parts.texts, parts.settings)
        self._pace = pace
        # How many messages of a turn went, until all did: those are not sent again.
        self._went: dict[int, int] = {}

    async def send(self, posted: Posted) -> None:
        """Send a turn; what a person typed is never markup, so nothing is parsed."""
        keys_stand = await self._keys_stand(posted)
        shown = messages(posted, self._keyboards, keys_stand=keys_stand)
        went = self._went.get(posted.id, 0)
        for number in range(went, len(shown)):
            await self._send(int(posted.chat_id), shown[number])
            self._remember(posted, number + 1)
        if posted.outgoing.own_copy and went < len(shown):
            # Broken off from here on, it is begun again behind the words, and without a copy.
            await self._bring_copy(posted.chat_id)
        self._went.pop(posted.id, None)

    def _remember(self, posted: Posted, went: int) -> None:
        self._went[posted.id] = went
        if len(self._went) > _MOST_REMEMBERED:
            # What was dropped meanwhile never comes back for the rest.
            del self._went[next(iter(self._went))]

    async def _keys_stand(self, posted: Posted) -> bool:
        """Tell whether what was said before this turn put keys in place of the letters."""
        after = max(0, posted.line - 1 - _LINES_BACK)
        lines = await self._store.transcript(posted.conversation, after=after, limit=_LINES_BACK)
        said = [one.outgoing for one in lines if one.number < posted.line and one.outgoing]
        return bool(said) and self._keyboards.of(said[-1]) is not None

    async def _bring_copy(self, chat_id: str) -> None:
        """Send a person their own copy; who misses it asks for their data and gets it again.

        Whatever goes wrong here stays here: the words of this turn went before it.
        """
        try:
            async with asyncio.timeout(_LONGEST_COPY):
                await self._send_copy(chat_id)
        except Exception as error:  # noqa: BLE001 - the words would be said again
            log.warning("own_copy_not_sent", channel=NAME, **fault(error))
        else:
            return
        try:
            async with asyncio.timeout(_LONGEST_SORRY):
                await self._send(int(chat_id), Message(text=self._texts("kopie.niet")))
        except Exception as error:  # noqa: BLE001 - idem
            log.warning("own_copy_not_told_of", channel=NAME, **fault(error))

    async def _send_copy(self, chat_id: str) -> None:
        known = await self._store.conversation_of(NAME, chat_id)
        if known is None:
            return
        name, pdf = await self._copies.file(known, self._clock.now())
        await self._pace.turn(int(chat_id))
        file = BufferedInputFile(pdf, name)
        await self._bot(SendDocument(chat_id=int(chat_id), document=file))

    async def _send(self, chat_id: int, message: Message) -> None:
        await self._pace.turn(chat_id)
        try:
            await self._bot(_of(chat_id, message))
        except TelegramMigrateToChat as moved:
            raise await self._moved(chat_id, moved.migrate_to_chat_id) from moved
        except AiogramError as error:
            if too_long(error) and units(message.text) > _SHORTEST_TOO_LONG:
                await self._in_halves(chat_id, message)
                return
            what = consequence(error)
            if what is not None:
                raise what from error

    async def _moved(self, old: int, new: int) -> Exception:
        """Let the conversation go on where the chat is now, unless another one stands there."""
        if await self._store.readdress(NAME, str(old), str(new)):
            return TryLater(0, "migrated")
        return Unreachable("migrated")

    async def _in_halves(self, chat_id: int, message: Message) -> None:
        """Send a text that Telegram counts longer than we do; the buttons stay under its end."""
        *first, last = split(message.text, units(message.text) // 2 + 1)
        for piece in first:
            await self._send(chat_id, Message(text=piece))
        await self._send(chat_id, message.model_copy(update={"text": last}))


def _of(chat_id: int, message: Message) -> Send:
    return Send(
        chat_id=chat_id,
        text=message.text,
        parse_mode=None,
        reply_markup=markup(message),
        # Telegram would open every address in it, also one that works only once.
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
