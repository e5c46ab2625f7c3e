"""Dutch numbers, in digits and in words, made into plain decimals inside a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import NumberFormatError, parse_decimal
from text_to_num import text2num

from dialogs.understanding.reading import Doubt

UNCLEAR = Doubt(reason="verstaan.number.unclear")
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_LITERAL = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_SPACED = re.compile(
    r"(?:^|(?<=€)|(?<=€ ))([0-9]{1,3}(?: [0-9]{3})+)(?=,[0-9]{1,2}\b|\b(?![.,]?[0-9]))"
)
_THREE_AFTER_COMMA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_POINT_AS_COMMA = re.compile(r"[0-9]+\.[0-9]{1,2}")
_LONG_TAIL = re.compile(r"[0-9]+,[0-9]+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_HUNDRED, _THOUSAND, _MOST = 100, 1000, 10**12
_MULTIPLIERS = {
    "honderd": 100,
    "duizend": 1000,
    "k": 1000,
    "mille": 1000,
    "miljoen": 1_000_000,
    "mln": 1_000_000,
    "dozijn": 12,
    "dozijnen": 12,
    "gros": 144,
}
_MILLIONTH = Decimal("0.000001")
_PARTS = {
    "half": Decimal("0.5"),
    "halve": Decimal("0.5"),
    "kwart": Decimal("0.25"),
    "driekwart": Decimal("0.75"),
}
_ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
    "tiende": 10,
    "elfde": 11,
    "twaalfde": 12,
}
_CENTURIES = {"zestien": 1600, "zeventien": 1700, "achttien": 1800, "negentien": 1900}
# "Een paar" counts nothing, and "een week of 3" is about three.
_ARTICLE = re.compile(
    r"\been (?=(?:paar|paartje|aantal|handvol|kleine|dikke|goeie|goede|flinke|tiental|stuk of wat)"
    r"\b|(?!half|halve|kwart|derde|vierde)[a-z]+ of (?!wat)[a-z0-9]+)"
)
_TENS = range(20, 100, 10)
_JOINED = ("a", "of", "tot", "-", "en", "/")


def literal(written: str) -> Decimal | Doubt:  # noqa: PLR0911 - a way of reading per return
    """Return what digits with points and commas mean; where two readings fit, a doubt."""
    if _THREE_AFTER_COMMA.fullmatch(written):
        whole = Decimal(written.replace(",", ""))
        return Doubt(reason="verstaan.number.unclear", proposal=whole)
    if written.startswith("0.") and not _POINT_AS_COMMA.fullmatch(written):
        return UNCLEAR
    if written.isdecimal():
        return Decimal(written)
    if _POINT_AS_COMMA.fullmatch(written):
        return Decimal(written)
    if _LONG_TAIL.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if _ENGLISH.fullmatch(written):
        return Decimal(written.replace(",", ""))
    try:
        return parse_decimal(written, locale="nl", strict=True)
    except NumberFormatError:
        return UNCLEAR


def in_digits(text: str) -> str | Doubt:
    """Return the text with every number, in digits or words, as a plain decimal."""
    text = _SPACED.sub(lambda found: found[1].replace(" ", ""), text)
    done, last = [], 0
    for found in _LITERAL.finditer(text):
        value = literal(found[0])
        if isinstance(value, Doubt):
            return value
        done += [text[last : found.start()], f" {value:f} "]
        last = found.end()
    return words_in_digits(" ".join("".join([*done, text[last:]]).split()))


def words_in_digits(text: str) -> str:
    """Return the text with number words, and what multiplies them, as plain decimals."""
    tokens = _shared(_spoken(_ARTICLE.sub("", text)))
    done: list[str] = []
    place = 0
    while place < len(tokens):
        value, taken = _number(tokens, place)
        done.append(tokens[place] if value is None else f"{value:f}")
        place += taken
    return " ".join(done)


@cache
def ordinal(word: str) -> int | None:
    """Return which in the row a word names: "derde", "tweeentwintigste"."""
    if word in _ORDINALS:
        return _ORDINALS[word]
    for ending in ("ste", "de"):
        stem = word.removesuffix(ending)
        value = numeral(stem) if stem != word else None
        if value is not None and value == value.to_integral_value():
            return int(value)
    for end, value_of_end in (("eerste", 1), ("tweede", 2), ("derde", 3)):
        stem = word.removesuffix(end)
        value = numeral(stem.removesuffix("en")) if stem not in (word, "") else None
        if value is not None:
            return int(value) + value_of_end
    return None


@cache
def numeral(word: str) -> Decimal | None:
    """Return the number that one word names."""
    if not word.isalpha():
        return None
    if word in ("anderhalf", "anderhalve"):
        return Decimal("1.5")
    if found := re.fullmatch(r"(\w+?)en(?:een)?hal(?:f|ve)", word):
        whole = numeral(found[1])
        return None if whole is None else whole + Decimal("0.5")
    # The library knows "tweeën" and "drieën" by their accent only.
    accented = word.replace("tweeen", "twee\u00ebn").replace("drieen", "drie\u00ebn")
    try:
        return Decimal(text2num(accented, "nl"))
    except (ValueError, OverflowError):
        return _spoken_year(word)


def _spoken_year(word: str) -> Decimal | None:
    for century, value in _CENTURIES.items():
        rest = word.removeprefix(century)
        if rest not in (word, "") and (tail := numeral(rest)) is not None and tail < _HUNDRED:
            return value + tail
    return None


def _spoken(text: str) -> list[str]:
    """Split into words; commas and points that stand beside no digit are dropped."""
    text = re.sub(r"(?<![0-9])[.,;:!]+|[.,;:!]+(?![0-9])", " ", text)
    return re.sub(rf"({NUMBER})(k|mille|mln)\b", r"\1 \2", text).split()


def _shared(tokens: list[str]) -> list[str]:
    """Give "1 a 2 duizend" and "een tot tweeduizend" their thousand twice."""
    shared = list(tokens)
    for place in range(len(tokens) - 2):
        first, joint, second, *rest = tokens[place : place + 4]
        small, (large, times) = _plain(first), _counted(second, "".join(rest))
        if joint not in _JOINED[:4] or small is None or large is None:
            continue
        if small < large < _HUNDRED:
            shared[place] = f"{small * _MULTIPLIERS[times]:f}"
    return shared


def _counted(word: str, following: str) -> tuple[Decimal | None, str]:
    """Return how many hundreds or thousands "drie duizend" and "drieduizend" count."""
    if following in ("honderd", "duizend", "k", "miljoen"):
        return _plain(word), following
    times = next((end for end in ("honderd", "duizend") if word.endswith(end)), "")
    return (numeral(word.removesuffix(times)) if times not in ("", word) else None), times


def _plain(word: str) -> Decimal | None:
    return Decimal(word) if re.fullmatch(NUMBER, word) else numeral(word)


@dataclass
class _Sum:
    """A number under construction: what is counted, and whether words helped to build it."""

    value: Decimal
    spoken: bool

    def takes(self, more: Decimal, *, spoken: bool) -> bool:
        """Tell whether "tweeduizend" can be followed by "zestien"."""
        if not (self.spoken and (spoken or more < _THOUSAND)) or more == 0:
            return False
        room = 10 ** len(str(int(more)))
        return self.value >= _HUNDRED and self.value % max(room, _HUNDRED) == 0


def _number(tokens: Sequence[str], place: int) -> tuple[Decimal | None, int]:
    """Return the number that starts here and how many words it takes."""
    start = _start(tokens, place)
    if start is None:
        return None, 1
    total, taken = start
    while place + taken < len(tokens):
        step = _step(total, tokens, place + taken)
        if step is None:
            break
        total, more = step
        taken += more
    return total.value, taken


def _start(tokens: Sequence[str], place: int) -> tuple[_Sum, int] | None:
    word = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    if word == "een" and following in _PARTS:
        return _Sum(_PARTS[following], spoken=True), 2
    if word in _PARTS:
        return _Sum(_PARTS[word], spoken=True), 1
    if word in _MULTIPLIERS and word not in ("k", "mille"):
        return _Sum(Decimal(_MULTIPLIERS[word]), spoken=True), 1
    value = _plain(word)
    return None if value is None else (_Sum(value, spoken=word.isalpha()), 1)


def _step(total: _Sum, tokens: Sequence[str], place: int) -> tuple[_Sum, int] | None:  # noqa: PLR0911 - a way of reading per return
    word, rest = tokens[place], tokens[place + 1 :]
    if total.value > _MOST:
        return None
    if word in ("dozijn", "dozijnen", "gros") and total.value > _HUNDRED:
        return None
    if word in _MULTIPLIERS:
        return _Sum(_multiplied(total.value, _MULTIPLIERS[word]), spoken=True), 1
    tail = _plain(rest[0]) if word == "komma" and rest and total.value % 1 == 0 else None
    if tail is not None and tail % 1 == 0:
        return _Sum(Decimal(f"{total.value:f}.{tail:f}"), spoken=True), 2
    if word == "en" and rest:
        between = "tussen" in tokens[:place]
        return None if between and rest[0] not in (*_PARTS, "een") else _and(total, rest)
    if word == "driekwart" and total.value % 1 == 0:
        return _Sum(total.value + _PARTS[word], spoken=True), 1
    if word == "kwart" and total.value % 1 == 0:
        return _Sum(total.value * _PARTS[word], spoken=True), 1
    if (part := _share(word)) is not None and total.value % 1 == 0 and total.value < _HUNDRED:
        return _Sum(share_of(total.value, Decimal(part)), spoken=True), 1
    value = _plain(word)
    if value is not None and total.takes(value, spoken=word.isalpha()):
        return _Sum(total.value + value, spoken=True), 1
    return None


def _multiplied(value: Decimal, times: int) -> Decimal:
    """Multiply what was counted last: "tweeduizend drie honderd" is 2300."""
    if value == 0:
        return value
    group = times * 10 if times == _HUNDRED else times * _THOUSAND
    counted = value % group
    return value - counted + (counted or 1) * times


def _and(total: _Sum, rest: Sequence[str]) -> tuple[_Sum, int] | None:  # noqa: PLR0911 - a way of reading per return
    """Read on after "en": drie en dertig, honderd en een, twee en een half, drie en twee derde."""
    if total.value % 1 != 0:
        return None
    if total.value >= _THOUSAND and (rest[0] in _PARTS or set(rest[1:2]) & {*_PARTS}):
        return None  # "3 miljoen en een half": half of what?
    word, following = rest[0], rest[1] if len(rest) > 1 else ""
    if word == "een" and following in _PARTS:
        return _Sum(total.value + _PARTS[following], spoken=True), 3
    if word in _PARTS:
        return _Sum(total.value + _PARTS[word], spoken=True), 2
    value = _plain(word)
    if value is None:
        return None
    if following and (part := _share(following)) is not None:
        if total.value >= _THOUSAND:
            return None
        return _Sum(total.value + share_of(value, Decimal(part)), spoken=True), 3
    if total.spoken and 0 < total.value < 10 and value in _TENS:  # noqa: PLR2004 - one to nine
        return _Sum(total.value + value, spoken=True), 2
    if total.takes(value, spoken=word.isalpha()):
        return _Sum(total.value + value, spoken=True), 2
    return None


def share_of(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part of a whole, as fine as anybody needs it."""
    return (part / whole).quantize(_MILLIONTH).normalize()


def _share(word: str) -> int | None:
    """Return the three of "derde" in "twee derde"; a first or second is no share."""
    place = ordinal(word)
    return place if place is not None and place > 2 else None  # noqa: PLR2004 - "halve" is a word
