"""Which options of a question a longer message tells of; what is denied counts for nothing."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from dialogs.questions import DONT_KNOW, SKIP, UNKNOWN_VALUE, Telling
from dialogs.understanding import words
from dialogs.understanding.choices import Option

_SHORTEST, _SHORTEST_IN_A_FRAME, _SLIPS_FROM = 4, 3, 8
_RESERVED = (DONT_KNOW, SKIP, UNKNOWN_VALUE)
# What stands for all that is left says nothing in a story: "iemand anders reed door rood".
_THE_REST = frozenset({"anders", "iets anders", "overig"})
# "Ik liep letsel op" and "ik reed" tell of no way to go.
_TOO_LITTLE = frozenset({"ik liep", "ik reed", "liep"})
_SENTENCES = re.compile(r"[;!?\n()]+|[.](?=\s|$)")
_CLAUSES = re.compile(r"[;!?\n()]+|[.,:](?=\s|$)")
_TURNS = re.compile(r"\b(?:maar|want|omdat|doordat|toen|terwijl)\b")
# "Huisarts, nee sorry": what was said first is no longer meant.
_TAKEN_BACK = re.compile(r"\b(?:nee sorry|sorry nee|nee wacht|ik bedoel)\b")
_DENIED = re.compile(r"\b(?:niet|geen|nooit|zonder|behalve|bijna|nie)\b")
_DENIED_AFTER = re.compile(r" (?:niet|nooit|nie)\b")
# Where somebody was going to, came from or went with is not what happened.
_ON_THE_WAY = re.compile(
    r"\b(?:naar|van|uit|vanuit|richting|met|voor)(?: (?:het|de|mijn|m'n|een|zijn|haar))?$"
)
_OF_MINE = r"(?:de|het|mijn|m'n|me|zijn|haar|hun)(?: \w+e)?"
# "Op de fiets", "als fietser", "fietste ik": how the person went.
_MEANS = (
    rf"(?:op|in|(?:ging|was|reed|kwam|onderweg) met) {_OF_MINE} {{word}}",
    r"met (?:mijn|m'n) (?:\w+e )?{word}",
    r"als {word}",
)
# "Een man op de fiets", "hij zat op de fiets": that is somebody else.
_OF_ANOTHER = re.compile(
    r"\b(?:(?:een|die|deze|andere|iemand|door de) \w+|iemand|hij|ze|zij|man|vrouw)"
    r"(?: (?:was|zat|reed|ging|kwam))?$"
)
# "Een man op de fiets", "ik zat in de auto": not the one who is dear.
_OF_A_STRANGER = re.compile(
    r"\b(?:(?:een|die|deze|andere|iemand|door de) \w+|iemand|ik|wij|we)"
    r"(?: (?:was|zat|reed|ging|kwam|zaten|waren|reden))?$"
)
# Of somebody dear these say enough by themselves.
_WENT = frozenset({"fietste", "wandelde"})
_A = r"(?:een|de|die|het)(?: \w+e)?"
_WHOM = "mij|me|ons|hem|haar"
_HITS = "reed|gaf|geeft|sloeg|raakte|schepte|botste|zag|negeerde|knalde|ramde"
# "De auto sloeg over de kop" is the person's own; "de auto gaf geen voorrang" is not.
_HITS_OF_ANY = f"gaf geen|geeft geen|negeerde|schepte|(?:raakte|ramde|reed) (?:{_WHOM})"
# "Door een auto", "een auto gaf geen voorrang", "gebotst met een auto": who it was with.
_OTHER = (
    rf"door {_A} {{word}}",
    r"door (?:een|de|iemand)(?: \w+)? (?:op|in|met) (?:een|de|zijn|haar) {word}",
    rf"een(?: \w+e)? {{word}} (?:(?:die|dat|{_WHOM}|ineens|plotseling) )*(?:{_HITS})",
    rf"(?:de|die|het) {{word}} (?:{_HITS_OF_ANY})",
    rf"(?:aanrijding|botsing|botste|gebotst) (?:met|tegen|op) {_A} {{word}}",
)
_FRAMES: dict[Telling, tuple[str, ...]] = {
    Telling.MEANS: _MEANS,
    Telling.THEIR_MEANS: _MEANS,
    Telling.OTHER: _OTHER,
}
# "Met mijn zoon", "van mijn vader": somebody else; "voor mijn zoon" is who it is for.
_BESIDE = re.compile(r"\b(?:naar|van|uit|met|door|bij)(?: (?:de|mijn|m'n|een|zijn|haar))?$")
# "Ik ben", "reed mij aan": the one who types was hurt.
_MYSELF = re.compile(
    r"\b(?:ik (?:ben(?! (?:de |een )?(?:moeder|vader|ouder|oma|opa|partner|man|vrouw|zus|broer))|"
    r"was|werd|word|heb|had|lag|fietste|liep|reed)|(?:ben|was|werd|heb|had) ik|"
    r"en ik|ik en|mij|mezelf|mijzelf|wij|we|ons)\b"
)
_OF_SOMETHING_ELSE = {
    Telling.PLAIN: _ON_THE_WAY,
    Telling.WHO: _BESIDE,
    Telling.MEANS: _OF_ANOTHER,
    Telling.THEIR_MEANS: _OF_A_STRANGER,
}
# "De buurvrouw is aangereden": somebody was, and it is not said who.
_SOMEBODY = re.compile(r"\b(?:is|werd|wordt|was|heeft|had|hij|zij|ze)\b")


def told(text: str, options: Sequence[Option], telling: Telling) -> tuple[str, ...]:
    """Return the ids of all options that the message tells of, in the order on the screen.

    Args:
        text: The whole message.
        options: Id, label and synonyms of each option.
        telling: How the words of these options stand in a story.
    """
    if text.rstrip().endswith("?") or _TAKEN_BACK.search(words.plain(text)):
        return ()
    parts = _clauses(text)
    return tuple(
        name
        for name, label, synonyms in options
        if name not in _RESERVED
        and any(_tells(part, form, telling) for form in (label, *synonyms) for part in parts)
    )


def in_passing(text: str, option: Option) -> bool:
    """Tell whether an option is only spoken of as what is not meant: "met mijn hond", "bijna"."""
    _, label, synonyms = option
    told_at = [
        (clause[:start], clause[end:])
        for clause in _clauses(text)
        for form in (label, *synonyms)
        for start, end in _plain_places(clause, _tidy(words.plain(form)))
    ]
    return bool(told_at) and not any(
        _counts(before, Telling.PLAIN) and not _DENIED_AFTER.match(after)
        for before, after in told_at
    )


def of_myself(text: str) -> bool | None:
    """Tell whether the one who types was hurt; None when it is not said who was."""
    plain = words.plain(text)
    if _MYSELF.search(plain):
        return True
    return None if _SOMEBODY.search(plain) else False


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a message, made plain."""
    parts = (_tidy(words.plain(part)) for part in _SENTENCES.split(text))
    return tuple(part for part in parts if part)


