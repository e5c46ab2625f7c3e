"""Telegram, when the program is killed: each update is played once, whenever that happens.

An answer comes at least once. Telegram does not tell whether a message went out, so an answer that
was being sent when the program was killed is sent again.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping

import pytest

from dialogs.events import Act, Chose, Command, Commanded
from tests.bot.kills.ways import MODES, on_one_store, telegram
from tests.loopback.telegram import BotApi
from tests.program import Program, nothing_can_be_kept
from tests.telegram import CHAT, POLLING, WEBHOOK, pushed

START: Act = Commanded(command=Command.START)


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def api(program: Program, mode: str) -> AsyncIterator[BotApi]:
    async with telegram(program, mode) as running:
        yield running


def confirms(update: int, method: str, given: Mapping[str, object]) -> bool:
    """Tell whether a call says that an update was dealt with."""
    return method == "getUpdates" and int(str(given.get("offset", 0))) > update


async def brought(api: BotApi, mode: str, update: int) -> None:
    """Bring an update to the program once, whatever it says to that."""
    if mode == WEBHOOK:
        await api.delivers_once(update)
    else:
        await api.wait_until_handed_out(update)


async def acts(program: Program) -> list[Act | None]:
    return await program.played("telegram", str(CHAT))


async def test_an_update_is_acknowledged_only_after_its_turn_is_committed(
    api: BotApi, program: Program, mode: str
) -> None:
    async with nothing_can_be_kept(program.place):
        update = await api.types(CHAT, "/start")
        bringing = asyncio.create_task(brought(api, mode, update))
        if mode == POLLING:
            await bringing
        await program.serves_others()
        assert api.statuses == []
        assert not api.is_confirmed(update)
        assert await acts(program) == []
        await program.dies()
    await bringing

    await program.starts_again()
    await pushed(api, mode, update)
    await api.wait_for(CHAT, 1)

    assert await acts(program) == [START]
    assert len(api.sent[CHAT]) == 1


@pytest.mark.long
@on_one_store
async def test_what_dies_between_commit_and_all_that_follows_is_played_and_answered_once(
    api: BotApi, program: Program, mode: str
) -> None:
    update = 1000
    api.unheard = lambda method, given: method == "sendMessage" or confirms(update, method, given)
    assert await api.types(CHAT, "/start") == update
    if mode == WEBHOOK:
        await api.delivers_once(update)
    await api.wait_until_lost("sendMessage")
    assert await acts(program) == [START]
    assert not api.is_confirmed(update)
    await program.dies()

    api.unheard = lambda *_: False
    await program.starts_again()
    # Nobody heard that it was taken, so it comes to the next process again.
    await pushed(api, mode, update)
    await api.wait_for(CHAT, 1)
    await pushed(api, mode, await api.taps(CHAT, "Ja"))
    await api.wait_for(CHAT, 2)

    assert await acts(program) == [START, Chose(choice="ja", question="toestemming")]
    assert len({message.text for message in api.sent[CHAT]}) == len(api.sent[CHAT]) == 2


@pytest.mark.long
@on_one_store
async def test_an_answer_that_went_but_was_not_noted_comes_again_and_only_that_one(
    api: BotApi, program: Program, mode: str
) -> None:
    await pushed(api, mode, await api.types(CHAT, "/start"))
    await api.wait_for(CHAT, 1)
    api.unanswered = lambda method, _: method == "sendMessage"
    await pushed(api, mode, await api.taps(CHAT, "Ja"))
    await api.wait_until_lost("sendMessage")
    await program.dies()

    api.unanswered = lambda *_: False
    await program.starts_again()
    await api.wait_for(CHAT, 3)
    await pushed(api, mode, await api.types(CHAT, "ikzelf"))
    first, second, again, third = [one.text for one in await api.wait_for(CHAT, 4)]

    assert again == second
    assert len({first, second, third}) == 3
    assert len(await acts(program)) == 3
