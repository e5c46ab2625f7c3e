"""A term passes while nobody says a word: staff who have the case are told, once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app import parts as real_parts
from bot.days.relabelling import looked_again
from bot.parts import Parts
from bot.ports import AlarmKind, Conversation, OpenAlarm, Standing
from bot.settings import Settings, database_url
from bot.takeover import Came, Takeover
from dialogs.events import Command, Commanded, Said
from dialogs.session import State
from tests.balie import HeldClock
from tests.bot.storage.conftest import Place
from tests.people import LIGHT, Person
from tests.turning import MASTER_KEY

HERE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def parts(place: Place, clock: HeldClock) -> Parts:
    where = place.location
    url = database_url(where) if place.adapter == "sqlite" else where
    made = await real_parts(
        Settings(database_url=url, master_key=MASTER_KEY, _env_file=None), clock
    )
    place.closes(made.store)
    return made


@pytest.fixture
def person(parts: Parts, clock: HeldClock) -> Person:
    return Person(parts.service, parts.store, LIGHT, clock.now(), "web", "een")


async def known(parts: Parts) -> Conversation:
    found = await parts.store.conversation_of("web", "een")
    assert found is not None
    return found


async def passed(parts: Parts) -> list[OpenAlarm]:
    opened = await parts.store.alarms.open()
    return [one for one in opened if one.kind is AlarmKind.TERMIJN_VERSTREKEN]


async def to_the_day_after(parts: Parts, clock: HeldClock) -> None:
    """Let the days pass until the first term of the case is over."""
    term = (await known(parts)).labels.next_term
    assert term is not None
    clock.time = datetime.combine(term, datetime.min.time(), HERE) + timedelta(hours=30)


async def test_a_term_that_passes_is_an_alarm_with_the_labels_that_say_so(
    parts: Parts, clock: HeldClock, person: Person
) -> None:
    case = await person.walk()
    await to_the_day_after(parts, clock)

    assert await looked_again(parts) == 1

    assert "verjaring_misschien_verstreken" in (await known(parts)).labels.signals
    (alarm,) = await passed(parts)
    assert (alarm.case, alarm.raised_at) == (case, clock.now())


async def test_a_term_that_passes_in_a_case_that_a_human_holds_is_an_alarm(
    parts: Parts, clock: HeldClock, person: Person
) -> None:
    await person.walk()
    held = await known(parts)
    await parts.store.claim(held.case, "anna", held.epoch, clock.now())
    await to_the_day_after(parts, clock)

    await looked_again(parts)

    assert len(await passed(parts)) == 1


@pytest.mark.parametrize("after", ["given back", "said"])
async def test_a_term_that_passed_is_no_second_alarm_whatever_comes_after_it(
    parts: Parts, clock: HeldClock, person: Person, after: str
) -> None:
    await person.walk()
    held = await known(parts)
    await parts.store.claim(held.case, "anna", held.epoch, clock.now())
    await to_the_day_after(parts, clock)
    await looked_again(parts)
    (alarm,) = await passed(parts)
    assert await parts.store.alarms.seen(alarm.id, "anna", clock.now())

    if after == "said":
        person.at = clock.now()
        await person.does(Said(text="Hoe staat het ermee?"))
    else:
        held = await known(parts)
        came = await Takeover(parts).give_back(held.case, "anna", held.epoch)
        assert came is Came.DONE
    clock.passes(timedelta(hours=2))
    await looked_again(parts)

    kinds = [one.kind for one in await parts.store.alarms.of_case(held.id)]
    assert kinds.count(AlarmKind.TERMIJN_VERSTREKEN) == 1


async def test_a_term_that_passes_before_the_hand_over_is_no_alarm(
    parts: Parts, clock: HeldClock, person: Person
) -> None:
    seen = await person.does(Commanded(command=Command.START))
    while seen.state is not State.REVIEW:
        seen = await person.does(person.answer(seen))
    assert (await known(parts)).handling.standing is Standing.INTAKE
    await to_the_day_after(parts, clock)

    assert await looked_again(parts) == 1

    assert await passed(parts) == []
