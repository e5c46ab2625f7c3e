"""Licht letsel (LL) or the code of conduct for all other injuries (GBL)."""

from datetime import date
from enum import StrEnum

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.reden import Blok, Reden, Uitkomstmodel


class Procescode(StrEnum):
    """The process a case runs in."""

    LL = "LL"
    LL_VOORLOPIG = "LL_VOORLOPIG"
    GBL = "GBL"


class CriteriumId(StrEnum):
    """The three criteria, in the order of the convention."""

    SCHADE = "schade"
    ARBEIDSONGESCHIKTHEID = "arbeidsongeschiktheid"
    HERSTEL = "herstel"


class Toets(StrEnum):
    """How a criterion came out."""

    GEHAALD = "gehaald"
    NIET_GEHAALD = "niet_gehaald"
    ONBEKEND = "onbekend"


class JaNee(StrEnum):
    """Three-valued, as people write it."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Criterium(Uitkomstmodel):
    """One criterion; `grensgeval` when it lies on or close to its limit."""

    id: CriteriumId
    uitkomst: Toets
    grensgeval: bool
    redenen: tuple[Reden, ...] = ()


class Classificatie(Blok):
    """The process code, and what it stands on."""

    uitkomst: Procescode
    buiten_reikwijdte: bool
    criteria: tuple[Criterium, ...]
    richtlijn_licht_letsel: JaNee
    hertoetsen_op: date | None
    ontbreekt: tuple[str, ...]


def classificatie(feiten: Feiten, lezing: Lezing) -> Classificatie:
    """Return the process code."""
    del feiten, lezing
    return Classificatie(
        uitkomst=Procescode.LL_VOORLOPIG,
        buiten_reikwijdte=False,
        criteria=tuple(
            Criterium(id=name, uitkomst=Toets.ONBEKEND, grensgeval=False) for name in CriteriumId
        ),
        richtlijn_licht_letsel=JaNee.ONBEKEND,
        hertoetsen_op=None,
        ontbreekt=(),
    )
