"""A file that runs as light injury: it leaves for incapacity only above the limit (C-03, C-06)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from calc.beoordeling import Beoordeling, beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from calc.licht_letsel import CriteriumId, Toets

EVENT = date(2026, 6, 1)
LIGHT: dict[str, Any] = {
    "rol": "slachtoffer",
    "oorzaak": "verkeer",
    "gebeurtenis_datum": EVENT.isoformat(),
    "letsel": {"herstel_maanden": 3, "restloos": True, "complicaties": False},
    "schade": {"excl_voertuig": "600.00"},
}


def assessed(
    days: Any, *, runs: bool = True, goes_on: bool = True, more: Mapping[str, Any] | None = None
) -> Beoordeling:
    letsel = {**LIGHT["letsel"], "ao_dagen": days, "ao_loopt_nog": goes_on}
    feiten = Feiten.model_validate({**LIGHT, "letsel": letsel, **(more or {})})
    today = EVENT + timedelta(days=40)
    return beoordeling(feiten, today, parameters(), loopt_als_licht_letsel=runs)


@pytest.mark.parametrize(
    ("days", "first", "running"),
    [
        (27, "LL", "LL"),
        (28, "GBL", "LL"),
        (29, "GBL", "GBL"),
        ({"van": 28, "tot": 30}, "GBL", "LL_VOORLOPIG"),
        ({"van": 29, "tot": 30}, "GBL", "GBL"),
        ({"van": 20, "tot": 30}, "LL_VOORLOPIG", "LL_VOORLOPIG"),
    ],
)
def test_at_first_28_days_are_gbl_and_a_running_file_moves_from_day_29(
    days: Any, first: str, running: str
) -> None:
    assert assessed(days, runs=False).classificatie.uitkomst == first
    assert assessed(days).classificatie.uitkomst == running


def test_on_the_limit_the_criterion_fails_all_the_same_and_the_next_test_is_tomorrow() -> None:
    found = assessed(28).classificatie

    failed = [one.id for one in found.criteria if one.uitkomst is Toets.NIET_GEHAALD]
    assert failed == [CriteriumId.ARBEIDSONGESCHIKTHEID]
    assert found.hertoetsen_op == EVENT + timedelta(days=41)
    assert "classificatie_lopende_zaak" in [one.sleutel for one in found.redenen]


def test_whoever_was_off_work_for_28_days_and_no_longer_is_stays_light() -> None:
    found = assessed(28, goes_on=False).classificatie

    assert found.uitkomst == "LL"
    assert found.hertoetsen_op == date(2026, 9, 1)


def test_the_limit_for_a_running_file_excuses_no_other_criterion() -> None:
    costly = {"schade": {"excl_voertuig": "5000.00"}}
    assert assessed(28, more=costly).classificatie.uitkomst == "GBL"
    assert assessed(5, more=costly).classificatie.uitkomst == "GBL"
    assert assessed(28, more={"oorzaak": "medisch"}).classificatie.uitkomst == "GBL"
    died = {"overlijdensdatum": "2026-06-20"}
    assert assessed(28, more=died).classificatie.uitkomst == "GBL"


def test_what_follows_from_light_injury_follows_on_the_limit_as_well() -> None:
    assert "geen_finale_kwijting_bij_licht_letsel" in assessed(28).signalen