def _clauses(text: str) -> tuple[str, ...]:
    """Return the message in parts within which a denial holds, made plain."""
    parts = (words.plain(part) for part in _CLAUSES.split(text))
    turned = (piece for part in parts for piece in _TURNS.split(part))
    return tuple(tidy for piece in turned if (tidy := _tidy(piece)))


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s'-]+", " ", text).split())


def _tells(clause: str, form: str, telling: Telling) -> bool:
    word = _tidy(words.plain(form))
    if word in _THE_REST or word in _TOO_LITTLE:
        return False
    return any(
        _counts(clause[:start], telling) and not _DENIED_AFTER.match(clause[end:])
        for start, end in _places(clause, word, telling)
    )


def _places(clause: str, word: str, telling: Telling) -> Iterator[tuple[int, int]]:
    """Yield where an option is told of in a clause."""
    frames = _FRAMES.get(telling)
    if frames is None:
        yield from _plain_places(clause, word)
        return
    if len(word) >= _SHORTEST_IN_A_FRAME and " " not in word:
        for frame in frames:
            shape = frame.replace("{word}", re.escape(word))
            yield from (found.span() for found in re.finditer(rf"\b{shape}\b", clause))
        if telling is Telling.THEIR_MEANS and word in _WENT:
            yield from _plain_places(clause, word)
    elif telling is not Telling.OTHER:
        for form in (word, *_turned(word)):
            yield from _plain_places(clause, form)


def _turned(word: str) -> Iterator[str]:
    """Yield "fietste ik" for "ik fietste"."""
    who, _, rest = word.partition(" ")
    if who == "ik" and " " not in rest:
        yield f"{rest} {who}"


def _plain_places(clause: str, word: str) -> Iterator[tuple[int, int]]:
    if len(word) < _SHORTEST:
        return
    shape = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    yield from (found.span() for found in shape.finditer(clause))
    if " " not in word and len(word) >= _SLIPS_FROM:
        yield from (
            found.span() for found in re.finditer(r"[\w-]+", clause) if _slipped(found[0], word)
        )


def _slipped(typed: str, word: str) -> bool:
    """Allow a letter too many, one too few or two turned: "geslapen" is no "geslagen"."""
    if typed == word or typed[0] != word[0] or OSA.distance(typed, word) != 1:
        return False
    return len(typed) != len(word) or sorted(typed) == sorted(word)


def _counts(before: str, telling: Telling) -> bool:
    before = before.strip()
    if _DENIED.search(before):
        return False
    another = _OF_SOMETHING_ELSE.get(telling)
    return another is None or another.search(before) is None
