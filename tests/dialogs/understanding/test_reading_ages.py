"""An age in years, and nothing that only looks like one."""

from datetime import date
from decimal import Decimal

import pytest

from dialogs.understanding.ages import ages

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "age"),
    [("20", 20), ("5 jaar", 5), ("hij was 5", 5), ("zes", 6), ("hij was toen 17 jaar oud", 17)],
)
def test_an_age_is_read(text: str, age: int) -> None:
    assert ages(text, TODAY) == (Decimal(age), Decimal(age))


def test_about_an_age_is_a_range() -> None:
    assert ages("tussen 5 en 7", TODAY) == (Decimal(5), Decimal(7))


@pytest.mark.parametrize(
    "text", ["18 maanden", "jonger dan 18", "18 of ouder", "5 jaar en 3 maanden", "geen idee", ""]
)
def test_what_is_no_age_is_left_alone(text: str) -> None:
    assert ages(text, TODAY) is None
