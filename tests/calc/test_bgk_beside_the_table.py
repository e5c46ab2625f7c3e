"""What does not come from the damage of the victim: relatives, death, medical adviser."""

from collections import Counter
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from calc.bgk import Bgk, Route
from calc.dated import parameters
from tests.rekenen import VANDAAG, euro, kosten, redenen

DOOD = {
    "rol": "nabestaande",
    "oorzaak": "verkeer",
    "gebeurtenis_datum": "2022-09-03",
    "overlijdensdatum": "2022-09-05",
}


def naaste(adres: Any = "A", bij: Any = "X", **meer: Any) -> dict[str, Any]:
    return {"relatie": "minderjarig_kind", "adres": adres, "belangenbehartiger": bij} | meer


def voor_naasten(*naasten: dict[str, Any], **meer: Any) -> Bgk:
    return kosten(DOOD, meer, {"naasten": list(naasten)})


@pytest.mark.parametrize(
    ("naasten", "bedrag"),
    [
        ([naaste()], "200.00"),
        ([naaste()] * 2, "400.00"),
        ([naaste()] * 3, "400.00"),
        ([naaste()] * 5, "400.00"),
        ([naaste()] * 3 + [naaste("B")], "600.00"),
        ([naaste()] * 2 + [naaste(bij="Y")], "600.00"),
        ([naaste()] * 3 + [naaste("B", "Y")] * 3, "800.00"),
        ([naaste(relatie="broer_of_zus")], "0.00"),
        ([naaste(), naaste(relatie="broer_of_zus")], "200.00"),
        ([naaste(relatie="overige_nauwe_persoonlijke_relatie")], "200.00"),
        ([naaste(discussie=True)], "0.00"),
        ([naaste(), naaste(discussie=True)], "200.00"),
        ([naaste(), naaste(discussie=False)], "400.00"),
    ],
)
def test_each_relative_gives_two_hundred_and_an_address_at_most_four_hundred(
    naasten: list[dict[str, Any]], bedrag: str
) -> None:
    assert voor_naasten(*naasten).affectieschade_bgk == euro(bedrag)


@pytest.mark.parametrize(
    ("naasten", "staat"),
    [
        # Three on one address and one elsewhere, with one representative: perhaps one family.
        ([naaste()] * 3 + [naaste("B")], True),
        ([naaste(), naaste("B"), naaste("C")], True),
        # Two never come to more than the maximum, and one address is counted together already.
        ([naaste(), naaste("B")], False),
        ([naaste()] * 5, False),
        ([naaste()] * 2 + [naaste("B", "Y")], False),
        ([naaste()] * 2 + [naaste("B", None)], False),
        ([naaste(), naaste("B"), naaste("C", discussie=True)], False),
    ],
)
def test_relatives_of_more_addresses_may_be_one_family(
    naasten: list[dict[str, Any]], *, staat: bool
) -> None:
    assert ("bgk_naasten_een_gezin" in redenen(voor_naasten(*naasten))) is staat


def test_own_fault_of_the_victim_does_not_lower_it() -> None:
    uitkomst = voor_naasten(naaste(), naaste(), aansprakelijkheid={"eigen_schuld_pct": 25})

    assert uitkomst.affectieschade_bgk == 400


@pytest.mark.parametrize(
    "naasten",
    [
        [naaste(None, None)],
        [naaste(None), naaste()],
        [naaste(None, None), naaste("A", "X"), naaste("B", "Y")],
        [naaste(None, "X"), naaste("A", "Y"), naaste("B", "Y")],
        [naaste("A", None), naaste("B", "X"), naaste("C", "X")],
        # Two belong together, but not with the one of whom a label is unknown.
        [naaste(None, "X"), naaste("A", "Y"), naaste("A", "Y")],
        [naaste(None, "X"), naaste("A", "X"), naaste("A", "Y")],
        [naaste("A", None), naaste("A", "X"), naaste("B", "X")],
    ],
)
def test_an_unknown_label_does_not_matter_when_no_three_can_be_together(
    naasten: list[dict[str, Any]],
) -> None:
    assert voor_naasten(*naasten).affectieschade_bgk == 200 * len(naasten)


