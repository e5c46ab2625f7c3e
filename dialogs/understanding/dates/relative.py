"""What lies at a distance from today: yesterday, last Tuesday, two weeks ago."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from dialogs.understanding.dates import spans
from dialogs.understanding.dates.spans import ONE_DAY, ONE_WEEK, Span, one
from dialogs.understanding.reading import Doubt

_FUTURE = Doubt(reason="verstaan.date.in_future")
_TWO_READINGS = Doubt(reason="verstaan.date.two_readings")
_Handler = Callable[[re.Match[str], date], "Span | Doubt | None"]
_N = r"(?P<n>[0-9]+(?:\.[0-9]+)?|paar)"
_UNIT = r"(?P<unit>dag|week|maand|jaar)"
_FIRST = r"(?P<a>[0-9.]+)(?: (?P<first>dag|week|maand|jaar))?"
_W = r"w(?P<w>[0-6])"
_AGO = re.compile(r"(?:(?P<n>[0-9]+(?:\.[0-9]+)?) )?(?P<unit>dag|week|maand|jaar)(?: en)? ?")
_DAYS_AGO = {"vandaag": 0, "gisteren": 1, "eergisteren": 2, "eereergisteren": 3}
# How far to both sides "two weeks ago" may reach.
_REACH = {"dag": 0, "week": 2, "maand": 15, "jaar": 30}
_REACH_OF_YEARS = 45
_MONTHS_PER_YEAR = 12
_FEW = (2, 5)
_NOON = 12
_HOURS_PER_DAY = 24
_MOST = 120 * _MONTHS_PER_YEAR


def relative(words: str, today: date) -> Span | Doubt | None:
    """Return the days that the canonical words point at, seen from today."""
    for shape, handler in _RULES:
        if found := shape.fullmatch(words):
            return handler(found, today)
    return None


def before(day: date, count: Decimal, unit: str) -> date | None:
    """Return the day so long before; a half month or year counts in days or months."""
    if unit == "maand" and count % 1 == 0 and count <= _MOST:
        return _earlier(day, int(count))
    if unit == "jaar" and count * _MONTHS_PER_YEAR % 1 == 0 and count * _MONTHS_PER_YEAR <= _MOST:
        return _earlier(day, int(count * _MONTHS_PER_YEAR))
    size = {"dag": Decimal(1), "week": Decimal(7), "maand": Decimal("30.4")}.get(unit)
    if size is None or count * size > _MOST * 31:
        return None
    return day - timedelta(days=round(count * size))


def _earlier(day: date, months: int) -> date | None:
    try:
        return day - relativedelta(months=months)
    except ValueError:
        return None


def _near_today(found: re.Match[str], today: date) -> Span:
    day = today - timedelta(days=_DAYS_AGO[found["day"]])
    if found["night"] and day < today:
        return Span(day, day + ONE_DAY, day)
    return one(day)


def _last_night(_: re.Match[str], today: date) -> Span:
    return Span(today - ONE_DAY, today, today)


def _weekday(found: re.Match[str], today: date) -> Span | Doubt:
    """Return the last such weekday before today; on the same weekday, ask which one."""
    back = (today.weekday() - int(found["w"])) % 7
    if back == 0:
        return Doubt(reason="verstaan.date.today_or_week_ago")
    day = today - timedelta(days=back)
    return Span(day, day + ONE_DAY, day) if found["night"] else one(day)


def _last_weekday(found: re.Match[str], today: date) -> Span:
    back = (today.weekday() - int(found["w"])) % 7 or 7
    return one(today - timedelta(days=back))


def _previous_weekday(found: re.Match[str], today: date) -> Span | Doubt:
    """Read "vorige dinsdag": of last week, when this week's is not also long past."""
    passed = today.weekday() - int(found["w"])
    if passed > 1:
        return _TWO_READINGS
    return one(spans.week(today - ONE_WEEK).low + timedelta(days=int(found["w"])))


def _weekday_of_week(found: re.Match[str], today: date) -> Span | Doubt:
    weeks = 0 if found["which"] == "dit" else 1
    day = spans.week(today).low + timedelta(days=int(found["w"])) - weeks * ONE_WEEK
    return _FUTURE if day > today else one(day)


def _weekday_weeks_ago(found: re.Match[str], today: date) -> Span | Doubt | None:
    if found["n"] == "paar":
        return _TWO_READINGS
    count = Decimal(found["n"] or 1)
    if count % 1 != 0 or count > _MOST:
        return None
    if int(found["w"]) > today.weekday():
        # "Zaterdag een week geleden", on a Monday: counted from this week or from last Saturday?
        return _TWO_READINGS
    monday = spans.week(today).low - int(count) * ONE_WEEK
    return one(monday + timedelta(days=int(found["w"])))


