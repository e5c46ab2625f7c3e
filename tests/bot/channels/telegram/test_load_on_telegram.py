"""Many people at once: Telegram's limits are kept, and no conversation loses or swaps a word."""

import asyncio
from pathlib import Path

import pytest

from bot.parts import Parts
from bot.ports import Line
from tests.loopback.rates import Rates
from tests.loopback.telegram import BotApi
from tests.telegram import program

SAID = ("/start", "ja", "ikzelf", "12 april 1988", "verkeer", "gisteren")
PEOPLE = range(1000, 1100)
PATIENCE_SECONDS = 300

pytestmark = pytest.mark.long


async def talks(api: BotApi, chat: int) -> None:
    """Say everything at once, without waiting for an answer."""
    for words in SAID:
        await api.delivers(await api.types(chat, words))


async def all_sent(parts: Parts, chat: int) -> list[Line]:
    """Wait until every line of ours to one person was sent, and return them."""
    known = await parts.store.conversation_of("telegram", str(chat))
    assert known is not None
    while True:
        lines = await parts.store.transcript(known.id)
        ours = [line for line in lines if line.outgoing is not None]
        if all(line.delivered for line in ours):
            return ours
        await asyncio.sleep(0.2)


async def arrived_in_order(api: BotApi, parts: Parts, chats: range) -> None:
    """See that everybody got every answer, once and in the order in which it was given."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        for chat in chats:
            lines = await all_sent(parts, chat)
            assert len(lines) == len(SAID)
            said = [part.text for line in lines if line.outgoing for part in line.outgoing.parts]
            got = [message.text for message in api.sent[chat]]
            assert "".join("".join(got).split()) == "".join("".join(said).split())


async def test_at_our_own_pace_nothing_is_refused(api: BotApi, tmp_path: Path) -> None:
    api.rates = Rates()
    async with program(tmp_path, api) as parts:
        await asyncio.gather(*(talks(api, chat) for chat in PEOPLE))
        await arrived_in_order(api, parts, PEOPLE)

    assert api.rates.refused == 0


async def test_what_is_refused_all_the_same_comes_later_and_in_order(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Several processes on one bot, each at the full pace, are too fast together.
    monkeypatch.setattr("tests.loopback.telegram.OVER_ALL", (8, 1))
    api.rates = Rates()
    some = range(1000, 1030)
    async with program(tmp_path, api) as parts:
        await asyncio.gather(*(talks(api, chat) for chat in some))
        await arrived_in_order(api, parts, some)

    assert api.rates.refused > 0
