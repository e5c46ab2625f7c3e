"""Feast days by the names that people use for them."""

import re
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from dialogs.understanding.dates.spans import ONE_DAY, Span, month, one, weekday_within

_FIRST, _LAST = 1900, 2100
_MONDAY, _TUESDAY, _THURSDAY, _FRIDAY, _SUNDAY = 0, 1, 3, 4, 6

# Names in plain text, longest first; the canonical name stands behind them.
_NAMES = (
    (r"(?:eerste|1e|1ste) (?:kerstdag|kerst)", "kerstdag1"),
    (r"(?:tweede|2e|2de) (?:kerstdag|kerst)", "kerstdag2"),
    (r"kerst ?avond|avond voor kerst", "kerstavond"),
    (r"kerst ?vakantie", "kerstvakantie"),
    (r"kerst(?:mis|dagen)?|kerst ?weekend|xmas", "kerst"),
    (r"kerstdag", "kerst"),
    (r"(?:eerste|1e|1ste) (?:paasdag|pasen)|paaszondag", "pasen1"),
    (r"(?:tweede|2e|2de) (?:paasdag|pasen)|paasmaandag", "pasen2"),
    (r"paas ?weekend", "paasweekend"),
    (r"goede vrijdag", "goede_vrijdag"),
    (r"witte donderdag", "witte_donderdag"),
    (r"palm ?(?:zondag|pasen)", "palmzondag"),
    (r"pasen|paasdagen|paas", "pasen"),
    (r"(?:eerste|1e|1ste) (?:pinksterdag|pinksteren)|pinksterzondag", "pinksteren1"),
    (r"(?:tweede|2e|2de) (?:pinksterdag|pinksteren)|pinkstermaandag", "pinksteren2"),
    (r"pinkster ?weekend|pinksteren|pinksterdagen|pinkster", "pinksteren"),
    (r"hemelvaart ?weekend", "hemelvaartweekend"),
    (r"hemelvaarts?(?:dag)?", "hemelvaart"),
    (r"konings ?dag|king'?s ?day|koningsdag", "koningsdag"),
    (r"konings ?nacht", "koningsnacht"),
    (r"koninginne ?dag", "koninginnedag"),
    (r"bevrijdings ?dag", "bevrijdingsdag"),
    (r"(?:nationale )?doden ?herdenking", "dodenherdenking"),
    (r"sinterklaas(?:avond|feest)?|pakjes ?avond|sint(?:erklaas)? ?avond", "pakjesavond"),
    (r"sint[ -]?maarten", "sintmaarten"),
    (r"oud ?(?:en|&) ?nieuw|jaarwisseling", "oudennieuw"),
    (r"oude? ?jaars?(?:avond|dag|nacht)?|oudjaar(?:sdag|savond)?", "oudjaar"),
    (r"nieuw ?jaars?(?:dag|nacht|ochtend)?", "nieuwjaar"),
    (r"drie ?koningen", "driekoningen"),
    (r"(?:sint )?valentijns? ?(?:dag)?|valentine'?s ?day", "valentijn"),
    (r"moeder ?dag", "moederdag"),
    (r"vader ?dag", "vaderdag"),
    (r"dieren ?dag", "dierendag"),
    (r"dag van de arbeid", "dagvandearbeid"),
    (r"dag van de aarde|earth day", "dagvandeaarde"),
    (r"(?:internationale )?vrouwen ?dag", "vrouwendag"),
    (r"st\.? patrick'?s? day|saint patrick'?s? day", "patrick"),
    (r"1 april ?grap", "eenapril"),
    (r"thanksgiving(?: ?day)?|dankzeggingsdag", "thanksgiving"),
    (r"silvester(?:avond|nacht)?", "oudjaar"),
    (r"nationale herdenking", "dodenherdenking"),
    (r"feest van de arbeid", "dagvandearbeid"),
    (r"keti[ -]?koti", "ketikoti"),
    (r"dag van de (?:leraar|leerkracht)", "dagvandeleraar"),
    (r"halloween", "halloween"),
    (r"aller ?heiligen", "allerheiligen"),
    (r"aller ?zielen", "allerzielen"),
    (r"prinsjes ?dag", "prinsjesdag"),
    (r"black ?friday", "blackfriday"),
    (r"as ?woensdag", "aswoensdag"),
    (r"carnavals?(?:weekend|dagen)?|karnaval", "carnaval"),
)  # fmt: skip
NAMES = re.compile(
    "|".join(rf"(?P<f{place}>\b(?:{shape})\b)" for place, (shape, _) in enumerate(_NAMES))
)
_FIXED = {
    "kerstdag1": (12, 25),
    "kerstdag2": (12, 26),
    "kerstavond": (12, 24),
    "bevrijdingsdag": (5, 5),
    "dodenherdenking": (5, 4),
    "pakjesavond": (12, 5),
    "sintmaarten": (11, 11),
    "oudjaar": (12, 31),
    "nieuwjaar": (1, 1),
    "driekoningen": (1, 6),
    "valentijn": (2, 14),
    "dierendag": (10, 4),
    "dagvandearbeid": (5, 1),
    "dagvandeaarde": (4, 22),
    "vrouwendag": (3, 8),
    "patrick": (3, 17),
    "eenapril": (4, 1),
    "ketikoti": (7, 1),
    "dagvandeleraar": (10, 5),
    "halloween": (10, 31),
    "allerheiligen": (11, 1),
    "allerzielen": (11, 2),
}
# Days from Easter Sunday, first and last.
_FROM_EASTER = {
    "pasen1": (0, 0),
    "pasen2": (1, 1),
    "pasen": (0, 1),
    "paasweekend": (-1, 1),
    "goede_vrijdag": (-2, -2),
    "witte_donderdag": (-3, -3),
    "palmzondag": (-7, -7),
    "pinksteren1": (49, 49),
    "pinksteren2": (50, 50),
    "pinksteren": (49, 50),
    "hemelvaart": (39, 39),
    "hemelvaartweekend": (39, 42),
    "aswoensdag": (-46, -46),
    "carnaval": (-49, -47),
}
# Month, weekday and which one in the month.
_NTH = {
    "moederdag": (5, _SUNDAY, 2),
    "vaderdag": (6, _SUNDAY, 3),
    "prinsjesdag": (9, _TUESDAY, 3),
    "thanksgiving": (11, _THURSDAY, 4),
    "blackfriday": (11, _FRIDAY, 4),
}


