"""Licht letsel (LL), or the code of conduct for all other injuries (GBL)."""

from calc.licht_letsel.classificatie import classificatie
from calc.licht_letsel.uitkomst import (
    Classificatie,
    Criterium,
    CriteriumId,
    JaNee,
    Procescode,
    Toets,
)

__all__ = [
    "Classificatie",
    "Criterium",
    "CriteriumId",
    "JaNee",
    "Procescode",
    "Toets",
    "classificatie",
]
