"""Which alarms a real conversation raises, in its own turn."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.alarms.ladder import ladder
from bot.parts import Parts
from bot.ports import AlarmKind
from dialogs.events import Chose, Command, Commanded, Said
from tests import playing
from tests.people import Person
from tests.storage_cases import AT


@pytest.fixture
async def parts(tmp_path: Path) -> AsyncIterator[Parts]:
    opened = await playing.opened(tmp_path)
    yield opened
    await opened.store.close()


@pytest.fixture
async def somebody(parts: Parts) -> Person:
    person = Person(parts.service, parts.store, {}, AT, "web", "een")
    await person.does(Said(text="hallo"))
    return person


async def kinds(parts: Parts) -> list[AlarmKind]:
    return [one.kind for one in await parts.store.alarms.open()]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mijn man ligt op straat en ademt niet", AlarmKind.GEVAAR),
        ("ik wil niet meer leven", AlarmKind.CRISIS),
        ("ik moet vandaag nog tekenen van de verzekeraar", AlarmKind.TEKENDRUK),
    ],
)
async def test_an_alarm_of_the_rails_is_raised_in_the_turn_itself(
    text: str, kind: AlarmKind, parts: Parts, somebody: Person
) -> None:
    await somebody.does(Said(text=text))

    assert await kinds(parts) == [kind]


async def test_an_alarm_is_raised_while_a_human_holds_the_conversation(
    parts: Parts, somebody: Person
) -> None:
    await somebody.does(Commanded(command=Command.MENS))
    (row,) = await parts.store.cases()
    await parts.store.claim(row.case, "anna", 0, AT)

    await somebody.does(Said(text="ik wil niet meer leven"))

    assert await kinds(parts) == [AlarmKind.CRISIS]


async def test_who_says_the_same_all_night_is_one_alarm_and_a_short_memory(
    parts: Parts, somebody: Person
) -> None:
    for _ in range(12):
        await somebody.does(Said(text="ik wil niet meer leven"))

    assert await kinds(parts) == [AlarmKind.CRISIS]
    known = await parts.store.conversation_of("web", "een")
    assert known is not None
    assert len(known.session.alarms) == 5


async def test_somebody_who_asks_for_a_human_and_gets_none_becomes_an_alarm(
    parts: Parts, somebody: Person
) -> None:
    await somebody.does(Commanded(command=Command.MENS))
    await somebody.does(Said(text="bent u daar?"))
    assert await kinds(parts) == []

    # By the clock of the program that was months ago.
    await parts.alarms.looked()

    assert await kinds(parts) == [AlarmKind.NIET_OPGEPAKT]


async def test_an_ordinary_turn_raises_nothing(parts: Parts, somebody: Person) -> None:
    await somebody.does(Chose(choice="ja"))
    await somebody.does(Said(text="mijn vader is dood"))

    assert await kinds(parts) == []


async def test_whoever_is_told_of_a_crisis_is_not_told_of_the_case_as_well(parts: Parts) -> None:
    """Also where it is the first that somebody says; that nobody takes the case comes later."""
    person = Person(parts.service, parts.store, {}, AT, "web", "twee")
    await person.does(Said(text="ik wil niet meer leven"))

    now = AT + timedelta(hours=1)
    while await parts.store.alarms.climb(now, ladder(["mail"], timedelta(hours=1), lambda: now)):
        pass

    told = await parts.store.alarms.notices("mail", now, limit=9)
    assert [notice.kind for notice in told] == [AlarmKind.CRISIS]
    await parts.alarms.looked()
    assert AlarmKind.NIET_OPGEPAKT in await kinds(parts)
