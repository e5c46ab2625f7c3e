"""Telegram beside the pages: the channel for the outbox, and the poller."""

from bot.channels.telegram.channel import TelegramChannel, bot_of
from bot.channels.telegram.polling import Poller
from bot.parts import Parts


async def served(parts: Parts) -> None:
    """Serve Telegram until cancelled; the caller has seen that there is a token."""
    settings = parts.settings
    token = "" if settings.telegram_token is None else settings.telegram_token.get_secret_value()
    bot = bot_of(token, settings.telegram_api_url)
    parts.outbox.add(TelegramChannel(bot))
    try:
        await Poller(bot, parts).run()
    finally:
        await bot.session.close()
