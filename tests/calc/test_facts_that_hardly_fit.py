"""Each sort of contradiction is found, named with its facts, and has words for everyone."""

from datetime import date
from typing import Any

import pytest

from bot.sentences.words import words
from calc.tegenspraak import REDENEN, tegenspraak
from tests.zaken import beoordeeld, tussen, zaak

TODAY = date(2026, 11, 23)
TEXTS = words()
VOLWASSEN = {"gebeurtenis_datum": "2026-01-05", "geboortedatum_slachtoffer": "1983-01-05"}
MINDERJARIG = {"gebeurtenis_datum": "2026-01-05", "geboortedatum_slachtoffer": "2012-01-05"}

SAID: dict[str, dict[str, Any]] = {
    "slachtoffer_overleden": {"rol": "slachtoffer", "overlijdensdatum": "2026-05-01"},
    "overleden_en_hersteld": {"rol": "nabestaande", "letsel.restloos": True},
    "misdrijf": {"oorzaak": "misdrijf", "misdrijf": False},
    "geboren_na_gebeurtenis": {
        "gebeurtenis_datum": "2026-01-05",
        "geboortedatum_slachtoffer": "2026-01-06",
    },
    "restloos_en_blijvend": {"letsel.restloos": True, "letsel.blijvende_invaliditeit_pct": 10},
    "ziek_na_herstel": {
        "gebeurtenis_datum": "2026-01-05",
        "letsel.herstel_maanden": 2,
        "letsel.ao_loopt_nog": True,
    },
    # Healed after two weeks, and ninety days without work.
    "ao_langer_dan_herstel": {"letsel.herstel_maanden": "0.5", "letsel.ao_dagen": 90},
    "geen_dag_maar_loopt_nog": {"letsel.ao_dagen": 0, "letsel.ao_loopt_nog": True},
    "geen_behandeling_maar_ziekenhuis": {
        "letsel.behandeling": "huisarts",
        "gegevens.ziekenhuis_dagen": 2,
    },
    "posten_meer_dan_totaal": {
        "schade.excl_voertuig": "500.00",
        "schade.posten.medisch": "300.00",
        "schade.posten.reiskosten": tussen("200.01", "250.00"),
    },
    "eerder_meer_dan_totaal": {
        "eerdere_regeling.schade": "500.01",
        "schade.excl_voertuig": "500.00",
    },
    "geen_werk_maar_inkomen": {"gegevens.werk": "pensioen", "schade.posten.inkomen": "100.00"},
    "werk_maar_geen_werk": {"oorzaak": "werk", "gegevens.werk": "geen"},
    "alleen_met_kind": {"gegevens.hulp.personen": 1, "gegevens.hulp.kind_onder_5": True},
    "gordel_past_niet": {
        "verkeer.slachtoffer_als": "fietser",
        "aansprakelijkheid.eigen_schuld_reden": "gordel",
    },
    "helm_past_niet": {
        "verkeer.slachtoffer_als": "auto_bestuurder",
        "aansprakelijkheid.eigen_schuld_reden": "helm",
    },
    "erkend_met_alle_schuld": {
        "aansprakelijkheid.stand": "erkend",
        "aansprakelijkheid.eigen_schuld_pct": 100,
    },
    "afgewezen_maar_akkoord": {
        "aansprakelijkheid.stand": "afgewezen",
        "aansprakelijkheid.overeengekomen_pct": 1,
    },
    "gesteld_na_regeling": {
        "regeling_datum": "2026-05-01",
        "aansprakelijkheid.gesteld_op": "2026-05-02",
    },
    "geen_helper_maar_soort": {
        "belangenbehartiging.heeft": False,
        "belangenbehartiging.tweede": True,
    },
    "meer_partners": {
        "naasten": [
            {"relatie": "levensgezel"},
            {"relatie": "echtgenoot_of_geregistreerd_partner"},
        ]
    },
    "leeftijd_slachtoffer": {
        **VOLWASSEN,
        "naasten": [{"relatie": "ouder_van_minderjarig_slachtoffer"}],
    },
    "gezin_van_minderjarige": {**MINDERJARIG, "naasten": [{"relatie": "minderjarig_kind"}]},
    "jaar_dubbel": {"gezin.jaren": [{"jaar": 2026}, {"jaar": 2027}, {"jaar": 2026}]},
}
# The same stories, told so that they can be true.
FITTING: tuple[dict[str, Any], ...] = (
    {},
    {"rol": "nabestaande", "overlijdensdatum": "2026-05-01"},
    {"rol": "nabestaande", "letsel.herstel_maanden": tussen(7, None)},
    {"oorzaak": "misdrijf"},
    {
        "gebeurtenis_datum": "2026-01-05",
        "geboortedatum_slachtoffer": tussen("2026-01-05", "2026-02-01"),
    },
    {
        "letsel.restloos": True,
        "letsel.blijvende_invaliditeit_pct": 0,
        "letsel.ernstig_en_blijvend": False,
    },
    {"letsel.restloos": True, "letsel.blijvende_invaliditeit_pct": tussen(None, 10)},
    {
        "gebeurtenis_datum": "2026-09-05",
        "letsel.herstel_maanden": 2,
        "letsel.ao_loopt_nog": True,
        "letsel.ao_dagen": 60,
    },
    {"letsel.behandeling": "ziekenhuis", "gegevens.ziekenhuis_dagen": 2},
    {
        "schade.excl_voertuig": "500.00",
        "schade.posten.medisch": "300.00",
        "schade.posten.reiskosten": "200.00",
    },
    {"schade.posten.medisch": "300.00"},
    {"eerdere_regeling.schade": "500.00", "schade.excl_voertuig": "500.00"},
    {"eerdere_regeling.schade": tussen("400.00", "600.00"), "schade.excl_voertuig": "500.00"},
    {"eerdere_regeling.schade": "500.00", "schade.excl_voertuig": tussen("100.00", None)},
    {"eerdere_regeling.schade": "500.00"},
    {"schade.excl_voertuig": "500.00"},
    {"letsel.ao_dagen": 1, "letsel.ao_loopt_nog": True},
    {"letsel.ao_dagen": tussen(0, 3), "letsel.ao_loopt_nog": True},
    {"letsel.ao_dagen": 0, "letsel.ao_loopt_nog": False},
    {"letsel.ao_loopt_nog": True},
    {"oorzaak": "werk", "gegevens.werk": "loondienst"},
    # Somebody at school may be hurt at work as well.
    {"oorzaak": "werk", "gegevens.werk": "school"},
    {"oorzaak": "dier", "gegevens.werk": "geen"},
    {"aansprakelijkheid.stand": "afgewezen", "aansprakelijkheid.overeengekomen_pct": 0},
    {"aansprakelijkheid.stand": "gedeeltelijk", "aansprakelijkheid.overeengekomen_pct": 50},
    {"aansprakelijkheid.stand": "afgewezen"},
    {"letsel.restloos": False, "letsel.karakterverandering": True},
    {"letsel.restloos": True, "letsel.karakterverandering": False},
    {"gegevens.werk": "geen", "schade.posten.inkomen": "0.00"},
    {"gegevens.hulp.personen": 2, "gegevens.hulp.kind_onder_5": True},
    {
        "verkeer.slachtoffer_als": "bromfiets",
        "aansprakelijkheid.eigen_schuld_reden": "helm",
    },
    {
        "verkeer.slachtoffer_als": "auto_passagier",
        "aansprakelijkheid.eigen_schuld_reden": "gordel",
    },
    # A share of one's own stands beside a liability that is accepted.
    {"aansprakelijkheid.stand": "erkend", "aansprakelijkheid.eigen_schuld_pct": 99},
    {"aansprakelijkheid.stand": "afgewezen", "aansprakelijkheid.eigen_schuld_pct": 100},
    {"regeling_datum": "2026-05-01", "aansprakelijkheid.gesteld_op": "2026-05-01"},
    {"belangenbehartiging.heeft": True, "belangenbehartiging.soort": "advocaat"},
    {"naasten": [{"relatie": "levensgezel"}, {"relatie": "minderjarig_kind"}, {}]},
    {**MINDERJARIG, "naasten": [{"relatie": "ouder_van_minderjarig_slachtoffer"}]},
    {
        **VOLWASSEN,
        "naasten": [
            {"relatie": "minderjarig_kind"},
            {"relatie": "ouder_van_meerderjarig_thuiswonend_slachtoffer"},
        ],
    },
    {"naasten": [{"relatie": "ouder_van_minderjarig_slachtoffer"}]},
    {"gezin.jaren": [{"jaar": 2026}, {"jaar": 2027}]},
)


