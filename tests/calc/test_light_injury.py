"""Licht letsel or GBL: the worked examples of the law, and every limit on both sides."""

from datetime import date
from typing import Any

import pytest

from calc.licht_letsel import Classificatie, CriteriumId, Procescode
from tests.zaken import LICHT, VANDAAG, beoordeeld, sleutels, tussen


def classified(*layers: Any, today: date = VANDAAG, **facts: Any) -> Classificatie:
    return beoordeeld(*layers, facts, today=today).classificatie


def criterion(found: Classificatie, name: str) -> tuple[str, bool]:
    (one,) = (each for each in found.criteria if each.id == name)
    return one.uitkomst.value, one.grensgeval


def why(found: Classificatie, name: str) -> list[str]:
    (one,) = (each for each in found.criteria if each.id == name)
    return sleutels(*one.redenen)


EXAMPLES: dict[str, tuple[dict[str, Any], str]] = {
    "C-01 light": (
        {"schade.excl_voertuig": 1850, "letsel.ao_dagen": 5, "letsel.herstel_maanden": 3},
        "LL",
    ),
    "C-01 forty days": (
        {"schade.excl_voertuig": 1850, "letsel.ao_dagen": 40, "letsel.herstel_maanden": 3},
        "GBL",
    ),
    "C-01 six thousand": (
        {"schade.excl_voertuig": 6000, "letsel.ao_dagen": 5, "letsel.herstel_maanden": 3},
        "GBL",
    ),
    "C-02 a cent below": ({"schade.excl_voertuig": "4999.99"}, "LL"),
    "C-02 exactly": ({"schade.excl_voertuig": "5000.00"}, "GBL"),
    "C-02 the car does not count": (
        {"schade.excl_voertuig": 4200, "schade.voertuig": 9000},
        "LL",
    ),
    "C-02 gross counts": (
        {"schade.excl_voertuig": 6420, "aansprakelijkheid.eigen_schuld_pct": 40},
        "GBL",
    ),
    "C-03 twenty-seven days": ({"letsel.ao_dagen": 27}, "LL"),
    "C-03 twenty-eight days": ({"letsel.ao_dagen": 28}, "GBL"),
    "C-03 twenty-nine days": ({"letsel.ao_dagen": 29}, "GBL"),
    "C-03 retired": ({"letsel.ao_dagen": None, "gegevens.werk": "pensioen"}, "LL"),
    "C-04 exactly six months": ({"letsel.herstel_maanden": 6}, "LL"),
    "C-04 six and a half": ({"letsel.herstel_maanden": "6.5"}, "GBL"),
    "C-04 not known": ({"letsel.herstel_maanden": None}, "LL_VOORLOPIG"),
    "C-05 medical": (
        {
            "oorzaak": "medisch",
            "schade.excl_voertuig": 1200,
            "letsel.ao_dagen": 3,
            "letsel.herstel_maanden": 1,
        },
        "GBL",
    ),
    "C-05 product": (
        {
            "oorzaak": "product",
            "schade.excl_voertuig": 2600,
            "letsel.ao_dagen": 9,
            "letsel.herstel_maanden": 2,
        },
        "GBL",
    ),
    "C-05 occupational disease": ({"oorzaak": "beroepsziekte"}, "GBL"),
    "C-05 dog bite": (
        {
            "oorzaak": "dier",
            "schade.excl_voertuig": 900,
            "letsel.ao_dagen": 0,
            "letsel.herstel_maanden": "1.5",
        },
        "LL",
    ),
    "C-08 damage unknown": (
        {"schade.excl_voertuig": None, "letsel.ao_dagen": 5, "letsel.herstel_maanden": 3},
        "LL_VOORLOPIG",
    ),
    "C-09 a fracture of five months": (
        {"letsel.herstel_maanden": 5, "letsel.ao_dagen": 42},
        "GBL",
    ),
    "C-10 lasting injury": ({"letsel.restloos": False}, "GBL"),
    "C-11 liability disputed": ({"aansprakelijkheid.stand": "afgewezen"}, "LL"),
    "C-14 death": ({"overlijdensdatum": "2026-06-15"}, "GBL"),
    "cause unknown": ({"oorzaak": None}, "LL_VOORLOPIG"),
    "still at home, below the limit": ({"letsel.ao_loopt_nog": True}, "LL"),
}


@pytest.mark.parametrize(("facts", "code"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_the_examples_of_the_law(facts: dict[str, Any], code: str) -> None:
    assert classified(LICHT, facts).uitkomst == code


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, "LL_VOORLOPIG"),
        ({"letsel.ao_dagen": 35}, "GBL"),
        ({"rol": "nabestaande"}, "GBL"),
        ({"oorzaak": "medisch"}, "GBL"),
        ({"letsel.ernstig_en_blijvend": True}, "GBL"),
        ({"schade.posten.inkomen": 5000}, "GBL"),
    ],
    ids=str,
)
def test_one_known_failure_decides_and_unknown_does_not(facts: Any, code: str) -> None:
    assert classified(facts).uitkomst == code


