"""Days and stretches of days, always in the past."""

from datetime import date

from dialogs.understanding import written
from dialogs.understanding.dates.grammar import span
from dialogs.understanding.dates.spans import Span
from dialogs.understanding.reading import Doubt, Reading

__all__ = ["day", "span"]
_NOT_UNDERSTOOD = Doubt(reason="verstaan.date.not_understood")


def day(text: str, today: date) -> Reading:
    """Return the day, or the days between which it lies, that the plain text tells."""
    found = span(text, today) or _NOT_UNDERSTOOD
    return found.reading() if isinstance(found, Doubt) else _reading(found)


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
