"""Smartengeld: always a band, never one number, and the year of its amounts beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calc.dated import Lezing, parameters
from calc.smartengeld import Smartengeld, smartengeld
from tests.zaken import LICHT, VANDAAG, beoordeeld, sleutels, tussen, zaak

AMOUNTS = {"B1": ("0.00", "825.00"), "B2": ("550.00", "1650.00"), "B3": ("1100.00", "2025.00")}


def bands(**facts: Any) -> list[str] | None:
    found = beoordeeld(LICHT, facts).smartengeld
    return None if found is None else [band.id.value for band in found.banden]


def given(**facts: Any) -> Smartengeld:
    found = beoordeeld(LICHT, facts).smartengeld
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("months", "names"),
    [
        # S-01 to S-03 and S-05.
        (0, ["B1"]),
        ("1.5", ["B1"]),
        ("1.99", ["B1"]),
        (2, ["B1", "B2"]),
        ("2.01", ["B2"]),
        (3, ["B2"]),
        ("3.99", ["B2"]),
        (4, ["B2", "B3"]),
        ("4.01", ["B3"]),
        (5, ["B3"]),
        (6, ["B3"]),
        ("6.01", None),
        ("6.5", None),
        (None, None),
        # Known roughly: every band it may fall in, and none when it may be too long.
        (tussen(1, "1.9"), ["B1"]),
        (tussen(1, 2), ["B1", "B2"]),
        (tussen(1, 3), ["B1", "B2"]),
        (tussen(3, 5), ["B2", "B3"]),
        (tussen(1, 6), ["B1", "B2", "B3"]),
        (tussen(None, 3), ["B1", "B2"]),
        (tussen(5, 7), None),
        (tussen(7, None), None),
        (tussen(1, None), None),
    ],
)
def test_the_recovery_picks_the_band(months: Any, names: list[str] | None) -> None:
    assert bands(**{"letsel.herstel_maanden": months}) == names


@pytest.mark.parametrize(
    ("months", "van", "tot"),
    [
        (1, "0.00", "825.00"),
        (2, "0.00", "1650.00"),
        (3, "550.00", "1650.00"),
        (4, "550.00", "2025.00"),
        (5, "1100.00", "2025.00"),
        (tussen(1, 6), "0.00", "2025.00"),
    ],
)
def test_the_range_goes_from_the_lowest_to_the_highest(months: Any, van: str, tot: str) -> None:
    found = given(**{"letsel.herstel_maanden": months}).model_dump(mode="json")

    assert (found["van"], found["tot"]) == (van, tot)
    for band in found["banden"]:
        assert (band["van"], band["tot"]) == AMOUNTS[band["id"]]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"letsel.restloos": False}, "geen_smartengeld_niet_restloos"),
        ({"letsel.ernstig_en_blijvend": True}, "geen_smartengeld_niet_restloos"),
        ({"letsel.blijvende_invaliditeit_pct": 3}, "geen_smartengeld_niet_restloos"),
        (
            {"letsel.blijvende_invaliditeit_pct": tussen(0, 1)},
            "herstel_misschien_blijvend",
        ),
        ({"letsel.complicaties": True}, "geen_smartengeld_complicaties"),
        ({"letsel.littekens": "ontsierend"}, "geen_smartengeld_littekens"),
        ({"overlijdensdatum": "2026-06-15"}, "geen_smartengeld_overlijden"),
        ({"rol": "nabestaande"}, "geen_smartengeld_overlijden"),
        ({"letsel.herstel_maanden": "6.5"}, "geen_smartengeld_langer"),
        ({"letsel.herstel_maanden": tussen(5, 7)}, "geen_smartengeld_herstel_over_grens"),
        ({"letsel.herstel_maanden": None}, "geen_smartengeld_herstel_onbekend"),
    ],
    ids=str,
)
def test_without_a_band_there_is_a_reason_and_no_number(
    facts: dict[str, Any], reason: str
) -> None:
    found = beoordeeld(LICHT, facts)

    assert found.smartengeld is None
    assert reason in sleutels(*found.redenen)


@pytest.mark.parametrize(
    ("facts", "reason", "values"),
    [
        (
            {"letsel.herstel_maanden": "6.5"},
            "geen_smartengeld_langer",
            {"maanden": "6.5", "grens": 6},
        ),
        (
            {"letsel.herstel_maanden": tussen(6, 7)},
            "geen_smartengeld_herstel_over_grens",
            {"maanden": tussen(6, 7), "grens": 6},
        ),
        (
            {"letsel.blijvende_invaliditeit_pct": tussen(0, 1)},
            "herstel_misschien_blijvend",
            {"pct": tussen(0, 1)},
        ),
    ],
    ids=str,
)
def test_the_reason_against_a_band_names_what_it_stands_on(
    facts: dict[str, Any], reason: str, values: dict[str, Any]
) -> None:
    found = beoordeeld(LICHT, facts).redenen

    assert [(why.sleutel, why.waarden) for why in found] == [(reason, values)]


def test_the_reason_for_a_band_names_the_months_and_what_is_open() -> None:
    found = given(**{"letsel.herstel_maanden": 2, "letsel.littekens": None}).redenen

    assert [(why.sleutel, why.waarden) for why in found] == [
        ("smartengeld_band", {"banden": ["B1", "B2"], "jaar": 2014}),
        ("smartengeld_twee_banden", {"maanden": 2}),
        ("smartengeld_nog_open", {"open": ["letsel.littekens"]}),
    ]


def test_with_a_band_there_is_no_reason_against_one() -> None:
    assert sleutels(*beoordeeld(LICHT).redenen) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"letsel.littekens": "beperkt"},
        {"letsel.ao_dagen": 42},
        {"schade.excl_voertuig": 90000},
        {"oorzaak": "medisch"},
        {"letsel.blijvende_invaliditeit_pct": 0},
    ],
    ids=str,
)
def test_a_case_that_is_heavier_for_another_reason_keeps_the_band(facts: dict[str, Any]) -> None:
    assert bands(**facts) == ["B1"]


@pytest.mark.parametrize(
    ("facts", "open_"),
    [
        ({}, ()),
        ({"letsel.restloos": None}, ("letsel.restloos",)),
        ({"letsel.complicaties": None}, ("letsel.complicaties",)),
        ({"letsel.littekens": None}, ("letsel.littekens",)),
        (
            {"letsel.restloos": None, "letsel.complicaties": None, "letsel.littekens": None},
            ("letsel.restloos", "letsel.complicaties", "letsel.littekens"),
        ),
    ],
    ids=str,
)
def test_the_band_says_what_it_still_depends_on(
    facts: dict[str, Any], open_: tuple[str, ...]
) -> None:
    found = given(**facts)

    assert found.open == open_
    assert ("smartengeld_nog_open" in sleutels(*found.redenen)) is bool(open_)


def test_the_year_of_the_amounts_is_always_beside_them() -> None:
    found = given()

    assert found.jaar == 2014
    assert found.redenen[0].waarden == {"banden": ["B1"], "jaar": 2014}
    assert found.bron == ("richtlijn_licht_letsel_2014",)


@pytest.mark.parametrize(
    ("months", "reason", "doubt"),
    [
        (1, None, False),
        (2, "smartengeld_twee_banden", True),
        (4, "smartengeld_twee_banden", True),
        (tussen(1, 3), "smartengeld_meer_banden", True),
        (tussen("2.5", 3), None, False),
    ],
)
def test_more_than_one_band_is_a_doubtful_case(
    months: Any, reason: str | None, *, doubt: bool
) -> None:
    found = beoordeeld(LICHT, {"letsel.herstel_maanden": months})

    assert found.smartengeld is not None
    keys = sleutels(*found.smartengeld.redenen)
    assert [key for key in keys if key.endswith("_banden")] == ([reason] if reason else [])
    assert ("grensgeval_smartengeld" in found.signalen) is doubt


def test_the_smartengeld_belongs_to_the_victim() -> None:
    assert "smartengeld_van_slachtoffer" in sleutels(*given(rol="naaste").redenen)
    assert "smartengeld_van_slachtoffer" not in sleutels(*given().redenen)


def test_before_the_guideline_there_is_no_band() -> None:
    found = beoordeeld(LICHT, {"gebeurtenis_datum": "2013-06-01"}, today=date(2013, 12, 31))

    assert found.smartengeld is None


@pytest.mark.parametrize("end", ["van", "tot"])
def test_a_gap_in_the_amounts_gives_no_number(end: str) -> None:
    name = f"smartengeld.B1.{end}"
    norm = replace(parameters().reeksen[name][0], geldig_vanaf=date.max)
    gap = replace(parameters(), reeksen={**parameters().reeksen, name: (norm,)})

    assert smartengeld(zaak(LICHT), Lezing(gap, VANDAAG)) is None


def test_a_band_always_carries_the_warning_that_it_may_be_old() -> None:
    old = {"smartengeld.B1.tot"}

    found = beoordeeld({"rol": "slachtoffer", "letsel.herstel_maanden": 1})

    assert "norm_mogelijk_verouderd" in found.signalen
    assert old <= {row.parameter for row in found.herkomst.gelezen if row.mogelijk_verouderd}


def test_own_fault_is_taken_off_the_whole_range_of_the_bands() -> None:
    found = given(
        **{"letsel.herstel_maanden": tussen(1, 6), "aansprakelijkheid.eigen_schuld_pct": 50}
    )

    written = found.model_dump(mode="json")["na_schulddeling"]
    assert written == tussen("0.00", "1012.50")
    (why,) = (why for why in found.redenen if why.sleutel == "smartengeld_eigen_schuld")
    assert why.waarden == {"pct": 50, "bedrag": tussen("0.00", "1012.50")}


@pytest.mark.parametrize(
    ("share", "left"),
    [
        (None, None),
        (0, ("550.00", "1650.00")),
        (25, ("412.50", "1237.50")),
        (100, ("0.00", "0.00")),
        (tussen(25, 50), ("275.00", "1237.50")),
        (tussen(None, 50), ("275.00", "1650.00")),
    ],
)
def test_own_fault_lowers_pain_and_grief_and_leaves_the_band_as_it_is(
    share: Any, left: tuple[str, str] | None
) -> None:
    found = beoordeeld(
        LICHT, {"letsel.herstel_maanden": 3, "aansprakelijkheid.eigen_schuld_pct": share}
    ).smartengeld

    assert found is not None
    assert found.van == 550
    assert found.tot == 1650
    written = found.model_dump(mode="json")["na_schulddeling"]
    ends = written if isinstance(written, dict) or written is None else tussen(written, written)
    assert ends == (left and tussen(*left))
    said = "smartengeld_eigen_schuld" in sleutels(*found.redenen)
    assert said is (share not in {None, 0} if not isinstance(share, dict) else True)