@pytest.mark.parametrize(
    ("naasten", "paden"),
    [
        ([naaste(), naaste(), naaste(None)], ["naasten[2].adres"]),
        ([naaste(), naaste(bij=None), naaste()], ["naasten[1].belangenbehartiger"]),
        (
            [naaste("A", None), naaste(None, "X"), naaste("A", "X")],
            ["naasten[0].belangenbehartiger", "naasten[1].adres"],
        ),
        (
            [naaste(None, None)] * 3,
            [f"naasten[{i}].{wat}" for i in range(3) for wat in ("adres", "belangenbehartiger")],
        ),
    ],
)
def test_an_unknown_label_that_could_make_three_leaves_the_amount_open(
    naasten: list[dict[str, Any]], paden: list[str]
) -> None:
    uitkomst = voor_naasten(*naasten)

    assert uitkomst.affectieschade_bgk is None
    waarom = next(r for r in uitkomst.redenen if r.sleutel == "bgk_naasten_adres_onbekend")
    assert waarom.waarden["paden"] == paden


def test_a_dispute_is_named_and_left_to_article_6_96() -> None:
    uitkomst = voor_naasten(naaste(naam="Noor", discussie=True), naaste(naam="Sam"))

    (waarom,) = (r for r in uitkomst.redenen if r.sleutel == "bgk_naaste_discussie")
    assert waarom.waarden == {"naam": "Noor"}


def test_what_the_relatives_give_names_how_many_count_and_both_amounts() -> None:
    uitkomst = voor_naasten(naaste(), naaste(), naaste(relatie="broer_of_zus"))

    (waarom,) = (r for r in uitkomst.redenen if r.sleutel == "bgk_naasten")
    assert waarom.waarden == {"aantal": 2, "per_naaste": "200.00", "per_adres": "400.00"}


def test_nothing_is_said_of_the_amounts_where_no_relative_counts() -> None:
    for geen in (naaste(discussie=True), naaste(relatie="broer_of_zus")):
        assert "bgk_naasten" not in redenen(voor_naasten(geen))
    assert "bgk_naasten_onbekend" in redenen(voor_naasten())


@pytest.mark.parametrize(
    ("facts", "bedrag"),
    [
        (DOOD, None),
        ({"rol": "slachtoffer"}, None),
        ({"letsel": {"restloos": True}}, "0.00"),
        ({"gebeurtenis_datum": "2018-12-31"}, "0.00"),
        (DOOD | {"gebeurtenis_datum": "2018-12-31", "naasten": [naaste()]}, "0.00"),
    ],
)
def test_without_relatives_it_is_open_unless_nobody_can_have_a_claim(
    facts: dict[str, Any], bedrag: str | None
) -> None:
    assert kosten(facts).affectieschade_bgk == euro(bedrag)


@pytest.mark.parametrize("oorzaak", ["medisch", "verkeer"])
def test_relatives_adviser_and_information_are_given_on_either_way(oorzaak: str) -> None:
    hulp = {"medisch_adviseur_minuten": 25, "medische_info_door_belangenbehartiger": True}
    uitkomst = voor_naasten(naaste(), oorzaak=oorzaak, belangenbehartiging=hulp)

    assert uitkomst.affectieschade_bgk == 200
    assert uitkomst.medisch_adviseur == euro("78.50")
    assert uitkomst.medische_informatie == 100


def _laagste_en_hoogste(naasten: list[dict[str, Any]]) -> tuple[int, int]:
    """Fill every unknown label in every way, and add up."""
    keuzes = [
        [
            (adres, bij)
            for adres in _open(n["adres"], i)
            for bij in _open(n["belangenbehartiger"], i)
        ]
        for i, n in enumerate(naasten)
    ]
    sommen = [
        sum(min(200 * samen, 400) for samen in Counter(ingevuld).values())
        for ingevuld in product(*keuzes)
    ]
    return min(sommen), max(sommen)