@pytest.mark.parametrize(
    ("cause", "outside"),
    [
        ("medisch", True),
        ("product", True),
        ("beroepsziekte", True),
        ("verkeer", False),
        ("werk", False),
        ("dier", False),
        ("misdrijf", False),
        ("overig", False),
        (None, False),
    ],
)
def test_only_the_excluded_categories_lie_outside(cause: Any, *, outside: bool) -> None:
    assert classified(LICHT, oorzaak=cause).buiten_reikwijdte is outside


def test_a_death_after_a_medical_error_lies_outside_as_well() -> None:
    found = classified(oorzaak="medisch", overlijdensdatum="2026-01-01")

    assert found.buiten_reikwijdte
    assert found.uitkomst is Procescode.GBL
    assert sleutels(*found.redenen)[:2] == [
        "classificatie_overlijden",
        "classificatie_buiten_reikwijdte",
    ]


# --- damage ---

DAMAGE: dict[str, tuple[Any, str, bool, str]] = {
    "a cent below the margin": ("4949.99", "gehaald", False, "schade_onder_grens"),
    "the margin": ("4950.00", "gehaald", True, "schade_onder_grens"),
    "a cent below the limit": ("4999.99", "gehaald", True, "schade_onder_grens"),
    "the limit": ("5000.00", "niet_gehaald", True, "schade_vanaf_grens"),
    "a cent above": ("5000.01", "niet_gehaald", False, "schade_vanaf_grens"),
    "nothing": ("0.00", "gehaald", False, "schade_onder_grens"),
    "a range below": (tussen(500, "4999.99"), "gehaald", False, "schade_onder_grens"),
    "a range across": (tussen(4000, 6000), "onbekend", False, "schade_over_grens"),
    "a range at the limit": (tussen(4960, 5000), "onbekend", True, "schade_over_grens"),
    "a range above": (tussen(5000, 6000), "niet_gehaald", False, "schade_vanaf_grens"),
    "a range from the margin to above": (
        tussen(4960, 6000),
        "onbekend",
        False,
        "schade_over_grens",
    ),
    "at least": (tussen(5000, None), "niet_gehaald", False, "schade_vanaf_grens"),
    "at most": (tussen(None, 4000), "gehaald", False, "schade_onder_grens"),
    "more than a little": (tussen(100, None), "onbekend", False, "schade_over_grens"),
}


@pytest.mark.parametrize(
    ("amount", "outcome", "close", "reason"), DAMAGE.values(), ids=DAMAGE.keys()
)
def test_the_damage_stays_below_the_limit(
    amount: Any, outcome: str, reason: str, *, close: bool
) -> None:
    found = classified(LICHT, {"schade.excl_voertuig": amount})

    assert criterion(found, "schade") == (outcome, close)
    assert reason in why(found, "schade")
    assert ("schade_grensgeval" in why(found, "schade")) is close


# B2 (three months) is 550 to 1.650; without a recovery there is no band.
WITH_BAND: dict[str, tuple[Any, Any, str, bool, str]] = {
    "below with the top": ("3349.99", 3, "gehaald", False, "schade_met_smartengeld_onder_grens"),
    "the top reaches the limit": (
        "3350.00",
        3,
        "onbekend",
        True,
        "schade_met_smartengeld_over_grens",
    ),
    "the bottom stays below": (
        "4449.99",
        3,
        "onbekend",
        True,
        "schade_met_smartengeld_over_grens",
    ),
    "the bottom reaches the limit": (
        "4450.00",
        3,
        "niet_gehaald",
        False,
        "schade_met_smartengeld_vanaf_grens",
    ),
    "the amount alone": ("5000.00", 3, "niet_gehaald", True, "schade_vanaf_grens"),
    "no band, below": ("100.00", None, "onbekend", False, "schade_zonder_band_onbekend"),
    "no band, a cent below": ("4999.99", None, "onbekend", True, "schade_zonder_band_onbekend"),
    "no band, at the limit": ("5000.00", None, "niet_gehaald", True, "schade_vanaf_grens"),
    "a range with its top below": (
        tussen(100, "3349.99"),
        3,
        "gehaald",
        False,
        "schade_met_smartengeld_onder_grens",
    ),
    "a range of which the band decides": (
        tussen(3400, 4400),
        3,
        "onbekend",
        True,
        "schade_met_smartengeld_over_grens",
    ),
    "a range of which the amount decides": (
        tussen(100, 4400),
        3,
        "onbekend",
        False,
        "schade_met_smartengeld_over_grens",
    ),
    "only at most": (
        tussen(None, 3000),
        3,
        "gehaald",
        False,
        "schade_met_smartengeld_onder_grens",
    ),
}


@pytest.mark.parametrize(
    ("amount", "months", "outcome", "close", "reason"), WITH_BAND.values(), ids=WITH_BAND.keys()
)
def test_the_band_is_added_where_the_amount_holds_none(
    amount: Any, months: Any, outcome: str, reason: str, *, close: bool
) -> None:
    found = classified(
        LICHT,
        {
            "schade.excl_voertuig": amount,
            "schade.smartengeld_inbegrepen": False,
            "letsel.herstel_maanden": months,
        },
    )

    assert criterion(found, "schade") == (outcome, close)
    assert reason in why(found, "schade")