def _some_weekday_ago(found: re.Match[str], today: date) -> Span | None:
    """Read "3 weken geleden, op een zaterdag": the one in that week, or one close by."""
    then = before(today, Decimal(found["n"] or 1), "week") if found["n"] != "paar" else None
    if then is None:
        return None
    day = spans.week(then).low + timedelta(days=int(found["w"]))
    near = spans.hull(spans.around(then, _REACH["week"]), one(day))
    return Span(near.low, min(near.high, today), min(day, today))


def _whole_week(found: re.Match[str], today: date) -> Span | Doubt:
    this = spans.week(today)
    last = Span(this.low - ONE_WEEK, this.high - ONE_WEEK)
    if found["which"] == "afgelopen":
        return Span(last.low, today - ONE_DAY)
    span = this if found["which"] in ("dit", None) else last
    return spans.part(found["part"], span) if found["part"] else span


def _whole_weekend(found: re.Match[str], today: date) -> Span | Doubt:
    weekend = spans.weekend(today)
    if found["which"] in ("dit", None) and today < weekend.low and "jl" not in found[0]:
        # In the middle of the week: the one before, or the one to come?
        return _TWO_READINGS
    ended = weekend.high < today
    here = weekend.low <= today and found["which"] in ("dit", None, "afgelopen")
    if ended or here:
        return weekend
    return spans.weekend(today - ONE_WEEK)


def _whole_quarter(found: re.Match[str], today: date) -> Span:
    number = (today.month - 1) // 3 + 1
    if found["which"] == "dit":
        return spans.quarter(today.year, number)
    return (
        spans.quarter(today.year - 1, 4) if number == 1 else spans.quarter(today.year, number - 1)
    )


def _past_period(found: re.Match[str], today: date) -> Span:
    """Read "afgelopen maand": the previous one, or the days up to today."""
    if found["unit"] == "maand":
        year, month = spans.months_later(today.year, today.month, -1)
        return Span(date(year, month, 1), today)
    return Span(date(today.year - 1, 1, 1), today)


def _past_units(found: re.Match[str], today: date) -> Span | None:
    if found["n"] == "paar":
        start = before(today, Decimal(_FEW[1]), found["unit"])
    else:
        start = before(today, Decimal(found["n"]), found["unit"])
    return None if start is None else Span(start, today)


def _ago(found: re.Match[str], today: date) -> Span | None:
    """Read "2 jaar, 1 maand en 21 dagen geleden" in any order of the units."""
    counted = _counted_back(found["length"].strip(), today)
    return None if counted is None else _with_reach(*counted)


def _ago_from(found: re.Match[str], today: date) -> Span | None:
    """Read "gisteren twee weken geleden": to the day."""
    start = today - timedelta(days=_DAYS_AGO[found["day"]])
    counted = _counted_back(found["length"].strip(), start)
    return None if counted is None else one(counted[0])


def _counted_back(words: str, start: date) -> tuple[date, dict[str, Decimal]] | None:
    totals: dict[str, Decimal] = {}
    place = 0
    while place < len(words):
        term = _AGO.match(words, place)
        if term is None:
            return None
        totals[term["unit"]] = totals.get(term["unit"], Decimal(0)) + Decimal(term["n"] or 1)
        place = term.end()
    day: date | None = start
    for unit in ("jaar", "maand", "week", "dag"):
        if day is not None and unit in totals:
            day = before(day, totals[unit], unit)
    return None if day is None else (day, totals)


def _with_reach(day: date, totals: dict[str, Decimal]) -> Span:
    finest = next(unit for unit in ("dag", "week", "maand", "jaar") if unit in totals)
    reach = _REACH[finest]
    if finest == "jaar" and totals["jaar"] > 1:
        # Memory is vaguer after some years.
        reach = _REACH_OF_YEARS
    return one(day) if reach == 0 else spans.around(day, reach)


def _few_ago(found: re.Match[str], today: date) -> Span | None:
    near = before(today, Decimal(_FEW[0]), found["unit"])
    far = before(today, Decimal(_FEW[1]), found["unit"])
    return None if near is None or far is None else Span(far, near)


def _range_ago(found: re.Match[str], today: date) -> Span | None:
    near = before(today, Decimal(found["a"]), found["first"] or found["unit"])
    far = before(today, Decimal(found["b"]), found["unit"])
    if near is None or far is None:
        return None
    return Span(min(near, far), max(near, far))


