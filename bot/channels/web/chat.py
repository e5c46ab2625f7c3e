"""The chat page and what it sends and receives."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from bot.channels.web.away import away_stands_large
from bot.channels.web.channel import NAME
from bot.channels.web.guard import Guard, Refused, body_of
from bot.channels.web.headers import HEADERS, framed_by
from bot.channels.web.identity import Identity, within
from bot.channels.web.lines import ShownLine, Speaker, folded
from bot.channels.web.messages import from_form, from_json
from bot.channels.web.pages import ChatPage, Pages
from bot.channels.web.transcripts import Transcripts
from bot.channels.web.uploads import LARGEST_FORM, MULTIPART, upload_of
from bot.clock import day_of
from bot.files.examining import received
from bot.parts import Parts
from bot.ports import Conversation, Inbound, Labels, Outgoing, Part
from dialogs.effects import Progress
from dialogs.events import Act, Command, Commanded
from dialogs.session import Session, State

Endpoint = Callable[[Request], Awaitable[Response]]
# The page after everything was erased.
_ERASED = "gewist"
# Within another site, in a browser that keeps nothing there.
_APART = "pagina.fout.apart"
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"


class Chat:
    """One page, one conversation."""

    def __init__(self, parts: Parts, pages: Pages, guard: Guard, identity: Identity) -> None:
        """Serve the conversations of these parts."""
        self._parts = parts
        self._pages = pages
        self._guard = guard
        self._identity = identity
        self.transcripts = Transcripts(parts.store, parts.texts)
        self._headers = framed_by(parts.settings.embed_sites)
        self._first: Outgoing | None = None
        self._first_day = date.min

    # --- the page --------------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        """Return the page with the whole conversation, or with the first question."""
        chat_id = self._identity.chat_id(request)
        known = None if chat_id is None else await self.conversation_of(chat_id)
        if known is not None:
            page = await self._page_of(known)
        elif _ERASED in request.query_params:
            page = ChatPage(lines=(self._erased(),), last=0)
        else:
            page = self._blank()
        response = HTMLResponse(self._pages.chat(page), headers=self._headers)
        self._identity.given_to(request, response)
        return response

    async def conversation_of(self, chat_id: str) -> Conversation | None:
        """Return the conversation of a browser, None before the first message."""
        return await self._parts.store.conversation_of(NAME, chat_id)

    async def _page_of(self, known: Conversation) -> ChatPage:
        context, lines = await self.transcripts.after(known.id, 0)
        return ChatPage(
            lines=folded(lines), last=context.number, away=away_stands_large(known.session)
        )

    def _blank(self) -> ChatPage:
        """Return the first question, of which nothing is kept until it is answered."""
        now = self._parts.clock.now()
        if self._first is None or self._first_day != day_of(now):
            known = Conversation(
                id=0,
                channel=NAME,
                chat_id="",
                case="",
                revision=0,
                created_at=now,
                changed_at=now,
                labels=Labels(state=State.CONSENT),
                session=Session(),
            )
            decided = self._parts.service.decision(known, self._inbound("", "", _BEGIN))
            self._first, self._first_day = decided.outgoing[0][1], day_of(now)
        first = ShownLine(number=0, place=0, speaker=Speaker.BOT, said=self._first)
        return ChatPage(lines=(first,), last=0)

    # --- what comes in ---------------------------------------------------------------------------

    async def messages(self, request: Request) -> Response:
        """Take one act and return the lines that the page does not have yet."""
        chat_id = await self._let_in(request, _JSON)
        message = from_json(await body_of(request))
        if message is None:
            raise Refused(400, "pagina.fout.onleesbaar")
        inbound = self._inbound(chat_id, message.id, message.act)
        said_at = inbound.at - timedelta(seconds=message.waited)
        return await self._answered(inbound.model_copy(update={"at": said_at}), message.after)

    async def file(self, request: Request) -> Response:
        """Take one file and return the lines that the page does not have yet."""
        inbound, after = await self._uploaded(request)
        return await self._answered(inbound, after)

    async def file_form(self, request: Request) -> Response:
        """Take one file of a page without a script, and show the page again."""
        inbound, _ = await self._uploaded(request)
        await self._take(inbound)
        return RedirectResponse("/#einde", status_code=303, headers=HEADERS)

    async def _uploaded(self, request: Request) -> tuple[Inbound, int]:
        chat_id = await self._let_in(request, MULTIPART)
        await self._guard.check_files(request, chat_id)
        with self._guard.receiving(LARGEST_FORM):
            upload = await upload_of(request)
        act, file = received(upload.name, upload.content)
        inbound = self._inbound(chat_id, upload.id, act)
        return inbound.model_copy(update={"file": file}), upload.after

    async def _answered(self, inbound: Inbound, after: int) -> Response:
        chat_id = inbound.chat_id
        # What was meant for a conversation that is gone does not begin another one.
        if after == 0 or await self.conversation_of(chat_id) is not None:
            await self._take(inbound)
        known = await self.conversation_of(chat_id)
        if known is None:
            return JSONResponse(self.farewell(), headers=HEADERS)
        context, lines = await self.transcripts.after(known.id, after)
        if context.number < after:
            return JSONResponse({"other": True}, headers=HEADERS)
        return JSONResponse(
            {
                "lines": [self.line(line) for line in lines],
                "away": away_stands_large(known.session),
                "file": None if inbound.file is None else inbound.file.id,
            },
            headers=HEADERS,
        )

    async def form(self, request: Request) -> Response:
        """Take one act of a page without a script, and show the page again."""
        chat_id = await self._let_in(request, _FORM)
        fields = dict(parse_qsl((await body_of(request)).decode("utf-8", "replace")))
        message = from_form(fields)
        if message is not None:
            await self._take(self._inbound(chat_id, message.id, message.act))
        known = await self.conversation_of(chat_id)
        where = f"/?{_ERASED}#einde" if known is None else "/#einde"
        return RedirectResponse(where, status_code=303, headers=HEADERS)

    def line(self, line: ShownLine) -> dict[str, object]:
        """Return one line for a page that is open."""
        return {"number": line.number, "place": line.place, "html": self._pages.line(line)}

    def farewell(self) -> dict[str, object]:
        """Return what a page shows whose conversation was erased: of that nothing is left."""
        return {"farewell": self._pages.line(self._erased())}

    def _erased(self) -> ShownLine:
        said = Outgoing(
            parts=(Part(text=self._parts.texts("gesprek.gewist")),),
            state=State.ERASED,
            progress=Progress(done=0, of=0),
        )
        return ShownLine(number=0, place=0, speaker=Speaker.BOT, said=said)

    async def _let_in(self, request: Request, media_type: str) -> str:
        self._guard.check_origin(request)
        if request.headers.get("content-type", "").partition(";")[0].strip() != media_type:
            raise Refused(415, "pagina.fout.onleesbaar")
        chat_id = self._identity.chat_id(request)
        if chat_id is None:
            raise Refused(409, _APART if within(request) else "pagina.fout.geen_cookie")
        await self._guard.check_rate(request, chat_id)
        return chat_id

    async def _take(self, inbound: Inbound) -> None:
        # The first question was shown without being kept; now it becomes part of the transcript.
        if inbound.act != _BEGIN and await self.conversation_of(inbound.chat_id) is None:
            begun = {"message_id": f"{inbound.message_id}-start", "act": _BEGIN, "file": None}
            await self._parts.service.handle(inbound.model_copy(update=begun))
        await self._parts.service.handle(inbound)

    def _inbound(self, chat_id: str, message_id: str, act: Act) -> Inbound:
        return Inbound(
            channel=NAME,
            chat_id=chat_id,
            message_id=message_id,
            at=self._parts.clock.now(),
            act=act,
        )

    # --- what is refused -------------------------------------------------------------------------

    def told_in_json(self, endpoint: Endpoint) -> Endpoint:
        """Return the endpoint that says in JSON why it refuses."""

        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except Refused as refused:
                error = {"error": self._parts.texts(refused.text)}
                return JSONResponse(error, refused.status, headers=_headers_of(refused))

        return answer

    def told_on_a_page(self, endpoint: Endpoint) -> Endpoint:
        """Return the endpoint that says on a page why it refuses."""

        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except Refused as refused:
                why, apart = self._parts.texts(refused.text), refused.text == _APART
                page = self._pages.page("refused.html", why=why, apart=apart)
                headers = {**_headers_of(refused), **self._headers}
                return HTMLResponse(page, refused.status, headers=headers)

        return answer


def _headers_of(refused: Refused) -> dict[str, str]:
    after = {} if refused.retry_after is None else {"retry-after": str(refused.retry_after)}
    return {**HEADERS, **after}


_BEGIN = Commanded(command=Command.START)
