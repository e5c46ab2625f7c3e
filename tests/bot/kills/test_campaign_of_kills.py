"""Whole conversations, while the program is killed again and again wherever it is by then."""

import asyncio
import random
import sys
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.clock import day_of
from bot.handoff import CaseFile
from bot.ports import Line
from dialogs.engine import step
from dialogs.events import Command, Event
from dialogs.session import Session, State
from tests.bot.kills.persons import OnTelegram, OnThePage, OnWhatsApp, Somebody
from tests.bot.kills.ways import telegram, web, whatsapp
from tests.program import Program, an_hour_passes
from tests.stories.by_engine import played, seen_in, with_handles
from tests.stories.everyone import EVERYONE
from tests.stories.seat import Button, Seen
from tests.stories.story import Says, Story, Taps
from tests.stories.teller import Teller
from tests.telegram import POLLING, WEBHOOK

pytestmark = pytest.mark.long

KILLS, OF_TEN, WITHIN_SECONDS = 40, 6, 0.3
WAYS = (POLLING, WEBHOOK, "whatsapp", "page")
# Told with no more than words and buttons, which every channel has.
STORIES = [
    story
    for story in EVERYONE
    if all(isinstance(act, Says | Taps) for told in story.told.values() for act in told.acts)
]


@dataclass
class Seat:
    """Where a story is told from, in a house where the power fails."""

    program: Program
    person: Somebody
    dice: random.Random
    acts: int = 0
    twice: int = 0
    channel: str = field(init=False)

    def __post_init__(self) -> None:
        self.channel = self.person.channel

    async def starts(self) -> Seen:
        return await self._does(self.person.begins())

    async def types(self, text: str) -> Seen:
        return await self._does(self.person.types(text))

    async def presses(self, button: Button) -> Seen:
        return await self._does(self.person.presses(button))

    async def commands(self, command: Command) -> Seen:
        return await self._does(self.person.types(f"/{command}"))

    async def file(self) -> CaseFile:
        raise NotImplementedError

    async def _does(self, doing: Coroutine[Any, Any, None]) -> Seen:
        self.acts += 1
        done = asyncio.create_task(doing)
        while self.dice.randrange(10) < OF_TEN:
            await asyncio.sleep(self.dice.uniform(0, WITHIN_SECONDS))
            await self.program.dies()
            await self.program.starts_again()
        await done
        line = await self._answered()
        self.twice += self.person.twice(line)
        assert line.outgoing is not None
        seen = seen_in(line.outgoing)
        return with_handles(seen, self.person.handles(line, seen))

    async def _answered(self) -> Line:
        """Wait until the answer is known to have gone; what is waited for comes in time."""
        for _ in range(600):
            await self.person.reports()
            lines = await self.program.lines(self.channel, self.person.chat)
            if len(lines) == 2 * self.acts and lines[-1].delivered:
                return lines[-1]
            if lines and lines[-1].reason is not None:
                await an_hour_passes(self.program.place)
            await asyncio.sleep(0.05)
        raise AssertionError(f"no answer to act {self.acts}")


@dataclass
class Campaign:
    """Stories, until the program was killed often enough."""

    program: Program
    persons: AsyncIterator[Somebody]
    dice: random.Random
    told: int = 0
    acts: int = 0
    twice: int = 0

    async def runs(self) -> None:
        while self.program.deaths < KILLS:
            person = await anext(self.persons)
            await self._tells(STORIES[self.told % len(STORIES)], person)
            self.told += 1

    async def _tells(self, story: Story, person: Somebody) -> None:
        seat = Seat(self.program, person, self.dice)
        teller = await Teller(story, seat).tells()
        assert teller.now.state is State.HANDED_OVER
        await self._nothing_lost_nothing_doubled(seat)
        self.acts += seat.acts
        self.twice += seat.twice

    async def _nothing_lost_nothing_doubled(self, seat: Seat) -> None:
        """See that what is kept is what comes of every act, once, and nothing else."""
        lines = await self.program.lines(seat.channel, seat.person.chat)
        known = await self.program.store.conversation_of(seat.channel, seat.person.chat)
        assert known is not None
        assert len(lines) == 2 * seat.acts
        session = Session()
        for line in lines[::2]:
            assert line.act is not None
            event = Event(act=line.act, at=line.at, channel=seat.channel)
            session, _ = step(played(), session, event, day_of(line.at))
        assert known.session == session
        assert known.revision == seat.acts
        assert all(line.delivered for line in lines[1::2])


async def persons(way: str, program: Program) -> AsyncIterator[Somebody]:
    async with AsyncExitStack() as stack:
        if way in (POLLING, WEBHOOK):
            bot = await stack.enter_async_context(telegram(program, way))
            for number in range(7001, 7100):
                yield OnTelegram(bot, way, number)
        elif way == "whatsapp":
            cloud = await stack.enter_async_context(whatsapp(program))
            for number in range(7001, 7100):
                yield OnWhatsApp(cloud, f"NL.{number}")
        else:
            page = await stack.enter_async_context(web(program))
            for _ in range(100):
                yield OnThePage(page)
                page.http.cookies.clear()
                page.lines, page.after = [], 0
                await page.open()


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_lost_or_doubled_however_often_the_program_is_killed(
    way: str, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(WAYS.index(way))  # noqa: S311 - when to kill, not a secret
    begun, coming = time.monotonic(), persons(way, program)
    campaign = Campaign(program, coming, dice)
    await campaign.runs()
    await coming.aclose()  # type: ignore[attr-defined]
    took = time.monotonic() - begun

    with capsys.disabled():
        sys.stdout.write(
            f"\n{way} on {program.place.adapter}: {program.deaths} kills, {campaign.told} stories,"
            f" {campaign.acts} acts, none lost, none played twice,"
            f" {campaign.twice} messages sent twice, {took:.0f} s\n"
        )
    # Only Telegram says nothing of what went, so that it must be sent again.
    assert campaign.twice == 0 or way in (POLLING, WEBHOOK)
