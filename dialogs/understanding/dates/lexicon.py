"""The words of a date, in one spelling each: "mrt" is m3, "zat" is w6, "de 15e" is o15."""

import re
from datetime import date

from rapidfuzz.distance import OSA

from dialogs.understanding import numerals
from dialogs.understanding.dates import figures
from dialogs.understanding.dates.rewrites import rewritten
from dialogs.understanding.reading import Doubt

MONTHS = (
    "januari jan",
    "februari feb febr february",
    "maart mrt maa mar",
    "april apr",
    "mei",
    "juni jun june juny junie",
    "juli jul july julie",
    "augustus aug august",
    "september sept sep",
    "oktober okt oct october",
    "november nov",
    "december dec",
)
_WEEKDAYS = (
    "maandag ma maan maandags",
    "dinsdag di dins dinsdags",
    "woensdag wo woe woens woensdags",
    "donderdag do don dond donderdags",
    "vrijdag vr vrij vrijd vrijdags",
    "zaterdag za zat zaterdags",
    "zondag zo zon zondags",
)
_WORDS = {
    "vorig": "vorig vorige voorgaande vorrige verleden verlede voorbije vergangen",
    "afgelopen": "afgelopen afglopen afgelope aflopen",
    "jl": "jl jongstleden laatstleden ll",
    "laatste": "laatste",
    "dit": "dit deze dees huidige huidig",
    "volgend": "volgend volgende komend komende aanstaande aankomend aankomende "
    "eerstvolgende eropvolgende daaropvolgende as",
    "straks": "straks binnenkort later",
    "dag": "dag dagen dgn dg dagje dagjes etmaal",
    "week": "week weken wk wkn weekje weekjes wken",
    "maand": "maand maanden mnd mndn mnden mnds maandje maandjes mndje",
    "jaar": "jaar jaren jr jaartje jaartjes kalenderjaar jrs",
    "kwartaal": "kwartaal kwartalen",
    "weekend": "weekend weekeinde wkend weekendje weekends",
    "uur": "uur uren uurtje uurtjes u",
    "minuut": "minuut minuten minuutje min",
    "geleden": "geleden gelden gelede terug geleeden",
    "vandaag": "vandaag vanmorgen vanochtend vanmiddag vanavond zonet zojuist daarnet net zoeven "
    "nu zopas daarstraks daarjuist",
    "vannacht": "vannacht",
    "gisteren": "gisteren gister gistren gistern gisteravond giseren",
    "eergisteren": "eergisteren eergister eergistren",
    "eereergisteren": "eereergisteren",
    "morgen": "morgen",
    "overmorgen": "overmorgen",
    "begin": "begin aanvang",
    "half": "medio midden halverwege",
    "eind": "eind einde ultimo",
    "helft": "helft",
    "lente": "lente voorjaar",
    "zomer": "zomer zomers",
    "herfst": "herfst najaar",
    "winter": "winter winters",
    "zomervakantie": "zomervakantie grotevakantie",
    "herfstvakantie": "herfstvakantie",
    "voorjaarsvakantie": "voorjaarsvakantie krokusvakantie",
    "meivakantie": "meivakantie",
    "bouwvak": "bouwvak bouwvakantie",
    "tussen": "tussen",
    "tot": "tot tm",
    "en": "en",
    "of": "of",
    "na": "na",
    "voor": "voor",
    "vlak": "vlak net kort",
    "over": "over",
    "rond": "rond omstreeks rondom",
    "ruim": "ruim dik",
    "bijna": "bijna krap",
    "nacht": "nacht",
    "paar": "paar enkele wat aantal enige meerdere ettelijke",
    "hooguit": "hooguit",
    "zekere": "zekere",
    "aanvangt": "aanvangt aanvangend beginnend startend start begint begon startte aanving",
}  # fmt: skip
# What says nothing about the day.
_SILENT = (
    "de het een op in van v vd vh dd dat die was ik t 't om te ben heb had met bij "
    "is werd gebeurde gebeurd ongeluk ongeval aanrijding er toen gevallen aangereden "
    "datum sinds ook al weer precies exact wel zeg hoor nou ja ergens denk dacht "
    "ongeveer misschien mij eh uh maar geloof zo'n zon zo circa ca plm plusminus ong "
    "waarschijnlijk vermoedelijk a.s mijn het's gewoon pas sorry oh tja afspraak "
    "jaar's kalender einddatum moet zijn zal jaarlijks nog geweest gestart begonnen "
    "dus daar heel ten tijde gehad gekregen ong. ofzo zoiets iets gedurende lang "
    "zowat zeker omtrent volgens ongelukje"
)
_ORDINAL = re.compile(r"\b([0-9]{1,2})(?:e|de|ste| ste)\b")
# A word that no date holds: what it stands beside is left unread.
UNCLEAR = "ooit"
# A day by a name that is not known here: a year beside it is not the answer.
_NAMED_DAY = re.compile(r"\w{3,}(?:dag|feest|festival|vakantie|giving)|ramadan|eid")
# "Weken geleden", but how many?
_MANY = {"dagen", "weken", "maanden", "jaren"}
_SHORTEST_TYPO, _LONG = 5, 7