def test_an_amount_counts_as_the_whole_damage_unless_it_is_denied() -> None:
    for told in (None, True):
        found = classified(
            LICHT, {"schade.excl_voertuig": "4900.00", "schade.smartengeld_inbegrepen": told}
        )

        assert criterion(found, "schade") == ("gehaald", False)


@pytest.mark.parametrize(
    ("items", "outcome", "reason"),
    [
        ({"inkomen": "4999.99"}, "onbekend", "schade_onbekend"),
        ({"inkomen": "4999.99", "medisch": "0.01"}, "niet_gehaald", "schade_posten_vanaf_grens"),
        ({"inkomen": tussen(4000, 6000)}, "onbekend", "schade_onbekend"),
        ({"inkomen": tussen(5000, None)}, "niet_gehaald", "schade_posten_vanaf_grens"),
        ({"inkomen": tussen(None, 9000)}, "onbekend", "schade_onbekend"),
        ({}, "onbekend", "schade_onbekend"),
    ],
)
def test_without_a_total_the_items_can_only_show_too_much(
    items: dict[str, Any], outcome: str, reason: str
) -> None:
    posts = {f"schade.posten.{name}": euro for name, euro in items.items()}
    found = classified(LICHT, posts, {"schade.excl_voertuig": None})

    assert criterion(found, "schade") == (outcome, False)
    assert why(found, "schade") == [reason]


def test_items_settle_a_total_that_is_only_known_roughly() -> None:
    found = classified(
        LICHT,
        {"schade.excl_voertuig": tussen(4000, None), "schade.posten.inkomen": 5000},
    )

    assert criterion(found, "schade")[0] == "niet_gehaald"


def test_items_at_the_limit_settle_a_total_that_may_just_reach_it() -> None:
    found = classified(
        LICHT,
        {"schade.excl_voertuig": tussen(4000, 5000), "schade.posten.inkomen": 5000},
    )

    assert criterion(found, "schade")[0] == "niet_gehaald"
    assert why(found, "schade") == ["schade_posten_vanaf_grens"]


def test_a_total_that_is_less_than_its_items_holds_and_is_pointed_out() -> None:
    found = classified(
        LICHT, {"schade.excl_voertuig": "4000.00", "schade.posten.inkomen": "6000.00"}
    )

    assert criterion(found, "schade")[0] == "gehaald"
    assert "schade_posten_meer_dan_bedrag" in why(found, "schade")


@pytest.mark.parametrize(
    ("amount", "share", "included", "doubt"),
    [
        (6420, 40, True, True),
        (6420, 40, False, True),
        (6420, 0, True, False),
        (6420, None, True, False),
        (None, 40, True, False),
        (4999, 40, True, False),
        # Net exactly at the limit falls on the same side; a cent below it does not.
        (10000, 50, True, False),
        ("9999.99", 50, True, True),
        (tussen(5000, 6000), 20, True, True),
        (tussen(4000, 6000), 40, True, False),
        (6420, tussen(10, 40), True, False),
        (6420, tussen(30, 40), True, True),
        # The amount alone falls below, whatever the band on top of it does.
        (8000, 40, False, True),
        # With the band on top, gross is above and net below.
        (4800, 30, False, True),
    ],
)
def test_gross_and_net_on_different_sides_is_a_doubt(
    amount: Any, share: Any, *, included: bool, doubt: bool
) -> None:
    found = classified(
        LICHT,
        {
            "letsel.herstel_maanden": 3,
            "schade.excl_voertuig": amount,
            "schade.smartengeld_inbegrepen": included,
            "aansprakelijkheid.eigen_schuld_pct": share,
        },
    )

    assert found.bruto_netto_twijfel is doubt
    assert ("classificatie_bruto_netto" in sleutels(*found.redenen)) is doubt


# --- days without work ---

DAYS: dict[str, tuple[Any, str, bool, str]] = {
    "none": (0, "gehaald", False, "ao_korter"),
    "twenty-six": (26, "gehaald", False, "ao_korter"),
    "twenty-seven": (27, "gehaald", True, "ao_korter"),
    "twenty-eight": (28, "niet_gehaald", True, "ao_niet_korter"),
    "twenty-nine": (29, "niet_gehaald", True, "ao_niet_korter"),
    "thirty": (30, "niet_gehaald", False, "ao_niet_korter"),
    "a range below": (tussen(10, 20), "gehaald", False, "ao_korter"),
    "a range across": (tussen(20, 30), "onbekend", False, "ao_over_grens"),
    "a range around the limit": (tussen(27, 29), "onbekend", True, "ao_over_grens"),
    "a range from below the margin": (tussen(20, 29), "onbekend", False, "ao_over_grens"),
    "a range to above the margin": (tussen(27, 30), "onbekend", False, "ao_over_grens"),
    "at least four weeks": (tussen(28, None), "niet_gehaald", False, "ao_niet_korter"),
    "at most three weeks": (tussen(None, 21), "gehaald", False, "ao_korter"),
    "unknown": (None, "onbekend", False, "ao_onbekend"),
}


