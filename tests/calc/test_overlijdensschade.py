"""Overlijdensschade: year by year, for the family as a whole, never on a guessed percentage."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.overlijdensschade import Overlijdensschade
from tests.rekenen import LANG_GELEDEN, euro, overlijden, redenen

DOOD = {"overlijdensdatum": "2023-02-01", "gebeurtenis_datum": "2023-02-01"}
CIJFERS = {
    "netto_inkomen_zonder_overlijden": 52000,
    "netto_inkomen_na_overlijden": 34500,
    "wu": 1800,
    "bu": 5400,
    "wnu_pct": 22,
}
NAMEN = (
    "netto_inkomen_zonder_overlijden",
    "wnu_pct",
    "netto_inkomen_na_overlijden",
    "wu",
    "bu",
)


def gezin(**cijfers: Any) -> Overlijdensschade:
    uitkomst = overlijden(DOOD, {"gezin": cijfers})
    assert uitkomst is not None
    return uitkomst


def test_it_is_none_only_when_nobody_died() -> None:
    assert overlijden({"rol": "slachtoffer", "gezin": CIJFERS}) is None
    assert overlijden({"rol": "naaste"}) is None
    assert overlijden({"rol": "nabestaande"}) is not None
    assert overlijden({"overlijdensdatum": "2023-02-01"}) is not None
    assert overlijden({"overlijdensdatum": {"van": "2023-02-01"}}) is not None


@pytest.mark.parametrize(
    ("cijfers", "behoefte", "beschikbaar", "verschil", "jaarschade"),
    [
        (CIJFERS, "40560.00", "30900.00", "9660.00", "9660.00"),
        (
            CIJFERS
            | {"netto_inkomen_zonder_overlijden": 48000, "wnu_pct": 20}
            | {"netto_inkomen_na_overlijden": 30000, "wu": 1000, "bu": 2000},
            "38400.00",
            "29000.00",
            "9400.00",
            "9400.00",
        ),
        (
            CIJFERS
            | {"netto_inkomen_zonder_overlijden": 60000, "wnu_pct": 25}
            | {"netto_inkomen_na_overlijden": 47000, "wu": 0, "bu": 0},
            "45000.00",
            "47000.00",
            "-2000.00",
            "0.00",
        ),
        (CIJFERS | {"wnu_pct": 0}, "52000.00", "30900.00", "21100.00", "21100.00"),
        (CIJFERS | {"wnu_pct": 100}, "0.00", "30900.00", "-30900.00", "0.00"),
        (
            CIJFERS | {"netto_inkomen_na_overlijden": 0, "wu": 0},
            "40560.00",
            "-5400.00",
            "45960.00",
            "45960.00",
        ),
    ],
)
def test_the_three_steps_give_the_damage_of_a_year(
    cijfers: dict[str, Any], behoefte: str, beschikbaar: str, verschil: str, jaarschade: str
) -> None:
    uitkomst = gezin(**cijfers)

    assert uitkomst.behoefte == euro(behoefte)
    assert uitkomst.beschikbaar == euro(beschikbaar)
    assert uitkomst.verschil == euro(verschil)
    assert uitkomst.jaarschade == euro(jaarschade)
    assert uitkomst.ontbreekt == ()


@pytest.mark.parametrize(
    ("verschil", "jaarschade", "gezegd"),
    [("0.01", "0.01", False), ("0.00", "0.00", False), ("-0.01", "0.00", True)],
)
def test_the_damage_is_never_below_nothing_and_the_raw_difference_is_kept(
    verschil: str, jaarschade: str, *, gezegd: bool
) -> None:
    uitkomst = gezin(
        netto_inkomen_zonder_overlijden="1000.00",
        wnu_pct=0,
        netto_inkomen_na_overlijden=1000 - Decimal(verschil),
        wu=0,
        bu=0,
    )

    assert (uitkomst.verschil, uitkomst.jaarschade) == (euro(verschil), euro(jaarschade))
    assert ("overlijden_geen_jaarschade" in redenen(uitkomst)) is gezegd


def test_expenses_that_fell_away_raise_and_new_ones_lower_what_is_available() -> None:
    meer_wu, meer_bu = (gezin(**CIJFERS | {naam: 6000}) for naam in ("wu", "bu"))

    assert meer_wu.beschikbaar == 34500 + 6000 - 5400
    assert meer_bu.beschikbaar == 34500 + 1800 - 6000


@pytest.mark.parametrize("weg", NAMEN)
def test_without_a_figure_its_steps_are_open_and_the_figure_is_named(weg: str) -> None:
    uitkomst = gezin(**CIJFERS | {weg: None})

    assert (uitkomst.behoefte is None) is (weg in NAMEN[:2])
    assert (uitkomst.beschikbaar is None) is (weg in NAMEN[2:])
    assert (uitkomst.verschil, uitkomst.jaarschade) == (None, None)
    assert uitkomst.ontbreekt == (f"gezin.{weg}",)
    assert "overlijden_ontbreekt" in redenen(uitkomst)


def test_the_percentage_is_never_guessed() -> None:
    uitkomst = gezin(**CIJFERS | {"wnu_pct": None})

    assert "overlijden_wnu_nodig" in redenen(uitkomst)
    assert "overlijden_wnu_nodig" not in redenen(gezin(**CIJFERS))
    assert "overlijden_wnu_nodig" not in redenen(gezin(netto_inkomen_na_overlijden=1))
    assert "overlijden_wnu_nodig" not in redenen(gezin(netto_inkomen_zonder_overlijden=1))


def test_even_a_small_income_gives_no_damage_without_the_percentage() -> None:
    uitkomst = gezin(**CIJFERS | {"wnu_pct": None, "netto_inkomen_na_overlijden": 99000})

    assert uitkomst.jaarschade is None


def test_of_a_family_of_which_nothing_is_known_every_figure_is_named() -> None:
    assert gezin().ontbreekt == tuple(f"gezin.{naam}" for naam in NAMEN)


# --- years ---------------------------------------------------------------------------------------


def test_each_year_stands_on_its_own_figures_in_order_of_time() -> None:
    uitkomst = gezin(
        **CIJFERS,
        jaren=[
            {"jaar": 2025, **CIJFERS, "bu": 6400},
            {"jaar": 2024, "netto_inkomen_zonder_overlijden": 52000, "wnu_pct": 22},
        ],
    )

    eerste, tweede = uitkomst.jaren
    assert (eerste.jaar, tweede.jaar) == (2024, 2025)
    assert eerste.behoefte == 40560
    assert eerste.jaarschade is None
    assert eerste.ontbreekt == tuple(f"gezin.jaren[1].{naam}" for naam in NAMEN[2:])
    assert tweede.jaarschade == 10660
    assert uitkomst.jaarschade == 9660


def test_with_years_the_figures_of_the_family_as_a_whole_are_not_missed() -> None:
    uitkomst = gezin(jaren=[{"jaar": 2024, **CIJFERS}])

    assert uitkomst.ontbreekt == ()
    assert uitkomst.jaarschade is None
    assert uitkomst.jaren[0].jaarschade == 9660
    assert gezin(wu=1, jaren=[{"jaar": 2024}]).ontbreekt != ()


# --- ranges --------------------------------------------------------------------------------------


def test_rough_figures_give_ranges_and_no_number() -> None:
    uitkomst = gezin(**CIJFERS | {"netto_inkomen_zonder_overlijden": {"van": 50000, "tot": 52000}})
    als_json = uitkomst.model_dump(mode="json")

    assert (uitkomst.behoefte, uitkomst.verschil, uitkomst.jaarschade) == (None, None, None)
    assert uitkomst.beschikbaar == 30900
    assert als_json["bereik"] == {
        "behoefte": {"van": "39000.00", "tot": "40560.00"},
        "verschil": {"van": "8100.00", "tot": "9660.00"},
        "jaarschade": {"van": "8100.00", "tot": "9660.00"},
    }
    assert "overlijden_ongeveer" in redenen(uitkomst)


def test_a_rough_difference_that_is_surely_negative_gives_no_damage() -> None:
    uitkomst = gezin(**CIJFERS | {"netto_inkomen_na_overlijden": {"van": 90000, "tot": 95000}})

    assert uitkomst.verschil is None
    assert uitkomst.jaarschade == 0


def test_an_open_end_stays_open() -> None:
    uitkomst = gezin(**CIJFERS | {"netto_inkomen_na_overlijden": {"van": 34500}})

    assert uitkomst.jaarschade is None
    assert uitkomst.model_dump(mode="json")["bereik"]["verschil"] == {
        "van": None,
        "tot": "9660.00",
    }


# --- funeral, family, time -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uitvaart", "kosten", "reden"),
    [
        (6500, "6500.00", "overlijden_uitvaart"),
        (0, "0.00", "overlijden_uitvaart"),
        (None, None, "overlijden_uitvaart_onbekend"),
        ({"van": 5000, "tot": 7000}, None, "overlijden_uitvaart_onbekend"),
    ],
)
def test_the_funeral_is_given_as_it_was_told(
    uitvaart: Any, kosten: str | None, reden: str
) -> None:
    uitkomst = overlijden(DOOD, {"schade": {"posten": {"uitvaart": uitvaart}}})

    assert uitkomst is not None
    assert uitkomst.uitvaartkosten == euro(kosten)
    assert reden in redenen(uitkomst)


def test_it_is_for_the_family_as_a_whole_and_benefits_are_left_to_a_human() -> None:
    uitkomst = gezin(**CIJFERS)

    assert redenen(uitkomst)[0] == "overlijden_voor_gezin"
    assert redenen(uitkomst)[-1] == "overlijden_voordeel_apart"
    assert uitkomst.bron == ("rekenmodel_overlijdensschade_2015", "bw_6_108")


@pytest.mark.parametrize(
    ("ongeval", "dood", "berekend", "reden"),
    [
        ("2015-02-11", "2015-02-11", False, "overlijden_voor_rekenmodel"),
        ("2015-02-12", "2015-02-12", True, "overlijden_rond_invoering"),
        ("2015-02-13", "2015-02-13", True, None),
        ("2015-02-01", "2015-03-01", True, "overlijden_rond_invoering"),
        ("2015-02-01", None, True, "overlijden_rond_invoering"),
        (None, "2015-02-11", True, "overlijden_rond_invoering"),
        (None, "2015-02-12", True, None),
        ({"van": "2015-02-01", "tot": "2015-02-20"}, "2015-03-01", True, None),
    ],
)
def test_before_the_model_was_used_it_gives_nothing_and_around_that_day_a_human_looks(
    ongeval: Any, dood: Any, *, berekend: bool, reden: str | None
) -> None:
    uitkomst = overlijden(
        {"rol": "nabestaande", "gebeurtenis_datum": ongeval, "overlijdensdatum": dood},
        {"gezin": CIJFERS | {"jaren": [{"jaar": 2016, **CIJFERS}]}},
        {"schade": {"posten": {"uitvaart": 100}}},
    )

    assert uitkomst is not None
    assert (uitkomst.jaarschade is not None) is berekend
    assert bool(uitkomst.jaren) is berekend
    assert uitkomst.uitvaartkosten == 100
    invoering = {"overlijden_voor_rekenmodel", "overlijden_rond_invoering"}
    assert invoering & set(redenen(uitkomst)) == ({reden} if reden else set())


def test_before_the_model_its_sources_and_what_a_human_weighs_are_still_named() -> None:
    uitkomst = overlijden({"gebeurtenis_datum": "2015-02-11", "overlijdensdatum": "2015-02-11"})

    assert uitkomst is not None
    assert uitkomst.bron == ("rekenmodel_overlijdensschade_2015", "bw_6_108")
    assert redenen(uitkomst) == [
        "overlijden_voor_rekenmodel",
        "overlijden_uitvaart_onbekend",
        "overlijden_voordeel_apart",
    ]


def test_a_day_before_any_parameter_changes_nothing() -> None:
    uitkomst = overlijden(
        {"rol": "nabestaande", "gebeurtenis_datum": "1979-05-05", "gezin": CIJFERS},
        vandaag=LANG_GELEDEN,
    )

    assert uitkomst is not None
    assert uitkomst.jaarschade == 9660


@pytest.mark.parametrize(("geboren", "kind"), [("2010-01-01", True), ("1980-01-01", False)])
def test_the_model_is_about_an_adult_so_a_child_goes_to_a_human(
    geboren: str, *, kind: bool
) -> None:
    uitkomst = overlijden(DOOD, {"geboortedatum_slachtoffer": geboren, "gezin": CIJFERS})

    assert uitkomst is not None
    assert ("overlijden_kind" in redenen(uitkomst)) is kind


# --- why -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cijfers", "reden", "waarden"),
    [
        (
            CIJFERS | {"wu": None, "bu": None},
            "overlijden_ontbreekt",
            {"paden": ["gezin.wu", "gezin.bu"]},
        ),
        (
            CIJFERS | {"netto_inkomen_na_overlijden": 45000},
            "overlijden_geen_jaarschade",
            {"verschil": "-840.00"},
        ),
    ],
)
def test_a_reason_names_the_figures_it_stands_on(
    cijfers: dict[str, Any], reden: str, waarden: dict[str, Any]
) -> None:
    uitkomst = gezin(**cijfers)

    assert [waarom.waarden for waarom in uitkomst.redenen if waarom.sleutel == reden] == [waarden]


def test_of_exact_and_complete_figures_nothing_is_called_rough_or_missing() -> None:
    uitkomst = overlijden(
        DOOD, {"gezin": CIJFERS, "schade": {"posten": {"uitvaart": {"van": 6500, "tot": 6500}}}}
    )

    assert uitkomst is not None
    assert [(waarom.sleutel, waarom.waarden) for waarom in uitkomst.redenen] == [
        ("overlijden_voor_gezin", {}),
        ("overlijden_uitvaart", {"bedrag": "6500.00"}),
        ("overlijden_voordeel_apart", {}),
    ]


def test_rough_means_give_a_range_as_well() -> None:
    uitkomst = gezin(**CIJFERS | {"wu": {"van": 1800, "tot": 2000}})

    assert uitkomst.model_dump(mode="json")["bereik"]["beschikbaar"] == {
        "van": "30900.00",
        "tot": "31100.00",
    }


# --- properties ----------------------------------------------------------------------------------

GELD = st.decimals(min_value=0, max_value=1_000_000, places=2)
ONBEKEND = st.none()
PCT = st.decimals(min_value=0, max_value=100, places=2)


@given(GELD | ONBEKEND, GELD | ONBEKEND, GELD | ONBEKEND, GELD | ONBEKEND, PCT | ONBEKEND)
def test_unknown_never_becomes_a_number_and_damage_is_never_negative(
    zonder: Any, na: Any, wu: Any, bu: Any, wnu: Any
) -> None:
    uitkomst = gezin(
        netto_inkomen_zonder_overlijden=zonder,
        netto_inkomen_na_overlijden=na,
        wu=wu,
        bu=bu,
        wnu_pct=wnu,
    )

    assert (uitkomst.jaarschade is None) is (None in (zonder, na, wu, bu, wnu))
    assert uitkomst.jaarschade is None or uitkomst.jaarschade >= 0
    assert (uitkomst.beschikbaar is None) is (None in (na, wu, bu))


@given(GELD, GELD, PCT)
def test_more_income_after_the_death_never_means_more_damage(
    een: Any, ander: Any, pct: Any
) -> None:
    weinig, veel = (
        gezin(**CIJFERS | {"netto_inkomen_na_overlijden": na, "wnu_pct": pct}).jaarschade
        for na in sorted((een, ander))
    )

    assert weinig is not None
    assert veel is not None
    assert veel <= weinig


@pytest.mark.parametrize(
    ("share", "said"),
    [(None, False), (0, False), (1, True), (25, True), ({"van": 0, "tot": 25}, True)],
)
def test_own_fault_of_who_died_is_named_and_not_taken_off(share: Any, *, said: bool) -> None:
    fault = {"aansprakelijkheid": {"eigen_schuld_pct": share}}
    uitkomst, zonder = (
        overlijden(DOOD, {"gezin": CIJFERS}, fault),
        overlijden(DOOD, {"gezin": CIJFERS}),
    )

    assert uitkomst is not None
    assert zonder is not None
    assert uitkomst.jaarschade == zonder.jaarschade is not None
    stated = [why.waarden for why in uitkomst.redenen if why.sleutel == "overlijden_eigen_schuld"]
    assert stated == ([{"pct": share}] if said else [])
