"""What the program does in the staff group, and what Telegram makes of it."""

from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)
from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditMessageText,
    GetChat,
    ReopenForumTopic,
    SendDocument,
    SendMessage,
)
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.telegram.pace import Pace
from bot.log import log
from dialogs.frozen import Frozen

_SETTING = "LW_TELEGRAM_STAFF_CHAT"
_LONGEST_NAME = 128
_AS_IT_IS = ("message is not modified", "topic_not_modified")
# The topic, or its first message, was deleted by somebody.
_GONE = ("message thread not found", "topic_id_invalid", "message to edit not found")


class Whereabouts(GetChat):
    """`getChat`, of which little is needed: what else it tells may change its form."""

    __returning__ = dict[str, Any]


class TopicGone(Exception):  # noqa: N818 - what became of it
    """The topic is not there any more."""


class Key(Frozen):
    """A button: what it says, and what comes back or which page it opens."""

    text: str
    data: str | None = None
    url: str | None = None


class Group:
    """One forum group; every method may raise `AiogramError`."""

    def __init__(self, bot: Bot, chat: int, pace: Pace) -> None:
        """Speak in this group."""
        self._bot = bot
        self.chat = chat
        self._pace = pace

    async def find(self) -> None:
        """Find out where the group is now, and say what an operator has to mend in it."""
        try:
            chat: Any = await self._bot(Whereabouts(chat_id=self.chat))
        except TelegramMigrateToChat as moved:
            self.moved(moved.migrate_to_chat_id)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            log.error("telegram_staff_group_not_found", error=type(error).__name__)
        else:
            if not chat.get("is_forum"):
                log.error("telegram_staff_group_has_no_topics", reason=_SETTING)

    def moved(self, chat: int) -> None:
        """Go on in another group: turning topics on makes one.

        Telegram keeps where the old one went, so that the setting may follow later.
        """
        log.error("telegram_staff_group_moved", reason=_SETTING)
        self.chat = chat

    async def begin(self, name: str) -> int:
        """Make a topic and return its number."""
        made = await self._done(CreateForumTopic(chat_id=self.chat, name=name[:_LONGEST_NAME]))
        return made.message_thread_id

    async def say(self, thread: int | None, text: str, keys: Sequence[Key] = ()) -> int:
        """Put a message in a topic, or in the group itself, and return its number."""
        message = SendMessage(
            chat_id=self.chat,
            message_thread_id=thread,
            text=text,
            parse_mode=None,
            reply_markup=_keyboard(keys),
        )
        return (await self._sent(message)).message_id

    async def change(self, message: int, text: str, keys: Sequence[Key] = ()) -> None:
        """Let a message say something else."""
        changed = EditMessageText(
            chat_id=self.chat,
            message_id=message,
            text=text,
            parse_mode=None,
            reply_markup=_keyboard(keys),
        )
        await self._unless_so(changed)

    async def show(self, thread: int | None, name: str, document: bytes) -> None:
        """Put a document in a topic."""
        file = BufferedInputFile(document, name)
        await self._sent(SendDocument(chat_id=self.chat, message_thread_id=thread, document=file))

    async def close(self, thread: int) -> None:
        """Show that a topic is done with."""
        await self._unless_so(CloseForumTopic(chat_id=self.chat, message_thread_id=thread))

    async def reopen(self, thread: int) -> None:
        """Show that a topic is not done with after all."""
        await self._unless_so(ReopenForumTopic(chat_id=self.chat, message_thread_id=thread))

    async def delete(self, thread: int) -> None:
        """Delete a topic and every message in it."""
        await self._unless_so(DeleteForumTopic(chat_id=self.chat, message_thread_id=thread))

    async def _unless_so(self, method: TelegramMethod[TelegramType]) -> None:
        try:
            await self._done(method)
        except TelegramBadRequest as error:
            if not any(words in error.message.casefold() for words in _AS_IT_IS):
                raise

    async def _sent(self, method: TelegramMethod[TelegramType]) -> TelegramType:
        """Send a message; a group gets few of them in a minute."""
        await self._pace.turn(self.chat)
        return await self._done(method)

    async def _done(self, method: TelegramMethod[TelegramType]) -> TelegramType:
        await self._pace.call()
        try:
            return await self._bot(method)
        except TelegramMigrateToChat as moved:
            self.moved(moved.migrate_to_chat_id)
            raise
        except TelegramBadRequest as error:
            if any(words in error.message.casefold() for words in _GONE):
                raise TopicGone from error
            raise


def _keyboard(keys: Sequence[Key]) -> InlineKeyboardMarkup | None:
    if not keys:
        return None
    buttons = [
        InlineKeyboardButton(text=key.text, callback_data=key.data, url=key.url) for key in keys
    ]
    return InlineKeyboardMarkup(inline_keyboard=[[button] for button in buttons])
