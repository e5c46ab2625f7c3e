"""Terms: the last day on which something can still be done, or should have been done."""

from datetime import date
from enum import StrEnum

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.reden import Blok


class TermijnId(StrEnum):
    """The terms, in the order in which they are listed."""

    BW_5_JAAR = "bw_5_jaar"
    WAM_3_JAAR = "wam_3_jaar"
    PRODUCT_3_JAAR = "product_3_jaar"
    SCHADEFONDS_10_JAAR = "schadefonds_10_jaar"
    LL_AFWIKKELING_6_MAANDEN = "ll_afwikkeling_6_maanden"
    STANDPUNT_3_MAANDEN = "standpunt_aansprakelijkheid_3_maanden"
    CONTACT_2_WEKEN = "contact_2_weken"
    CONTACT_VERZEKERAAR_5_WERKDAGEN = "contact_verzekeraar_5_werkdagen"
    WAARBORGFONDS_14_DAGEN = "waarborgfonds_14_dagen"


class TermijnStatus(StrEnum):
    """How near the last day is."""

    LOOPT = "loopt"
    BINNEN_6_MAANDEN = "binnen_6_maanden"
    BINNEN_12_MAANDEN = "binnen_12_maanden"
    VERSTREKEN = "verstreken"


class Termijn(Blok):
    """One term; `telt_vanaf` is the day it counts from, the earliest one where that is open."""

    id: TermijnId
    laatste_dag: date
    status: TermijnStatus
    telt_vanaf: date


def termijnen(feiten: Feiten, lezing: Lezing) -> tuple[Termijn, ...]:
    """Return every term that can be counted."""
    del feiten, lezing
    return ()
