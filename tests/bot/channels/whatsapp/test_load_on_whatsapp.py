"""Many people, and much for one: WhatsApp's limits cost time, never a word or its place."""

import asyncio
from pathlib import Path

import pytest

from bot.parts import Parts
from bot.ports import Line
from bot.takeover import Came, Takeover
from tests.loopback.rates import Rates
from tests.loopback.whatsapp import PAIR_BURST, CloudApi
from tests.whatsapp import conversation, lines, program

SAID = ("hallo", "ja", "ikzelf", "12 april 1988", "verkeer", "gisteren")
PEOPLE = tuple(f"NL.{number}" for number in range(1000, 1030))
PATIENCE_SECONDS = 300

pytestmark = pytest.mark.long


async def talks(api: CloudApi, person: str) -> None:
    """Say everything at once, without waiting for an answer."""
    for words in SAID:
        await api.types(person, words)


async def all_sent(api: CloudApi, parts: Parts, person: str) -> list[Line]:
    """Let time pass until every line of ours to one person was sent, and return them."""
    while True:
        ours = [line for line in await lines(parts, person) if line.outgoing is not None]
        if all(line.delivered for line in ours):
            return ours
        api.clock.later(seconds=0.5)
        await asyncio.sleep(0.05)


async def arrived_in_order(api: CloudApi, parts: Parts, person: str) -> int:
    """See that a person got every answer once, in its order; returns how many there were."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        ours = await all_sent(api, parts, person)
    got = [message.text for message in api.sent[person]]
    places = []
    for line in ours:
        assert line.outgoing is not None
        opening = line.outgoing.parts[0].text.split("\n")[0]
        places.append(next(at for at, text in enumerate(got) if text.startswith(opening)))
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert len({message.own for message in api.sent[person]}) == len(got)
    return len(ours)


async def test_everybody_gets_every_answer_in_order(
    api: CloudApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Less than Meta takes, so that a slow machine meets the limit as well.
    monkeypatch.setattr("tests.loopback.whatsapp.THROUGHPUT", (5, 1))
    api.rates = Rates()
    async with program(tmp_path, api) as parts:
        await asyncio.gather(*(talks(api, person) for person in PEOPLE))
        for person in PEOPLE:
            assert await arrived_in_order(api, parts, person) == len(SAID)

    assert api.rates.refused > 0


async def test_a_handler_who_writes_much_at_once_is_heard_whole_and_in_order(
    api: CloudApi, tmp_path: Path
) -> None:
    person, replies = PEOPLE[0], PAIR_BURST + 10
    async with program(tmp_path, api) as parts:
        await talks(api, person)
        await arrived_in_order(api, parts, person)
        await api.types(person, "mens")
        await arrived_in_order(api, parts, person)
        takeover, known = Takeover(parts), await conversation(parts, person)
        assert await takeover.take(known.case, "sanne.devries", known.epoch) is Came.DONE
        for number in range(replies):
            text = f"Bericht {number} van {replies}."
            came = await takeover.reply(known.case, "sanne.devries", f"{number:032x}", text)
            assert came is Came.DONE
        await arrived_in_order(api, parts, person)

        got = [one.text for one in api.sent[person] if one.text.startswith("Bericht")]
        assert got == [f"Bericht {number} van {replies}." for number in range(replies)]