def _open(label: str | None, plaats: int) -> list[str]:
    return ["A", "B", f"eigen{plaats}"] if label is None else [label]


LABELS = st.sampled_from(["A", "B", None])


@given(st.lists(st.builds(naaste, LABELS, LABELS), min_size=1, max_size=4))
def test_the_amount_is_given_exactly_when_no_label_can_change_it(
    naasten: list[dict[str, Any]],
) -> None:
    laagste, hoogste = _laagste_en_hoogste(naasten)

    bedrag = voor_naasten(*naasten).affectieschade_bgk

    assert bedrag == (laagste if laagste == hoogste else None)


@given(st.lists(st.builds(naaste, st.sampled_from("ABC"), st.sampled_from("XY")), max_size=12))
def test_an_address_with_one_representative_never_gives_more_than_the_maximum(
    naasten: list[dict[str, Any]],
) -> None:
    groepen = {(n["adres"], n["belangenbehartiger"]) for n in naasten}
    bedrag = voor_naasten(*naasten).affectieschade_bgk

    assert (bedrag is None) is (not naasten)
    assert bedrag is None or 200 * len(groepen) <= bedrag <= 400 * len(groepen)


def test_the_maximum_is_twice_the_amount_for_one_on_which_the_unknown_labels_lean() -> None:
    normen = parameters()
    een = normen.op("bgk.affectieschade.per_naaste", VANDAAG)
    samen = normen.op("bgk.affectieschade.per_adres", VANDAAG)

    assert een is not None
    assert samen is not None
    assert samen.waarde == 2 * een.waarde  # type: ignore[operator]


# --- medical adviser and information -------------------------------------------------------------


@pytest.mark.parametrize(
    ("minuten", "bedrag"),
    [
        (None, None),
        (0, "0.00"),
        (1, "26.17"),
        (10, "26.17"),
        (11, "52.33"),
        (20, "52.33"),
        (25, "78.50"),
        (30, "78.50"),
        (31, "104.67"),
        (60, "157.00"),
        (61, "183.17"),
        (1_000_000, "2616666.67"),
        ({"van": 21, "tot": 30}, "78.50"),
        ({"van": 20, "tot": 30}, None),
        ({"van": 20}, None),
        ({"tot": 10}, None),
    ],
)
def test_a_medical_adviser_is_paid_by_started_units_of_ten_minutes(
    minuten: Any, bedrag: str | None
) -> None:
    uitkomst = kosten({"belangenbehartiging": {"medisch_adviseur_minuten": minuten}})

    assert uitkomst.medisch_adviseur == euro(bedrag)


def test_minutes_known_at_most_cost_between_nothing_and_their_units() -> None:
    uitkomst = kosten({"belangenbehartiging": {"medisch_adviseur_minuten": {"tot": 11}}})

    assert uitkomst.model_dump(mode="json")["bereik"] == {
        "medisch_adviseur": {"van": "0.00", "tot": "52.33"}
    }


def test_adviser_and_information_say_what_they_are_counted_from() -> None:
    hulp = {"medisch_adviseur_minuten": 25, "medische_info_door_belangenbehartiger": True}
    uitkomst = kosten({"belangenbehartiging": hulp})

    waarom = {r.sleutel: r.waarden for r in uitkomst.redenen}
    assert waarom["bgk_medisch_adviseur"] == {"minuten": 25, "per_uur": "157.00"}
    assert waarom["bgk_medische_informatie"] == {"bedrag": "100.00"}


def test_own_fault_does_not_lower_the_medical_adviser() -> None:
    uitkomst = kosten(
        {"belangenbehartiging": {"medisch_adviseur_minuten": 60}},
        {"aansprakelijkheid": {"eigen_schuld_pct": 50}},
    )

    assert uitkomst.medisch_adviseur == 157


