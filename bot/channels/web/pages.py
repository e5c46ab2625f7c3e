"""The HTML of the chat: whole pages, and single lines for a page that is already open."""

import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.channels.web.assets import Assets
from bot.channels.web.lines import NO_TICKS, ShownLine
from bot.channels.web.markup import linked, plain, prose, question
from bot.ports import Outgoing
from bot.sentences.render import house
from bot.sentences.texts import Texts, Written
from bot.settings import Settings
from dialogs.asking import DANGER, HUMAN, KEEP
from dialogs.events import Command
from dialogs.frozen import Frozen
from dialogs.limits import LARGEST_FILE
from dialogs.questions import DONE, DONT_KNOW, ENOUGH, SKIP
from dialogs.session import State

# Where "Weg" leads: a page about the weather gives nobody away.
NEUTRAL_SITE = "https://www.knmi.nl/"
LONGEST_TEXT = 15_000
# A shorter remark, such as what was noted, is no block of its own.
_SHORT = 90
_UUID_BYTES = 16
_ASKING = (State.CONSENT, State.INTAKE, State.REVIEW)
# Which of the fixed buttons make sense when; "mens" always does.
BAR: Mapping[Command, tuple[State, ...]] = {
    Command.MENS: tuple(State),
    Command.TERUG: _ASKING,
    Command.PAUZE: _ASKING,
    Command.START: (State.PAUSED, State.STOPPED, State.WITH_HUMAN, State.ERASED),
}
MORE = (Command.WIJZIG, Command.GEGEVENS, Command.HELP, Command.STOP, Command.WIS)
# Ways past a question stand below its answers, and are drawn more softly.
_QUIET = (DONT_KNOW, SKIP, ENOUGH, KEEP, HUMAN, "terug_naar_vraag")
# What the script on the page says by itself.
_SPOKEN = {
    "sending": "pagina.wordt_verstuurd",
    "unsent": "pagina.niet_verstuurd",
    "again": "pagina.knop.opnieuw",
    "drop": "pagina.knop.toch_niet",
    "apart": "pagina.fout.apart",
    "stay": "pagina.geen_verbinding_open",
    "offline": "pagina.geen_verbinding",
    "online": "pagina.weer_verbinding",
    "failed": "pagina.fout.bij_ons",
    "left": "pagina.tekens_over",
    "over": "pagina.tekens_te_veel",
    "underway": "pagina.bestand_onderweg",
    "waiting": "pagina.bestand_wacht",
    "large": "pagina.bestand_te_groot",
    "picture": "pagina.bestand_beeld",
}


class ChatPage(Frozen):
    """What the chat page shows."""

    lines: tuple[ShownLine, ...]
    last: int
    away: bool = False


class Pages:
    """Writes HTML; every sentence comes from the texts."""

    def __init__(self, texts: Texts, settings: Settings, assets: Assets) -> None:
        """Compile nothing yet: jinja does so at the first use of a template."""
        self._texts = texts
        self._environment = Environment(
            loader=PackageLoader("bot.channels.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "tekst": texts,
            "static": assets.paths,
            "house": house(settings, texts),
            "privacy_url": settings.privacy_url,
            "prose": prose,
            "plain": plain,
            "question": question,
            "quiet": _QUIET,
            "no_ticks": NO_TICKS,
            "done": DONE,
            "danger": DANGER,
            "short": _SHORT,
            "progress": self.progress,
            "hint": self.hint,
            "new_id": new_id,
            "bar": BAR,
            "more": MORE,
            "neutral_site": NEUTRAL_SITE,
        }
        self._environment.filters |= {
            "datum": Written(texts).datum,
            "linked": linked,
            "plain": plain,
        }

    def chat(self, page: ChatPage) -> str:
        """Return the whole chat page."""
        said = next((line.said for line in reversed(page.lines) if line.said is not None), None)
        return self.page(
            "chat.html",
            page=page,
            said=said,
            state=State.CONSENT if said is None else said.state,
            for_script=self._for_script(),
        )

    def line(self, line: ShownLine, *, last: bool = True) -> str:
        """Return one line; only under the last one can be answered."""
        return "" if line.empty else self.page("line.html", line=line, last=last)

    def page(self, template: str, **values: Any) -> str:
        """Return any page."""
        return self._environment.get_template(template).render(**values)

    def progress(self, said: Outgoing | None) -> str:
        """Return how far the conversation is, in words."""
        if said is None:
            return ""
        if said.state is State.REVIEW:
            return self._texts("pagina.voortgang_controle")
        if said.state in _ASKING:
            left = said.progress.of - said.progress.done
            return self._texts("pagina.voortgang", n=left)
        where = self._texts(f"pagina.staat.{said.state}")
        return (
            where
            if said.case is None
            else f"{where}\n{self._texts('pagina.zaak', zaak=said.case)}"
        )

    def hint(self, said: Outgoing | None) -> str:
        """Return how the open question may be answered in words; empty when that is plain."""
        if said is None or said.question is None:
            return ""
        # A day of birth is nothing to say roughly, as other days are.
        keys = (f"pagina.hint.{said.question.fact}", f"pagina.hint.{said.question.kind}")
        return next((self._texts(key) for key in keys if key in self._texts), "")

    def _for_script(self) -> dict[str, Any]:
        return {
            "texts": {name: self._texts(key) for name, key in _SPOKEN.items()},
            "longest": LONGEST_TEXT,
            "largest": LARGEST_FILE,
            "asking": self._texts("pagina.typ_kort"),
            "telling": self._texts("pagina.typ_bericht"),
        }


def new_id() -> str:
    """Return an id for a form, so that sending it twice counts once."""
    return str(UUID(bytes=secrets.token_bytes(_UUID_BYTES), version=4))
