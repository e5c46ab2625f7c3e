"""Amounts that hardly fit together."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from calc.bereik import Bereik
from calc.feiten import Feiten, Posten, Werk
from calc.tegenspraak.vergelijken import Paden, als, boven_nul, hoger

_NIETS = Decimal(0)


def posten_meer_dan_totaal(feiten: Feiten, _: date) -> Paden:
    """Items that add up to more than the total."""
    totaal = feiten.schade.excl_voertuig
    if totaal is None or totaal.tot is None:
        return ()
    posten = dict(_genoemde_posten(feiten))
    minstens = sum((post.van or _NIETS for post in posten.values()), _NIETS)
    return als(minstens > totaal.tot, "schade.excl_voertuig", *posten)


def _genoemde_posten(feiten: Feiten) -> Iterator[tuple[str, Bereik[Decimal]]]:
    for post in Posten.model_fields:
        genoemd = getattr(feiten.schade.posten, post)
        if genoemd is not None:
            yield f"schade.posten.{post}", genoemd


def geen_werk_maar_inkomen(feiten: Feiten, _: date) -> Paden:
    """Income missed by somebody without paid work."""
    zonder_werk = feiten.gegevens.werk in {Werk.GEEN, Werk.PENSIOEN}
    verlies = boven_nul(feiten.schade.posten.inkomen)
    return als(zonder_werk and verlies, "gegevens.werk", "schade.posten.inkomen")


def jaar_dubbel(feiten: Feiten, _: date) -> Paden:
    """Figures for the same year twice."""
    jaren = [jaar.jaar for jaar in feiten.gezin.jaren]
    dubbel = [plek for plek, jaar in enumerate(jaren) if jaren.count(jaar) > 1]
    return tuple(f"gezin.jaren[{plek}].jaar" for plek in dubbel)


def eerder_meer_dan_totaal(feiten: Feiten, _: date) -> Paden:
    """More damage in the earlier settlement than in all."""
    # A reopened case counts the damage as a whole, with what was settled before in it.
    eerder, totaal = feiten.eerdere_regeling.schade, feiten.schade.excl_voertuig
    return als(hoger(eerder, totaal), "eerdere_regeling.schade", "schade.excl_voertuig")
