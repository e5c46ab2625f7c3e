"""A person's own copy on the web: of whoever has the cookie of the conversation, nobody else."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.web.channel import NAME
from bot.channels.web.guard import Guard, Refused
from bot.channels.web.headers import HEADERS, framed_by
from bot.channels.web.identity import Identity
from bot.channels.web.pages import Pages
from bot.handoff.own_copy import Copies
from bot.parts import Parts
from bot.ports import Conversation


class Own:
    """The copy as a page and as PDF."""

    def __init__(self, parts: Parts, pages: Pages, guard: Guard, identity: Identity) -> None:
        """Serve the conversations of these parts."""
        self._parts = parts
        self._pages = pages
        self._guard = guard
        self._identity = identity
        self._copies = Copies(parts.script, parts.texts, parts.settings)
        self._headers = framed_by(parts.settings.embed_sites)

    async def page(self, request: Request) -> Response:
        """Show the copy."""
        copy = self._copies.copy(await self._known(request), self._parts.clock.now())
        return HTMLResponse(self._pages.page("own.html", copy=copy), headers=self._headers)

    async def pdf(self, request: Request) -> Response:
        """Give the copy as a file."""
        name, pdf = await self._copies.file(await self._known(request), self._parts.clock.now())
        shown = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(pdf, media_type="application/pdf", headers={**HEADERS, **shown})

    async def _known(self, request: Request) -> Conversation:
        chat_id = self._identity.chat_id(request)
        if chat_id is None:
            raise Refused(404, "kopie.leeg")
        await self._guard.check_rate(request, chat_id)
        known = await self._parts.store.conversation_of(NAME, chat_id)
        if known is None:
            raise Refused(404, "kopie.leeg")
        return known
