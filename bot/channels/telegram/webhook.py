"""Where Telegram delivers: nothing is believed without the secret, nothing acknowledged unkept.

This module imports nothing of Telegram's library: the route is there as soon as pages are, and
sends Telegram away, to come back with the same update, until the library is.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.log import fault, log
from bot.ports import StoreUnavailable

WEBHOOK = "/webhooks/telegram"
_SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
_REFUSED, _BAD, _UNAVAILABLE = 403, 400, 503

Play = Callable[[Mapping[str, Any]], Awaitable[None]]


class Webhook:
    """The one request that Telegram makes."""

    def __init__(self, secret: SecretStr | None) -> None:
        """Believe whoever knows this secret."""
        self._secret = b"" if secret is None else secret.get_secret_value().encode()
        self.play: Play | None = None

    def routes(self) -> list[BaseRoute]:
        """Return the route."""
        return [Route(WEBHOOK, self.delivered, methods=["POST"])]

    async def delivered(self, request: Request) -> Response:
        """Keep what an update comes to; only then say so, otherwise Telegram delivers it again."""
        if not self._known(request.headers.get(_SECRET, "").encode()):
            log.warning("telegram_secret_refused")
            return PlainTextResponse("", _REFUSED)
        if self.play is None:
            return PlainTextResponse("", _UNAVAILABLE)
        told = _update(await request.body())
        if told is None:
            log.warning("telegram_delivery_not_read")
            return PlainTextResponse("", _BAD)
        try:
            await self.play(told)
        except StoreUnavailable as error:
            log.warning("store_unavailable", **fault(error))
            return PlainTextResponse("", _UNAVAILABLE)
        return PlainTextResponse("")

    def _known(self, given: bytes) -> bool:
        """Compare in the same time whatever is given; nothing is equal to no secret."""
        return bool(self._secret) and hmac.compare_digest(given, self._secret)


def _update(body: bytes) -> Mapping[str, Any] | None:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
