"""Shares: a percentage from 0 to 100, in figures or in words."""

import re
from decimal import Decimal

from dialogs.understanding import numerals, written
from dialogs.understanding.quantities import Amount, amount
from dialogs.understanding.reading import Doubt, Reading

_NOT_UNDERSTOOD = Doubt(reason="verstaan.percent.not_understood")
_OUTSIDE = Doubt(reason="verstaan.percent.outside")
_N = numerals.NUMBER
_HUNDREDTH = Decimal("0.01")
_ALL, _HALF = Decimal(100), Decimal(50)
_WIDTH = Decimal("0.2")
_SIGN = r"(?:%|procent|pct|percent|prcnt|proc)"
_WHOLE = re.compile(
    r"(?:voor )?(?:helemaal|volledig|geheel|alles|totaal|compleet|honderd procent|"
    r"volle pond)(?: (?:wel|mijn schuld|afgekeurd))?"
)
_NOTHING = re.compile(
    r"(?:helemaal |totaal |absoluut )?(?:niet|niks|niets|geen(?: (?:eigen )?schuld)?|"
    r"nul|0)(?: mijn schuld| hoor)?"
)
_EVEN = re.compile(r"(?:fifty[ -]?fifty|50 ?[-/] ?50|half om half|half half|ieder de helft)")
_HALVES = re.compile(r"\b(?:de |een )?(?:helft|half|halve)\b(?! ?%| ?pro?c)")
_SHARES = re.compile(
    r"\b(?:een |1 |twee |2 |drie |3 |vier |4 )?"
    r"(?:driekwart|kwart|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)\b"
)
_SHARE_OF = re.compile(rf"({_N}) (?:van de|van|op de|op|uit) ({_N})")
# Small ones only: "30/70" says how two share it.
_FRACTION = re.compile(r"(?:voor )?([1-4]) ?/ ?([2-5])(?: deel)?")
_FILLERS = re.compile(
    r"\b(?:ik|ben|was|voor|volle|het|mijn|schuld|eigen|is|de|van|deel|ongeveer wel|"
    r"invaliditeit|afgekeurd|"
    r"blijvend|blijvende|arbeidsongeschikt|precies|exact|wel|gewoon|zeg|maar|dat|heb|"
    r"nou|ja|hoor|een|aansprakelijk|om|en|ze|zij|hij|zeggen|zegt|vinden|vindt|volgens|verzekeraar|"
    r"verzekering|hen|hun|arts|deskundige)\b|(?<![0-9])[.,;:!()\"]+|[.,;:!()\"]+(?![0-9])"
)


def percent(text: str) -> Reading:
    """Return the percentage that the plain text tells."""
    bare_text = text.strip(" .!")
    for shape, value in ((_WHOLE, _ALL), (_NOTHING, Decimal(0)), (_EVEN, _HALF)):
        if shape.fullmatch(bare_text):
            return _reading(Amount(value))
    if re.match(r"(?:-|min |minus )\s?[0-9a-z]", text):
        return _OUTSIDE.reading()
    if (part := _FRACTION.fullmatch(bare_text)) and int(part[1]) < int(part[2]):
        return _reading(Amount(_rounded(Decimal(part[1]) / Decimal(part[2]) * _ALL)))
    digits = numerals.in_digits(_shares_in_percent(text))
    if isinstance(digits, Doubt):
        return Doubt(reason=digits.reason).reading()
    if digits.count("%") + digits.count("procent") < 2 and re.search(r"[0-9] ?/ ?[0-9]", digits):  # noqa: PLR2004 - one sign at most
        return _NOT_UNDERSTOOD.reading()
    found = _shapes(digits) or _NOT_UNDERSTOOD
    return found.reading() if isinstance(found, Doubt) else _reading(found)


def _shares_in_percent(text: str) -> str:
    """Write "voor de helft", "een derde" and "driekwart" as percentages."""
    text = _HALVES.sub("50 procent", text)
    text = re.sub(r"\b(een|twee|drie)(derde|vierde|kwart)\b", r"\1 \2", text)
    for share in _SHARES.finditer(text):
        value = numerals.words_in_digits(share[0])
        if re.fullmatch(_N, value) and Decimal(value) < 1:
            return text.replace(share[0], f"{_dutch(Decimal(value) * _ALL)} procent")
    return text


def _dutch(value: Decimal) -> str:
    return f"{_rounded(value):f}".replace(".", ",")


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_HUNDREDTH).normalize()


def _shapes(text: str) -> Amount | Doubt | None:
    bare = " ".join(_FILLERS.sub(" ", text).split())
    for candidate in (text.strip(" .!"), bare.strip(" .!")):
        if found := amount(candidate, _one, width=_WIDTH):
            return _inside(found)
    return None


def _inside(found: Amount | Doubt) -> Amount | Doubt:
    if isinstance(found, Doubt):
        return found
    said = found.low if found.value is None else found.value
    if said is not None and said > _ALL:
        return _OUTSIDE
    if found.high is not None and found.high > _ALL:
        return Amount(found.value, found.low, _ALL)
    return found


def _one(text: str) -> Decimal | Doubt | None:
    """Read one share: "33,5%", "een derde", "2 van de 3"."""
    text = text.strip(" ,;:!")
    if found := re.fullmatch(rf"(?:voor )?({_N}) ?{_SIGN}?(?: (?:van|schuld|deel))*", text):
        value = Decimal(found[1])
        unsure = 0 < value < 1 and re.search(_SIGN, text) is None
        return Doubt(reason="verstaan.percent.below_one") if unsure else value
    if found := _SHARE_OF.fullmatch(text):
        part, whole = Decimal(found[1]), Decimal(found[2])
        return _rounded(part / whole * _ALL) if 0 < part <= whole else None
    return None


def _reading(found: Amount) -> Reading:
    forms = {"waarde": found.value, "van": found.low, "tot": found.high}
    params = {name: "" if form is None else written.percent(form) for name, form in forms.items()}
    approximate = found.low is not None or found.high is not None
    return Reading(
        status="approximate" if approximate else "ok",
        value=found.value,
        low=found.low,
        high=found.high,
        params=params,
    )
