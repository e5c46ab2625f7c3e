"""`letselwijzer chat`: the conversation in a terminal, for a person or for a program."""

import asyncio
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from bot.app import parts
from bot.channels import console, lines
from bot.channels.talk import Talk
from bot.cli.options import Db, Today, clock
from bot.cli.refused import Refused
from bot.parts import Parts
from bot.settings import settings


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(chat)


def chat(
    db: Db = None,
    chat_id: Annotated[
        str, typer.Option("--chat-id", metavar="ID", help="Who talks: each id its conversation.")
    ] = "terminal",
    today: Today = None,
    jsonl: Annotated[  # noqa: FBT002 - typer makes a flag of it
        bool, typer.Option("--jsonl", help="Speak JSON, one object per line, instead of Dutch.")
    ] = False,
) -> None:
    """Hold the conversation here; what was said before with the same --chat-id goes on."""
    if not chat_id.isprintable() or not chat_id:
        raise Refused("--chat-id: letters and figures are needed")
    with asyncio.Runner() as runner:
        playing = runner.run(parts(settings(db), clock(today)))
        try:
            _talk(playing, jsonl=jsonl)(runner, Talk(playing, chat_id))
        finally:
            runner.run(playing.store.close())


def _talk(playing: Parts, *, jsonl: bool) -> Callable[[asyncio.Runner, Talk], None]:
    if jsonl:
        return lambda runner, talk: lines.talked(
            runner, talk, playing.texts, sys.stdin.buffer, sys.stdout.buffer
        )
    return lambda runner, talk: console.talked(runner, talk, playing.texts, _typed, _shown)


def _typed(prompt: str) -> str:
    return input(prompt)


def _shown(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
