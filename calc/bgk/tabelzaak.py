"""A case that is settled by the table, step by step."""

from decimal import Decimal
from typing import NamedTuple

from pydantic import JsonValue

from calc.bgk.heropening import heropening
from calc.bgk.opslag import opslag
from calc.bgk.staffel import Tabelvergoeding, tabelvergoeding
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import NIETS, bedrag, getal
from calc.licht_letsel import Classificatie
from calc.marges import Marge, plus, precies, vast
from calc.reden import Reden, reden


class Tabelzaak(NamedTuple):
    """What the table gives for one case; all None in a case that is not settled by it."""

    afgerond: Marge | None = None
    tabelbedrag: Marge | None = None
    compensatie_pct: Decimal | None = None
    met_compensatie: Marge | None = None
    opslag: Decimal | None = None
    totaal: Marge | None = None
    eerder_betaald: Marge | None = None
    nog_te_betalen: Marge | None = None
    redenen: tuple[Reden, ...] = ()


def tabelzaak(
    feiten: Feiten, schade: Marge, lezing: Lezing, classificatie: Classificatie
) -> Tabelzaak:
    """Return what the table gives for this damage, with surcharge and after a reopening.

    Args:
        feiten: The day of the settlement, the surcharge's conditions, an earlier settlement.
        schade: The damage, at most the limit of the table.
        lezing: Gives the rows, the compensation and the surcharge.
        classificatie: The process; the surcharge is for light injury only.

    Returns:
        The total is the amount with the compensation of the day, or the bare amount when there is
        none, plus the surcharge; a surcharge that is not known counts for nothing in it.

    Source:
        Convenant BGK-Letsel, art. 3.5, 4.1, 5.1 and annex 2, art. 2e.
    """
    tabel = tabelvergoeding(schade, feiten.regeling_datum, lezing)
    erbij, over_opslag = opslag(feiten, lezing, classificatie)
    # The surcharge comes after the compensation: it raises "het BGK-bedrag", not the row.
    totaal = None if tabel.totaal is None else plus(tabel.totaal, vast(erbij or NIETS))
    heropend = heropening(feiten, totaal, lezing)
    return Tabelzaak(
        afgerond=tabel.afgerond,
        tabelbedrag=tabel.tabelbedrag,
        compensatie_pct=tabel.compensatie_pct,
        met_compensatie=tabel.met_compensatie,
        opslag=erbij,
        totaal=totaal,
        eerder_betaald=heropend.eerder_betaald,
        nog_te_betalen=heropend.nog_te_betalen,
        redenen=(
            _over_rij(tabel),
            _over_compensatie(feiten, tabel),
            *over_opslag,
            *heropend.redenen,
        ),
    )


def _over_rij(tabel: Tabelvergoeding) -> Reden:
    afgerond = precies(tabel.afgerond)
    waarde = None if afgerond is None else bedrag(afgerond)
    if tabel.van_jaar is not None:
        return reden("bgk_staffel", jaar=tabel.van_jaar, afgerond=waarde)
    sleutel = "bgk_geen_schade" if afgerond == NIETS else "bgk_staffel_rij_onbekend"
    return reden(sleutel, afgerond=waarde)


def _over_compensatie(feiten: Feiten, tabel: Tabelvergoeding) -> Reden:
    if tabel.compensatie_pct is not None:
        return reden("bgk_compensatie", pct=getal(tabel.compensatie_pct))
    if feiten.regeling_datum is None:
        return reden("bgk_regeling_datum_onbekend")
    if len(tabel.percentages) > 1:
        return reden("bgk_compensatie_over_perioden", percentages=_percentages(tabel))
    return reden("bgk_compensatie_niet_geregeld")


def _percentages(tabel: Tabelvergoeding) -> list[JsonValue]:
    return [getal(pct or NIETS) for pct in tabel.percentages]
