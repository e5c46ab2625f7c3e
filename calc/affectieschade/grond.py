"""Whether there is ground for affectieschade: the day, the consequence, and the crime."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.omstandigheden import door_misdrijf, ernstig_en_blijvend, overleden
from calc.reden import Reden, getal_bereik, reden
from calc.trilean import negate

_IN_WERKING = "affectieschade.in_werking"


class Recht(StrEnum):
    """What the facts of the victim give their relatives."""

    JA = "ja"
    NEE = "nee"
    TE_BEOORDELEN = "te_beoordelen"


@dataclass(frozen=True)
class Grond:
    """The right, the column of the table it would be paid from, and why."""

    recht: Recht
    kolom: str
    redenen: tuple[Reden, ...]


def grond(feiten: Feiten, lezing: Lezing) -> Grond:
    """Return what the victim's facts give relatives, whoever they are.

    Source:
        Wet vergoeding affectieschade: only events on or after 1 January 2019 ("geen
        terugwerkende kracht"); art. 6:107 lid 1 onder b and 6:108 lid 3 BW.
    """
    recht, redenen = _recht(feiten, lezing)
    gevolg = "overlijden" if overleden(feiten) else "letsel"
    misdrijf = door_misdrijf(feiten)
    if recht is not Recht.NEE:
        redenen = (*redenen, *_om_misdrijf(misdrijf))
    return Grond(
        recht=recht,
        # Unknown whether it was a crime: the lower column, until it is known.
        kolom=f"{gevolg}_misdrijf" if misdrijf else gevolg,
        redenen=redenen,
    )


def _recht(feiten: Feiten, lezing: Lezing) -> tuple[Recht, tuple[Reden, ...]]:
    in_werking = lezing.dag(_IN_WERKING)
    vanaf = None if in_werking is None else in_werking.isoformat()
    onder_de_wet = (
        None
        if feiten.gebeurtenis_datum is None or in_werking is None
        else negate(feiten.gebeurtenis_datum.below(in_werking))
    )
    if onder_de_wet is False:
        return Recht.NEE, (reden("affectieschade_voor_de_wet", vanaf=vanaf),)
    recht, waarom = _om_gevolg(feiten, lezing)
    if onder_de_wet is None and recht is not Recht.NEE:
        dag = reden("affectieschade_dag_onbekend", vanaf=vanaf)
        return Recht.TE_BEOORDELEN, (dag, waarom)
    return recht, (waarom,)


def _om_gevolg(feiten: Feiten, lezing: Lezing) -> tuple[Recht, Reden]:
    if overleden(feiten):
        return Recht.JA, reden("affectieschade_overlijden")
    if ernstig_en_blijvend(feiten, lezing):
        return Recht.JA, _ernstig(feiten, lezing)
    if _twijfel(feiten):
        return Recht.TE_BEOORDELEN, reden("affectieschade_ernst_beoordelen")
    if feiten.letsel.ernstig_en_blijvend is False or feiten.letsel.restloos:
        return Recht.NEE, reden("affectieschade_geen_ernstig_letsel")
    return Recht.TE_BEOORDELEN, reden("affectieschade_ernst_onbekend")


def _ernstig(feiten: Feiten, lezing: Lezing) -> Reden:
    percentage = feiten.letsel.blijvende_invaliditeit_pct
    leidraad = lezing.aantal("affectieschade.leidraad_pct")
    if percentage is None or feiten.letsel.ernstig_en_blijvend:
        return reden("affectieschade_ernstig_en_blijvend")
    return reden("affectieschade_leidraad", pct=getal_bereik(percentage), leidraad=leidraad)


def _twijfel(feiten: Feiten) -> bool:
    """Tell whether something lasting was named that a human has to weigh."""
    percentage = feiten.letsel.blijvende_invaliditeit_pct
    boven_nul = percentage is not None and percentage.at_most(Decimal(0)) is not True
    return boven_nul or feiten.letsel.karakterverandering is True


def _om_misdrijf(misdrijf: bool | None) -> Iterator[Reden]:  # noqa: FBT001 - the value itself
    if misdrijf is None:
        yield reden("affectieschade_misdrijf_onbekend")
    elif misdrijf:
        yield reden("affectieschade_misdrijf")
