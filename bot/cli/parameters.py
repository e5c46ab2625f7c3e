"""`letselwijzer parameters`: every legal amount and term that is in force."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer
from pydantic import JsonValue

from bot.cli.options import day, today_or
from bot.cli.output import out
from calc.dated import Norm, parameters
from calc.parameterbestand import Zekerheid


class Format(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("parameters")(in_force)


def in_force(
    on: Annotated[
        date | None,
        typer.Option("--on", metavar="DATE", parser=day, help="The day; without it today."),
    ] = None,
    written: Annotated[Format, typer.Option("--format", help="As text or as JSON.")] = Format.TEXT,
) -> None:
    """List every legal amount and term in force on a day, with its source and when checked."""
    on = today_or(on)
    rows = [_row(norm, on) for norm in parameters().geldig_op(on)]
    sources = {name: bron.model_dump(mode="json") for name, bron in parameters().bronnen.items()}
    if written is Format.JSON:
        told = {"op": str(on), "parameters": rows, "bronnen": sources}
        out(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return
    out("\n".join((*_lines(on, rows), "", "Sources", *_named(sources))) + "\n")


def _row(norm: Norm, on: date) -> dict[str, JsonValue]:
    return {
        "parameter": norm.parameter,
        "waarde": norm.waarde_als_json(),
        "eenheid": norm.eenheid,
        "geldig_vanaf": str(norm.geldig_vanaf),
        "geldig_tot": _day(norm.geldig_tot),
        "bron": norm.bron,
        "gecontroleerd_op": _day(norm.gecontroleerd_op),
        "gecontroleerd_tot": _day(norm.gecontroleerd_tot),
        "mogelijk_verouderd": norm.mogelijk_verouderd(on),
        "nieuwere_bron": norm.nieuwere_bron,
        "zekerheid": norm.zekerheid.value,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)


def _lines(on: date, rows: Sequence[dict[str, JsonValue]]) -> Iterator[str]:
    for row in rows:
        until = f" to {row['geldig_tot']}" if row["geldig_tot"] else ""
        yield f"{row['parameter']}: {_value(row)}"
        yield from _cells(row)
        yield f"    from {row['geldig_vanaf']}{until}; source {row['bron']}; {_checked(row)}"
    old = sum(1 for row in rows if row["mogelijk_verouderd"])
    yield ""
    yield f"{len(rows)} in force on {on}; {old} past verified_until"


def _value(row: dict[str, JsonValue]) -> str:
    value = row["waarde"]
    if isinstance(value, list):
        return f"a table of {len(value)} rows, in {row['eenheid']}"
    return f"{value} {row['eenheid']}"


def _cells(row: dict[str, JsonValue]) -> Iterator[str]:
    """Yield the rows of a table: from, to, amount."""
    value = row["waarde"]
    for cells in value if isinstance(value, list) else ():
        yield "    " + "  ".join(map(str, cells if isinstance(cells, list) else [cells]))


def _checked(row: dict[str, JsonValue]) -> str:
    if row["gecontroleerd_op"] is None:
        # Our own convention has no source to be compared with.
        from_memory = row["zekerheid"] == Zekerheid.UIT_GEHEUGEN
        return "NOT CHECKED: from memory" if from_memory else "nothing to check it with"
    checked = f"checked {row['gecontroleerd_op']}"
    if not row["mogelijk_verouderd"]:
        return checked
    newer = f"; newer: {row['nieuwere_bron']}" if row["nieuwere_bron"] else ""
    return f"{checked}, PAST verified_until {row['gecontroleerd_tot']}{newer}"


def _named(sources: dict[str, dict[str, JsonValue]]) -> Iterator[str]:
    for name, source in sources.items():
        yield f"{name}: {source['titel']} ({source['vindplaats']})"
