"""How a term runs: from its earliest day, and anew after an interruption."""

from dataclasses import dataclass, replace
from datetime import date

from calc.bereik import Bereik
from calc.dagen import jaren_later, tot_vandaag
from calc.reden import Reden, reden


@dataclass(frozen=True)
class Loop:
    """A running term: from when, until when, until when it is safe, and why."""

    telt_vanaf: date
    laatste_dag: date
    veilig_tot: date
    redenen: tuple[Reden, ...] = ()

    def met(self, *redenen: Reden) -> "Loop":
        """Return it with more reasons."""
        return replace(self, redenen=(*self.redenen, *redenen))

    def niet_voor(self, dag: date) -> "Loop":
        """Return it, ending on this day at the earliest."""
        return replace(
            self,
            laatste_dag=max(self.laatste_dag, dag),
            veilig_tot=max(self.veilig_tot, dag),
        )

    def veilig(self, dag: date) -> "Loop":
        """Return it, safe until this day at the latest."""
        return replace(self, veilig_tot=min(self.veilig_tot, dag))


def loop(begin: Bereik[date] | None, jaren: int | None, today: date) -> Loop | None:
    """Return how a term of years runs.

    Args:
        begin: The days on which it may have begun; it counts from the earliest.
        jaren: Its length; None where the rule is not in force.
        today: Of use where only the latest day of the beginning is known.

    Returns:
        The term; with only a latest day it is given when even then it has passed; else None.
    """
    if begin is None or jaren is None:
        return None
    laatst = None if begin.tot is None else jaren_later(begin.tot, jaren)
    if begin.van is None:
        if laatst is None or begin.tot is None or laatst >= today:
            return None
        return Loop(begin.tot, laatst, laatst, (reden("termijn_hooguit"),))
    eind = jaren_later(begin.van, jaren)
    gelopen = Loop(begin.van, eind, eind)
    if laatst is None or laatst == eind:
        return gelopen
    return gelopen.met(reden("termijn_vroegste_dag", tot=laatst.isoformat()))


def gestuit(gelopen: Loop, stuiting: Bereik[date] | None, jaren: int | None, today: date) -> Loop:
    """Return the term as an interruption leaves it.

    Args:
        gelopen: The term as it ran.
        stuiting: The day of the written notice, as far as it is known.
        jaren: The length of the new term: that of the old one, which is never above five years.
        today: No interruption lies after it.

    Returns:
        Interrupted in time, it runs anew from that day and never ends earlier than before; too
        late, or while that is uncertain, it ends as it did.

    Source:
        Art. 3:316 to 3:319 BW.
    """
    if stuiting is None or jaren is None:
        return gelopen
    dagen = tot_vandaag(stuiting, today)
    op_tijd = dagen.at_most(gelopen.laatste_dag)
    if op_tijd is False:
        return gelopen.met(reden("termijn_te_laat_gestuit", dag=_dag(dagen)))
    if op_tijd is None or dagen.van is None:
        return gelopen.met(reden("termijn_stuiting_onzeker"))
    opnieuw = jaren_later(dagen.van, jaren)
    return gelopen.niet_voor(opnieuw).met(reden("termijn_gestuit", dag=_dag(dagen)))


def _dag(dagen: Bereik[date]) -> str | None:
    return None if dagen.van is None else dagen.van.isoformat()
