"""What the test on light injury gives."""

from datetime import date
from enum import StrEnum

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
    """One criterion; `grensgeval` when it is known to lie on or close to its limit."""

    id: CriteriumId
    uitkomst: Toets
    grensgeval: bool
    redenen: tuple[Reden, ...] = ()
    # Paths of the facts that would settle it, while it is unknown.
    ontbreekt: tuple[str, ...] = ()


class Classificatie(Blok):
    """The process code, and what it stands on."""

    uitkomst: Procescode
    # What it would be for a file that already runs as light injury.
    lopende_zaak: Procescode
    buiten_reikwijdte: bool
    criteria: tuple[Criterium, ...]
    richtlijn_licht_letsel: JaNee
    hertoetsen_op: date | None
    ontbreekt: tuple[str, ...]
    # Whether the victim's own share decides on which side of the limit the damage falls.
    bruto_netto_twijfel: bool


def toets(gehaald: bool | None) -> Toets:  # noqa: FBT001 - the value itself, not a switch
    """Return the outcome of a criterion that is met, not met or unknown."""
    if gehaald is None:
        return Toets.ONBEKEND
    return Toets.GEHAALD if gehaald else Toets.NIET_GEHAALD


def ja_nee(waarde: bool | None) -> JaNee:  # noqa: FBT001 - the value itself, not a switch
    """Return a three-valued truth as people write it."""
    if waarde is None:
        return JaNee.ONBEKEND
    return JaNee.JA if waarde else JaNee.NEE
