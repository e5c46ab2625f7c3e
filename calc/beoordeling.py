"""All rules together: facts in, assessment out."""

from datetime import date

from calc.affectieschade import Affectieschade, affectieschade
from calc.bgk import Bgk, bgk
from calc.dated import Lezing, Parameters
from calc.feiten import Feiten
from calc.finale_kwijting import FinaleKwijting, finale_kwijting
from calc.geld import Geldbedrag
from calc.herkomst import Herkomst
from calc.licht_letsel import Classificatie, classificatie
from calc.overlijdensschade import Overlijdensschade, overlijdensschade
from calc.reden import Reden, Uitkomstmodel
from calc.schadeposten import (
    Schadeposten,
    over_uit_te_keren,
    schadeposten,
    uit_te_keren_schade,
)
from calc.signalen import Signaal, Uitkomsten, mens_nodig, signalen
from calc.smartengeld import Smartengeld, geen_band, smartengeld
from calc.tegenspraak import Tegenspraak, tegenspraak
from calc.termijnen import Termijn, termijnen
from calc.vervolgstappen import Vervolgstappen, vervolgstappen


class Beoordeling(Uitkomstmodel):
    """What the rules make of the facts. It proposes; a human decides."""

    classificatie: Classificatie
    smartengeld: Smartengeld | None
    affectieschade: Affectieschade
    bgk: Bgk
    overlijdensschade: Overlijdensschade | None
    schadeposten: Schadeposten
    uit_te_keren_schade: Geldbedrag | None
    finale_kwijting: FinaleKwijting
    termijnen: tuple[Termijn, ...]
    vervolgstappen: Vervolgstappen
    signalen: tuple[Signaal, ...]
    # What to ask after first; it changes no outcome.
    tegenspraak: tuple[Tegenspraak, ...]
    # Why a human must look, and why something that has no block of its own is missing.
    redenen: tuple[Reden, ...]
    herkomst: Herkomst


def beoordeling(
    feiten: Feiten,
    today: date,
    parameters: Parameters,
    *,
    flow_versie: str | None = None,
    loopt_als_licht_letsel: bool = False,
) -> Beoordeling:
    """Return the assessment of these facts.

    Args:
        feiten: What is known; the caller has refused what `samenhang.onmogelijk` names.
        today: The day of the assessment.
        parameters: Every legal amount, term and threshold.
        flow_versie: The version of the conversation that gathered the facts, for the receipt.
        loopt_als_licht_letsel: Whether this is a later test of a file that runs as such.

    Returns:
        The same assessment for the same input; what cannot be computed is None, never 0.
    """
    lezing = Lezing(parameters, today)
    band = smartengeld(feiten, lezing)
    code = classificatie(feiten, lezing, band, loopt=loopt_als_licht_letsel)
    naasten = affectieschade(feiten, lezing)
    lopend = termijnen(feiten, lezing, code)
    kosten = bgk(feiten, lezing, code, naasten)
    overlijden = overlijdensschade(feiten, lezing)
    posten = schadeposten(feiten, lezing)
    stappen = vervolgstappen(feiten, lezing)
    kwijting = finale_kwijting(feiten, lezing, code)
    uitkomsten = Uitkomsten(code, band, naasten, lopend, kwijting)
    return Beoordeling(
        classificatie=code,
        smartengeld=band,
        affectieschade=naasten,
        bgk=kosten,
        overlijdensschade=overlijden,
        schadeposten=posten,
        uit_te_keren_schade=uit_te_keren_schade(feiten),
        finale_kwijting=kwijting,
        termijnen=lopend,
        vervolgstappen=stappen,
        redenen=(
            *mens_nodig(feiten, uitkomsten, lezing),
            *geen_band(feiten, lezing),
            *over_uit_te_keren(feiten),
        ),
        signalen=signalen(feiten, uitkomsten, lezing),
        tegenspraak=tegenspraak(feiten, today),
        herkomst=Herkomst(
            flow_versie=flow_versie,
            parameter_versie=parameters.versie,
            berekend_op=today,
            gelezen=lezing.gelezen,
        ),
    )
