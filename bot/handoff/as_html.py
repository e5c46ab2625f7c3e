"""The summary as one page of paper, by itself."""

from markupsafe import Markup

from bot.handoff.case_file import CaseFile
from bot.handoff.templates import STYLESHEET, environment
from bot.handoff.view import view
from bot.texts import Texts
from dialogs.script import Script


def summary_html(file: CaseFile, script: Script, texts: Texts) -> str:
    """Return a page that needs nothing but itself: to be saved, sent along or printed."""
    # Our own stylesheet; nothing that a person typed is in it.
    style = Markup(STYLESHEET.read_text(encoding="utf-8"))  # noqa: S704
    template = environment(texts).get_template("los.html")
    return template.render(stijl=style, **view(file, script, texts))
