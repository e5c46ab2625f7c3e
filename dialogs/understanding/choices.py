"""Which option of a list the typed words mean; never a silent wrong pick."""

import re
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dialogs.frozen import Frozen
from dialogs.questions import DONE, DONT_KNOW, SKIP, UNKNOWN_VALUE
from dialogs.understanding import numerals, words

Option = tuple[str, str, tuple[str, ...]]
_FILLERS = re.compile(
    r"\b(?:ik|ben|het|de|een|was|is|dat|van|met|op|mijn|m'n|als|doe|kies|iets|neem|nummer|optie|"
    r"antwoord|voor|graag|denk|zou|zeggen|die|dit|in|een beetje|namelijk|toch|gewoon|hoor|"
    r"heb|had|geweest|ging|wil|liever)\b|[^\w\s]+"
)
_OPPOSITE = re.compile(r"\b(?:niet|geen|nooit|behalve|zonder|anders dan)\b")
_NUMBER = re.compile(r"(?:(?:nummer|nr|optie|antwoord|keuze|de) ?\.?)?\s*(?P<n>\w+)[.)]?")
_CLOSE, _SHORTEST, _LEAD = 86, 4, 8
_PART_OF_WORD = 4
# "Man" and "zus" are words of their own; nothing shorter says enough beside another word.
_WHOLE_WORD = 3
_MOST_LEFT = 1
_NOT_KNOWING = (DONT_KNOW, UNKNOWN_VALUE)
# Said by themselves or not at all: "volgende" skips, "volgende week" does not.
_RESERVED = (DONT_KNOW, SKIP, DONE)


class Ambiguous(Frozen):
    """Several options fit equally well."""

    ids: tuple[str, ...]


def pick(
    text: str, options: Sequence[Option], *, allow_number: bool = False
) -> str | Ambiguous | None:
    """Return the id of the option that is meant.

    Args:
        text: What was typed.
        options: Id, label and synonyms of each option, in the order on the screen.
        allow_number: Whether "2" means the second option; not where a number is an answer.

    Returns:
        The id, `Ambiguous` when several fit, None when nothing comes close.
    """
    if words.without_unknown(words.plain(text)) == (True, ""):
        return next((option[0] for option in options if option[0] in _NOT_KNOWING), None)
    said = _tidy(text)
    if not said:
        return None
    if allow_number and (place := _place(said)) is not None:
        return options[place - 1][0] if 1 <= place <= len(options) else None
    known = {option[0]: [_tidy(form) for form in _forms(option)] for option in options}
    bare = _bare(said)
    # A number that is on no button is its own answer: "2 weken" is not "langer dan 2 weken".
    rules = (_same, _same_without_fillers) if _counts(said) else _RULES
    for rule in rules:
        found = _fitting(rule, said, bare, known)
        if found:
            return found[0] if len(found) == 1 else Ambiguous(ids=tuple(found))
    return None


_Rule = Callable[[str, str, Sequence[str]], float]


def _fitting(rule: _Rule, said: str, bare: str, known: dict[str, list[str]]) -> list[str]:
    """Return the options that fit, those that fit clearly less left out."""
    scores = {
        name: rule(said, bare, forms)
        for name, forms in known.items()
        if rule is not _holds or name not in _RESERVED
    }
    best = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score > 0 and score > best - _LEAD]


def _forms(option: Option) -> tuple[str, ...]:
    name, label, synonyms = option
    return (name, name.replace("_", " "), label, *synonyms)


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s&+'-]+", " ", words.plain(text)).replace("_", " ").split())


def _bare(text: str) -> str:
    return " ".join(_FILLERS.sub(" ", text).split())


def _place(said: str) -> int | None:
    found = _NUMBER.fullmatch(said)
    if found is None:
        return None
    written = found["n"]
    if written.isdecimal():
        return int(written)
    place = numerals.ordinal(written)
    if place is None and (spoken := re.fullmatch(r"([0-9]+)(?:e|de|ste)", written)):
        return int(spoken[1])
    value = numerals.numeral(written) if written != "een" or said != written else None
    return place if place is not None else int(value) if value and value % 1 == 0 else None


def _counts(said: str) -> bool:
    return re.search(r"[0-9]", numerals.words_in_digits(re.sub(r"\been\b", "", said))) is not None


def _same(said: str, _: str, forms: Sequence[str]) -> float:
    return 100.0 if said in forms else 0.0


def _same_without_fillers(_: str, bare: str, forms: Sequence[str]) -> float:
    return 100.0 if bare and bare in (_bare(form) for form in forms) else 0.0


def _part(_: str, bare: str, forms: Sequence[str]) -> float:
    """Find what was typed in a label: "levensgezel" in "partner of levensgezel"."""
    if len(bare) < 2 or _OPPOSITE.search(bare):  # noqa: PLR2004 - one letter says nothing
        return 0.0
    end = "" if len(bare) >= _PART_OF_WORD else r"(?!\w)"
    shape = re.compile(rf"(?<!\w){re.escape(bare)}{end}")
    known = (_bare(form) for form in forms)
    return 100.0 if any(shape.search(form) for form in known if not _opposite(form)) else 0.0


def _near(said: str, bare: str, forms: Sequence[str]) -> float:
    """Allow a slip of the finger: one in a short word, few in a long one."""
    if len(said) < _SHORTEST or _opposite(said):
        return 0.0
    return max((_likeness(one, form) for one in (said, bare) for form in forms), default=0.0)


def _likeness(one: str, form: str) -> float:
    if min(len(one), len(form)) < _SHORTEST or one[0] != form[0]:
        return 0.0
    slips = OSA.distance(one, form)
    # "Niet thuis" is near to "net thuis" by one slip, and never any further.
    most = 1 if len(form) < 8 or _opposite(form) else 2  # noqa: PLR2004 - a long word survives two
    if slips <= most:
        return 100.0 - slips
    if _opposite(form) or len(form) <= 10:  # noqa: PLR2004 - idem
        return 0.0
    score = fuzz.ratio(one, form)
    return score if score >= _CLOSE else 0.0


def _holds(_: str, bare: str, forms: Sequence[str]) -> float:
    """Find a label in what was typed, with at most one word beside it that turns nothing round."""
    if _opposite(bare):
        return 0.0
    for form in (_bare(form) for form in forms):
        rest = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", bare) if form else bare
        left = rest.split()
        told = len(form) >= _WHOLE_WORD and rest != bare and not _opposite(form)
        if told and len(left) <= _MOST_LEFT and not any(_almost_not(word) for word in left):
            return 100.0
    return 0.0


def _opposite(text: str) -> bool:
    return _OPPOSITE.search(text) is not None


def _almost_not(word: str) -> bool:
    return any(OSA.distance(word, no) <= 1 for no in ("niet", "geen", "nooit"))


_RULES = (_same, _same_without_fillers, _part, _near, _holds)
