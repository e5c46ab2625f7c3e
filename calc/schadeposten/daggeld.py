"""Days in hospital and in rehabilitation: so much per day, without receipts."""

from decimal import Decimal

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.marges import marge
from calc.schadeposten.norm import berekend, geen_norm, normbedrag
from calc.schadeposten.uitkomst import Schadepost

_BEDRAG = "schade.posten.overig"


def daggeld(feiten: Feiten, lezing: Lezing) -> tuple[Schadepost, ...]:
    """Return the allowance for the days that were told.

    Source:
        De Letselschade Richtlijn Ziekenhuis- en revalidatiedaggeldvergoeding.
    """
    dagen = {
        "ziekenhuis": feiten.gegevens.ziekenhuis_dagen,
        "revalidatie": feiten.gegevens.revalidatie_dagen,
    }
    return tuple(
        _daggeld(waar, aantal, feiten, lezing)
        for waar, aantal in dagen.items()
        if aantal is not None
    )


def _daggeld(waar: str, aantal: Bereik[int], feiten: Feiten, lezing: Lezing) -> Schadepost:
    post, norm = f"daggeld_{waar}", f"schadeposten.daggeld.{waar}"
    per_dag = normbedrag(norm, feiten, lezing, dagen=aantal.tot)
    if per_dag is None:
        return geen_norm(post, _BEDRAG, feiten)
    dagen = marge(Decimal(aantal.van or 0), None if aantal.tot is None else Decimal(aantal.tot))
    return berekend(post, norm, dagen, per_dag, f"gegevens.{waar}_dagen")