def named(match: re.Match[str]) -> str:
    """Return the canonical name of the feast that `NAMES` found."""
    place = next(key for key, text in match.groupdict().items() if text is not None)
    return _NAMES[int(place[1:])][1]


def feast(year: int, name: str) -> Span | None:
    """Return the day or days of a feast in one year; None when there was none."""
    if not _FIRST < year < _LAST:
        return None
    if name in _FIXED:
        return one(date(year, *_FIXED[name]))
    if name in _FROM_EASTER:
        sunday = easter(year)
        return Span(*(sunday + timedelta(days=shift) for shift in _FROM_EASTER[name]))
    if name in _NTH:
        number, weekday, nth = _NTH[name]
        day = weekday_within(month(year, number), weekday, nth)
        return None if day is None else one(day)
    return _other(year, name)


def _other(year: int, name: str) -> Span | None:
    if name == "kerst":
        return Span(date(year, 12, 25), date(year, 12, 26))
    if name == "kerstvakantie":
        return Span(date(year, 12, 19), date(year + 1, 1, 8))
    if name == "winter":
        return Span(date(year, 12, 1), date(year + 1, 3, 20))
    if name == "oudennieuw":
        return Span(date(year, 12, 31), date(year + 1, 1, 1))
    wanted = "Koningsdag" if name.startswith("konings") else "Koninginnedag"
    day = _statutory(year).get(wanted)
    if day is None:
        return None
    return Span(day - ONE_DAY, day) if name == "koningsnacht" else one(day)


@cache
def _statutory(year: int) -> dict[str, date]:
    """Return the public holidays of one year by name."""
    # Costs a tenth of a second at the start of a command, and few answers need it.
    from holidays import country_holidays  # noqa: PLC0415

    days = country_holidays("NL", years=[year], language="nl")
    return {name: day for day, name in days.items()}
