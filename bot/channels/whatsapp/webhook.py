"""Where Meta delivers: nothing is believed without its signature, nothing acknowledged unkept."""

import hmac
from collections.abc import Iterable

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.whatsapp.limits import WEBHOOK
from bot.channels.whatsapp.turns import Turns
from bot.channels.whatsapp.unread import Unread
from bot.channels.whatsapp.updates import Heard, Moved, Report, happened
from bot.channels.whatsapp.webhooks import values
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import StoreUnavailable

_PREFIX = "sha256="
_REFUSED, _BAD, _FAILED, _UNAVAILABLE = 403, 400, 500, 503


def signature(secret: bytes, body: bytes) -> str:
    """Return the signature of a body, over its very bytes."""
    return _PREFIX + hmac.digest(secret, body, "sha256").hex()


class Webhook:
    """The two requests that Meta makes."""

    def __init__(self, parts: Parts, unread: Unread) -> None:
        """Serve with the settings of the running program."""
        settings = parts.settings
        self._turns = Turns(parts, unread)
        self._secret = _bytes(settings.whatsapp_app_secret)
        self._token = _bytes(settings.whatsapp_verify_token)
        self._phone_id = settings.whatsapp_phone_id or ""

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route(WEBHOOK, self.verified, methods=["GET"]),
            Route(WEBHOOK, self.delivered, methods=["POST"]),
        ]

    async def verified(self, request: Request) -> Response:
        """Answer the question whether this address is ours, with the bare challenge."""
        asked = request.query_params
        token = asked.get("hub.verify_token", "").encode()
        if asked.get("hub.mode") != "subscribe" or not _same(token, self._token):
            log.warning("whatsapp_verification_refused")
            return PlainTextResponse("", _REFUSED)
        return PlainTextResponse(asked.get("hub.challenge", ""))

    async def delivered(self, request: Request) -> Response:
        """Keep everything in a delivery; only then say so, otherwise Meta delivers it again."""
        body = await request.body()
        signed = request.headers.get("x-hub-signature-256", "").encode()
        if not _same(signed, signature(self._secret, body).encode()):
            log.warning("whatsapp_signature_refused")
            return PlainTextResponse("", _REFUSED)
        found = values(body, self._phone_id)
        if found is None:
            log.warning("whatsapp_delivery_not_read")
            return PlainTextResponse("", _BAD)
        return PlainTextResponse("", await self._taken(happened(found)))

    async def _taken(self, things: Iterable[Heard | Moved | Report]) -> int:
        """Deal with each thing by itself, so that one that fails holds up no other."""
        status = 200
        for one in things:
            try:
                await self._turns.take(one)
            except StoreUnavailable as error:
                log.warning("store_unavailable", **fault(error))
                return _UNAVAILABLE
            except Exception as error:  # noqa: BLE001 - it comes again, the others need not
                log.error("whatsapp_message_failed", **fault(error))
                status = _FAILED
        return status


def _bytes(secret: SecretStr | None) -> bytes:
    return b"" if secret is None else secret.get_secret_value().encode()


def _same(given: bytes, expected: bytes) -> bool:
    """Compare in the same time whatever is given; nothing is equal to no secret."""
    return bool(expected) and hmac.compare_digest(given, expected)
