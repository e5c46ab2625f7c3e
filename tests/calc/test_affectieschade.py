"""Affectieschade: every cell of the table, and who is due what."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.affectieschade import Affectieschade, Regel
from calc.affectieschade.regels import RIJEN
from calc.beoordeling import beoordeling
from calc.dated import Parameters, parameters
from calc.feiten import Relatie
from calc.omstandigheden import ernstig_en_blijvend
from tests.zaken import VANDAAG, beoordeeld, lezing, sleutels, tussen, zaak

DEATH: Mapping[str, Any] = {
    "rol": "nabestaande",
    "oorzaak": "verkeer",
    "misdrijf": False,
    "gebeurtenis_datum": "2022-09-03",
    "overlijdensdatum": "2022-09-05",
    "aansprakelijkheid.eigen_schuld_pct": 0,
}
SEVERE: Mapping[str, Any] = {
    "rol": "naaste",
    "oorzaak": "verkeer",
    "misdrijf": False,
    "gebeurtenis_datum": "2024-05-05",
    "letsel.ernstig_en_blijvend": True,
    "aansprakelijkheid.eigen_schuld_pct": 0,
}
COLUMNS: dict[str, Mapping[str, Any]] = {
    "letsel": SEVERE,
    "overlijden": DEATH,
    "letsel_misdrijf": {**SEVERE, "misdrijf": True},
    "overlijden_misdrijf": {**DEATH, "misdrijf": True},
}
CLOSE = ["15000.00", "17500.00", "17500.00", "20000.00"]
LESS_CLOSE = ["12500.00", "15000.00", "15000.00", "17500.00"]
TABLE = {
    "echtgenoot_of_geregistreerd_partner": CLOSE,
    "levensgezel": CLOSE,
    "minderjarig_kind": CLOSE,
    "meerderjarig_thuiswonend_kind": CLOSE,
    "meerderjarig_niet_thuiswonend_kind": LESS_CLOSE,
    "ouder_van_minderjarig_slachtoffer": CLOSE,
    "ouder_van_meerderjarig_thuiswonend_slachtoffer": CLOSE,
    "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer": LESS_CLOSE,
    "pleegkind_of_pleegouder": CLOSE,
    "zorg_in_gezinsverband": CLOSE,
    "overige_nauwe_persoonlijke_relatie": LESS_CLOSE,
}
CELLS = [
    (relation, column, amount)
    for relation, amounts in TABLE.items()
    for column, amount in zip(COLUMNS, amounts, strict=True)
]


def due(base: Mapping[str, Any], *relatives: Any, **facts: Any) -> Affectieschade:
    """Return what relatives are due; a relative is a relation or all their facts."""
    naasten = [one if isinstance(one, dict) else {"relatie": one} for one in relatives]
    return beoordeeld(base, {"naasten": naasten}, facts).affectieschade


def only(found: Affectieschade) -> dict[str, Any]:
    (row,) = found.regels
    return row.model_dump(mode="json")


def total(found: Affectieschade) -> Any:
    return found.model_dump(mode="json")["totaal"]


# --- the table ---


def test_every_relation_but_brothers_and_sisters_has_a_row() -> None:
    assert set(RIJEN) == set(Relatie) - {Relatie.BROER_OF_ZUS}
    assert set(TABLE) == {relation.value for relation in RIJEN}


@pytest.mark.parametrize(("relation", "column", "amount"), CELLS)
def test_every_cell_of_the_table(relation: str, column: str, amount: str) -> None:
    row = only(due(COLUMNS[column], relation))

    judged = relation == "overige_nauwe_persoonlijke_relatie"
    assert row["bedrag"] == (None if judged else amount)
    assert row["bedrag_als_toegekend"] == (amount if judged else None)
    assert row["status"] == ("te_beoordelen" if judged else "vast")


def test_the_worked_example_of_a_family() -> None:
    found = due(
        DEATH,
        "echtgenoot_of_geregistreerd_partner",
        "minderjarig_kind",
        "minderjarig_kind",
        "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer",
        "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer",
    )

    assert total(found) == "82500.00"
    assert found.totaal_inclusief_te_beoordelen == Decimal(82500)


# --- the day ---


@pytest.mark.parametrize(
    ("event", "death", "amount", "status"),
    [
        # A-01: the day of the event decides, not that of the death.
        ("2018-12-31", "2019-01-05", "0.00", "geen"),
        ("2019-01-01", "2019-01-01", "17500.00", "vast"),
        ("2019-01-01", "2026-01-01", "17500.00", "vast"),
        (None, "2022-01-01", None, "te_beoordelen"),
        (tussen("2018-12-01", "2018-12-31"), "2019-01-05", "0.00", "geen"),
        (tussen("2018-12-01", "2019-01-31"), "2019-02-05", None, "te_beoordelen"),
        (tussen("2019-01-01", "2019-01-31"), "2019-02-05", "17500.00", "vast"),
        (tussen("2019-01-01", None), "2025-02-05", "17500.00", "vast"),
        (tussen(None, "2018-12-31"), "2019-02-05", "0.00", "geen"),
        (tussen(None, "2022-12-31"), "2023-02-05", None, "te_beoordelen"),
    ],
)
def test_only_events_under_the_act_count(event: Any, death: str, amount: Any, status: str) -> None:
    row = only(due(DEATH, "levensgezel", gebeurtenis_datum=event, overlijdensdatum=death))

    assert (row["bedrag"], row["status"]) == (amount, status)
    assert row["bedrag_als_toegekend"] == ("17500.00" if status == "te_beoordelen" else None)


def test_before_the_act_nothing_is_due_whether_or_not_relatives_are_listed() -> None:
    for relatives in ((), ("levensgezel", None)):
        found = due(DEATH, *relatives, gebeurtenis_datum="2018-12-31")

        assert found.uitgesloten
        assert total(found) == "0.00"
        assert found.totaal_inclusief_te_beoordelen == 0
        assert {row.status.value for row in found.regels} <= {"geen"}
        assert sleutels(*found.redenen) == ["affectieschade_voor_de_wet"]


def test_an_unknown_day_leaves_a_death_to_be_judged() -> None:
    found = due(DEATH, "levensgezel", gebeurtenis_datum=None)

    assert sleutels(*found.redenen) == ["affectieschade_dag_onbekend", "affectieschade_overlijden"]
    assert total(found) is None
    assert found.totaal_inclusief_te_beoordelen == 17500


# --- the injury ---

SEVERITY: dict[str, tuple[dict[str, Any], str | None, str, str]] = {
    "said so": (
        {"letsel.ernstig_en_blijvend": True},
        "15000.00",
        "vast",
        "ernstig_en_blijvend",
    ),
    "A-03 eighty": ({"letsel.blijvende_invaliditeit_pct": 80}, "15000.00", "vast", "leidraad"),
    "exactly seventy": ({"letsel.blijvende_invaliditeit_pct": 70}, "15000.00", "vast", "leidraad"),
    "almost seventy": (
        {"letsel.blijvende_invaliditeit_pct": "69.99"},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "A-03 forty-five and another person": (
        {"letsel.blijvende_invaliditeit_pct": 45, "letsel.karakterverandering": True},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "A-03 twenty": (
        {"letsel.blijvende_invaliditeit_pct": 20},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "one per cent though denied": (
        {"letsel.ernstig_en_blijvend": False, "letsel.blijvende_invaliditeit_pct": 1},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "said so, with a percentage": (
        {"letsel.ernstig_en_blijvend": True, "letsel.blijvende_invaliditeit_pct": 80},
        "15000.00",
        "vast",
        "ernstig_en_blijvend",
    ),
    "seventy though denied": (
        {"letsel.ernstig_en_blijvend": False, "letsel.blijvende_invaliditeit_pct": 70},
        "15000.00",
        "vast",
        "leidraad",
    ),
    "another person though denied": (
        {"letsel.ernstig_en_blijvend": False, "letsel.karakterverandering": True},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "a range across seventy": (
        {"letsel.blijvende_invaliditeit_pct": tussen(60, 80)},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "a range above seventy": (
        {"letsel.blijvende_invaliditeit_pct": tussen(70, None)},
        "15000.00",
        "vast",
        "leidraad",
    ),
    "perhaps nothing": (
        {"letsel.ernstig_en_blijvend": False, "letsel.blijvende_invaliditeit_pct": tussen(0, 5)},
        None,
        "te_beoordelen",
        "ernst_beoordelen",
    ),
    "nothing known": ({}, None, "te_beoordelen", "ernst_onbekend"),
    "no per cent, else unknown": (
        {"letsel.blijvende_invaliditeit_pct": 0},
        None,
        "te_beoordelen",
        "ernst_onbekend",
    ),
    "same person, else unknown": (
        {"letsel.karakterverandering": False},
        None,
        "te_beoordelen",
        "ernst_onbekend",
    ),
    "A-02 a broken arm": ({"letsel.restloos": True}, "0.00", "geen", "geen_ernstig_letsel"),
    "denied": ({"letsel.ernstig_en_blijvend": False}, "0.00", "geen", "geen_ernstig_letsel"),
    "denied, no per cent": (
        {"letsel.ernstig_en_blijvend": False, "letsel.blijvende_invaliditeit_pct": 0},
        "0.00",
        "geen",
        "geen_ernstig_letsel",
    ),
    "not restloos, else unknown": (
        {"letsel.restloos": False},
        None,
        "te_beoordelen",
        "ernst_onbekend",
    ),
}


@pytest.mark.parametrize(
    ("facts", "amount", "status", "reason"), SEVERITY.values(), ids=SEVERITY.keys()
)
def test_only_severe_and_permanent_injury_counts(
    facts: dict[str, Any], amount: str | None, status: str, reason: str
) -> None:
    base = {**SEVERE, "letsel.ernstig_en_blijvend": None, **facts}

    found = due(base, "ouder_van_minderjarig_slachtoffer")
    row = only(found)

    assert (row["bedrag"], row["status"]) == (amount, status)
    assert row["bedrag_als_toegekend"] == ("15000.00" if status == "te_beoordelen" else None)
    assert found.redenen[0].sleutel == f"affectieschade_{reason}"
    assert found.uitgesloten is (status == "geen")


@pytest.mark.parametrize(("said", "severe"), [(True, True), (False, None), (None, None)])
def test_below_the_guideline_nothing_is_denied_it_is_no_hard_limit(
    *, said: bool | None, severe: bool | None
) -> None:
    facts = {"letsel.ernstig_en_blijvend": said, "letsel.blijvende_invaliditeit_pct": "69.99"}

    assert ernstig_en_blijvend(zaak(facts), lezing()) is severe


def test_a_light_injury_on_an_unknown_day_gives_relatives_nothing() -> None:
    found = due({"letsel.restloos": True}, "levensgezel")

    assert found.uitgesloten
    assert total(found) == "0.00"


def test_without_relatives_nothing_can_be_said_yet() -> None:
    for base in (DEATH, SEVERE, {}):
        found = due(base)

        assert total(found) is None
        assert found.totaal_inclusief_te_beoordelen is None
        assert not found.uitgesloten
        assert "affectieschade_geen_naasten" in sleutels(*found.redenen)


# --- the crime ---


@pytest.mark.parametrize(
    ("cause", "crime", "amount", "reason"),
    [
        ("verkeer", True, "20000.00", "affectieschade_misdrijf"),
        ("verkeer", False, "17500.00", None),
        ("verkeer", None, "17500.00", "affectieschade_misdrijf_onbekend"),
        ("misdrijf", True, "20000.00", "affectieschade_misdrijf"),
        ("misdrijf", None, "20000.00", "affectieschade_misdrijf"),
        ("misdrijf", False, "17500.00", None),
        (None, None, "17500.00", "affectieschade_misdrijf_onbekend"),
    ],
)
def test_a_crime_raises_the_amount_and_doubt_does_not(
    cause: Any, crime: Any, amount: str, reason: str | None
) -> None:
    found = due(DEATH, "levensgezel", oorzaak=cause, misdrijf=crime)

    assert only(found)["bedrag"] == amount
    stated = [key for key in sleutels(*found.redenen) if "misdrijf" in key]
    assert stated == ([reason] if reason else [])


def test_of_a_crime_nothing_is_said_where_nobody_is_due_anything() -> None:
    before, unsure = (
        due(DEATH, "levensgezel", gebeurtenis_datum=day, misdrijf=True)
        for day in ("2018-12-31", None)
    )

    assert "affectieschade_misdrijf" not in sleutels(*before.redenen)
    assert "affectieschade_misdrijf" in sleutels(*unsure.redenen)


# --- why ---


@pytest.mark.parametrize(
    ("facts", "reason", "values"),
    [
        (
            {"gebeurtenis_datum": "2018-12-31"},
            "affectieschade_voor_de_wet",
            {"vanaf": "2019-01-01"},
        ),
        ({"gebeurtenis_datum": None}, "affectieschade_dag_onbekend", {"vanaf": "2019-01-01"}),
        (
            {"letsel.ernstig_en_blijvend": None, "letsel.blijvende_invaliditeit_pct": 80},
            "affectieschade_leidraad",
            {"pct": 80, "leidraad": 70},
        ),
        (
            {"aansprakelijkheid.eigen_schuld_pct": tussen(10, 30)},
            "affectieschade_eigen_schuld",
            {"pct": tussen(10, 30)},
        ),
    ],
)
def test_a_reason_names_the_day_and_the_percentages_it_stands_on(
    facts: dict[str, Any], reason: str, values: dict[str, Any]
) -> None:
    found = due(SEVERE, "levensgezel", **facts)

    assert [why.waarden for why in found.redenen if why.sleutel == reason] == [values]


@pytest.mark.parametrize(
    ("relation", "reason", "values"),
    [
        (None, "naaste_relatie_onbekend", {}),
        ("overige_nauwe_persoonlijke_relatie", "naaste_overige_relatie", {}),
        ("levensgezel", "naaste_levensgezel", {}),
        ("zorg_in_gezinsverband", "naaste_zorg_aantonen", {}),
        ("minderjarig_kind", "naaste_vast_bedrag", {"rij": "minderjarige_kinderen_en_ouders"}),
    ],
)
def test_each_row_says_on_which_relation_it_stands(
    relation: str | None, reason: str, values: dict[str, Any]
) -> None:
    why = due(DEATH, relation).regels[0].redenen[0]

    assert (why.sleutel, why.waarden) == (reason, values)


# --- the relation ---


def test_brothers_and_sisters_are_not_in_the_circle() -> None:
    for base in (DEATH, SEVERE, {**DEATH, "gebeurtenis_datum": None}):
        row = only(due(base, "broer_of_zus"))

        assert (row["bedrag"], row["status"]) == ("0.00", "geen")
        assert row["bedrag_als_toegekend"] is None
        assert [reason["sleutel"] for reason in row["redenen"]] == ["naaste_broer_of_zus"]


def test_only_brothers_and_sisters_add_up_to_nothing_and_name_the_plan() -> None:
    found = due(DEATH, "broer_of_zus")

    assert total(found) == "0.00"
    assert "wetsvoorstel_affectieschade_2025" in found.bron
    assert "wetsvoorstel_affectieschade_2025" in due(DEATH, "levensgezel", "broer_of_zus").bron
    assert "wetsvoorstel_affectieschade_2025" not in due(DEATH, "levensgezel").bron


@pytest.mark.parametrize(
    ("also", "amount", "status", "reason"),
    [
        (None, "17500.00", "vast", "naaste_zorg_aantonen"),
        (False, "17500.00", "vast", "naaste_zorg_aantonen"),
        (True, None, "te_beoordelen", "naaste_zorg_en_broer_of_zus"),
    ],
)
def test_lasting_care_in_the_family(also: Any, amount: Any, status: str, reason: str) -> None:
    # A-07: a grandmother who brings up the child; A-06: a sister who lived with and cared for him.
    row = only(due(DEATH, {"relatie": "zorg_in_gezinsverband", "ook_broer_of_zus": also}))

    assert (row["bedrag"], row["status"]) == (amount, status)
    assert row["bedrag_als_toegekend"] == ("17500.00" if amount is None else None)
    assert [reason["sleutel"] for reason in row["redenen"]] == [reason]


def test_being_a_brother_as_well_counts_only_where_care_is_the_ground() -> None:
    row = only(due(DEATH, {"relatie": "levensgezel", "ook_broer_of_zus": True}))

    assert (row["bedrag"], row["status"]) == ("17500.00", "vast")


def test_a_best_friend_is_judged_by_a_human() -> None:
    found = due(DEATH, "overige_nauwe_persoonlijke_relatie")

    assert only(found)["status"] == "te_beoordelen"
    assert total(found) is None
    assert found.totaal_inclusief_te_beoordelen == 15000


def test_an_unknown_relation_gives_no_number() -> None:
    found = due(DEATH, {"naam": "iemand"})
    row = only(found)

    assert row["bedrag"] is row["bedrag_als_toegekend"] is row["na_schulddeling"] is None
    assert row["status"] == "te_beoordelen"
    assert row["naam"] == "iemand"
    assert total(found) is None
    assert found.totaal_inclusief_te_beoordelen is None


@pytest.mark.parametrize(
    ("relatives", "certain", "at_most"),
    [
        (("levensgezel", "overige_nauwe_persoonlijke_relatie"), "17500.00", "32500.00"),
        (("levensgezel", "broer_of_zus"), "17500.00", "17500.00"),
        (("broer_of_zus", "overige_nauwe_persoonlijke_relatie"), None, "15000.00"),
        (("levensgezel", {"naam": "iemand"}), "17500.00", None),
    ],
)
def test_only_what_is_certain_adds_up(relatives: Any, certain: Any, at_most: Any) -> None:
    found = due(DEATH, *relatives).model_dump(mode="json")

    assert found["totaal"] == certain
    assert found["totaal_inclusief_te_beoordelen"] == at_most


# --- own fault ---


@pytest.mark.parametrize(
    ("share", "after", "reason"),
    [
        # A-10: 25 % of 17.500 off.
        (25, "13125.00", "affectieschade_eigen_schuld"),
        (0, "17500.00", None),
        (100, "0.00", "affectieschade_eigen_schuld"),
        ("33.33", "11667.25", "affectieschade_eigen_schuld"),
        (tussen(10, 30), None, "affectieschade_eigen_schuld"),
        (None, None, "affectieschade_eigen_schuld_onbekend"),
    ],
)
def test_own_fault_leaves_the_fixed_amount_and_shows_the_reduced_one(
    share: Any, after: Any, reason: str | None
) -> None:
    found = due(DEATH, "levensgezel", **{"aansprakelijkheid.eigen_schuld_pct": share})
    row = only(found)

    assert row["bedrag"] == "17500.00"
    assert row["na_schulddeling"] == after
    assert total(found) == "17500.00"
    stated = [key for key in sleutels(*found.redenen) if "schuld" in key]
    assert stated == ([reason] if reason else [])


def test_own_fault_is_spoken_of_only_beside_a_fixed_amount() -> None:
    unknown = {"aansprakelijkheid.eigen_schuld_pct": None}
    judged, beside = (
        due(DEATH, "overige_nauwe_persoonlijke_relatie", *others, **unknown)
        for others in ((), ("levensgezel",))
    )

    assert "affectieschade_eigen_schuld_onbekend" not in sleutels(*judged.redenen)
    assert "affectieschade_eigen_schuld_onbekend" in sleutels(*beside.redenen)


# --- a newer table ---


def with_a_table_of_2026(column: str, amount: Decimal) -> Parameters:
    """Return the parameters as they would be when the amounts rise on 1 January 2026."""
    name = f"affectieschade.levensgezellen.{column}"
    now = parameters()
    (norm,) = now.reeksen[name]
    series = (
        replace(norm, geldig_tot=date(2025, 12, 31)),
        replace(norm, geldig_vanaf=date(2026, 1, 1), waarde=amount),
    )
    return replace(now, reeksen={**now.reeksen, name: series})


@pytest.mark.parametrize(
    ("day", "said", "amount"),
    [
        ("2025-12-31", True, "15000.00"),
        ("2026-01-01", True, "30000.00"),
        ("2025-12-31", None, "15000.00"),
        ("2026-01-01", None, "30000.00"),
        # Fixed, but nobody knows under which table: no amount, and none of today either.
        (tussen("2025-12-01", "2026-01-31"), True, None),
        # To be judged anyway: what it would be if it happened now.
        (tussen("2025-12-01", "2026-01-31"), None, "30000.00"),
    ],
)
def test_a_newer_table_leaves_events_before_it_under_the_old_one(
    day: Any, *, said: bool | None, amount: str | None
) -> None:
    facts = {**SEVERE, "gebeurtenis_datum": day, "letsel.ernstig_en_blijvend": said}
    newer = with_a_table_of_2026("letsel", Decimal(30000))

    row = only(
        beoordeling(
            zaak(facts, naasten=[{"relatie": "levensgezel"}]), VANDAAG, newer
        ).affectieschade
    )

    assert (row["bedrag"] if said and amount else row["bedrag_als_toegekend"]) == amount
    assert row["status"] == ("vast" if said and amount else "te_beoordelen")


# --- the receipt ---


@pytest.mark.parametrize(("day", "old"), [("2025-11-21", False), ("2025-11-22", True)])
def test_amounts_of_events_after_the_last_check_may_be_old(day: str, *, old: bool) -> None:
    found = beoordeeld(
        DEATH,
        {
            "gebeurtenis_datum": day,
            "overlijdensdatum": day,
            "naasten": [{"relatie": "levensgezel"}],
        },
    )
    (row,) = (
        row
        for row in found.herkomst.gelezen
        if row.parameter == "affectieschade.levensgezellen.overlijden"
    )

    assert row.mogelijk_verouderd is old
    assert row.bron == "besluit_affectieschade"


@given(
    st.sampled_from(sorted(COLUMNS)),
    st.lists(st.sampled_from([relation.value for relation in Relatie]), max_size=5),
)
def test_another_relative_never_lowers_the_total(column: str, relations: list[str]) -> None:
    one_more = [*relations, "levensgezel"]

    before, after = due(COLUMNS[column], *relations).totaal, due(COLUMNS[column], *one_more).totaal

    assert after is not None
    assert after >= (before or 0)


@given(st.sampled_from(sorted(RIJEN)))
def test_death_and_crime_never_pay_less(relation: Relatie) -> None:
    rows: list[Regel] = [due(COLUMNS[column], relation.value).regels[0] for column in COLUMNS]
    injury, death, injury_by_crime, death_by_crime = (
        row.bedrag or row.bedrag_als_toegekend or Decimal(0) for row in rows
    )

    assert injury <= death <= death_by_crime
    assert injury <= injury_by_crime <= death_by_crime


@pytest.mark.parametrize("relation", [*Relatie, None])
def test_age_and_address_count_as_they_were_on_the_day_of_the_event(
    relation: Relatie | None,
) -> None:
    found = beoordeeld(
        {"rol": "nabestaande", "gebeurtenis_datum": "2026-01-01"},
        naasten=[{"relatie": relation and relation.value}],
    )
    (row,) = found.affectieschade.regels
    by_age = relation is not None and any(
        part in relation.value for part in ("kind", "ouder_van_") if "pleeg" not in relation.value
    )

    assert ("naaste_op_de_dag" in sleutels(*row.redenen)) is by_age
