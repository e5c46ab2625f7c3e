"""What is left to be paid of the damage after the victim's own share in the fault."""

from decimal import Decimal

from pydantic import JsonValue

from calc.feiten import Feiten
from calc.marges import Marge, afgerond, precies, vanaf_niets, zonder_deel
from calc.reden import Reden, euro_bereik, reden


def uit_te_keren_schade(feiten: Feiten) -> Decimal | None:
    """Return the personal damage less the victim's own share in the fault.

    Returns:
        Less the share for a missing belt or helmet as well. None when either is unknown, or a
        range leaves it open.

    Source:
        Art. 6:101 lid 1 BW.
    """
    return precies(_uit_te_keren(feiten))


def over_uit_te_keren(feiten: Feiten) -> tuple[Reden, ...]:
    """Return why there is no single amount to be paid, nothing when there is one."""
    euro = _uit_te_keren(feiten)
    if euro is None:
        return (reden("uit_te_keren_onbekend", paden=_ontbreekt(feiten)),)
    if precies(euro) is not None:
        return ()
    return (reden("uit_te_keren_ongeveer", bedrag=euro_bereik(afgerond(euro))),)


def _uit_te_keren(feiten: Feiten) -> Marge | None:
    schade, pct = feiten.schade.excl_voertuig, feiten.aansprakelijkheid.eigen_schuld_pct
    if schade is None or pct is None:
        return None
    return zonder_deel(vanaf_niets(schade), pct)


def _ontbreekt(feiten: Feiten) -> list[JsonValue]:
    nodig = {
        "schade.excl_voertuig": feiten.schade.excl_voertuig,
        "aansprakelijkheid.eigen_schuld_pct": feiten.aansprakelijkheid.eigen_schuld_pct,
    }
    return [pad for pad, feit in nodig.items() if feit is None]
