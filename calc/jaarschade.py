"""One year of overlijdensschade: what the family needs, what it has, and what it falls short."""

from calc.feiten import Jaarcijfers
from calc.geld import NIETS, Geldbedrag, bedrag
from calc.marges import (
    Bereiken,
    Marge,
    minstens,
    open_bereiken,
    plus,
    precies,
    vanaf_niets,
    verminderd,
    zonder_deel,
)
from calc.reden import Reden, Uitkomstmodel, reden

_BEHOEFTE = ("netto_inkomen_zonder_overlijden", "wnu_pct")
_BESCHIKBAAR = ("netto_inkomen_na_overlijden", "wu", "bu")


class Jaarsom(Uitkomstmodel):
    """The steps of the model; None where a step cannot be computed."""

    behoefte: Geldbedrag | None = None
    beschikbaar: Geldbedrag | None = None
    verschil: Geldbedrag | None = None
    jaarschade: Geldbedrag | None = None
    ontbreekt: tuple[str, ...] = ()
    # What a range leaves open, by the name of its key above.
    bereik: Bereiken = {}
    redenen: tuple[Reden, ...] = ()


def jaarsom(cijfers: Jaarcijfers, pad: str) -> Jaarsom:
    """Return the year's damage of the family as a whole.

    Args:
        cijfers: Net incomes of all members, the WNU percentage, WU and BU, per year.
        pad: Where the figures stand among the facts, to name what is missing.

    Returns:
        Need, means, the raw difference, and the damage of at least nothing. A step of which a
        figure is unknown is None: no percentage is guessed.

    Source:
        Richtlijn Rekenmodel Overlijdensschade, § 5.
    """
    behoefte, beschikbaar = _behoefte(cijfers), _beschikbaar(cijfers)
    verschil = jaarschade = None
    if behoefte is not None and beschikbaar is not None:
        verschil = verminderd(behoefte, beschikbaar)
        jaarschade = minstens(verschil, NIETS)
    ontbreekt = tuple(
        f"{pad}.{cijfer}"
        for cijfer in (*_BEHOEFTE, *_BESCHIKBAAR)
        if getattr(cijfers, cijfer) is None
    )
    bereik = open_bereiken(
        behoefte=behoefte, beschikbaar=beschikbaar, verschil=verschil, jaarschade=jaarschade
    )
    return Jaarsom(
        behoefte=precies(behoefte),
        beschikbaar=precies(beschikbaar),
        verschil=precies(verschil),
        jaarschade=precies(jaarschade),
        ontbreekt=ontbreekt,
        bereik=bereik,
        redenen=_redenen(cijfers, verschil, ontbreekt, ongeveer=bool(bereik)),
    )


def _behoefte(cijfers: Jaarcijfers) -> Marge | None:
    zonder, wnu = cijfers.netto_inkomen_zonder_overlijden, cijfers.wnu_pct
    return None if zonder is None or wnu is None else zonder_deel(vanaf_niets(zonder), wnu)


def _beschikbaar(cijfers: Jaarcijfers) -> Marge | None:
    na, wu, bu = cijfers.netto_inkomen_na_overlijden, cijfers.wu, cijfers.bu
    if na is None or wu is None or bu is None:
        return None
    # What fell away (WU) raises what is available; what came (BU) lowers it.
    return verminderd(plus(vanaf_niets(na), vanaf_niets(wu)), vanaf_niets(bu))


def _redenen(
    cijfers: Jaarcijfers, verschil: Marge | None, ontbreekt: tuple[str, ...], *, ongeveer: bool
) -> tuple[Reden, ...]:
    redenen = []
    zonder, na = cijfers.netto_inkomen_zonder_overlijden, cijfers.netto_inkomen_na_overlijden
    if zonder is not None and na is not None and cijfers.wnu_pct is None:
        redenen.append(reden("overlijden_wnu_nodig"))
    if ontbreekt:
        redenen.append(reden("overlijden_ontbreekt", paden=[*ontbreekt]))
    raw = precies(verschil)
    if raw is not None and raw < 0:
        redenen.append(reden("overlijden_geen_jaarschade", verschil=bedrag(raw)))
    if ongeveer:
        redenen.append(reden("overlijden_ongeveer"))
    return tuple(redenen)
