"""Sums with ranges: an outcome is a number only when both ends of the range give the same one.

An end that is None is open: nobody knows how low or how high.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce
from typing import TypeAlias

from calc.bereik import Bereik
from calc.geld import NIETS, Geldbedrag, centen, deel

Marge: TypeAlias = Bereik[Decimal]
# Ranges by the name of the key whose value they leave open.
Bereiken: TypeAlias = Mapping[str, Bereik[Geldbedrag]]

_ALLES = Decimal(100)


def marge(van: Decimal | None, tot: Decimal | None) -> Marge:
    """Return the range between two ends."""
    return Bereik[Decimal](van=van, tot=tot)


def vast(waarde: Decimal) -> Marge:
    """Return an exact value as a range."""
    return marge(waarde, waarde)


def vanaf_niets(waarde: Bereik[Decimal]) -> Marge:
    """Return a value that cannot be negative: an open low end begins at nothing."""
    return marge(waarde.van or NIETS, waarde.tot)


def plus(*delen: Marge) -> Marge:
    """Return the sum of ranges."""
    return reduce(lambda a, b: marge(_plus(a.van, b.van), _plus(a.tot, b.tot)), delen, vast(NIETS))


def verminderd(euro: Marge, af: Marge) -> Marge:
    """Return what is left when one range is taken from another."""
    return marge(_min(euro.van, af.tot), _min(euro.tot, af.van))


def zonder_deel(euro: Marge, procent: Bereik[Decimal]) -> Marge:
    """Return an amount of at least nothing, less so many per cent of it."""
    meest, minst = procent.tot, procent.van or NIETS
    return marge(
        _rest(euro.van, _ALLES if meest is None else meest),
        _rest(euro.tot, minst),
    )


def maal(aantal: Marge, per_eenheid: Decimal) -> Marge:
    """Return a number of units at a price."""
    return marge(
        None if aantal.van is None else aantal.van * per_eenheid,
        None if aantal.tot is None else aantal.tot * per_eenheid,
    )


def minstens(euro: Marge, minimum: Decimal) -> Marge:
    """Return the range with nothing below the minimum."""
    return marge(
        minimum if euro.van is None else max(euro.van, minimum),
        None if euro.tot is None else max(euro.tot, minimum),
    )


def precies(euro: Marge | None) -> Decimal | None:
    """Return the amount in cents, None while the range leaves it open."""
    if euro is None or euro.van is None or euro.tot is None:
        return None
    laagste, hoogste = centen(euro.van), centen(euro.tot)
    return laagste if laagste == hoogste else None


def afgerond(euro: Marge) -> Bereik[Geldbedrag]:
    """Return the range in cents."""
    return Bereik[Geldbedrag](van=_centen(euro.van), tot=_centen(euro.tot))


def open_bereiken(**bedragen: Marge | None) -> Bereiken:
    """Return the ranges that leave a value open but do say something, by name."""
    return {
        naam: afgerond(euro)
        for naam, euro in bedragen.items()
        if euro is not None and precies(euro) is None and _zegt_iets(euro)
    }


def _zegt_iets(euro: Marge) -> bool:
    return euro.tot is not None or (euro.van is not None and euro.van != NIETS)


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _min(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def _rest(euro: Decimal | None, procent: Decimal) -> Decimal | None:
    return None if euro is None else euro - deel(euro, procent)


def _centen(euro: Decimal | None) -> Decimal | None:
    return None if euro is None else centen(euro)
