"""Dutch answers, read with care: a value, a range, or a question back."""

import re
from collections.abc import Callable
from datetime import date

from dialogs.understanding import counts, dates, durations, money, percents, words, yesno
from dialogs.understanding.reading import UNKNOWN, Doubt, Reading

__all__ = ["Reading", "readback_key", "understand"]

_READERS: dict[str, Callable[[str, date], Reading]] = {
    "date": dates.day,
    "money": lambda text, _: money.money(text),
    "duration": durations.duration,
    "number": lambda text, _: counts.number(text),
    "percent": lambda text, _: percents.percent(text),
    "yesno": lambda text, _: yesno.yesno(text),
}
_READBACKS = {
    "date": "verstaan.date.readback",
    "money": "verstaan.money.readback",
    "duration": "verstaan.duration.readback",
    "number": "verstaan.number.readback",
    "percent": "verstaan.percent.readback",
    "yesno": "verstaan.yesno.readback",
}
_EMPTY = Doubt(reason="verstaan.empty")
_ENDLESS = Doubt(reason="verstaan.number.unclear")
# No amount, day or count has so many figures; sums with them would lose some.
_ENDLESS_NUMBER = re.compile(r"[0-9]{16}|[0-9.,]{25}")


def understand(kind: str, text: str, today: date) -> Reading:
    """Return what a typed answer means.

    Args:
        kind: `date`, `money`, `duration`, `number`, `percent` or `yesno`.
        text: The answer as typed; only its first 300 characters are looked at.
        today: The day on which it was typed.

    Returns:
        A reading for any text whatsoever. When in doubt it asks.
    """
    plain = words.plain(text)
    if not plain:
        return _EMPTY.reading()
    if _ENDLESS_NUMBER.search(plain):
        return _ENDLESS.reading()
    unknown, said = words.without_unknown(plain)
    if unknown and not said:
        return UNKNOWN
    if not unknown and (kind == "yesno" or not said.endswith("?")):
        return _READERS[kind](said, today)
    # "Weet niet precies, rond kerst": what is said after all is taken as a guess.
    guess = _READERS[kind](f"ongeveer {said.rstrip('? ')}", today)
    return UNKNOWN if unknown and guess.status == "ask" else guess


def readback_key(kind: str, reading: Reading) -> str:
    """Return the key of the sentence that says how an answer was read; `params` fill it."""
    if reading.status == "unknown":
        return "verstaan.unknown"
    if reading.reason is not None:
        return reading.reason
    return (
        "verstaan.duration.so_far"
        if reading.value is None and _is_open(reading)
        else _READBACKS[kind]
    )


def _is_open(reading: Reading) -> bool:
    return reading.ongoing and reading.low is None and reading.high is None