@pytest.mark.parametrize(("days", "outcome", "close", "reason"), DAYS.values(), ids=DAYS.keys())
def test_the_days_without_work_stay_below_four_weeks(
    days: Any, outcome: str, reason: str, *, close: bool
) -> None:
    found = classified(LICHT, {"letsel.ao_dagen": days})

    assert criterion(found, "arbeidsongeschiktheid") == (outcome, close)
    assert reason in why(found, "arbeidsongeschiktheid")
    assert ("ao_grensgeval" in why(found, "arbeidsongeschiktheid")) is close


@pytest.mark.parametrize("work", ["geen", "school", "pensioen"])
def test_without_paid_work_there_are_no_days_but_a_flag(work: str) -> None:
    for days in (None, 0, 40):
        found = classified(LICHT, {"letsel.ao_dagen": days, "gegevens.werk": work})

        assert criterion(found, "arbeidsongeschiktheid") == ("gehaald", False)
        assert why(found, "arbeidsongeschiktheid") == ["ao_geen_betaald_werk"]


@pytest.mark.parametrize("work", ["loondienst", "zelfstandig"])
def test_with_paid_work_the_days_count(work: str) -> None:
    found = classified(LICHT, {"letsel.ao_dagen": 40, "gegevens.werk": work})

    assert criterion(found, "arbeidsongeschiktheid") == ("niet_gehaald", False)


@pytest.mark.parametrize(
    ("days", "first", "running"),
    [
        (27, "LL", "LL"),
        # "korter dan 4 weken" to get in, "langer dan 4 weken" to get out: neither is 28 days.
        (28, "GBL", "LL"),
        (29, "GBL", "GBL"),
        (tussen(27, 28), "LL_VOORLOPIG", "LL"),
        (tussen(28, 29), "GBL", "LL_VOORLOPIG"),
        (tussen(20, 40), "LL_VOORLOPIG", "LL_VOORLOPIG"),
        (None, "LL_VOORLOPIG", "LL_VOORLOPIG"),
    ],
)
def test_a_running_file_moves_on_only_above_four_weeks(
    days: Any, first: str, running: str
) -> None:
    found = classified(LICHT, {"letsel.ao_dagen": days})

    assert (found.uitkomst, found.lopende_zaak) == (first, running)
    assert ("classificatie_lopende_zaak" in sleutels(*found.redenen)) is (first != running)


@pytest.mark.parametrize(
    "facts",
    [
        {"oorzaak": "medisch"},
        {"schade.excl_voertuig": "5000.00"},
        {"letsel.herstel_maanden": 7},
        {"rol": "nabestaande"},
    ],
)
def test_a_running_file_moves_on_for_every_other_criterion(facts: dict[str, Any]) -> None:
    found = classified(LICHT, {"letsel.ao_dagen": 28}, facts)

    assert found.lopende_zaak is Procescode.GBL


def test_a_running_file_of_somebody_without_paid_work_stays() -> None:
    found = classified(LICHT, {"letsel.ao_dagen": 40, "gegevens.werk": "school"})

    assert found.uitkomst is found.lopende_zaak is Procescode.LL


def test_days_that_go_on_are_counted_so_far() -> None:
    found = classified(LICHT, {"letsel.ao_dagen": 27, "letsel.ao_loopt_nog": True})

    assert criterion(found, "arbeidsongeschiktheid") == ("gehaald", True)
    assert why(found, "arbeidsongeschiktheid") == ["ao_korter_loopt_nog", "ao_grensgeval"]


def test_that_they_go_on_changes_nothing_once_the_limit_is_reached() -> None:
    found = classified(LICHT, {"letsel.ao_dagen": 30, "letsel.ao_loopt_nog": True})

    assert why(found, "arbeidsongeschiktheid") == ["ao_niet_korter"]


# --- recovery ---

