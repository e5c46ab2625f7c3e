"""The table of the convention: what one amount of damage gives, with the compensation on it."""

from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.marges import Marge, maal, marge, plus

_STAFFEL = "bgk.staffel"
_GEEN, _HONDERD = Decimal(0), Decimal(100)


class Tabelvergoeding(NamedTuple):
    """What the table gives, step by step; `totaal` is without any surcharge."""

    afgerond: Marge | None = None
    tabelbedrag: Marge | None = None
    # The year of the table, None without a row.
    van_jaar: int | None = None
    # Each compensation of the days on which it may have been settled; None where there is none.
    percentages: tuple[Decimal | None, ...] = (None,)
    met_compensatie: Marge | None = None
    totaal: Marge | None = None

    @property
    def compensatie_pct(self) -> Decimal | None:
        """The compensation, None without one and while the day leaves it open."""
        return self.percentages[0] if len(self.percentages) == 1 else None


def tabelvergoeding(schade: Marge, op: Bereik[date] | None, lezing: Lezing) -> Tabelvergoeding:
    """Return what the table gives for the damage of a settlement.

    Args:
        schade: The damage, unrounded.
        op: The day of the settlement; None when there is none yet or nobody knows.
        lezing: Gives the rows and the compensation.

    Returns:
        The damage rounded up to whole hundreds, the amount of its row, and that amount with the
        compensation of the day. A row that is not known gives None: it is never extrapolated.
        Without a compensation the bare amount is the total. Days with more than one compensation
        give the range of all of them, as none of them may be left out.

    Source:
        Convenant BGK-Letsel, art. 4.1, 5.1, 5.5, 5.6 and annex 1.
    """
    honderdtal = lezing.geld("bgk.afronding")
    if honderdtal is None:
        return Tabelvergoeding()
    afgerond = marge(_naar_boven(schade.van, honderdtal), _naar_boven(schade.tot, honderdtal))
    percentages = (None,) if op is None else lezing.getallen("bgk.compensatie", op=op)
    # Art. 5.5: the rows are not indexed; without a settlement those of today are read.
    dag = lezing.today if op is None else op
    laagste, hoogste = (_rij(euro, dag, lezing) for euro in (afgerond.van, afgerond.tot))
    if laagste is None and hoogste is None:
        return Tabelvergoeding(afgerond, percentages=percentages)
    # The amounts rise with the damage: what lies between the ends lies between their rows.
    tabelbedrag = marge(laagste, hoogste)
    sinds = lezing.geldig_vanaf(_STAFFEL, op=dag)
    totaal = _verhoogd(tabelbedrag, [pct or _GEEN for pct in percentages])
    return Tabelvergoeding(
        afgerond=afgerond,
        tabelbedrag=tabelbedrag,
        van_jaar=None if sinds is None else sinds.year,
        percentages=percentages,
        met_compensatie=None if None in percentages else totaal,
        totaal=totaal,
    )


def _verhoogd(euro: Marge, percentages: list[Decimal]) -> Marge:
    met_elk = [plus(euro, maal(euro, pct / _HONDERD)) for pct in sorted(percentages)]
    return marge(met_elk[0].van, met_elk[-1].tot)


def _naar_boven(euro: Decimal | None, honderdtal: Decimal) -> Decimal | None:
    if euro is None:
        return None
    return (euro / honderdtal).to_integral_value(rounding=ROUND_CEILING) * honderdtal


def _rij(euro: Decimal | None, dag: Bereik[date] | date, lezing: Lezing) -> Decimal | None:
    rij = None if euro is None else lezing.rij(_STAFFEL, euro, op=dag)
    return None if rij is None else rij[-1]
