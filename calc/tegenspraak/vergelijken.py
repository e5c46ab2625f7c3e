"""Comparing facts that may be known roughly: only what holds for all of a range counts."""

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from calc.bereik import Bereik

Paden: TypeAlias = tuple[str, ...]


def als(waar: bool, *paden: str) -> Paden:  # noqa: FBT001 - the outcome of the test itself
    """Return where to look when a test came out true, nothing otherwise."""
    return paden if waar else ()


def boven_nul(waarde: Bereik[Decimal] | Bereik[int] | None) -> bool:
    """Tell whether every value is more than nothing."""
    return waarde is not None and waarde.van is not None and waarde.van > 0


def later(een: Bereik[date] | None, ander: Bereik[date] | None) -> bool:
    """Tell whether every day of the one lies after every day of the other."""
    if een is None or ander is None or een.van is None or ander.tot is None:
        return False
    return een.van > ander.tot


def hoger(een: Bereik[Decimal] | None, ander: Bereik[Decimal] | None) -> bool:
    """Tell whether every amount of the one is above every amount of the other."""
    if een is None or ander is None or een.van is None or ander.tot is None:
        return False
    return een.van > ander.tot
