from decimal import Decimal
from typing import Any

import pytest

from calc.bereik import Bereik
from dialogs.conditions import Positive


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("25", True),
        ("0.01", True),
        (3, True),
        ("0", False),
        (0, False),
        (None, None),
        ({"van": "1", "tot": "3"}, True),
        ({"van": "7", "tot": None}, True),
        ({"van": "0", "tot": "3"}, None),
        ({"van": None, "tot": "3"}, None),
        ({"van": None, "tot": "0"}, False),
        (Bereik[Decimal](van=Decimal(1), tot=Decimal(2)), True),
    ],
)
def test_an_amount_is_positive_only_when_all_of_its_range_is(
    value: Any,
    *,
    holds: bool | None,
) -> None:
    def known(path: str) -> Any:
        return {"letsel.ao_dagen": value}.get(path)

    assert Positive(path="letsel.ao_dagen").holds(known) is holds
