"""The table: route, base, rounding, rows and compensation."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bgk import Route
from calc.bgk.tabelzaak import tabelzaak
from calc.feiten import Feiten
from calc.licht_letsel import Procescode
from calc.marges import vast
from tests.rekenen import LANG_GELEDEN, euro, kosten, lezing, proces, redenen

RIJEN = {
    (100, 400): 480,
    (500, 500): 560,
    (600, 600): 640,
    (700, 800): 720,
    (900, 1100): 800,
    (1200, 1300): 880,
    (1400, 1600): 960,
    (1700, 1900): 1040,
    (2000, 2200): 1120,
    (2300, 2500): 1200,
    (2600, 2900): 1280,
    (3000, 3000): 1445,
    (3100, 3300): 1640,
    (3400, 3700): 1725,
    (3800, 4100): 1810,
    (4200, 4600): 1895,
    (4700, 4900): 1980,
    (5000, 5100): 2200,
    (5200, 5600): 2300,
    (5700, 6100): 2400,
    (6200, 6700): 2500,
    (6800, 7200): 2600,
    (7300, 7800): 2700,
    (7900, 8300): 2800,
}
ALLE_HONDERDTALLEN = [
    (honderdtal, bedrag)
    for (van, tot), bedrag in RIJEN.items()
    for honderdtal in range(van, tot + 1, 100)
]


def schade(bedrag: Any) -> dict[str, Any]:
    return {"oorzaak": "verkeer", "schade": {"excl_voertuig": bedrag}}


def geregeld(dag: Any) -> dict[str, Any]:
    return {"regeling_datum": dag}


def eigen_schuld(pct: Any, reden: str | None = None) -> dict[str, Any]:
    return {"aansprakelijkheid": {"eigen_schuld_pct": pct, "eigen_schuld_reden": reden}}


def test_the_known_rows_are_eighty_three_hundreds_without_a_gap() -> None:
    assert [honderdtal for honderdtal, _ in ALLE_HONDERDTALLEN] == list(range(100, 8301, 100))


@pytest.mark.parametrize(("honderdtal", "bedrag"), ALLE_HONDERDTALLEN)
def test_every_row_gives_its_amount_from_one_cent_above_the_row_below(
    honderdtal: int, bedrag: int
) -> None:
    assert kosten(schade(honderdtal)).tabelbedrag == bedrag
    assert kosten(schade(f"{honderdtal - 100}.01")).tabelbedrag == bedrag


@pytest.mark.parametrize(
    ("bedrag", "afgerond", "tabelbedrag"),
    [
        ("0.01", "100", "480"),
        ("100.00", "100", "480"),
        ("400.00", "400", "480"),
        ("400.01", "500", "560"),
        ("1850.00", "1900", "1040"),
        ("1900.00", "1900", "1040"),
        ("1900.01", "2000", "1120"),
        ("3852.00", "3900", "1810"),
        ("8300.00", "8300", "2800"),
    ],
)
def test_damage_is_rounded_up_to_whole_hundreds_to_read_the_table(
    bedrag: str, afgerond: str, tabelbedrag: str
) -> None:
    uitkomst = kosten(schade(bedrag))

    assert (uitkomst.afgerond, uitkomst.tabelbedrag) == (euro(afgerond), euro(tabelbedrag))
    assert uitkomst.grondslag == euro(bedrag)


@pytest.mark.parametrize("bedrag", ["8300.01", "8400", "90000", "250000.00"])
def test_a_row_that_is_not_known_is_never_made_up(bedrag: str) -> None:
    uitkomst = kosten(schade(bedrag))

    assert uitkomst.route is Route.TABEL
    assert uitkomst.tabelbedrag is None
    assert uitkomst.totaal_tabel is None
    assert "bgk_staffel_rij_onbekend" in redenen(uitkomst)


def test_no_damage_has_no_row() -> None:
    uitkomst = kosten(schade(0))

    assert uitkomst.grondslag == 0
    assert (uitkomst.tabelbedrag, uitkomst.totaal_tabel) == (None, None)
    assert "bgk_geen_schade" in redenen(uitkomst)


def test_rows_are_not_indexed() -> None:
    dagen = ("2016-07-01", "2018-12-31", "2026-11-01")

    assert {kosten(schade(1900), geregeld(dag)).tabelbedrag for dag in dagen} == {1040}


def test_a_settlement_older_than_the_table_has_no_row() -> None:
    uitkomst = kosten(schade(1900), geregeld("2015-12-31"))

    assert uitkomst.tabelbedrag is None
    assert kosten(schade(1900), geregeld("2016-01-01")).tabelbedrag == 1040


# --- route ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "route", "reden"),
    [
        (schade("250000.00"), "tabel", None),
        (schade("250000.01"), "6:96", "bgk_boven_grens"),
        (schade("310000"), "6:96", "bgk_boven_grens"),
        (schade("1200") | {"oorzaak": "medisch"}, "6:96", "bgk_uitgesloten_categorie"),
        (schade("1200") | {"oorzaak": "product"}, "6:96", "bgk_uitgesloten_categorie"),
        (schade("1200") | {"oorzaak": "beroepsziekte"}, "6:96", "bgk_uitgesloten_categorie"),
        ({"oorzaak": "medisch"}, "6:96", "bgk_uitgesloten_categorie"),
        (
            schade("1200") | {"belangenbehartiging": {"tweede": True}},
            "6:96",
            "bgk_tweede_belangenbehartiger",
        ),
        (schade("1200") | {"belangenbehartiging": {"tweede": False}}, "tabel", None),
        (schade("1200") | {"oorzaak": None}, "tabel", None),
        ({}, "geen", "bgk_grondslag_onbekend"),
        (schade({"van": "249000", "tot": "251000"}), "geen", "bgk_rond_grens"),
        (schade({"van": "250000.01", "tot": None}), "6:96", "bgk_boven_grens"),
        (schade({"van": "1000", "tot": None}), "geen", "bgk_rond_grens"),
    ],
)
def test_the_route_follows_the_cause_the_representative_and_the_damage(
    facts: dict[str, Any], route: str, reden: str | None
) -> None:
    uitkomst = kosten(facts)

    assert uitkomst.route == route
    assert reden is None or reden in redenen(uitkomst)


@pytest.mark.parametrize("facts", [{}, schade(250001), schade(1200) | {"oorzaak": "medisch"}])
def test_away_from_the_table_no_table_amount_is_given(facts: dict[str, Any]) -> None:
    uitkomst = kosten(
        facts, geregeld("2018-05-15"), {"eerdere_regeling": {"schade": 4000}}, code=Procescode.LL
    )

    assert uitkomst.afgerond is None
    assert uitkomst.tabelbedrag is None
    assert uitkomst.compensatie_pct is None
    assert uitkomst.tabel_met_compensatie is None
    assert uitkomst.opslag is None
    assert uitkomst.totaal_tabel is None
    assert uitkomst.eerder_betaald is None
    assert uitkomst.nog_te_betalen is None


def test_own_fault_can_bring_damage_back_into_the_table() -> None:
    assert kosten(schade("250000.01"), eigen_schuld(1)).route is Route.TABEL


# --- base ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("delen", "grondslag", "reden"),
    [
        (eigen_schuld(40), "3852.00", "bgk_eigen_schuld_afgetrokken"),
        (eigen_schuld(40, "anders"), "3852.00", "bgk_eigen_schuld_afgetrokken"),
        (eigen_schuld(25, "gordel"), "6420.00", "bgk_geen_aftrek_gordel_of_helm"),
        (eigen_schuld(25, "helm"), "6420.00", "bgk_geen_aftrek_gordel_of_helm"),
        (eigen_schuld(None, "helm"), "6420.00", "bgk_geen_aftrek_gordel_of_helm"),
        (eigen_schuld(None), "6420.00", "bgk_eigen_schuld_onbekend"),
        (eigen_schuld(0), "6420.00", None),
        (eigen_schuld({"van": 0, "tot": 50}), None, "bgk_eigen_schuld_afgetrokken"),
        (eigen_schuld(100), "0.00", "bgk_geen_schade"),
        (eigen_schuld("33.33"), "4280.21", "bgk_eigen_schuld_afgetrokken"),
    ],
)
def test_the_base_is_what_is_left_after_own_fault_but_not_for_belt_or_helmet(
    delen: dict[str, Any], grondslag: str | None, reden: str | None
) -> None:
    uitkomst = kosten(schade(6420), delen)

    assert uitkomst.grondslag == euro(grondslag)
    assert reden is None or reden in redenen(uitkomst)


def test_of_own_fault_that_is_known_to_be_none_nothing_is_said() -> None:
    gezegd = redenen(kosten(schade(6420), eigen_schuld(0)))

    assert not [sleutel for sleutel in gezegd if "schuld" in sleutel]


@pytest.mark.parametrize(("reden", "afgerond"), [(None, 3900), ("gordel", 6500)])
def test_a_belt_keeps_the_whole_damage_in_the_table(reden: str | None, afgerond: int) -> None:
    assert kosten(schade(6420), eigen_schuld(40, reden)).afgerond == afgerond


def test_an_amount_of_costs_says_that_pain_and_grief_are_not_in_it() -> None:
    apart = {"schade": {"smartengeld_inbegrepen": False}}

    assert "bgk_zonder_smartengeld" in redenen(kosten(schade(900), apart))
    assert "bgk_zonder_smartengeld" not in redenen(kosten(schade(900)))


def test_items_alone_are_no_base() -> None:
    uitkomst = kosten({"schade": {"posten": {"medisch": 300, "inkomen": 900}}})

    assert (uitkomst.route, uitkomst.grondslag) == (Route.GEEN, None)


# --- compensation --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bedrag", "dag", "pct", "met"),
    [
        (1900, "2016-06-30", None, None),
        (1900, "2016-07-01", "5", "1092.00"),
        (4900, "2017-06-30", "5", "2079.00"),
        (5000, "2017-06-30", "5", "2310.00"),
        (5000, "2017-07-01", "4", "2288.00"),
        (1900, "2018-05-15", "4", "1081.60"),
        (1900, "2018-12-31", "4", "1081.60"),
        (1900, "2019-01-01", "3", "1071.20"),
        (1900, "2019-12-31", "3", "1071.20"),
        (1900, "2020-01-01", None, None),
        (5000, "2020-03-01", None, None),
        (1900, None, None, None),
    ],
)
def test_the_day_of_the_settlement_picks_the_compensation(
    bedrag: int, dag: str | None, pct: str | None, met: str | None
) -> None:
    uitkomst = kosten(schade(bedrag), geregeld(dag))

    assert uitkomst.compensatie_pct == euro(pct)
    assert uitkomst.tabel_met_compensatie == euro(met)
    assert uitkomst.totaal_tabel == (uitkomst.tabelbedrag if met is None else euro(met))


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (None, "bgk_regeling_datum_onbekend"),
        ("2020-01-01", "bgk_compensatie_niet_geregeld"),
        ("2018-01-01", "bgk_compensatie"),
    ],
)
def test_why_there_is_or_is_no_compensation_is_said(dag: str | None, reden: str) -> None:
    assert reden in redenen(kosten(schade(1900), geregeld(dag)))


def test_the_compensation_of_the_day_is_given_also_where_the_row_is_not_known() -> None:
    uitkomst = kosten(schade(9000), geregeld("2018-05-15"))

    assert uitkomst.compensatie_pct == 4
    assert (uitkomst.tabel_met_compensatie, uitkomst.totaal_tabel) == (None, None)


# --- why -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("delen", "reden", "waarden"),
    [
        ([schade(1850)], "bgk_staffel", {"jaar": 2016, "afgerond": "1900.00"}),
        (
            [schade({"van": 1850, "tot": "1900.01"})],
            "bgk_staffel",
            {"jaar": 2016, "afgerond": None},
        ),
        ([schade(9000)], "bgk_staffel_rij_onbekend", {"afgerond": "9000.00"}),
        ([schade(0)], "bgk_geen_schade", {"afgerond": "0.00"}),
        ([schade(1900), geregeld("2018-05-15")], "bgk_compensatie", {"pct": 4}),
        ([schade("250000.01")], "bgk_boven_grens", {"grens": "250000.00"}),
        ([schade({"van": 1000})], "bgk_rond_grens", {"grens": "250000.00"}),
        ([{"oorzaak": "medisch"}], "bgk_uitgesloten_categorie", {"oorzaak": "medisch"}),
        ([{}], "bgk_grondslag_onbekend", {"paden": ["schade.excl_voertuig"]}),
        ([schade({"van": 100, "tot": 200})], "bgk_grondslag_ongeveer", {}),
        (
            [schade(900), eigen_schuld({"van": 10, "tot": 50})],
            "bgk_eigen_schuld_afgetrokken",
            {"pct": {"van": 10, "tot": 50}},
        ),
        (
            [schade(900), eigen_schuld(25, "helm")],
            "bgk_geen_aftrek_gordel_of_helm",
            {"reden": "helm"},
        ),
    ],
)
def test_a_reason_names_the_values_it_stands_on(
    delen: list[dict[str, Any]], reden: str, waarden: dict[str, Any]
) -> None:
    uitkomst = kosten(*delen)

    assert [waarom.waarden for waarom in uitkomst.redenen if waarom.sleutel == reden] == [waarden]


def test_an_exact_base_is_not_called_rough() -> None:
    assert "bgk_grondslag_ongeveer" not in redenen(kosten(schade(900)))


# --- ranges --------------------------------------------------------------------------------------


def test_a_range_within_one_row_gives_the_row_and_no_base() -> None:
    uitkomst = kosten(schade({"van": 1650, "tot": 1900}), geregeld("2018-01-01"))

    assert (uitkomst.grondslag, uitkomst.afgerond) == (None, None)
    assert uitkomst.tabelbedrag == 1040
    assert uitkomst.totaal_tabel == euro("1081.60")
    assert uitkomst.model_dump(mode="json")["bereik"] == {
        "grondslag": {"van": "1650.00", "tot": "1900.00"}
    }


def test_a_range_over_two_rows_gives_the_rows_as_a_range() -> None:
    uitkomst = kosten(schade({"van": 1900, "tot": 2000}), geregeld("2020-01-01"))

    assert uitkomst.tabelbedrag is None
    assert uitkomst.totaal_tabel is None
    assert uitkomst.model_dump(mode="json")["bereik"]["totaal_tabel"] == {
        "van": "1040.00",
        "tot": "1120.00",
    }


def test_a_range_that_leaves_the_known_rows_is_open_at_that_end() -> None:
    uitkomst = kosten(schade({"van": 8300, "tot": 9000}))

    assert uitkomst.tabelbedrag is None
    assert uitkomst.model_dump(mode="json")["bereik"]["tabelbedrag"] == {
        "van": "2800.00",
        "tot": None,
    }


def test_a_range_from_nothing_gives_at_most_the_row_of_its_top() -> None:
    uitkomst = kosten(schade({"van": 0, "tot": 300}))

    assert uitkomst.tabelbedrag is None
    assert uitkomst.model_dump(mode="json")["bereik"]["tabelbedrag"] == {
        "van": None,
        "tot": "480.00",
    }


def test_a_rough_share_of_fault_makes_a_rough_base() -> None:
    uitkomst = kosten(schade(1000), eigen_schuld({"van": 10, "tot": 50}))

    assert uitkomst.grondslag is None
    assert uitkomst.model_dump(mode="json")["bereik"]["grondslag"] == {
        "van": "500.00",
        "tot": "900.00",
    }
    assert kosten(schade(300), eigen_schuld({"tot": 50})).tabelbedrag == 480
    assert kosten(schade(300), eigen_schuld({"van": 50})).tabelbedrag is None


def test_a_rough_day_gives_the_compensation_of_its_one_period() -> None:
    binnen = geregeld({"van": "2018-01-01", "tot": "2018-12-31"})
    over = geregeld({"van": "2018-01-01", "tot": "2019-01-01"})

    assert kosten(schade(1900), binnen).compensatie_pct == 4
    assert kosten(schade(1900), over).compensatie_pct is None


@pytest.mark.parametrize(
    ("dag", "met", "totaal", "percentages"),
    [
        # One day on either side of a change of the percentage.
        (("2017-06-30", "2017-07-01"), ("1081.60", "1092.00"), ("1081.60", "1092.00"), [5, 4]),
        (("2018-12-31", "2019-01-01"), ("1071.20", "1081.60"), ("1071.20", "1081.60"), [4, 3]),
        (("2016-07-01", "2019-12-31"), ("1071.20", "1092.00"), ("1071.20", "1092.00"), [5, 4, 3]),
        # Some of the days have none: the bare amount is one of the outcomes.
        (("2019-12-31", "2020-01-01"), None, ("1040.00", "1071.20"), [3, 0]),
        (("2016-06-30", "2016-07-01"), None, ("1040.00", "1092.00"), [0, 5]),
        (("2019-06-01", None), None, ("1040.00", "1071.20"), [3, 0]),
    ],
)
def test_a_rough_day_over_more_periods_gives_the_range_of_all_of_them(
    dag: tuple[str, str | None],
    met: tuple[str, str] | None,
    totaal: tuple[str, str],
    percentages: list[int],
) -> None:
    uitkomst = kosten(schade(1900), geregeld({"van": dag[0], "tot": dag[1]}))
    bereik = uitkomst.model_dump(mode="json")["bereik"]

    assert uitkomst.tabelbedrag == 1040
    assert uitkomst.compensatie_pct is None
    assert (uitkomst.tabel_met_compensatie, uitkomst.totaal_tabel) == (None, None)
    assert bereik["totaal_tabel"] == {"van": totaal[0], "tot": totaal[1]}
    assert bereik.get("tabel_met_compensatie") == (met and {"van": met[0], "tot": met[1]})
    waarom = next(
        een for een in uitkomst.redenen if een.sleutel == "bgk_compensatie_over_perioden"
    )
    assert waarom.waarden["percentages"] == percentages


def test_days_that_all_lie_after_the_last_period_have_one_bare_amount() -> None:
    uitkomst = kosten(schade(1900), geregeld({"van": "2020-01-01", "tot": "2021-01-01"}))

    assert uitkomst.compensatie_pct is None
    assert uitkomst.totaal_tabel == 1040
    assert "bgk_compensatie_niet_geregeld" in redenen(uitkomst)


def test_a_rough_day_with_only_an_end_may_lie_in_every_period_before_it() -> None:
    uitkomst = kosten(schade(1900), geregeld({"tot": "2017-01-01"}))

    # Older days have no row at all, so not even the bare amount is sure.
    assert (uitkomst.tabelbedrag, uitkomst.totaal_tabel) == (None, None)


# --- who reads it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("helper", "uitleggen"),
    [
        ({}, True),
        ({"heeft": False}, True),
        ({"heeft": True, "soort": "advocaat"}, True),
        ({"heeft": True, "soort": "letselschadebureau"}, True),
        ({"heeft": True, "soort": "rechtsbijstandverzekeraar"}, False),
        ({"soort": "rechtsbijstandverzekeraar"}, False),
        ({"heeft": False, "soort": "rechtsbijstandverzekeraar"}, True),
    ],
)
def test_only_with_a_legal_expenses_insurer_the_person_reads_the_table(
    helper: dict[str, Any], *, uitleggen: bool
) -> None:
    uitkomst = kosten(schade(1900), {"belangenbehartiging": helper})

    assert uitkomst.artikel_6_96_uitleggen is uitleggen
    assert (redenen(uitkomst)[0] == "bgk_artikel_6_96") is uitleggen
    assert uitkomst.tabelbedrag == 1040


def test_every_outcome_names_its_sources_and_that_there_is_no_vat_in_it() -> None:
    uitkomst = kosten(schade(1900))

    assert uitkomst.bron == ("bgk_letsel_2016", "bw_6_96", "piv_staffel_2016")
    assert redenen(uitkomst)[-1] == "bgk_exclusief_btw"
    assert kosten({}).bron == ("bgk_letsel_2016", "bw_6_96")


def test_before_the_convention_there_are_no_amounts() -> None:
    uitkomst = kosten(
        schade(1900),
        {"rol": "nabestaande", "gezin": {"adequaat_onderzoek": True}},
        {"naasten": [{"relatie": "levensgezel"}]},
        {
            "belangenbehartiging": {
                "medisch_adviseur_minuten": 25,
                "medische_info_door_belangenbehartiger": True,
            }
        },
        vandaag=LANG_GELEDEN,
    )

    assert uitkomst.route is Route.GEEN
    assert uitkomst.affectieschade_bgk is None
    assert uitkomst.medisch_adviseur is None
    assert uitkomst.medische_informatie is None


def test_before_the_convention_the_table_gives_nothing() -> None:
    feiten, lang_geleden = Feiten(), lezing(LANG_GELEDEN)
    zaak = tabelzaak(feiten, vast(Decimal(1900)), lang_geleden, proces(feiten, lang_geleden))

    assert (zaak.afgerond, zaak.tabelbedrag, zaak.opslag, zaak.totaal) == (None, None, None, None)


# --- properties ----------------------------------------------------------------------------------

CENTEN = st.integers(min_value=0, max_value=26_000_000)


@given(CENTEN, CENTEN, st.integers(min_value=0, max_value=100))
def test_more_damage_never_gives_less(een: int, ander: int, pct: int) -> None:
    minst, meest = (
        kosten(schade(f"{centen // 100}.{centen % 100:02}"), eigen_schuld(pct))
        for centen in sorted((een, ander))
    )

    if minst.totaal_tabel is not None and meest.totaal_tabel is not None:
        assert 0 < minst.totaal_tabel <= meest.totaal_tabel


@given(CENTEN, CENTEN)
def test_what_a_range_gives_both_its_ends_give(een: int, ander: int) -> None:
    van, tot = (f"{c // 100}.{c % 100:02}" for c in sorted((een, ander)))
    ruim = kosten(schade({"van": van, "tot": tot}))

    for eind in (kosten(schade(van)), kosten(schade(tot))):
        assert ruim.tabelbedrag in (None, eind.tabelbedrag)
        assert ruim.grondslag in (None, eind.grondslag)
        assert ruim.route in (Route.GEEN, eind.route)