@pytest.mark.parametrize(("gevraagd", "bedrag"), [(True, "100.00"), (False, "0.00"), (None, None)])
def test_information_asked_for_by_the_representative_gives_a_hundred_once(
    gevraagd: bool | None,  # noqa: FBT001 - the value itself
    bedrag: str | None,
) -> None:
    uitkomst = kosten({"belangenbehartiging": {"medische_info_door_belangenbehartiger": gevraagd}})

    assert uitkomst.medische_informatie == euro(bedrag)


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=0, max_value=10_000))
def test_more_minutes_never_cost_less(een: int, ander: int) -> None:
    minst, meest = (
        kosten({"belangenbehartiging": {"medisch_adviseur_minuten": m}}).medisch_adviseur
        for m in sorted((een, ander))
    )

    assert minst is not None
    assert meest is not None
    assert 0 <= minst <= meest


# --- death ---------------------------------------------------------------------------------------


def bij_dood(
    totaal: Any = None, gederfd: Any = None, uitvaart: Any = None, onderzoek: Any = None, **m: Any
) -> Bgk:
    return kosten(
        DOOD,
        {"schade": {"excl_voertuig": totaal, "posten": {"uitvaart": uitvaart}}},
        {"gezin": {"gederfd_levensonderhoud_totaal": gederfd, "adequaat_onderzoek": onderzoek}},
        m,
    )


@pytest.mark.parametrize(
    ("schade", "grondslag", "tabelbedrag"),
    [
        ({"totaal": 4200}, "4200.00", "1895.00"),
        ({"totaal": 4200, "onderzoek": False}, "4200.00", "1895.00"),
        ({"totaal": 4200, "onderzoek": True}, "7500.00", "2700.00"),
        ({"totaal": "7499.99", "onderzoek": True}, "7500.00", "2700.00"),
        ({"totaal": "7500.01", "onderzoek": True}, "7500.01", "2700.00"),
        ({"totaal": 9000, "onderzoek": True}, "9000.00", None),
        ({"onderzoek": True}, "7500.00", "2700.00"),
        ({"uitvaart": 6500, "onderzoek": True}, "7500.00", "2700.00"),
        ({"uitvaart": 7900, "onderzoek": True}, "7900.00", "2800.00"),
        ({"gederfd": 1000, "uitvaart": 6500}, "7500.00", "2700.00"),
        ({"gederfd": 1000, "uitvaart": 6900}, "7900.00", "2800.00"),
        ({"totaal": 5000, "gederfd": 1000, "uitvaart": 6900}, "5000.00", "2200.00"),
        ({}, None, None),
        ({"uitvaart": 6500}, None, None),
        ({"gederfd": 6500}, None, None),
        ({"onderzoek": False}, None, None),
        ({"totaal": 10000, "aansprakelijkheid": {"eigen_schuld_pct": 20}}, "8000.00", "2800.00"),
        (
            {"totaal": 8000, "onderzoek": True, "aansprakelijkheid": {"eigen_schuld_pct": 50}},
            "7500.00",
            "2700.00",
        ),
        ({"totaal": {"van": 100, "tot": 7000}, "onderzoek": True}, "7500.00", "2700.00"),
        ({"totaal": {"van": 100, "tot": 8000}, "onderzoek": True}, None, None),
    ],
)
def test_after_a_death_adequate_research_makes_at_least_seven_and_a_half_thousand_count(
    schade: dict[str, Any], grondslag: str | None, tabelbedrag: str | None
) -> None:
    uitkomst = bij_dood(**schade)

    assert (uitkomst.grondslag, uitkomst.tabelbedrag) == (euro(grondslag), euro(tabelbedrag))
    assert "bgk_overlijden_per_benadeelde" in redenen(uitkomst)


def test_the_yearly_damage_is_no_part_of_the_base() -> None:
    uitkomst = bij_dood(
        gezin={"netto_inkomen_zonder_overlijden": 50000, "wnu_pct": 20, "adequaat_onderzoek": None}
    )

    assert uitkomst.route is Route.GEEN


@pytest.mark.parametrize(
    ("schade", "reden"),
    [
        ({"onderzoek": True}, "bgk_minimum_zolang_onbekend"),
        ({"totaal": 4200, "onderzoek": True}, "bgk_minimum_bij_overlijden"),
        ({}, "bgk_grondslag_onbekend"),
    ],
)
def test_what_is_still_missing_after_a_death_is_named(schade: dict[str, Any], reden: str) -> None:
    assert reden in redenen(bij_dood(**schade))


