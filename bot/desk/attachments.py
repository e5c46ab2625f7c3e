"""The files of a case, for staff: looked at or taken along, and never run."""

from fastapi import Request
from fastapi.responses import Response

from bot.desk.cases import Cases
from bot.desk.pages import Pages
from bot.handoff.attached import VIEWABLE, filename
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import KeptFile, StaffLogin, Unreadable

_OUR_FAULT = 500
# Whatever it is, it is nobody's page: no script, no form, nothing from elsewhere, no frame.
_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; sandbox"
)


class Attachments:
    """Hands over what people sent."""

    def __init__(self, parts: Parts, pages: Pages, cases: Cases) -> None:
        """Read from the store of the running program."""
        self._store = parts.store
        self._pages = pages
        self._cases = cases

    async def download(self, request: Request, session: StaffLogin) -> Response:
        """Hand over one file as it was received."""
        return await self._handed_over(request, session, inline=False)

    async def look(self, request: Request, session: StaffLogin) -> Response:
        """Show one picture in the browser; anything else is handed over instead."""
        return await self._handed_over(request, session, inline=True)

    async def _handed_over(
        self, request: Request, session: StaffLogin, *, inline: bool
    ) -> Response:
        case = request.path_params["case"]
        try:
            found = await self._found(case, request.path_params["file"])
        except Unreadable as error:
            log.error("case_unreadable", **fault(error))
            return self._pages.page("onleesbaar.html", session, _OUR_FAULT, zaak=case)
        if found is None:
            return await self._cases.nothing(request, session)
        number, file, content = found
        # Which file, and nothing about whom: its id is drawn by lot.
        log.info("desk_file_opened", reason=file.id)
        shown = inline and file.about.mime in VIEWABLE
        name = filename(case, number, file.about.mime)
        return Response(
            content,
            media_type=file.about.mime,
            headers={
                "Content-Disposition": f'{"inline" if shown else "attachment"}; filename="{name}"',
                "Content-Security-Policy": _POLICY,
            },
        )

    async def _found(self, case: str, file: str) -> tuple[int, KeptFile, bytes] | None:
        known = await self._store.conversation(case=case)
        if known is None or not known.for_staff:
            return None
        found = await self._store.files.content(known.id, file)
        if found is None:
            return None
        ids = [one.id for one in await self._store.files.of(known.id)]
        return ids.index(file) + 1, *found