def named(facts: dict[str, Any]) -> tuple[str, ...]:
    return tuple(found.reden for found in tegenspraak(zaak(facts), TODAY))


def test_every_sort_is_tried() -> None:
    assert tuple(SAID) == REDENEN


@pytest.mark.parametrize("name", SAID)
def test_what_can_hardly_be_true_together_is_named(name: str) -> None:
    assert named(SAID[name]) == (name,)


@pytest.mark.parametrize("facts", FITTING)
def test_what_fits_or_is_unknown_contradicts_nothing(facts: dict[str, Any]) -> None:
    assert named(facts) == ()


EVENT, RECOVERY, DAYS = "gebeurtenis_datum", "letsel.herstel_maanden", "letsel.ao_dagen"
STILL_ILL = {"letsel.ao_loopt_nog": True, RECOVERY: 9}
TOTAL, CARE = "schade.excl_voertuig", "schade.posten.medisch"
RIDES, BLAME = "verkeer.slachtoffer_als", "aansprakelijkheid.eigen_schuld_reden"
SHARE = "aansprakelijkheid.eigen_schuld_pct"
PERSONS, SMALL = "gegevens.hulp.personen", "gegevens.hulp.kind_onder_5"

# On both sides of where it begins to hardly fit.
EDGES: list[tuple[str, dict[str, Any], bool]] = [
    # Nine months of recovery and one to spare end on the day of today, or the day before.
    ("ziek_na_herstel", {EVENT: "2026-01-23", **STILL_ILL}, False),
    ("ziek_na_herstel", {EVENT: "2026-01-22", **STILL_ILL}, True),
    ("ziek_na_herstel", {EVENT: tussen("2026-01-01", "2026-01-23"), **STILL_ILL}, False),
    ("ziek_na_herstel", {EVENT: tussen(None, "2026-01-22"), **STILL_ILL}, True),
    ("ziek_na_herstel", {EVENT: tussen("2026-01-01", None), **STILL_ILL}, False),
    ("ziek_na_herstel", {EVENT: "2026-01-22", **STILL_ILL, RECOVERY: "9.9"}, True),
    ("ziek_na_herstel", {EVENT: "2026-01-22", **STILL_ILL, RECOVERY: tussen(1, 9)}, True),
    ("ziek_na_herstel", {EVENT: "2026-01-22", **STILL_ILL, RECOVERY: tussen(1, 10)}, False),
    ("ziek_na_herstel", {EVENT: "2026-01-22", **STILL_ILL, RECOVERY: tussen(1, None)}, False),
    ("ziek_na_herstel", {EVENT: "2026-01-22", RECOVERY: 9, "letsel.ao_loopt_nog": False}, False),
    # No two months hold more than 62 days.
    ("ao_langer_dan_herstel", {RECOVERY: 2, DAYS: 62}, False),
    ("ao_langer_dan_herstel", {RECOVERY: 2, DAYS: 63}, True),
    ("ao_langer_dan_herstel", {RECOVERY: tussen(1, 2), DAYS: tussen(63, None)}, True),
    ("ao_langer_dan_herstel", {RECOVERY: tussen(1, 2), DAYS: tussen(62, 90)}, False),
    ("ao_langer_dan_herstel", {RECOVERY: tussen(1, None), DAYS: 90}, False),
    ("ao_langer_dan_herstel", {RECOVERY: 2, DAYS: tussen(None, 90)}, False),
    ("posten_meer_dan_totaal", {TOTAL: "500.00", CARE: "500.00"}, False),
    ("posten_meer_dan_totaal", {TOTAL: "500.00", CARE: "500.01"}, True),
    ("posten_meer_dan_totaal", {TOTAL: tussen(100, 500), CARE: 500}, False),
    ("posten_meer_dan_totaal", {TOTAL: tussen(None, 500), CARE: tussen("500.01", None)}, True),
    ("posten_meer_dan_totaal", {TOTAL: tussen(100, None), CARE: 500}, False),
    ("posten_meer_dan_totaal", {TOTAL: 500, CARE: tussen(400, 900)}, False),
    ("posten_meer_dan_totaal", {TOTAL: 500, CARE: tussen(None, 900)}, False),
    ("geen_werk_maar_inkomen", {"gegevens.werk": "geen", "schade.posten.inkomen": "0.01"}, True),
    (
        "geen_werk_maar_inkomen",
        {"gegevens.werk": "geen", "schade.posten.inkomen": tussen(None, 9)},
        False,
    ),
    (
        "geen_werk_maar_inkomen",
        {"gegevens.werk": "loondienst", "schade.posten.inkomen": 100},
        False,
    ),
    (
        "geen_behandeling_maar_ziekenhuis",
        {"letsel.behandeling": "geen", "gegevens.ziekenhuis_dagen": 1},
        True,
    ),
    (
        "geen_behandeling_maar_ziekenhuis",
        {"letsel.behandeling": "geen", "gegevens.ziekenhuis_dagen": 0},
        False,
    ),
    ("geen_behandeling_maar_ziekenhuis", {"gegevens.ziekenhuis_dagen": 1}, False),
    ("geen_behandeling_maar_ziekenhuis", {"letsel.behandeling": "therapie"}, False),
    ("alleen_met_kind", {PERSONS: tussen(0, 1), SMALL: True}, True),
    ("alleen_met_kind", {PERSONS: tussen(1, 2), SMALL: True}, False),
    ("alleen_met_kind", {PERSONS: 1, SMALL: False}, False),
    ("alleen_met_kind", {SMALL: True}, False),
    *(
        ("gordel_past_niet", {RIDES: who, BLAME: "gordel"}, True)
        for who in ("voetganger", "motor")
    ),
    *(("gordel_past_niet", {RIDES: who, BLAME: "gordel"}, False) for who in ("anders", None)),
    ("gordel_past_niet", {RIDES: "auto_bestuurder", BLAME: "gordel"}, False),
    ("gordel_past_niet", {RIDES: "fietser", BLAME: "anders"}, False),
    *(
        ("helm_past_niet", {RIDES: who, BLAME: "helm"}, True)
        for who in ("voetganger", "auto_passagier")
    ),
    *(
        ("helm_past_niet", {RIDES: who, BLAME: "helm"}, False)
        for who in ("motor", "fietser", None)
    ),
    ("helm_past_niet", {RIDES: "voetganger", BLAME: "anders"}, False),
    ("erkend_met_alle_schuld", {"aansprakelijkheid.stand": "erkend", SHARE: "99.99"}, False),
    (
        "erkend_met_alle_schuld",
        {"aansprakelijkheid.stand": "erkend", SHARE: tussen(50, 100)},
        False,
    ),
    (
        "erkend_met_alle_schuld",
        {"aansprakelijkheid.stand": "erkend", SHARE: tussen(100, None)},
        True,
    ),
    ("erkend_met_alle_schuld", {"aansprakelijkheid.stand": "gedeeltelijk", SHARE: 100}, False),
    (
        "gesteld_na_regeling",
        {
            "regeling_datum": tussen("2026-04-01", "2026-05-01"),
            "aansprakelijkheid.gesteld_op": tussen("2026-05-02", None),
        },
        True,
    ),
    (
        "gesteld_na_regeling",
        {
            "regeling_datum": tussen("2026-04-01", "2026-05-01"),
            "aansprakelijkheid.gesteld_op": tussen("2026-05-01", "2026-05-09"),
        },
        False,
    ),
    (
        "gesteld_na_regeling",
        {
            "regeling_datum": tussen("2026-04-01", None),
            "aansprakelijkheid.gesteld_op": "2026-05-02",
        },
        False,
    ),
    (
        "gesteld_na_regeling",
        {
            "regeling_datum": "2026-05-01",
            "aansprakelijkheid.gesteld_op": tussen(None, "2026-05-09"),
        },
        False,
    ),
    ("geen_helper_maar_soort", {"belangenbehartiging.tweede": True}, False),
    (
        "geen_helper_maar_soort",
        {"belangenbehartiging.heeft": False, "belangenbehartiging.tweede": False},
        False,
    ),
    ("overleden_en_hersteld", {"rol": "nabestaande", "letsel.restloos": False}, False),
    ("overleden_en_hersteld", {"rol": "naaste", "letsel.restloos": True}, False),
    ("misdrijf", {"oorzaak": "verkeer", "misdrijf": False}, False),
    ("slachtoffer_overleden", {"rol": "slachtoffer"}, False),
    (
        "restloos_en_blijvend",
        {"letsel.restloos": False, "letsel.ernstig_en_blijvend": True},
        False,
    ),
    ("restloos_en_blijvend", {"letsel.restloos": True}, False),
    ("meer_partners", {"naasten": [{"relatie": "levensgezel"}] * 2}, True),
    ("gezin_van_minderjarige", {**MINDERJARIG, "naasten": [{"relatie": "levensgezel"}]}, True),
    ("gezin_van_minderjarige", {**MINDERJARIG, "naasten": [{"relatie": "broer_of_zus"}]}, False),
    *(
        ("gezin_van_minderjarige", {**MINDERJARIG, "naasten": [{"relatie": child}]}, True)
        for child in ("meerderjarig_thuiswonend_kind", "meerderjarig_niet_thuiswonend_kind")
    ),
    *(
        ("leeftijd_slachtoffer", {**MINDERJARIG, "naasten": [{"relatie": parent}]}, True)
        for parent in (
            "ouder_van_meerderjarig_thuiswonend_slachtoffer",
            "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer",
        )
    ),
    (
        "leeftijd_slachtoffer",
        {"naasten": [{"relatie": "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer"}]},
        False,
    ),
]


