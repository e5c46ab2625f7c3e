from datetime import date, timedelta

import pytest

from bot.ports import (
    AlarmKind,
    Climbed,
    Decide,
    Decision,
    Labels,
    MessageClass,
    OpenAlarm,
    Patience,
    Raise,
    Store,
)
from dialogs.session import State
from tests.bot.storage.conftest import Place
from tests.storage_cases import (
    AT,
    CHANNEL,
    CHAT,
    answering,
    counted,
    erasing,
    handing_over,
    inbound,
    later,
)

HOUR = 3600.0
TODAY = date(2026, 3, 2)
PATIENCE = Patience(
    unclaimed=timedelta(hours=4), unanswered=timedelta(hours=4), days_before_term=(1, 7, 14, 30)
)
MAIL = "mail"


def alarming(kind: AlarmKind, mark: str = "1", state: State = State.WITH_HUMAN) -> Decide:
    return lambda known: Decision(
        session=counted(known),
        labels=Labels(state=state),
        alarms=(Raise(kind=kind, mark=mark),),
    )


def once(alarm: OpenAlarm) -> Climbed:
    """Tell by mail now, and once more in an hour."""
    return Climbed(told=(MAIL,), next_at=later(HOUR) if alarm.step == 0 else None)


async def kinds(store: Store) -> list[AlarmKind]:
    return [one.kind for one in await store.alarms.open()]


async def check(store: Store, seconds: float) -> None:
    await store.alarms.check(later(seconds), TODAY, PATIENCE)


async def test_an_alarm_of_a_turn_is_open_until_somebody_has_seen_it(store: Store) -> None:
    turn = await store.turn(inbound(1), alarming(AlarmKind.CRISIS))

    (alarm,) = await store.alarms.open()
    assert (alarm.case, alarm.kind, alarm.raised_at) == (turn.case, AlarmKind.CRISIS, AT)

    assert await store.alarms.seen(alarm.id, "anna", later(60)) is True
    assert await store.alarms.seen(alarm.id, "bram", later(61)) is False
    assert await store.alarms.open() == ()


async def test_the_same_is_one_alarm_until_it_was_seen_and_then_a_new_one(store: Store) -> None:
    for number in range(3):
        await store.turn(inbound(number), alarming(AlarmKind.CRISIS, str(number)))
    (alarm,) = await store.alarms.open()

    await store.alarms.seen(alarm.id, "anna", later(60))
    await store.turn(inbound(9), alarming(AlarmKind.CRISIS, "9"))

    assert [one.mark for one in await store.alarms.open()] == ["9"]


async def test_the_most_urgent_alarm_comes_first(store: Store) -> None:
    for kind in (AlarmKind.NIET_OPGEPAKT, AlarmKind.TEKENDRUK, AlarmKind.GEVAAR):
        await store.turn(inbound(1, chat=kind), alarming(kind))

    assert await kinds(store) == [
        AlarmKind.GEVAAR,
        AlarmKind.TEKENDRUK,
        AlarmKind.NIET_OPGEPAKT,
    ]


async def test_whoever_takes_the_case_has_seen_its_alarms(store: Store) -> None:
    turn = await store.turn(inbound(1), alarming(AlarmKind.GEVAAR))

    await store.claim(turn.case, "anna", 0, later(60))

    assert await store.alarms.open() == ()


async def test_nothing_of_an_alarm_is_left_after_an_erasure(store: Store) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.CRISIS))
    await store.alarms.climb(AT, once)

    await store.turn(inbound(2), erasing("Alles is gewist."))

    assert await store.alarms.open() == ()
    assert await store.alarms.notices(MAIL, later(HOUR)) == ()


async def test_an_operator_erases_a_person_with_an_alarm(store: Store) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.CRISIS))
    await store.alarms.climb(AT, once)

    assert await store.erase(CHANNEL, CHAT, later(60)) is not None

    assert await store.alarms.open() == ()


