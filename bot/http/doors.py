"""What every request passes: how much it may bring, what browsers may do, and what goes wrong."""

import secrets
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import metrics
from bot.log import fault, log
from bot.ports import StoreUnavailable, Unreadable
from bot.sentences.texts import Texts

LARGEST_BODY = 1024 * 1024
_NOWHERE: Mapping[str, int] = {}
_TWO_YEARS = 2 * 365 * 24 * 60 * 60
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
_PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<main><h1>{title}</h1><p>{why}</p></main>
</html>
"""
_WHY = {
    400: "pagina.fout.onleesbaar",
    404: "pagina.fout.niet_gevonden",
    405: "pagina.fout.niet_gevonden",
    413: "pagina.fout.te_groot",
}
_OUR_FAULT = "pagina.fout.bij_ons"


class Refusals:
    """Says in words of the texts what did not work: no details, those are in the log."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of these texts."""
        self._texts = texts

    async def of_http(self, request: Request, refused: Exception) -> Response:
        """Return the answer to a request that the application refused."""
        status = refused.status_code if isinstance(refused, HTTPException) else 500
        headers = refused.headers if isinstance(refused, HTTPException) else None
        return self.answer(request.scope, status, headers)

    def answer(
        self, scope: Scope, status: int, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Return a page for people and JSON for programs."""
        why = self._texts(_WHY.get(status, _OUR_FAULT))
        if "text/html" not in Request(scope).headers.get("accept", ""):
            return JSONResponse({"error": why}, status, headers=headers)
        page = _PAGE.format(
            language=self._texts.language, title=self._texts("pagina.fout.kop"), why=why
        )
        return HTMLResponse(page, status, headers=headers)


class Headers:
    """Puts the careful headers on every answer that did not choose its own."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        """Promise https for the future when people come in over https."""
        self._app = app
        self._headers = {
            "content-security-policy": _POLICY,
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
            "cross-origin-opener-policy": "same-origin",
        }
        if https:
            self._headers["strict-transport-security"] = f"max-age={_TWO_YEARS}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add to the answer."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class Faults:
    """Turns what went wrong inside into one kind sentence, and a line in the log."""

    def __init__(self, app: ASGIApp, *, refusals: Refusals) -> None:
        """Stand around the whole application."""
        self._app = app
        self._refusals = refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer it when that failed before an answer began."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            if scope["type"] != "http":
                raise
            status = _status(error)
            if not begun:
                await self._refusals.answer(scope, status)(scope, receive, send)


class Limit:
    """Lets no body in that is larger than anything people send here."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        refusals: Refusals,
        most: int = LARGEST_BODY,
        larger: Mapping[str, int] = _NOWHERE,
    ) -> None:
        """Count the bytes of every request; `larger` names the paths that may bring more."""
        self._app = app
        self._refusals = refusals
        self._most = most
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse by what a request announces, and stop one that brings more."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"], self._most)
        announced = Request(scope).headers.get("content-length", "0")
        if not announced.isdecimal() or int(announced) > most:
            await self._refusals.answer(scope, 413)(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)


def _status(error: Exception) -> int:
    """Log a fault under an id and return the status of the answer."""
    if isinstance(error, StoreUnavailable):
        log.warning("store_unavailable", **fault(error))
        return 503
    metrics.FAULTS.inc()
    event = "case_unreadable" if isinstance(error, Unreadable) else "request_failed"
    log.error(event, error_id=secrets.token_hex(4), **fault(error))
    return 500
