"""The commands that Telegram shows in its menu."""

from collections.abc import Mapping, Sequence

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from dialogs.events import Command


async def show(bot: Bot, vocabulary: Mapping[str, Sequence[str]]) -> None:
    """Put every command in the menu of each private chat."""
    commands = [
        BotCommand(command=word.value, description=vocabulary[f"commando.{word}"][0])
        for word in Command
    ]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
