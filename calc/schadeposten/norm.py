"""A norm for a damage item: the amount of the day, or what is needed instead."""

from datetime import date
from decimal import Decimal

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import Geldbedrag, bedrag
from calc.marges import Marge, maal, precies
from calc.reden import Reden, getal_bereik, reden
from calc.schadeposten.uitkomst import PostStatus, Schadepost


def normbedrag(
    parameter: str, feiten: Feiten, lezing: Lezing, *, dagen: int | None = 0
) -> Decimal | None:
    """Return the norm that held from the day of the event on, for so many days.

    Nobody is asked for the day of the costs: the day of the event is the first they can have.

    Args:
        parameter: The norm, per unit.
        feiten: The day of the event; outside the Netherlands no norm is used.
        lezing: Gives the norm.
        dagen: How long the costs went on; None when that is unknown.

    Returns:
        None when the day is unknown, and when no single amount is sure for the whole time.
    """
    begin = feiten.gebeurtenis_datum
    if begin is None or feiten.gegevens.in_nederland is False:
        return None
    return lezing.geld(parameter, op=Bereik[date](van=begin.van, tot=_einde(begin, dagen, lezing)))


def geen_norm(post: str, invullen: str, feiten: Feiten) -> Schadepost:
    """Return an item without a norm: it needs the day of the event, else the amount itself."""
    begin = feiten.gebeurtenis_datum
    if begin is None:
        return nog_nodig(post, "gebeurtenis_datum", redenen=(reden("schadeposten_geen_dag"),))
    jaar = None if begin.exact is None else begin.exact.year
    return nog_nodig(post, invullen, redenen=(reden("schadeposten_geen_norm", jaar=jaar),))


def nog_nodig(post: str, *ontbreekt: str, redenen: tuple[Reden, ...] = ()) -> Schadepost:
    """Return an item that waits for facts."""
    return Schadepost(post=post, status=PostStatus.NOG_NODIG, ontbreekt=ontbreekt, redenen=redenen)


def berekend(
    post: str,
    norm: str,
    aantal: Marge,
    per_eenheid: Decimal,
    pad: str,
    *daarbij: Reden,
) -> Schadepost:
    """Return an item by its norm; a rough number gives a range and waits for the exact one."""
    euro = maal(aantal, per_eenheid)
    euro_precies = precies(euro)
    hoe = reden("schadeposten_norm", per_eenheid=bedrag(per_eenheid), aantal=getal_bereik(aantal))
    return Schadepost(
        post=post,
        bedrag=euro_precies,
        norm=norm,
        status=PostStatus.NOG_NODIG if euro_precies is None else PostStatus.BEREKEND,
        ontbreekt=(pad,) if euro_precies is None else (),
        bereik=Bereik[Geldbedrag](van=euro.van, tot=euro.tot) if euro_precies is None else None,
        redenen=(hoe, *daarbij),
    )


def _einde(begin: Bereik[date], dagen: int | None, lezing: Lezing) -> date | None:
    if begin.tot is None or dagen is None:
        return None
    # Nothing that was told lies after today.
    laatste = min(begin.tot.toordinal() + dagen, lezing.today.toordinal())
    return max(begin.tot, date.fromordinal(laatste))
