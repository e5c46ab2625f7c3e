"""From data to PDF: A4, tagged so that it can be read aloud (PDF/UA-1), in the fonts at hand."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from bot.handoff.glyphs import BLANK, breakable, legible
from bot.sentences.texts import Texts


def typeset(template: Path, document: Mapping[str, Any], day: date, texts: Texts) -> bytes:
    """Return what a template makes of a document: data to it, and never code.

    The same document on the same day gives the same bytes.
    """
    said = json.dumps(_legible(document), ensure_ascii=False)
    note = texts("document.vervangen", teken=BLANK) if BLANK in said else ""
    return typst.compile(
        template.read_bytes(),
        format="pdf",
        sys_inputs={"document": said, "note": note},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(day, time.min, tzinfo=UTC),
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
