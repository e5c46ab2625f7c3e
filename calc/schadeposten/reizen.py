"""Travelling by car, for the victim and those who visit: so much per kilometre."""

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import getal
from calc.marges import vanaf_niets
from calc.reden import reden
from calc.schadeposten.norm import berekend, geen_norm, nog_nodig, normbedrag
from calc.schadeposten.uitkomst import Schadepost

_POST, _NORM = "reiskosten", "schadeposten.reiskosten.per_kilometer"
_KILOMETERS, _BEDRAG = "gegevens.kilometers", "schade.posten.reiskosten"


def reiskosten(feiten: Feiten, lezing: Lezing) -> tuple[Schadepost, ...]:
    """Return the travel costs by the norm, nothing when no kilometres were told.

    Above the kilometres of the norm the costs that were really made are needed.

    Source:
        De Letselschade Richtlijn Kilometervergoeding.
    """
    kilometers = feiten.gegevens.kilometers
    if kilometers is None:
        return ()
    per_kilometer = normbedrag(_NORM, feiten, lezing)
    norm_tot = lezing.getal("schadeposten.reiskosten.norm_tot")
    if per_kilometer is None or norm_tot is None:
        return (geen_norm(_POST, _BEDRAG, feiten),)
    binnen = kilometers.at_most(norm_tot)
    if binnen is True:
        return (berekend(_POST, _NORM, vanaf_niets(kilometers), per_kilometer, _KILOMETERS),)
    pad = _KILOMETERS if binnen is None else _BEDRAG
    boven = reden("schadeposten_boven_km_grens", grens=getal(norm_tot))
    return (nog_nodig(_POST, pad, redenen=(boven,)),)
