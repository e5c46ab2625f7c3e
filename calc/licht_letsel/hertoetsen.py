"""When to test again: "In alle contactmomenten … periodiek te worden getoetst"."""

from datetime import date

from calc.dagen import dagen_later, maanden_later
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.licht_letsel.arbeidsongeschiktheid import zonder_betaald_werk


def hertoetsen_op(feiten: Feiten, lezing: Lezing) -> date | None:
    """Return the first day for a new test that is not in the past.

    Args:
        feiten: Counted from the earliest day of the event.
        lezing: Gives the limit of the days without work, and the months of the later tests.

    Returns:
        The day the incapacity reaches its limit, while it goes on or may go on; else the months
        after the event; None when all have passed or the event is unknown.
    """
    gebeurtenis = feiten.gebeurtenis_datum
    if gebeurtenis is None or gebeurtenis.van is None:
        return None
    dagen = lezing.aantal("licht_letsel.ao_onder") if _kan_nog_lopen(feiten) else None
    maanden = (
        lezing.aantal("licht_letsel.hertoets_eerst"),
        lezing.aantal("licht_letsel.hertoets_daarna"),
    )
    momenten = [dagen_later(gebeurtenis.van, dagen)] if dagen is not None else []
    momenten += [
        maanden_later(gebeurtenis.van, aantal) for aantal in maanden if aantal is not None
    ]
    return next((dag for dag in momenten if dag >= lezing.today), None)


def _kan_nog_lopen(feiten: Feiten) -> bool:
    if zonder_betaald_werk(feiten):
        return False
    loopt_nog, dagen = feiten.letsel.ao_loopt_nog, feiten.letsel.ao_dagen
    if loopt_nog is None:
        # Whoever was not unable to work at all did not stop being so either.
        return dagen is None or dagen.exact != 0
    return loopt_nog
