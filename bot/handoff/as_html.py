"""The summary as one page of paper, by itself."""

from functools import cache

from jinja2 import Template
from markupsafe import Markup

from bot.handoff.case_file import CaseFile
from bot.handoff.templates import STYLESHEET, environment
from bot.handoff.view import view
from bot.sentences.texts import Texts
from dialogs.script import Script


def summary_html(file: CaseFile, script: Script, texts: Texts) -> str:
    """Return a page that needs nothing but itself: to be saved, sent along or printed."""
    return _page(texts).render(stijl=_style(), **view(file, script, texts))


@cache
def _page(texts: Texts) -> Template:
    return environment(texts).get_template("los.html")


@cache
def _style() -> Markup:
    # Our own stylesheet; nothing that a person typed is in it.
    return Markup(STYLESHEET.read_text(encoding="utf-8"))  # noqa: S704
