r"""A small grammar of phrases, so that a list of what people say can be read as such.

One phrase a line. A word stands for itself, and then:

    a|b     either word                    ?a      the word, or nothing
    a*      any word that begins so        ..      up to three other words
    <name>  a word of that class           ..5     up to five other words
    $       the end of the sentence, a comma, or a word that begins a new clause; also in a|$
    ^       the beginning of the sentence
    a & b   all of them, in whatever order, no further apart than ten words

A phrase never crosses from one sentence into the next. Commas between its words do not matter.
The work is bounded: no repetition without an end, and a first word chooses the few phrases to try.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dialogs.safety.sentences import COMMA

_GAP, _USUAL_GAP = re.compile(r"\.\.(\d*)"), 3
_CLASS = re.compile(r"<(\w+)>")
_TURNS = frozenset(
    {COMMA, "en", "dus", "maar", "want", "of", "hoor", "aub", "alsjeblieft", "alstublieft"}
)
_END, _BOTH = "$", "&"
_REACH = 10


class Span(NamedTuple):
    """Where a phrase stands in a sentence: from its first word to after its last."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Tell whether the two share a word."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class _Word:
    words: frozenset[str]
    starts: tuple[str, ...]
    optional: bool
    # The end of the clause will do as well.
    or_end: bool

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.starts) and word.startswith(self.starts))


@dataclass(frozen=True)
class _Gap:
    most: int


class _Ending:
    """The `$` of a phrase."""


class _Opening:
    """The `^` of a phrase."""


_Part = _Word | _Gap | _Ending | _Opening
_Phrase = tuple[_Part, ...]


@dataclass(frozen=True)
class _Together:
    """Words that stand close to each other, the rarest first."""

    words: tuple[_Word, ...]

    def around(self, sentence: Sequence[str], here: int) -> Span | None:
        """Return where they stand around the first of them, when they do."""
        first, last = max(0, here - _REACH), min(len(sentence), here + _REACH + 1)
        places = [here]
        for word in self.words[1:]:
            found = [place for place in range(first, last) if word.fits(sentence[place])]
            if not found:
                return None
            places.append(min(found, key=lambda place: abs(place - here)))
        near = max(places) - min(places) <= _REACH
        return Span(min(places), max(places) + 1) if near else None


class Phrases:
    """A list of phrases, ready to be looked for."""

    def __init__(self, written: str, classes: Mapping[str, str] | None = None) -> None:
        """Read the phrases, one a line; an empty line or one with # is for the reader."""
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_start: dict[str, list[_Phrase]] = {}
        self._together: dict[str, list[_Together]] = {}
        for line in written.splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                self._read(line, classes or {})
        self._lengths = sorted({len(start) for start in self._by_start})

    def spans(self, sentence: Sequence[str]) -> Iterator[Span]:
        """Yield where in a sentence one of the phrases stands."""
        for start, word in enumerate(sentence):
            for phrase in self._candidates(word):
                end = _end(phrase, 0, sentence, start)
                if end is not None:
                    yield Span(start, end)
            for words in self._together.get(word, ()):
                span = words.around(sentence, start)
                if span is not None:
                    yield span

    def in_(self, sentence: Sequence[str]) -> bool:
        """Tell whether one of the phrases stands in a sentence."""
        return next(self.spans(sentence), None) is not None

    def _candidates(self, word: str) -> Iterator[_Phrase]:
        yield from self._by_word.get(word, ())
        for length in self._lengths:
            yield from self._by_start.get(word[:length], ()) if length <= len(word) else ()

    def _read(self, line: str, classes: Mapping[str, str]) -> None:
        if _BOTH not in line.split():
            self._file(_phrase(line, classes))
            return
        parts = [_part(piece.strip(), classes) for piece in line.split(f" {_BOTH} ")]
        words = _Together(tuple(part for part in parts if isinstance(part, _Word)))
        for word in words.words[0].words:
            self._together.setdefault(word, []).append(words)

    def _file(self, phrase: _Phrase) -> None:
        for part in phrase:
            if isinstance(part, _Word):
                for word in part.words:
                    self._by_word.setdefault(word, []).append(phrase)
                for start in part.starts:
                    self._by_start.setdefault(start, []).append(phrase)
                if not part.optional:
                    return


def _phrase(line: str, classes: Mapping[str, str]) -> _Phrase:
    return tuple(_part(piece, classes) for piece in line.split())


def _part(piece: str, classes: Mapping[str, str]) -> _Part:
    if gap := _GAP.fullmatch(piece):
        return _Gap(int(gap[1]) if gap[1] else _USUAL_GAP)
    if piece in (_END, "^"):
        return _Ending() if piece == _END else _Opening()
    optional = piece.startswith("?")
    piece = _CLASS.sub(lambda name: classes[name[1]], piece.removeprefix("?"))
    forms = piece.split("|")
    return _Word(
        words=frozenset(form for form in forms if form != _END and not form.endswith("*")),
        starts=tuple(form[:-1] for form in forms if form.endswith("*")),
        optional=optional,
        or_end=_END in forms,
    )


def _end(phrase: _Phrase, at: int, sentence: Sequence[str], here: int) -> int | None:
    """Return after which word the phrase ends, when its rest stands here; else None."""
    if at == len(phrase):
        return here
    part = phrase[at]
    if isinstance(part, _Gap):
        return _after_gap(phrase, at, sentence, here)
    if isinstance(part, _Opening):
        return _end(phrase, at + 1, sentence, here) if here == 0 else None
    if isinstance(part, _Ending):
        return _end(phrase, at + 1, sentence, here) if _clause_ends(sentence, here) else None
    word = _next_word(sentence, here)
    if word < len(sentence) and part.fits(sentence[word]):
        found = _end(phrase, at + 1, sentence, word + 1)
        if found is not None:
            return found
    left_out = part.optional or (part.or_end and _clause_ends(sentence, here))
    return _end(phrase, at + 1, sentence, here) if left_out else None


def _clause_ends(sentence: Sequence[str], here: int) -> bool:
    return here >= len(sentence) or sentence[here] in _TURNS


def _after_gap(phrase: _Phrase, at: int, sentence: Sequence[str], here: int) -> int | None:
    gap = phrase[at]
    most = gap.most if isinstance(gap, _Gap) else 0
    for _ in range(most + 1):
        found = _end(phrase, at + 1, sentence, here)
        if found is not None:
            return found
        here = _next_word(sentence, here) + 1
        if here > len(sentence):
            return None
    return None


def _next_word(sentence: Sequence[str], here: int) -> int:
    return here + 1 if here < len(sentence) and sentence[here] == COMMA else here
