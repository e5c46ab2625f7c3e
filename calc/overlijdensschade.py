"""Overlijdensschade: what a family, as one economic unit, has less each year after a death."""

from datetime import date
from decimal import Decimal

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import Feiten, Gezin, Jaarcijfers
from calc.geld import Geldbedrag, bedrag
from calc.jaarschade import Jaarsom, jaarsom
from calc.leeftijd import minderjarig
from calc.marges import precies, vanaf_niets
from calc.omstandigheden import overleden
from calc.reden import Blok, Reden, getal_bereik, reden
from calc.trilean import negate

_BRON = ("rekenmodel_overlijdensschade_2015", "bw_6_108")
_CIJFERS = tuple(Jaarcijfers.model_fields)


class Jaarschade(Jaarsom):
    """One year, on its own figures."""

    jaar: int


class Overlijdensschade(Jaarsom, Blok):
    """A year as the family's figures give it, then each year that has figures of its own."""

    jaren: tuple[Jaarschade, ...] = ()
    uitvaartkosten: Geldbedrag | None = None


def overlijdensschade(feiten: Feiten, lezing: Lezing) -> Overlijdensschade | None:
    """Return what the family loses each year, for the family as a whole, and the funeral.

    Args:
        feiten: The figures of the family, and of each year; the WNU percentage is a human's.
        lezing: Says from which day on the model is used.

    Returns:
        None only when nobody died. Benefits are not set off and nothing is divided over the
        members. Before the model was used no step has an amount.

    Source:
        Richtlijn Rekenmodel Overlijdensschade, § 1 and 5 to 7; art. 6:108 lid 1 and 2 BW.
    """
    if not overleden(feiten):
        return None
    in_werking = (
        _sinds("ongevallen_vanaf", feiten.gebeurtenis_datum, lezing),
        _sinds("overlijdens_vanaf", feiten.overlijdensdatum, lezing),
    )
    uitvaart = feiten.schade.posten.uitvaart
    kosten = None if uitvaart is None else precies(vanaf_niets(uitvaart))
    vooraf = (
        *_over_invoering(in_werking),
        *((reden("overlijden_kind"),) if minderjarig(feiten, lezing) else ()),
    )
    achteraf = (
        _over_uitvaart(kosten),
        *_over_eigen_schuld(feiten),
        reden("overlijden_voordeel_apart"),
    )
    if in_werking == (False, False):
        return Overlijdensschade(bron=_BRON, uitvaartkosten=kosten, redenen=(*vooraf, *achteraf))
    som = _van_gezin(feiten.gezin)
    return Overlijdensschade(
        **dict(som)
        | {
            "bron": _BRON,
            "jaren": _jaren(feiten.gezin),
            "uitvaartkosten": kosten,
            "redenen": (reden("overlijden_voor_gezin"), *vooraf, *som.redenen, *achteraf),
        }
    )


def _van_gezin(gezin: Gezin) -> Jaarsom:
    # With figures per year, those of the family as a whole are not missed.
    if gezin.jaren and all(getattr(gezin, cijfer) is None for cijfer in _CIJFERS):
        return Jaarsom()
    return jaarsom(gezin, "gezin")


def _jaren(gezin: Gezin) -> tuple[Jaarschade, ...]:
    return tuple(
        Jaarschade(jaar=cijfers.jaar, **dict(jaarsom(cijfers, f"gezin.jaren[{plaats}]")))
        for plaats, cijfers in sorted(enumerate(gezin.jaren), key=lambda paar: paar[1].jaar)
    )


def _sinds(naam: str, dag: Bereik[date] | None, lezing: Lezing) -> bool | None:
    """Return whether a day is one on which the model was used."""
    vanaf = None if dag is None else lezing.dag(f"overlijdensschade.rekenmodel.{naam}")
    return None if dag is None or vanaf is None else negate(dag.below(vanaf))


def _over_invoering(in_werking: tuple[bool | None, bool | None]) -> tuple[Reden, ...]:
    if in_werking == (False, False):
        return (reden("overlijden_voor_rekenmodel"),)
    # One page goes by the day of the accident, another by that of the death: a human decides.
    return (reden("overlijden_rond_invoering"),) if False in in_werking else ()


def _over_uitvaart(kosten: Decimal | None) -> Reden:
    if kosten is None:
        return reden("overlijden_uitvaart_onbekend")
    return reden("overlijden_uitvaart", bedrag=bedrag(kosten))


def _over_eigen_schuld(feiten: Feiten) -> tuple[Reden, ...]:
    # The same defences hold against who is left behind (art. 6:108 BW); a human takes it off.
    pct = feiten.aansprakelijkheid.eigen_schuld_pct
    if pct is None or pct.exact == 0:
        return ()
    return (reden("overlijden_eigen_schuld", pct=getal_bereik(pct)),)
