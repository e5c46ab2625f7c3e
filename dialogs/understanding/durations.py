"""How long something lasted, in days: a week has 7, a month 30.4, a year 365."""

import re
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from rapidfuzz.distance import OSA

from dialogs.understanding import numerals, written
from dialogs.understanding.dates import span
from dialogs.understanding.quantities import ABOUT, Amount, amount
from dialogs.understanding.reading import Doubt, Reading

_NOT_UNDERSTOOD = Doubt(reason="verstaan.duration.not_understood")
_FUTURE = "verstaan.date.in_future"
_UNIT_MISSING = Doubt(reason="verstaan.duration.unit")
_N = numerals.NUMBER
_DAY, _WEEK, _MONTH, _YEAR = Fraction(1), Fraction(7), Fraction("30.4"), Fraction(365)
_HOUR = _DAY / 24
_UNITS = (
    (r"min|minuut|minuten|minuutjes?", _DAY / 1440),
    (r"kwartier(?:tje|en|tjes)?", _DAY / 96),
    (r"u|uur|uren|uurtjes?|uurtje", _HOUR),
    (
        r"d|dg|dgn|dag|dagen|dagje|dagjes|daagje|daagjes|etmaal|etmalen|nacht|nachten|nachtje|nachtjes",
        _DAY,
    ),
    (r"w|wk|wkn|wkje|wkjes|week|weken|weekje|weekjes|wekenlang", _WEEK),
    (r"mnd|mnden|mndn|mdn|mnds|maand|maanden|maandje|maandjes", _MONTH),
    (r"kwartaal|kwartalen", _MONTH * 3),
    (r"j|jr|jrs|jaar|jaren|jaartje|jaartjes", _YEAR),
)
_KNOWN = re.compile("|".join(shape for shape, _ in _UNITS))
_UNIT = rf"(?:{_KNOWN.pattern})"
# No half: "half werken" is no half week.
_COUNTED = re.compile(r"(?<![0-9.])\b([0-9]+|een|paar) ([a-z]{4,})\b")
_LONG_UNITS = ("minuten", "dagen", "weken", "maand", "maanden", "jaren", "uren", "week")
# Words that are one letter away from a unit.
_NO_UNITS = re.compile(
    r"daden|daken|dalen|jagen|maak|maan|mand|manden|urenlang|weef|weegt|weer|wees|weet|wegen|"
    r"wekken|werk|werken|weten|wezen"
)
_SMALL_FORM = re.compile(r"\b(?:minuut|uur|kwartier|da+g|week|wk|maand|jaar|nacht)t?jes?\b")
_ONE = r"(?:dag|week|maand|jaar|uur|minuut|kwartier|kwartaal|etmaal|nacht|\w+[ktrg]je|maandje)"
_TERM = re.compile(
    rf"(?:({_N}) ?({_UNIT})|(?:een )?({_ONE}))\b\.?(?: en(?: een)? (half|halve|0\.5|0\.25))?"
)
_OR_SO = re.compile(rf"({_UNIT}) of ({_N})")
_SOME = re.compile(
    rf"(?:paar|paartje|enkele|enige|wat|aantal|handvol|stuk of wat|meerdere) ({_UNIT})"
)
_FEW_LOW, _FEW, _FEW_HIGH = 2, 3, 5
_WIDTH = Decimal("0.2")
_LONGEST = 120 * 366
_HALF = Decimal("0.5")
_PARTS = {None: Decimal(0), "0.25": Decimal("0.25"), "0.5": _HALF, "half": _HALF, "halve": _HALF}
_NONE = re.compile(
    r"(?:helemaal |gelukkig |eigenlijk )?(?:niet|niets|niks|nooit|geen(?: (?:dag|"
    r"enkele dag|moment|uur))?|nul|0)"
    r"(?: (?:gehad|ziek geweest|ziek|hoor|thuis geweest))*"
)
_WORKDAYS = re.compile(r"\b(?:werkdag|werkdagen|werkweek|werkweken|diensten|schooldagen)\b")
# A way of working, not a length; "drie en halve weken" is one.
_HALF_DAYS = re.compile(r"(?<!\ben )\bhalve (?:dagen|nachten|uren|weken|maanden|jaren)\b")
# "Om 8 uur" is a time of day, and "de dag daarna" is a day.
_CLOCK = re.compile(
    r"(?:het was|om|rond|tot|tegen|na) (?:een )?[0-9]{1,2} ?(?:uur|u)|"
    r"(?:de |een )?(?:dag|week|maand|jaar) (?:daarna|erna|later|eerder|ervoor|daarvoor)|"
    r"[0-9]{1,2}[.:][0-9]{2} ?(?:uur|u)"
)
_PERMANENT = re.compile(
    r"\b(?:levenslang|voor altijd|(?<!nog )altijd|blijvend|permanent|nooit meer|voorgoed|"
    r"rest van mijn leven|eeuwig)\b"
)
_MORE_TO_COME = re.compile(rf"\bnog (?:zeker |minstens |ongeveer |een |{_N} |paar )")
_ONGOING = re.compile(
    r"""\b(?:nog\ (?:steeds|altijd)|steeds\ nog|(?:tot\ )?nu\ toe
    |tot\ (?:op\ )?(?:heden|(?:de\ dag\ van\ )?vandaag|nu)(?:\ toe)?|sindsdien
    |(?:het\ |dat\ )?(?:loopt|duurt|gaat)\ (?:nog|door)|ben\ (?:ik\ )?(?:er\ )?(?:nu\ )?nog|
    nog\ (?:niet|ziek|thuis|bezig|herstellende|last|pijn|onder|aan|in|gaande)
    |(?:is\ )?nog\ niet\ (?:over|klaar|beter|hersteld)|nog\ (?:lang\ )?niet|nog\ lopend|lopend|
    heden|tot\ en\ met\ (?:vandaag|nu|heden)
    |t/m\ (?:vandaag|nu|heden)|zit\ (?:ik\ )?nog|is\ nog|nu\ nog|voorlopig\ nog|tot\ dusver)\b""",
    re.VERBOSE,
)
_SINCE = re.compile(r"\b(?:al )?(?:sinds|sedert|vanaf|sinds het|al vanaf)\b(?: het| de)? (.+)")
_ALREADY = re.compile(
    r"(?:ben |zit |ik |het |nu |duurt |loopt |ondertussen |inmiddels )*(?:al|"
    r"inmiddels)\b ?(.+)"
)
_FROM = re.compile(r"\b(?:ik was|was|ben|ziek|thuis|vanaf|van)\b")
_FILLERS = re.compile(
    r"\b(?:ik|ben|was|heb|had|het|dat|de|er|ziek|thuis|gezeten|geweest|gehad|duurde|"
    r"geduurd|lang|voor|"
    r"ongeveer wel|wel|toch|gewoon|precies|exact|in totaal|totaal|bij elkaar|samen|gedurende|zeg|"
    r"maar|in|arbeidsongeschikt|niet gewerkt|uit de running|last|pijn|van gehad|zijn|"
    r"nu|hoor|nou|ja|"
    r"ziekenhuis|steeds|gelegen|gelopen|kwijt|nodig|me|mij|toen|was ik|weer|hersteld|daarna|"
    r"beter|en|al|hele|heel|gehele|volle|dokter|arts|huisarts|specialist|fysio|zei|zegt|verwacht|denkt|volgens)\b|(?<![0-9])[.,;:!()\"]+|[.,;:!()\"]+(?![0-9])"
)


