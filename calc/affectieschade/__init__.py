"""Affectieschade: fixed amounts for the relatives of a victim."""

from collections.abc import Iterator
from decimal import Decimal

from calc.affectieschade.grond import Grond, Recht, grond
from calc.affectieschade.regels import regel
from calc.affectieschade.uitkomst import Affectieschade, Regel, Status
from calc.dated import Lezing
from calc.feiten import Feiten, Relatie
from calc.geld import NIETS
from calc.reden import Reden, getal_bereik, reden

__all__ = ["Affectieschade", "Regel", "Status", "affectieschade"]

_WETSVOORSTEL = "wetsvoorstel_affectieschade_2025"


def affectieschade(feiten: Feiten, lezing: Lezing) -> Affectieschade:
    """Return what each relative may be due, and what is certain of it together.

    Args:
        feiten: The victim's facts, and the relatives in their order.
        lezing: Gives the table of the Besluit and the day the act came into force.

    Returns:
        Certain rows add up in `totaal`; it is None while nothing is certain, and 0.00 when the
        act or the injury gives relatives nothing, whether or not any are listed.

    Source:
        Wet vergoeding affectieschade; Besluit vergoeding affectieschade.
    """
    basis = grond(feiten, lezing)
    regels = tuple(regel(naaste, basis, feiten, lezing) for naaste in feiten.naasten)
    uitgesloten = basis.recht is Recht.NEE
    verwanten = any(naaste.relatie is Relatie.BROER_OF_ZUS for naaste in feiten.naasten)
    return Affectieschade(
        bron=(*lezing.bronnen("affectieschade"), *((_WETSVOORSTEL,) if verwanten else ())),
        redenen=(*basis.redenen, *_redenen(feiten, basis, regels)),
        totaal=NIETS if uitgesloten else _totaal(regels),
        totaal_inclusief_te_beoordelen=NIETS if uitgesloten else _hoogstens(regels),
        regels=regels,
        uitgesloten=uitgesloten,
    )


def _totaal(regels: tuple[Regel, ...]) -> Decimal | None:
    """Return what is certain; nothing is certain while all that could be due must be judged."""
    zeker = [rij.bedrag for rij in regels if rij.status is Status.VAST and rij.bedrag is not None]
    open_ = not regels or any(rij.status is Status.TE_BEOORDELEN for rij in regels)
    return None if not zeker and open_ else sum(zeker, NIETS)


def _hoogstens(regels: tuple[Regel, ...]) -> Decimal | None:
    """Return the sum if every row to be judged is granted; None while one has no amount."""
    bedragen = [
        rij.bedrag_als_toegekend if rij.status is Status.TE_BEOORDELEN else rij.bedrag
        for rij in regels
    ]
    bekend = [bedrag for bedrag in bedragen if bedrag is not None]
    return sum(bekend, NIETS) if regels and len(bekend) == len(bedragen) else None


def _redenen(feiten: Feiten, basis: Grond, regels: tuple[Regel, ...]) -> Iterator[Reden]:
    if basis.recht is not Recht.NEE and not regels:
        yield reden("affectieschade_geen_naasten")
    if any(rij.status is Status.VAST for rij in regels):
        eigen_schuld = feiten.aansprakelijkheid.eigen_schuld_pct
        if eigen_schuld is None:
            yield reden("affectieschade_eigen_schuld_onbekend")
        elif eigen_schuld.exact != 0:
            yield reden("affectieschade_eigen_schuld", pct=getal_bereik(eigen_schuld))
