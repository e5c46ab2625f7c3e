"""What is left to be paid when an earlier settlement is opened again."""

from typing import NamedTuple

from calc.bgk.staffel import tabelvergoeding
from calc.dated import Lezing
from calc.feiten import EerdereRegeling, Feiten
from calc.geld import NIETS
from calc.marges import Marge, minstens, vanaf_niets, verminderd
from calc.reden import Reden, reden


class Heropening(NamedTuple):
    """What the earlier settlement paid, what is left to be paid now, and why."""

    eerder_betaald: Marge | None = None
    nog_te_betalen: Marge | None = None
    redenen: tuple[Reden, ...] = ()


def heropening(feiten: Feiten, totaal: Marge | None, lezing: Lezing) -> Heropening:
    """Return what is left of the new total after what was paid before.

    Args:
        feiten: The earlier settlement; its damage is taken as it is given.
        totaal: What the table gives for the whole damage now; None while it is unknown.
        lezing: Gives the rows and the compensation of both days.

    Returns:
        What the table gave then, with the compensation of then, and the rest, at least nothing.
        Nothing at all without an earlier settlement.

    Source:
        Convenant BGK-Letsel, art. 3.5.
    """
    eerdere = feiten.eerdere_regeling
    if eerdere == EerdereRegeling():
        return Heropening()
    voorbehoud = (
        (reden("bgk_heropening_zonder_voorbehoud"),) if eerdere.met_voorbehoud is False else ()
    )
    betaald = (
        None
        if eerdere.schade is None
        else tabelvergoeding(vanaf_niets(eerdere.schade), eerdere.datum, lezing).totaal
    )
    if betaald is None:
        return Heropening(None, None, (reden("bgk_eerder_betaald_onbekend"), *voorbehoud))
    rest = None if totaal is None else minstens(verminderd(totaal, betaald), NIETS)
    return Heropening(betaald, rest, (reden("bgk_heropening"), *voorbehoud))
