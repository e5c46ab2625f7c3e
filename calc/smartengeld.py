"""Smartengeld for light injury: a band from the guideline, never one number."""

from enum import StrEnum

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import Geldbedrag
from calc.reden import Blok, Uitkomstmodel


class BandId(StrEnum):
    """The three bands of the guideline."""

    B1 = "B1"
    B2 = "B2"
    B3 = "B3"


class Band(Uitkomstmodel):
    """One band in euro."""

    id: BandId
    van: Geldbedrag
    tot: Geldbedrag


class Smartengeld(Blok):
    """The bands that fit, lowest first, and the whole range they span."""

    banden: tuple[Band, ...]
    van: Geldbedrag
    tot: Geldbedrag
    # The year in which the amounts were set: whoever reads them must read this too.
    jaar: int
    # Paths of facts on which the band still depends.
    open: tuple[str, ...]


def smartengeld(feiten: Feiten, lezing: Lezing) -> Smartengeld | None:
    """Return the bands, None when no band fits or nothing is known."""
    del feiten, lezing
    return None
