"""Sums with ranges: an open end stays open, and only what both ends agree on is a number."""

from decimal import Decimal

import pytest

from calc.bereik import Bereik
from calc.marges import (
    Marge,
    maal,
    marge,
    minstens,
    open_bereiken,
    plus,
    precies,
    vanaf_niets,
    vast,
    verminderd,
    zonder_deel,
)

Ends = tuple[str | None, str | None]


def between(ends: Ends) -> Marge:
    van, tot = (None if end is None else Decimal(end) for end in ends)
    return marge(van, tot)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ((None, "5"), ("0", "5")),
        (("0", "5"), ("0", "5")),
        (("0.01", None), ("0.01", None)),
    ],
)
def test_what_cannot_be_negative_begins_at_nothing(told: Ends, counted: Ends) -> None:
    assert vanaf_niets(between(told)) == between(counted)


def test_a_sum_is_open_at_an_end_where_one_of_its_parts_is() -> None:
    assert plus() == vast(Decimal(0))
    assert plus(between(("1", "2")), between(("10", "20"))) == between(("11", "22"))
    assert plus(between(("1", None)), between(("10", "20"))) == between(("11", None))
    assert plus(between(("1", "2")), between((None, "20"))) == between((None, "22"))


def test_the_most_is_left_when_the_least_is_taken_off() -> None:
    whole = between(("100", "200"))

    assert verminderd(whole, between(("10", "30"))) == between(("70", "190"))
    assert verminderd(whole, between(("10", None))) == between((None, "190"))
    assert verminderd(whole, between((None, "30"))) == between(("70", None))


@pytest.mark.parametrize(
    ("share", "left"),
    [
        (("25", "25"), ("75", "150")),
        (("10", "50"), ("50", "180")),
        # A share that is known at least may be all of it, one known at most may be nothing.
        (("10", None), ("0", "180")),
        ((None, "50"), ("50", "200")),
    ],
)
def test_a_share_leaves_the_rest(share: Ends, left: Ends) -> None:
    assert zonder_deel(between(("100", "200")), between(share)) == between(left)


def test_of_an_open_amount_the_rest_is_open_as_well() -> None:
    half = between(("50", "50"))

    assert zonder_deel(between((None, "200")), half) == between((None, "100"))
    assert zonder_deel(between(("100", None)), half) == between(("50", None))


@pytest.mark.parametrize(
    ("amount", "at_least"),
    [
        (("-1", "5"), ("3", "5")),
        (("-1", "2.99"), ("3", "3")),
        (("3.01", "5"), ("3.01", "5")),
        ((None, "5"), ("3", "5")),
        (("-1", None), ("3", None)),
    ],
)
def test_nothing_lies_below_the_least(amount: Ends, at_least: Ends) -> None:
    assert minstens(between(amount), Decimal(3)) == between(at_least)


def test_units_at_a_price_are_open_where_their_number_is() -> None:
    assert maal(between(("2", "3")), Decimal("0.5")) == between(("1", "1.5"))
    assert maal(between(("2", None)), Decimal("0.5")) == between(("1", None))
    assert maal(between((None, "3")), Decimal("0.5")) == between((None, "1.5"))


@pytest.mark.parametrize(
    ("amount", "number"),
    [
        (("5", "5"), "5.00"),
        # Half a cent goes up at both ends: 5.00 and 5.01.
        (("5.0049", "5.005"), None),
        (("5.005", "5.0149"), "5.01"),
        (("5", None), None),
        ((None, "5"), None),
        ((None, None), None),
    ],
)
def test_a_range_is_a_number_when_both_ends_are_the_same_cent(
    amount: Ends, number: str | None
) -> None:
    assert precies(between(amount)) == (None if number is None else Decimal(number))
    assert precies(None) is None


@pytest.mark.parametrize(
    ("amount", "says"),
    [
        (("1", "2"), True),
        (("0", "2"), True),
        ((None, "2"), True),
        (("0.01", None), True),
        # At least nothing is no news, and an exact amount stands at its own key.
        (("0", None), False),
        ((None, None), False),
        (("5", "5"), False),
    ],
)
def test_a_range_is_given_where_it_says_something(amount: Ends, *, says: bool) -> None:
    given = open_bereiken(bedrag=between(amount), leeg=None)

    assert given == ({"bedrag": between(amount)} if says else {})


def test_a_range_is_given_in_cents() -> None:
    given = open_bereiken(bedrag=between(("0.005", "1.014")))["bedrag"]

    assert given == Bereik[Decimal](van=Decimal("0.01"), tot=Decimal("1.01"))