async def test_an_alarm_outside_a_turn_is_kept_as_well(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Dag."))
    alarm = Raise(kind=AlarmKind.ONLEESBAAR, mark="2026-03-02")

    await store.alarms.raise_for(turn.case, alarm, AT)
    await store.alarms.raise_for(turn.case, alarm, AT)
    await store.alarms.raise_for("LW-2026-999999", alarm, AT)

    assert await kinds(store) == [AlarmKind.ONLEESBAAR]


# --- what only time calls for --------------------------------------------------------------------


def new_case(known_state: State = State.HANDED_OVER) -> Decide:
    return alarming(AlarmKind.NIEUWE_ZAAK, state=known_state)


async def test_a_case_that_nobody_takes_is_an_alarm_after_a_while(store: Store) -> None:
    await store.turn(inbound(1), new_case())

    await check(store, 4 * HOUR - 1)
    assert await kinds(store) == []

    for _ in range(2):
        await check(store, 4 * HOUR)
        assert await kinds(store) == [AlarmKind.NIET_OPGEPAKT]


async def test_a_case_that_somebody_took_in_time_is_no_alarm(store: Store) -> None:
    turn = await store.turn(inbound(1), new_case())
    await store.claim(turn.case, "anna", 0, later(HOUR))
    await store.amend(turn.case, later(HOUR), answering("Dag.", sort=MessageClass.HUMAN))

    await check(store, 9 * HOUR)

    assert await kinds(store) == []


async def test_whoever_no_longer_waits_is_no_alarm_any_more(store: Store) -> None:
    await store.turn(inbound(1), new_case(State.WITH_HUMAN))
    await check(store, 4 * HOUR)
    assert await kinds(store) == [AlarmKind.NIET_OPGEPAKT]

    await store.turn(inbound(2, at=later(5 * HOUR)), answering("We gaan verder."))
    await check(store, 5 * HOUR)

    assert await kinds(store) == []


async def test_a_person_who_waits_for_an_answer_is_an_alarm_until_there_is_one(
    store: Store,
) -> None:
    turn = await store.turn(inbound(1), handing_over())
    await store.claim(turn.case, "anna", 0, later(HOUR))
    await store.turn(inbound(2, "en nu?", at=later(2 * HOUR)), answering())
    await store.turn(inbound(3, "hallo?", at=later(5 * HOUR)), answering())

    await check(store, 6 * HOUR - 1)
    assert await kinds(store) == []
    await check(store, 6 * HOUR)
    assert await kinds(store) == [AlarmKind.NIET_BEANTWOORD]

    await store.amend(turn.case, later(7 * HOUR), answering("Dag.", sort=MessageClass.HUMAN))
    await check(store, 7 * HOUR)
    assert await kinds(store) == []


@pytest.mark.parametrize(
    ("days", "raised"), [(31, 0), (30, 1), (14, 1), (2, 1), (1, 1), (0, 1), (-1, 0)]
)
async def test_a_term_that_is_near_is_an_alarm(days: int, raised: int, store: Store) -> None:
    await store.turn(inbound(1), with_term(TODAY + timedelta(days=days)))

    await check(store, 0)

    assert await kinds(store) == [AlarmKind.TERMIJN_NADERT] * raised


async def test_a_term_alarms_again_when_it_comes_nearer_and_never_twice_for_the_same_day(
    store: Store,
) -> None:
    await store.turn(inbound(1), with_term(TODAY + timedelta(days=10)))
    raised = []
    for day in range(12):
        for _ in range(2):
            today = TODAY + timedelta(days=day)
            await store.alarms.check(later(day * 24 * HOUR), today, PATIENCE)
            for alarm in await store.alarms.open():
                raised.append(day)
                await store.alarms.seen(alarm.id, "anna", later(day * 24 * HOUR))

    assert raised == [0, 3, 9]


def with_term(day: date) -> Decide:
    labels = Labels(state=State.HANDED_OVER, handed_over_at=AT, next_term=day)
    return answering(labels=labels)


# --- up the ladder, and out to staff -------------------------------------------------------------


async def test_each_step_of_an_alarm_is_told_once(store: Store) -> None:
    turn = await store.turn(inbound(1), alarming(AlarmKind.CRISIS))

    assert await store.alarms.climb(AT, once) == 1
    assert await store.alarms.climb(later(60), once) == 0
    (notice,) = await store.alarms.notices(MAIL, later(60))
    assert (notice.case, notice.kind, notice.step) == (turn.case, AlarmKind.CRISIS, 1)

    await store.alarms.told(notice.id, later(61))
    assert await store.alarms.climb(later(HOUR), once) == 1
    (second,) = await store.alarms.notices(MAIL, later(HOUR))
    assert second.step == 2


async def test_no_two_processes_take_the_same_step_or_the_same_notice(place: Place) -> None:
    first, second = await place.open(), await place.open()
    await first.turn(inbound(1), alarming(AlarmKind.CRISIS))

    assert [await store.alarms.climb(AT, once) for store in (first, second)] == [1, 0]
    taken = [len(await store.alarms.notices(MAIL, AT)) for store in (second, first)]
    assert taken == [1, 0]


async def test_a_notice_that_did_not_go_is_tried_again_later(store: Store) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.CRISIS))
    await store.alarms.climb(AT, once)
    (notice,) = await store.alarms.notices(MAIL, AT)

    await store.alarms.postpone(notice.id, later(30), "smtp_451")

    assert await store.alarms.notices(MAIL, later(29)) == ()
    (again,) = await store.alarms.notices(MAIL, later(30))
    assert again.attempts == 1


async def test_what_was_seen_is_neither_told_nor_taken_up_any_more(store: Store) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.CRISIS))
    await store.alarms.climb(AT, once)
    (alarm,) = await store.alarms.open()

    await store.alarms.seen(alarm.id, "anna", later(1))

    assert await store.alarms.notices(MAIL, later(60)) == ()
    assert await store.alarms.climb(later(HOUR), once) == 0