def _hours_ago(found: re.Match[str], today: date) -> Span | None:
    """Count from noon, for want of a clock; the day before or after is possible too."""
    if found["unit"] == "minuut" or found["n"] == "paar":
        return one(today)
    hours = Decimal(found["n"] or 1)
    if hours > _MOST:
        return None
    whole, rest = int(hours // _HOURS_PER_DAY), hours % _HOURS_PER_DAY
    last = today - timedelta(days=whole)
    first = last - ONE_DAY if rest else last
    return Span(first, last, last if rest <= _NOON else first)


def _day_of_month(found: re.Match[str], today: date) -> Span | Doubt:
    """Read "de 15e": the last one that has been, on the weekday that is said, if any."""
    for back in range(_MONTHS_PER_YEAR):
        year, month = spans.months_later(today.year, today.month, -back)
        try:
            day = date(year, month, int(found["d"]))
        except ValueError:
            continue
        if day <= today:
            right = found["w"] is None or day.weekday() == int(found["w"])
            return one(day) if right else Doubt(reason="verstaan.date.weekday_differs")
    return Doubt(reason="verstaan.date.impossible")


def _nth_weekday(found: re.Match[str], today: date) -> Span | Doubt:
    month = spans.month(today.year, today.month)
    day = spans.weekday_within(month, int(found["w"]), int(found["n"]))
    return _FUTURE if day is None or day > today else one(day)


_RULES: tuple[tuple[re.Pattern[str], _Handler], ...] = tuple(
    (re.compile(shape), handler)
    for shape, handler in (
        (r"(?P<day>vandaag|gisteren|eergisteren|eereergisteren)(?P<night> nacht)?", _near_today),
        (r"dit (?P<night>)(?P<day>dag)", lambda _, today: one(today)),
        (r"vannacht|afgelopen nacht|dit nacht", _last_night),
        (rf"{_W}(?P<night> nacht)?", _weekday),
        (rf"(?:dit )?(?:afgelopen|laatste|jl) {_W}(?: nacht)?", _last_weekday),
        (rf"{_W}(?: nacht)? (?:jl|afgelopen)", _last_weekday),
        (rf"vorig {_W}(?: nacht)?", _previous_weekday),
        (rf"(?P<which>vorig|dit) week {_W}(?: nacht)?", _weekday_of_week),
        (rf"{_W}(?: nacht)? (?P<which>vorig|dit) week", _weekday_of_week),
        (rf"(?P<which>dit) {_W}", _weekday_of_week),
        (rf"zekere {_W} (?:{_N} )?week geleden", _some_weekday_ago),
        (rf"(?:{_N} )?week geleden zekere {_W}", _some_weekday_ago),
        (rf"{_W} (?:{_N} )?week geleden", _weekday_weeks_ago),
        (rf"(?:{_N} )?week geleden {_W}", _weekday_weeks_ago),
        (r"(?:(?P<part>begin|half|eind) )?(?:(?P<which>vorig|dit|afgelopen) )?week", _whole_week),
        (r"(?:(?P<which>vorig|dit|afgelopen|laatste) )?weekend(?: jl)?", _whole_weekend),
        (r"weekend (?P<which>vorig|dit) week", _whole_weekend),
        (r"(?P<which>vorig|dit|afgelopen|laatste) kwartaal", _whole_quarter),
        (r"(?:afgelopen|laatste) (?P<unit>maand|jaar)", _past_period),
        (rf"(?:afgelopen|vorig|laatste) {_N} {_UNIT}", _past_units),
        (r"paar (?P<unit>dag|week|maand|jaar) geleden", _few_ago),
        (rf"{_FIRST} (?:tot|of|a) (?P<b>[0-9.]+) {_UNIT} geleden", _range_ago),
        (rf"tussen {_FIRST} (?:tot|en) (?P<b>[0-9.]+) {_UNIT} geleden", _range_ago),
        (rf"(?:{_N} )?(?P<unit>uur|minuut) geleden", _hours_ago),
        (r"(?P<day>vandaag|gisteren|eergisteren) (?P<length>[a-z0-9. ]+?) geleden", _ago_from),
        (r"(?P<length>[a-z0-9. ]+?) geleden", _ago),
        (r"(?:w(?P<w>[0-6]) )?o(?P<d>[0-9]{1,2})(?: maand)?", _day_of_month),
        (rf"o(?P<n>[1-5]) {_W}(?: maand)?", _nth_weekday),
    )
)
