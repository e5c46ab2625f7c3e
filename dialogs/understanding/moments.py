"""The day that a longer message tells of; none when there may be two or it may be another's."""

import re
from datetime import date, timedelta

from dialogs.understanding import understand
from dialogs.understanding.reading import Reading

_MOST_WORDS = 5
# A longer stretch ("in 2019", "vorig jaar") is too easily about something else.
_LONGEST = timedelta(days=31)
# Not days of their own in a story: "nu doet het pijn", "net voor de stoep".
_LOOSE = frozenset({"nu", "net", "vandaag", "vannacht", "straks", "laatst", "zoon"})
# "Hij zat", "vrij hard": too short to be the day that they also are.
_SHORT_DAYS = frozenset(
    {"ma", "maan", "di", "dins", "wo", "woe", "do", "don", "vr", "vrij", "za", "zat", "zo", "zon"}
)
# One word is a day when it is written out: "jan" is a name, "1.5" a size, "weekend" any one.
_ALONE = re.compile(
    r"(?!weekend|maand|kwartaal)[a-z]{5,}|mei|juni|juli|[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4}"
)
# Beside these words a day is not the day of what happened.
_ELSEWHERE = re.compile(
    r"\b(?:geboren|dokter|huisarts|arts|operatie|geopereerd|behandeld|controle|ontslagen|"
    r"overleden|overleed|gestorven)\b"
)
# A day that follows closely on one of these is another one, or only one end.
_DENIED = {"niet", "geen", "nooit", "of", "elke", "elk", "iedere", "ieder"}
_BEFORE = _DENIED | {"na", "voor", "tot", "tussen", "sinds", "vanaf", "over"}
_NEAR = 2


def moment(sentences: tuple[str, ...], today: date) -> Reading | None:
    """Return the one day, or the few days, that these sentences tell of."""
    found = [reading for sentence in sentences for reading in _days(sentence, today)]
    days = {(reading.value, reading.low, reading.high) for reading in found}
    return found[0] if len(days) == 1 else None


def _days(sentence: str, today: date) -> list[Reading]:
    """Return every day in the sentence, each from the most words that tell it."""
    if _ELSEWHERE.search(sentence):
        return []
    tokens, at, found = sentence.split(), 0, []
    while at < len(tokens):
        taken, reading = _longest(tokens[at : at + _MOST_WORDS], today)
        if reading is not None and not _BEFORE & {*tokens[max(at - _NEAR, 0) : at]}:
            found.append(reading)
        at += max(taken, 1)
    return found


def _longest(window: list[str], today: date) -> tuple[int, Reading | None]:
    """Return how many of the words tell a day, and that day."""
    for size in range(len(window), 0, -1):
        words = window[:size]
        reading = _certain(words, today)
        if reading is not None:
            return (size, reading) if _is_written_out(words, reading, today) else (1, None)
    return 0, None


def _certain(words: list[str], today: date) -> Reading | None:
    if not words or (_LOOSE | _SHORT_DAYS) & set(words):
        return None
    reading = understand("date", " ".join(words), today)
    return reading if _is_certain(reading) else None


def _is_written_out(words: list[str], reading: Reading, today: date) -> bool:
    """Tell whether the fewest words that tell the day are enough to be sure of it."""
    while _certain(words[1:], today) == reading:
        words = words[1:]
    while _certain(words[:-1], today) == reading:
        words = words[:-1]
    return len(words) > 1 or _ALONE.fullmatch(words[0]) is not None


def _is_certain(reading: Reading) -> bool:
    if reading.status == "ok":
        return True
    low, high = reading.low, reading.high
    if reading.status != "approximate" or not isinstance(low, str) or not isinstance(high, str):
        return False
    return date.fromisoformat(high) - date.fromisoformat(low) <= _LONGEST
