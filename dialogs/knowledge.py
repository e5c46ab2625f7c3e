"""Which article a person asks for, when what they typed is a question about the subject.

An answer that merely holds a word of the subject is left alone: only a question that names it, or
its name and nothing else, brings an article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from dialogs.safety.phrases import Phrases
from dialogs.safety.sentences import COMMA, sentences

# A longer message is a story; a question in it is answered when it is put by itself.
_LONGEST = 25
_SHORTEST_WITH_SLIP, _SHORTEST_WITH_TWO, _TERM = 7, 12, 2
_ASKS = Phrases(
    """
    ^ ?en ?maar ?oke ?ok ?hoi ?hallo ?sorry wat|hoe|wie|waarom|wanneer|hoeveel|welke|waar|waarvoor
    ^ ?en ?maar ?oke ?hoi heb|hebben|krijg|krijgen|kan|kunnen|mag|moet|moeten|ben <who>
    ^ ?en ?maar ?oke ?hoi is|zijn|krijgt|krijgen|kan|mag|moet|geldt|telt|bestaat|komt <what>
    ^ ?en ?maar ?oke ?hoi kost|valt|hoort|betaalt|vervalt|verjaart <what>
    ^ ?en ?maar is|zijn|bestaat|komt er
    wat|hoe ..4 is|zijn|betekent|betekenen|inhoudt|werkt|heet|bedoelt
    leg|leggen|legt ..4 uit
    uitleg|uitleggen|informatie|info|meer ..2 over|van
    meer|iets ..1 weten|lezen|horen over|van
    vertel|vertellen ..3 over
    snap|begrijp|ken|weet ..5 niet ..1 wat|hoe|waarom|wanneer|of
    snap|begrijp|ken ..6 niet $
    nooit|niet van ..4 gehoord
    geen idee wat|hoe|wanneer
    bedoelt|bedoel ..2 u|je|jij ..1 met
    """,
    {
        "who": "ik|we|wij|u|je|jij|jullie|zij|ze",
        "what": "dit|dat|het|de|een|mijn|er|die|deze|daar|hier|zij|hij|ze|mijn|broers|ouders",
    },
)
# Said with a name, these leave it a bare name: "uitleg over de gbl graag".
_FILLERS = (
    "de het een over eig eigenlijk graag uitleg uitleggen info informatie meer begrip betekenis "
    "aub alstublieft alsjeblieft en zo wat is van hoe zit met dat dit nou precies ook weer hier "
    "er iets term dan"
)
_QUESTION = re.compile(r"\?\W*$")
_OPENERS = (
    "wat hoe wie waarom wanneer hoeveel welke waar waarvoor is heb krijg krijgt kan mag moet ben "
    "bent telt betaalt praat wordt"
)


@dataclass(frozen=True)
class Article:
    """An explanation that can be asked for, and the names that people know it by.

    A name is a term ("affectieschade") or a whole question ("hoe lang heb ik de tijd"). One with a
    question mark may be an answer as well ("licht letsel?"): by itself it asks for nothing.
    """

    slug: str
    titel: str
    namen: tuple[str, ...]

    @cached_property
    def known_as(self) -> "tuple[_Name, ...]":
        """The names as they are looked for."""
        return tuple(_Name.of(name) for name in self.namen)


@dataclass(frozen=True)
class _Name:
    """A name, glued together: people cut compounds, and glue words."""

    glued: str
    words: int
    is_question: bool
    may_be_answer: bool

    @classmethod
    def of(cls, name: str) -> "_Name":
        words = tuple(word for sentence in sentences(name) for word in sentence)
        return cls(
            glued="".join(words),
            words=len(words),
            is_question=words[0] in _OPENERS.split(),
            may_be_answer=name.endswith("?"),
        )

    def place(self, said: "_Said") -> slice | None:
        """Return where the name stands, in as many words, one more or one fewer."""
        for size in dict.fromkeys((self.words, self.words + 1, max(1, self.words - 1))):
            for start, glued in said.glued(size, self.glued[0]):
                if self._is(glued):
                    return slice(start, start + size)
        return None

    def _is(self, glued: str) -> bool:
        """Tell whether this is what was typed, a slip of the finger allowed in a long name."""
        length = len(self.glued)
        if length < _SHORTEST_WITH_SLIP:
            return glued == self.glued
        # In a whole question two slips may already turn one word into another.
        slips = 2 if self.words <= _TERM and length >= _SHORTEST_WITH_TWO else 1
        if abs(len(glued) - length) > slips:
            return False
        return OSA.distance(glued, self.glued, score_cutoff=slips) <= slips


class _Said:
    """What was typed: its words, and every run of them glued together."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.told = len({*words} - {*_FILLERS.split()})
        self._runs: dict[int, dict[str, list[tuple[int, str]]]] = {}

    def glued(self, size: int, letter: str) -> Sequence[tuple[int, str]]:
        """Return where each run of so many words begins, of those that begin with this letter."""
        if size not in self._runs:
            runs = self._runs.setdefault(size, {})
            for start in range(len(self.words) - size + 1):
                run = "".join(self.words[start : start + size])
                runs.setdefault(run[0], []).append((start, run))
        return self._runs[size].get(letter, ())

    def without(self, place: slice) -> set[str]:
        """Return the words beside this place."""
        return {*self.words[: place.start], *self.words[place.stop :]}


def asks(text: str) -> bool:
    """Tell whether a message is put as a question, whatever it is about."""
    return _QUESTION.search(text) is not None or any(_ASKS.in_(part) for part in sentences(text))


def find(text: str, articles: Sequence[Article]) -> Article | None:
    """Return the article that is asked for; None when the text is no question about one."""
    parts = sentences(text)
    said = _Said([word for part in parts for word in part if word != COMMA])
    if not 0 < len(said.words) <= _LONGEST:
        return None
    is_asked = asks(text)
    found = [
        (len(name.glued), article)
        for article in articles
        for name in article.known_as
        if _asked_for(name, said, asks=is_asked)
    ]
    # The longest name says most; of two as long, the first article.
    return max(found, key=lambda each: each[0])[1] if found else None


def _asked_for(name: _Name, said: _Said, *, asks: bool) -> bool:
    # Most messages are answers: no name is looked for in words that leave no room for one.
    may_be_bare = said.told <= name.words + 1 and not name.may_be_answer
    if not (asks or name.is_question or may_be_bare):
        return False
    place = name.place(said)
    if place is None:
        return False
    return asks or name.is_question or said.without(place) <= {*_FILLERS.split()}
