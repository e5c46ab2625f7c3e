"""Receiving by webhook: Telegram is told where to deliver, and the route gets what it needs."""

import asyncio

from aiogram import Bot

from bot.channels.telegram import menu
from bot.channels.telegram.patience import until_it_works
from bot.channels.telegram.player import Player
from bot.channels.telegram.updates import ALLOWED
from bot.channels.telegram.webhook import WEBHOOK, Webhook
from bot.parts import Parts


class Delivery:
    """Lets Telegram deliver its updates here."""

    def __init__(self, bot: Bot, parts: Parts, player: Player, webhook: Webhook) -> None:
        """Serve this route."""
        self._bot = bot
        self._parts = parts
        self._webhook = webhook
        self._player = player

    async def run(self) -> None:
        """Be there until cancelled; what waits at Telegram meanwhile is delivered later."""
        self._webhook.play = self._player.play
        try:
            await until_it_works(self._begin)
            await asyncio.Event().wait()
        finally:
            self._webhook.play = None

    async def _begin(self) -> None:
        settings = self._parts.settings
        secret = settings.telegram_webhook_secret
        await self._bot.set_webhook(
            f"{settings.public_url}{WEBHOOK}",
            secret_token=None if secret is None else secret.get_secret_value(),
            allowed_updates=list(ALLOWED),
            drop_pending_updates=False,
        )
        await menu.show(self._bot, self._parts.texts)
