from datetime import UTC, date, datetime, timedelta

from bot.clock import FixedClock, SystemClock, day_of, local


def test_the_machine_tells_a_moment_with_its_time_zone() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


def test_a_day_begins_at_midnight_in_the_netherlands() -> None:
    assert day_of(datetime(2026, 1, 15, 22, 59, tzinfo=UTC)) == date(2026, 1, 15)
    assert day_of(datetime(2026, 1, 15, 23, 0, tzinfo=UTC)) == date(2026, 1, 16)


def test_summer_time_counts() -> None:
    assert day_of(datetime(2026, 7, 15, 21, 59, tzinfo=UTC)) == date(2026, 7, 15)
    assert day_of(datetime(2026, 7, 15, 22, 0, tzinfo=UTC)) == date(2026, 7, 16)
    assert local(datetime(2026, 7, 15, 10, 0, tzinfo=UTC)).hour == 12


def test_a_fixed_clock_stands_still_on_its_day() -> None:
    clock = FixedClock(date(2026, 11, 23))

    assert day_of(clock.now()) == date(2026, 11, 23)
    assert clock.now() == clock.now()
