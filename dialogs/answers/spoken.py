"""Comparing typed words: capitals, accents and punctuation do not matter."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


def plain(text: str) -> str:
    """Return the words alone: lower case, no accents, no punctuation, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = (mark if mark.isalnum() else " " for mark in decomposed if not _accent(mark))
    return " ".join("".join(letters).split())


def among(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text is the same as one of these words of ours."""
    said = plain(text)
    return any(said == _of_ours(word) for word in words)


@lru_cache(maxsize=4096)
def _of_ours(word: str) -> str:
    return plain(word)


def _accent(mark: str) -> bool:
    return unicodedata.combining(mark) != 0
