"""WhatsApp, when the program is killed: each message is played once, whenever that happens.

An answer comes once where Meta reports that it went, which it does of every message. Where no
report comes either, it is sent again: a question that comes twice is a nuisance, one that never
comes is the end of a conversation.
"""

import asyncio
from collections.abc import AsyncIterator

import pytest

from dialogs.events import Act, Chose, Said
from tests.bot.kills.ways import on_one_store, whatsapp
from tests.loopback.whatsapp import CloudApi, Silence
from tests.program import Program, nothing_can_be_kept
from tests.whatsapp import PERSON

HELLO: Act = Said(text="hallo")
YES: Act = Chose(choice="ja", question="toestemming")
# The consent, with the button for danger in a message of its own.
FIRST = 2


@pytest.fixture
async def api(program: Program) -> AsyncIterator[CloudApi]:
    async with whatsapp(program) as running:
        yield running


async def acts(program: Program) -> list[Act | None]:
    return await program.played("whatsapp", PERSON)


async def put_off(program: Program) -> None:
    """Wait until the program found a message of which it does not know whether it went."""
    for _ in range(6000):
        if (await program.lines("whatsapp", PERSON))[-1].reason == "no_answer":
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never found out")


async def test_a_message_is_acknowledged_only_after_its_turn_is_committed(
    api: CloudApi, program: Program
) -> None:
    async with nothing_can_be_kept(program.place):
        saying = asyncio.create_task(api.types(PERSON, "hallo"))
        await program.serves_others()
        assert not saying.done()
        assert api.deliveries == 1
        assert await acts(program) == []
        await program.dies()

    await program.starts_again()
    # Meta delivers it until somebody says that it was taken.
    await saying
    await api.wait_for(PERSON, FIRST)

    assert await acts(program) == [HELLO]
    assert len(api.sent[PERSON]) == FIRST


@pytest.mark.long
@on_one_store
async def test_what_dies_between_commit_and_all_that_follows_is_played_and_answered_once(
    api: CloudApi, program: Program
) -> None:
    api.faults = [Silence(goes=False, lasting=True)]
    delivery = api.webhook(PERSON, api.message(PERSON, type="text", text={"body": "hallo"}))
    api.heard[PERSON] = api.clock.now()
    await api.pushes(delivery)
    await api.wait_for_calls(1)
    assert await acts(program) == [HELLO]
    await program.dies()

    await program.starts_again(after_an_hour=True)
    # Meta did not hear that it was taken.
    await api.pushes(delivery, times=2)
    await api.wait_for(PERSON, FIRST)
    await api.taps(PERSON, "Ja")
    await api.wait_for(PERSON, FIRST + 1)

    assert await acts(program) == [HELLO, YES]
    assert len({message.text for message in api.sent[PERSON]}) == FIRST + 1


@on_one_store
async def test_an_answer_that_went_but_was_not_noted_comes_once_when_meta_reports_it(
    api: CloudApi, program: Program
) -> None:
    await api.types(PERSON, "hallo")
    await api.wait_for(PERSON, FIRST)
    api.faults = [Silence(goes=True, lasting=True)]
    await api.taps(PERSON, "Ja")
    answer = (await api.wait_for(PERSON, FIRST + 1))[-1]
    await program.dies()

    await program.starts_again()
    await put_off(program)
    await api.reports(answer, "sent")
    await api.types(PERSON, "ikzelf")
    await api.wait_for(PERSON, FIRST + 2)

    assert len(await acts(program)) == 3
    assert len({message.text for message in api.sent[PERSON]}) == len(api.sent[PERSON])
    assert all(line.delivered in (None, True) for line in await program.lines("whatsapp", PERSON))
