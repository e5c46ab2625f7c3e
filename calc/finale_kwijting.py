"""Finale kwijting: whether the insurer may ask that everything be settled for good."""

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.licht_letsel import Classificatie, JaNee
from calc.reden import Blok


class FinaleKwijting(Blok):
    """`verlangen_toegestaan` is what the rules say; `gevraagd` what the insurer does."""

    verlangen_toegestaan: JaNee
    gevraagd: JaNee


def finale_kwijting(
    feiten: Feiten, lezing: Lezing, classificatie: Classificatie
) -> FinaleKwijting:
    """Return whether the insurer may ask it."""
    del feiten, lezing, classificatie
    return FinaleKwijting(verlangen_toegestaan=JaNee.ONBEKEND, gevraagd=JaNee.ONBEKEND)