BIJ_OVERLIJDEN = ["gezin.gederfd_levensonderhoud_totaal", "schade.posten.uitvaart"]


@pytest.mark.parametrize(
    ("schade", "reden", "waarden"),
    [
        (
            {"onderzoek": True},
            "bgk_minimum_zolang_onbekend",
            {"minimum": "7500.00", "paden": BIJ_OVERLIJDEN},
        ),
        (
            {"onderzoek": True, "uitvaart": 6500},
            "bgk_minimum_zolang_onbekend",
            {"minimum": "7500.00", "paden": BIJ_OVERLIJDEN[:1]},
        ),
        (
            {"onderzoek": True, "totaal": 4200},
            "bgk_minimum_bij_overlijden",
            {"minimum": "7500.00"},
        ),
        ({}, "bgk_grondslag_onbekend", {"paden": BIJ_OVERLIJDEN}),
        ({"gederfd": 1000}, "bgk_grondslag_onbekend", {"paden": BIJ_OVERLIJDEN[1:]}),
    ],
)
def test_the_least_damage_and_the_figures_that_are_missing_are_named(
    schade: dict[str, Any], reden: str, waarden: dict[str, Any]
) -> None:
    uitkomst = bij_dood(**schade)

    assert [waarom.waarden for waarom in uitkomst.redenen if waarom.sleutel == reden] == [waarden]


def test_of_own_fault_nothing_is_said_while_no_damage_is_known() -> None:
    assert "bgk_eigen_schuld_onbekend" not in redenen(bij_dood(onderzoek=True))
    assert "bgk_eigen_schuld_onbekend" in redenen(bij_dood(4200, onderzoek=True))


def test_what_is_only_about_the_injured_is_not_said_after_a_death_and_the_other_way_round() -> (
    None
):
    zonder = {"schade": {"excl_voertuig": 4200, "smartengeld_inbegrepen": False}}

    gewond, dood = redenen(kosten(zonder)), redenen(kosten(DOOD, zonder))

    assert "bgk_zonder_smartengeld" in gewond
    assert "bgk_zonder_smartengeld" not in dood
    assert "bgk_overlijden_per_benadeelde" in dood
    assert "bgk_overlijden_per_benadeelde" not in gewond


def test_research_says_nothing_when_nobody_died() -> None:
    uitkomst = kosten({"oorzaak": "verkeer", "gezin": {"adequaat_onderzoek": True}})

    assert uitkomst.grondslag is None


def test_a_count_that_no_case_can_have_is_refused() -> None:
    with pytest.raises(ValidationError, match="medisch_adviseur_minuten"):
        kosten({"belangenbehartiging": {"medisch_adviseur_minuten": 1_000_001}})


# --- what no amount holds ------------------------------------------------------------------------

SCHADE = {"schade": {"excl_voertuig": 1850}}
HULP = {"belangenbehartiging": {"heeft": True, "soort": "rechtsbijstandverzekeraar"}}


def aansprakelijk(**feiten: Any) -> dict[str, Any]:
    return {"aansprakelijkheid": feiten}


