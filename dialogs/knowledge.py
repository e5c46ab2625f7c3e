"""Which article a person asks for, when what they typed is a question about the subject.

An answer that merely holds a word of the subject is left alone: only a question that names it, or
its name and nothing else, brings an article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class _Found:
    """A name that stands in what was said, and what is left beside it."""

    length: int
    is_question: bool
    is_bare: bool


def find(text: str, articles: Sequence[Article]) -> Article | None:
    """Return the article that is asked for; None when the text is no question about one."""
    said = sentences(text)
    words = tuple(word for sentence in said for word in sentence if word != COMMA)
    if not 0 < len(words) <= _LONGEST:
        return None
    asks = _QUESTION.search(text) is not None or any(_ASKS.in_(sentence) for sentence in said)
    best: tuple[int, Article] | None = None
    for article in articles:
        for found in _named(words, article):
            asked = asks or found.is_question or found.is_bare
            if asked and (best is None or found.length > best[0]):
                best = found.length, article
    return None if best is None else best[1]


def _named(words: tuple[str, ...], article: Article) -> Iterator[_Found]:
    for name in article.namen:
        known = tuple(word for sentence in sentences(name) for word in sentence)
        place = _place(words, known)
        if place is not None:
            rest = {*words[: place[0]], *words[place[1] :]}
            yield _Found(
                length=sum(map(len, known)),
                is_question=known[0] in _OPENERS.split(),
                is_bare=not name.endswith("?") and rest <= {*_FILLERS.split()},
            )


def _place(words: tuple[str, ...], known: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where a name stands, written as one word or as more, with a slip of the finger."""
    name = "".join(known)
    # People cut compounds ("affectie schade") and glue words ("finalekwijting").
    for size in dict.fromkeys((len(known), len(known) + 1, max(1, len(known) - 1))):
        for start in range(len(words) - size + 1):
            if _same("".join(words[start : start + size]), name, term=len(known) <= _TERM):
                return start, start + size
    return None


def _same(said: str, name: str, *, term: bool) -> bool:
    if said == name:
        return True
    if len(name) < _SHORTEST_WITH_SLIP or said[:1] != name[:1]:
        return False
    # In a whole question two slips may already turn one word into another.
    slips = 2 if term and len(name) >= _SHORTEST_WITH_TWO else 1
    return OSA.distance(said, name, score_cutoff=slips) <= slips
