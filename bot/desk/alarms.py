"""The alarms at the desk: on every page, live, until somebody says to have seen them."""

import re
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import anyio
from fastapi import Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.alarms.watch import DESK
from bot.desk.guard import see_other
from bot.desk.logins import Logins
from bot.desk.pages import Pages
from bot.news import HEARTBEAT_SECONDS, RETRY_MILLISECONDS, SECONDS_TO_END, News
from bot.parts import Parts
from bot.ports import StaffLogin

_MOST_DIGITS = 18
# Pages to go back to; what came of a form is no page.
_PAGE = re.compile(r"/desk/(alarmen|zaak/[A-Za-z0-9-]{1,40})")
# Without any words in it a browser would not pass it on.
_SIGN = ServerSentEvent("1", event="alarmen")


class Alarms:
    """Shows alarms, and notes who has seen them."""

    def __init__(self, parts: Parts, pages: Pages, logins: Logins) -> None:
        """Work on the alarms of the running program."""
        self._logins = logins
        self._alarms = parts.alarms
        self._live = parts.live
        self._pages = pages

    async def all(self, request: Request, session: StaffLogin) -> Response:
        """Show every alarm; in short, as the other pages do, for a page that is open."""
        everything = request.query_params.get("kort") != "ja"
        return self._pages.page("alle_alarmen.html", session, alle_alarmen=everything)

    async def seen(self, request: Request, session: StaffLogin) -> Response:
        """Note who has seen an alarm; pressing twice is no conflict."""
        told = request.path_params["alarm"]
        if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS:
            await self._alarms.seen(int(told), session.name)
        return see_other(_came_from(request))

    async def stream(self, _: Request, login: StaffLogin) -> Response:
        """Stream a sign for each change until the page is closed or the session is over."""
        stopping = anyio.Event()
        return EventSourceResponse(
            self._signs(login, stopping),
            ping=HEARTBEAT_SECONDS,
            headers={"cache-control": "no-store"},
            shutdown_event=stopping,
            shutdown_grace_period=SECONDS_TO_END,
        )

    async def _signs(
        self, login: StaffLogin, stopping: anyio.Event
    ) -> AsyncIterator[ServerSentEvent]:
        news = News(self._live.watch(DESK), stopping)
        try:
            yield ServerSentEvent(comment="open", retry=RETRY_MILLISECONDS)
            # What came in between the page and its stream: the page looks whether it is new.
            yield _SIGN
            known = self._alarms.open
            while await news.or_heartbeat() and await self._logins.lasts(login):
                if known != self._alarms.open:
                    known = self._alarms.open
                    yield _SIGN
        finally:
            news.close()


def _came_from(request: Request) -> str:
    """Return the page of the desk on which the button stood."""
    path = urlsplit(request.headers.get("referer", "")).path
    found = _PAGE.match(path)
    return "/desk" if found is None else found[0]
