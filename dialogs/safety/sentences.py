"""What was typed, as sentences of plain words: no capitals, accents, odd signs or slips."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.safety.spelling import DISTINCT, MEANT, SHORTER

COMMA = ","
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'"})
# A full stop ends a sentence, not an abbreviation ("a.u.b.") nor a number ("1.250").
_ENDS = re.compile(r"[!?;:\n]+|(?<=\w\w)\.+(?=\s|$|[a-z]{2})|\.(?=\s|$)|\.{2,}")
_WORDS = re.compile(r"[a-z0-9]+(?:'[a-z]{1,2}\b)?|'[a-z]{1,2}\b|,")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_SHORT, _SHORTEST, _LONG = 5, 7, 10

Sentence = tuple[str, ...]


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the words of each sentence; a comma is a word of its own."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_QUOTES).casefold())
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    plain = _STRETCHED.sub(r"\1\1", plain)
    parts = (_WORDS.findall(part) for part in _ENDS.split(plain))
    return tuple(tuple(_written_out(part)) for part in parts if part)


def _written_out(words: list[str]) -> Iterator[str]:
    for word in words:
        yield from (_mended(one) for one in MEANT.get(word, word).split())


def _mended(word: str) -> str:
    """Mend a slip in a word that weighs; the shorter it is, the fewer slips are mended."""
    if len(word) < _SHORT or word in DISTINCT or word in SHORTER:
        return word
    for weighty in SHORTER:
        if _slipped(word, weighty):
            return weighty
    if len(word) < _SHORTEST:
        return word
    slips = 2 if len(word) > _LONG else 1
    found = process.extractOne(word, DISTINCT, scorer=OSA.distance, score_cutoff=slips)
    return word if found is None or found[0][0] != word[0] else found[0]


def _slipped(word: str, weighty: str) -> bool:
    """Tell whether one letter was swapped with the next, doubled or left out inside a word.

    Another letter, or one more or less at the end, often makes another ordinary word.
    """
    if word[0] != weighty[0] or word[-1] != weighty[-1] or abs(len(word) - len(weighty)) > 1:
        return False
    if OSA.distance(word, weighty, score_cutoff=1) > 1:
        return False
    if len(word) == len(weighty):
        return sorted(word) == sorted(weighty)
    return len(word) < len(weighty) or any(a == b for a, b in pairwise(word))
