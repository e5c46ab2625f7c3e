"""Days: the same day years or months later, and working days."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateutil.relativedelta import relativedelta
from holidays import country_holidays

from calc.bereik import Bereik

_DAG = timedelta(days=1)
_ZATERDAG = 5


def jaren_later(dag: date, jaren: int) -> date:
    """Return the same day of the year, so many years later; 29 February gives 28 February."""
    return dag + relativedelta(years=jaren)


def maanden_later(dag: date, maanden: int) -> date:
    """Return the same day of the month, so many months later; a missing day gives the last one."""
    return dag + relativedelta(months=maanden)


def dagen_later(dag: date, dagen: int) -> date:
    """Return the day so many days later."""
    return dag + timedelta(days=dagen)


def weken_later(dag: date, weken: int) -> date:
    """Return the same day of the week, so many weeks later."""
    return dag + timedelta(weeks=weken)


def werkdagen_later(dag: date, werkdagen: int) -> date:
    """Return the so-manieth working day after a day; no Saturday, Sunday or public holiday."""
    return [following for following, _ in zip(_werkdagen_na(dag), range(werkdagen), strict=False)][
        -1
    ]


def tot_vandaag(dagen: Bereik[date], today: date) -> Bereik[date]:
    """Return the range without the days after today: what is asked after has happened."""
    if dagen.van is not None and dagen.van > today:
        return dagen
    return Bereik[date](van=dagen.van, tot=min(dagen.tot or today, today))


def _werkdagen_na(dag: date) -> Iterator[date]:
    while True:
        dag += _DAG
        if dag.weekday() < _ZATERDAG and dag not in _feestdagen(dag.year):
            yield dag


@cache
def _feestdagen(jaar: int) -> frozenset[date]:
    return frozenset(country_holidays("NL", years=jaar))