@pytest.mark.parametrize(
    ("name", "facts", "odd"),
    EDGES,
    ids=[f"{name}-{number}" for number, (name, *_) in enumerate(EDGES)],
)
def test_it_is_named_only_where_all_of_a_range_hardly_fits(
    name: str, facts: dict[str, Any], *, odd: bool
) -> None:
    assert (name in named(facts)) is odd


@pytest.mark.parametrize(
    ("facts", "paths"),
    [
        (
            {"overlijdensdatum": "2026-05-01", "letsel.ao_loopt_nog": True, RECOVERY: 2},
            ("overlijdensdatum", "letsel.ao_loopt_nog", RECOVERY),
        ),
        ({"rol": "nabestaande", "letsel.restloos": True}, ("rol", "letsel.restloos")),
        (
            {
                "letsel.restloos": True,
                "letsel.ernstig_en_blijvend": True,
                "letsel.blijvende_invaliditeit_pct": 1,
            },
            ("letsel.restloos", "letsel.ernstig_en_blijvend", "letsel.blijvende_invaliditeit_pct"),
        ),
        (
            {
                "belangenbehartiging.heeft": False,
                "belangenbehartiging.soort": "advocaat",
                "belangenbehartiging.tweede": True,
            },
            (
                "belangenbehartiging.heeft",
                "belangenbehartiging.soort",
                "belangenbehartiging.tweede",
            ),
        ),
        (SAID["posten_meer_dan_totaal"], (TOTAL, CARE, "schade.posten.reiskosten")),
        (SAID["ziek_na_herstel"], (RECOVERY, "letsel.ao_loopt_nog")),
        (SAID["ao_langer_dan_herstel"], (DAYS, RECOVERY)),
        (SAID["leeftijd_slachtoffer"], ("geboortedatum_slachtoffer", "naasten[0].relatie")),
        (SAID["gezin_van_minderjarige"], ("geboortedatum_slachtoffer", "naasten[0].relatie")),
        (SAID["jaar_dubbel"], ("gezin.jaren[0].jaar", "gezin.jaren[2].jaar")),
        (SAID["meer_partners"], ("naasten[0].relatie", "naasten[1].relatie")),
    ],
    ids=str,
)
def test_all_facts_of_a_contradiction_are_pointed_at_in_order(
    facts: dict[str, Any], paths: tuple[str, ...]
) -> None:
    (found,) = tegenspraak(zaak(facts), TODAY)

    assert found.paden == paths


