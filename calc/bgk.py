"""Buitengerechtelijke kosten: what it costs to have the case settled."""

from enum import StrEnum

from calc.affectieschade import Affectieschade
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import Geldbedrag, Uitkomstgetal
from calc.licht_letsel import Classificatie
from calc.reden import Blok


class Route(StrEnum):
    """How the costs are found."""

    TABEL = "tabel"
    ARTIKEL_6_96 = "6:96"
    GEEN = "geen"


class Bgk(Blok):
    """The costs, step by step; None where a step cannot be computed."""

    route: Route
    grondslag: Geldbedrag | None = None
    afgerond: Geldbedrag | None = None
    tabelbedrag: Geldbedrag | None = None
    compensatie_pct: Uitkomstgetal | None = None
    tabel_met_compensatie: Geldbedrag | None = None
    opslag: Geldbedrag | None = None
    totaal_tabel: Geldbedrag | None = None
    affectieschade_bgk: Geldbedrag | None = None
    medisch_adviseur: Geldbedrag | None = None
    medische_informatie: Geldbedrag | None = None
    eerder_betaald: Geldbedrag | None = None
    nog_te_betalen: Geldbedrag | None = None


def bgk(
    feiten: Feiten, lezing: Lezing, classificatie: Classificatie, affectieschade: Affectieschade
) -> Bgk:
    """Return the costs of settling the case."""
    del feiten, lezing, classificatie, affectieschade
    return Bgk(route=Route.GEEN)
