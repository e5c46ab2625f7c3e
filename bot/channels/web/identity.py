"""Who is who on the web: a random token in a cookie, and nothing else."""

import re
import secrets
from datetime import timedelta
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

_TOKEN_BYTES = 32
_PLACE, _FRAME = "sec-fetch-dest", "iframe"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def within(request: Request) -> bool:
    """Tell whether the page is asked for within the page of another site."""
    return request.headers.get(_PLACE) == _FRAME


class Identity:
    """Gives each browser a token of its own; the store only ever knows the hash of it."""

    def __init__(self, *, https: bool, keep_days: int, framed: bool = False) -> None:
        """Keep the token as long as a conversation; `framed`: other sites show the page."""
        self._https = https
        self._framed = framed
        self._keep = timedelta(days=keep_days)
        # The prefix makes browsers refuse a cookie that another host of the same site has set.
        self._name = "__Host-gesprek" if https else "gesprek"

    def chat_id(self, request: Request) -> str | None:
        """Return who talks, None when the browser has no token yet."""
        token = self._token(request)
        return None if token is None else sha256(token.encode("ascii")).hexdigest()

    def given_to(self, request: Request, response: Response) -> None:
        """Give the browser a token, or let it keep its own for another while."""
        framed = self._framed and within(request)
        response.set_cookie(
            self._name,
            self._token(request) or secrets.token_urlsafe(_TOKEN_BYTES),
            max_age=int(self._keep.total_seconds()),
            path="/",
            secure=self._https,
            httponly=True,
            samesite="none" if framed else "lax",
        )
        if framed:
            # A jar for each site that shows the page: nobody is followed from one to another.
            response.headers["set-cookie"] += "; Partitioned"

    def _token(self, request: Request) -> str | None:
        token = request.cookies.get(self._name, "")
        return token if _TOKEN.fullmatch(token) else None
