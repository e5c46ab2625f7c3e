"""The channel in the outbox, and the way updates come in, for as long as the program runs."""

from bot.channels.telegram.attached import Fetcher
from bot.channels.telegram.channel import NAME, TelegramChannel, bot_of
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.webhook import Webhook
from bot.parts import Parts


async def served(parts: Parts, webhook: Webhook | None = None) -> None:
    """Serve Telegram until cancelled; the caller has seen that there is a token."""
    settings = parts.settings
    token = "" if settings.telegram_token is None else settings.telegram_token.get_secret_value()
    bot = bot_of(token, settings.telegram_api_url)
    parts.outbox.add(TelegramChannel(bot, parts.store))
    parts.fetching.add(NAME, Fetcher(bot).fetch)
    incoming = Poller(bot, parts) if webhook is None else Delivery(bot, parts, webhook)
    try:
        await incoming.run()
    finally:
        await bot.session.close()
