"""Dates in figures ("3-5-24", "2024-05-03", "14/10"), rewritten as day, month and year."""

import re
from collections.abc import Callable
from datetime import date

from dialogs.understanding.reading import Doubt

_MONTH_NAME = r"(?:jan|feb|febr|mrt|maart|apr|mei|jun|jul|aug|sep|sept|okt|oct|nov|dec)[a-z]*"
_IMPOSSIBLE = Doubt(reason="verstaan.date.impossible")
_CENTURY_UNCLEAR = Doubt(reason="verstaan.date.century")
_MONTHS, _DAYS = 12, 31
_CENTURY = 100
# "38" may be 1938 or 2038; this many years ahead nobody means a coming year any more.
_YEARS_AHEAD = 15
_START, _END = r"(?<![0-9])", r"(?![0-9])"


def full_year(short: str, today: date) -> int | None:
    """Return the year that one, two or four figures stand for; None when it could be two."""
    year = int(short)
    if len(short) > 2:  # noqa: PLR2004 - "24" or "2024"
        return year
    this_century = today.year // _CENTURY * _CENTURY + year
    if this_century <= today.year:
        return this_century
    return this_century - _CENTURY if this_century - today.year >= _YEARS_AHEAD else None


class _Figures:
    """One text being rewritten; the first doubt is kept."""

    def __init__(self, text: str, today: date) -> None:
        self.text = text
        self.today = today
        self.doubt: Doubt | None = None

    def each(self, shape: str, make: Callable[[re.Match[str]], str | None]) -> None:
        """Replace what has this shape, unless it turns out to be something else."""
        self.text = re.sub(shape, lambda found: make(found) or found[0], self.text)

    def day(self, day: str, month: str, year: str | None) -> str | None:
        """Write one day in words; impossible figures are remembered as a doubt."""
        full = None if year is None else full_year(year, self.today)
        if year is not None and full is None:
            self.doubt = self.doubt or _CENTURY_UNCLEAR
            return None
        if int(month) > _MONTHS or int(month) == 0 or not 0 < int(day) <= _DAYS:
            self.doubt = self.doubt or _IMPOSSIBLE
            return None
        return f" {int(day)} m{int(month)} {full or ''} "

    def month(self, month: str, year: str) -> str | None:
        """Write a month in words; None when the figures are something else."""
        return f" m{int(month)} {year} " if 0 < int(month) <= _MONTHS else None


def figures(text: str, today: date) -> str | Doubt:
    """Return the text with every date in figures as "3 m5 2024"."""
    found = _Figures(text, today)
    _apart(found)
    found.each(
        rf"{_START}(?<![0-9][-/.])([12][0-9]{{3}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_END}",
        lambda m: found.day(m[4], m[3], m[1]),
    )
    found.each(
        rf"{_START}([0-9]{{1,2}}) ?([-/.]) ?([0-9]{{1,2}}) ?\2 ?'?([0-9]{{4}}|[0-9]{{2}}){_END}",
        lambda m: _day_month_year(found, m),
    )
    found.each(rf"{_START}([0-9]{{8}}|[0-9]{{6}}){_END}", lambda m: _unbroken(found, m[1]))
    found.each(
        r"^(?:op )?([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})$",
        lambda m: found.day(m[1], m[2], m[3]),
    )
    _months(found)
    _days(found)
    found.each(r"(?<=[a-z0-9])\.? ?'([0-9]{2})\b", lambda m: _short_year(found, m[1]))
    return found.text if found.doubt is None else found.doubt


