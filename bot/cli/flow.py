"""`letselwijzer flow`: the conversation as a graph, as data or as a sheet, and the proof of it."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.options import Today, today_or
from bot.cli.output import out
from bot.cli.refused import Refused
from bot.sentences.words import words
from dialogs.flows.intake import FLOW, LIMITS
from dialogs.inspection.checks import findings
from dialogs.inspection.diagram import data, mermaid
from dialogs.inspection.sheet import sheet


class Format(StrEnum):
    """How the conversation is written."""

    MERMAID = "mermaid"
    JSON = "json"
    MD = "md"


def add(app: typer.Typer) -> None:
    """Add the command and the one below it."""
    flow = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
    flow.callback()(written)
    flow.command("check")(check)
    app.add_typer(flow, name="flow")


def written(
    context: typer.Context,
    form: Annotated[
        Format,
        typer.Option(
            "--format", help="A graph (mermaid), data (json) or a review sheet for a lawyer (md)."
        ),
    ] = Format.MERMAID,
) -> None:
    """Write the whole conversation; `flow check` proves that it can be talked through."""
    if context.invoked_subcommand is not None:
        return
    texts = words()
    if form is Format.JSON:
        told = json.dumps(data(FLOW, texts), ensure_ascii=False, indent=2)
    else:
        told = (mermaid if form is Format.MERMAID else sheet)(FLOW, texts)
    out(told.rstrip("\n") + "\n")


def check(today: Today = None) -> None:
    """Prove the conversation: reachable, ending, within its bounds, with texts that fit."""
    texts = words()
    found = findings(FLOW, LIMITS, texts.vocabulary(), texts, today_or(today))
    if found:
        raise Refused("\n".join(f"{finding.item}: {finding.problem}" for finding in found))
    out(
        f"{len(tuple(FLOW.questions()))} questions: each is reached, every path ends within its "
        "bound, each text is there and each label fits\n"
    )
