"""What the rules on terms give."""

from datetime import date
from enum import StrEnum

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


# The terms after which a claim may be too late.
VERJARING = frozenset({TermijnId.BW_5_JAAR, TermijnId.WAM_3_JAAR, TermijnId.PRODUCT_3_JAAR})


class TermijnStatus(StrEnum):
    """How near the last day is."""

    LOOPT = "loopt"
    BINNEN_6_MAANDEN = "binnen_6_maanden"
    BINNEN_12_MAANDEN = "binnen_12_maanden"
    VERSTREKEN = "verstreken"


class Termijn(Blok):
    """One term; the alarm and the status go by `veilig_tot`, which may be earlier."""

    id: TermijnId
    laatste_dag: date
    status: TermijnStatus
    # The earliest day it can count from.
    telt_vanaf: date
    # Until this day it is certainly not too late.
    veilig_tot: date
