"""Alarms in the staff group: a case number and a link, as soon as the program speaks there."""

import pytest

from bot.alarms.group import StaffGroup
from bot.ports import AlarmKind, Notice, TryLater
from bot.sentences.words import words

NOTICE = Notice(id=1, case="LW-2026-000123", kind=AlarmKind.CRISIS, step=2, attempts=0)


@pytest.fixture
def group() -> StaffGroup:
    return StaffGroup(words(), "https://intake.example.nl")


async def test_a_notice_names_the_case_and_where_it_is(group: StaffGroup) -> None:
    said: list[str] = []

    async def say(text: str) -> None:
        said.append(text)

    group.speaks(say)
    await group.notify(NOTICE)

    assert NOTICE.case in said[0]
    assert "https://intake.example.nl/desk/zaak/LW-2026-000123" in said[0]


async def test_before_the_program_speaks_there_a_notice_waits(group: StaffGroup) -> None:
    with pytest.raises(TryLater):
        await group.notify(NOTICE)