def _apart(found: _Figures) -> None:
    """Separate figures and month names: "23-sep-2020", "2-okt", "dec/2018-mei/2019"."""
    found.each(
        rf"{_START}([0-9]{{1,2}})[-/.]({_MONTH_NAME})[-/.]'?([0-9]{{2,4}}){_END}",
        lambda m: f"{m[1]} {m[2]} {m[3]}",
    )
    found.each(
        rf"{_START}([0-9]{{1,2}})({_MONTH_NAME})'?([0-9]{{2}}){_END}",
        lambda m: f"{m[1]} {m[2]} {m[3]}",
    )
    found.each(rf"({_MONTH_NAME})([12][0-9]{{3}}){_END}", lambda m: f"{m[1]} {m[2]}")
    found.each(rf"{_START}([0-9]{{1,2}})[-/.]?({_MONTH_NAME})\b", lambda m: f"{m[1]} {m[2]}")
    found.each(rf"\b({_MONTH_NAME})[-/.]?([12][0-9]{{3}}){_END}", lambda m: f"{m[1]} {m[2]}")
    # A range of days beside a month: "19-20 november", "november 19-20", "feb tussen 2-7".
    found.each(
        rf"{_START}([0-9]{{1,2}}) ?[-/] ?([0-9]{{1,2}})(?= {_MONTH_NAME}\b)",
        lambda m: f"{m[1]} tot {m[2]}",
    )
    found.each(
        rf"\b((?:{_MONTH_NAME}|maand)(?: tussen| van)? )([0-9]{{1,2}})-([0-9]{{1,2}})\b(?!-)",
        lambda m: f"{m[1]}{m[2]} tot {m[3]}",
    )


def _day_month_year(found: _Figures, figure: re.Match[str]) -> str | None:
    day, separator, month, year = figure.groups()
    if separator == "/" and int(month) > _MONTHS >= int(day):
        day, month = month, day
    return found.day(day, month, year)


def _unbroken(found: _Figures, figure: str) -> str | None:
    """Read "14022025" and "140225"; figures that are no day stay as they are."""
    day, month, year = figure[:2], figure[2:4], figure[4:]
    if len(figure) == 8 and int(month) > _MONTHS:  # noqa: PLR2004 - "20250214"
        year, month, day = figure[:4], figure[4:6], figure[6:]
    return found.day(day, month, year)


def _months(found: _Figures) -> None:
    """Rewrite "11-2016", "2016 - 11", "q1-2017" and "h2-2019"."""
    found.each(r"\b[qk]([1-4])[-/ ]?((?:19|20)[0-9]{2})\b", lambda m: f" k{m[1]} {m[2]} ")
    found.each(r"\bh([12])[-/ ]?((?:19|20)[0-9]{2})\b", lambda m: f" o{m[1]} helft {m[2]} ")
    found.each(
        rf"(?<![0-9a-z] )(?<![0-9a-z-])([0-9]{{1,2}}) ?[-/] ?((?:19|20)[0-9]{{2}}){_END}",
        lambda m: found.month(m[1], m[2]),
    )
    found.each(
        rf"{_START}(?<![a-z] )((?:19|20)[0-9]{{2}}) ?[-/] ?([0-9]{{1,2}}){_END}(?! [a-z])",
        lambda m: found.month(m[2], m[1]),
    )


def _days(found: _Figures) -> None:
    """Rewrite "14/10", "22-04" and the American "4/22", which fits one reading only."""

    def written(figure: re.Match[str]) -> str | None:
        day, separator, month = figure.groups()
        if separator == "/" and int(month) > _MONTHS >= int(day):
            day, month = month, day
        return found.day(day, month, None)

    # "14/10-15/10": two ends, each with its own sign inside.
    found.each(r"(?<=[0-9]/[0-9])-|(?<=[0-9]/[0-9]{2})-(?=[0-9]{1,2}/)", lambda _: " tot ")
    found.each(
        rf"{_START}(?<![-/.])([0-9]{{1,2}})([-/.])([0-9]{{1,2}})(?![0-9/]|[-.][0-9])", written
    )


def _short_year(found: _Figures, short: str) -> str | None:
    year = full_year(short, found.today)
    if year is None:
        found.doubt = found.doubt or _CENTURY_UNCLEAR
    return f" {year} "
