"""What settling the claims of the relatives costs."""

from collections import Counter
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from pydantic import JsonValue

from calc.affectieschade import Affectieschade, Status
from calc.dated import Lezing
from calc.feiten import Feiten, Naaste
from calc.geld import NIETS, bedrag
from calc.reden import Reden, reden

_LABELS = ("adres", "belangenbehartiger")


class Naastenkosten(NamedTuple):
    """The amount, None while it is open, and why."""

    euro: Decimal | None
    redenen: tuple[Reden, ...]


def naastenkosten(feiten: Feiten, affectieschade: Affectieschade, lezing: Lezing) -> Naastenkosten:
    """Return what the work for the relatives of the victim gives; never less by own fault.

    Args:
        feiten: The relatives; equal labels are the same address or the same representative.
        affectieschade: Its rows stand in the order of the relatives.
        lezing: Gives the amount for each relative and the most for an address.

    Returns:
        The sum over everyone who has or may have a claim that nobody disputes. None while no
        relative is known and one may have a claim, and while labels that are not known could
        bring three or more under one maximum.

    Source:
        Convenant BGK-Letsel, art. 3.8.
    """
    if not feiten.naasten:
        if affectieschade.uitgesloten:
            return Naastenkosten(NIETS, ())
        return Naastenkosten(None, (reden("bgk_naasten_onbekend"),))
    rijen = list(zip(feiten.naasten, affectieschade.regels, strict=True))
    met_aanspraak = [naaste for naaste, regel in rijen if regel.status is not Status.GEEN]
    # An unknown dispute is no dispute.
    geteld = [naaste for naaste in met_aanspraak if naaste.discussie is not True]
    euro, redenen = _som(geteld, _open_labels(feiten, geteld), lezing)
    betwist = tuple(
        reden("bgk_naaste_discussie", naam=naaste.naam)
        for naaste in met_aanspraak
        if naaste.discussie is True
    )
    return Naastenkosten(euro, (*redenen, *betwist))


def _som(
    geteld: list[Naaste], open_labels: list[JsonValue], lezing: Lezing
) -> tuple[Decimal | None, tuple[Reden, ...]]:
    if not geteld:
        return NIETS, ()
    if open_labels:
        return None, (reden("bgk_naasten_adres_onbekend", paden=open_labels),)
    per_naaste = lezing.geld("bgk.affectieschade.per_naaste")
    per_adres = lezing.geld("bgk.affectieschade.per_adres")
    if per_naaste is None or per_adres is None:
        return None, ()
    euro = sum((min(per_naaste * samen, per_adres) for samen in _groepen(geteld)), start=NIETS)
    hoe = {"per_naaste": bedrag(per_naaste), "per_adres": bedrag(per_adres)}
    een_gezin = (
        (reden("bgk_naasten_een_gezin", per_adres=bedrag(per_adres)),)
        if _misschien_een_gezin(geteld, per_naaste, per_adres)
        else ()
    )
    return euro, (reden("bgk_naasten", aantal=len(geteld), **hoe), *een_gezin)


def _misschien_een_gezin(geteld: list[Naaste], per_naaste: Decimal, per_adres: Decimal) -> bool:
    """Tell whether one maximum could hold for relatives of more addresses.

    "… deel uitmaken van één gezin en/of op één adres": the address is known, the family is not.
    """
    samen: dict[str, list[str]] = {}
    for naaste in geteld:
        if naaste.adres is not None and naaste.belangenbehartiger is not None:
            samen.setdefault(naaste.belangenbehartiger, []).append(naaste.adres)
    return any(
        len(set(adressen)) > 1 and per_naaste * len(adressen) > per_adres
        for adressen in samen.values()
    )


def _groepen(geteld: list[Naaste]) -> list[int]:
    """Return how many share an address and a representative; an unknown label is shared by none.

    Two with an unknown label come to the same amount together as apart, see `_open_labels`.
    """
    bekend = Counter(
        (naaste.adres, naaste.belangenbehartiger) for naaste in geteld if not _onbekend(naaste)
    )
    return [*bekend.values(), *(1 for naaste in geteld if _onbekend(naaste))]


def _open_labels(feiten: Feiten, geteld: list[Naaste]) -> list[JsonValue]:
    """Return the paths of labels that decide whether three or more fall under one maximum.

    One or two come to the same amount under a maximum as apart: it is twice the amount for one.
    """
    return [
        f"naasten[{plaats}].{label}"
        for plaats, naaste in enumerate(feiten.naasten)
        if naaste in geteld and _misschien_met_meer(naaste, geteld)
        for label in _LABELS
        if getattr(naaste, label) is None
    ]


def _misschien_met_meer(naaste: Naaste, geteld: list[Naaste]) -> bool:
    anderen = [ander for ander in geteld if _past_bij(naaste, ander)]
    anderen.remove(naaste)
    return any(_past_bij(een, ander) for een, ander in combinations(anderen, 2))


def _onbekend(naaste: Naaste) -> bool:
    return naaste.adres is None or naaste.belangenbehartiger is None


def _past_bij(een: Naaste, ander: Naaste) -> bool:
    """Tell whether two may share both labels: none of them is known to differ."""
    return all(
        None in (links, rechts) or links == rechts
        for links, rechts in (
            (een.adres, ander.adres),
            (een.belangenbehartiger, ander.belangenbehartiger),
        )
    )
