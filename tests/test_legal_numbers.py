"""A number of the law in a text is the one in the parameters: a new one there shows up here."""

import re
from datetime import date

from bot.texts import Written
from bot.words import words
from calc.dated import parameters

TEXTS = words()
TODAY = date(2026, 11, 23)
NUMBER = re.compile(
    r"€ [\d.]+|\b\d+ (?:dagen|weken|maanden|jaar|procent)\b|\b\d+ januari 20\d\d\b"
)
# Examples of answers, words on buttons, and names: what a person types is no law.
NOT_TOLD = re.compile(
    r".*\.(?:not_understood|ook|kort)|.*\.optie\..*|(?:verstaan|balie|vorm|pagina\.hint)\..*"
)


def value(name: str) -> object:
    known = parameters().op(name, TODAY)
    assert known is not None
    return known.waarde


def number(name: str) -> int:
    return int(str(value(name)).split(".", maxsplit=1)[0])


def in_force() -> set[str]:
    written = Written(TEXTS)
    return {
        written.euro(value("licht_letsel.schade_onder")),
        written.datum(value("affectieschade.in_werking")),
        f"{number('licht_letsel.ao_onder') // 7} weken",
        f"{number('licht_letsel.herstel_hoogstens')} maanden",
        f"{number('termijnen.contact_2_weken')} weken",
        f"{number('termijnen.standpunt_aansprakelijkheid_3_maanden')} maanden",
        f"{number('termijnen.ll_afwikkeling_6_maanden')} maanden",
        f"{number('termijnen.bw_5_jaar')} jaar",
        f"{number('termijnen.wam_3_jaar')} jaar",
        f"{number('termijnen.schadefonds_10_jaar')} jaar",
        f"{number('affectieschade.leidraad_pct')} procent",
    }


def test_every_number_of_the_law_in_a_text_is_the_one_in_force() -> None:
    told = {key: {*NUMBER.findall(TEXTS.raw(key))} for key in TEXTS if not NOT_TOLD.fullmatch(key)}

    assert sum(map(len, told.values())) > 5
    assert {key: found - in_force() for key, found in told.items() if found - in_force()} == {}