RECOVERY: dict[str, tuple[dict[str, Any], str, bool, list[str]]] = {
    "a month": ({"letsel.herstel_maanden": 1}, "gehaald", False, ["herstel_binnen"]),
    "exactly six": (
        {"letsel.herstel_maanden": "6.0"},
        "gehaald",
        True,
        ["herstel_binnen", "herstel_grensgeval"],
    ),
    "a little more": (
        {"letsel.herstel_maanden": "6.01"},
        "niet_gehaald",
        False,
        ["herstel_langer"],
    ),
    "a range inside": (
        {"letsel.herstel_maanden": tussen(5, 6)},
        "gehaald",
        False,
        ["herstel_binnen"],
    ),
    "a range across": (
        {"letsel.herstel_maanden": tussen(5, 7)},
        "onbekend",
        False,
        ["herstel_over_grens"],
    ),
    "longer": (
        {"letsel.herstel_maanden": tussen(7, None)},
        "niet_gehaald",
        False,
        ["herstel_langer"],
    ),
    "unknown": ({"letsel.herstel_maanden": None}, "onbekend", False, ["herstel_onbekend"]),
    "restloos unknown": ({"letsel.restloos": None}, "gehaald", False, ["herstel_binnen"]),
    "not restloos": (
        {"letsel.restloos": False},
        "niet_gehaald",
        False,
        ["herstel_binnen", "herstel_niet_restloos"],
    ),
    "severe": (
        {"letsel.ernstig_en_blijvend": True},
        "niet_gehaald",
        False,
        ["herstel_binnen", "herstel_blijvend_letsel"],
    ),
    "not severe": ({"letsel.ernstig_en_blijvend": False}, "gehaald", False, ["herstel_binnen"]),
    "no per cent": (
        {"letsel.blijvende_invaliditeit_pct": 0},
        "gehaald",
        False,
        ["herstel_binnen"],
    ),
    "half a per cent": (
        {"letsel.blijvende_invaliditeit_pct": "0.5"},
        "niet_gehaald",
        False,
        ["herstel_binnen", "herstel_blijvend_letsel"],
    ),
    "perhaps some per cent": (
        {"letsel.blijvende_invaliditeit_pct": tussen(0, 5)},
        "onbekend",
        False,
        ["herstel_binnen", "herstel_misschien_blijvend"],
    ),
}


@pytest.mark.parametrize(
    ("facts", "outcome", "close", "reasons"), RECOVERY.values(), ids=RECOVERY.keys()
)
def test_recovery_is_expected_within_six_months(
    facts: dict[str, Any], outcome: str, reasons: list[str], *, close: bool
) -> None:
    found = classified(LICHT, facts)

    assert criterion(found, "herstel") == (outcome, close)
    assert why(found, "herstel") == reasons


# --- the guideline's own licht letsel ---


@pytest.mark.parametrize(
    ("facts", "light"),
    [
        ({}, "ja"),
        ({"letsel.herstel_maanden": 6}, "ja"),
        ({"letsel.herstel_maanden": "6.5"}, "nee"),
        ({"letsel.herstel_maanden": None}, "onbekend"),
        ({"letsel.herstel_maanden": tussen(5, 7)}, "onbekend"),
        ({"letsel.restloos": None}, "onbekend"),
        ({"letsel.restloos": False}, "nee"),
        ({"letsel.complicaties": None}, "onbekend"),
        ({"letsel.complicaties": True}, "nee"),
        ({"letsel.complicaties": True, "letsel.herstel_maanden": None}, "nee"),
        ({"letsel.ernstig_en_blijvend": True}, "nee"),
        ({"letsel.blijvende_invaliditeit_pct": 5}, "nee"),
        ({"overlijdensdatum": "2026-06-15"}, "nee"),
        # Damage, days, scars and category play no part in it.
        ({"schade.excl_voertuig": 90000}, "ja"),
        ({"letsel.ao_dagen": 42}, "ja"),
        ({"letsel.littekens": "ontsierend"}, "ja"),
        ({"oorzaak": "medisch"}, "ja"),
    ],
    ids=str,
)
def test_light_injury_as_the_guideline_has_it(facts: dict[str, Any], light: str) -> None:
    found = classified(LICHT, facts)

    assert found.richtlijn_licht_letsel == light
    assert f"richtlijn_{light}" in sleutels(*found.redenen)


# --- testing again ---

