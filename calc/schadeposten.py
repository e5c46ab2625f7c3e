"""Damage items: what was said, what a norm gives, and what is still needed."""

from decimal import Decimal
from enum import StrEnum

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import Geldbedrag
from calc.reden import Blok, Uitkomstmodel


class PostStatus(StrEnum):
    """Where an amount comes from."""

    BEREKEND = "berekend"
    OPGEGEVEN = "opgegeven"
    NOG_NODIG = "nog_nodig"


class Schadepost(Uitkomstmodel):
    """One item; `norm` is the id of the parameter that gave the amount."""

    post: str
    bedrag: Geldbedrag | None
    norm: str | None
    status: PostStatus
    ontbreekt: tuple[str, ...] = ()


class Schadeposten(Blok):
    """The items and their sum."""

    regels: tuple[Schadepost, ...] = ()
    totaal: Geldbedrag | None = None


def schadeposten(feiten: Feiten, lezing: Lezing) -> Schadeposten:
    """Return the damage items."""
    del feiten, lezing
    return Schadeposten()


def uit_te_keren_schade(feiten: Feiten) -> Decimal | None:
    """Return the damage after the victim's own share in the fault."""
    del feiten
    return None
