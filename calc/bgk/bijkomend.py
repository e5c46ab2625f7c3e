"""What comes on top of either way: the medical adviser and medical information."""

from decimal import ROUND_CEILING, Decimal

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import NIETS, bedrag
from calc.marges import Marge, marge
from calc.reden import Reden, getal_bereik, reden

_MINUTEN_PER_UUR = Decimal(60)


def medisch_adviseur(feiten: Feiten, lezing: Lezing) -> tuple[Marge | None, tuple[Reden, ...]]:
    """Return the costs of a medical adviser whose bill is not made for this file, and why.

    Args:
        feiten: The minutes; a unit that was begun counts as a whole one.
        lezing: Gives the length of a unit and the price of an hour.

    Returns:
        The amount, not reduced by own fault; None while the minutes are unknown.

    Source:
        Convenant BGK-Letsel, art. 5.2, 5.3 and annex 3, art. 2.
    """
    minuten = feiten.belangenbehartiging.medisch_adviseur_minuten
    if minuten is None:
        return None, ()
    eenheid = lezing.getal("bgk.medisch_adviseur.eenheid")
    per_uur = lezing.geld("bgk.medisch_adviseur.per_uur")
    if eenheid is None or per_uur is None:
        return None, ()
    euro = marge(_prijs(minuten.van or 0, eenheid, per_uur), _prijs(minuten.tot, eenheid, per_uur))
    waarom = reden(
        "bgk_medisch_adviseur",
        minuten=getal_bereik(minuten),
        per_uur=bedrag(per_uur),
    )
    return euro, (waarom,)


def medische_informatie(
    feiten: Feiten, lezing: Lezing
) -> tuple[Decimal | None, tuple[Reden, ...]]:
    """Return the amount for information that the representative asked for, and why.

    Returns:
        The amount once, however often was asked; nothing when somebody else asked; None when
        that is unknown.

    Source:
        Convenant BGK-Letsel, annex 3, art. 3.
    """
    opgevraagd = feiten.belangenbehartiging.medische_info_door_belangenbehartiger
    if opgevraagd is None:
        return None, ()
    if opgevraagd is False:
        return NIETS, ()
    euro = lezing.geld("bgk.medische_informatie")
    if euro is None:
        return None, ()
    return euro, (reden("bgk_medische_informatie", bedrag=bedrag(euro)),)


def _prijs(minuten: int | None, eenheid: Decimal, per_uur: Decimal) -> Decimal | None:
    if minuten is None:
        return None
    eenheden = (minuten / eenheid).to_integral_value(rounding=ROUND_CEILING)
    # The division comes last: no third of a cent is lost per unit.
    return eenheden * eenheid * per_uur / _MINUTEN_PER_UUR
