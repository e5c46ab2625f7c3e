"""Days: the same day years or months later, and working days."""

from datetime import date
from functools import cache

from dateutil.relativedelta import relativedelta
from holidays import country_holidays

from calc.bereik import Bereik

_ZATERDAG = 5


def jaren_later(dag: date, jaren: int) -> date:
    """Return the same day of the year, so many years later; 29 February gives 28 February."""
    return _later(dag, relativedelta(years=jaren))


def maanden_later(dag: date, maanden: int) -> date:
    """Return the same day of the month, so many months later; a missing day gives the last one."""
    return _later(dag, relativedelta(months=maanden))


def weken_later(dag: date, weken: int) -> date:
    """Return the same day of the week, so many weeks later."""
    return _later(dag, relativedelta(weeks=weken))


def dagen_later(dag: date, dagen: int) -> date:
    """Return the day so many days later, or earlier when negative."""
    return _later(dag, relativedelta(days=dagen))


def werkdagen_later(dag: date, werkdagen: int) -> date:
    """Return the last of so many working days: no Saturday, Sunday or public holiday."""
    for _ in range(werkdagen):
        dag = dagen_later(dag, 1)
        # It ends: the last day that exists is a Friday.
        while _vrij(dag):
            dag = dagen_later(dag, 1)
    return dag


def tot_vandaag(dagen: Bereik[date], today: date) -> Bereik[date]:
    """Return the range without the days after today: what is asked after has happened."""
    if dagen.van is not None and dagen.van > today:
        return dagen
    return Bereik[date](van=dagen.van, tot=min(dagen.tot or today, today))


def _later(dag: date, hoeveel: relativedelta) -> date:
    try:
        return dag + hoeveel
    except (OverflowError, ValueError):
        # Past the last day that exists: a day that nobody meant is no reason to stop.
        return date.max


def _vrij(dag: date) -> bool:
    return dag.weekday() >= _ZATERDAG or dag in _feestdagen(dag.year)


@cache
def _feestdagen(jaar: int) -> frozenset[date]:
    return frozenset(country_holidays("NL", years=jaar))
