"""`letselwijzer export` and `erase`: what a person may ask of whoever keeps their data."""

import json
from typing import Annotated

import typer
from pydantic import JsonValue

from bot.channels.talk import NAME
from bot.cli.options import Db
from bot.cli.output import out
from bot.cli.refused import Refused
from bot.cli.running import ran
from bot.parts import Parts
from bot.settings import settings

Chat = Annotated[
    str,
    typer.Argument(
        metavar="CHAT",
        help="A case number, CHANNEL:ID (telegram:123456), or the --chat-id of a terminal.",
    ),
]
_SEPARATOR = ":"
_UNKNOWN = "nothing is kept under this name; give a case number or CHANNEL:ID"


def add(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(export)
    app.command()(erase)


def export(chat: Chat, db: Db = None) -> None:
    """Write everything that is kept of one person, for that person."""

    async def told(playing: Parts) -> dict[str, JsonValue] | None:
        return await playing.store.export(*await _who(playing, chat))

    _write(ran(settings(db), told))


def erase(chat: Chat, db: Db = None) -> None:
    """Erase everything that is kept of one person, and write the proof of it."""

    async def proof(playing: Parts) -> dict[str, JsonValue] | None:
        who = await _who(playing, chat)
        return await playing.store.erase(*who, playing.clock.now())

    _write(ran(settings(db), proof))


async def _who(playing: Parts, chat: str) -> tuple[str, str]:
    """Return channel and chat id of whoever is meant."""
    known = await playing.store.conversation(case=chat)
    if known is not None:
        return known.channel, known.chat_id
    channel, separator, chat_id = chat.partition(_SEPARATOR)
    return (channel, chat_id) if separator else (NAME, chat)


def _write(told: dict[str, JsonValue] | None) -> None:
    if told is None:
        raise Refused(_UNKNOWN)
    out(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
