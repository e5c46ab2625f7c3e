"""Amounts in euro as people type them. When anything is odd: ask, never guess."""

import re
from decimal import Decimal

from dialogs.understanding import labels, numerals, written
from dialogs.understanding.quantities import ABOUT, Amount, amount
from dialogs.understanding.reading import Doubt, Reading

_NEGATIVE = Doubt(reason="verstaan.money.negative")
_NO_AMOUNT = Doubt(reason="verstaan.money.not_understood")
_CENT = Decimal("0.01")
_MOST = Decimal(100_000_000)
_WIDTH = Decimal("0.1")
_N = numerals.NUMBER
_EURO = r"(?:eu|euro'?s?|eur|eurootjes|eurotjes|euri|piek|ballen)"
_FOREIGN = re.compile(
    r"[$£¥₺]|\b(?:dollars?|usd|gbp|ponden|pond|chf|franken|yen|lira|zloty|gulden|bitcoin|btc)\b"
)
_PERIOD = re.compile(
    r"\b(?:per|p)[ /.]?(?:maand|mnd|m|week|wk|w|jaar|jr|j|dag|uur|u|keer|stuk|km|"
    r"kilometer|persoon|nacht|behandeling)\b|"
    r"/ ?(?:maand|mnd|week|wk|jaar|jr|dag|uur|u|km)\b|\b(?:pm|pw|pj|p\.m\.|maandelijks|"
    r"wekelijks|jaarlijks)\b|"
    r"\b(?:elke|iedere) (?:maand|week|dag|keer)\b"
)
_SUM = re.compile(
    rf"{_N} op {_N}|^0[0-9]{{2,}}$|"
    rf"\b(?:keer|maal|min|minus|plus|korting|btw|procent)\b|[%*+]|"
    rf"{_N} ?x\b|\bx ?{_N}|= ?{_N}"
)
_WITH_TAX = re.compile(r"\bincl(?:usief)?\.? btw\b")
# "Anderhalf" what? Nobody means one euro fifty.
_BARE_PART = re.compile(
    r"(?:een )?(?:half|halve|anderhalf|anderhalve|kwart|driekwart)|[a-z ]+enhalf"
)
# Without one of these, "een" is an article and "half" says how.
_MONEY_SAID = re.compile(rf"[0-9€]|\b(?:{_EURO}|(?:euro)?cent(?:en|s)?|ct)\b")
# A word beside a number is what is counted: "twee broers" are no two euros.
_COUNTED = re.compile(rf"{_N} ?(?!{_EURO}\b)[a-z]")
_THOUSANDTHS = re.compile(r"(?:[0-9]{4}|\.[0-9]{3}),[0-9]{3}(?![0-9])")
_NOTHING = re.compile(
    r"(?:helemaal )?(?:niks|niets|nul|gratis|geen|noppes|nada|nihil)"
    r"(?: (?:euro|kosten|schade|betaald|gehad|gekost|gemaakt|hoor))*"
)
_WORTH = (
    (r"ton(?:netjes)?", Decimal(100_000)),
    (r"ruggen|rug", Decimal(1000)),
    (r"duizendjes?", Decimal(1000)),
    (r"honderdjes?", Decimal(100)),
    (r"meiers?", Decimal(100)),
    (r"geeltjes?", Decimal(25)),
    (r"tientjes?", Decimal(10)),
    (r"(?:euro)?cent(?:en|s)?|ct|c|\u00a2", _CENT),
)
_FEW = re.compile(
    rf"(?:paar|paartje|enkele|wat|stuk of wat) (?:(?P<unit>{_N}|[a-z]+)(?: {_EURO})?)"
)
_TENS = {"tientallen": 10, "honderden": 100, "duizenden": 1000}
_SINGLE = re.compile(rf"(?:€|{_EURO})? ?({_N}) ?(?:€|{_EURO})?")
_EURO_AND_CENTS = re.compile(
    rf"(?:€ ?)?([0-9]+) ?(?:{_EURO}|€)(?: en)? ([0-9]{{1,2}})(?: ?(?:cent(?:en)?|ct|c))?"
)
_OR_SO = re.compile(rf"(?:{_EURO}|tientje|stuk) of ({_N})")
_WITH_SIGN = re.compile(rf"(?:€ ?({_N})|\b({_N}) ?(?:€|{_EURO}(?![a-z])))")
_FILLERS = re.compile(
    r"\b(?:ik|heb|had|het|was|is|dat|die|er|mij|me|kost|kosten|kostte|gekost|betaald|"
    r"betaalde|betaal|"
    r"voor|in totaal|totaal|bij elkaar|samen|alles|bedrag|schade|van|aan|op|om|toch|"
    r"gewoon|precies|"
    r"exact|wel|al|nu|maar|zijn|waren|inclusief|incl|kwijt|uitgegeven|een|bedraagt|dus|"
    r"zeg|ja|nou|hoor|de|"
    r"eigen risico|rekening|factuur|"
    r"nota|bon|ben|gaf|uit|stuk|werd|wordt|nog|ander)\b|(?<![0-9])[.,;:!()\"]+|"
    r"[.,;:!()\"]+(?![0-9])"
)
# What the one number in a sentence may be in place of an amount: a day, a count, a share.
_COUNTS_SOMETHING = re.compile(
    rf"{_N} ?(?:dag|week|weken|wkn|maand|mnd|jaar|jr|uur|km|kilo|keer|x|e\b|ste|de\b|%|jan|feb|"
    r"maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\b(?:niet|geen|nooit|of|tot|tussen|boven|"
    r"onder|meer|minder|bijna|ruim|min|nummer|huisnummer|nr)\b|\?"
)
_DASHES = re.compile(r"(?<=[0-9])[.,] ?(?:-{1,2}|=)(?![0-9])")


