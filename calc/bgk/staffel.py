"""The table of the convention: what one amount of damage gives, with the compensation on it."""

from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.marges import Marge, maal, marge, plus

_STAFFEL = "bgk.staffel"
_HONDERD = Decimal(100)


class Tabelvergoeding(NamedTuple):
    """What the table gives, step by step; `totaal` is without any surcharge."""

    afgerond: Marge | None = None
    tabelbedrag: Marge | None = None
    # The year of the table, None without a row.
    van_jaar: int | None = None
    compensatie_pct: Decimal | None = None
    met_compensatie: Marge | None = None

    @property
    def totaal(self) -> Marge | None:
        """The amount with compensation, or the bare amount when there is none."""
        return self.tabelbedrag if self.met_compensatie is None else self.met_compensatie


def tabelvergoeding(schade: Marge, op: Bereik[date] | None, lezing: Lezing) -> Tabelvergoeding:
    """Return what the table gives for the damage of a settlement.

    Args:
        schade: The damage, unrounded.
        op: The day of the settlement; None when there is none yet or nobody knows.
        lezing: Gives the rows and the compensation.

    Returns:
        The damage rounded up to whole hundreds, the amount of its row, and that amount with the
        compensation of the day. A row that is not known gives None: it is never extrapolated.
        Without a compensation the bare amount is the total.

    Source:
        Convenant BGK-Letsel, art. 4.1, 5.1, 5.5, 5.6 and annex 1.
    """
    honderdtal = lezing.geld("bgk.afronding")
    if honderdtal is None:
        return Tabelvergoeding()
    afgerond = marge(_naar_boven(schade.van, honderdtal), _naar_boven(schade.tot, honderdtal))
    pct = None if op is None else lezing.getal("bgk.compensatie", op=op)
    # Art. 5.5: the rows are not indexed; without a settlement those of today are read.
    dag = lezing.today if op is None else op
    laagste, hoogste = (_rij(euro, dag, lezing) for euro in (afgerond.van, afgerond.tot))
    if laagste is None and hoogste is None:
        return Tabelvergoeding(afgerond, compensatie_pct=pct)
    # The amounts rise with the damage: what lies between the ends lies between their rows.
    tabelbedrag = marge(laagste, hoogste)
    sinds = lezing.geldig_vanaf(_STAFFEL, op=dag)
    return Tabelvergoeding(
        afgerond=afgerond,
        tabelbedrag=tabelbedrag,
        van_jaar=None if sinds is None else sinds.year,
        compensatie_pct=pct,
        met_compensatie=None
        if pct is None
        else plus(tabelbedrag, maal(tabelbedrag, pct / _HONDERD)),
    )


def _naar_boven(euro: Decimal | None, honderdtal: Decimal) -> Decimal | None:
    if euro is None:
        return None
    return (euro / honderdtal).to_integral_value(rounding=ROUND_CEILING) * honderdtal


def _rij(euro: Decimal | None, dag: Bereik[date] | date, lezing: Lezing) -> Decimal | None:
    rij = None if euro is None else lezing.rij(_STAFFEL, euro, op=dag)
    return None if rij is None else rij[-1]
