"""A takeover by the real program, as several processes on one database do it."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.app import parts as real_parts
from bot.parts import Parts
from bot.ports import Conversation, Inbound, MessageClass
from bot.settings import Settings, database_url
from bot.takeover import Came, Takeover
from dialogs.events import Act, Command, Commanded, Said
from tests.balie import HeldClock
from tests.bot.storage.conftest import Place
from tests.turning import MASTER_KEY

Process = Callable[[], Awaitable[Parts]]
ASKING: tuple[Act, ...] = (Commanded(command=Command.START), Said(text="ja"), Said(text="ja"))
REPLY_ID = "1" * 32


@pytest.fixture
async def process(place: Place) -> Process:
    where = place.location
    url = database_url(where) if place.adapter == "sqlite" else where
    settings = Settings(database_url=url, master_key=MASTER_KEY, _env_file=None)

    async def start() -> Parts:
        made = await real_parts(settings, HeldClock())
        place.closes(made.store)
        return made

    return start


async def says(parts: Parts, number: int, act: Act) -> None:
    inbound = Inbound(
        channel="web", chat_id="melder", message_id=str(number), at=parts.clock.now(), act=act
    )
    await parts.service.handle(inbound)


async def known(parts: Parts) -> Conversation:
    found = await parts.store.conversation_of("web", "melder")
    assert found is not None
    return found


async def test_two_handlers_and_a_person_at_once_lose_nothing_and_never_speak_with_two_voices(
    process: Process,
) -> None:
    first, second = await process(), await process()
    for number, act in enumerate(ASKING):
        await says(first, number, act)
    before = await known(first)
    typed = [f"bericht {number}" for number in range(6)]

    came = await asyncio.gather(
        *(says(first, 10 + number, Said(text=text)) for number, text in enumerate(typed[:3])),
        Takeover(first).take(before.case, "anna", before.epoch),
        Takeover(second).take(before.case, "bert", before.epoch),
        *(says(second, 20 + number, Said(text=text)) for number, text in enumerate(typed[3:])),
    )

    assert sorted(each for each in came if each is not None) == [Came.DONE, Came.LOST]
    taken = await known(first)
    owner = taken.owner or ""
    for parts in (first, second):
        await Takeover(parts).reply(taken.case, owner, REPLY_ID, "Goedendag.")
    lines = await first.store.transcript(taken.id)
    heard = [line.act.text for line in lines if isinstance(line.act, Said)]
    assert sorted(text for text in heard if text in typed) == typed
    spoken = [line for line in lines if line.outgoing is not None and line.outgoing.parts]
    announced = [line for line in spoken if line.message_class is MessageClass.SYSTEM]
    assert len(announced) == 1
    after = [line.message_class for line in spoken if line.number > announced[0].number]
    assert after == [MessageClass.HUMAN]


async def test_a_handler_whose_program_dies_in_the_claim_has_not_taken_the_case(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = await process()
    for number, act in enumerate(ASKING):
        await says(parts, number, act)
    before = await known(parts)

    def dies(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("bot.takeover.told", dies)
        with pytest.raises(ZeroDivisionError):
            await Takeover(parts).take(before.case, "anna", before.epoch)

    assert await known(parts) == before
    assert await Takeover(parts).take(before.case, "anna", before.epoch) is Came.DONE
