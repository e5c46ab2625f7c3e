"""Ages in years, where a question asks on which side of a birthday somebody was."""

import re
from datetime import date
from decimal import Decimal

from dialogs.understanding import numerals, understand, words

# One number in a sentence, and nothing that makes it more or less than that age.
_ONE = re.compile(r"[^0-9]*\b(?P<age>[0-9]{1,3})(?: ?(?:jaar|jaren|jr|j))?\b[^0-9]*")
_NO_AGE = re.compile(
    r"\b(?:jonger|ouder|onder|boven|tot|vanaf|bijna|ruim|net|niet|geen|meer|minder|of|en|plus|"
    r"dag|dagen|week|weken|maand|maanden|mnd)\b"
)


def ages(text: str, today: date) -> tuple[Decimal, Decimal] | None:
    """Return the youngest and the oldest age that is meant; None when no age is told."""
    reading = understand("number", text, today)
    if reading.value is not None and reading.status in ("ok", "approximate"):
        return (
            Decimal(reading.value if reading.low is None else reading.low),
            Decimal(reading.value if reading.high is None else reading.high),
        )
    said = numerals.words_in_digits(words.plain(text))
    found = None if _NO_AGE.search(said) else _ONE.fullmatch(said)
    return None if found is None else (Decimal(found["age"]), Decimal(found["age"]))
