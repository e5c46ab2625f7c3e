"""Damage items: told, computed by a norm that is sure, or waiting; and what they add up to."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.dated import parameters
from calc.feiten import Feiten, Posten
from calc.schadeposten import (
    PostStatus,
    Schadepost,
    Schadeposten,
    over_uit_te_keren,
    uit_te_keren_schade,
)
from tests.rekenen import LANG_GELEDEN, euro, posten, redenen

BEREKEND, OPGEGEVEN, NOG_NODIG = PostStatus.BEREKEND, PostStatus.OPGEGEVEN, PostStatus.NOG_NODIG


def op(dag: Any, **gegevens: Any) -> Schadeposten:
    return posten({"gebeurtenis_datum": dag, "gegevens": gegevens})


def enige(uitkomst: Schadeposten) -> Schadepost:
    (regel,) = uitkomst.regels
    return regel


# --- what was told -------------------------------------------------------------------------------


def test_of_nothing_told_there_is_no_item_and_no_sum() -> None:
    uitkomst = posten({})

    assert uitkomst.regels == ()
    assert uitkomst.totaal is None
    assert uitkomst.volledig is False
    assert uitkomst.bron == ("bw_6_95",)


def test_amounts_that_were_told_stand_as_they_are_and_add_up() -> None:
    genoemd = {naam: f"{100 + plaats}.10" for plaats, naam in enumerate(Posten.model_fields)}
    uitkomst = posten({"schade": {"posten": genoemd}})

    assert [regel.post for regel in uitkomst.regels] == list(Posten.model_fields)
    assert all(regel.status is OPGEGEVEN and regel.norm is None for regel in uitkomst.regels)
    assert all(regel.bereik is None for regel in uitkomst.regels)
    assert uitkomst.totaal == euro("828.80")
    assert uitkomst.volledig is True
    assert redenen(uitkomst.regels[0]) == ["schadeposten_opgegeven"]


def test_a_rough_amount_keeps_the_sum_open_and_gives_it_as_a_range() -> None:
    uitkomst = posten({"schade": {"posten": {"medisch": {"van": 100, "tot": 200}, "inkomen": 50}}})

    als_json = uitkomst.model_dump(mode="json")
    assert als_json["regels"][0]["bedrag"] is None
    assert als_json["regels"][0]["bereik"] == {"van": "100.00", "tot": "200.00"}
    assert als_json["totaal"] is None
    assert als_json["bereik"] == {"totaal": {"van": "150.00", "tot": "250.00"}}


@pytest.mark.parametrize(
    ("post", "gegevens"),
    [
        ("reiskosten", {"kilometers": 100}),
        (
            "huishoudelijke_hulp",
            {"hulp": {"weken": 2, "personen": 1, "kind_onder_5": False, "zwaar": False}},
        ),
        ("zelfwerkzaamheid", {"woning": {"soort": "vrijstaand"}}),
    ],
)
def test_an_amount_that_was_told_is_not_counted_again_by_a_norm(
    post: str, gegevens: dict[str, Any]
) -> None:
    uitkomst = posten(
        {"gebeurtenis_datum": "2018-03-01", "gegevens": gegevens},
        {"schade": {"posten": {post: 75}}},
    )

    assert enige(uitkomst).status is OPGEGEVEN
    assert uitkomst.totaal == 75


@pytest.mark.parametrize(
    ("totaal", "reden"),
    [
        ("299.99", "schadeposten_meer_dan_totaal"),
        ("300.00", None),
        ("300.01", "schadeposten_niet_uitgesplitst"),
        ({"van": 100, "tot": 250}, "schadeposten_meer_dan_totaal"),
        ({"van": 100, "tot": 350}, None),
        ({"van": 350}, "schadeposten_niet_uitgesplitst"),
        (None, None),
    ],
)
def test_items_are_held_against_the_total_that_was_told(totaal: Any, reden: str | None) -> None:
    uitkomst = posten(
        {"schade": {"excl_voertuig": totaal, "posten": {"medisch": 100, "inkomen": 200}}}
    )

    assert redenen(uitkomst) == ([reden] if reden else [])


def test_a_total_alone_is_held_against_nothing() -> None:
    assert redenen(posten({"schade": {"excl_voertuig": 100}})) == []


def test_what_a_norm_gives_is_not_held_against_the_total_that_was_told() -> None:
    uitkomst = posten(
        {"gebeurtenis_datum": "2024-03-01", "gegevens": {"kilometers": 1000}},
        {"schade": {"excl_voertuig": 100}},
    )

    assert uitkomst.totaal == 330
    assert redenen(uitkomst) == []


# --- kilometres ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "bedrag"),
    [
        ("2013-12-31", None),
        ("2014-01-01", "29.00"),
        ("2015-12-31", "29.00"),
        ("2016-01-01", None),
        ("2017-12-31", None),
        ("2018-01-01", "26.00"),
        ("2018-12-31", "26.00"),
        ("2019-01-01", None),
        ("2022-12-31", None),
        ("2023-01-01", "33.00"),
        ("2024-12-31", "33.00"),
        ("2025-01-01", None),
        ("2026-06-15", None),
        ({"van": "2023-05-01", "tot": "2024-02-01"}, "33.00"),
        ({"van": "2018-05-01", "tot": "2019-02-01"}, None),
        ({"van": "2022-12-31", "tot": "2023-01-02"}, None),
        ({"van": "2024-05-01"}, None),
    ],
)
def test_kilometres_are_paid_by_the_norm_of_a_year_for_which_it_is_sure(
    dag: Any, bedrag: str | None
) -> None:
    regel = enige(op(dag, kilometers=100))

    assert regel.post == "reiskosten"
    assert regel.bedrag == euro(bedrag)
    if bedrag is None:
        assert (regel.status, regel.norm) == (NOG_NODIG, None)
        assert regel.ontbreekt == ("schade.posten.reiskosten",)
        assert redenen(regel) == ["schadeposten_geen_norm"]
    else:
        assert (regel.status, regel.ontbreekt) == (BEREKEND, ())
        assert regel.norm == "schadeposten.reiskosten.per_kilometer"
        assert regel.bereik is None


def test_without_the_day_of_the_event_that_day_is_what_is_needed() -> None:
    uitkomst = op(None, kilometers=100)

    assert enige(uitkomst).ontbreekt == ("gebeurtenis_datum",)
    assert redenen(enige(uitkomst)) == ["schadeposten_geen_dag"]
    assert uitkomst.totaal is None
    assert uitkomst.volledig is False
    assert redenen(uitkomst) == ["schadeposten_onvolledig"]


@pytest.mark.parametrize(
    ("kilometers", "bedrag", "ontbreekt"),
    [
        (0, "0.00", ()),
        ("12.5", "4.13", ()),
        (2000, "660.00", ()),
        ("2000.01", None, ("schade.posten.reiskosten",)),
        ({"van": 100, "tot": 200}, None, ("gegevens.kilometers",)),
        ({"van": 1000, "tot": 3000}, None, ("gegevens.kilometers",)),
        ({"van": 3000}, None, ("schade.posten.reiskosten",)),
        ({"tot": 10}, None, ("gegevens.kilometers",)),
    ],
)
def test_up_to_two_thousand_kilometres_the_norm_holds(
    kilometers: Any, bedrag: str | None, ontbreekt: tuple[str, ...]
) -> None:
    regel = enige(op("2024-03-01", kilometers=kilometers))

    assert (regel.bedrag, regel.ontbreekt) == (euro(bedrag), ontbreekt)


def test_a_rough_number_of_kilometres_gives_a_range_and_waits_for_the_exact_one() -> None:
    uitkomst = op("2024-03-01", kilometers={"van": 100, "tot": 200})

    assert enige(uitkomst).model_dump(mode="json")["bereik"] == {"van": "33.00", "tot": "66.00"}
    assert enige(uitkomst).status is NOG_NODIG
    assert uitkomst.totaal is None


def test_outside_the_netherlands_no_norm_is_used() -> None:
    uitkomst = op("2024-03-01", kilometers=100, in_nederland=False)

    assert enige(uitkomst).status is NOG_NODIG
    assert "schadeposten_buitenland" in redenen(uitkomst)


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "ziekenhuis", "revalidatie"),
    [
        ("2009-12-31", None, None),
        ("2010-06-01", "52.00", "26.00"),
        ("2011-01-01", None, None),
        ("2014-12-31", None, None),
        ("2015-01-01", "56.00", "28.00"),
        ("2017-06-01", "56.00", "28.00"),
        ("2018-01-01", "60.00", "30.00"),
        ("2019-01-01", None, None),
        ("2022-06-01", None, None),
        ("2023-01-01", "70.00", "36.00"),
        ("2024-12-29", "70.00", "36.00"),
        ("2024-12-30", None, None),
        # Begun on the last of these days they would go on into a year without a sure norm.
        ({"van": "2024-12-01", "tot": "2024-12-29"}, "70.00", "36.00"),
        ({"van": "2024-12-01", "tot": "2024-12-30"}, None, None),
        ("2025-06-01", None, None),
    ],
)
def test_days_are_paid_by_the_norm_that_held_from_the_first_to_the_last(
    dag: Any, ziekenhuis: str | None, revalidatie: str | None
) -> None:
    uitkomst = op(dag, ziekenhuis_dagen=2, revalidatie_dagen=2)

    assert [regel.post for regel in uitkomst.regels] == [
        "daggeld_ziekenhuis",
        "daggeld_revalidatie",
    ]
    assert [regel.bedrag for regel in uitkomst.regels] == [euro(ziekenhuis), euro(revalidatie)]


@pytest.mark.parametrize(
    ("dagen", "bedrag", "ontbreekt"),
    [
        (0, "0.00", ()),
        (1, "35.00", ()),
        ({"van": 2, "tot": 4}, None, ("gegevens.ziekenhuis_dagen",)),
        ({"tot": 4}, None, ("gegevens.ziekenhuis_dagen",)),
        ({"van": 2}, None, ("schade.posten.overig",)),
        (10**6, None, ("schade.posten.overig",)),
    ],
)
def test_each_day_counts(dagen: Any, bedrag: str | None, ontbreekt: tuple[str, ...]) -> None:
    regel = enige(op("2024-03-01", ziekenhuis_dagen=dagen))

    assert (regel.bedrag, regel.ontbreekt) == (euro(bedrag), ontbreekt)


def test_days_that_still_go_on_end_today_at_the_latest() -> None:
    begin = {"van": "2023-01-01", "tot": "2023-01-01"}
    uitkomst = posten(
        {"gebeurtenis_datum": begin, "gegevens": {"ziekenhuis_dagen": {"van": 3}}},
        vandaag=Feiten.model_validate({"gebeurtenis_datum": "2023-02-01"}).gebeurtenis_datum.van,  # type: ignore[arg-type,union-attr]
    )

    assert enige(uitkomst).model_dump(mode="json")["bereik"] == {"van": "105.00", "tot": None}


# --- help in the household -----------------------------------------------------------------------

HULP = {"weken": 4, "personen": 1, "kind_onder_5": False, "zwaar": False}


@pytest.mark.parametrize(
    ("anders", "bedrag_2014", "bedrag_2018"),
    [
        ({}, "260.00", "276.00"),
        ({"zwaar": True}, "520.00", "548.00"),
        ({"personen": 2}, "344.00", "364.00"),
        ({"personen": 2, "zwaar": True}, "688.00", "724.00"),
        ({"personen": 4, "kind_onder_5": True}, "648.00", "684.00"),
        ({"personen": 4, "kind_onder_5": True, "zwaar": True}, "1296.00", "1368.00"),
        ({"personen": 3}, "560.00", "592.00"),
        ({"personen": 3, "zwaar": True}, "1120.00", "1180.00"),
        ({"personen": 2, "kind_onder_5": True}, "648.00", "684.00"),
        ({"personen": None, "kind_onder_5": True}, "648.00", "684.00"),
        ({"personen": 1, "kind_onder_5": None}, "260.00", "276.00"),
        ({"personen": {"van": 3, "tot": 5}}, "560.00", "592.00"),
    ],
)
def test_help_is_paid_per_week_by_the_kind_of_household(
    anders: dict[str, Any], bedrag_2014: str, bedrag_2018: str
) -> None:
    for dag, bedrag in (
        ("2014-06-01", bedrag_2014),
        ("2018-06-01", bedrag_2018),
        ("2020-11-01", bedrag_2018),
    ):
        regel = enige(op(dag, hulp=HULP | anders))
        assert (regel.status, regel.bedrag) == (BEREKEND, euro(bedrag))
        assert redenen(regel) == ["schadeposten_norm", "schadeposten_hulp_aandeel"]


@pytest.mark.parametrize(
    ("hulp", "ontbreekt"),
    [
        ({"weken": None}, ("weken",)),
        ({"zwaar": None}, ("zwaar",)),
        ({"personen": None}, ("personen",)),
        ({"personen": 2, "kind_onder_5": None}, ("kind_onder_5",)),
        ({"personen": None, "kind_onder_5": None}, ("personen", "kind_onder_5")),
        ({"personen": 1, "kind_onder_5": True}, ("personen",)),
        ({"personen": {"van": 1, "tot": 3}}, ("personen",)),
        ({"personen": {"van": 2, "tot": 3}}, ("personen",)),
        ({"weken": None, "personen": None, "zwaar": None}, ("weken", "personen", "zwaar")),
        # Who lives alone has no young child at home: that is not asked.
        ({"weken": None, "personen": 1, "kind_onder_5": None}, ("weken",)),
    ],
)
def test_help_names_the_facts_that_pick_its_row(
    hulp: dict[str, Any], ontbreekt: tuple[str, ...]
) -> None:
    regel = enige(op("2018-06-01", hulp=HULP | hulp))

    assert (regel.status, regel.bedrag) == (NOG_NODIG, None)
    assert regel.ontbreekt == tuple(f"gegevens.hulp.{naam}" for naam in ontbreekt)


@pytest.mark.parametrize("dag", ["2013-06-01", "2015-06-01", "2021-01-01", "2020-12-04"])
def test_help_in_a_time_without_a_sure_norm_needs_the_amount_itself(dag: str) -> None:
    assert enige(op(dag, hulp=HULP)).ontbreekt == ("schade.posten.huishoudelijke_hulp",)


def test_weeks_of_help_are_seven_days_each() -> None:
    # Four weeks: to 31 December, the last day of the norm.
    assert enige(op("2020-12-03", hulp=HULP)).bedrag == 276


def test_rough_weeks_of_help_wait_for_the_exact_number() -> None:
    regel = enige(op("2018-06-01", hulp=HULP | {"weken": {"van": 2, "tot": 4}}))

    assert regel.ontbreekt == ("gegevens.hulp.weken",)


@pytest.mark.parametrize(
    ("weken", "tabel", "daarna"),
    [
        ("12.9", "890.10", False),
        (13, "897.00", False),
        ("13.1", "897.00", True),
        (30, "897.00", True),
        ({"van": 13, "tot": 20}, "897.00", True),
        ({"van": 13}, "897.00", True),
        ({"van": 10, "tot": 12}, None, False),
        ({"tot": 12}, None, False),
    ],
)
def test_after_thirteen_weeks_the_table_ends_and_the_rest_waits(
    weken: Any, tabel: str | None, *, daarna: bool
) -> None:
    uitkomst = op("2018-06-01", hulp=HULP | {"weken": weken})

    assert uitkomst.regels[0].bedrag == euro(tabel)
    assert [regel.post for regel in uitkomst.regels[1:]] == (
        ["huishoudelijke_hulp_daarna"] if daarna else []
    )
    assert uitkomst.volledig is (tabel is not None and not daarna)


# --- work around the house, study ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("woning", "van", "tot"),
    [
        ({"soort": "vrijstaand", "tuin": True, "eigendom": True}, "778.70", "1556.10"),
        ({"soort": "twee_onder_een_kap", "tuin": False, "eigendom": True}, "299.00", "778.00"),
        ({"soort": "rijtjeshuis", "tuin": True, "eigendom": False}, "239.20", "479.20"),
        ({"soort": "appartement", "tuin": False, "eigendom": False}, "105.00", "273.00"),
    ],
)
def test_work_around_the_house_gives_the_norm_of_a_year_but_waits_for_a_human(
    woning: dict[str, Any], van: str, tot: str
) -> None:
    regel = enige(op("2018-03-01", woning=woning))

    assert (regel.post, regel.status, regel.bedrag) == ("zelfwerkzaamheid", NOG_NODIG, None)
    assert regel.ontbreekt == ("schade.posten.zelfwerkzaamheid",)
    assert regel.model_dump(mode="json")["per_jaar"] == {"van": van, "tot": tot}
    assert regel.bereik is None


@pytest.mark.parametrize(
    ("dag", "woning", "ontbreekt"),
    [
        ("2019-03-01", {"soort": "vrijstaand", "tuin": True, "eigendom": True}, ()),
        (None, {"soort": "vrijstaand", "tuin": True, "eigendom": True}, ()),
        ("2018-03-01", {"soort": "vrijstaand"}, ("tuin", "eigendom")),
        ("2018-03-01", {"soort": "vrijstaand", "tuin": True}, ("eigendom",)),
        ("2018-03-01", {"soort": "vrijstaand", "eigendom": True}, ("tuin",)),
        ("2018-03-01", {"tuin": True, "eigendom": False}, ("soort",)),
    ],
)
def test_without_home_or_year_there_is_no_norm_of_a_year(
    dag: Any, woning: dict[str, Any], ontbreekt: tuple[str, ...]
) -> None:
    regel = enige(op(dag, woning=woning))

    assert regel.per_jaar is None
    assert regel.ontbreekt == (
        *(f"gegevens.woning.{naam}" for naam in ontbreekt),
        "schade.posten.zelfwerkzaamheid",
    )


@pytest.mark.parametrize(
    ("studie", "ontbreekt"),
    [
        ({"soort": "hbo_wo", "maanden": 12}, ()),
        ({"soort": "hbo_wo"}, ("gegevens.studie.maanden",)),
        ({"maanden": 12}, ("gegevens.studie.soort",)),
    ],
)
def test_study_delay_always_waits_for_a_human(
    studie: dict[str, Any], ontbreekt: tuple[str, ...]
) -> None:
    regel = enige(op("2015-03-01", studie=studie))

    assert (regel.post, regel.status, regel.bedrag) == ("studievertraging", NOG_NODIG, None)
    assert regel.ontbreekt == (*ontbreekt, "schade.posten.overig")


# --- why -----------------------------------------------------------------------------------------

WONING = {"soort": "vrijstaand", "tuin": True, "eigendom": True}


@pytest.mark.parametrize(
    ("gegevens", "gezegd"),
    [
        ({"kilometers": 100}, [("norm", {"per_eenheid": "0.26", "aantal": 100})]),
        (
            {"kilometers": {"tot": 10}},
            [("norm", {"per_eenheid": "0.26", "aantal": {"van": 0, "tot": 10}})],
        ),
        ({"kilometers": 2001}, [("boven_km_grens", {"grens": 2000})]),
        (
            {"ziekenhuis_dagen": {"tot": 2}},
            [("norm", {"per_eenheid": "30.00", "aantal": {"van": 0, "tot": 2}})],
        ),
        (
            {"hulp": HULP | {"weken": {"tot": 2}}},
            [
                ("norm", {"per_eenheid": "69.00", "aantal": {"van": 0, "tot": 2}}),
                ("hulp_aandeel", {}),
            ],
        ),
        (
            {"woning": WONING},
            [
                ("zelfwerkzaamheid", {}),
                ("per_jaar", {"bedrag": {"van": "778.70", "tot": "1556.10"}}),
            ],
        ),
        ({"woning": WONING | {"tuin": None}}, [("zelfwerkzaamheid", {})]),
        ({"studie": {"maanden": 3}}, [("studie", {})]),
    ],
)
def test_an_item_says_how_it_was_counted_or_why_it_waits(
    gegevens: dict[str, Any], gezegd: list[tuple[str, dict[str, Any]]]
) -> None:
    regel = enige(op("2018-03-01", **gegevens))

    assert [
        (waarom.sleutel.removeprefix("schadeposten_"), waarom.waarden) for waarom in regel.redenen
    ] == gezegd


def test_after_the_table_the_weeks_it_covers_are_named() -> None:
    daarna = op("2018-06-01", hulp=HULP | {"weken": 14}).regels[1]

    assert [(waarom.sleutel, waarom.waarden) for waarom in daarna.redenen] == [
        ("schadeposten_hulp_na_tabel", {"weken": 13})
    ]
    assert daarna.ontbreekt == ("schade.posten.huishoudelijke_hulp",)


@pytest.mark.parametrize(
    ("dag", "jaar"),
    [("2016-05-01", 2016), ({"van": "2016-05-01", "tot": "2016-06-01"}, None)],
)
def test_a_missing_norm_is_named_by_its_year_when_that_is_exact(
    dag: Any, jaar: int | None
) -> None:
    (waarom,) = enige(op(dag, kilometers=100)).redenen

    assert (waarom.sleutel, waarom.waarden) == ("schadeposten_geen_norm", {"jaar": jaar})


@pytest.mark.parametrize(
    ("totaal", "reden", "waarden"),
    [
        ("250.00", "meer_dan_totaal", {"posten": "300.00", "totaal": "250.00"}),
        ("350.00", "niet_uitgesplitst", {"rest": "50.00"}),
        ({"van": 350}, "niet_uitgesplitst", {"rest": {"van": "50.00", "tot": None}}),
    ],
)
def test_items_beside_a_total_name_both_amounts_or_the_rest(
    totaal: Any, reden: str, waarden: dict[str, Any]
) -> None:
    uitkomst = posten({"schade": {"excl_voertuig": totaal, "posten": {"medisch": 300}}})

    assert [(waarom.sleutel, waarom.waarden) for waarom in uitkomst.redenen] == [
        (f"schadeposten_{reden}", waarden)
    ]


# --- everything together -------------------------------------------------------------------------


def test_items_of_every_kind_add_up_to_the_total() -> None:
    uitkomst = posten(
        {
            "gebeurtenis_datum": "2018-03-01",
            "schade": {"posten": {"medisch": "385.00", "kleding_en_spullen": "120.50"}},
            "gegevens": {"kilometers": 100, "ziekenhuis_dagen": 3, "hulp": HULP},
        }
    )

    assert [(regel.post, regel.bedrag) for regel in uitkomst.regels] == [
        ("medisch", euro("385.00")),
        ("reiskosten", euro("26.00")),
        ("huishoudelijke_hulp", euro("276.00")),
        ("kleding_en_spullen", euro("120.50")),
        ("daggeld_ziekenhuis", euro("90.00")),
    ]
    assert uitkomst.totaal == euro("897.50")
    assert uitkomst.volledig is True
    assert uitkomst.bron == (
        "bw_6_95",
        "letselschaderaad_kilometers",
        "letselschaderaad_huishoudelijke_hulp",
        "letselschaderaad_daggeld",
    )


def test_before_any_norm_nothing_is_computed() -> None:
    uitkomst = posten(
        {"gebeurtenis_datum": "1979-03-01"},
        {"gegevens": {"kilometers": 1, "hulp": HULP, "ziekenhuis_dagen": 1}},
        vandaag=LANG_GELEDEN,
    )

    assert [(regel.post, regel.status) for regel in uitkomst.regels] == [
        ("reiskosten", NOG_NODIG),
        ("huishoudelijke_hulp", NOG_NODIG),
        ("daggeld_ziekenhuis", NOG_NODIG),
    ]


def test_a_weak_find_is_kept_as_a_candidate_and_never_read() -> None:
    namen = [naam for naam in parameters().reeksen if naam.startswith("schadeposten.")]

    assert not [naam for naam in namen if "studievertraging" in naam or "per_uur" in naam]


GETAL = st.integers(min_value=0, max_value=5000)
KANS = st.none()


@given(
    st.dates().map(str) | KANS,
    GETAL | KANS,
    GETAL | KANS,
    st.dictionaries(st.sampled_from(sorted(Posten.model_fields)), GETAL | KANS),
    st.builds(
        lambda weken, personen, kind, zwaar: {
            "weken": weken,
            "personen": personen,
            "kind_onder_5": kind,
            "zwaar": zwaar,
        },
        GETAL | KANS,
        st.integers(min_value=0, max_value=9) | KANS,
        st.booleans() | KANS,
        st.booleans() | KANS,
    ),
)
def test_an_item_has_an_amount_or_says_what_it_waits_for_and_all_amounts_add_up(
    dag: Any, kilometers: Any, dagen: Any, genoemd: Any, hulp: Any
) -> None:
    uitkomst = posten(
        {"gebeurtenis_datum": dag, "schade": {"posten": genoemd}},
        {"gegevens": {"kilometers": kilometers, "ziekenhuis_dagen": dagen, "hulp": hulp}},
    )

    for regel in uitkomst.regels:
        assert (regel.bedrag is None) is (regel.status is NOG_NODIG) is bool(regel.ontbreekt)
        assert (regel.norm is not None) is (regel.status is BEREKEND)
        assert regel.bedrag is None or regel.bedrag >= 0
    bedragen = [regel.bedrag for regel in uitkomst.regels if regel.bedrag is not None]
    assert uitkomst.totaal == (sum(bedragen) if bedragen else None)


# --- what is to be paid --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schade", "pct", "reden", "uitkomst"),
    [
        (6420, 40, None, "3852.00"),
        (6420, 25, "gordel", "4815.00"),
        (6420, 25, "helm", "4815.00"),
        (6420, 0, None, "6420.00"),
        (6420, 100, None, "0.00"),
        ("0.01", 50, None, "0.01"),
        ("1234.56", "33", None, "827.16"),
        (6420, None, None, None),
        (None, 40, None, None),
        (6420, {"van": 20, "tot": 30}, None, None),
        ({"van": 1, "tot": 2}, 0, None, None),
        ({"van": 1, "tot": 2}, 100, None, "0.00"),
    ],
)
def test_what_is_to_be_paid_is_the_damage_less_the_own_share(
    schade: Any, pct: Any, reden: str | None, uitkomst: str | None
) -> None:
    feiten = Feiten.model_validate(
        {
            "schade": {"excl_voertuig": schade},
            "aansprakelijkheid": {"eigen_schuld_pct": pct, "eigen_schuld_reden": reden},
        }
    )

    assert uit_te_keren_schade(feiten) == euro(uitkomst)


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.decimals(min_value=0, max_value=100, places=2),
)
def test_what_is_to_be_paid_lies_between_nothing_and_the_damage(
    schade: Decimal, pct: Decimal
) -> None:
    feiten = Feiten.model_validate(
        {"schade": {"excl_voertuig": schade}, "aansprakelijkheid": {"eigen_schuld_pct": pct}}
    )

    rest = uit_te_keren_schade(feiten)

    assert rest is not None
    assert 0 <= rest <= schade


# --- income --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("feiten", "reden"),
    [
        ({"werk": "loondienst", "ao_dagen": 1}, "schadeposten_inkomen_loondienst"),
        ({"werk": "zelfstandig", "ao_dagen": 1}, "schadeposten_inkomen_zelfstandig"),
        ({"werk": "loondienst", "ao_loopt_nog": True}, "schadeposten_inkomen_loondienst"),
        ({"werk": "loondienst", "ao_dagen": {"van": 1}}, "schadeposten_inkomen_loondienst"),
        ({"werk": "loondienst", "ao_dagen": 0}, None),
        ({"werk": "loondienst", "ao_dagen": {"tot": 9}}, None),
        ({"werk": "loondienst"}, None),
        ({"werk": "geen", "ao_dagen": 9}, None),
        ({"werk": "school", "ao_dagen": 9}, None),
        ({"ao_dagen": 9}, None),
        ({"werk": "loondienst", "ao_dagen": 9, "inkomen": "400.00"}, None),
        ({"werk": "loondienst", "ao_dagen": 9, "inkomen": "0.00"}, None),
    ],
)
def test_income_waits_for_its_amount_where_somebody_with_paid_work_could_not_work(
    feiten: dict[str, Any], reden: str | None
) -> None:
    letsel = {naam: feiten[naam] for naam in ("ao_dagen", "ao_loopt_nog") if naam in feiten}
    gevraagd = posten(
        {"letsel": letsel},
        {"gegevens": {"werk": feiten.get("werk")}},
        {"schade": {"posten": {"inkomen": feiten.get("inkomen")}}},
    )
    open_ = [regel for regel in gevraagd.regels if regel.status is PostStatus.NOG_NODIG]

    assert [(regel.post, regel.ontbreekt, redenen(regel)) for regel in open_] == (
        [] if reden is None else [("inkomen", ("schade.posten.inkomen",), [reden])]
    )


# --- what is to be paid, and why it is not known -------------------------------------------------


@pytest.mark.parametrize(
    ("schade", "deel", "euro_", "reden", "waarden"),
    [
        ("1000.00", 25, "750.00", None, {}),
        ("1000.00", 100, "0.00", None, {}),
        (
            None,
            25,
            None,
            "uit_te_keren_onbekend",
            {"paden": ["schade.excl_voertuig"]},
        ),
        (
            "1000.00",
            None,
            None,
            "uit_te_keren_onbekend",
            {"paden": ["aansprakelijkheid.eigen_schuld_pct"]},
        ),
        (
            "1000.00",
            {"van": 25, "tot": 50},
            None,
            "uit_te_keren_ongeveer",
            {"bedrag": {"van": "500.00", "tot": "750.00"}},
        ),
        (
            {"tot": "1000.00"},
            50,
            None,
            "uit_te_keren_ongeveer",
            {"bedrag": {"van": "0.00", "tot": "500.00"}},
        ),
    ],
)
def test_what_is_to_be_paid_is_an_amount_or_says_why_it_is_none(
    schade: Any, deel: Any, euro_: str | None, reden: str | None, waarden: dict[str, Any]
) -> None:
    feiten = Feiten.model_validate(
        {"schade": {"excl_voertuig": schade}, "aansprakelijkheid": {"eigen_schuld_pct": deel}}
    )
    waarom = over_uit_te_keren(feiten)

    assert uit_te_keren_schade(feiten) == euro(euro_)
    assert [een.sleutel for een in waarom] == ([] if reden is None else [reden])
    assert waarden in ({}, *(een.waarden for een in waarom))
