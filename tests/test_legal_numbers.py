"""A number of the law in a text is the one in the parameters: a new one there names its texts here."""

import re
from datetime import date

from bot.texts import Texts, Written
from calc.dated import parameters

TEXTS = Texts()
TODAY = date(2026, 11, 23)
NUMBER = re.compile(r"€ [\d.]+|\b\d+ (?:dagen|weken|maanden|jaar|procent)\b")
# Examples of answers, words on buttons, and names: what a person types is no law.
NOT_TOLD = re.compile(
    r".*\.(?:not_understood|ook|kort)|.*\.optie\..*|verstaan\..*|(?:balie|vorm)\..*"
)


def norm(name: str) -> int:
    known = parameters().op(name, TODAY)
    assert known is not None
    return int(str(known.waarde).split(".")[0])


def allowed() -> set[str]:
    return {
        Written(TEXTS).euro(norm("licht_letsel.schade_onder")),
        f"{norm('licht_letsel.ao_onder') // 7} weken",
        f"{norm('licht_letsel.herstel_hoogstens')} maanden",
        f"{norm('termijnen.bw_5_jaar')} jaar",
        f"{norm('termijnen.wam_3_jaar')} jaar",
        f"{norm('affectieschade.leidraad_pct')} procent",
    }


def test_every_number_of_the_law_in_a_text_is_the_one_in_force() -> None:
    raw = {key: TEXTS.raw(key) for key in TEXTS if not NOT_TOLD.fullmatch(key)}
    strange = {
        key: sorted({*NUMBER.findall(text)} - allowed())
        for key, text in raw.items()
        if {*NUMBER.findall(text)} - allowed()
    }

    assert strange == {}
