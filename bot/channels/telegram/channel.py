"""Sending by Telegram."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramMigrateToChat
from aiogram.methods import SendMessage
from aiogram.methods.base import Response
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.pieces import split, units
from bot.channels.telegram.messages import Message, messages
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.refusals import consequence, too_long
from bot.ports import Posted, Store, TryLater, Unreachable

NAME = "telegram"
# aiogram asks for these at every call, and pydantic builds each anew once nobody holds it.
_ANSWERS = (Response[dict[str, Any]], Response[list[dict[str, Any]]], Response[bool])
# What is refused as too long at this length was not refused for its length.
_SHORTEST_TOO_LONG = 500


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

    def __init__(self, bot: Bot, store: Store) -> None:
        """Send with this client."""
        self._bot = bot
        self._store = store
        self._pace = Pace()

    async def send(self, posted: Posted) -> None:
        """Send a turn; what a person typed is never markup, so nothing is parsed."""
        for message in messages(posted):
            await self._send(int(posted.chat_id), message)

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
        await self._send(chat_id, Message(text=last, rows=message.rows))


def _of(chat_id: int, message: Message) -> Send:
    return Send(
        chat_id=chat_id, text=message.text, parse_mode=None, reply_markup=_keyboard(message)
    )


def _keyboard(message: Message) -> InlineKeyboardMarkup | None:
    if not message.rows:
        return None
    rows = [
        [InlineKeyboardButton(text=key.text, callback_data=key.data) for key in row]
        for row in message.rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
