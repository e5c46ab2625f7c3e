"""The forms with which staff ask a question, fill in an answer, and add what only they know."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from fastapi import Request
from fastapi.datastructures import FormData
from fastapi.responses import Response

from bot.desk.cases import Cases
from bot.desk.guard import see_other
from bot.desk.sheet import Sheet
from bot.desk.typed import ALONE, Typed, is_of_a_year, years_in
from bot.handoff import CaseFile
from bot.parts import Parts
from bot.ports import StaffLogin
from bot.takeover import Came, Takeover
from dialogs.events import Chose, Said
from dialogs.staff.acts import (
    How,
    Refused,
    StaffAdded,
    StaffAsked,
    StaffAskedWhether,
    StaffEvent,
    StaffFilled,
    Ticked,
)

_ID = re.compile(r"[0-9a-f]{32}")
_MOST_DIGITS = 6
_LONGEST = 10_000
_NOT_YOURS = "balie.overname.fout.niet_van_u"
_GOOD = ("gevraagd", "ingevuld", "toegevoegd", "bevestiging")


class FillingIn:
    """What staff write in a case that is theirs."""

    def __init__(self, parts: Parts, cases: Cases) -> None:
        """Show the sheet again after each form."""
        self._parts = parts
        self._cases = cases
        self._takeover = Takeover(parts)

    async def sheet(self, request: Request, session: StaffLogin) -> Response:
        """Show which questions there are, the one that was picked, and what can be added."""
        done = request.query_params.get("gedaan", "")
        typed = Typed(
            key=request.query_params.get("vraag", ""),
            good=f"balie.invullen.goed.{done}" if done in _GOOD else None,
        )
        return await self._shown(request, session, typed)

    async def ask(self, request: Request, session: StaffLogin) -> Response:
        """Put a question of the flow to the person."""
        form, now = await request.form(), self._parts.clock.now()
        key = _text(form, "vraag")
        event = StaffAsked(by=session.name, at=now, key=key)
        return await self._done(request, session, event, Typed(key=key), "gevraagd")

    async def fill(self, request: Request, session: StaffLogin) -> Response:
        """Fill in an answer that the person gave by telephone, or that a document gives."""
        form, now = await request.form(), self._parts.clock.now()
        key, choice, text = (_text(form, name) for name in ("vraag", "keuze", "tekst"))
        how = How.DOSSIER if _text(form, "hoe") == How.DOSSIER else How.TELEFOON
        tells = _text(form, "vertel") == "ja"
        ticks = tuple(str(tick) for tick in form.getlist("vink"))
        event = StaffFilled(
            by=session.name,
            at=now,
            key=key,
            act=_act(choice, text, ticks, is_list=_text(form, "lijst") == "ja"),
            how=how,
            seen=_number(form, "gezien"),
            tells=tells,
        )
        typed = Typed(key=key, text=text, choice=choice, ticks=ticks, how=how, tells=tells)
        return await self._done(request, session, event, typed, "ingevuld")

    async def add(self, request: Request, session: StaffLogin) -> Response:
        """Write down what only staff know."""
        form = await request.form()
        texts = {name: _text(form, name) for name in form if "." in name or name in ALONE}
        years = years_in(texts)
        event = StaffAdded(
            by=session.name,
            at=self._parts.clock.now(),
            texts={name: text for name, text in texts.items() if not is_of_a_year(name)},
            years=years,
            seen=_number(form, "gezien"),
        )
        return await self._done(request, session, event, Typed(added=texts), "toegevoegd")

    async def confirm(self, request: Request, session: StaffLogin) -> Response:
        """Ask the person whether what was filled in is right."""
        event = StaffAskedWhether(by=session.name, at=self._parts.clock.now())
        return await self._done(request, session, event, Typed(), "bevestiging")

    async def _done(
        self,
        request: Request,
        session: StaffLogin,
        event: StaffEvent,
        typed: Typed,
        good: str,
    ) -> Response:
        """Let the conversation take it; what is refused comes back with what was typed."""
        case = request.path_params["case"]
        form_id = _text(await request.form(), "id")
        if not _ID.fullmatch(form_id):
            form_id = uuid4().hex
        if not await self._cases.holds(case):
            return await self._cases.nothing(request, session)
        came = await self._takeover.staffed(case, event, form_id)
        if came in (Came.DONE, Came.OUT_OF_REACH):
            return see_other(f"/desk/zaak/{case}/invullen?gedaan={good}#gedaan")
        refused = came if isinstance(came, Refused) else Refused.form(_NOT_YOURS)
        return await self._shown(request, session, typed.refused(refused))

    async def _shown(self, request: Request, session: StaffLogin, typed: Typed) -> Response:
        def more(file: CaseFile) -> Mapping[str, Any]:
            return {"blad": Sheet(self._parts, file, typed)}

        return await self._cases.with_more("invullen.html", request, session, typed.status, more)


def _act(
    choice: str, text: str, ticks: tuple[str, ...], *, is_list: bool
) -> Said | Chose | Ticked:
    if is_list:
        return Ticked(ticks=ticks)
    return Chose(choice=choice) if choice and not text.strip() else Said(text=text)


def _text(form: FormData, name: str) -> str:
    """Return a field, with lines ended as everywhere else; a file is no text."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n")[:_LONGEST] if isinstance(value, str) else ""


def _number(form: FormData, name: str) -> int:
    """Return a number that the page wrote itself; one that never was, when it did not."""
    told = _text(form, name)
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS else -1
