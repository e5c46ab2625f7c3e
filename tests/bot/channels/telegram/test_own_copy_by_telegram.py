"""Whatever becomes of a person's own copy, the words before it are said once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.channels.telegram.channel import TelegramChannel, bot_of
from bot.channels.telegram.pace import Pace
from bot.parts import Parts
from bot.ports import Posted
from bot.sentences.texts import Texts
from dialogs.events import Command, Commanded
from tests import playing
from tests.loopback.telegram import TOKEN, BotApi
from tests.people import Person
from tests.storage_cases import AT

CHAT = 4242
SORRY = Texts()("kopie.niet")


class HeldPace(Pace):
    """A pace at which the copy has to wait: a message goes, and what comes after it does not."""

    def __init__(self) -> None:
        super().__init__()
        self.turns = 0
        self.waits = asyncio.Event()

    async def turn(self, chat_id: int) -> None:
        self.turns += 1
        if self.turns == 2:
            self.waits.set()
            await asyncio.Event().wait()
        await super().turn(chat_id)


@pytest.fixture
async def parts(tmp_path: Path) -> AsyncIterator[Parts]:
    opened = await playing.opened(tmp_path)
    yield opened
    await opened.store.close()


@pytest.fixture
async def asked(parts: Parts) -> Posted:
    """What is to be sent to somebody who asks for their data."""
    person = Person(parts.service, parts.store, {}, AT, "telegram", str(CHAT))
    for command in (Command.START, Command.GEGEVENS):
        await person.does(Commanded(command=command))
        (posted,) = await parts.store.pending(("telegram",), person.at)
        await parts.store.sent(posted.id, person.at)
    assert posted.outgoing.own_copy
    return posted


async def sent_by(api: BotApi, parts: Parts, pace: Pace, posted: Posted) -> list[str]:
    """Send a turn, again after it was broken off, and return what the person read."""
    client = bot_of(TOKEN, api.base)
    try:
        channel = TelegramChannel(client, parts, pace)
        sending = asyncio.create_task(channel.send(posted))
        if isinstance(pace, HeldPace):
            await pace.waits.wait()
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending
            await channel.send(posted)
        else:
            await sending
    finally:
        await client.session.close()
    return [message.text for message in api.sent[CHAT]]


async def test_a_copy_that_cannot_be_made_is_told_once_behind_the_words(
    api: BotApi, parts: Parts, asked: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handoff.own_copy._TEMPLATE", Path("/nonexistent"))

    words, sorry = await sent_by(api, parts, Pace(), asked)

    assert words.startswith(asked.outgoing.parts[0].text)
    assert sorry == SORRY


async def test_a_copy_that_takes_too_long_is_told_once_behind_the_words(
    api: BotApi, parts: Parts, asked: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.channel._LONGEST_COPY", 0)

    _, sorry = await sent_by(api, parts, Pace(), asked)

    assert sorry == SORRY
    assert api.documents[CHAT] == []


async def test_a_turn_that_is_broken_off_at_its_copy_does_not_say_its_words_again(
    api: BotApi, parts: Parts, asked: Posted
) -> None:
    (words,) = await sent_by(api, parts, HeldPace(), asked)

    assert words.startswith(asked.outgoing.parts[0].text)
