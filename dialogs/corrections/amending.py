"""A correction in plain words: "nee wacht, het was 3 mei", "1500, niet 1200", "de datum was …"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dialogs.answers.spoken import plain
from dialogs.script import Script

_TOKEN = re.compile(r"[\w'\u2019]+")
# "Neeee" is "nee".
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
# What stands between an opener and the rest; a minus before an amount is no dash.
_BETWEEN = re.compile(r"^(?:[\s,.;:!…]+|[-\u2013](?=\s))+")
_ARTICLES = frozenset({"de", "het", "t", "mijn", "mn", "m n", "me", "uw", "die", "dat", "ons"})
# "Niet 1200 maar 1500", "1500, niet 1200", "1500 in plaats van 1200".
_CONTRASTS = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        r"(?:niet|geen)\s+(?P<denied>.+?)[,;]?\s+maar\s+(?P<rest>.+)",
        r"(?P<rest>.+?)[,;]?\s+(?:en\s+)?(?:niet|geen)\s+(?P<denied>.+)",
        r"(?P<rest>.+?)[,;]?\s+(?:ipv|i\.p\.v\.?|in plaats van)\s+(?P<denied>.+)",
    )
)


class Sureness(IntEnum):
    """How surely the words take back what was said before."""

    NOTHING = 0
    # "Nee": as good an answer to the open question.
    SAYS_NO = 1
    # "Nee wacht", "sorry", "toch".
    TURNS_BACK = 2
    # "Ik bedoel", "typfout".
    CERTAIN = 3


@dataclass(frozen=True)
class Amends:
    """What is left of a message without the words that only say that it corrects something.

    `stated` when it was put as a fact ("het was …"), `denied` what it is not, `named` the
    questions that it names. It `waits` after "nee wacht", `denies` after "dat klopt niet" and
    is told `after_all` with "toch".
    """

    rest: str
    sureness: Sureness
    stated: bool = False
    denied: str | None = None
    named: tuple[str, ...] = ()
    waits: bool = False
    denies: bool = False
    after_all: bool = False

    @property
    def says_so(self) -> bool:
        """Tell whether anything marks it as a correction."""
        marked = self.sureness > Sureness.NOTHING or self.stated
        return marked or self.denied is not None or bool(self.named)


_WAITS, _DENIES, _AFTER_ALL = "commando.wacht", "commando.klopt_niet", "commando.toch"
_OPENERS: Mapping[str, Sureness] = {
    "commando.bedoeling": Sureness.CERTAIN,
    _WAITS: Sureness.TURNS_BACK,
    "commando.sorry": Sureness.TURNS_BACK,
    _DENIES: Sureness.SAYS_NO,
    _AFTER_ALL: Sureness.SAYS_NO,
    "commando.tegenspreken": Sureness.SAYS_NO,
}


def amends(script: Script, names: Mapping[str, Sequence[str]], text: str) -> Amends:
    """Take a message apart; `names` are the words for each question that was answered."""
    openers, rest = _opened(script, text)
    closed, rest = _closed(script, rest)
    named, rest = _named(names, rest)
    stated, rest = _without(script, "commando.het_was", rest)
    denied, told = _contrast(rest)
    if denied is not None:
        # "Het bedrag is niet 1200 maar het was 1500".
        _, told = _without(script, "commando.het_was", told)
    levels = (_OPENERS[label] for label in openers)
    return Amends(
        rest=told.strip(" ,.;:!"),
        sureness=Sureness.CERTAIN if closed else max(levels, default=Sureness.NOTHING),
        stated=stated,
        denied=denied,
        named=named,
        waits=_WAITS in openers,
        denies=_DENIES in openers,
        after_all=_AFTER_ALL in openers,
    )


# --- pieces --------------------------------------------------------------------------------------


def _opened(script: Script, text: str) -> tuple[tuple[str, ...], str]:
    """Take the openers off, the surest first: "nee sorry, ik bedoel 1500" is 1500."""
    for label in _OPENERS:
        taken, left = _without(script, label, text)
        if taken:
            more, rest = _opened(script, left)
            return (label, *more), rest
    return (), text


def _closed(script: Script, text: str) -> tuple[bool, str]:
    """Take "bedoel ik" and the like off the end."""
    tokens = _tokens(text)
    for phrase in _phrases(script, "commando.bedoel_ik"):
        size = len(phrase)
        if 0 < size < len(tokens) and [word for word, _, _ in tokens[-size:]] == phrase:
            return True, text[: tokens[-size][1]]
    return False, text


def _named(names: Mapping[str, Sequence[str]], text: str) -> tuple[tuple[str, ...], str]:
    """Return the questions whose name the text begins with, the longest name first."""
    tokens = _tokens(text)
    start = 1 if tokens and tokens[0][0] in _ARTICLES else 0
    best, found = 0, list[str]()
    for key, words in names.items():
        for phrase in (plain(word).split() for word in words):
            size = len(phrase)
            if not 0 < size < len(tokens) - start or size < best:
                continue
            if [word for word, _, _ in tokens[start : start + size]] == phrase:
                best, found = size, [*(found if size == best else ()), key]
    if not best:
        return (), text
    return tuple(dict.fromkeys(found)), _after(tokens, start + best, text)


def _contrast(text: str) -> tuple[str | None, str]:
    for shape in _CONTRASTS:
        found = shape.fullmatch(text.strip(" ,.;:!"))
        if found is not None:
            return found["denied"], found["rest"]
    return None, text


def _without(script: Script, label: str, text: str) -> tuple[bool, str]:
    """Take the longest of these phrases off the beginning."""
    tokens = _tokens(text)
    for phrase in _phrases(script, label):
        if phrase and [word for word, _, _ in tokens[: len(phrase)]] == phrase:
            return True, _after(tokens, len(phrase), text)
    return False, text


def _after(tokens: list[tuple[str, int, int]], size: int, text: str) -> str:
    return _BETWEEN.sub("", text[tokens[size - 1][2] :])


def _phrases(script: Script, label: str) -> list[list[str]]:
    """Return the words of each phrase, the longest first."""
    return sorted((plain(word).split() for word in script.words(label)), key=len, reverse=True)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Return each word made plain, with its place; signs alone are none."""
    return list(_each(text))


def _each(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _TOKEN.finditer(text):
        word = _DRAWN_OUT.sub(r"\1\1", plain(found[0]))
        if word:
            yield word, found.start(), found.end()
