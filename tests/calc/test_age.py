from datetime import date
from typing import Any

import pytest

from calc.dated import parameters
from calc.leeftijd import leeftijd
from tests.zaken import tussen, zaak

TODAY = date(2026, 11, 23)


def ages(today: date = TODAY, **facts: Any) -> dict[str, bool | None]:
    return dict(leeftijd(zaak(facts), today, parameters()))


@pytest.mark.parametrize(
    ("born", "under_16", "under_18"),
    [
        ("2010-11-24", True, True),
        ("2010-11-23", False, True),
        ("2008-11-24", False, True),
        ("2008-11-23", False, False),
        ("1950-01-01", False, False),
        (None, None, None),
        # Somebody knows only the year.
        (tussen("2010-01-01", "2010-12-31"), None, True),
        (tussen("2011-01-01", "2011-12-31"), True, True),
        (tussen("2009-01-01", None), None, True),
        (tussen(None, "2000-12-31"), False, False),
        (tussen(None, "2015-12-31"), None, None),
        (tussen("2007-01-01", None), None, None),
    ],
)
def test_age_today(born: Any, *, under_16: bool | None, under_18: bool | None) -> None:
    found = ages(geboortedatum_slachtoffer=born)

    assert found["onder_16"] is under_16
    assert found["onder_18"] is under_18


@pytest.mark.parametrize(
    ("born", "event", "minor"),
    [
        # 17 years and 364 days is a minor; 18 on the day itself is of age.
        ("2002-05-06", "2020-05-05", True),
        ("2002-05-05", "2020-05-05", False),
        ("2002-05-05", None, None),
        (None, "2020-05-05", None),
        ("2002-05-05", tussen("2020-05-01", "2020-05-31"), None),
        ("2002-05-05", tussen("2020-04-01", "2020-05-04"), True),
        ("2002-05-05", tussen("2021-01-01", None), False),
        ("2002-05-05", tussen(None, "2020-05-04"), True),
        ("2002-05-05", tussen(None, "2021-05-04"), None),
    ],
)
def test_a_minor_on_the_day_of_the_event(born: Any, event: Any, *, minor: bool | None) -> None:
    found = ages(geboortedatum_slachtoffer=born, gebeurtenis_datum=event)

    assert found["minderjarig_bij_gebeurtenis"] is minor


def test_where_the_rule_is_not_in_force_the_answer_is_unknown() -> None:
    found = ages(date(2000, 1, 1), geboortedatum_slachtoffer="1999-01-01")

    assert found["onder_16"] is None
    assert found["onder_18"] is True
