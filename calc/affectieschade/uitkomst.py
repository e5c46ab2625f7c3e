"""What the rules on affectieschade give."""

from enum import StrEnum

from calc.feiten import Relatie
from calc.geld import Geldbedrag
from calc.reden import Blok, Reden, Uitkomstmodel


class Status(StrEnum):
    """How certain a row is."""

    VAST = "vast"
    TE_BEOORDELEN = "te_beoordelen"
    GEEN = "geen"


class Regel(Uitkomstmodel):
    """What one relative may be due; the place is that in the facts."""

    naam: str | None
    relatie: Relatie | None
    bedrag: Geldbedrag | None
    bedrag_als_toegekend: Geldbedrag | None
    na_schulddeling: Geldbedrag | None
    status: Status
    redenen: tuple[Reden, ...] = ()


class Affectieschade(Blok):
    """The rows and what they add up to; `uitgesloten` when nobody can be due anything."""

    totaal: Geldbedrag | None
    totaal_inclusief_te_beoordelen: Geldbedrag | None
    regels: tuple[Regel, ...]
    uitgesloten: bool
