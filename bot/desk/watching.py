"""Tells an open page of the desk that there is something new, and no more than that."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import anyio
from fastapi import Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.desk.logins import Logins
from bot.news import HEARTBEAT_SECONDS, RETRY_MILLISECONDS, SECONDS_TO_END, News
from bot.parts import Parts
from bot.ports import OutOfReach, StaffLogin, Unreadable

# 204 tells the browser not to come back by itself.
_NOTHING_TO_WATCH = 204
_MOST_DIGITS = 9
# A few lines before the last one of the page: they may be delivered meanwhile.
_SHOWN = 10
# Without any words in it a browser would not pass it on.
_SIGN = ServerSentEvent("1", event="nieuws")
_OPEN = ServerSentEvent(comment="open", retry=RETRY_MILLISECONDS)
_PAUSE_SECONDS = 1.0


@dataclass(frozen=True)
class _Shown:
    """A case as an open page shows it: up to which line, and as saved how many times."""

    case: str
    conversation: int
    last: int
    revision: int


@dataclass(frozen=True)
class _Seen:
    """What there is to show: the lines and whether they arrived, who is away, the facts."""

    lines: tuple[tuple[int, bool | None], ...]
    away: OutOfReach | None
    revision: int
    owner: str | None

    def newer_than(self, shown: _Shown) -> bool:
        last = self.lines[-1][0] if self.lines else 0
        return last > shown.last or self.revision > shown.revision


class Watching:
    """Streams a sign for each change; the page then reads itself again, with its session.

    A stream ends with the session that opened it.
    """

    def __init__(self, parts: Parts, logins: Logins) -> None:
        """Watch the conversations of the running program."""
        self._store = parts.store
        self._live = parts.live
        self._logins = logins

    async def stream(self, request: Request, login: StaffLogin) -> Response:
        """Stream what is new in one case until its page is closed."""
        try:
            known = await self._store.conversation(case=request.path_params["case"])
        except Unreadable:
            known = None
        if known is None:
            return Response(status_code=_NOTHING_TO_WATCH)
        stopping = anyio.Event()
        shown = _Shown(known.case, known.id, _told(request, "na"), _told(request, "stand"))
        return _streamed(self._of_case(shown, login, stopping), stopping)

    async def queue(self, _: Request, login: StaffLogin) -> Response:
        """Stream that something is new in the queue until its page is closed."""
        stopping = anyio.Event()
        return _streamed(self._of_queue(login, stopping), stopping)

    async def _of_case(
        self, shown: _Shown, login: StaffLogin, stopping: anyio.Event
    ) -> AsyncIterator[ServerSentEvent]:
        news = News(self._live.watch(shown.conversation), stopping)
        try:
            seen = await self._seen(shown)
            yield _OPEN
            if seen.newer_than(shown):
                yield _SIGN  # it came in between the page and its stream
            while await news.or_heartbeat() and await self._logins.lasts(login):
                known, seen = seen, await self._seen(shown)
                if seen != known:
                    yield _SIGN
        finally:
            news.close()

    async def _of_queue(
        self, login: StaffLogin, stopping: anyio.Event
    ) -> AsyncIterator[ServerSentEvent]:
        news = News(self._live.watch(None), stopping)
        try:
            yield _OPEN
            # Something may have come in between the page and its stream.
            yield _SIGN
            while await news.or_heartbeat() and await self._logins.lasts(login):
                yield _SIGN
                # However busy it is, a page is read again no oftener than this.
                await asyncio.sleep(_PAUSE_SECONDS)
        finally:
            news.close()

    async def _seen(self, shown: _Shown) -> _Seen:
        """Return what of a case the page shows, as it is now."""
        lines = await self._store.transcript(shown.conversation, max(0, shown.last - _SHOWN))
        try:
            known = await self._store.conversation(case=shown.case)
        except Unreadable:
            known = None
        return _Seen(
            lines=tuple((line.number, line.delivered) for line in lines),
            away=(await self._store.reach(shown.conversation)).out_of_reach,
            revision=0 if known is None else known.revision,
            owner=None if known is None else known.owner,
        )


def _streamed(signs: AsyncIterator[ServerSentEvent], stopping: anyio.Event) -> EventSourceResponse:
    return EventSourceResponse(
        signs,
        ping=HEARTBEAT_SECONDS,
        headers={"cache-control": "no-store"},
        shutdown_event=stopping,
        shutdown_grace_period=SECONDS_TO_END,
    )


def _told(request: Request, name: str) -> int:
    told = request.query_params.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS else 0
