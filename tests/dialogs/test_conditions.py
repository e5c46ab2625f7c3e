from decimal import Decimal
from typing import Any

import pytest

from calc.bereik import Bereik
from dialogs.conditions import (
    ALWAYS,
    Condition,
    Has,
    IsKnown,
    Not,
    Positive,
    Unless,
    all_of,
    any_of,
    is_,
)

KNOWN: dict[str, Any] = {
    "ja": True,
    "nee": False,
    "rol": "naaste",
    "lijst": ("a", "b"),
    "nul": 0,
    "bedrag": "12.50",
    "tot": {"van": None, "tot": "5"},
    "vanaf": {"van": "5", "tot": None},
    "om": {"van": "0", "tot": "5"},
    "leeg": {"van": "0", "tot": "0"},
    "bereik": Bereik[Decimal](van=Decimal(1), tot=Decimal(2)),
}


def known(path: str) -> Any:
    return KNOWN.get(path)


YES, NO, MAYBE = is_("ja", True), is_("nee", True), is_("weg", True)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (ALWAYS, True),
        (is_("rol", "naaste", "nabestaande"), True),
        (is_("rol", "slachtoffer"), False),
        (is_("weg", "x"), None),
        (IsKnown(path="rol"), True),
        (IsKnown(path="weg"), False),
        (Has(path="lijst", member="a"), True),
        (Has(path="lijst", member="c"), False),
        (Has(path="weg", member="a"), False),
        (Positive(path="bedrag"), True),
        (Positive(path="nul"), False),
        (Positive(path="vanaf"), True),
        (Positive(path="tot"), None),
        (Positive(path="om"), None),
        (Positive(path="leeg"), False),
        (Positive(path="bereik"), True),
        (Positive(path="weg"), None),
        (Not(of=YES), False),
        (Not(of=MAYBE), None),
        (Unless(certain=YES), False),
        (Unless(certain=NO), True),
        (Unless(certain=MAYBE), True),
        (all_of(), True),
        (all_of(YES, YES), True),
        (all_of(YES, MAYBE), None),
        (all_of(MAYBE, NO), False),
        (any_of(), False),
        (any_of(NO, YES), True),
        (any_of(NO, MAYBE), None),
        (any_of(MAYBE, YES), True),
        (any_of(NO, NO), False),
    ],
)
def test_a_condition_is_true_false_or_still_unknown(
    condition: Condition,
    holds: bool | None,  # noqa: FBT001 - what is expected, no switch
) -> None:
    assert condition.holds(known) is holds


def test_a_condition_names_what_it_looks_at() -> None:
    condition = all_of(
        any_of(IsKnown(path="a"), Not(of=is_("b", True))),
        Unless(certain=Has(path="c", member="x")),
        Positive(path="d"),
        ALWAYS,
    )

    assert list(condition.paths()) == ["a", "b", "c", "d"]


def test_a_bare_condition_says_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Condition().holds(known)
    with pytest.raises(NotImplementedError):
        list(Condition().paths())
