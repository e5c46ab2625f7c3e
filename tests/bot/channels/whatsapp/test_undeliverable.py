"""Somebody cannot be reached on WhatsApp: it says so at once, in a report, or not at all."""

import asyncio
from pathlib import Path

import pytest

from bot.parts import Parts
from bot.ports import Barrier
from bot.takeover import Came, Takeover
from tests.loopback.whatsapp import CloudApi
from tests.whatsapp import PERSON, conversation, program

NAME = "omar.bakker"


async def until_away(parts: Parts, why: Barrier | None) -> None:
    """Wait until a person is out of reach for this reason, or within it."""
    for _ in range(1500):
        away = (await conversation(parts)).out_of_reach
        if (None if away is None else away.why) is why:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never was so")


async def taken(api: CloudApi, parts: Parts) -> str:
    """Let somebody ask for a human, and get one."""
    await api.types(PERSON, "hallo")
    await api.types(PERSON, "mens")
    await api.wait_for(PERSON, 3)
    known = await conversation(parts)
    assert await Takeover(parts).take(known.case, NAME, known.epoch) is Came.DONE
    await api.wait_for(PERSON, 4)
    return known.case


async def writes(parts: Parts, case: str, text: str, number: int = 1) -> Came:
    return await Takeover(parts).reply(case, NAME, f"{number:032x}", text)


@pytest.mark.parametrize("afterwards", [False, True])
async def test_what_staff_wrote_to_somebody_out_of_reach_arrives_once_they_are_back(
    api: CloudApi, tmp_path: Path, *, afterwards: bool
) -> None:
    async with program(tmp_path, api) as parts:
        case = await taken(api, parts)
        if not afterwards:
            api.blocked.add(PERSON)
        assert await writes(parts, case, "Zullen we bellen?") is Came.DONE
        if afterwards:
            sent = (await api.wait_for(PERSON, 5))[-1]
            api.blocked.add(PERSON)
            await api.reports(sent, "failed", 131026)
        await until_away(parts, Barrier.UNDELIVERABLE)
        assert await writes(parts, case, "Hallo?", 2) is Came.OUT_OF_REACH

        api.blocked.discard(PERSON)
        await api.types(PERSON, "ik ben er weer")
        await api.wait_for(PERSON, 6 + afterwards)

        assert (await conversation(parts)).out_of_reach is None
        texts = [one.text for one in api.sent[PERSON]][4 + afterwards :]
        assert texts == ["Zullen we bellen?", "Hallo?"]


async def test_being_accepted_is_not_being_there_and_being_delivered_is(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        case = await taken(api, parts)
        api.blocked.add(PERSON)
        await writes(parts, case, "Bent u daar?")
        await until_away(parts, Barrier.UNDELIVERABLE)
        api.blocked.discard(PERSON)
        await writes(parts, case, "Hallo?", 2)
        sent = (await api.wait_for(PERSON, 6))[-1]
        assert (await conversation(parts)).out_of_reach is not None

        await api.reports(sent, "delivered")

        await until_away(parts, None)
    assert [one.text for one in api.sent[PERSON]][4:] == ["Bent u daar?", "Hallo?"]
