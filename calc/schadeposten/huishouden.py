"""Help in the household: so much per week by the kind of household, for the first three months."""

from decimal import Decimal

from calc.dated import Lezing
from calc.feiten import Feiten, Hulp
from calc.geld import getal
from calc.marges import marge
from calc.reden import reden
from calc.schadeposten.norm import berekend, geen_norm, nog_nodig, normbedrag
from calc.schadeposten.uitkomst import Schadepost

_POST, _DAARNA = "huishoudelijke_hulp", "huishoudelijke_hulp_daarna"
_BEDRAG = "schade.posten.huishoudelijke_hulp"
_WEKEN = "gegevens.hulp.weken"
_DAGEN_PER_WEEK = 7
_GEEN, _EEN, _TWEE = Decimal(0), Decimal(1), Decimal(2)


def huishoudelijke_hulp(feiten: Feiten, lezing: Lezing) -> tuple[Schadepost, ...]:
    """Return the help by the norm: the weeks of the table, and an item for those after it.

    Nothing when nothing was told of help. The norm is for the whole household: a human weighs
    which share of the work was the victim's.

    Source:
        De Letselschade Richtlijn Huishoudelijke hulp.
    """
    hulp = feiten.gegevens.hulp
    if hulp == Hulp():
        return ()
    soort, weken = _soort(hulp), hulp.weken
    if soort is None or weken is None or hulp.zwaar is None:
        return (nog_nodig(_POST, *_ontbreekt(hulp, soort)),)
    norm_tot = lezing.getal("schadeposten.huishoudelijke_hulp.norm_tot")
    if norm_tot is None:
        return (geen_norm(_POST, _BEDRAG, feiten),)
    mate = "zwaar" if hulp.zwaar else "licht_tot_matig"
    norm = f"schadeposten.huishoudelijke_hulp.{mate}.{soort}"
    langst = norm_tot if weken.tot is None else min(weken.tot, norm_tot)
    tabelweken = marge(min(weken.van or _GEEN, norm_tot), langst)
    per_week = normbedrag(norm, feiten, lezing, dagen=int(langst * _DAGEN_PER_WEEK))
    if per_week is None:
        return (geen_norm(_POST, _BEDRAG, feiten),)
    aandeel = reden("schadeposten_hulp_aandeel")
    tabel = berekend(_POST, norm, tabelweken, per_week, _WEKEN, aandeel)
    if weken.at_most(norm_tot) is True:
        return (tabel,)
    daarna = reden("schadeposten_hulp_na_tabel", weken=getal(norm_tot))
    return tabel, nog_nodig(_DAARNA, _BEDRAG, redenen=(daarna,))


def _soort(hulp: Hulp) -> str | None:
    """Return the row of the table, None when it is open or the answers contradict each other."""
    personen = hulp.personen
    alleen = None if personen is None else personen.at_most(_EEN)
    if hulp.kind_onder_5 is True:
        return None if alleen is True else "gezin_kind_onder_5"
    if alleen is True:
        return "alleenstaand"
    if personen is None or hulp.kind_onder_5 is None:
        return None
    if personen.exact == _TWEE:
        return "twee_personen"
    return "gezin_kind_vanaf_5" if personen.at_most(_TWEE) is False else None


def _ontbreekt(hulp: Hulp, soort: str | None) -> tuple[str, ...]:
    gezin = {
        "personen": soort is None and (hulp.personen is None or hulp.kind_onder_5 is not None),
        "kind_onder_5": soort is None and hulp.kind_onder_5 is None,
    }
    nodig = {"weken": hulp.weken is None, **gezin, "zwaar": hulp.zwaar is None}
    return tuple(f"gegevens.hulp.{feit}" for feit, mist in nodig.items() if mist)
