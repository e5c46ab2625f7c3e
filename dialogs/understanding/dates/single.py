"""One expression for a day or a stretch of days, with its year worked out and kept in the past."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dialogs.understanding import written
from dialogs.understanding.dates import spans
from dialogs.understanding.dates.anchored import Build, builds
from dialogs.understanding.dates.figures import full_year
from dialogs.understanding.dates.relative import relative
from dialogs.understanding.dates.spans import Span
from dialogs.understanding.reading import Doubt

FUTURE = Doubt(reason="verstaan.date.in_future")
IMPOSSIBLE = Doubt(reason="verstaan.date.impossible")
TWO_READINGS = Doubt(reason="verstaan.date.two_readings")
_TOO_LONG_AGO = Doubt(reason="verstaan.date.too_long_ago")
_STILL_RUNNING = Doubt(reason="verstaan.date.still_running")
_OLDEST = 120
_LEAP_SEARCH = 9
_YEAR = re.compile(r"(?:1[0-9]|20|21)[0-9]{2}")
_SPOKEN_YEAR = re.compile(r"(.*m[0-9]+) (19|20) (?:en )?([0-9]{1,2})")
_SHORT_YEAR = re.compile(r"(?P<day>o?[0-9]{1,2} m[0-9]+) (?P<year>[0-9]{2})")
_MONTH_AND_NUMBER = re.compile(r"m(?P<month>[0-9]+) (?P<number>[0-9]{1,2})")
_SHORT_YEAR_OF = re.compile(
    r"(?P<rest>(?:begin |half |eind )?(?:m[0-9]+|lente|zomer|herfst)) (?P<year>[0-9]{2})"
)
_YEARS_AGO = re.compile(r"(?P<before>.*?) ?(?<![0-9.])(?P<n>[0-9]+) jaar geleden ?(?P<after>.*)")
_UNITS = {"dag", "week", "maand", "jaar", "uur", "minuut", "kwartaal"}
_LAST_OF_DAYS = 31
# Less of a stretch than this has been: "deze maand" on the second says too little.
_LEAST_PAST = 0.3
Found = Span | Doubt | None


def single(tokens: Sequence[str], today: date, year: int | None = None) -> Found:
    """Return the past days that the canonical words mean; `year` holds when they name none."""
    found = located(tokens, today, year)
    return past(found, today) if isinstance(found, Span) else found


def located(tokens: Sequence[str], today: date, year: int | None = None) -> Found:
    """Return the days that the canonical words mean, in a coming year if they say so."""
    words = _in_context(" ".join(tokens), today)
    if isinstance(words, Doubt):
        return words
    words, named = _year_of(words, today)
    if isinstance(named, Doubt):
        return named
    return _without_weekday(words, today, named if named is not None else year)


def past(span: Span, today: date) -> Found:
    """Keep a stretch of days between living memory and today."""
    if span.low > today:
        return FUTURE
    if span.low.year < today.year - _OLDEST:
        return _TOO_LONG_AGO
    if span.high <= today:
        return span
    been = (today - span.low).days + 1
    if been / ((span.high - span.low).days + 1) < _LEAST_PAST:
        return _STILL_RUNNING
    best = span.best if span.best is not None and span.best <= today else None
    return Span(span.low, today, best)


def _in_context(words: str, today: date) -> str | Doubt:
    """Put "vorige maand" and "dit jaar" into a month and a year where something stands beside."""
    last_year, last_month = spans.months_later(today.year, today.month, -1)
    words = re.sub(r"\bvorig maand\b", f"m{last_month} {last_year}", words)
    words = re.sub(r"\bdit maand\b", f"m{today.month} {today.year}", words)
    words = re.sub(r"^(.+) (begin|half|eind)$", r"\2 \1", words)
    words = re.sub(r"^(begin |half |eind )?maand$", rf"\1m{today.month} {today.year}", words)
    words = re.sub(r"(?<=\w )afgelopen maand\b", f"m{last_month} {last_year}", words)
    words = re.sub(r"\bvorig jaar\b", str(today.year - 1), words)
    words = re.sub(r"\bdit jaar\b", str(today.year), words)
    words = re.sub(
        r"\bdit (?=[0-9]+ m[0-9]|m[0-9]|f_|lente|zomer|herfst|bouwvak|\w+vakantie)",
        f"{today.year} ",
        words,
    )
    words = re.sub(r"(?<=kwartaal) jaar$", "", words)
    if found := _YEARS_AGO.fullmatch(words):
        rest = f"{found['before']} {found['after']}".strip()
        if rest and not _UNITS & set(rest.split()) and int(found["n"]) <= _OLDEST:
            words = f"{rest} {today.year - int(found['n'])}"
    if re.fullmatch(r"(?:afgelopen|laatste) m[0-9]+", words):
        return _previous(words.split()[1], today)
    if re.fullmatch(r"vorig (?:m[0-9]+|lente|zomer|herfst|winter)", words):
        return _previous(words.removeprefix("vorig "), today)
    words = re.sub(
        r"\b(?:vorig|afgelopen|laatste) (?=f_|m[0-9]+$|lente|zomer|herfst|winter|[0-9]+ m[0-9])",
        "",
        words,
    )
    words = (
        re.sub(r"(?<=[0-9a-z]) jl$|^jl (?=[0-9])", "", words)
        if re.search(r"m[0-9]|f_", words)
        else words
    )
    return re.sub(r"\bjaar (?=[12][0-9]{3})", "", words)


def _previous(words: str, today: date) -> str | Doubt:
    """Read "vorige" or "afgelopen december": of last year, unless this year's has just been."""
    this = single([words], today, None)
    if isinstance(this, Span) and this.low.year == today.year and words != "winter":
        return TWO_READINGS
    return words


