"""Plain numbers: how many, how far, how old."""

import re
from decimal import Decimal

from dialogs.understanding import labels, numerals, written
from dialogs.understanding.quantities import Amount, amount
from dialogs.understanding.reading import Doubt, Reading

_NOT_UNDERSTOOD = Doubt(reason="verstaan.number.not_understood")
_NEGATIVE = Doubt(reason="verstaan.number.negative")
_N = numerals.NUMBER
_WIDTH = Decimal("0.2")
_NOTHING = re.compile(
    r"(?:helemaal )?(?:niks|niets|nul|geen(?: enkele?| een)?|niemand|nooit|noppes|0)(?: hoor)?"
)
# "Met z'n drieen".
_TOGETHER = re.compile(r"\bmet (?:z'?n|zijn) ([a-z]+en)\b")
_PEOPLE = {
    "tweeen": "2",
    "drieen": "3",
    "vieren": "4",
    "vijven": "5",
    "zessen": "6",
    "zevenen": "7",
    "achten": "8",
    "negenen": "9",
    "tienen": "10",
}
_FEW = re.compile(r"(?:paar|paartje|enkele|stuk of wat)(?: ([a-z]+))?")
_OR_SO = re.compile(rf"(?:stuk|keer|man|dag|week|maand|jaar|uur|kilometer|km|persoon) of ({_N})")
_SHARE_OF = re.compile(rf"({_N}) (?:van de|van|op de|op) ({_N})")
# Days, months and hours are left out: the question asks for weeks, years or kilometres.
_UNIT = (
    r"(?:km|kilometers?|keer|x|maal|stuks?|personen|persoon|mensen|man|kinderen|kind|weken|week|"
    r"wkn|jaar|jaren|jr|minuten|ritten|bezoeken|in totaal|per stuk)"
)
_FILLERS = re.compile(
    r"\b(?:ik|heb|had|ben|was|zijn|waren|het|de|er|met|totaal|bij elkaar|samen|precies|exact|"
    r"gewoon|wel|al|nu|maar|nou|ja|hoor|we|wij|toen|in|is|dat)\b|"
    r"(?<![0-9])[.,;:!()\"]+|[.,;:!()\"]+(?![0-9])"
)
# A sentence that opens with its only number.
_OPENING = re.compile(rf"({_N})(?: [a-z']+){{2,}}\.?")
_RISKY = re.compile(
    r"\b(?:geen|of|tot|per|keer|meer|minder|bijna|ruim|half|dank|nog|later|terug|eerst|"
    r"dozijn|niet|en|a|dag|dagen|maand|maanden|uur|uren|euro|procent)\b"
)
# "De 2e straat" is which, not how many; "een derde persoon" is no third of one.
_WHICH = re.compile(
    r"\b[0-9]+ ?(?:e|de|ste)\b(?! ?[0-9])|\been [a-z]+d?e (?:persoon|man|kind|keer|mensen)\b"
)
# "3512 jm utrecht" and "3 hoog" open with no count, nor does "een heel eind".
_NO_COUNT = re.compile(r"[0-9]{4} ?[a-z]{2}\b|[0-9] hoog\b")
_ARTICLES = ("1", "0.5")
_SUM = re.compile(rf"{_N} ?x ?{_N}|{_N} (?:keer|maal) {_N}|\b(?:per|plus|minus)\b|[%$£+*=]")


def number(text: str) -> Reading:
    """Return the number that the plain text tells."""
    if _NOTHING.fullmatch(text.strip(" .!")):
        return _reading(Amount(Decimal(0)))
    if re.match(r"(?:-|min |minus )\s?[0-9a-z]", text):
        return _NEGATIVE.reading()
    if labels.no_quantity(text) or _WHICH.search(text):
        return _NOT_UNDERSTOOD.reading()
    text = re.sub(r"\beentje\b", "een", text)
    text = _TOGETHER.sub(lambda found: _PEOPLE.get(found[1], found[0]), text)
    digits = numerals.in_digits(re.sub(r"(?<=[0-9])(?=[a-jl-z])", " ", text))
    if isinstance(digits, Doubt):
        return _proposing(digits).reading()
    found = _shapes(digits) or _opening(text, digits) or _NOT_UNDERSTOOD
    return found.reading() if isinstance(found, Doubt) else _reading(found)


def _shapes(text: str) -> Amount | Doubt | None:
    if _SUM.search(text):
        return Doubt(reason="verstaan.number.several")
    bare = " ".join(_FILLERS.sub(" ", text).split())
    for candidate in (text.strip(" .!"), bare.strip(" .!")):
        if (few := _FEW.fullmatch(candidate)) and (not few[1] or re.fullmatch(_UNIT, few[1])):
            return Amount(Decimal(3), Decimal(2), Decimal(4))
        if about := _OR_SO.fullmatch(candidate):
            value = Decimal(about[1])
            return Amount(value, value * (1 - _WIDTH), value * (1 + _WIDTH))
        if found := amount(candidate, _one, width=_WIDTH):
            return found
    return None


def _opening(text: str, digits: str) -> Amount | None:
    """Take the count that a sentence opens with."""
    bare = " ".join(_FILLERS.sub(" ", digits).split())
    opening = _OPENING.fullmatch(bare)
    if opening is None or _RISKY.search(bare) or _NO_COUNT.match(text):
        return None
    article = opening[1] in _ARTICLES and re.search(r"[0-9]", text) is None
    return None if article else Amount(Decimal(opening[1]))


def _one(text: str) -> Decimal | Doubt | None:
    text = text.strip(" .,;:!")
    if found := re.fullmatch(rf"({_N})(?: {_UNIT})*", text):
        return Decimal(found[1])
    if (found := _SHARE_OF.fullmatch(text)) and Decimal(found[1]) < Decimal(found[2]):
        return numerals.share_of(Decimal(found[1]), Decimal(found[2]))
    return None


def _reading(found: Amount) -> Reading:
    forms = {"waarde": found.value, "van": found.low, "tot": found.high}
    params = {name: "" if form is None else written.number(form) for name, form in forms.items()}
    approximate = found.low is not None or found.high is not None
    return Reading(
        status="approximate" if approximate else "ok",
        value=found.value,
        low=found.low,
        high=found.high,
        params=params,
    )


def _proposing(doubt: Doubt) -> Doubt:
    if not isinstance(doubt.proposal, Decimal):
        return doubt
    params = {"waarde": written.number(doubt.proposal)}
    return Doubt(reason="verstaan.number.did_you_mean", proposal=doubt.proposal, params=params)
