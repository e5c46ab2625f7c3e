"""Study delay: no amount is sure enough, so it always waits for a human."""

from calc.feiten import Feiten, Studie
from calc.reden import reden
from calc.schadeposten.norm import nog_nodig
from calc.schadeposten.uitkomst import Schadepost

_POST, _BEDRAG = "studievertraging", "schade.posten.overig"


def studievertraging(feiten: Feiten) -> tuple[Schadepost, ...]:
    """Return the item for study delay, nothing when nothing was told of it.

    Source:
        De Letselschade Richtlijn Studievertraging; its amounts were found on one page only.
    """
    studie = feiten.gegevens.studie
    if studie == Studie():
        return ()
    ontbreekt = [
        f"gegevens.studie.{feit}" for feit in Studie.model_fields if getattr(studie, feit) is None
    ]
    waarom = (reden("schadeposten_studie"),)
    return (nog_nodig(_POST, *ontbreekt, _BEDRAG, redenen=waarom),)
