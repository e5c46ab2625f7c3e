"""From plain text to days: one expression, two ends, or a day seen from another."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from dialogs.understanding import labels, numerals
from dialogs.understanding.dates import lexicon, spans
from dialogs.understanding.dates.relative import before
from dialogs.understanding.dates.rewrites import about
from dialogs.understanding.dates.single import FUTURE, TWO_READINGS, Found, located, past, single
from dialogs.understanding.dates.spans import Span
from dialogs.understanding.reading import Doubt

_OWN_DAY = Doubt(reason="verstaan.date.own_day")
_TURNED = Doubt(reason="verstaan.date.turned")
_PERSONAL = re.compile(r"\b(?:verjaardag|trouwdag|jubileum|geboortedag|bruiloft)\b")
_IN_A_WHILE = re.compile(
    r"\b(?:in|over|binnen) (?P<n>een|half|[0-9]+|[a-z]+) ?(?:dag|dagen|week|weken|"
    r"maand|maanden|jaar|jaren|wkn|mnd)\b(?! (?:geleden|terug))"
)
_TO_COME = {"volgend", "morgen", "overmorgen", "straks"}
_OFFSET = re.compile(
    r"(?:(?P<n>[0-9]+(?:\.[0-9]+)?) )?(?P<unit>dag|week|maand|jaar) (?P<side>voor|na) (?P<rest>.+)"
)
_CLOSE = re.compile(r"vlak (?P<side>voor|na) (?P<rest>.+)")
# Beside these words a date is not the day that was asked for.
_UNSAFE = re.compile(
    r"\b(?:niet|geen|nooit|behalve|of|na|voor|tot|tussen|ma|di|wo|do|vr|za|zo|as|net|"
    r"nu|min|u|start|"
    r"begint|begon|over|ieder|iedere|elke|eerst|later|daarna|erna|ervoor|daarvoor|ooit|"
    r"sinds|maar|eerder|geboren|dokter|huisarts|operatie|meer|minder|langer|korter|"
    r"dan)\b"
)
_TURNING = {"vorig", "afgelopen", "dit", "laatste"}
_UNIT_WORDS = {"dag", "week", "maand", "jaar", "uur", "minuut", "kwartaal", "weekend"}
_TWO_PERIODS = re.compile(
    r"((?:begin |half |eind )?m[0-9]+) ((?:begin |half |eind )?m[0-9]+(?: [12][0-9]{3})?)"
)
_ROUGHLY = re.compile(r"(?P<side>ruim|bijna|hooguit) (?P<rest>.+ geleden)")
_NEAR, _WIDER, _A_WEEK, _TWO_WEEKS, _A_MONTH = 3, 10, 7, 14, 31
_LARGEST_GAP = 31
_SOON = 366
# "Two weeks before": how far to both sides that may reach.
_REACH = {"dag": 1, "week": 2, "maand": 15, "jaar": 30}
_KNOWN = re.compile(
    r"[0-9.]+|[okmw][0-9]+|f_\w+|vorig|afgelopen|jl|laatste|dit|volgend|straks|dag|"
    r"week|maand|jaar|kwartaal|"
    r"weekend|uur|minuut|geleden|vandaag|vannacht|gisteren|eergisteren|eereergisteren|"
    r"morgen|overmorgen|begin|half|"
    r"eind|helft|lente|zomer|herfst|winter|ruim|bijna|hooguit|\w+vakantie|bouwvak|"
    r"tussen|tot|en|of|na|"
    r"voor|vlak|over|rond|nacht|paar|aanvangt|zekere"
)


def span(text: str, today: date) -> Found:
    """Return the days that the plain text means, none of them after today."""
    try:
        return _span(text, today)
    except (OverflowError, ValueError):
        # The calendar has a first and a last day, and near them a reading may lie outside it.
        return None


def _span(text: str, today: date) -> Found:
    if _PERSONAL.search(text):
        return _OWN_DAY
    if (found := _IN_A_WHILE.search(text)) and _counts(found["n"]):
        return FUTURE
    tokens = lexicon.tokens(text, today)
    if isinstance(tokens, Doubt):
        return tokens
    result = _expression(tokens, today)
    if result is None and not _UNSAFE.search(text):
        kept = _without_story(tokens)
        result = None if labels.beside_date(text, kept) else _expression(kept, today)
    vague = isinstance(result, Span) and (result.exact or result.best is not None)
    if isinstance(result, Span) and vague and about(text):
        return _wider(result, today)
    return result


def _without_story(tokens: Sequence[str]) -> list[str]:
    """Leave out the words around a date; nothing is left when one of them may matter."""
    kept = [word for word in tokens if _KNOWN.fullmatch(word)]
    if lexicon.UNCLEAR in tokens or any(
        re.search(r"[0-9]", word) for word in tokens if word not in kept
    ):
        return []
    dated = any(re.fullmatch(r"m[0-9]+|w[0-6]", word) for word in kept)
    if not dated and any(re.fullmatch(r"o[0-9]+", word) for word in kept):
        return []
    for before_it, word in zip(["", *kept], kept, strict=False):
        if word in _UNIT_WORDS and before_it not in _TURNING and "geleden" not in kept:
            return []
    return kept


def _counts(word: str) -> bool:
    return word in ("een", "half") or word.isdecimal() or numerals.numeral(word) is not None


def _expression(tokens: Sequence[str], today: date) -> Found:  # noqa: PLR0911 - a way of reading per return
    words = " ".join(tokens)
    if not words:
        return None
    between = _ends(tokens, today)
    if between is not None:
        return between
    if _TO_COME & set(tokens) or tokens[0] == "over" or re.search(r"\bover [0-9]", words):
        return FUTURE
    if found := _TWO_PERIODS.fullmatch(words):
        return _expression([*found[1].split(), "of", *found[2].split()], today)
    if found := _ROUGHLY.fullmatch(words):
        return _roughly(found, today)
    if found := _OFFSET.fullmatch(words):
        return _offset(found, today)
    if found := _CLOSE.fullmatch(words):
        return _close(found, today)
    if "rond" in tokens:
        inner = single([word for word in tokens if word != "rond"], today)
        return _wider(inner, today) if isinstance(inner, Span) else inner
    return single(tokens, today)


def _wider(found: Span, today: date) -> Found:
    """Return some days to both sides: a few around a day, more around a month."""
    length = (found.high - found.low).days
    if length > _A_MONTH:
        return found
    reach = timedelta(days=_NEAR if length < _TWO_WEEKS or found.best is not None else _WIDER)
    high = min(found.high + reach, today)
    return Span(found.low - reach, high, found.middle)


def _roughly(found: re.Match[str], today: date) -> Found:
    """Read "ruim een jaar geleden": up to a fifth more, and "bijna": up to a fifth less."""
    inner = single(found["rest"].split(), today)
    if not isinstance(inner, Span):
        return inner
    day = inner.middle
    fifth = timedelta(days=max(1, (today - day).days // 5))
    if found["side"] == "hooguit":
        return Span(day, today)
    return Span(day - fifth, day, day) if found["side"] == "ruim" else Span(day, day + fifth, day)


def _offset(found: re.Match[str], today: date) -> Found:
    """Read "3 dagen voor kerst" and "de week na pasen"."""
    anchor = _expression(found["rest"].split(), today)
    if anchor == FUTURE or not isinstance(anchor, Span):
        return anchor if isinstance(anchor, Doubt) else None
    count = Decimal(found["n"] or 1)
    day = anchor.low if found["side"] == "voor" else anchor.high
    moved = before(day, count, found["unit"])
    if moved is None:
        return None
    if found["side"] == "na":
        moved = day + (day - moved)
    if found["unit"] == "dag" and anchor.exact:
        return past(spans.one(moved), today)
    if found["n"]:
        reach = _REACH[found["unit"]]
        return past(spans.around(moved, reach), today)
    return past(Span(min(day, moved), max(day, moved), None), today)


def _close(found: re.Match[str], today: date) -> Found:
    anchor = _expression(found["rest"].split(), today)
    if not isinstance(anchor, Span):
        return anchor
    week = timedelta(days=_A_WEEK)
    if found["side"] == "voor":
        return Span(anchor.low - week, anchor.low)
    return past(Span(anchor.high, anchor.high + week), today)


def _ends(tokens: Sequence[str], today: date) -> Found:
    """Read two ends: "van 2 tot 5 aug 2025", "mei of juni 2023", "tussen 2 en 7 feb"."""
    tokens = _between_first(tokens)
    joint = next((joint for joint in ("tot", "en", "of") if _joins(joint, tokens)), None)
    if joint is None or "geleden" in tokens:
        return None
    tokens = [word for word in tokens if word != "tussen"]
    place = tokens.index(joint)
    left, right = list(tokens[:place]), list(tokens[place + 1 :])
    if not left or not right or joint in right:
        return None
    if joint == "of" and _is_relative(left) and _is_relative(right):
        return _one_or_other(left, right, today)
    found = _hull(_completed(left, right), _completed(right, left), today)
    if joint == "of" and isinstance(found, Span):
        return _either(left, right, found, today)
    return found


def _joins(joint: str, tokens: Sequence[str]) -> bool:
    return joint in tokens and (joint != "en" or "tussen" in tokens)


def _between_first(tokens: Sequence[str]) -> Sequence[str]:
    """Move what stands before "tussen" to the end: "in feb tussen 2 en 7"."""
    if "tussen" not in tokens:
        return tokens
    place = tokens.index("tussen")
    return [*tokens[place:], *tokens[:place]]


def _completed(side: Sequence[str], other: Sequence[str]) -> list[str]:
    """Give a bare day the month (and year) of the other end: "19 tot 20 november"."""
    bare = re.fullmatch(r"(?:w[0-6] )?(o?[0-9]{1,2})", " ".join(side))
    if bare is None:
        return list(side)
    months = [word for word in other if re.fullmatch(r"m[0-9]+", word)]
    period = re.search(r"\b(?:dit|vorig) maand\b", " ".join(other))
    if period is not None:
        return [*side, *period[0].split()]
    return [*side, *months[:1], *(word for word in other if re.fullmatch(r"[12][0-9]{3}", word))]


def _hull(left: list[str], right: list[str], today: date) -> Found:
    first_year, last_year = _year(left), _year(right)
    if left in (["vandaag"], ["morgen"]):
        return FUTURE
    end = _end(right, today, first_year)
    if not isinstance(end, Span):
        return end
    year = last_year or (None if _is_relative(left) else end.low.year)
    start = located(left, today, year)
    if isinstance(start, Span) and start.low > end.high and first_year is None:
        start = located(left, today, start.low.year - 1)
    if not isinstance(start, Span):
        return start
    if start.low > end.high:
        return _TURNED
    rolled = last_year is None and first_year is None and not _is_relative(right)
    if rolled and end.high.year < today.year and _this_year_fits(left, right, today):
        return TWO_READINGS
    return past(Span(start.low, end.high), today)


def _end(right: list[str], today: date, first_year: int | None) -> Found:
    """Return the second end; one that is still to come, but not for long, is kept."""
    if right == ["morgen"]:
        return spans.one(today + spans.ONE_DAY)
    if _TO_COME & set(right):
        return FUTURE
    end: Found = None
    if first_year is not None and _year(right) is None and not _is_relative(right):
        end = located(right, today, first_year)
    end = located(right, today) if end is None else end
    if isinstance(end, Span) and (end.low - today).days > _SOON:
        return FUTURE
    return end


def _this_year_fits(left: list[str], right: list[str], today: date) -> bool:
    """Tell whether the stretch could be on right now, with its end still to come."""
    start, end = single(left, today, today.year), single(right, today, today.year)
    return isinstance(start, Span) and end == FUTURE


def _one_or_other(left: list[str], right: list[str], today: date) -> Found:
    """Read "gisteren of eergisteren", in either order."""
    period = right[: right.index("week") + 1] if "week" in right else []
    one, other = _expression(left, today), _expression(right, today)
    if not isinstance(one, Span) or not isinstance(other, Span) or period:
        return one if isinstance(one, Doubt) else TWO_READINGS
    both = spans.hull(one, other)
    if both == spans.hull(spans.whole_year(both.low.year), spans.whole_year(both.low.year + 1)):
        # "2021 of 2022"
        return both
    return both if (both.high - both.low).days <= _LARGEST_GAP else TWO_READINGS


def _either(left: list[str], right: list[str], found: Span, today: date) -> Found:
    """Take "mei of juni" together; two that lie apart are two readings."""
    one, other = (_expression(_completed(*pair), today) for pair in ((left, right), (right, left)))
    if isinstance(one, Span) and isinstance(other, Span):
        gap = min(abs((other.low - one.high).days), abs((one.low - other.high).days))
        if gap > _LARGEST_GAP:
            apart = (found.high - found.low).days > _LARGEST_GAP * 3
            return TWO_READINGS if apart else found
    return found


def _year(words: Sequence[str]) -> int | None:
    years = [int(word) for word in words if re.fullmatch(r"[12][0-9]{3}", word)]
    return years[0] if len(years) == 1 else None


def _is_relative(words: Sequence[str]) -> bool:
    text = " ".join(words)
    return re.search(r"m[0-9]|f_|lente|zomer|herfst|k[1-4]|week [0-9]", text) is None
