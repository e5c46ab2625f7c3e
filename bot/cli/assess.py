"""`letselwijzer assess`: facts in, assessment out."""

import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import JsonValue, ValidationError

from bot.cli.options import Today, today_or
from bot.cli.output import out
from bot.cli.refused import Refused
from bot.sentences.texts import Texts
from bot.sentences.uitleg import met_uitleg
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from calc.samenhang import onmogelijk

_TOLD = "uitleg"


class Format(StrEnum):
    """How the assessment is written."""

    JSON = "json"
    TEXT = "text"


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(assess)


def assess(
    file: Annotated[
        str, typer.Argument(metavar="[FILE or -]", help="The facts as JSON; - is standard input.")
    ] = "-",
    today: Today = None,
    written: Annotated[
        Format, typer.Option("--format", help="As JSON, or as text for a reader.")
    ] = Format.JSON,
) -> None:
    """Assess one case: read its facts, write what the rules make of them."""
    day = today_or(today)
    facts = feiten(_read(file))
    for impossible in onmogelijk(facts, day):
        raise Refused(f"{impossible.pad}: cannot be true ({impossible.reden.replace('_', ' ')})")
    texts = words()
    told = met_uitleg(beoordeling(facts, day, parameters()).model_dump(mode="json"), texts)
    out(_written(told, written, texts))


def feiten(text: str) -> Feiten:
    """Return the facts that a text holds; what cannot be facts is refused by its path."""
    given = _json(text)
    try:
        return Feiten.model_validate(given)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        path = _path(fault["loc"], given)
        raise Refused(f"{path or 'the facts'}: {fault['msg']}") from None


def _written(told: dict[str, JsonValue], written: Format, texts: Texts) -> str:
    if written is Format.JSON:
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    blocks = [
        f"{texts(f'verslag.{name}')}\n{explained}"
        for name, block in told.items()
        if (explained := "\n".join(_explained({_TOLD: block} if name == _TOLD else block)))
    ]
    return "\n\n".join(blocks) + "\n"


def _explained(block: JsonValue) -> Iterator[str]:
    """Yield every explanation in a block, however deep."""
    if isinstance(block, dict):
        own = block.get(_TOLD)
        if isinstance(own, str) and own:
            yield own
        for part in block.values():
            yield from _explained(part)
    if isinstance(block, list):
        for part in block:
            yield from _explained(part)


def _read(file: str) -> str:
    try:
        if file == "-":
            return sys.stdin.buffer.read().decode()
        return Path(file).read_text("utf-8")
    except OSError as error:
        raise Refused(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise Refused(f"{file}: is no UTF-8 text") from None


def _json(text: str) -> Any:
    try:
        # Decimal as typed: 0.1 stays 0.1.
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Refused(f"this is no JSON: {error.msg} at line {error.lineno}") from None
    except RecursionError:
        raise Refused("this is no JSON of facts: it is nested too deeply") from None
    except ValueError:
        raise Refused("this is no JSON of facts: a number in it is too long") from None


def _no_number(word: str) -> NoReturn:
    raise json.JSONDecodeError(f"{word} is no number", word, 0)


def _path(places: Sequence[str | int], given: Any) -> str:
    """Return where in the given facts a fault is; what the model adds to the way is left out."""
    path = ""
    for place in places:
        if isinstance(given, dict) and isinstance(place, str):
            path, given = f"{path}.{place}" if path else place, given.get(place)
        elif isinstance(given, list) and isinstance(place, int):
            path, given = f"{path}[{place}]", given[place]
        else:
            break
    return path
