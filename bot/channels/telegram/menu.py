"""The commands that Telegram shows in its menu, in the language of the person's own app."""

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.sentences.texts import Texts
from dialogs.events import Command


async def show(bot: Bot, texts: Texts) -> None:
    """Put every command in the menu of each private chat: for every app, and for English ones."""
    dutch = {word.value: texts(f"commando.{word}") for word in Command}
    english = {word.value: texts(f"telegram.menu_en.{word}") for word in Command}
    for language, menu in ((None, dutch), ("en", english)):
        commands = [BotCommand(command=name, description=said) for name, said in menu.items()]
        scope = BotCommandScopeAllPrivateChats()
        await bot.set_my_commands(commands, scope=scope, language_code=language)
