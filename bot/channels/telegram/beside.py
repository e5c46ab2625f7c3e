"""Telegram beside the pages: the route at once, the rest as soon as its library is there."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.routing import BaseRoute

from bot.channels.telegram.webhook import Webhook
from bot.parts import Parts


class Telegram:
    """All that serves Telegram."""

    def __init__(self, parts: Parts) -> None:
        """Serve the running program; there is a token."""
        self._parts = parts
        by_webhook = parts.settings.telegram_mode == "webhook"
        self._webhook = Webhook(parts.settings.telegram_webhook_secret) if by_webhook else None

    def routes(self) -> list[BaseRoute]:
        """Return the webhook's route, nothing when Telegram is asked for updates."""
        return [] if self._webhook is None else self._webhook.routes()

    async def served(self) -> None:
        """Serve until cancelled; the library takes seconds to import, and nobody waits for it."""
        await (await asyncio.to_thread(_imported))(self._parts, self._webhook)


def _imported() -> Callable[[Parts, Webhook | None], Awaitable[None]]:
    from bot.channels.telegram.serving import served  # noqa: PLC0415 - takes seconds

    return served