@pytest.mark.parametrize("name", SAID)
def test_the_facts_that_hardly_fit_are_pointed_at(name: str) -> None:
    (found,) = tegenspraak(zaak(SAID[name]), TODAY)
    known = zaak(SAID[name]).model_dump(mode="json")

    # One relative or one person alone can be at odds with nobody.
    assert len(found.paden) > 1
    assert [path for path in found.paden if at(known, path) is None] == []


@pytest.mark.parametrize(
    "stays",
    [
        {"letsel.ernstig_en_blijvend": True},
        {"letsel.blijvende_invaliditeit_pct": tussen(1, 9)},
        {"letsel.karakterverandering": True},
    ],
)
def test_nothing_that_stays_fits_a_full_recovery(stays: dict[str, Any]) -> None:
    (found,) = tegenspraak(zaak({"letsel.restloos": True}, stays), TODAY)

    assert found.reden == "restloos_en_blijvend"
    assert found.paden == ("letsel.restloos", *stays)


def test_the_relatives_that_hardly_fit_are_pointed_at_one_by_one() -> None:
    naasten = [
        {"relatie": "ouder_van_meerderjarig_thuiswonend_slachtoffer"},
        {"relatie": "broer_of_zus"},
        {"relatie": "ouder_van_minderjarig_slachtoffer"},
    ]
    (found,) = tegenspraak(zaak({"naasten": naasten}), TODAY)

    assert found.reden == "leeftijd_slachtoffer"
    assert found.paden == ("naasten[2].relatie", "naasten[0].relatie")