def money(text: str) -> Reading:  # noqa: PLR0911 - a way of reading per return
    """Return the amount that the plain text tells."""
    if _NOTHING.fullmatch(text.strip(" .!")):
        return _reading(Amount(Decimal(0)))
    text = _WITH_TAX.sub("", _DASHES.sub("", text))
    if _BARE_PART.fullmatch(text) or labels.no_quantity(text) or labels.an_age(text):
        return _NO_AMOUNT.reading()
    if _THOUSANDTHS.search(text):
        return numerals.UNCLEAR.reading()
    if doubt := _odd(text):
        return doubt.reading()
    digits = numerals.in_digits(text)
    if isinstance(digits, Doubt):
        return _proposing(digits).reading()
    if _PERIOD.search(text):
        return Doubt(reason="verstaan.money.per_period").reading()
    if _SUM.search(digits) or _SUM.search(text):
        return Doubt(reason="verstaan.money.several").reading()
    found = _shapes(digits) or _in_sentence(text) or _only_number(digits) or _NO_AMOUNT
    if isinstance(found, Amount) and _only_article(found, text):
        return _NO_AMOUNT.reading()
    return found.reading() if isinstance(found, Doubt) else _reading(found)


def _only_article(found: Amount, text: str) -> bool:
    """Tell whether "een ander" or "half uit" was read as a euro or a part of one."""
    ends = [bound for bound in found if bound]
    return bool(ends) and min(ends) <= 1 and _MONEY_SAID.search(text) is None


def _odd(text: str) -> Doubt | None:
    if re.match(r"(?:€|eur(?:o)?)? ?(?:-|minus) ?(?:€|eur(?:o)?)? ?[0-9]", text):
        return _NEGATIVE
    if re.match(r"min\b(?! ?\.)", text) or "min." in text:
        return Doubt(reason="verstaan.money.min_unclear")
    if re.search(r"(?:^|\s)-\s?(?:€ ?)?[0-9]|[0-9] ?-$", text) and not re.search(
        r"[0-9€o] ?- ", text
    ):
        return _NEGATIVE
    return Doubt(reason="verstaan.money.currency") if _FOREIGN.search(text) else None


def _shapes(text: str) -> Amount | Doubt | None:
    bare = " ".join(_FILLERS.sub(" ", text).split())
    for candidate in (text, bare):
        for shape in (_few, _or_so):
            sure = " ".join(ABOUT.sub(" ", candidate).split())
            if (vague := shape(sure)) is not None:
                return vague
        if found := amount(candidate, _one, width=_WIDTH):
            return found
    return None


