"""What lies within a year: days, months, seasons, weeks and feasts."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from dialogs.understanding.dates import spans
from dialogs.understanding.dates.feasts import feast
from dialogs.understanding.dates.spans import ONE_WEEK, Span, one

# Gives the span in a year, or None when that year has no such day.
Build = Callable[[int], Span | None]
_Handler = Callable[[re.Match[str], int], Span | None]
_LAST_PLACE = -1


def _day(found: re.Match[str], year: int) -> Span | None:
    return _one_day(year, int(found["m"]), int(found["d"]))


def _one_day(year: int, month: int, day: int) -> Span | None:
    try:
        return one(date(year, month, day))
    except ValueError:
        return None


def _month(found: re.Match[str], year: int) -> Span | None:
    span = spans.month(year, int(found["m"]))
    return spans.part(found["part"], span) if found["part"] else span


def _half_month(found: re.Match[str], year: int) -> Span | None:
    span = spans.month(year, int(found["m"]))
    middle = span.low.replace(day=15)
    return Span(span.low, middle) if found["n"] == "1" else Span(middle, span.high)


def _week_of_month(found: re.Match[str], year: int) -> Span | None:
    return spans.week_within(spans.month(year, int(found["m"])), _place(found["n"]))


def _week_of_year(found: re.Match[str], year: int) -> Span | None:
    return spans.week_within(spans.whole_year(year), _place(found["n"]))


def _numbered_week(found: re.Match[str], year: int) -> Span | None:
    return spans.numbered_week(year, int(found["n"]))


def _weekday_of_month(found: re.Match[str], year: int) -> Span | None:
    month = spans.month(year, int(found["m"]))
    day = spans.weekday_within(month, int(found["w"]), _place(found["n"]))
    return None if day is None else one(day)


def _weekend_of_month(found: re.Match[str], year: int) -> Span | None:
    month = spans.month(year, int(found["m"]))
    saturday = spans.weekday_within(month, spans.SATURDAY, _place(found["n"]))
    return None if saturday is None else spans.weekend(saturday)


def _week_of_day(found: re.Match[str], year: int) -> Span | None:
    day = _day(found, year)
    if day is None:
        return None
    if found["from"]:
        return Span(day.low, day.low + ONE_WEEK - spans.ONE_DAY)
    return spans.week(day.low)


def _weekend_of_day(found: re.Match[str], year: int) -> Span | None:
    day = _day(found, year)
    return None if day is None else spans.weekend(day.low)


def _month_of_day(found: re.Match[str], year: int) -> Span | None:
    return None if _day(found, year) is None else spans.month(year, int(found["m"]))


def _quarter(found: re.Match[str], year: int) -> Span | None:
    return spans.quarter(year, int(found["n"]))


def _half_year(found: re.Match[str], year: int) -> Span | None:
    first = found["n"] == "1"
    return Span(date(year, 1 if first else 7, 1), spans.last_of_month(year, 6 if first else 12))


def _season(found: re.Match[str], year: int) -> Span | None:
    span = spans.season(year, found["s"])
    return spans.part(found["part"], span) if span and found["part"] else span


def _feast(found: re.Match[str], year: int) -> Span | None:
    return feast(year, found["f"])


def _place(written: str) -> int:
    return _LAST_PLACE if written == "laatste" else int(written)


_PART = r"(?:(?P<part>begin|half|eind) )?"
_M = r"m(?P<m>[0-9]{1,2})"
_D = r"o?(?P<d>[0-9]{1,2})"
_NTH = r"(?:o(?=[1-5])|(?=laatste))(?P<n>[1-5]|laatste)"
_SEASONS = (
    r"(?P<s>lente|zomer|herfst|zomervakantie|herfstvakantie|voorjaarsvakantie|meivakantie|bouwvak)"
)
_RULES: tuple[tuple[re.Pattern[str], _Handler], ...] = tuple(
    (re.compile(shape), handler)
    for shape, handler in (
        (rf"{_D} {_M}", _day),
        (rf"{_M} {_D}", _day),
        (rf"{_PART}{_M}", _month),
        (rf"{_PART}maand {_M}", _month),
        (rf"o(?P<n>[12]) helft {_M}", _half_month),
        (rf"{_NTH} week {_M}", _week_of_month),
        (rf"{_NTH} week(?: jaar)?", _week_of_year),
        (r"week (?P<n>[0-9]{1,2})", _numbered_week),
        (rf"{_NTH} w(?P<w>[0-6]) {_M}", _weekday_of_month),
        (rf"{_NTH} weekend {_M}", _weekend_of_month),
        (rf"week {_D} {_M}(?P<from> aanvangt)?", _week_of_day),
        (rf"week {_M} {_D}(?P<from> aanvangt)?", _week_of_day),
        (rf"weekend {_D} {_M}", _weekend_of_day),
        (rf"maand {_D} {_M}", _month_of_day),
        (rf"maand {_M} {_D}", _month_of_day),
        (r"(?:k|o)(?P<n>[1-4])(?: kwartaal)", _quarter),
        (r"(?:kwartaal )?k(?P<n>[1-4])", _quarter),
        (r"kwartaal (?P<n>[1-4])", _quarter),
        (r"o(?P<n>[12]) helft(?: jaar)?", _half_year),
        (rf"{_PART}{_SEASONS}", _season),
        (r"(?:weekend )?f_(?P<f>[a-z_]+[12]?)", _feast),
    )
)


def builds(words: str) -> Iterator[Build]:
    """Yield every reading that the canonical words have within a year."""
    for shape, handler in _RULES:
        if found := shape.fullmatch(words):
            yield _bound(handler, found)


def _bound(handler: _Handler, found: re.Match[str]) -> Build:
    return lambda year: handler(found, year)
