from datetime import datetime, timedelta

import pytest

from bot import metrics
from bot.alarms.watch import DESK, AlarmWatch
from bot.live import LocalLive, Watch
from bot.ports import AlarmKind, Decide, Decision, Labels, Notice, Raise, Store, TryLater
from bot.settings import Settings
from dialogs.session import State
from tests.storage_cases import AT, counted, inbound

SETTINGS = Settings(_env_file=None)


class Held:
    """A clock that the test holds."""

    def __init__(self) -> None:
        self.time = AT

    def now(self) -> datetime:
        return self.time

    def passes(self, **time: float) -> None:
        self.time += timedelta(**time)


class Pager:
    """A notifier that keeps what it was told, and may be out of order."""

    def __init__(self, name: str = "mail") -> None:
        self.name = name
        self.told: list[str] = []
        self.fails: Exception | None = None

    async def notify(self, notice: Notice) -> None:
        if self.fails is not None:
            raise self.fails
        self.told.append(f"{notice.kind} {notice.step}")


def alarming(*kinds: AlarmKind, state: State = State.HANDED_OVER) -> Decide:
    return lambda known: Decision(
        session=counted(known),
        labels=Labels(state=state, handed_over_at=AT),
        alarms=tuple(Raise(kind=kind, mark="1") for kind in kinds),
    )


def open_kinds(watch: AlarmWatch) -> list[AlarmKind]:
    return [one.kind for one in watch.open]


@pytest.fixture
def clock() -> Held:
    return Held()


@pytest.fixture
def pager() -> Pager:
    return Pager()


@pytest.fixture
def watch(store: Store, clock: Held, pager: Pager) -> AlarmWatch:
    return AlarmWatch(store, clock, LocalLive(), SETTINGS, (pager,))


async def test_a_new_case_is_told_and_becomes_an_alarm_when_nobody_takes_it(
    store: Store, watch: AlarmWatch, clock: Held, pager: Pager
) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.NIEUWE_ZAAK))
    await watch.looked()
    assert pager.told == ["nieuwe_zaak 1"]
    assert open_kinds(watch) == []

    clock.passes(hours=24)
    await watch.looked()
    assert open_kinds(watch) == [AlarmKind.NIET_OPGEPAKT]
    assert pager.told == ["nieuwe_zaak 1"]

    clock.passes(minutes=30)
    await watch.looked()
    assert pager.told == ["nieuwe_zaak 1", "niet_opgepakt 2"]


async def test_an_alarm_that_somebody_has_seen_goes_no_further(
    store: Store, watch: AlarmWatch, clock: Held, pager: Pager
) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.TEKENDRUK))
    await watch.looked()
    (alarm,) = watch.open

    await watch.seen(alarm.id, "anna")
    clock.passes(days=3)
    await watch.looked()

    assert watch.open == ()
    assert pager.told == []


async def test_staff_hear_of_a_crisis_at_once_and_again_until_one_of_them_has_seen_it(
    store: Store, watch: AlarmWatch, clock: Held, pager: Pager
) -> None:
    await store.turn(inbound(1), alarming(AlarmKind.CRISIS))
    for _ in range(3):
        await watch.looked()
        clock.passes(minutes=31)

    assert pager.told == ["crisis 1", "crisis 2"]


@pytest.mark.parametrize("fails", [TryLater(0, "smtp_451"), RuntimeError("kapot")])
async def test_a_notice_survives_a_server_that_is_out_of_order(
    fails: Exception, store: Store, watch: AlarmWatch, clock: Held, pager: Pager
) -> None:
    pager.fails = fails
    await store.turn(inbound(1), alarming(AlarmKind.NIEUWE_ZAAK))
    for _ in range(20):
        await watch.looked()
        clock.passes(minutes=16)
    assert pager.told == []

    pager.fails = None
    await watch.looked()

    assert pager.told == ["nieuwe_zaak 1"]


async def test_one_notifier_that_fails_does_not_hold_up_the_next(
    store: Store, clock: Held
) -> None:
    group, mail = Pager("groep"), Pager()
    group.fails = RuntimeError("kapot")
    watch = AlarmWatch(store, clock, LocalLive(), SETTINGS, (group, mail))
    await store.turn(inbound(1), alarming(AlarmKind.GEVAAR))

    await watch.looked()

    assert mail.told == ["gevaar 1"]


async def test_the_desk_is_woken_only_when_the_alarms_changed(store: Store, clock: Held) -> None:
    live = LocalLive()
    watch = AlarmWatch(store, clock, live, SETTINGS)
    desk = live.watch(DESK)
    assert isinstance(desk, Watch)

    await watch.looked()
    assert not desk.has_news
    await store.turn(inbound(1), alarming(AlarmKind.GEVAAR))
    await watch.looked()

    assert desk.has_news


async def test_operators_see_how_many_alarms_are_open_and_not_whose(
    store: Store, watch: AlarmWatch
) -> None:
    turn = await store.turn(inbound(1), alarming(AlarmKind.GEVAAR))
    await watch.looked()

    figures = metrics.exposition().decode()
    assert 'letselwijzer_alarms_open{kind="gevaar"} 1.0' in figures
    assert turn.case not in figures
