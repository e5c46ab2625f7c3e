"""What is new in a conversation, as it happens: server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.chat import Chat
from bot.channels.web.guard import Guard, Refused
from bot.channels.web.identity import Identity
from bot.ports import Live

# A page whose connection is gone is noticed by this; it also looks again in the store then, for
# what another process may have added.
_HEARTBEAT_SECONDS = 15
_RETRY_MILLISECONDS = 2000


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
        if chat_id is None or known is None:
            # 204 tells the browser not to come back by itself: there is nothing to watch yet.
            return Response(status_code=204)
        if not self._guard.may_open(chat_id):
            raise Refused(429, "pagina.fout.te_snel", retry_after=_HEARTBEAT_SECONDS)
        return EventSourceResponse(
            self._counted(chat_id, self._lines(chat_id, known.id, seen(request))),
            ping=_HEARTBEAT_SECONDS,
            headers={"cache-control": "no-store"},
        )

    async def _counted(
        self, chat_id: str, stream: AsyncIterator[ServerSentEvent]
    ) -> AsyncIterator[ServerSentEvent]:
        try:
            async for event in stream:
                yield event
        finally:
            self._guard.closed(chat_id)

    async def _lines(
        self, chat_id: str, conversation: int, number: int
    ) -> AsyncIterator[ServerSentEvent]:
        news = self._live.watch(conversation)
        context, lines = await self._chat.transcripts.after(conversation, number)
        yield ServerSentEvent(comment="open", retry=_RETRY_MILLISECONDS)
        while True:
            for line in lines:
                shown = json.dumps(self._chat.line(line), ensure_ascii=False)
                yield ServerSentEvent(shown, event="line", id=str(line.number))
            await _news_or_heartbeat(news)
            if not await self._is_there(chat_id, conversation):
                yield ServerSentEvent(json.dumps(self._chat.farewell()), event="gone")
                return
            context, lines = await self._chat.transcripts.after(
                conversation, context.number, context
            )

    async def _is_there(self, chat_id: str, conversation: int) -> bool:
        """Tell whether the conversation still exists: it may have been erased in another tab."""
        known = await self._chat.conversation_of(chat_id)
        return known is not None and known.id == conversation


def seen(request: Request) -> int:
    """Return the last line that the page has, by what the browser or the page says."""
    told = (request.headers.get("last-event-id"), request.query_params.get("after"))
    return max((int(number) for number in told if number and number.isdecimal()), default=0)


async def _news_or_heartbeat(news: AsyncIterator[None]) -> None:
    try:
        await asyncio.wait_for(anext(news), _HEARTBEAT_SECONDS)
    except TimeoutError:
        return
