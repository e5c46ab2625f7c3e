"""What the costs of help come to by the table is told as an amount, as a range, or not at all."""

from typing import Any

import pytest

from tests.conversation import texts
from tests.zaken import LICHT, beoordeeld, tussen, zaak

INSURED = {
    **LICHT,
    "belangenbehartiging.heeft": True,
    "belangenbehartiging.soort": "rechtsbijstandverzekeraar",
}


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("1200.00", "gaat het in uw zaak om ongeveer € 880, zonder btw"),
        (tussen("900.00", "1400.00"), "gaat het in uw zaak om tussen € 800 en € 960, zonder btw"),
        # Above the rows that are known there is no highest amount, so none is told.
        (tussen("8300.00", "9000.00"), None),
        ("9000.00", None),
        (None, None),
    ],
)
def test_the_costs_of_help_are_as_sure_as_the_damage(damage: Any, told: str | None) -> None:
    facts = {**INSURED, "schade.excl_voertuig": damage}
    assessed = beoordeeld(facts).model_dump(mode="json")

    said = texts()(
        "uitleg.kosten_hulp", beoordeling=assessed, feiten=zaak(facts).model_dump(mode="json")
    )

    assert (told is None) is ("Volgens die tabel" not in said)
    assert told is None or told in said
    assert ("De bedragen in die tabel zijn van 2016." in said) is (told is not None)
