from datetime import UTC, datetime, timedelta

import pytest

from bot.alarms.ladder import ladder
from bot.ports import AlarmKind, OpenAlarm

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
STEP = timedelta(minutes=30)


def alarm(kind: AlarmKind, step: int) -> OpenAlarm:
    return OpenAlarm(id=1, case="LW-2026-000001", kind=kind, mark="1", raised_at=NOW, step=step)


def told(kind: AlarmKind, steps: int, *notifiers: str) -> list[tuple[tuple[str, ...], float]]:
    """Who are told at each step, and how many minutes after it the next one comes."""
    climb = ladder(notifiers, STEP, lambda: NOW)
    climbed = [climb(alarm(kind, step)) for step in range(steps)]
    return [(one.told, (one.next_at - NOW).total_seconds() / 60) for one in climbed if one.next_at]


def test_an_alarm_goes_from_the_desk_to_the_group_to_mail_and_then_to_all_ever_more_slowly() -> (
    None
):
    assert told(AlarmKind.TEKENDRUK, 5, "groep", "mail") == [
        ((), 30),
        (("groep",), 30),
        (("mail",), 30),
        (("groep", "mail"), 60),
        (("groep", "mail"), 120),
    ]


@pytest.mark.parametrize("kind", [AlarmKind.GEVAAR, AlarmKind.CRISIS])
def test_everybody_is_told_at_once_when_somebody_may_be_in_danger(kind: AlarmKind) -> None:
    assert told(kind, 3, "groep", "mail") == [
        (("groep", "mail"), 30),
        (("groep", "mail"), 60),
        (("groep", "mail"), 120),
    ]


def test_staff_are_reminded_every_day_until_one_of_them_has_seen_it() -> None:
    assert told(AlarmKind.TERMIJN, 400, "mail")[-1] == (("mail",), 24 * 60)


def test_a_new_case_is_told_once() -> None:
    climbed = ladder(["mail"], STEP, lambda: NOW)(alarm(AlarmKind.NIEUWE_ZAAK, 0))

    assert (climbed.told, climbed.next_at) == (("mail",), None)


def test_an_alarm_climbs_without_anybody_to_tell() -> None:
    assert [who for who, _ in told(AlarmKind.NIET_OPGEPAKT, 3)] == [(), (), ()]
