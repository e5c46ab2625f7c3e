"""Terms: the last day on which something can still be done, or should have been done."""

from datetime import date

from calc.dagen import maanden_later
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.licht_letsel import Classificatie
from calc.reden import reden
from calc.termijnen.lopen import Loop
from calc.termijnen.overig import overig
from calc.termijnen.uitkomst import VERJARING, Termijn, TermijnId, TermijnStatus
from calc.termijnen.verjaring import verjaring

__all__ = ["VERJARING", "Termijn", "TermijnId", "TermijnStatus", "termijnen"]

_EXTRA_BRONNEN = {TermijnId.STANDPUNT_3_MAANDEN: ("gbl_2012",)}


def termijnen(feiten: Feiten, lezing: Lezing, classificatie: Classificatie) -> tuple[Termijn, ...]:
    """Return every term that can be counted, in a fixed order.

    Args:
        feiten: Days known roughly count from the earliest one.
        lezing: Gives the lengths, and how long before the end we warn.
        classificatie: Says whether the process for light injury applies.

    Returns:
        The terms; one that cannot be counted is left out.
    """
    return tuple(
        _termijn(naam, gelopen, lezing)
        for naam, gelopen in (
            *verjaring(feiten, lezing),
            *overig(feiten, lezing, classificatie),
        )
    )


def _termijn(naam: TermijnId, gelopen: Loop, lezing: Lezing) -> Termijn:
    waarom = reden(
        f"termijn_{naam}",
        vanaf=gelopen.telt_vanaf.isoformat(),
        laatste_dag=gelopen.laatste_dag.isoformat(),
    )
    return Termijn(
        bron=(*lezing.bronnen(f"termijnen.{naam}"), *_EXTRA_BRONNEN.get(naam, ())),
        redenen=(waarom, *gelopen.redenen),
        id=naam,
        laatste_dag=gelopen.laatste_dag,
        status=_status(gelopen.veilig_tot, lezing),
        telt_vanaf=gelopen.telt_vanaf,
        veilig_tot=gelopen.veilig_tot,
    )


def _status(veilig_tot: date, lezing: Lezing) -> TermijnStatus:
    if veilig_tot < lezing.today:
        return TermijnStatus.VERSTREKEN
    for status in (TermijnStatus.BINNEN_6_MAANDEN, TermijnStatus.BINNEN_12_MAANDEN):
        maanden = lezing.aantal(f"termijnen.waarschuwing.{status}")
        if maanden is not None and veilig_tot <= maanden_later(lezing.today, maanden):
            return status
    return TermijnStatus.LOOPT
