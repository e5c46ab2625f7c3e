"""Sending by Telegram."""

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods.base import Response
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Update
from aiogram.types import Message as SentMessage

from bot.channels.telegram.messages import Message, messages
from bot.ports import Posted, TryLater, Unreachable

NAME = "telegram"
# The network and the server come back by themselves; the outbox lengthens the wait.
_SOON = 2.0
# aiogram asks for these at every call, and pydantic builds each anew once nobody holds it.
_ANSWERS = (Response[SentMessage], Response[list[Update]], Response[bool])
# A revoked token is mended by an operator, not by hurry.
_AFTER_MENDING = 60.0


def bot_of(token: str, api_url: str | None) -> Bot:
    """Return the client, on the public Bot API or on another base."""
    if api_url is None:
        return Bot(token)
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))


class TelegramChannel:
    """The channel over one bot."""

    name = NAME

    def __init__(self, bot: Bot) -> None:
        """Send with this client."""
        self._bot = bot

    async def send(self, posted: Posted) -> None:
        """Send a turn; what a person typed is never markup, so nothing is parsed."""
        for message in messages(posted):
            await self._send(int(posted.chat_id), message)

    async def _send(self, chat_id: int, message: Message) -> None:
        try:
            await self._bot.send_message(
                chat_id, message.text, parse_mode=None, reply_markup=_keyboard(message)
            )
        except TelegramRetryAfter as wait:
            raise TryLater(float(wait.retry_after), "429") from wait
        except (TelegramNetworkError, TelegramServerError) as passing:
            raise TryLater(_SOON, "5xx") from passing
        except TelegramUnauthorizedError as refused:
            raise TryLater(_AFTER_MENDING, "401") from refused
        except (TelegramForbiddenError, TelegramNotFound, TelegramMigrateToChat) as gone:
            raise Unreachable("403") from gone
        except TelegramBadRequest as refused:
            raise Unreachable("400") from refused


def _keyboard(message: Message) -> InlineKeyboardMarkup | None:
    if not message.rows:
        return None
    rows = [
        [InlineKeyboardButton(text=key.text, callback_data=key.data) for key in row]
        for row in message.rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
