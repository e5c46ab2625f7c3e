"""What stands around every page of the desk: who may see it, and what a browser may do with it."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from bot.desk.logins import LONGEST, Logins
from bot.parts import Parts
from bot.ports import StaffLogin

LOGIN_PAGE = "/desk/inloggen"
Page = Callable[[Request], Awaitable[Response]]
StaffPage = Callable[[Request, StaffLogin], Awaitable[Response]]
# Forms to get in are a few short fields; whatever is bigger is no form of ours. The longest form
# of staff is a reply to a person, of which each sign takes up to twelve bytes on its way.
_LONGEST_FORM, _LONGEST_FORM_OF_STAFF = 10_000, 30_000
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types balie"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Not `no-referrer`: browsers then send the origin of a form as "null".
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


class Guard:
    """Lets people in by their cookie, and forms in by their origin."""

    def __init__(self, parts: Parts) -> None:
        """Look sessions up in the store of the running program."""
        self.logins = Logins(parts.store, parts.clock)
        self._alarms = parts.alarms
        self._public_url = parts.settings.public_url
        self._public_https = parts.settings.public_https

    def everyone(self, page: Page) -> Page:
        """Return a page that needs no session."""

        async def guarded(request: Request) -> Response:
            refused = self._refused(request)
            return _sealed(refused or await page(request))

        return guarded

    def staff(self, page: StaffPage) -> Page:
        """Return a page for whoever has a session; others are sent to the login page."""

        async def guarded(request: Request) -> Response:
            refused = self._refused(request, _LONGEST_FORM_OF_STAFF)
            if refused is not None:
                return _sealed(refused)
            session = await self.session(request)
            if session is None:
                return _sealed(_to_login(request))
            if request.method == "GET":
                await self._alarms.refreshed()
            return _sealed(await page(request, session))

        return guarded

    async def session(self, request: Request) -> StaffLogin | None:
        """Return the session that the browser has, None when it has none or it is over."""
        token = request.cookies.get(self._cookie(request))
        return None if token is None else await self.logins.session(token)

    async def let_in(self, request: Request, path: str, token: str) -> Response:
        """Give the browser a new session, end the one it had, and send it on."""
        await self._end(request)
        response, secure = see_other(path), self._over_https(request)
        response.set_cookie(
            self._cookie(request),
            token,
            max_age=int(LONGEST.total_seconds()),
            path="/" if secure else "/desk",
            secure=secure,
            httponly=True,
            samesite="strict",
        )
        return response

    async def let_out(self, request: Request) -> Response:
        """End the session of the browser, here and there."""
        await self._end(request)
        response, secure = see_other(LOGIN_PAGE), self._over_https(request)
        response.delete_cookie(
            self._cookie(request),
            path="/" if secure else "/desk",
            secure=secure,
            httponly=True,
            samesite="strict",
        )
        return response

    async def _end(self, request: Request) -> None:
        token = request.cookies.get(self._cookie(request))
        if token is not None:
            await self.logins.end(token)

    def _cookie(self, request: Request) -> str:
        # The prefix makes browsers refuse it from anywhere but this host, over https.
        return "__Host-lw_balie" if self._over_https(request) else "lw_balie"

    def _over_https(self, request: Request) -> bool:
        return self._public_https or request.url.scheme == "https"

    def _refused(self, request: Request, longest: int = _LONGEST_FORM) -> Response | None:
        """Return why a form is not taken, None when it comes from a page of ours."""
        if request.method in ("GET", "HEAD"):
            return None
        if not self._from_us(request):
            return Response(status_code=403)
        length = request.headers.get("content-length", "")
        fits = length.isdecimal() and int(length) <= longest
        return None if fits else Response(status_code=413)

    def _from_us(self, request: Request) -> bool:
        host = request.headers.get("host")
        ours = {self._public_url, f"http://{host}", f"https://{host}"}
        return bool(host) and request.headers.get("origin") in ours - {None}


def _sealed(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def see_other(path: str) -> RedirectResponse:
    """Send the browser on to another page, with a GET."""
    return RedirectResponse(path, status_code=303)


def _to_login(request: Request) -> RedirectResponse:
    came_for = request.url.path
    if request.method != "GET" or came_for == "/desk":
        return see_other(LOGIN_PAGE)
    return see_other(f"{LOGIN_PAGE}?verder={quote(came_for)}")
