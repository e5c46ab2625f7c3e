"""Tells an open page of the desk that there is something new, and no more than that."""

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

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


class Seen(NamedTuple):
    """What an open page shows that may change."""

    lines: tuple[tuple[int, bool | None], ...]
    away: OutOfReach | None


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
        return _streamed(self._of_case(known.id, _last(request), login, stopping), stopping)

    async def queue(self, _: Request, login: StaffLogin) -> Response:
        """Stream that something is new in the queue until its page is closed."""
        stopping = anyio.Event()
        return _streamed(self._of_queue(login, stopping), stopping)

    async def _of_case(
        self, conversation: int, last: int, login: StaffLogin, stopping: anyio.Event
    ) -> AsyncIterator[ServerSentEvent]:
        news = News(self._live.watch(conversation), stopping)
        try:
            seen = await self._seen(conversation, last)
            yield _OPEN
            if seen.lines and seen.lines[-1][0] > last:
                yield _SIGN  # it came in between the page and its stream
            while await news.or_heartbeat() and await self._logins.lasts(login):
                known, seen = seen, await self._seen(conversation, last)
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

    async def _seen(self, conversation: int, last: int) -> Seen:
        """Return what the page shows: the lines, whether they arrived, and who is away."""
        lines = await self._store.transcript(conversation, max(0, last - _SHOWN))
        shown = tuple((line.number, line.delivered) for line in lines)
        return Seen(shown, (await self._store.reach(conversation)).out_of_reach)


def _streamed(signs: AsyncIterator[ServerSentEvent], stopping: anyio.Event) -> EventSourceResponse:
    return EventSourceResponse(
        signs,
        ping=HEARTBEAT_SECONDS,
        headers={"cache-control": "no-store"},
        shutdown_event=stopping,
        shutdown_grace_period=SECONDS_TO_END,
    )


def _last(request: Request) -> int:
    told = request.query_params.get("na", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS else 0