AGAIN: dict[str, tuple[dict[str, Any], date, str | None]] = {
    "C-07 day twenty, still at home": (
        {"gebeurtenis_datum": "2026-11-03", "letsel.ao_dagen": 20, "letsel.ao_loopt_nog": True},
        date(2026, 11, 23),
        "2026-12-01",
    ),
    "on the day itself": (
        {"gebeurtenis_datum": "2026-10-26", "letsel.ao_loopt_nog": True},
        date(2026, 11, 23),
        "2026-11-23",
    ),
    "the day after": (
        {"gebeurtenis_datum": "2026-10-26", "letsel.ao_loopt_nog": True},
        date(2026, 11, 24),
        "2027-01-26",
    ),
    "back at work": (
        {"gebeurtenis_datum": "2026-11-03", "letsel.ao_loopt_nog": False},
        date(2026, 11, 23),
        "2027-02-03",
    ),
    "nobody knows whether it goes on": (
        {"gebeurtenis_datum": "2026-11-03", "letsel.ao_dagen": None},
        date(2026, 11, 23),
        "2026-12-01",
    ),
    "never at home": (
        {"gebeurtenis_datum": "2026-11-03", "letsel.ao_dagen": 0},
        date(2026, 11, 23),
        "2027-02-03",
    ),
    "no paid work": (
        {"gebeurtenis_datum": "2026-11-03", "letsel.ao_dagen": None, "gegevens.werk": "school"},
        date(2026, 11, 23),
        "2027-02-03",
    ),
    "three months on the day": (
        {"gebeurtenis_datum": "2026-08-23"},
        date(2026, 11, 23),
        "2026-11-23",
    ),
    "after three months": ({"gebeurtenis_datum": "2026-08-22"}, date(2026, 11, 23), "2027-02-22"),
    "six months on the day": (
        {"gebeurtenis_datum": "2026-05-23"},
        date(2026, 11, 23),
        "2026-11-23",
    ),
    "after six months": ({"gebeurtenis_datum": "2026-05-22"}, date(2026, 11, 23), None),
    "the end of a month": ({"gebeurtenis_datum": "2026-08-31"}, date(2026, 11, 30), "2026-11-30"),
    "provisional": (
        {"gebeurtenis_datum": "2026-10-01", "letsel.herstel_maanden": None},
        date(2026, 11, 23),
        "2027-01-01",
    ),
    "from the earliest day": (
        {"gebeurtenis_datum": tussen("2026-11-01", "2026-11-10"), "letsel.ao_loopt_nog": False},
        date(2026, 11, 23),
        "2027-02-01",
    ),
    "from the earliest day on": (
        {"gebeurtenis_datum": tussen("2026-11-01", None), "letsel.ao_loopt_nog": False},
        date(2026, 11, 23),
        "2027-02-01",
    ),
    "no earliest day": (
        {"gebeurtenis_datum": tussen(None, "2026-11-10")},
        date(2026, 11, 23),
        None,
    ),
    "day unknown": ({"gebeurtenis_datum": None}, date(2026, 11, 23), None),
    "not for GBL": (
        {"gebeurtenis_datum": "2026-11-03", "letsel.restloos": False},
        date(2026, 11, 23),
        None,
    ),
}


@pytest.mark.parametrize(("facts", "today", "again"), AGAIN.values(), ids=AGAIN.keys())
def test_the_next_test_is_on_the_first_day_that_has_not_passed(
    facts: dict[str, Any], today: date, again: str | None
) -> None:
    found = classified(LICHT, facts, today=today)

    assert found.hertoetsen_op == (None if again is None else date.fromisoformat(again))


# --- what is still missing ---


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, ()),
        ({"letsel.herstel_maanden": None}, ("letsel.herstel_maanden",)),
        ({"oorzaak": None}, ("oorzaak",)),
        (
            {"schade.excl_voertuig": None, "letsel.ao_dagen": tussen(20, 30)},
            ("letsel.ao_dagen", "schade.excl_voertuig"),
        ),
        (
            {
                "schade.excl_voertuig": "4000.00",
                "schade.smartengeld_inbegrepen": False,
                "letsel.herstel_maanden": 3,
            },
            ("schade.smartengeld_inbegrepen",),
        ),
        (
            {
                "schade.excl_voertuig": tussen(3400, 4400),
                "schade.smartengeld_inbegrepen": False,
                "letsel.herstel_maanden": 3,
            },
            ("schade.excl_voertuig",),
        ),
        (
            {"letsel.blijvende_invaliditeit_pct": tussen(0, 5)},
            ("letsel.blijvende_invaliditeit_pct",),
        ),
        (
            {"letsel.blijvende_invaliditeit_pct": tussen(0, 5), "letsel.complicaties": None},
            ("letsel.blijvende_invaliditeit_pct", "letsel.complicaties"),
        ),
        # Which smartengeld is to be added follows from the recovery: nothing else is asked.
        (
            {"schade.smartengeld_inbegrepen": False, "letsel.herstel_maanden": None},
            ("letsel.herstel_maanden",),
        ),
        # Light injury already, but not yet known whether the guideline agrees.
        (
            {"letsel.restloos": None, "letsel.complicaties": None},
            ("letsel.restloos", "letsel.complicaties"),
        ),
        # Decided: nothing would change it any more.
        ({"letsel.restloos": False, "schade.excl_voertuig": None}, ()),
        ({"overlijdensdatum": "2026-06-15", "letsel.ao_dagen": None}, ()),
    ],
    ids=str,
)
def test_what_would_decide_is_named_most_useful_first(
    facts: dict[str, Any], missing: tuple[str, ...]
) -> None:
    assert classified(LICHT, facts).ontbreekt == missing


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (
            {},
            {
                "schade": ("schade.excl_voertuig",),
                "arbeidsongeschiktheid": ("letsel.ao_dagen",),
                "herstel": ("letsel.herstel_maanden",),
            },
        ),
        (
            {**LICHT, "letsel.blijvende_invaliditeit_pct": tussen(0, 5)},
            {
                "schade": (),
                "arbeidsongeschiktheid": (),
                "herstel": ("letsel.blijvende_invaliditeit_pct",),
            },
        ),
        (
            {
                **LICHT,
                "schade.smartengeld_inbegrepen": False,
                "letsel.herstel_maanden": None,
                "letsel.restloos": False,
            },
            {
                "schade": ("letsel.herstel_maanden",),
                "arbeidsongeschiktheid": (),
                "herstel": (),
            },
        ),
    ],
    ids=str,
)
def test_each_criterion_names_the_fact_that_would_settle_it(
    facts: dict[str, Any], missing: dict[str, tuple[str, ...]]
) -> None:
    assert {one.id.value: one.ontbreekt for one in classified(facts).criteria} == missing


