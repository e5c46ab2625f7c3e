"""A process that is killed while it works loses nothing that it said was done."""

import asyncio
import random
import signal
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass, field

import pytest

from bot.ports import Line, Store
from dialogs.events import Said
from tests.bot.storage.conftest import Place
from tests.storage_cases import CHANNEL, words


@dataclass
class Told:
    """What the processes said before they died."""

    tried: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    sending: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)

    def hear(self, line: str) -> None:
        word, what = line.split(" ", 1)
        if word == "trying":
            self.tried.append(int(what))
        elif word == "done":
            self.done.append(int(what))
        elif word == "sending":
            self.sending.append(what)
        else:
            self.sent.append(what)


async def started(place: Place, chat: str, first: int) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.turning", place.adapter, place.location, chat, str(first)),
        stdout=PIPE,
    )


async def killed_after(process: Process, lines: int, told: Told) -> None:
    """Kill after so many lines, wherever it is by then, and hear the rest of what it said."""
    assert process.stdout is not None
    for _ in range(lines):
        line = await process.stdout.readline()
        assert line, "the process ended by itself"
        told.hear(line.decode().strip())
    process.send_signal(signal.SIGKILL)
    async for line in process.stdout:
        if line.endswith(b"\n"):
            told.hear(line.decode().strip())
    await process.wait()


def answered(chat: str, lines: tuple[Line, ...]) -> list[int]:
    """Every message has its answer right behind it; return the numbers, in order."""
    numbers: list[int] = []
    for said, answer in zip(lines[::2], lines[1::2], strict=True):
        assert isinstance(said.act, Said)
        number = int(said.act.text.removeprefix("vraag "))
        assert words(answer.outgoing) == f"{chat}/{number}"
        numbers.append(number)
    return numbers


def of(chat: str, texts: list[str]) -> set[str]:
    """What was sent in one chat; a process sends whatever waits, also for others."""
    return {text for text in texts if text.startswith(f"{chat}/")}


async def nothing_was_lost(store: Store, chat: str, told: Told) -> None:
    found = await store.conversation_of(CHANNEL, chat)
    if found is None:
        assert told.done == []
        return
    lines = await store.transcript(found.id)
    numbers = answered(chat, lines)
    assert len(numbers) == len(set(numbers)) == found.session.turns == found.revision
    assert set(told.done) <= set(numbers) <= set(told.tried)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    delivered = {words(line.outgoing) for line in lines if line.delivered}
    assert of(chat, told.sent) <= delivered <= of(chat, told.sending)
    assert len(told.sent) == len(set(told.sent))


async def campaign(place: Place, kills: int, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - where to kill, not a secret
    told, first, chat = Told(), 0, f"chat {seed}"
    for _ in range(kills):
        process = await started(place, chat, first)
        await killed_after(process, dice.randrange(1, 40), told)
        store = await place.open()
        await nothing_was_lost(store, chat, told)
        await store.close()
        first = max(told.tried, default=-1) + 1


async def test_a_kill_loses_no_turn_that_was_acknowledged(place: Place) -> None:
    await campaign(place, kills=3, seed=1)


async def test_two_processes_may_write_at_once_and_be_killed(place: Place) -> None:
    tolds = {"een": Told(), "twee": Told()}
    processes = [await started(place, chat, 0) for chat in tolds]

    await asyncio.gather(
        *(
            killed_after(process, 60, told)
            for process, told in zip(processes, tolds.values(), strict=True)
        )
    )

    sent = [text for told in tolds.values() for text in told.sent]
    assert len(sent) == len(set(sent))
    store = await place.open()
    for chat, told in tolds.items():
        found = await store.conversation_of(CHANNEL, chat)
        assert found is not None
        numbers = answered(chat, await store.transcript(found.id))
        assert set(told.done) <= set(numbers)
        assert len(numbers) == len(set(numbers)) == found.session.turns


@pytest.mark.long
async def test_a_long_campaign_of_kills_loses_nothing(place: Place) -> None:
    for seed in range(2, 12):
        await campaign(place, kills=20, seed=seed)
