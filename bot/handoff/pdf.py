"""The summary as PDF: A4, tagged so that it can be read aloud (PDF/UA-1), in the fonts at hand."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typst

from bot.handoff.case_file import CaseFile
from bot.handoff.glyphs import BLANK, breakable, legible
from bot.handoff.paper import paper
from bot.handoff.view import view
from bot.texts import Texts
from dialogs.script import Script

_TEMPLATE = Path(__file__).parent / "templates" / "samenvatting.typ"


def summary_pdf(file: CaseFile, script: Script, texts: Texts) -> bytes:
    """Return the summary of a case; the same case on the same day gives the same bytes."""
    document = asdict(paper(view(file, script, texts), texts))
    said = json.dumps(_legible(document), ensure_ascii=False)
    note = texts("document.vervangen", teken=BLANK) if BLANK in said else ""
    made_on = datetime.combine(file.today, time.min, tzinfo=UTC)
    return _typeset({"document": said, "note": note}, made_on)


def _typeset(inputs: dict[str, str], made_on: datetime) -> bytes:
    """Return what the template makes of its inputs: they are data to it, and never code."""
    return typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs=inputs,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=made_on,
    )


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        # An amount stays on one line.
        return legible(value).replace("€ ", "€\N{NO-BREAK SPACE}")
    if isinstance(value, Mapping):
        made = {name: _legible(part) for name, part in value.items()}
        may_be_long = ("text", "note") if value.get("typed") else ()
        return made | {name: breakable(made[name]) for name in may_be_long}
    if isinstance(value, list | tuple):
        return [_legible(part) for part in value]
    return value