def _few(text: str) -> Amount | None:
    """Read "een paar honderd euro" as 200 to 500, "honderden euro's" as 200 to 900."""
    words = text.split()
    if words and words[0] in _TENS and (len(words) == 1 or re.fullmatch(_EURO, words[1])):
        size = Decimal(_TENS[words[0]])
        return Amount(None, size * 2, size * 9)
    found = _FEW.fullmatch(text)
    if found is None:
        return None
    unit = found["unit"]
    if re.fullmatch(_N, unit):
        size = Decimal(unit)
    elif unit in _TENS:
        size = Decimal(_TENS[unit])
    elif re.fullmatch(_EURO, unit):
        size = Decimal(1)
    else:
        worth = next((value for name, value in _WORTH if re.fullmatch(name, unit)), None)
        if worth is None:
            return None
        size = worth
    return Amount(size * 3, size * 2, size * 5)


def _or_so(text: str) -> Amount | None:
    found = _OR_SO.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found[1]) * (10 if "tientje" in text else 1)
    return _around(value)


def _one(text: str) -> Decimal | Doubt | None:
    """Read one amount, nothing else."""
    text = text.strip(" .,;:!")
    if found := _SINGLE.fullmatch(text):
        return _cents(Decimal(found[1]))
    if found := _EURO_AND_CENTS.fullmatch(text):
        cents = found[2] if len(found[2]) > 1 else f"0{found[2]}"
        return Decimal(f"{found[1]}.{cents}")
    for name, worth in _WORTH:
        shape = re.fullmatch(rf"(?:een|({_N}))? ?(?:{name})(?: {_EURO})?", text)
        if shape and (shape[1] or worth > _CENT):
            return _cents(Decimal(shape[1] or 1) * worth)
    return None


def _cents(value: Decimal) -> Decimal | Doubt:
    return value if value == value.quantize(_CENT) else numerals.UNCLEAR


def _in_sentence(text: str) -> Amount | Doubt | None:
    """Take the one amount with a euro sign or word from a longer sentence."""
    digits = numerals.in_digits(re.sub(r"\been (?=[a-z])", "", text))
    if isinstance(digits, Doubt):
        return digits
    text = digits
    marked = list(_WITH_SIGN.finditer(text))
    several = len(re.findall(_N, text)) > 1
    if len(marked) != 1 or several:
        return Doubt(reason="verstaan.money.several") if several else None
    if re.search(
        r"\b(?:niet|geen|terug|vergoed|vergoeding|meer|minder|tot|over|of|paar|duizend|ton)\b",
        text,
    ):
        return None
    value = _cents(Decimal(marked[0][1] or marked[0][2]))
    if isinstance(value, Doubt):
        return value
    return _around(value) if ABOUT.search(text) else Amount(value)


def _around(value: Decimal) -> Amount:
    return Amount(value, value * (1 - _WIDTH), value * (1 + _WIDTH))


def _only_number(text: str) -> Doubt | None:
    """Ask whether the one number in a sentence is the amount ("mijn eigen risico 385")."""
    numbers, bare = re.findall(_N, text), " ".join(_FILLERS.sub(" ", text).split())
    if _COUNTED.search(bare):
        return None
    if len(numbers) != 1 or _COUNTS_SOMETHING.search(text) or Decimal(numbers[0]) > _MOST:
        return None
    return _proposing(Doubt(reason=_NO_AMOUNT.reason, proposal=Decimal(numbers[0])))


def _reading(found: Amount) -> Reading:
    ends = [bound for bound in found if bound is not None]
    if max(ends) > _MOST:
        return Doubt(reason="verstaan.money.too_much").reading()
    value, low, high = (None if bound is None else _text(bound) for bound in found)
    approximate = low is not None or high is not None
    return Reading(
        status="approximate" if approximate else "ok",
        value=value,
        low=low,
        high=high,
        params=_params(value, low, high),
    )


def _params(value: str | None, low: str | None, high: str | None) -> dict[str, str]:
    forms = {"waarde": value, "van": low, "tot": high}
    return {name: "" if form is None else written.euro(form) for name, form in forms.items()}


def _proposing(doubt: Doubt) -> Doubt:
    if not isinstance(doubt.proposal, Decimal):
        return Doubt(reason="verstaan.number.unclear")
    value = _text(doubt.proposal)
    params = {"waarde": written.euro(value)}
    return Doubt(reason="verstaan.money.did_you_mean", proposal=value, params=params)


def _text(value: Decimal) -> str:
    return f"{value.quantize(_CENT):f}"