def test_with_nothing_known_everything_is_missing_in_order() -> None:
    assert classified().ontbreekt == (
        "letsel.herstel_maanden",
        "oorzaak",
        "letsel.ao_dagen",
        "schade.excl_voertuig",
        "letsel.restloos",
        "letsel.complicaties",
    )


# --- what else must be seen ---


@pytest.mark.parametrize(
    ("facts", "reason", "stands"),
    [
        ({"aansprakelijkheid.stand": "afgewezen"}, "aansprakelijkheid_telt_niet", True),
        ({"aansprakelijkheid.stand": "gedeeltelijk"}, "aansprakelijkheid_telt_niet", True),
        ({"aansprakelijkheid.stand": "onbekend"}, "aansprakelijkheid_telt_niet", True),
        ({"aansprakelijkheid.stand": "erkend"}, "aansprakelijkheid_telt_niet", False),
        ({}, "aansprakelijkheid_telt_niet", False),
        # Out of the process for light injury it says nothing new.
        (
            {"aansprakelijkheid.stand": "afgewezen", "letsel.ao_dagen": 40},
            "aansprakelijkheid_telt_niet",
            False,
        ),
        ({"misdrijf": True}, "misdrijf_dekking", True),
        ({"oorzaak": "misdrijf", "misdrijf": None}, "misdrijf_dekking", True),
        ({}, "misdrijf_dekking", False),
        ({"verkeer.slachtoffer_als": "auto_passagier"}, "inzittende", True),
        ({"verkeer.slachtoffer_als": "auto_bestuurder"}, "inzittende", True),
        ({"verkeer.slachtoffer_als": "fietser"}, "inzittende", False),
        ({}, "inzittende", False),
        ({"gegevens.in_nederland": False}, "buitenland", True),
        ({"gegevens.in_nederland": True}, "buitenland", False),
        ({"letsel.ao_dagen": 40}, "band_als_houvast", True),
        ({"letsel.ao_dagen": 40, "letsel.restloos": False}, "band_als_houvast", False),
        ({}, "band_als_houvast", False),
        ({}, "hertoetsen", True),
        ({"gebeurtenis_datum": None}, "hertoetsen", False),
    ],
    ids=str,
)
def test_the_reasons_point_at_what_a_handler_must_see(
    facts: dict[str, Any], reason: str, *, stands: bool
) -> None:
    found = classified(LICHT, facts)

    assert (f"classificatie_{reason}" in sleutels(*found.redenen)) is stands


REASONS: dict[str, tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]] = {
    "all three met": (
        {"gebeurtenis_datum": "2026-10-01"},
        [
            ("alle_criteria_gehaald", {}),
            ("hertoetsen", {"dag": "2027-01-01"}),
        ],
    ),
    "two unknown": (
        {"letsel.herstel_maanden": None, "oorzaak": None},
        [("nog_onbekend", {"ontbreekt": ["letsel.herstel_maanden", "oorzaak"]})],
    ),
    "two failed": (
        {"letsel.ao_dagen": 40, "letsel.herstel_maanden": 7},
        [("criteria_niet_gehaald", {"criteria": ["arbeidsongeschiktheid", "herstel"]})],
    ),
    "a death": ({"overlijdensdatum": "2026-06-15"}, [("overlijden", {})]),
    "out of scope": ({"oorzaak": "medisch"}, [("buiten_reikwijdte", {"oorzaak": "medisch"})]),
}


@pytest.mark.parametrize(("facts", "said"), REASONS.values(), ids=REASONS.keys())
def test_the_code_says_what_it_stands_on_and_no_more(
    facts: dict[str, Any], said: list[tuple[str, dict[str, Any]]]
) -> None:
    day = {"gebeurtenis_datum": "2026-01-01", "letsel.ao_loopt_nog": False}
    found = classified(LICHT, day, facts)

    stated = [
        (why.sleutel.removeprefix("classificatie_"), why.waarden)
        for why in found.redenen
        if not why.sleutel.startswith("richtlijn_")
    ]
    aside = {"norm_vervangen", "band_als_houvast"}
    assert [one for one in stated if one[0] not in aside] == said