def duration(text: str, today: date) -> Reading:
    """Return the duration that the plain text tells."""
    if _NONE.fullmatch(text.strip(" .!")):
        return _reading(Amount(Decimal(0)), ongoing=False)
    if _PERMANENT.search(text):
        return Doubt(reason="verstaan.duration.permanent").reading()
    if _HALF_DAYS.search(text) or _CLOCK.fullmatch(text.strip(" .!")):
        return _NOT_UNDERSTOOD.reading()
    if _WORKDAYS.search(text):
        return Doubt(reason="verstaan.duration.workdays").reading()
    if found := _since(text, today) or _still(text, today):
        return found
    return _settled(text, today)


def _settled(text: str, today: date) -> Reading:
    if _MORE_TO_COME.search(text):
        return Doubt(reason="verstaan.duration.still_to_come").reading()
    digits = _in_digits(text)
    if isinstance(digits, Doubt):
        return Doubt(reason=digits.reason).reading()
    found = _shapes(digits) or _between_days(text, today) or _NOT_UNDERSTOOD
    return found.reading() if isinstance(found, Doubt) else _reading(found, ongoing=False)


def _since(text: str, today: date) -> Reading | None:
    """Read "sinds mei": it goes on, and the days so far are known."""
    found = _SINCE.search(text)
    if found is None:
        return None
    since = _ONGOING.sub(" ", found[1]).strip(" .,;:!")
    if re.search(r"\btot\b", since) and re.search(r"[0-9a-z]", since.split("tot")[1]):
        return None
    length = _length(since)
    if length is not None:
        return _reading(length, ongoing=True)
    start = span(since, today)
    unclear = isinstance(start, Doubt) and (start.reason == _FUTURE or re.search(r"[0-9]", since))
    if isinstance(start, Doubt) and unclear:
        return start.reading()
    if start is None or isinstance(start, Doubt):
        return _reading(Amount(), ongoing=True)
    value, low, high = (
        Decimal((today - end).days) for end in (start.middle, start.high, start.low)
    )
    return _reading(Amount(value) if low == high else Amount(value, low, high), ongoing=True)


def _still(text: str, today: date) -> Reading | None:
    """Read "nog steeds ziek" and "al 3 weken": it goes on."""
    rest = _ONGOING.sub(" ", text)
    already = _ALREADY.fullmatch(text)
    if rest != text:
        left = " ".join(_FILLERS.sub(" ", re.sub(r"\bniet\b", " ", rest)).split())
        since = re.fullmatch(r"(?:van )?(.+)", left)
        length = _length(left)
        if length is None and since is not None:
            start = span(since[1], today)
            if start is not None and not isinstance(start, Doubt):
                return _since(f"sinds {since[1]}", today)
        return _reading(length or Amount(), ongoing=True)
    length = _length(already[1]) if already else None
    return None if length is None else _reading(length, ongoing=True)


