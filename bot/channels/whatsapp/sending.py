"""The channel in the outbox, with its connections, for as long as the program runs."""

import asyncio

from bot.channels.whatsapp.channel import WhatsAppChannel
from bot.channels.whatsapp.client import Client, session_of
from bot.channels.whatsapp.copying import Copying
from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.media import MediaFetcher
from bot.channels.whatsapp.unread import Unread
from bot.channels.whatsapp.written import Words
from bot.handoff.own_copy import Copies
from bot.parts import Parts


async def sending(parts: Parts, unread: Unread) -> None:
    """Send until cancelled."""
    settings = parts.settings
    token = "" if settings.whatsapp_token is None else settings.whatsapp_token.get_secret_value()
    async with session_of(token) as session:
        client = Client(session, settings.whatsapp_api_url or "", settings.whatsapp_phone_id or "")
        words = Words(parts.script.flow, parts.texts, settings.public_url)
        copies = Copies(parts.script, parts.texts, parts.settings)
        copying = Copying(client, parts.store, parts.clock, copies)
        parts.outbox.add(
            WhatsAppChannel(client, parts.store, parts.clock, words, unread, copying=copying)
        )
        parts.fetching.add(NAME, MediaFetcher(session, settings.whatsapp_api_url or "").fetch)
        await asyncio.Event().wait()
