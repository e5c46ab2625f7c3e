"""The commands that Telegram shows in its menu, in the language of the person's own app."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.log import log
from bot.sentences.texts import Texts
from dialogs.events import Command

# What staff can type in a topic; everything else is done by button.
STAFF_HELP = "help"


async def show(bot: Bot, texts: Texts) -> None:
    """Put every command in the menu of each private chat: for every app, and for English ones."""
    dutch = {word.value: texts(f"commando.{word}") for word in Command}
    english = {word.value: texts(f"telegram.menu_en.{word}") for word in Command}
    for language, menu in ((None, dutch), ("en", english)):
        commands = [BotCommand(command=name, description=said) for name, said in menu.items()]
        scope = BotCommandScopeAllPrivateChats()
        await bot.set_my_commands(commands, scope=scope, language_code=language)


async def show_staff(bot: Bot, texts: Texts, chat: int) -> None:
    """Put what staff can type in the menu of their group; without a group there is none."""
    command = BotCommand(command=STAFF_HELP, description=texts("groep.menu.help"))
    try:
        await bot.set_my_commands([command], scope=BotCommandScopeChat(chat_id=chat))
    except (TelegramBadRequest, TelegramForbiddenError) as error:
        log.warning("telegram_staff_menu_not_shown", error=type(error).__name__)
