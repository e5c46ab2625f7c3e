"""No faster than Telegram takes messages."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import time_machine

from bot.channels.telegram.pace import Pace


@dataclass
class Waiting:
    """A pace on a clock that only moves by waiting."""

    clock: time_machine.Traveller
    slept: float = 0.0
    pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        self.pace = Pace(self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.clock.shift(seconds)

    async def sends(self, *chats: int) -> list[float]:
        """Return when each message went."""
        begun, went = time.time(), []
        for chat in chats:
            await self.pace.turn(chat)
            went.append(time.time() - begun)
        return went


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    with time_machine.travel(1_795_600_800, tick=False) as clock:
        yield Waiting(clock)


async def test_who_is_quick_does_not_wait(waiting: Waiting) -> None:
    assert await waiting.sends(1, 1, 1, 1, 1) == [0, 0, 0, 0, 0]


async def test_one_chat_gets_one_message_a_second_in_the_long_run(waiting: Waiting) -> None:
    went = await waiting.sends(*(1 for _ in range(20)))

    assert all(later - earlier >= 5 for earlier, later in zip(went, went[5:], strict=False))
    assert waiting.slept < 20


async def test_one_chat_that_waits_keeps_no_other_waiting(waiting: Waiting) -> None:
    await waiting.sends(1, 1, 1, 1, 1)

    assert await waiting.sends(2, 3, 4) == [0, 0, 0]


async def test_a_group_gets_twenty_messages_a_minute(waiting: Waiting) -> None:
    went = await waiting.sends(*(-1001 for _ in range(45)))

    assert all(later - earlier >= 60 for earlier, later in zip(went, went[20:], strict=False))


async def test_all_chats_together_get_thirty_messages_a_second(waiting: Waiting) -> None:
    went = await waiting.sends(*range(90))

    assert all(later - earlier >= 1 for earlier, later in zip(went, went[30:], strict=False))
    assert waiting.slept < 4
