"""The pages of one case, and what can be taken along of it."""

import re
from asyncio import to_thread
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from bot.channels.whatsapp.limits import NAME as WHATSAPP
from bot.channels.whatsapp.window import window_left
from bot.desk.pages import Pages
from bot.desk.reply import Reply
from bot.handoff import CaseFile, case_file, summary_html, summary_json
from bot.handoff.calendar import calendar
from bot.handoff.pdf import summary_pdf
from bot.handoff.schadestaat import schadestaat
from bot.handoff.view import view
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import PastAlarm, StaffLogin, Unreadable
from dialogs.staff.acts import first_name

_CASE = re.compile(r"[A-Za-z0-9-]{1,40}")
_NOT_FOUND, _OUR_FAULT = 404, 500


class Cases:
    """What staff read about cases."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        """Read from the store of the running program."""
        self._parts = parts
        self._pages = pages

    async def case(self, request: Request, session: StaffLogin) -> Response:
        """Show one case: its summary and the conversation."""
        return await self.with_reply(request, session)

    async def with_reply(
        self, request: Request, session: StaffLogin, reply: Reply | None = None
    ) -> Response:
        """Show one case, with the reply that is being written to it."""
        written = Reply.read(request.query_params) if reply is None else reply
        return await self._shown(
            "zaak.html",
            request,
            session,
            written.status,
            antwoord=written,
            venster=await self._window(request),
            alarmen_van_zaak=await self._alarms(request),
            voornaam=first_name(session.name),
        )

    async def with_more(
        self,
        template: str,
        request: Request,
        session: StaffLogin,
        status: int,
        more: Callable[[CaseFile], Mapping[str, Any]],
    ) -> Response:
        """Show a page about one case, with what is made of its file besides."""
        file = await self._file(request)
        if not isinstance(file, CaseFile):
            return self._without(file, session)
        shown = view(file, self._parts.script, self._parts.texts)
        return self._pages.page(template, session, status, **shown, **more(file))

    async def paper(self, request: Request, session: StaffLogin) -> Response:
        """Show the summary by itself, to be printed."""
        return await self._shown("los.html", request, session)

    async def as_json(self, request: Request, session: StaffLogin) -> Response:
        """Hand over the summary as data."""
        file = await self._file(request)
        if not isinstance(file, CaseFile):
            return self._without(file, session)
        content = summary_json(file, self._parts.script, self._parts.texts)
        return _attached(JSONResponse(content), f"{file.conversation.case}.json")

    async def as_html(self, request: Request, session: StaffLogin) -> Response:
        """Hand over the summary as one page that stands by itself."""
        file = await self._file(request)
        if not isinstance(file, CaseFile):
            return self._without(file, session)
        page = summary_html(file, self._parts.script, self._parts.texts)
        response = Response(page, media_type="text/html")
        return _attached(response, f"{file.conversation.case}.html")

    async def as_pdf(self, request: Request, session: StaffLogin) -> Response:
        """Hand over the summary as a document."""
        file = await self._file(request)
        if not isinstance(file, CaseFile):
            return self._without(file, session)
        # Typesetting takes long enough to make others wait.
        document = await to_thread(summary_pdf, file, self._parts.script, self._parts.texts)
        response = Response(document, media_type="application/pdf")
        return _attached(response, f"{file.conversation.case}.pdf")

    async def as_csv(self, request: Request, session: StaffLogin) -> Response:
        """Hand over the damage as a table for a spreadsheet."""
        return await self._of_assessment(request, session, "csv", "text/csv", self._table)

    async def as_calendar(self, request: Request, session: StaffLogin) -> Response:
        """Hand over the terms for the calendar of the person."""
        return await self._of_assessment(request, session, "ics", "text/calendar", self._terms)

    async def holds(self, case: str) -> bool:
        """Tell whether there is such a case, and whether it is one for staff."""
        known = await self._parts.store.conversation(case=case)
        return known is not None and known.for_staff

    async def nothing(self, _: Request, session: StaffLogin) -> Response:
        """Say that there is no such page."""
        return self._without(None, session)

    def _table(self, file: CaseFile, assessed: Mapping[str, Any]) -> str:
        return schadestaat(assessed, self._parts.texts, file.facts(self._parts.script))

    def _terms(self, file: CaseFile, assessed: Mapping[str, Any]) -> bytes:
        return calendar(assessed, self._parts.texts, file.conversation.case)

    async def _of_assessment(
        self,
        request: Request,
        session: StaffLogin,
        ending: str,
        kind: str,
        made: Callable[[CaseFile, Mapping[str, Any]], str | bytes],
    ) -> Response:
        """Hand over what is made of the assessment; without one there is no such page."""
        file = await self._file(request)
        if not isinstance(file, CaseFile):
            return self._without(file, session)
        assessed = file.conversation.session.beoordeling
        if assessed is None:
            return self._without(None, session)
        response = Response(made(file, assessed), media_type=kind)
        return _attached(response, f"{file.conversation.case}.{ending}")

    async def _shown(
        self,
        template: str,
        request: Request,
        session: StaffLogin,
        status: int = 200,
        **more: Any,
    ) -> Response:
        file = await self._file(request)
        if not isinstance(file, CaseFile):
            return self._without(file, session)
        shown = view(file, self._parts.script, self._parts.texts)
        shown["vul_in"] = template == "zaak.html" and file.conversation.owner == session.name
        last = file.transcript[-1].number if file.transcript else 0
        return self._pages.page(template, session, status, laatste=last, **shown, **more)

    async def _window(self, request: Request) -> timedelta | None:
        """Return how long staff may still write freely; None on a channel without such a limit."""
        try:
            known = await self._parts.store.conversation(case=request.path_params["case"])
        except Unreadable:
            return None
        if known is None or known.channel != WHATSAPP:
            return None
        reach = await self._parts.store.reach(known.id)
        return window_left(reach.heard_at, self._parts.clock.now())

    async def _alarms(self, request: Request) -> tuple[PastAlarm, ...]:
        """Return every alarm of the case, and who saw it."""
        try:
            known = await self._parts.store.conversation(case=request.path_params["case"])
        except Unreadable:
            return ()
        return () if known is None else await self._parts.store.alarms.of_case(known.id)

    async def _file(self, request: Request) -> CaseFile | Unreadable | None:
        number = request.path_params["case"]
        if not _CASE.fullmatch(number):
            return None
        try:
            file = await case_file(self._parts.store, self._parts.clock, number)
        except Unreadable as error:
            log.error("case_unreadable", **fault(error))
            return error
        return file if file is not None and file.conversation.for_staff else None

    def _without(self, file: Unreadable | None, session: StaffLogin) -> Response:
        """Say why there is nothing to show: no such page, or one that cannot be opened."""
        if file is None:
            return self._pages.page("niet_gevonden.html", session, _NOT_FOUND)
        return self._pages.page("onleesbaar.html", session, _OUR_FAULT, zaak=file.case)


def _attached(response: Response, name: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
