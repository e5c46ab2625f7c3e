"""The age of the victim, as far as it is known."""

from collections.abc import Mapping
from datetime import date

from calc.bereik import Bereik
from calc.dagen import jaren_later, tot_vandaag
from calc.dated import Lezing, Parameters
from calc.feiten import Feiten


def leeftijd(feiten: Feiten, today: date, parameters: Parameters) -> Mapping[str, bool | None]:
    """Return what the day of birth says about the victim's age.

    Args:
        feiten: The facts; the days of birth and event may be known roughly or not at all.
        today: The day of the question.
        parameters: Hold the ages at which the law begins to treat people differently.

    Returns:
        `onder_16` and `onder_18` for today, `minderjarig_bij_gebeurtenis` for the day of the
        event; None where it is unknown, also when only some days of a range would say so.

    Source:
        Art. 1:233 BW; art. 5 UAVG.
    """
    lezing = Lezing(parameters, today)
    vandaag = Bereik[date](van=today, tot=today)
    return {
        "onder_16": _jonger(feiten, vandaag, lezing, "leeftijd.zelf_toestemming"),
        "onder_18": _jonger(feiten, vandaag, lezing, "leeftijd.meerderjarig"),
        "minderjarig_bij_gebeurtenis": minderjarig(feiten, lezing),
    }


def minderjarig(feiten: Feiten, lezing: Lezing) -> bool | None:
    """Return whether the victim was a minor on the day of the event."""
    if feiten.gebeurtenis_datum is None:
        return None
    return _jonger(feiten, feiten.gebeurtenis_datum, lezing, "leeftijd.meerderjarig")


def _jonger(feiten: Feiten, dagen: Bereik[date], lezing: Lezing, grens: str) -> bool | None:
    geboren = feiten.geboortedatum_slachtoffer
    jaren = lezing.aantal(grens)
    if geboren is None or jaren is None:
        return None
    geboren = tot_vandaag(geboren, lezing.today)
    dagen = tot_vandaag(dagen, lezing.today)
    # Someone is of age on the birthday itself.
    if geboren.van is not None and dagen.below(jaren_later(geboren.van, jaren)):
        return True
    if geboren.tot is not None and dagen.below(jaren_later(geboren.tot, jaren)) is False:
        return False
    return None