@pytest.mark.parametrize(
    ("delen", "reden", "staat"),
    [
        ([HULP, SCHADE], "bgk_bovenop_tabel", True),
        ([HULP, SCHADE], "bgk_tabel_vervalt", True),
        ([HULP, SCHADE, {"oorzaak": "medisch"}], "bgk_bovenop_tabel", False),
        ([HULP], "bgk_tabel_vervalt", False),
        # The insurer that was wrong pays for the work of convincing it, beside the table.
        (
            [HULP, SCHADE, aansprakelijk(eerste_bod_pct=0, overeengekomen_pct=100)],
            "bgk_onjuist_standpunt",
            True,
        ),
        (
            [HULP, SCHADE, aansprakelijk(eerste_bod_pct=50, overeengekomen_pct=50)],
            "bgk_onjuist_standpunt",
            False,
        ),
        (
            [HULP, SCHADE, aansprakelijk(eerste_bod_pct={"tot": 50}, overeengekomen_pct=51)],
            "bgk_onjuist_standpunt",
            True,
        ),
        (
            [HULP, SCHADE, aansprakelijk(eerste_bod_pct={"van": 10}, overeengekomen_pct=51)],
            "bgk_onjuist_standpunt",
            False,
        ),
        (
            [HULP, SCHADE, aansprakelijk(eerste_bod_pct=10, overeengekomen_pct={"tot": 51})],
            "bgk_onjuist_standpunt",
            False,
        ),
        ([HULP, SCHADE, aansprakelijk(eerste_bod_pct=10)], "bgk_onjuist_standpunt", False),
        (
            [
                HULP,
                SCHADE,
                {"oorzaak": "medisch"},
                aansprakelijk(eerste_bod_pct=0, overeengekomen_pct=100),
            ],
            "bgk_onjuist_standpunt",
            False,
        ),
        ([HULP, aansprakelijk(stand="erkend")], "bgk_onderzoek_causaliteit", True),
        ([HULP, aansprakelijk(stand="gedeeltelijk")], "bgk_onderzoek_causaliteit", True),
        ([HULP, aansprakelijk(stand="afgewezen")], "bgk_onderzoek_causaliteit", False),
        ([HULP], "bgk_onderzoek_causaliteit", False),
        ([HULP], "bgk_bijkomend_onbekend", True),
        # Between others than the parties the convention gives no rights.
        ([SCHADE], "bgk_bovenop_tabel", False),
        ([SCHADE, aansprakelijk(stand="erkend")], "bgk_onderzoek_causaliteit", False),
        ([], "bgk_bijkomend_onbekend", False),
        ([HULP, {"belangenbehartiging": {"heeft": False}}], "bgk_bijkomend_onbekend", False),
        (
            [
                HULP,
                {
                    "belangenbehartiging": {
                        "medisch_adviseur_minuten": 10,
                        "medische_info_door_belangenbehartiger": False,
                    }
                },
            ],
            "bgk_bijkomend_onbekend",
            False,
        ),
    ],
)
def test_what_the_convention_says_beside_the_amounts_is_told(
    delen: list[dict[str, Any]], reden: str, *, staat: bool
) -> None:
    assert (reden in redenen(kosten(*delen))) is staat


def test_an_insurer_that_was_wrong_reads_what_it_offered_and_what_was_agreed() -> None:
    wrong = kosten(HULP, SCHADE, aansprakelijk(eerste_bod_pct=50, overeengekomen_pct="50.01"))
    (waarom,) = (reden for reden in wrong.redenen if reden.sleutel == "bgk_onjuist_standpunt")

    assert waarom.waarden == {"bod": 50, "akkoord": "50.01"}


def test_what_comes_on_top_and_is_not_known_is_named() -> None:
    een = kosten(HULP, {"belangenbehartiging": {"medisch_adviseur_minuten": 10}})
    (waarom,) = (reden for reden in een.redenen if reden.sleutel == "bgk_bijkomend_onbekend")

    assert waarom.waarden == {
        "paden": ["belangenbehartiging.medische_info_door_belangenbehartiger"]
    }
    geen = kosten(HULP)
    (waarom,) = (reden for reden in geen.redenen if reden.sleutel == "bgk_bijkomend_onbekend")
    assert waarom.waarden == {
        "paden": [
            "belangenbehartiging.medisch_adviseur_minuten",
            "belangenbehartiging.medische_info_door_belangenbehartiger",
        ]
    }


def test_an_insurer_whose_share_may_lie_below_its_offer_is_not_called_wrong() -> None:
    rough = kosten(
        HULP,
        SCHADE,
        aansprakelijk(eerste_bod_pct=50, overeengekomen_pct={"van": 40, "tot": 60}),
    )

    assert "bgk_onjuist_standpunt" not in redenen(rough)
