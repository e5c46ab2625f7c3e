"""Terms of the funds, and what the insurer should do in time."""

from collections.abc import Callable, Iterator
from datetime import date

from calc.bereik import Bereik
from calc.dagen import dagen_later, jaren_later, maanden_later, weken_later, werkdagen_later
from calc.dated import Lezing
from calc.feiten import Belangenbehartiger, Feiten
from calc.licht_letsel import Classificatie, Procescode
from calc.omstandigheden import door_misdrijf, motorvoertuig
from calc.termijnen.lopen import Loop
from calc.termijnen.uitkomst import TermijnId

Later = Callable[[date, int], date]


def overig(
    feiten: Feiten, lezing: Lezing, classificatie: Classificatie
) -> Iterator[tuple[TermijnId, Loop]]:
    """Yield each other term that can be counted and may apply.

    Args:
        feiten: Each term counts from the earliest day it may have begun.
        lezing: Gives their lengths.
        classificatie: Some terms are of the process for light injury only.

    Source:
        Convenant BGK-Letsel, preamble and annex 2 step 3; Richtlijn Licht Letsel steps 2 and 3;
        Schadefonds Geweldsmisdrijven; Waarborgfonds Motorverkeer.
    """
    gesteld, gemeld = feiten.aansprakelijkheid.gesteld_op, feiten.gegevens.gemeld_op
    gebeurtenis, contact = _eerste(feiten.gebeurtenis_datum), _eerste(gemeld, gesteld)
    licht = classificatie.uitkomst is not Procescode.GBL
    rijen: tuple[tuple[TermijnId, date | None, bool, Later], ...] = (
        (
            TermijnId.SCHADEFONDS_10_JAAR,
            gebeurtenis,
            door_misdrijf(feiten) is True,
            jaren_later,
        ),
        (TermijnId.LL_AFWIKKELING_6_MAANDEN, _eerste(gesteld), licht, maanden_later),
        (TermijnId.STANDPUNT_3_MAANDEN, _eerste(gesteld), True, maanden_later),
        (TermijnId.CONTACT_2_WEKEN, contact, True, weken_later),
        (
            TermijnId.CONTACT_VERZEKERAAR_5_WERKDAGEN,
            contact,
            licht and _misschien_rechtsbijstand(feiten),
            werkdagen_later,
        ),
        (TermijnId.WAARBORGFONDS_14_DAGEN, gebeurtenis, _reed_door(feiten), dagen_later),
    )
    for naam, vanaf, geldt, later in rijen:
        lengte = lezing.aantal(f"termijnen.{naam}") if geldt and vanaf is not None else None
        if vanaf is not None and lengte is not None:
            laatste_dag = later(vanaf, lengte)
            yield naam, Loop(vanaf, laatste_dag, laatste_dag)


def _eerste(*dagen: Bereik[date] | None) -> date | None:
    """Return the earliest day of the first range that has one."""
    return next((bereik.van for bereik in dagen if bereik is not None and bereik.van), None)


def _misschien_rechtsbijstand(feiten: Feiten) -> bool:
    """Tell whether a rechtsbijstandverzekeraar may act: the term is between insurers only."""
    hulp = feiten.belangenbehartiging
    return hulp.heeft is not False and hulp.soort in {
        None,
        Belangenbehartiger.RECHTSBIJSTANDVERZEKERAAR,
    }


def _reed_door(feiten: Feiten) -> bool:
    return feiten.verkeer.doorgereden is True and motorvoertuig(feiten) is not False