def test_a_parent_of_an_adult_does_not_fit_a_child() -> None:
    parent = {"relatie": "ouder_van_meerderjarig_thuiswonend_slachtoffer"}

    assert named({**MINDERJARIG, "naasten": [parent]}) == ("leeftijd_slachtoffer",)


@pytest.mark.parametrize("name", REDENEN)
def test_every_contradiction_is_asked_kindly_and_told_to_the_handler(name: str) -> None:
    facts = zaak(SAID[name]).model_dump(mode="json")
    asked = TEXTS(f"tegenspraak.{name}", feiten=facts)

    assert asked.count("Klopt dat?") == 1
    assert "onbekend" not in asked
    assert f"balie.tegenspraak.{name}" in TEXTS


def test_the_assessment_holds_what_hardly_fits_and_changes_nothing_for_it() -> None:
    odd = beoordeeld(SAID["alleen_met_kind"], today=TODAY)

    assert odd.model_dump(mode="json")["tegenspraak"] == [
        {
            "reden": "alleen_met_kind",
            "paden": ["gegevens.hulp.personen", "gegevens.hulp.kind_onder_5"],
        }
    ]
    assert beoordeeld(today=TODAY).tegenspraak == ()


def at(known: Any, path: str) -> Any:
    for step in path.replace("[", ".").replace("]", "").split("."):
        known = known[int(step)] if step.isdigit() else known[step]
    return known
