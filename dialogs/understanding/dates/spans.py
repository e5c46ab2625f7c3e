"""Stretches of days, and the ones that a calendar names."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)
SATURDAY = 5
DECEMBER = 12
_PARTS_OF_MONTH = {"begin": (1, 10), "half": (11, 20), "eind": (20, 31)}
_PARTS_OF_YEAR = {
    "begin": ((1, 1), (3, 15)),
    "half": ((5, 15), (8, 15)),
    "eind": ((10, 15), (12, 31)),
}
# From the earliest start to the latest end that people have in mind.
_SEASONS = {
    "lente": ((3, 1), (6, 20)),
    "zomer": ((6, 1), (9, 22)),
    "herfst": ((9, 1), (12, 20)),
}
# School holidays differ by region; from the first start to the last end.
_HOLIDAYS = {
    "zomervakantie": ((7, 1), (9, 5)),
    "herfstvakantie": ((10, 10), (10, 31)),
    "voorjaarsvakantie": ((2, 10), (3, 8)),
    "meivakantie": ((4, 20), (5, 10)),
    "bouwvak": ((7, 10), (8, 25)),
}


class Span(NamedTuple):
    """The days that were meant: one, or all from `low` up to and including `high`."""

    low: date
    high: date
    best: date | None = None

    @property
    def middle(self) -> date:
        """Return the most sensible single day."""
        return self.best or self.low + (self.high - self.low) // 2

    @property
    def exact(self) -> bool:
        """Tell whether it is one day."""
        return self.low == self.high


def one(day: date) -> Span:
    """Return a single day."""
    return Span(day, day)


def around(day: date, days: int) -> Span:
    """Return a day with as many days to both sides."""
    reach = timedelta(days=days)
    return Span(day - reach, day + reach, day)


def hull(*spans: Span) -> Span:
    """Return everything from the first day to the last."""
    return Span(min(span.low for span in spans), max(span.high for span in spans))


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month(year: int, number: int) -> Span:
    """Return a whole month."""
    return Span(date(year, number, 1), last_of_month(year, number))


def months_later(year: int, number: int, more: int) -> tuple[int, int]:
    """Return the month that is so many months later."""
    index = year * DECEMBER + number - 1 + more
    return index // DECEMBER, index % DECEMBER + 1


def whole_year(year: int) -> Span:
    """Return a whole year."""
    return Span(date(year, 1, 1), date(year, DECEMBER, 31))


def quarter(year: int, number: int) -> Span:
    """Return the first to fourth quarter."""
    return Span(date(year, number * 3 - 2, 1), last_of_month(year, number * 3))


def week(day: date) -> Span:
    """Return the week from Monday to Sunday that a day is in."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + 6 * ONE_DAY)


def weekend(day: date) -> Span:
    """Return the weekend at the end of the week that a day is in."""
    saturday = week(day).low + SATURDAY * ONE_DAY
    return Span(saturday, saturday + ONE_DAY)


def numbered_week(year: int, number: int) -> Span | None:
    """Return a week by its number in the year."""
    try:
        return week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def week_within(span: Span, number: int) -> Span | None:
    """Return the so-manieth week of a month or year, -1 for the last.

    People count from the first day, from the first Monday, or as the calendar does: what is
    returned holds all three.
    """
    if number < 0:
        end = week(span.high)
        full = end if end.high == span.high else week(span.high - ONE_WEEK)
        counted = end if end.low + 3 * ONE_DAY <= span.high else week(span.high - ONE_WEEK)
        return hull(Span(span.high - 6 * ONE_DAY, span.high), full, counted)
    shift = (number - 1) * ONE_WEEK
    start = week(span.low)
    full = start if start.low == span.low else week(span.low + ONE_WEEK)
    counted = start if start.low + 3 * ONE_DAY >= span.low else week(span.low + ONE_WEEK)
    found = hull(Span(span.low, span.low + 6 * ONE_DAY), full, counted)
    moved = Span(found.low + shift, found.high + shift)
    return moved if moved.low <= span.high else None


def weekday_within(span: Span, weekday: int, number: int) -> date | None:
    """Return the so-manieth Monday (0) to Sunday (6), -1 for the last."""
    if number < 0:
        return span.high - timedelta(days=(span.high.weekday() - weekday) % 7)
    first = span.low + timedelta(days=(weekday - span.low.weekday()) % 7)
    found = first + (number - 1) * ONE_WEEK
    return found if found <= span.high else None


def part(name: str, span: Span) -> Span:
    """Return the beginning, middle or end of a month, a year or another stretch."""
    days = (span.high - span.low).days
    if span == whole_year(span.low.year):
        start, end = _PARTS_OF_YEAR[name]
        return Span(date(span.low.year, *start), date(span.low.year, *end))
    if span == month(span.low.year, span.low.month):
        first, last = _PARTS_OF_MONTH[name]
        return Span(span.low.replace(day=first), span.high.replace(day=min(last, span.high.day)))
    third = timedelta(days=days // 3)
    starts = {
        "begin": (span.low, span.low + third),
        "half": (span.low + third, span.high - third),
        "eind": (span.high - third, span.high),
    }
    return Span(*starts[name])


def season(year: int, name: str) -> Span | None:
    """Return a season or school holiday that lies within one year."""
    ends = _SEASONS.get(name) or _HOLIDAYS.get(name)
    if ends is None:
        return None
    (from_month, from_day), (to_month, to_day) = ends
    return Span(date(year, from_month, from_day), date(year, to_month, to_day))
