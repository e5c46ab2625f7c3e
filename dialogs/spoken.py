"""Comparing typed words: capitals, accents and punctuation do not matter."""

import unicodedata


def plain(text: str) -> str:
    """Return the words alone: lower case, no accents, no punctuation, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = (mark if mark.isalnum() else " " for mark in decomposed if not _accent(mark))
    return " ".join("".join(letters).split())


def same_words(text: str, words: str) -> bool:
    """Tell whether two texts are the same words."""
    return plain(text) == plain(words)


def _accent(mark: str) -> bool:
    return unicodedata.combining(mark) != 0
