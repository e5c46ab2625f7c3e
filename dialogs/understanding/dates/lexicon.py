"""The words of a date, in one spelling each: "mrt" is m3, "zat" is w6, "de 15e" is o15."""

import re
from datetime import date

from rapidfuzz.distance import OSA

from dialogs.understanding import numerals
from dialogs.understanding.dates import feasts, figures
from dialogs.understanding.reading import Doubt

MONTHS = (
    "januari jan",
    "februari feb febr february",
    "maart mrt maa mar",
    "april apr",
    "mei",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sept sep",
    "oktober okt oct october",
    "november nov",
    "december dec",
)
_WEEKDAYS = (
    "maandag ma maan mnd maandags",
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
    "dit": "dit deze dees",
    "volgend": "volgend volgende komend komende aanstaande aankomend aankomende eerstvolgende as",
    "straks": "straks binnenkort later",
    "dag": "dag dagen dgn dg dagje dagjes etmaal",
    "week": "week weken wk wkn weekje weekjes wken",
    "maand": "maand maanden mndn mnden mnds maandje maandjes mndje",
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
    "begin": "begin beginnend aanvang",
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
    "nacht": "nacht",
    "paar": "paar enkele wat",
    "aanvangt": "aanvangt start begint begon startte aanving",
}  # fmt: skip
_DROPPED = [
    "de",
    "het",
    "een",
    "op",
    "in",
    "van",
    "v",
    "vd",
    "vh",
    "dd",
    "dat",
    "die",
    "was",
    "ik",
    "t",
    "'t",
    "om",
    "te",
    "ben",
    "heb",
    "had",
    "met",
    "bij",
    "is",
    "werd",
    "gebeurde",
    "gebeurd",
    "ongeluk",
    "ongeval",
    "aanrijding",
    "er",
    "toen",
    "gevallen",
    "aangereden",
    "datum",
    "dat",
    "sinds",
    "ook",
    "al",
    "weer",
    "precies",
    "exact",
    "wel",
    "zeg",
    "hoor",
    "nou",
    "ja",
    "ergens",
    "denk",
    "dacht",
    "ik",
    "ongeveer",
    "misschien",
    "volgens",
    "mij",
    "eh",
    "uh",
    "maar",
    "geloof",
    "zo'n",
    "zon",
    "zo",
    "circa",
    "ca",
    "plm",
    "plusminus",
    "ong",
    "waarschijnlijk",
    "vermoedelijk",
    "a.s",
    "mijn",
    "het's",
    "gewoon",
    "pas",
    "sorry",
    "oh",
    "tja",
    "sep.",
    "afspraak",
    "jaar's",
    "kalender",
    "einddatum",
    "moet",
    "zijn",
    "zal",
    "jaarlijks",
    "nog",
    "geweest",
    "gestart",
    "begonnen",
    "dus",
    "daar",
    "heel",
    "ten",
    "tijde",
    "gehad",
    "gekregen",
    "ong.",
    "ofzo",
    "zoiets",
    "iets",
    "gedurende",
    "lang",
    "zowat",
    "zeker",
    "omtrent",
]
_ABOUT = re.compile(
    r"\b(?:ongeveer|ong|circa|ca|plm|plusminus|zo'?n|ofzo|of zo|of zoiets|zoiets|iets van|"
    r"jaartje|maandje|weekje|grofweg|pakweg|naar schatting)\b|[~]"
)
_DAYPARTS = r"(?:ochtend|morgen|middag|namiddag|voormiddag|avond|vooravond)"
_CLOCK = re.compile(
    r"\b(?:om|rond|omstreeks|tegen|ongeveer|even na|even voor|vanaf|circa|ca|"
    r"zo rond)?\.? ?(?:een uur of [0-9]{1,2}|"
    r"(?:kwart|half|tien|vijf|10|5) (?:over|voor) (?:half )?\w+(?: uur)?|"
    r"[0-9]{1,2}[:.][0-9]{2} ?(?:uur|u|h)\b|[0-9]{1,2}:[0-9]{2}|"
    r"[0-9]{1,2} ?(?:uur|u|h)(?: [0-9]{2})?\b)(?! (?:geleden|terug|"
    r"later))(?: ?(?:precies|ongeveer))?|"
    r"\b(?:om|rond) half \w+\b(?! ?(?:geleden|jaar|maand))(?<!januari)(?<!februari)"
)
_HALF_MONTH = re.compile(
    r"\bhalf (?=(?:de )?(?:vorige |deze |vd |van )?[a-z])(?!jaar|uur|maand\b|week|dozijn|jr)"
)
_ORDINAL = re.compile(
    r"\b([0-9]{1,2}) ?(?:e|de|ste|ste\.|en)\b(?! (?:tot|[0-9]))|\b([0-9]{1,2})(?:e|de|ste)\b"
)
_SHORTEST_TYPO, _LONG = 5, 7


