"""Facts that can each be true, but hardly together: a person is asked, nothing is guessed.

What cannot be true at all is refused (`calc.samenhang`). What is unknown contradicts nothing, and
of a range only what holds for all of it counts.
"""

from collections.abc import Callable, Mapping
from datetime import date

from calc.feiten import Feiten
from calc.reden import Uitkomstmodel
from calc.tegenspraak import geld, letsel, mensen, toedracht
from calc.tegenspraak.vergelijken import Paden

__all__ = ["REDENEN", "Tegenspraak", "tegenspraak"]


class Tegenspraak(Uitkomstmodel):
    """Two or more facts that hardly fit: the key of the question to put, and where they stand."""

    reden: str
    paden: Paden


def tegenspraak(feiten: Feiten, today: date) -> tuple[Tegenspraak, ...]:
    """Return what does not fit, in a fixed order; none of it changes an outcome.

    Args:
        feiten: The facts; the caller has refused what cannot be.
        today: The day of the assessment.

    Returns:
        One per sort of contradiction, with the paths of the facts to look at.
    """
    gevonden = ((reden, toets(feiten, today)) for reden, toets in _TOETSEN.items())
    return tuple(Tegenspraak(reden=reden, paden=paden) for reden, paden in gevonden if paden)


_TOETSEN: Mapping[str, Callable[[Feiten, date], Paden]] = {
    "slachtoffer_overleden": toedracht.slachtoffer_overleden,
    "overleden_en_hersteld": letsel.overleden_en_hersteld,
    "misdrijf": toedracht.misdrijf,
    "geboren_na_gebeurtenis": toedracht.geboren_na_gebeurtenis,
    "restloos_en_blijvend": letsel.restloos_en_blijvend,
    "ziek_na_herstel": letsel.ziek_na_herstel,
    "ao_langer_dan_herstel": letsel.ao_langer_dan_herstel,
    "geen_dag_maar_loopt_nog": letsel.geen_dag_maar_loopt_nog,
    "geen_behandeling_maar_ziekenhuis": letsel.geen_behandeling_maar_ziekenhuis,
    "posten_meer_dan_totaal": geld.posten_meer_dan_totaal,
    "eerder_meer_dan_totaal": geld.eerder_meer_dan_totaal,
    "geen_werk_maar_inkomen": geld.geen_werk_maar_inkomen,
    "werk_maar_geen_werk": toedracht.werk_maar_geen_werk,
    "alleen_met_kind": mensen.alleen_met_kind,
    "gordel_past_niet": toedracht.gordel_past_niet,
    "helm_past_niet": toedracht.helm_past_niet,
    "erkend_met_alle_schuld": toedracht.erkend_met_alle_schuld,
    "afgewezen_maar_akkoord": toedracht.afgewezen_maar_akkoord,
    "gesteld_na_regeling": toedracht.gesteld_na_regeling,
    "geen_helper_maar_soort": toedracht.geen_helper_maar_soort,
    "meer_partners": mensen.meer_partners,
    "leeftijd_slachtoffer": mensen.leeftijd_slachtoffer,
    "gezin_van_minderjarige": mensen.gezin_van_minderjarige,
    "jaar_dubbel": geld.jaar_dubbel,
}
# Every sort, in the order in which they are told.
REDENEN = tuple(_TOETSEN)