def _length(text: str) -> Amount | None:
    digits = _in_digits(text)
    found = None if isinstance(digits, Doubt) else _shapes(digits)
    return found if isinstance(found, Amount) else None


def _units_apart(text: str) -> str:
    """Write "halfjaar" and "6wkn" in two words."""
    text = re.sub(r"\b(half|anderhalf)(uur|jaar|week|maand)", r"\1 \2", text)
    return re.sub(r"(?<=[0-9])(?=[a-z])", " ", text)


def _in_digits(text: str) -> str | Doubt:
    digits = numerals.in_digits(_units_apart(text))
    if isinstance(digits, Doubt):
        return digits
    return _COUNTED.sub(lambda found: f"{found[1]} {_unit_meant(found[2])}", digits)


def _unit_meant(word: str) -> str:
    """Mend one slip of the finger in a unit ("3 wekn", "2 maadnen")."""
    if _KNOWN.fullmatch(word) or _NO_UNITS.fullmatch(word):
        return word
    near = {unit for unit in _LONG_UNITS if unit[0] == word[0] and OSA.distance(unit, word) == 1}
    return near.pop() if len(near) == 1 else word


def _shapes(text: str) -> Amount | Doubt | None:
    bare = " ".join(_FILLERS.sub(" ", text).split())
    doubt: Doubt | None = None
    for candidate in (text.strip(" .,;:!"), bare):
        sure = " ".join(ABOUT.sub(" ", candidate).split())
        if (vague := _few(sure) or _or_so(sure)) is not None:
            return vague
        found = amount(candidate, _one, width=_WIDTH)
        if isinstance(found, Amount):
            known = found.value if found.low is None else None
            small = known is not None and _SMALL_FORM.search(text) is not None
            return _around(known) if known is not None and small else found
        doubt = doubt or found
    return doubt


def _around(days: Decimal) -> Amount:
    return Amount(days, days * (1 - _WIDTH), days * (1 + _WIDTH))


def _few(text: str) -> Amount | None:
    found = _SOME.fullmatch(text)
    if found is None:
        return None
    value, low, high = (_days(Decimal(count), found[1]) for count in (_FEW, _FEW_LOW, _FEW_HIGH))
    return Amount(value, low, high)


def _or_so(text: str) -> Amount | None:
    found = _OR_SO.fullmatch(text)
    return None if found is None else _around(_days(Decimal(found[2]), found[1]))


def _one(text: str) -> Decimal | Doubt | None:
    """Read "1 jaar, 1 maand en 21 dagen", nothing else."""
    text = text.strip(" .,;:!")
    if re.fullmatch(_N, text):
        return _UNIT_MISSING
    if re.fullmatch(rf"{_N} m", text):
        return _UNIT_MISSING
    total, place = Decimal(0), 0
    while place < len(text):
        term = _TERM.match(text, place)
        if term is None:
            return None
        unit = term[2] or term[3]
        bare = total > 0 and term[1] is None  # "5 dagen in de week"
        if bare or _KNOWN.fullmatch(unit) is None:
            return None
        count = Decimal(term[1] or 1) + _PARTS[term[4]]
        total += _days(count, unit)
        place = term.end()
        joint = re.compile(r"\s*(?:,|en|\+|plus)?\s*").match(text, place)
        place = joint.end() if joint else place
    return total if text and total <= _LONGEST else None


def _days(count: Decimal, unit: str) -> Decimal:
    """Return so many of a unit in days; an hour divides, so that 24 of them are a whole day."""
    size = next(size for shape, size in _UNITS if re.fullmatch(shape, unit))
    return written.fine(count * size.numerator / size.denominator)


def _between_days(text: str, today: date) -> Amount | None:
    """Read "van 3 mei tot 10 juni": the days between the ends, the last one in or out."""
    if not re.search(r"\b(?:tot|t/m|en|tm)\b|-", text) or re.search(r"\bsinds\b", text):
        return None
    found = span(_FROM.sub("", text), today)
    if found is None or isinstance(found, Doubt) or found.low == found.high:
        return None
    days = Decimal((found.high - found.low).days)
    return Amount(days, days, days + 1)


def _reading(found: Amount, *, ongoing: bool) -> Reading:
    approximate = found.low is not None or found.high is not None
    ends = {"van": (found.low or None, ROUND_FLOOR), "tot": (found.high, ROUND_CEILING)}
    params = {
        name: "" if days is None else written.rough(days, found.value or days, rounding)
        for name, (days, rounding) in ends.items()
    }
    params["waarde"] = "" if found.value is None else written.duration(found.value)
    return Reading(
        status="approximate" if approximate else "ok",
        value=found.value,
        low=found.low,
        high=found.high,
        ongoing=ongoing,
        params=params,
    )
