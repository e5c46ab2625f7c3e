from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bereik import Bereik
from calc.dagen import (
    dagen_later,
    jaren_later,
    maanden_later,
    tot_vandaag,
    weken_later,
    werkdagen_later,
)
from calc.geld import bedrag, centen, deel, getal
from calc.reden import euro_bereik, getal_bereik

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("euro", "written"),
    [
        ("0", "0.00"),
        ("0.005", "0.01"),
        ("0.0049", "0.00"),
        ("1234.5", "1234.50"),
        ("26.1666666", "26.17"),
    ],
)
def test_half_a_cent_goes_up(euro: str, written: str) -> None:
    assert bedrag(Decimal(euro)) == written


def test_a_share_is_taken_without_rounding() -> None:
    assert deel(Decimal("0.01"), Decimal("0.5")) == Decimal("0.00005")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("28", 28),
        ("28.00", 28),
        ("1.50", "1.5"),
        ("0", 0),
        # Beyond fifteen zeros a number stays as it was written.
        ("1E+15", 10**15),
        ("1E+16", "1E+16"),
        ("1E-15", "0.000000000000001"),
        ("1E-16", "1E-16"),
        ("1E+400", "1E+400"),
        ("1E-400", "1E-400"),
    ],
)
def test_a_number_keeps_its_value_in_json(number: str, written: int | str) -> None:
    assert getal(Decimal(number)) == written


@given(st.decimals(min_value=0, max_value=10**10, allow_nan=False, places=6))
def test_rounding_moves_at_most_half_a_cent(euro: Decimal) -> None:
    assert abs(centen(euro) - euro) <= Decimal("0.005")


def test_a_reason_holds_a_value_or_the_range_it_lies_in() -> None:
    exact = Bereik[Decimal](van=Decimal(5), tot=Decimal(5))
    rough = Bereik[Decimal](van=Decimal(5), tot=None)

    assert euro_bereik(exact) == "5.00"
    assert euro_bereik(rough) == {"van": "5.00", "tot": None}
    assert getal_bereik(exact) == 5
    assert getal_bereik(Bereik[int](van=3, tot=4)) == {"van": 3, "tot": 4}


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2022, 1, 10), 5, date(2027, 1, 10)),
        (date(2024, 2, 29), 3, date(2027, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(9998, 1, 1), 5, date.max),
    ],
)
def test_the_same_day_years_later(day: date, years: int, later: date) -> None:
    assert jaren_later(day, years) == later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 10), 6, date(2026, 7, 10)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_the_same_day_months_later(day: date, months: int, later: date) -> None:
    assert maanden_later(day, months) == later


@pytest.mark.parametrize(
    ("day", "days", "later"),
    [
        # T-02: reported on Friday 6 November, at the latest on Friday 13 November.
        (date(2026, 11, 6), 5, date(2026, 11, 13)),
        (date(2026, 11, 7), 5, date(2026, 11, 13)),
        (date(2026, 11, 8), 5, date(2026, 11, 13)),
        (date(2026, 11, 9), 5, date(2026, 11, 16)),
        # Good Friday and Easter Monday.
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        # Both days of Christmas, of which one on a Saturday.
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 4, 26), 1, date(2026, 4, 28)),
        (date(9999, 12, 30), 5, date.max),
    ],
)
def test_working_days_skip_weekends_and_holidays(day: date, days: int, later: date) -> None:
    assert werkdagen_later(day, days) == later


def test_days_and_weeks_are_counted_as_they_are() -> None:
    assert dagen_later(date(2026, 11, 24), -1) == date(2026, 11, 23)
    assert dagen_later(date(2026, 2, 27), 2) == date(2026, 3, 1)
    assert weken_later(date(2026, 11, 2), 2) == date(2026, 11, 16)


@given(st.dates(), st.integers(0, 20))
def test_later_is_never_earlier(day: date, count: int) -> None:
    for step in (jaren_later, maanden_later, weken_later, dagen_later):
        assert step(day, count) >= day


@pytest.mark.parametrize(
    ("days", "cut"),
    [
        (
            Bereik[date](van=date(2026, 1, 1), tot=None),
            Bereik[date](van=date(2026, 1, 1), tot=TODAY),
        ),
        (
            Bereik[date](van=None, tot=date(2027, 1, 1)),
            Bereik[date](van=None, tot=TODAY),
        ),
        (
            Bereik[date](van=date(2026, 1, 1), tot=date(2026, 2, 1)),
            Bereik[date](van=date(2026, 1, 1), tot=date(2026, 2, 1)),
        ),
        (
            Bereik[date](van=TODAY, tot=date(2027, 1, 1)),
            Bereik[date](van=TODAY, tot=TODAY),
        ),
        # Impossible, and refused elsewhere: left as it is.
        (
            Bereik[date](van=date(2027, 1, 1), tot=None),
            Bereik[date](van=date(2027, 1, 1), tot=None),
        ),
    ],
)
def test_what_has_happened_does_not_lie_after_today(days: Bereik[date], cut: Bereik[date]) -> None:
    assert tot_vandaag(days, TODAY) == cut
