"""Days and stretches of days, always in the past."""

import re
from datetime import date

from dialogs.understanding import numerals, written
from dialogs.understanding.dates.grammar import span
from dialogs.understanding.dates.spans import Span
from dialogs.understanding.reading import Doubt, Reading

__all__ = ["day", "span"]
_NOT_UNDERSTOOD = Doubt(reason="verstaan.date.not_understood")
_AN_AGE = Doubt(reason="verstaan.date.an_age")
_AGE = re.compile(
    r"(?!dat\b|dit\b|het\b)(?:\w+ )*(?:ben|is|was|werd|word|wordt)"
    r"(?: nu| al| net| pas| bijna)* [0-9]{1,3}(?: jaar)?"
    r"(?: oud| jong)?|[0-9]{1,3} jaar (?:oud|jong)"
)


def day(text: str, today: date) -> Reading:
    """Return the day, or the days between which it lies, that the plain text tells."""
    found = span(text, today) or (_AN_AGE if _tells_age(text) else _NOT_UNDERSTOOD)
    return found.reading() if isinstance(found, Doubt) else _reading(found)


def _tells_age(text: str) -> bool:
    """Tell whether an age is typed in place of a day; no day is made of it."""
    return _AGE.fullmatch(numerals.words_in_digits(text).strip(" .!")) is not None


def _reading(found: Span) -> Reading:
    value = found.middle.isoformat()
    if found.exact:
        params = {"waarde": written.day(found.low), "van": "", "tot": ""}
        return Reading(status="ok", value=value, params=params)
    return Reading(
        status="approximate",
        value=value,
        low=found.low.isoformat(),
        high=found.high.isoformat(),
        params={
            "waarde": written.day(value),
            "van": written.day(found.low),
            "tot": written.day(found.high),
        },
    )
