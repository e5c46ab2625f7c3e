"""`letselwijzer cases` and `summary`: what was handed over."""

import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import Db
from bot.cli.output import out, out_bytes
from bot.cli.refused import Refused
from bot.cli.running import ran
from bot.clock import local
from bot.handoff import CaseFile, case_file, summary_html, summary_json
from bot.handoff.calendar import calendar
from bot.handoff.pdf import summary_pdf
from bot.handoff.schadestaat import schadestaat
from bot.handoff.schema import summary_schema
from bot.parts import Parts
from bot.ports import Asked, CaseRow, Standing
from bot.settings import settings

_ONLY_ME = 0o600


class Rows(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


class Format(StrEnum):
    """How a summary is written."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


def add(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(cases)
    app.command()(summary)


def cases(
    db: Db = None,
    written: Annotated[Rows, typer.Option("--format", help="As text or as JSON.")] = Rows.TEXT,
    closed: Annotated[  # noqa: FBT002 - typer's way to say: a switch
        bool, typer.Option("--closed", help="Those that were closed, the last one first.")
    ] = False,
) -> None:
    """List the cases that were handed over or need a human, most urgent first."""
    asked = Asked(standing=Standing.CLOSED) if closed else Asked()

    async def listed(playing: Parts) -> tuple[CaseRow, ...]:
        return await playing.store.cases(asked)

    rows = ran(settings(db), listed)
    if written is Rows.JSON:
        told = [row.model_dump(mode="json") for row in rows]
        out(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return
    for row in rows:
        out(_line(row) + "\n")


def _schema(wanted: bool) -> None:  # noqa: FBT001 - typer hands it over so
    if wanted:
        out(json.dumps(summary_schema(), ensure_ascii=False, indent=2) + "\n")
        raise typer.Exit


def summary(
    case: Annotated[str, typer.Argument(metavar="CASE", help="For example LW-2026-000123.")],
    db: Db = None,
    written: Annotated[
        Format,
        typer.Option(
            "--format",
            help="A page (html), a document (pdf), data (json), the damage as a table (csv) or "
            "the terms as a calendar (ics).",
        ),
    ] = Format.HTML,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            dir_okay=False,
            help="Write to this file; without it to standard output.",
        ),
    ] = None,
    schema: Annotated[  # noqa: ARG001, FBT002 - typer's way to say: done before all else
        bool,
        typer.Option(
            "--schema",
            is_eager=True,
            callback=_schema,
            help="Write the JSON Schema of --format json instead; that needs no case.",
        ),
    ] = False,
) -> None:
    """Write the summary of one case, with the assessment as it was stored."""
    if written is Format.PDF and output is None and sys.stdout.isatty():
        raise Refused("a document is nothing for a terminal; give it a file with --output FILE")

    async def told(playing: Parts) -> bytes:
        file = await case_file(playing.store, playing.clock, case)
        if file is None:
            raise Refused("there is no such case; `letselwijzer cases` lists them")
        if written is Format.PDF:
            return summary_pdf(file, playing.script, playing.texts)
        return (_text(file, written, playing).rstrip("\n") + "\n").encode()

    _hand_over(ran(settings(db), told), output)


def _hand_over(document: bytes, output: Path | None) -> None:
    if output is None:
        out_bytes(document)
        return
    try:
        # For whoever typed the command alone: it is about somebody's health.
        made = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _ONLY_ME)
        with os.fdopen(made, "wb") as file:
            file.write(document)
    except OSError as error:
        raise Refused(f"{output}: cannot be written ({error.strerror})") from None


def _text(file: CaseFile, written: Format, playing: Parts) -> str:
    """Return the summary in the form that was asked for, where that is text."""
    if written is Format.HTML:
        return summary_html(file, playing.script, playing.texts)
    if written is Format.JSON:
        found = summary_json(file, playing.script, playing.texts)
        return json.dumps(found, ensure_ascii=False, indent=2)
    assessed = file.conversation.session.beoordeling
    if assessed is None:
        raise Refused("there is no assessment of this case yet")
    if written is Format.CSV:
        return schadestaat(assessed, playing.texts, file.facts(playing.script))
    return calendar(assessed, playing.texts, file.conversation.case).decode()


def _line(row: CaseRow) -> str:
    labels = row.labels
    columns = (
        row.case,
        labels.urgency.value,
        row.handling.standing.value,
        labels.state.value,
        labels.process_code or "-",
        row.channel,
        row.owner or "-",
        f"{local(row.changed_at):%Y-%m-%d %H:%M}",
        ",".join(labels.signals) or "-",
    )
    return "  ".join(columns)
