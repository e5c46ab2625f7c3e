"""Facts of made-up people through the rules of costs, death and damage items."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from calc.affectieschade import affectieschade
from calc.bgk import Bgk, bgk
from calc.dated import Lezing, parameters
from calc.feiten import Feiten
from calc.licht_letsel import Classificatie, Procescode, classificatie
from calc.overlijdensschade import Overlijdensschade, overlijdensschade
from calc.reden import Blok, Uitkomstmodel
from calc.schadeposten import Schadeposten, schadeposten
from calc.smartengeld import smartengeld

VANDAAG = date(2026, 11, 23)
# Before any parameter: what is not in force may never become an amount.
LANG_GELEDEN = date(1980, 1, 1)


def lezing(vandaag: date = VANDAAG) -> Lezing:
    """Return a fresh reading of the parameters of this project."""
    return Lezing(parameters(), vandaag)


def samen(*delen: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts laid over each other, group by group."""
    facts: dict[str, Any] = {}
    for deel in delen:
        for naam, waarde in deel.items():
            onder = facts.get(naam)
            beide = isinstance(onder, dict) and isinstance(waarde, dict)
            facts[naam] = samen(onder, waarde) if beide and onder is not None else waarde
    return facts


def proces(feiten: Feiten, gelezen: Lezing) -> Classificatie:
    """Return the classification."""
    return classificatie(feiten, gelezen, smartengeld(feiten, gelezen))


def kosten(
    *delen: Mapping[str, Any], code: Procescode | None = None, vandaag: date = VANDAAG
) -> Bgk:
    """Return the costs of settling; `code` stands in for what the classification would say."""
    feiten, gelezen = Feiten.model_validate(samen(*delen)), lezing(vandaag)
    klasse = proces(feiten, gelezen)
    if code is not None:
        klasse = klasse.model_copy(update={"uitkomst": code})
    return bgk(feiten, gelezen, klasse, affectieschade(feiten, gelezen))


def overlijden(*delen: Mapping[str, Any], vandaag: date = VANDAAG) -> Overlijdensschade | None:
    """Return the damage of the family."""
    return overlijdensschade(Feiten.model_validate(samen(*delen)), lezing(vandaag))


def posten(*delen: Mapping[str, Any], vandaag: date = VANDAAG) -> Schadeposten:
    """Return the damage items."""
    return schadeposten(Feiten.model_validate(samen(*delen)), lezing(vandaag))


def euro(bedrag: str | None) -> Decimal | None:
    """Return an amount as a test writes it."""
    return None if bedrag is None else Decimal(bedrag)


def redenen(blok: Blok | Uitkomstmodel) -> list[str]:
    """Return the keys of the reasons, in order."""
    return [reden.sleutel for reden in getattr(blok, "redenen", ())]