VALUES: dict[str, tuple[dict[str, Any], str, dict[str, Any]]] = {
    "disputed": (
        {"aansprakelijkheid.stand": "afgewezen"},
        "classificatie_aansprakelijkheid_telt_niet",
        {"stand": "afgewezen"},
    ),
    "gross or net": (
        {"schade.excl_voertuig": 6420, "aansprakelijkheid.eigen_schuld_pct": 40},
        "classificatie_bruto_netto",
        {"bedrag": "6420.00", "eigen_schuld_pct": 40},
    ),
    "damage below": (
        {},
        "schade_onder_grens",
        {"bedrag": "1200.00", "grens": "5000.00"},
    ),
    "damage at the limit": (
        {"schade.excl_voertuig": 4950},
        "schade_grensgeval",
        {"grens": "5000.00", "marge_pct": 1},
    ),
    "items alone": (
        {"schade.excl_voertuig": None, "schade.posten.inkomen": 5200},
        "schade_posten_vanaf_grens",
        {"posten": "5200.00", "grens": "5000.00"},
    ),
    "more items than damage": (
        {"schade.posten.inkomen": "1200.01"},
        "schade_posten_meer_dan_bedrag",
        {"posten": "1200.01", "bedrag": "1200.00"},
    ),
    "with the band": (
        {"schade.smartengeld_inbegrepen": False},
        "schade_met_smartengeld_onder_grens",
        {
            "bedrag": "1200.00",
            "smartengeld": tussen("0.00", "825.00"),
            "grens": "5000.00",
        },
    ),
    "no band": (
        {"schade.smartengeld_inbegrepen": False, "letsel.herstel_maanden": None},
        "schade_zonder_band_onbekend",
        {"bedrag": "1200.00", "grens": "5000.00"},
    ),
    "retired": ({"gegevens.werk": "pensioen"}, "ao_geen_betaald_werk", {"werk": "pensioen"}),
    "days": ({"letsel.ao_dagen": tussen(3, 5)}, "ao_korter", {"dagen": tussen(3, 5), "grens": 28}),
    "days at the limit": ({"letsel.ao_dagen": 28}, "ao_grensgeval", {"grens": 28}),
    "recovery": ({}, "herstel_binnen", {"maanden": 1, "grens": 6}),
    "recovery at the limit": (
        {"letsel.herstel_maanden": 6},
        "herstel_grensgeval",
        {"grens": 6},
    ),
    "perhaps lasting": (
        {"letsel.blijvende_invaliditeit_pct": tussen(0, 5)},
        "herstel_misschien_blijvend",
        {"pct": tussen(0, 5)},
    ),
    "the guideline waits": (
        {"letsel.complicaties": None, "letsel.restloos": None},
        "richtlijn_onbekend",
        {"ontbreekt": ["letsel.restloos", "letsel.complicaties"]},
    ),
    "the guideline says no": (
        {"letsel.complicaties": True, "letsel.restloos": False},
        "richtlijn_nee",
        {"oorzaken": ["restloos", "complicaties"]},
    ),
    "nor after a death or seven months": (
        {"overlijdensdatum": "2026-07-01", "letsel.herstel_maanden": 7},
        "richtlijn_nee",
        {"oorzaken": ["overlijden", "herstel"]},
    ),
}


@pytest.mark.parametrize(("facts", "key", "values"), VALUES.values(), ids=VALUES.keys())
def test_a_reason_names_the_values_it_stands_on(
    facts: dict[str, Any], key: str, values: dict[str, Any]
) -> None:
    found = classified(LICHT, facts)
    reasons = (*found.redenen, *(why for one in found.criteria for why in one.redenen))

    assert [why.waarden for why in reasons if why.sleutel == key] == [values]


def test_a_total_that_holds_its_items_is_not_pointed_out() -> None:
    for total in ("1200.00", tussen(1000, 1300), tussen(1000, None)):
        found = classified(
            LICHT, {"schade.excl_voertuig": total, "schade.posten.inkomen": "1200.00"}
        )

        assert "schade_posten_meer_dan_bedrag" not in why(found, "schade")


def test_the_newer_convention_is_pointed_at_where_its_rule_differs() -> None:
    today = classified(LICHT)
    before = classified(LICHT, {"gebeurtenis_datum": "2024-06-01"}, today=date(2024, 6, 30))

    (reason,) = (why for why in today.redenen if why.sleutel == "classificatie_norm_vervangen")
    assert reason.waarden == {
        "normen": [
            "licht_letsel.schade_onder",
            "licht_letsel.ao_onder",
            "licht_letsel.ao_lopend_hoogstens",
        ],
        "jaar": 2016,
        "tot": "2024-06-30",
    }
    assert "classificatie_norm_vervangen" not in sleutels(*before.redenen)


def test_before_the_convention_nothing_is_decided_by_it() -> None:
    found = classified(LICHT, {"gebeurtenis_datum": "2016-06-01"}, today=date(2016, 6, 30))

    assert found.uitkomst is Procescode.LL_VOORLOPIG
    assert {each.uitkomst for each in found.criteria} == {"onbekend"}
    assert found.hertoetsen_op is None
    assert not found.bruto_netto_twijfel


def test_the_criteria_come_in_the_order_of_the_convention() -> None:
    assert tuple(each.id for each in classified().criteria) == tuple(CriteriumId)


def test_the_code_for_heavier_injuries_is_a_source_only_of_gbl() -> None:
    both = ("bgk_letsel_2016", "richtlijn_licht_letsel_2014")

    assert classified(LICHT, {"letsel.ao_dagen": 40}).bron == (*both, "gbl_2012")
    assert classified(LICHT).bron == both
