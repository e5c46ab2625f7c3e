"""Values in their canonical Dutch form; each form is read back as the value itself."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from babel.dates import format_date, format_timedelta
from babel.numbers import format_currency, format_decimal

_DAYS = {"year": Decimal(365), "month": Decimal("30.4"), "week": Decimal(7)}
_Unit = Literal["year", "month", "week", "day", "hour", "minute"]
# What one of each is to Babel, which knows the words.
_LENGTHS: dict[_Unit, timedelta] = {
    "year": timedelta(days=365),
    "month": timedelta(days=30),
    "week": timedelta(weeks=1),
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
}
_NEVER_LARGER = 1000
_MOST_WEEKS = 52
# More days than this are not said as days.
_NEVER_MORE_ALOUD = 31
_FEW = 2
_MINUTES = Decimal(1440)
_THREE = 3
_FINEST = -8


def day(value: str | date) -> str:
    """Return a day: "3 mei 2026"."""
    when = date.fromisoformat(value) if isinstance(value, str) else value
    return format_date(when, "d MMMM y", locale="nl")


def euro(value: str | Decimal) -> str:
    """Return an amount: "€ 1.250,50"."""
    return format_currency(Decimal(value), "EUR", locale="nl").replace("\xa0", " ")


def number(value: Decimal) -> str:
    """Return a number: "1.234,5"; one with three decimals gets a fourth, to stay one number."""
    form = format_decimal(value, locale="nl", decimal_quantization=False)
    decimals = -int(value.normalize().as_tuple().exponent)
    return f"{form}0" if decimals == _THREE else form


def percent(value: Decimal) -> str:
    """Return a percentage: "33,5%"."""
    return f"{number(value)}%"


def duration(days: Decimal) -> str:
    """Return a duration in the largest unit that gives it exactly: "3 weken"."""
    return _named(*_in_unit(days))


def rough(days: Decimal, near: Decimal, rounding: str) -> str:
    """Return one end of a range in words of the middle: "4,5 maanden" where it is near six."""
    unit, count = _in_unit(days)
    middle, times = _in_unit(near)
    is_plain = count * 2 % 1 == 0 and (unit == middle or count <= _NEVER_MORE_ALOUD)
    if is_plain or times == 0:
        return _named(unit, count)
    if middle in _DAYS and times < _FEW:
        return _named("day", days.to_integral_value(rounding))
    halves = 2 if middle in _DAYS else 1
    size = near / times / halves
    return _named(middle, (days / size).to_integral_value(rounding) / halves)


def fine(days: Decimal) -> Decimal:
    """Return days as fine as they are kept: a minute is 0.00069444."""
    finest = int(days.as_tuple().exponent)
    return days if finest >= _FINEST else days.quantize(Decimal(1).scaleb(_FINEST))


def _named(unit: _Unit, count: Decimal) -> str:
    few = _LENGTHS[unit] * (1 if count == 1 else 2)
    named = format_timedelta(few, granularity=unit, threshold=_NEVER_LARGER, locale="nl")
    return f"{number(count)} {named.split()[1]}"


def _in_unit(days: Decimal) -> tuple[_Unit, Decimal]:
    years, months, weeks = (days / size for size in _DAYS.values())
    if days > 0 and years * 2 % 1 == 0:
        return "year", years
    if weeks * 2 % 1 == 0 and 1 <= weeks <= _MOST_WEEKS:
        return "week", weeks
    if days > 0 and months * 2 % 1 == 0:
        return "month", months
    minutes = (days * _MINUTES).to_integral_value()
    short = days <= 1 or int(days.as_tuple().exponent) == _FINEST
    if days % 1 == 0 or not short or fine(minutes / _MINUTES) != days:
        return "day", days
    hours = minutes / 60
    return ("hour", hours) if hours % 1 == 0 else ("minute", minutes)
