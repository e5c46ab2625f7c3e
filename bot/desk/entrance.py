"""Getting in and out: the login page, the one-time link, the password."""

import re

from fastapi import Request
from fastapi.responses import Response

from bot.desk.accounts import account_name, set_password
from bot.desk.attempts import WINDOW_MINUTES, Attempts
from bot.desk.guard import LOGIN_PAGE, Guard, see_other
from bot.desk.pages import Pages
from bot.desk.passwords import NO_PASSWORD, SHORTEST, fault, fits
from bot.parts import Parts
from bot.ports import LoginKind, StaffLogin

QUEUE, PASSWORD_PAGE = "/desk", "/desk/wachtwoord"
_OWN_PAGE = re.compile(r"/desk(/[A-Za-z0-9-]+)*")
_TOO_MANY, _UNPROCESSABLE, _FORBIDDEN, _GONE = 429, 422, 403, 410


class Entrance:
    """The pages with which staff get in."""

    def __init__(self, parts: Parts, guard: Guard, pages: Pages) -> None:
        """Count attempts from now on."""
        self._store = parts.store
        self._guard = guard
        self._pages = pages
        self._attempts = Attempts()

    # --- with a password -------------------------------------------------------------------------

    async def login_page(self, request: Request) -> Response:
        """Show the login form; whoever is in already goes on."""
        onward = _onward(request.query_params.get("verder"))
        if await self._guard.session(request) is not None:
            return see_other(onward)
        return self._login_form(onward)

    async def log_in(self, request: Request) -> Response:
        """Let somebody in whose name and password fit; say no more than that they do not."""
        form = await request.form()
        onward = _onward(form.get("verder"))
        name, password = account_name(str(form.get("naam", ""))), str(form.get("wachtwoord", ""))
        here = request.client.host if request.client else ""
        if not await self._attempts.may(here, name):
            refused = self._login_form(onward, _TOO_MANY, "balie.inloggen.te_vaak", name)
            refused.headers["Retry-After"] = str(WINDOW_MINUTES * 60)
            return refused
        if not await fits(await self._store.staff(name), password):
            return self._login_form(onward, _FORBIDDEN, "balie.inloggen.klopt_niet", name)
        await self._attempts.forget(here, name)
        return await self._guard.let_in(
            request, onward, await self._guard.logins.by_password(name)
        )

    async def log_out(self, request: Request) -> Response:
        """End the session."""
        return await self._guard.let_out(request)

    def _login_form(
        self, onward: str, status: int = 200, error: str | None = None, name: str = ""
    ) -> Response:
        return self._pages.page(
            "inloggen.html", status=status, verder=onward, fout=error, naam=name
        )

    # --- with a link -----------------------------------------------------------------------------

    async def link_page(self, request: Request) -> Response:
        """Show a button: looking at a link does not use it up."""
        token = request.path_params["token"]
        if not await self._guard.logins.link_is_open(token):
            return self._used_up()
        return self._pages.page("eenmalig.html")

    async def use_link(self, request: Request) -> Response:
        """Use the link up and let its holder in."""
        token = await self._guard.logins.by_link(request.path_params["token"])
        if token is None:
            return self._used_up()
        session = await self._guard.logins.session(token)
        account = None if session is None else await self._store.staff(session.name)
        invited = account is not None and account.password_hash == NO_PASSWORD
        return await self._guard.let_in(request, PASSWORD_PAGE if invited else QUEUE, token)

    def _used_up(self) -> Response:
        return self._pages.page("verlopen.html", status=_GONE)

    # --- the password ----------------------------------------------------------------------------

    async def password_page(self, _: Request, session: StaffLogin) -> Response:
        """Show the form to choose a password."""
        return self._password_form(session)

    async def choose_password(self, request: Request, session: StaffLogin) -> Response:
        """Keep a new password; who came in by password must know the old one."""
        form = await request.form()
        chosen, again = str(form.get("nieuw", "")), str(form.get("herhaald", ""))
        wrong = await self._wrong(session, str(form.get("huidig", "")), chosen, again)
        if wrong is not None:
            return self._password_form(session, _UNPROCESSABLE, wrong)
        await set_password(self._store, session.name, chosen)
        token = await self._guard.logins.by_password(session.name)
        return await self._guard.let_in(request, f"{QUEUE}?wachtwoord=bewaard", token)

    async def _wrong(
        self, session: StaffLogin, current: str, chosen: str, again: str
    ) -> str | None:
        if session.kind is LoginKind.SIGNED_IN:
            if not await self._attempts.may("", session.name):
                return "balie.inloggen.te_vaak"
            if not await fits(await self._store.staff(session.name), current):
                return "balie.wachtwoord.huidig_klopt_niet"
        return fault(chosen, again, session.name)

    def _password_form(
        self, session: StaffLogin, status: int = 200, error: str | None = None
    ) -> Response:
        return self._pages.page(
            "wachtwoord.html",
            session,
            status,
            fout=error,
            vraagt_huidig=session.kind is LoginKind.SIGNED_IN,
            kortste=SHORTEST,
        )


def _onward(path: object) -> str:
    """Return where to go after the login: a page of the desk, whatever was asked."""
    known = isinstance(path, str) and _OWN_PAGE.fullmatch(path) and path != LOGIN_PAGE
    return str(path) if known else QUEUE
