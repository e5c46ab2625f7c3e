"""What is new in a conversation, as it happens: server-sent events."""

import json
from collections.abc import AsyncIterator

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.chat import Chat
from bot.channels.web.guard import Guard
from bot.channels.web.identity import Identity
from bot.news import HEARTBEAT_SECONDS, RETRY_MILLISECONDS, SECONDS_TO_END, News
from bot.ports import Live

_MOST_DIGITS = 18
# The page shows more than there is: everything was erased, and begun anew.
_OTHER = ServerSentEvent("1", event="other")


class Events:
    """Streams the lines that a page does not have yet."""

    def __init__(self, chat: Chat, live: Live, guard: Guard, identity: Identity) -> None:
        """Watch through this."""
        self._chat = chat
        self._live = live
        self._guard = guard
        self._identity = identity

    async def stream(self, request: Request) -> Response:
        """Stream from the line after the last one that the page saw."""
        self._guard.check_origin(request)
        chat_id = self._identity.chat_id(request)
        known = None if chat_id is None else await self._chat.conversation_of(chat_id)
        if chat_id is not None and known is None and seen(request):
            return EventSourceResponse(self._farewell(), headers={"cache-control": "no-store"})
        if chat_id is None or known is None:
            # 204 tells the browser not to come back by itself: there is nothing to watch yet.
            return Response(status_code=204)
        self._guard.check_streams(chat_id)
        stopping = anyio.Event()
        return EventSourceResponse(
            self._lines(chat_id, known.id, seen(request), stopping),
            ping=HEARTBEAT_SECONDS,
            headers={"cache-control": "no-store"},
            shutdown_event=stopping,
            shutdown_grace_period=SECONDS_TO_END,
        )

    async def _lines(
        self, chat_id: str, conversation: int, number: int, stopping: anyio.Event
    ) -> AsyncIterator[ServerSentEvent]:
        news = News(self._live.watch(conversation), stopping)
        self._guard.opened(chat_id)
        try:
            context, lines = await self._chat.transcripts.after(conversation, number)
            yield ServerSentEvent(comment="open", retry=RETRY_MILLISECONDS)
            if context.number < number:
                yield _OTHER
                return
            while True:
                for line in lines:
                    shown = json.dumps(self._chat.line(line), ensure_ascii=False)
                    yield ServerSentEvent(shown, event="line", id=str(line.number))
                if not await news.or_heartbeat():
                    return
                if not await self._is_there(chat_id, conversation):
                    async for farewell in self._farewell():
                        yield farewell
                    return
                context, lines = await self._chat.transcripts.after(
                    conversation, context.number, context
                )
        finally:
            news.close()
            self._guard.closed(chat_id)

    async def _farewell(self) -> AsyncIterator[ServerSentEvent]:
        """Say goodbye to a page whose conversation was erased, here or while nobody looked."""
        yield ServerSentEvent(json.dumps(self._chat.farewell()), event="gone")

    async def _is_there(self, chat_id: str, conversation: int) -> bool:
        """Tell whether the conversation still exists: it may have been erased in another tab."""
        known = await self._chat.conversation_of(chat_id)
        return known is not None and known.id == conversation


def seen(request: Request) -> int:
    """Return the last line that the page has, by what the browser or the page says."""
    told = (request.headers.get("last-event-id"), request.query_params.get("after"))
    numbers = [number for number in told if number and number.isdecimal()]
    return max((int(number) for number in numbers if len(number) <= _MOST_DIGITS), default=0)
