"""Phrases around a date, written in one way before the words are looked at one by one."""

import re

from dialogs.understanding.dates import feasts

_MONTHS = "jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec"
_DAYPARTS = r"(?:ochtend|morgen|middag|namiddag|voormiddag|avond|vooravond)"
_UNITS = (
    r"(?:dag|dagen|dagje|week|weken|weekje|wk|wkn|maand|maanden|maandje|mnd|jaar|jaren|jaartje|jr|"
    r"uur|uurtje|minuut|kwartier|half|halve|en)"
)
_TO = r"(?:[-/]|op|naar|en|tot)"
_YEAR = r"(?:19|20)[0-9]{2}"
_NAMED_DAY = r"\w{2,}dag|\w*gist(?:er|eren|ren|ern)"
_WEEKDAY = r"(?:ma|maan|di|dins|woens|donder|vrij|zater|zon)dag"
_WEEKS = r"(?:week|weken|weekje|wk|wkn)"
_WAS = r"(?:op|het|dat|was|volgens mij|ergens)"
_COUNTED = r"(?:jaar|jaren|jr|maand|maanden|mnd|week|weken|wkn|wk)"
_ABOUT = re.compile(
    r"\b(?:ongeveer|ong|circa|ca|plm|plusminus|zo'?n|ofzo|of zo|of zoiets|zoiets|iets van|gok|"
    r"jaartje|maandje|weekje|grofweg|pakweg|naar schatting|misschien)\b|[~]"
)
# A time of day says nothing about the day; "17 uur geleden" does.
_CLOCK = re.compile(
    r"\b(?:om|rond|omstreeks|tegen|ongeveer|even na|even voor|vanaf|circa|ca|zo rond)?\.? ?"
    r"(?:een uur of [0-9]{1,2}|(?:kwart|half|tien|vijf|10|5) (?:over|voor) (?:half )?\w+(?: uur)?|"
    r"[0-9]{1,2}[:.][0-9]{2} ?(?:uur|u|h)\b|[0-9]{1,2}:[0-9]{2}|"
    r"[0-9]{1,2} ?(?:uur|u|h)(?: ?[0-9]{2})?\b)"
    r"(?! (?:geleden|terug|later))(?: ?(?:precies|ongeveer))?|"
    rf"\b(?:om|rond) half (?!{_MONTHS}|jaar|maand|week)\w+\b"
)
_REWRITES = tuple(
    (re.compile(shape), instead)
    for shape, instead in (
        (r"(?<=[0-9])t(?=[0-9]{2}:)", " "),
        (r"\beerder (?=(?:dit jaar|deze maand|deze week|in de week)\b)", " "),
        (r"\b(?:of zo|en zo)\b|\bzo (?=rond|ongeveer|tussen|begin|eind|half|medio|in )", " "),
        (r"\b(?:t/m|t\.?e\.?m|tot en met|tot aan)\b\.?", " tot "),
        (r"(?<=[0-9])(?=(?:dgn|dagen|wk|wkn|weken|mnd|mndn|maand|maanden|jr|jaar|jaren)\b)", " "),
        (rf"\bzon (?=\w+ {_UNITS}\b)", "zo'n "),
        (r"\bweek ?[-,] ?(?=(?:maan|dins|woens|donder|vrij|zater|zon)dag)", "week "),
        (r"\b(?:islamitisch|chinees|joods|perzisch|arabisch|koerdisch)e? (?:oud|nieuw)", " ooit "),
        (r"\bj\.?l\b\.?|\bl\.l\.?", " jl "),
        (r"\ba\.s\.?(?= )", "volgend"),
        # "Mijn 18e" is a birthday, and the last of a month is not the last month.
        (r"\b(?:mijn|m'n) (?=[0-9]|\w+(?:tiende|ste|de)\b)|\blaatste (?=van\b)", " ooit "),
        (r"\b(?:minder dan|nog geen|korter dan|hooguit|hoogstens)\b", " hooguit "),
        (rf"\b([0-9]+),5 ?(?={_COUNTED}\b)", r"\1 en een half "),
        (
            rf"\bwinter (?:van )?({_YEAR}) ?{_TO} ?(?:{_YEAR}|[0-9]{{2}})\b",
            r" f_winter \1 ",
        ),
        (r"\b(?:nacht )?van (?:de )?(\w+) op (?:de )?(?=\w)", r" \1 tot "),
        (r"\bnet (?=na |voor )", "vlak "),
        (r"'s (?=ochtends|morgens|middags|avonds|nachts)", " s"),
        (r"\b(?:deze|dees) (?:ochtend|morgen|middag|avond)\b", "vandaag"),
        (r"(?:(?<=avond )|(?<=middag )|(?<=ochtend ))(?:om )?half \w+", " "),
        (_CLOCK.pattern, " "),
    )
)
_TENS = {
    "nul": "0",
    "tien": "10",
    "twintig": "20",
    "dertig": "30",
    "veertig": "40",
    "vijftig": "50",
    "zestig": "60",
    "zeventig": "70",
    "tachtig": "80",
    "negentig": "90",
}
_OLDEST_TENS = 30
_PARTS_OF_DECADE = {
    None: (0, 9),
    "begin": (0, 3),
    "midden": (3, 6),
    "half": (3, 6),
    "eind": (6, 9),
}
_DECADE = re.compile(
    rf"\b(?:(?P<part>begin|half|midden|eind)(?: van)? )?(?:de )?jaren '?"
    rf"(?P<tens>(?:19|20)?[0-9]0|{'|'.join(_TENS)})\b(?! (?:geleden|terug))"
)
_DAYPART_REWRITES = tuple(
    (re.compile(shape), instead)
    for shape, instead in (
        (r"\bs(?:ochtends|morgens|middags|avonds)\b(?: vroeg| laat)?", " "),
        (r"\bsnachts\b", " nacht "),
        (rf"\b({_NAMED_DAY})(?:s ?|en ?| )?{_DAYPARTS}\b(?: vroeg| laat)?", r"\1 "),
        (rf"\b(ma|di|wo|do|vr|za|zo|zat|zon) ?{_DAYPARTS}\b", r"\1 "),
        (r"\b(\w{2,}dag|\w*gister|\w*gisteren) ?nacht\b", r"\1 nacht"),
        (
            rf"\b(?:in de |op de |de )?(?:vroege |late )?{_DAYPARTS}(?<!morgen)\b(?: van)?",
            " ",
        ),
        (r"\b(vanochtend|vanmorgen|vanmiddag|vandaag) (?:vroeg|laat)\b", r"\1"),
        (r"\b(?:vroeg|laat|vroege|late)(?= in\b| op\b|$)", " "),
        (r"\bhalf (?=[a-z])(?!jaar|uur|maand\b|week|dozijn|jr)", "medio "),
        (r"\bhalfjaar\b", "half jaar"),
        (
            r"\b(?:een )?(jaar|maand|week|dag)(?:tje|je)? of ([a-z]+|[0-9]+)\b(?= geleden| terug)",
            r"\2 \1 ongeveer",
        ),
        (r"\b(?:dit|het) (?:afgelopen|voorbije)\b", "afgelopen"),
        # "Drie weken geleden, op een dinsdag" names one of about two.
        (
            rf"(\b{_WEEKS} (?:geleden|terug)),? (?:{_WAS} )*(?:een|'n) (?={_WEEKDAY})",
            r"\1 zekere ",
        ),
        (
            rf"\been (?=(?:{_WEEKDAY}) (?:\w+ )?{_WEEKS} (?:geleden|terug)\b)",
            " zekere ",
        ),
        # "Op een dinsdag" names none, and "een" counts only what can be counted.
        (r"\been (?=(?:ma|dins|woens|donder|vrij|zater|zon)dag\b|weekend\b)", " ooit "),
        (rf"\been (?!{_UNITS}\b|(?:{_MONTHS})[a-z]*\b)", " "),
    )
)


def rewritten(text: str) -> str:
    """Return the text without times of day, and with each phrase in its plainest form."""
    for shape, instead in _REWRITES:
        text = shape.sub(instead, text)
    text = _DECADE.sub(_years_of_decade, text)
    text = feasts.NAMES.sub(lambda found: f" f_{feasts.named(found)} ", text)
    for shape, instead in _DAYPART_REWRITES:
        text = shape.sub(instead, text)
    return text


def _years_of_decade(found: re.Match[str]) -> str:
    """Write "begin jaren 90" as the years from 1990 to 1993."""
    tens = _TENS.get(found["tens"], found["tens"])
    start = int(tens) if len(tens) > 2 else _century_of(int(tens)) + int(tens)  # noqa: PLR2004 - "90"
    first, last = _PARTS_OF_DECADE[found["part"]]
    return f" {start + first} tot {start + last} "


def _century_of(tens: int) -> int:
    return 2000 if tens < _OLDEST_TENS else 1900


def about(text: str) -> bool:
    """Tell whether the words around the date make it less precise."""
    return _ABOUT.search(text) is not None
