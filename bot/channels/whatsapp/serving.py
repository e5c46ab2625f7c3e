"""WhatsApp beside the pages: the routes at once, the channel as soon as its client is there."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.routing import BaseRoute

from bot.channels.whatsapp.unread import Unread
from bot.channels.whatsapp.webhook import Webhook
from bot.parts import Parts


class WhatsApp:
    """All that serves WhatsApp."""

    def __init__(self, parts: Parts) -> None:
        """Serve the running program; all its settings are given."""
        self._parts = parts
        self._unread = Unread()

    def routes(self) -> list[BaseRoute]:
        """Return the webhook's routes."""
        return Webhook(self._parts, self._unread).routes()

    async def served(self) -> None:
        """Send until cancelled; the client takes a while to import, and nobody waits for that."""
        await (await asyncio.to_thread(_imported))(self._parts, self._unread)


def _imported() -> Callable[[Parts, Unread], Awaitable[None]]:
    from bot.channels.whatsapp.sending import sending  # noqa: PLC0415 - takes a while

    return sending
