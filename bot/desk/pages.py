"""Pages of the desk: templates, filled with texts and values, and nothing unescaped."""

from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse

from bot.handoff.templates import environment
from bot.parts import Parts
from bot.ports import StaffLogin
from bot.sentences.render import house

_TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """Makes the pages of the desk."""

    def __init__(self, parts: Parts) -> None:
        """Read the templates, with the texts of the running program."""
        self._environment = environment(parts.texts, _TEMPLATES)
        self._environment.globals["alarmen"] = parts.alarms
        self._environment.globals["huis"] = house(parts.settings, parts.texts)

    def page(
        self, name: str, session: StaffLogin | None = None, status: int = 200, **values: Any
    ) -> HTMLResponse:
        """Return one page; `session` puts the menu on it."""
        template = self._environment.get_template(name)
        html = template.render(medewerker=None if session is None else session.name, **values)
        return HTMLResponse(html, status_code=status)
