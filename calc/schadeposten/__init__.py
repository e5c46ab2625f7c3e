"""Damage items: what was said, what a norm gives, and what is still needed."""

from calc.dated import Lezing
from calc.feiten import Feiten, Posten
from calc.marges import (
    Marge,
    open_bereiken,
    plus,
    precies,
    vanaf_niets,
    vast,
    verminderd,
)
from calc.reden import Reden, euro_bereik, reden
from calc.schadeposten.daggeld import daggeld
from calc.schadeposten.huishouden import huishoudelijke_hulp
from calc.schadeposten.inkomen import inkomen
from calc.schadeposten.opgegeven import opgegeven
from calc.schadeposten.reizen import reiskosten
from calc.schadeposten.studie import studievertraging
from calc.schadeposten.uit_te_keren import over_uit_te_keren, uit_te_keren_schade
from calc.schadeposten.uitkomst import PostStatus, Schadepost, Schadeposten
from calc.schadeposten.woning import zelfwerkzaamheid

__all__ = [
    "PostStatus",
    "Schadepost",
    "Schadeposten",
    "over_uit_te_keren",
    "schadeposten",
    "uit_te_keren_schade",
]

_WET = "bw_6_95"
_MET_NORM = {
    "reiskosten": reiskosten,
    "huishoudelijke_hulp": huishoudelijke_hulp,
    "zelfwerkzaamheid": zelfwerkzaamheid,
}


def schadeposten(feiten: Feiten, lezing: Lezing) -> Schadeposten:
    """Return every item of which something was told, and the sum of those with an amount.

    Args:
        feiten: Amounts by item, and what the norms ask: kilometres, days, help, home, study.
        lezing: Gives the norms, each for the years for which it is sure.

    Returns:
        An amount that was told stands as it is, and its norm is left alone. Otherwise the norm of
        the day of the event; without one the item waits and says for what. The sum is None when
        no item has an amount, and when one is known roughly.

    Source:
        Art. 6:95 and 6:96 BW; guidelines of De Letselschade Raad.
    """
    regels = (
        *(regel for post in Posten.model_fields for regel in _van_post(post, feiten, lezing)),
        *daggeld(feiten, lezing),
        *studievertraging(feiten),
        *inkomen(feiten),
    )
    som = _som(regels)
    return Schadeposten(
        regels=regels,
        totaal=precies(som),
        volledig=bool(regels) and all(r.status is not PostStatus.NOG_NODIG for r in regels),
        bereik=open_bereiken(totaal=som),
        bron=(_WET, *lezing.bronnen("schadeposten")),
        redenen=_redenen(feiten, regels),
    )


def _van_post(post: str, feiten: Feiten, lezing: Lezing) -> tuple[Schadepost, ...]:
    bedrag = getattr(feiten.schade.posten, post)
    if bedrag is not None:
        return (opgegeven(post, bedrag),)
    norm = _MET_NORM.get(post)
    return () if norm is None else norm(feiten, lezing)


def _som(regels: tuple[Schadepost, ...]) -> Marge | None:
    delen = [deel for deel in map(_deel, regels) if deel is not None]
    return plus(*delen) if delen else None


def _deel(regel: Schadepost) -> Marge | None:
    if regel.bedrag is not None:
        return vast(regel.bedrag)
    return None if regel.bereik is None else vanaf_niets(regel.bereik)


def _redenen(feiten: Feiten, regels: tuple[Schadepost, ...]) -> tuple[Reden, ...]:
    redenen = list(_naast_totaal(feiten, regels))
    if any(regel.status is PostStatus.NOG_NODIG for regel in regels):
        redenen.append(reden("schadeposten_onvolledig"))
    if feiten.gegevens.in_nederland is False:
        redenen.append(reden("schadeposten_buitenland"))
    return tuple(redenen)


def _naast_totaal(feiten: Feiten, regels: tuple[Schadepost, ...]) -> tuple[Reden, ...]:
    """Return how the amounts that were told stand beside the total that was told."""
    genoemd = _som(tuple(regel for regel in regels if regel.status is PostStatus.OPGEGEVEN))
    totaal = feiten.schade.excl_voertuig
    if totaal is None or genoemd is None:
        return ()
    rest = verminderd(vanaf_niets(totaal), genoemd)
    if rest.tot is not None and rest.tot < 0:
        return (
            reden(
                "schadeposten_meer_dan_totaal",
                posten=euro_bereik(genoemd),
                totaal=euro_bereik(totaal),
            ),
        )
    if rest.van is not None and rest.van > 0:
        return (reden("schadeposten_niet_uitgesplitst", rest=euro_bereik(rest)),)
    return ()