def _year_of(words: str, today: date) -> tuple[str, int | Doubt | None]:
    """Take the year out of the words, wherever it stands."""
    if found := _SPOKEN_YEAR.fullmatch(words):
        words = f"{found[1]} {found[2]}{int(found[3]):02d}"
    years = {word for word in words.split() if _YEAR.fullmatch(word)}
    if len(years) == 1:
        rest = " ".join(word for word in words.split() if word not in years)
        return rest, int(years.pop())
    if found := _SHORT_YEAR.fullmatch(words):
        full = full_year(found["year"], today)
        return found["day"], Doubt(reason="verstaan.date.century") if full is None else full
    if found := _SHORT_YEAR_OF.fullmatch(words):
        return _day_or_year(found["rest"], found["year"], words, today)
    return words, None


def _day_or_year(
    rest: str, number: str, words: str, today: date
) -> tuple[str, int | Doubt | None]:
    """Read "sept 21": a day or a year? Only one of both can be meant with "sept 99"."""
    full = full_year(number, today)
    can_be_day = rest.startswith("m") and 0 < int(number) <= _LAST_OF_DAYS
    can_be_year = (full is not None and not number.startswith("0")) or not can_be_day
    if can_be_day and can_be_year:
        return words, TWO_READINGS
    if can_be_day:
        return words, None
    return rest, Doubt(reason="verstaan.date.century") if full is None else full


def _without_weekday(words: str, today: date, year: int | None) -> Found:
    """Check a weekday that stands beside a date ("dinsdag 16 nov") against that date."""
    found = _plain(words, today, year)
    weekday = re.findall(r"\bw([0-6])\b", words)
    if found is not None or len(weekday) != 1:
        return found
    rest = re.sub(r"\s*\bw[0-6]\b(?: nacht)?\s*", " ", words).strip()
    if _MONTH_AND_NUMBER.fullmatch(rest) is None and not re.search(r"m[0-9]|f_", rest):
        return None
    found = _plain(rest, today, year)
    if not isinstance(found, Span):
        return found
    if not found.exact:
        days = [found.low + timedelta(days=n) for n in range((found.high - found.low).days + 1)]
        right = [day for day in days if day.weekday() == int(weekday[0])]
        return spans.one(right[0]) if len(right) == 1 else TWO_READINGS
    if found.low.weekday() == int(weekday[0]):
        return found
    params = {"waarde": written.day(found.low)}
    return Doubt(
        reason="verstaan.date.weekday_differs", proposal=found.low.isoformat(), params=params
    )


def _plain(words: str, today: date, year: int | None) -> Found:  # noqa: PLR0911 - a way of reading per return
    if year is None:
        found = relative(words, today)
        if found is not None:
            return found
    elif words in ("", "jaar"):
        return spans.whole_year(year)
    elif words in ("eind", "eind jaar") and year == today.year and today.month < spans.DECEMBER:
        return _STILL_RUNNING
    elif words in ("begin", "half", "eind", "begin jaar", "eind jaar", "half jaar"):
        return spans.part(words.split(maxsplit=1)[0], spans.whole_year(year))
    if year is None and re.fullmatch(r"(?:o[0-9]+|laatste) week", words):
        return TWO_READINGS
    if words == "winter":
        return _winter(today) if year is None else TWO_READINGS
    if year is None and words in ("begin jaar", "half jaar", "eind jaar"):
        return spans.part(words.split(maxsplit=1)[0], spans.whole_year(today.year))
    for build in builds(words):
        return _anchored(build, words, today, year)
    return None


def _anchored(build: Build, words: str, today: date, year: int | None) -> Found:
    if year is not None:
        return build(year) or IMPOSSIBLE
    for tried in range(today.year, today.year - _LEAP_SEARCH, -1):
        span = build(tried)
        if span is not None and span.low <= today:
            return span
        if span is not None and re.fullmatch(r"week [0-9]+", words):
            return FUTURE
    return IMPOSSIBLE


def _winter(today: date) -> Span:
    """Return the winter that is on, or the last one."""
    start = today.year if today.month == spans.DECEMBER else today.year - 1
    return Span(date(start, 12, 1), date(start + 1, 3, 20))
