"""Overlijdensschade: what a family loses in income when a parent or partner dies."""

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import Geldbedrag
from calc.reden import Blok


class Overlijdensschade(Blok):
    """The three steps of the model; None where a step cannot be computed."""

    behoefte: Geldbedrag | None = None
    beschikbaar: Geldbedrag | None = None
    verschil: Geldbedrag | None = None
    jaarschade: Geldbedrag | None = None
    jaren: tuple["Overlijdensschade", ...] = ()
    uitvaartkosten: Geldbedrag | None = None


def overlijdensschade(feiten: Feiten, lezing: Lezing) -> Overlijdensschade | None:
    """Return what the family loses, None when nobody died."""
    del lezing
    return None if feiten.overlijdensdatum is None else Overlijdensschade()