def _spellings() -> dict[str, str]:
    spelled = dict.fromkeys(_SILENT.split(), "")
    spelled |= {word: f"m{number}" for number, row in enumerate(MONTHS, 1) for word in row.split()}
    spelled |= {word: f"w{number}" for number, row in enumerate(_WEEKDAYS) for word in row.split()}
    spelled |= {word: token for token, row in _WORDS.items() for word in row.split()}
    return spelled | {"net": "vandaag"}


_SPELLED = _spellings()
# Only these are worth the risk of reading another word for them.
_NAMES = re.compile(
    r"m[0-9]+|w[0-9]|vorig|afgelopen|geleden|vandaag|gisteren|eergisteren|week|maand|weekend|"
    r"lente|zomer|herfst|winter"
)
_LONG_WORDS = tuple(
    word
    for word, token in _SPELLED.items()
    if len(word) >= _SHORTEST_TYPO and _NAMES.fullmatch(token)
)


def tokens(text: str, today: date) -> list[str] | Doubt:
    """Return the canonical words of a date; words that say nothing about the day are left out.

    Unknown words stay as they are, so that what is not understood is never passed over.
    """
    figured = figures.figures(rewritten(text), today)
    if isinstance(figured, Doubt):
        return figured
    words = _in_order(_ORDINAL.sub(lambda m: f" o{m[1]} ", figured))
    found: list[str] = []
    for word in words.split():
        if word in _MANY and not (found and re.fullmatch(r"[0-9.]+|paar", found[-1])):
            found.append(UNCLEAR)
        found += [token] if (token := _token(word)) else []
    return found


def _in_order(text: str) -> str:
    """Separate the words, with numbers as digits; what joins two ends becomes "tot" or "of"."""
    text = re.sub(r"(?<=[a-z])/(?=[a-z])", " of ", text)
    text = re.sub(r"(?<=[a-z0-9])\s*-\s*(?=[a-z0-9])", " tot ", text)
    text = re.sub(r"(?<![0-9])[.]|[.](?![0-9])|[,;:!?()\"]|\s-\s|(?:^|\s)-", " ", text)
    return numerals.words_in_digits(text)


def _token(word: str) -> str:
    if word in _SPELLED:
        return _SPELLED[word]
    if (place := numerals.ordinal(word)) is not None:
        return f"o{place}"
    if found := re.fullmatch(r"[kq]([1-4])", word):
        return f"k{found[1]}"
    if re.fullmatch(r"[0-9.]+|o[0-9]+|m[0-9]+|f_\w+|k[1-4]", word):
        return word
    meant = _typo(word)
    if meant is None:
        return UNCLEAR if _NAMED_DAY.fullmatch(word) else word
    return _SPELLED[meant]


def _typo(word: str) -> str | None:
    """Return the one known word that differs by a slip of the finger."""
    if len(word) < _SHORTEST_TYPO - 1 or not word.isalpha():
        return None
    slips = 1 if len(word) < _LONG else 2
    near = {
        known: distance
        for known in _LONG_WORDS
        if known[0] == word[0] and (distance := OSA.distance(word, known)) <= slips
    }
    best = [known for known, distance in near.items() if distance == min(near.values())]
    return best[0] if len({_SPELLED[known] for known in best}) == 1 else None
