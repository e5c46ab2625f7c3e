"""The shapes that every quantity can have: one value, about, at least, at most, a range."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from dialogs.understanding.reading import Doubt

# What reads one value, with or without its unit.
Atom = Callable[[str], "Decimal | Doubt | None"]

_AT_LEAST = re.compile(
    r"(?:(?:op zijn|op z'n) minst|ten ?minste|minstens|minimaal|minimum(?: van)?|meer dan|"
    r"(?:langer|groter|hoger) dan|boven(?: de)?|zeker|vanaf|niet minder dan)\b\s*"
)
_AT_MOST = re.compile(
    r"(?:(?:op zijn|op z'n) (?:hoogst|meest)|ten hoogste|hoogstens|hooguit|maximaal|"
    r"maximum(?: van)?|"
    r"max|niet meer dan|niet langer dan|(?:korter|lager|kleiner|minder) dan|onder(?: de)?|"
    r"tot(?: en met| maximaal)?|nog geen)\b\.?\s*"
)
_MORE = re.compile(
    r"(?:iets meer dan|iets langer dan|ruim|dik|goed|(?:een )?(?:dikke|goeie|goede|flinke))\b\s*"
)
_LESS = re.compile(
    r"(?:bijna|haast|net geen|iets minder dan|krap|(?:een )?kleine|tegen de|richting(?: de)?)\b\s*"
)
ABOUT = re.compile(
    r"\b(?:(?:zo )?ongeveer|ong|circa|ca|plm|plusminus|plus minus|(?:zo )?rond(?: de| 'n| een)?|"
    r"zo'?n(?: beetje)?|"
    r"om en nabij(?: de)?|pak '?m beet|pakweg|naar schatting|geschat|grofweg|gemiddeld|misschien|"
    r"denk ik|ik denk|denk|dacht ik|volgens mij|ofzo|of zo|of zoiets|zoiets als|zoiets|schat ik|"
    r"(?:ik )?schat|schatting|iets van|iets(?= [0-9])|iets rond|rondom|omstreeks|waarschijnlijk|"
    r"vermoedelijk|gok ik|gok|ik gok)\b\.?|"
    r"\+/-|\+-|~"
)
_OR_MORE = re.compile(r"\s*(?:of (?:iets )?(?:meer|langer)|minimaal|minimum|\+)$")
_OR_LESS = re.compile(r"\s*(?:of (?:iets )?(?:minder|korter)|maximaal|maximum|max)$")
_RANGE = re.compile(
    r"(?:(?P<between>tussen|van|vanaf)\s+)?(?:de )?(?P<low>.+?)\s*"
    r"(?:(?P<joint>\b(?:a|tot(?: en met)?|t/m|tm|en|of)\b|[-/])\s*)(?:de )?(?P<high>.+)"
)
# "Twee drie weken": the next number after the first.
_NEXT = re.compile(r"([1-9]|1[0-9]) ([1-9]|1[0-9]|20)(?= [a-z]|$)")
_AGAINST = re.compile(r"\btegen (?:de )?(.+?) aan\b")
_LEADING = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(.*)")
_FAR_APART, _SMALL, _FRACTION = 15, 20, 10


class Amount(NamedTuple):
    """What was said: a value, a range, or one end of it."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def amount(text: str, atom: Atom, *, width: Decimal) -> Amount | Doubt | None:
    """Read a quantity.

    Args:
        text: Plain text with the numbers in digits.
        atom: Reads one value.
        width: How far "about" reaches to both sides, as a share of the value.

    Returns:
        What was said, a doubt, or None when it is no quantity.
    """
    text = _NEXT.sub(_or_next, _tidy(_AGAINST.sub(r"bijna \1", text)))
    sure = _tidy(ABOUT.sub(" ", text))
    about = sure != text
    found = _ended(sure, atom)
    if found is None:
        found = _range(sure, atom)
    if found is not None:
        return found
    value = atom(sure)
    if isinstance(value, Decimal):
        return _spread(value, width) if about else Amount(value)
    return value


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:!")


def _or_next(found: re.Match[str]) -> str:
    return f"{found[1]} a {found[2]}" if int(found[2]) == int(found[1]) + 1 else found[0]


def _spread(value: Decimal, width: Decimal) -> Amount:
    return Amount(value, value * (1 - width), value * (1 + width))


def _ended(text: str, atom: Atom) -> Amount | Doubt | None:
    """Read what is known from one side only, or leans to one side."""
    for shape, make in (
        (_MORE, lambda x: Amount(x, x, x * Decimal("1.2"))),
        (_LESS, lambda x: Amount(x, x * Decimal("0.8"), x)),
        (_AT_LEAST, lambda x: Amount(low=x)),
        (_AT_MOST, lambda x: Amount(low=Decimal(0), high=x)),
    ):
        start = shape.match(text)
        if start is not None and start.end() < len(text):
            return _made(atom(text[start.end() :].removeprefix("de ")), make)
    for end, make in (
        (_OR_MORE, lambda x: Amount(low=x)),
        (_OR_LESS, lambda x: Amount(low=Decimal(0), high=x)),
    ):
        found = end.search(text)
        if found is not None and found.start() > 0:
            return _made(atom(text[: found.start()]), make)
    return None


def _made(
    value: Decimal | Doubt | None, make: Callable[[Decimal], Amount]
) -> Amount | Doubt | None:
    return make(value) if isinstance(value, Decimal) else value


def _range(text: str, atom: Atom) -> Amount | Doubt | None:
    """Read "500 tot 600 euro": the first end takes the unit of the second."""
    found = _RANGE.fullmatch(text)
    if found is None or (found["joint"] == "en" and found["between"] != "tussen"):
        return None
    high = atom(found["high"])
    low = atom(found["low"])
    number = _LEADING.fullmatch(found["high"])
    if not isinstance(low, Decimal) and number is not None:
        low = atom(f"{found['low']} {number[2]}")
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return low if isinstance(low, Doubt) else high if isinstance(high, Doubt) else None
    if found["joint"] == "/" and high < _FRACTION and not re.search("[a-z]", text):
        return Doubt(reason="verstaan.number.range_unclear")
    if low < _SMALL and high >= low * _FAR_APART and found["between"] is None and low > 0:
        # "5 a 600": five, or five hundred?
        return Doubt(reason="verstaan.number.range_unclear")
    if low > high:
        return Doubt(reason="verstaan.number.range_turned")
    return Amount(low, low, high) if low == high else Amount((low + high) / 2, low, high)
