"""An amount that somebody told: it stands as it is."""

from decimal import Decimal

from calc.bereik import Bereik
from calc.geld import Geldbedrag
from calc.reden import reden
from calc.schadeposten.uitkomst import PostStatus, Schadepost


def opgegeven(post: str, euro: Bereik[Decimal]) -> Schadepost:
    """Return the item with the amount as it was told; a rough amount stays a range."""
    return Schadepost(
        post=post,
        bedrag=euro.exact,
        status=PostStatus.OPGEGEVEN,
        bereik=Bereik[Geldbedrag](van=euro.van, tot=euro.tot) if euro.exact is None else None,
        redenen=(reden("schadeposten_opgegeven"),),
    )
