"""Work in and around the house: what the norm gives for a year, before a human weighs it."""

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import Feiten, Woning
from calc.geld import Geldbedrag
from calc.reden import euro_bereik, reden
from calc.schadeposten.norm import nog_nodig, normbedrag
from calc.schadeposten.uitkomst import Schadepost

_POST, _BEDRAG = "zelfwerkzaamheid", "schade.posten.zelfwerkzaamheid"
_NORM = "schadeposten.zelfwerkzaamheid"


def zelfwerkzaamheid(feiten: Feiten, lezing: Lezing) -> tuple[Schadepost, ...]:
    """Return the item for work in and around the house, nothing when nothing was told of it.

    The amount itself takes the victim's own share, the limitation and the years: no fact holds
    those, so it always waits for a human. Where the home is known the yearly norm is given, from
    little of the upkeep to all of it.

    Source:
        De Letselschade Richtlijn Zelfwerkzaamheid.
    """
    woning = feiten.gegevens.woning
    if woning == Woning():
        return ()
    ontbreekt = [
        f"gegevens.woning.{feit}" for feit in Woning.model_fields if getattr(woning, feit) is None
    ]
    per_jaar = _per_jaar(woning, feiten, lezing)
    waarom = [reden("schadeposten_zelfwerkzaamheid")]
    if per_jaar is not None:
        waarom.append(reden("schadeposten_per_jaar", bedrag=euro_bereik(per_jaar)))
    regel = nog_nodig(_POST, *ontbreekt, _BEDRAG, redenen=tuple(waarom))
    return (regel.model_copy(update={"per_jaar": per_jaar}),)


def _per_jaar(woning: Woning, feiten: Feiten, lezing: Lezing) -> Bereik[Geldbedrag] | None:
    if woning.soort is None or woning.eigendom is None or woning.tuin is None:
        return None
    soort = f"{'koop' if woning.eigendom else 'huur'}_{'met' if woning.tuin else 'zonder'}_tuin"
    weinig = normbedrag(f"{_NORM}.{soort}.weinig", feiten, lezing)
    alle = normbedrag(f"{_NORM}.{soort}.alle", feiten, lezing)
    factor = lezing.getal(f"{_NORM}.factor.{woning.soort}")
    if weinig is None or alle is None or factor is None:
        return None
    return Bereik[Geldbedrag](van=weinig * factor, tot=alle * factor)
