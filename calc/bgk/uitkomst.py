"""What the costs of settling come to, as an assessment gives them."""

from enum import StrEnum

from calc.geld import Geldbedrag, Uitkomstgetal
from calc.marges import Bereiken
from calc.reden import Blok


class Route(StrEnum):
    """How the costs are found."""

    TABEL = "tabel"
    ARTIKEL_6_96 = "6:96"
    GEEN = "geen"


class Bgk(Blok):
    """The costs, step by step, all without VAT; None where a step cannot be computed."""

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
    # True: the person reads the plain words about article 6:96 BW, not the table amounts.
    artikel_6_96_uitleggen: bool
    # What a range leaves open, by the name of its key above.
    bereik: Bereiken = {}
