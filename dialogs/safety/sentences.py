"""What was typed, as sentences of plain words: no capitals, accents, odd signs or slips."""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.safety.spelling import DISTINCT, MEANT

COMMA = ","
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'"})
# A full stop ends a sentence, not an abbreviation ("a.u.b.") nor a number ("1.250").
_ENDS = re.compile(r"[!?;:\n]+|(?<=\w\w)\.+(?=\s|$|[a-z]{2})|\.(?=\s|$)|\.{2,}")
_WORDS = re.compile(r"[a-z0-9]+(?:'[a-z]{1,2}\b)?|'[a-z]{1,2}\b|,")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_SHORTEST, _LONG = 7, 10

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
    """Mend a slip in a long word that weighs."""
    if len(word) < _SHORTEST or word in DISTINCT:
        return word
    slips = 2 if len(word) > _LONG else 1
    found = process.extractOne(word, DISTINCT, scorer=OSA.distance, score_cutoff=slips)
    return word if found is None or found[0][0] != word[0] else found[0]
