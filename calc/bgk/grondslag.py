"""The base: the damage on which the costs of settling are read."""

from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import JsonValue

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import EigenSchuldReden, Feiten
from calc.geld import bedrag
from calc.marges import Marge, minstens, plus, precies, vanaf_niets, zonder_deel
from calc.omstandigheden import overleden
from calc.reden import Reden, getal_bereik, reden

_ZONDER_AFTREK = frozenset({EigenSchuldReden.GORDEL, EigenSchuldReden.HELM})


class Grondslag(NamedTuple):
    """The base as far as it is known, None when it is not, and why."""

    euro: Marge | None
    redenen: tuple[Reden, ...]


def grondslag(feiten: Feiten, lezing: Lezing) -> Grondslag:
    """Return the personal damage that picks the row of the table.

    Args:
        feiten: Damage without vehicle and representation costs; after a death the damage of
            article 6:108 lid 1 and 2 BW.
        lezing: Gives the least damage that counts after a death.

    Returns:
        The damage after the victim's own share in the fault, unrounded. Nothing is taken off for
        a missing belt or helmet, nor while the share is unknown. None while the damage is unknown.

    Source:
        Convenant BGK-Letsel, art. 3.7, 5.3 and 5.4.
    """
    schade = _schade(feiten)
    delen = [vanaf_niets(deel) for deel in schade.values() if deel is not None]
    ontbreekt: list[JsonValue] = [pad for pad, deel in schade.items() if deel is None]
    minimum = _minimum(feiten, lezing)
    bij_overlijden = (reden("bgk_overlijden_per_benadeelde"),) if overleden(feiten) else ()
    if ontbreekt and minimum is None:
        onbekend = reden("bgk_grondslag_onbekend", paden=ontbreekt)
        return Grondslag(None, (onbekend, *bij_overlijden))
    euro, waarom = _na_eigen_schuld(feiten, plus(*delen))
    redenen = (*(waarom if delen else ()), *_over_smartengeld(feiten))
    if minimum is not None:
        # "… ongeacht of er daadwerkelijk schade wordt geleden": with nothing known it holds too.
        euro = minstens(euro, minimum)
        redenen += (_minimum_geldt(bedrag(minimum), ontbreekt),)
    if precies(euro) is None:
        redenen += (reden("bgk_grondslag_ongeveer"),)
    return Grondslag(euro, (*redenen, *bij_overlijden))


def _schade(feiten: Feiten) -> dict[str, Bereik[Any] | None]:
    """Return the facts that make up the damage, by path."""
    totaal = {"schade.excl_voertuig": feiten.schade.excl_voertuig}
    if feiten.schade.excl_voertuig is not None or not overleden(feiten):
        return totaal
    return {
        "gezin.gederfd_levensonderhoud_totaal": feiten.gezin.gederfd_levensonderhoud_totaal,
        "schade.posten.uitvaart": feiten.schade.posten.uitvaart,
    }


def _minimum(feiten: Feiten, lezing: Lezing) -> Decimal | None:
    if feiten.gezin.adequaat_onderzoek is True and overleden(feiten):
        return lezing.geld("bgk.overlijden.minimum")
    return None


def _minimum_geldt(minimum: str, ontbreekt: list[JsonValue]) -> Reden:
    if ontbreekt:
        return reden("bgk_minimum_zolang_onbekend", minimum=minimum, paden=ontbreekt)
    return reden("bgk_minimum_bij_overlijden", minimum=minimum)


def _na_eigen_schuld(feiten: Feiten, schade: Marge) -> tuple[Marge, tuple[Reden, ...]]:
    pct = feiten.aansprakelijkheid.eigen_schuld_pct
    waarom = feiten.aansprakelijkheid.eigen_schuld_reden
    if waarom is not None and waarom in _ZONDER_AFTREK:
        return schade, (reden("bgk_geen_aftrek_gordel_of_helm", reden=waarom.value),)
    if pct is None:
        return schade, (reden("bgk_eigen_schuld_onbekend"),)
    if pct.tot == 0:
        return schade, ()
    return zonder_deel(schade, pct), (
        reden("bgk_eigen_schuld_afgetrokken", pct=getal_bereik(pct)),
    )


def _over_smartengeld(feiten: Feiten) -> tuple[Reden, ...]:
    if feiten.schade.smartengeld_inbegrepen is False and not overleden(feiten):
        return (reden("bgk_zonder_smartengeld"),)
    return ()
