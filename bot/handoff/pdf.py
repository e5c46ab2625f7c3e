"""The summary as PDF."""

from dataclasses import asdict
from pathlib import Path

from bot.handoff.case_file import CaseFile
from bot.handoff.paper import paper
from bot.handoff.typeset import typeset
from bot.handoff.view import view
from bot.sentences.texts import Texts
from dialogs.script import Script

_TEMPLATE = Path(__file__).parent / "templates" / "samenvatting.typ"


def summary_pdf(file: CaseFile, script: Script, texts: Texts) -> bytes:
    """Return the summary of a case; the same case on the same day gives the same bytes."""
    document = asdict(paper(view(file, script, texts), texts))
    return typeset(_TEMPLATE, document, file.today, texts)
