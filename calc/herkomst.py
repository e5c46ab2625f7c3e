"""The receipt of an assessment: when it was made, with which versions, from which values."""

from datetime import date

from calc.dated import Gelezen
from calc.reden import Uitkomstmodel


class Herkomst(Uitkomstmodel):
    """Where an assessment comes from."""

    flow_versie: str | None
    parameter_versie: str
    berekend_op: date
    gelezen: tuple[Gelezen, ...]
