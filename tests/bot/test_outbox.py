import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.outbox import Outbox
from bot.ports import Posted, Store, TryLater, Unreachable
from bot.storage.sqlite import SqliteStore
from tests.storage_cases import AT, CHANNEL, answering, inbound, words

QUICK, TRIES = 0.01, 1000


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self) -> None:
        self.moment = AT

    def now(self) -> datetime:
        return self.moment

    def later(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class Recording:
    """A channel that writes down what it was given, and fails as it is told."""

    def __init__(self, name: str = CHANNEL) -> None:
        self.name = name
        self.said: list[str] = []
        self.tried = 0
        self.troubles: list[Exception] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def send(self, posted: Posted) -> None:
        self.tried += 1
        await self.gate.wait()
        if self.troubles:
            raise self.troubles.pop(0)
        self.said.append(words(posted.outgoing))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await SqliteStore.open(tmp_path / "lw.db")
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Hands:
    return Hands()


@asynccontextmanager
async def working(outbox: Outbox) -> AsyncIterator[Outbox]:
    worker = asyncio.create_task(outbox.run())
    yield outbox
    await outbox.stop()
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker


async def until(come_true: Callable[[], bool]) -> None:
    for _ in range(TRIES):
        if come_true():
            return
        await asyncio.sleep(QUICK)
    pytest.fail("it never came true")


async def until_delivered(store: Store, conversation: int, count: int) -> None:
    async def delivered() -> int:
        lines = await store.transcript(conversation)
        return sum(1 for line in lines if line.delivered)

    await until_is(delivered, count)


async def until_is(ask: Callable[[], Awaitable[int]], count: int) -> None:
    for _ in range(TRIES):
        if await ask() == count:
            return
        await asyncio.sleep(QUICK)
    pytest.fail(f"it never became {count}")


async def said(store: Store, *texts: str, chat: str = "een", start: int = 0) -> int:
    turn = None
    for number, text in enumerate(texts, start=start):
        turn = await store.turn(inbound(f"{chat}-{number}", chat=chat), answering(text))
    assert turn is not None
    return turn.conversation


async def test_messages_of_one_conversation_go_out_in_order(store: Store, clock: Hands) -> None:
    channel = Recording()
    conversation = await said(store, "een", "twee", "drie")

    async with working(Outbox(store, clock, channel, poll=QUICK)):
        await until_delivered(store, conversation, 3)

    assert channel.said == ["een", "twee", "drie"]


async def test_a_message_that_comes_later_is_sent_as_soon_as_the_outbox_is_woken(
    store: Store, clock: Hands
) -> None:
    channel = Recording()

    async with working(Outbox(store, clock, channel, poll=60)) as outbox:
        conversation = await said(store, "een")
        outbox.wake()
        await until_delivered(store, conversation, 1)

    assert channel.said == ["een"]


async def test_a_channel_that_asks_to_wait_gets_the_message_after_that_and_in_order(
    store: Store, clock: Hands
) -> None:
    channel = Recording()
    channel.troubles = [TryLater(60, "429")]
    conversation = await said(store, "een", "twee")

    async with working(Outbox(store, clock, channel, poll=QUICK)):
        await until(lambda: channel.tried == 1)
        await asyncio.sleep(5 * QUICK)
        assert channel.said == []
        clock.later(61)
        await until_delivered(store, conversation, 2)

    assert channel.said == ["een", "twee"]


async def test_a_person_who_is_gone_is_given_up_and_does_not_hold_up_what_follows(
    store: Store, clock: Hands
) -> None:
    channel = Recording()
    channel.troubles = [Unreachable("403")]
    conversation = await said(store, "een", "twee")

    async with working(Outbox(store, clock, channel, poll=QUICK)):
        await until_delivered(store, conversation, 1)

    assert channel.said == ["twee"]


async def test_one_slow_conversation_does_not_hold_up_another(store: Store, clock: Hands) -> None:
    slow, quick = Recording("langzaam"), Recording()
    slow.gate.clear()
    other = inbound("x").model_copy(update={"channel": "langzaam"})
    await store.turn(other, answering("traag"))
    conversation = await said(store, "vlot")

    async with working(Outbox(store, clock, slow, quick, poll=QUICK)):
        await until_delivered(store, conversation, 1)
        assert slow.said == []
        slow.gate.set()
        await until(lambda: slow.said == ["traag"])


async def test_a_fault_of_a_channel_is_tried_again_and_never_gets_out(
    store: Store, clock: Hands
) -> None:
    channel = Recording()
    channel.troubles = [RuntimeError("stuk")]
    conversation = await said(store, "een")

    async with working(Outbox(store, clock, channel, poll=QUICK)):
        await until(lambda: channel.tried == 1)
        clock.later(10)
        await until_delivered(store, conversation, 1)

    assert channel.said == ["een"]


async def test_a_message_on_which_the_channel_always_fails_does_not_stop_the_conversation(
    store: Store, clock: Hands
) -> None:
    channel = Recording()
    channel.troubles = [RuntimeError("stuk") for _ in range(12)]
    conversation = await said(store, "gif", "goed")

    async with working(Outbox(store, clock, channel, poll=QUICK)):
        for tries in range(1, 13):
            await until(lambda tries=tries: channel.tried >= tries)  # type: ignore[misc]
            clock.later(1000)
        await until_delivered(store, conversation, 1)

    assert channel.said == ["goed"]


async def test_what_one_process_left_the_next_one_sends(tmp_path: Path, clock: Hands) -> None:
    first = await SqliteStore.open(tmp_path / "lw.db")
    conversation = await said(first, "een")
    await first.close()
    second = await SqliteStore.open(tmp_path / "lw.db")
    channel = Recording()

    async with working(Outbox(second, clock, channel, poll=QUICK)):
        await until_delivered(second, conversation, 1)
    await second.close()

    assert channel.said == ["een"]


async def test_what_is_being_sent_is_finished_before_the_end(store: Store, clock: Hands) -> None:
    channel = Recording()
    channel.gate.clear()
    conversation = await said(store, "een")
    outbox = Outbox(store, clock, channel, poll=QUICK)
    worker = asyncio.create_task(outbox.run())
    await until(lambda: channel.tried == 1)

    ending = asyncio.create_task(outbox.stop())
    await asyncio.sleep(QUICK)
    channel.gate.set()
    await ending
    await worker

    assert channel.said == ["een"]
    assert [line.delivered for line in await store.transcript(conversation) if line.outgoing] == [
        True
    ]


class Stumbling:
    """A store that fails now and then, around a real one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.troubles = {"pending": 2, "sent": 2}

    def __getattr__(self, name: str) -> object:
        if self.troubles.get(name, 0) > 0:
            self.troubles[name] -= 1
            raise RuntimeError(name)
        return getattr(self._store, name)


async def test_a_store_that_fails_for_a_while_makes_nothing_go_out_twice(
    store: Store, clock: Hands
) -> None:
    channel, stumbling = Recording(), Stumbling(store)
    conversation = await said(store, "een", "twee")

    async with working(Outbox(stumbling, clock, channel, poll=QUICK)):  # type: ignore[arg-type]
        await until_delivered(store, conversation, 2)

    assert channel.said == ["een", "twee"]
    assert stumbling.troubles == {"pending": 0, "sent": 0}


async def test_a_channel_that_starts_late_finds_its_messages(store: Store, clock: Hands) -> None:
    channel = Recording()
    conversation = await said(store, "een")

    async with working(Outbox(store, clock, poll=60)) as outbox:
        await asyncio.sleep(QUICK)
        outbox.add(channel)
        await until_delivered(store, conversation, 1)

    assert channel.said == ["een"]
