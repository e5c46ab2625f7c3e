"""`letselwijzer understand`: how a Dutch answer is read."""

import json
import sys
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from bot.cli.options import Today, today_or
from bot.cli.output import out
from bot.cli.refused import Refused
from bot.sentences.texts import Texts
from bot.sentences.words import words
from dialogs.frozen import Frozen
from dialogs.understanding import readback_key, understand


class Kind(StrEnum):
    """The kinds of answer that are read."""

    DATE = "date"
    MONEY = "money"
    DURATION = "duration"
    NUMBER = "number"
    PERCENT = "percent"
    YESNO = "yesno"


class Phrase(Frozen):
    """One line of a batch."""

    kind: Kind
    text: str
    today: date | None = None


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("understand")(understood)


def understood(
    kind: Annotated[
        Kind | None, typer.Argument(metavar="KIND", help="What sort of answer it is.")
    ] = None,
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="The answer as it was typed.")
    ] = None,
    today: Today = None,
    batch: Annotated[  # noqa: FBT002 - typer makes a flag of it
        bool, typer.Option("--batch", help='Read lines {"kind","text","today"} instead.')
    ] = False,
) -> None:
    """Read one Dutch answer (or, with --batch, one per line) and write what it means as JSON."""
    day, texts = today_or(today), words()
    if batch:
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if line.strip():
                phrase = _phrase(number, line)
                _write(phrase.kind, phrase.text, phrase.today or day, texts)
        return
    if kind is None or text is None:
        raise typer.BadParameter("give KIND and TEXT, or --batch")
    _write(kind, text, day, texts)


def _phrase(number: int, line: bytes) -> Phrase:
    try:
        return Phrase.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, fault["loc"])) or "the line"
        raise Refused(f"line {number}: {place}: {fault['msg']}") from None


def _write(kind: Kind, text: str, today: date, texts: Texts) -> None:
    reading = understand(kind, text, today)
    params: dict[str, Any] = dict(reading.params)
    told = reading.to_json_dict(texts(readback_key(kind, reading), **params))
    out(json.dumps(told, ensure_ascii=False) + "\n")
