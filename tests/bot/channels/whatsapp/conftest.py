from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.whatsapp.channel import WhatsAppChannel
from bot.channels.whatsapp.client import Client, session_of
from bot.channels.whatsapp.copying import Copying
from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.unread import Unread
from bot.channels.whatsapp.written import Words
from bot.handoff.own_copy import Copies
from bot.ports import Decide, Delivery, Inbound, MessageClass, Posted, Reach, Stage
from bot.sentences.words import words
from bot.settings import Settings
from bot.storage.sqlite import SqliteStore
from dialogs.events import Said
from dialogs.flows.intake import FLOW
from dialogs.script import Script
from tests.loopback.whatsapp import PHONE_ID, TOKEN, CloudApi, cloud_api
from tests.storage_cases import answering
from tests.whatsapp import PERSON

TEXTS = words()
WORDS = Words(FLOW, TEXTS)
COPIES = Copies(Script(flow=FLOW, vocabulary=TEXTS.vocabulary()), TEXTS, Settings(_env_file=None))
_NUMBERS = count(1)


@pytest.fixture
async def api() -> AsyncIterator[CloudApi]:
    async with cloud_api() as running:
        yield running


@dataclass
class Sending:
    """The channel on a store of its own, without the rest of the program."""

    api: CloudApi
    store: SqliteStore
    channel: WhatsAppChannel
    unread: Unread
    session: ClientSession

    def at(self, base: str) -> WhatsAppChannel:
        """Return the channel to another address."""
        client = Client(self.session, base, PHONE_ID)
        return _channel(client, self.store, self.api, self.unread)

    async def waits(
        self, text: str = "Vraag?", sort: MessageClass = MessageClass.BOT, person: str = PERSON
    ) -> Posted:
        """Let a person be heard, and return the answer that waits for them."""
        return await self.answers(answering(text, sort=sort), person)

    async def answers(self, decide: Decide, person: str = PERSON) -> Posted:
        """Let a person be heard, and return the answer to them as decided."""
        now = self.api.clock.now()
        self.api.heard[person] = now
        number = str(next(_NUMBERS))
        inbound = Inbound(
            channel=NAME, chat_id=person, message_id=number, at=now, act=Said(text="hoi")
        )
        await self.store.turn(inbound, decide)
        return (await self.due())[0]

    async def writes(self, text: str, case: str, sort: MessageClass) -> None:
        """Let somebody else than the person begin a turn."""
        await self.store.amend(case, self.api.clock.now(), answering(text, sort=sort))

    async def due(self) -> tuple[Posted, ...]:
        """Return what may be sent now."""
        return await self.store.pending((NAME,), self.api.clock.now())

    async def reach(self, posted: Posted) -> Reach:
        """Return how far a message is."""
        return await self.store.reach(posted.conversation, posted.id)

    async def stages(self, posted: Posted) -> list[tuple[int, Stage]]:
        """Return how far the parts of a message are."""
        return [(one.part, one.stage) for one in (await self.reach(posted)).deliveries]

    async def fails(self, posted: Posted, code: str, part: int = 1) -> None:
        """Let a report come in that a message failed after all."""
        known = next(one for one in (await self.reach(posted)).deliveries if one.part == part)
        report = Delivery(
            posted=posted.id,
            part=part,
            attempt=known.attempt,
            stage=Stage.FAILED,
            at=self.api.clock.now(),
            reason=code,
        )
        assert await self.store.delivering(report)


def _channel(client: Client, store: SqliteStore, api: CloudApi, unread: Unread) -> WhatsAppChannel:
    copying = Copying(client, store, api.clock, COPIES)
    return WhatsAppChannel(client, store, api.clock, WORDS, unread, copying=copying)


@pytest.fixture
async def sending(api: CloudApi, tmp_path: Path) -> AsyncIterator[Sending]:
    store, unread = await SqliteStore.open(tmp_path / "lw.db"), Unread()
    async with session_of(TOKEN) as session:
        client = Client(session, api.base, PHONE_ID)
        channel = _channel(client, store, api, unread)
        yield Sending(api, store, channel, unread, session)
    await store.close()
