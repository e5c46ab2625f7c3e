"""The channel in the outbox, and the way updates come in, for as long as the program runs."""

import asyncio

from bot.channels.telegram.attached import Fetcher
from bot.channels.telegram.channel import NAME, TelegramChannel, bot_of
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.forum.serving import Forum
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.player import Player
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.webhook import Webhook
from bot.parts import Parts


async def served(parts: Parts, webhook: Webhook | None = None) -> None:
    """Serve Telegram until cancelled; the caller has seen that there is a token."""
    settings = parts.settings
    token = "" if settings.telegram_token is None else settings.telegram_token.get_secret_value()
    bot, pace = bot_of(token, settings.telegram_api_url), Pace()
    parts.outbox.add(TelegramChannel(bot, parts, pace))
    parts.fetching.add(NAME, Fetcher(bot).fetch)
    forum = None
    if settings.telegram_staff_chat is not None:
        forum = Forum(bot, parts, settings.telegram_staff_chat, pace)
    player = Player(bot, parts, None if forum is None else forum.hearing)
    incoming = (
        Poller(bot, parts, player) if webhook is None else Delivery(bot, parts, player, webhook)
    )
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(incoming.run())
            if forum is not None:
                tasks.create_task(forum.run())
    finally:
        await bot.session.close()