def _spellings() -> dict[str, str]:
    spelled = {word: f"m{number}" for number, row in enumerate(MONTHS, 1) for word in row.split()}
    spelled |= {word: f"w{number}" for number, row in enumerate(_WEEKDAYS) for word in row.split()}
    spelled |= {word: token for token, row in _WORDS.items() for word in row.split()}
    del spelled["mnd"]
    return spelled | {"mnd": "maand", "net": "vandaag"}


_SPELLED = _spellings()
_LONG_WORDS = tuple(word for word in _SPELLED if len(word) >= _SHORTEST_TYPO)


def tokens(text: str, today: date) -> list[str] | Doubt:
    """Return the canonical words of a date; words that say nothing about the day are left out.

    Unknown words stay as they are, so that what is not understood is never passed over.
    """
    figured = figures.figures(_prepared(text), today)
    if isinstance(figured, Doubt):
        return figured
    words = _in_order(_ORDINAL.sub(lambda m: f" o{m[1] or m[2]} ", figured))
    found = [_token(word) for word in words.split()]
    return [token for token in found if token]


def about(text: str) -> bool:
    """Tell whether the words around the date make it less precise."""
    return _ABOUT.search(text) is not None


def _prepared(text: str) -> str:
    text = re.sub(
        r"\b(?:of zo|en zo)\b|\bzo (?=rond|ongeveer|tussen|begin|eind|half|medio|in )", " ", text
    )
    text = re.sub(r"\b(?:t/m|t\.?e\.?m|tot en met|tot aan)\b\.?", " tot ", text)
    text = re.sub(r"\bj\.?l\b\.?|\bl\.l\.?", " jl ", text)
    text = re.sub(r"\ba\.s\.?(?= )", "volgend", text)
    text = re.sub(r"'s (?=ochtends|morgens|middags|avonds|nachts)", " s", text)
    text = _CLOCK.sub(" ", text)
    text = feasts.NAMES.sub(lambda m: f" f_{feasts.named(m)} ", text)
    text = re.sub(r"\bs(?:ochtends|morgens|middags|avonds)\b( vroeg| laat)?", " ", text)
    text = re.sub(r"\bsnachts\b", " nacht ", text)
    text = re.sub(
        rf"\b(\w{{2,}}dag|\w*gist(?:er|eren|ren|ern))(?:s ?|en ?| )?{_DAYPARTS}\b( vroeg| laat)?",
        r"\1 ",
        text,
    )
    text = re.sub(rf"\b(ma|di|wo|do|vr|za|zo|zat|zon) ?{_DAYPARTS}\b", r"\1 ", text)
    text = re.sub(r"\b(\w{3,}(?:dag|gister|gisteren)) ?nacht\b", r"\1 nacht", text)
    text = re.sub(
        rf"\b(?:in de |op de |de )?(?:vroege |late )?{_DAYPARTS}(?<!morgen)\b(?: van)?", " ", text
    )
    text = re.sub(r"\b(vanochtend|vanmorgen|vanmiddag|vandaag) (?:vroeg|laat)\b", r"\1", text)
    text = re.sub(r"\b(?:vroeg|laat|vroege|late)(?= in\b| op\b|$)", " ", text)
    text = _HALF_MONTH.sub("medio ", text)
    text = re.sub(r"\bhalfjaar\b", "half jaar", text)
    text = re.sub(
        r"\b(?:een )?(jaar|maand|week|dag)(?:tje|je)? of ([a-z]+|[0-9]+)\b(?= geleden| terug)",
        r"\2 \1 ongeveer",
        text,
    )
    return re.sub(r"\b(?:dit|het) (?:afgelopen|voorbije)\b", "afgelopen", text)


def _in_order(text: str) -> str:
    """Separate the words, with numbers as digits; what joins two ends becomes "tot" or "of"."""
    text = re.sub(r"(?<=[a-z])/(?=[a-z])", " of ", text)
    text = re.sub(r"(?<=[a-z0-9])\s*-\s*(?=[a-z0-9])", " tot ", text)
    text = re.sub(r"(?<![0-9])[.]|[.](?![0-9])|[,;:!?()\"]|\s-\s|(?:^|\s)-", " ", text)
    return numerals.words_in_digits(text)


def _token(word: str) -> str | None:
    if word in _DROPPED and word not in _SPELLED:
        return None
    if word in _SPELLED:
        return _SPELLED[word]
    if (place := numerals.ordinal(word)) is not None:
        return f"o{place}"
    if found := re.fullmatch(r"[kq]([1-4])", word):
        return f"k{found[1]}"
    if re.fullmatch(r"[0-9.]+|o[0-9]+|m[0-9]+|f_\w+|k[1-4]", word):
        return word
    meant = _typo(word)
    return word if meant is None else _SPELLED[meant]


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
