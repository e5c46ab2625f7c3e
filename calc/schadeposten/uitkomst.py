"""The damage items as an assessment gives them."""

from enum import StrEnum

from calc.bereik import Bereik
from calc.geld import Geldbedrag
from calc.marges import Bereiken
from calc.reden import Blok, Reden, Uitkomstmodel


class PostStatus(StrEnum):
    """Where an amount comes from."""

    BEREKEND = "berekend"
    OPGEGEVEN = "opgegeven"
    NOG_NODIG = "nog_nodig"


class Schadepost(Uitkomstmodel):
    """One item; `norm` is the id of the parameter that gave the amount."""

    post: str
    bedrag: Geldbedrag | None = None
    norm: str | None = None
    status: PostStatus
    ontbreekt: tuple[str, ...] = ()
    # What is known of an amount that is not exact.
    bereik: Bereik[Geldbedrag] | None = None
    # What the norm gives for a year, before the victim's own share and limitation.
    per_jaar: Bereik[Geldbedrag] | None = None
    redenen: tuple[Reden, ...] = ()


class Schadeposten(Blok):
    """The items and the sum of those with an amount; `volledig` when no item waits for a fact."""

    regels: tuple[Schadepost, ...] = ()
    totaal: Geldbedrag | None = None
    volledig: bool = False
    bereik: Bereiken = {}
