"""The surcharge for light injury when the insurer first offered too little."""

from decimal import Decimal
from typing import Any

from pydantic import JsonValue

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import Aansprakelijkheid, Feiten
from calc.geld import NIETS, bedrag, getal
from calc.licht_letsel import Classificatie, Procescode
from calc.reden import Reden, reden
from calc.trilean import every, negate

_LICHT = {Procescode.LL: True, Procescode.GBL: False}
_NUL, _HONDERD = Decimal(0), Decimal(100)


def opslag(
    feiten: Feiten, lezing: Lezing, classificatie: Classificatie
) -> tuple[Decimal | None, tuple[Reden, ...]]:
    """Return the surcharge for light injury, and why.

    Args:
        feiten: When liability was agreed, what was first offered and what was agreed.
        lezing: Gives the surcharge and the months after which it is due.
        classificatie: The process; a provisional one is neither light nor not.

    Returns:
        The surcharge; nothing when a condition is known to fail; None while that is unknown.

    Source:
        Convenant BGK-Letsel, annex 2, art. 2e.
    """
    na = lezing.getal("bgk.opslag.na")
    euro = lezing.geld("bgk.opslag.bedrag")
    if na is None or euro is None:
        return None, ()
    aansprakelijkheid = feiten.aansprakelijkheid
    verschuldigd = every(
        (
            _LICHT.get(classificatie.uitkomst),
            _pas_na(aansprakelijkheid.akkoord_na_maanden, na),
            _hoger_dan_bod(aansprakelijkheid),
        )
    )
    match verschuldigd:
        case True:
            return euro, (reden("bgk_opslag", bedrag=bedrag(euro), na_maanden=getal(na)),)
        case False:
            return NIETS, ()
        case _:
            return None, (reden("bgk_opslag_onbekend", paden=_onbekend(aansprakelijkheid)),)


def _pas_na(akkoord: Bereik[Any] | None, maanden: Decimal) -> bool | None:
    # "eerst na 3 maanden": exactly three months is not after.
    return None if akkoord is None else negate(akkoord.at_most(maanden))


def _hoger_dan_bod(aansprakelijkheid: Aansprakelijkheid) -> bool | None:
    bod = _percentage(aansprakelijkheid.eerste_bod_pct)
    akkoord = _percentage(aansprakelijkheid.overeengekomen_pct)
    if akkoord[0] > bod[1]:
        return True
    return False if akkoord[1] <= bod[0] else None


def _percentage(pct: Bereik[Any] | None) -> tuple[Decimal, Decimal]:
    """Return the ends; no percentage lies outside 0 and 100."""
    if pct is None:
        return _NUL, _HONDERD
    return pct.van or _NUL, _HONDERD if pct.tot is None else pct.tot


def _onbekend(aansprakelijkheid: Aansprakelijkheid) -> list[JsonValue]:
    return [
        f"aansprakelijkheid.{feit}"
        for feit in ("akkoord_na_maanden", "eerste_bod_pct", "overeengekomen_pct")
        if getattr(aansprakelijkheid, feit) is None
    ]
