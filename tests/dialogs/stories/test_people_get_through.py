"""People whose facts are known walk the whole conversation; everything they told is kept."""

import json
from pathlib import Path
from typing import Any

import pytest

from dialogs.session import State
from tests.person import Person, fact_at

SHARED = Path(__file__).parents[4] / "shared" / "cases" / "people.json"

BASE: dict[str, Any] = {
    "rol": "slachtoffer",
    "gebeurtenis_datum": "2026-06-15",
    "letsel": {
        "herstel_maanden": 2.5,
        "ao_dagen": 12,
        "behandeling": "therapie",
        "complicaties": False,
        "restloos": True,
        "littekens": "geen",
    },
    "schade": {"excl_voertuig": "1200.00"},
    "aansprakelijkheid": {"eigen_schuld_pct": 0},
    "verzekeraar_vraagt_finale_kwijting": False,
    "herstelbemiddeling_gewenst": False,
    "belangenbehartiging": {"soort": "advocaat"},
}
CAUSES = {
    "verkeer": {"verkeer": {"slachtoffer_als": "fietser", "tegenpartij": "motorvoertuig"}},
    "werk": {},
    "dier": {},
    "medisch": {},
    "product": {},
    "beroepsziekte": {},
    "misdrijf": {},
    "overig": {},
}
FAMILY = [
    {"naam": "Kim", "relatie": "levensgezel", "adres": "A", "belangenbehartiger": "X"},
    {"naam": "Bo", "relatie": "minderjarig_kind", "adres": "A", "belangenbehartiger": "X"},
    {"naam": "Lou", "relatie": "meerderjarig_niet_thuiswonend_kind", "adres": "B"},
    {"naam": "Jo", "relatie": "broer_of_zus", "adres": "C", "belangenbehartiger": "Y"},
    {"naam": "Mo", "relatie": "zorg_in_gezinsverband", "ook_broer_of_zus": True, "adres": "A"},
]
RELATIONS = [
    "echtgenoot_of_geregistreerd_partner",
    "levensgezel",
    "minderjarig_kind",
    "meerderjarig_thuiswonend_kind",
    "meerderjarig_niet_thuiswonend_kind",
    "ouder_van_minderjarig_slachtoffer",
    "ouder_van_meerderjarig_thuiswonend_slachtoffer",
    "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer",
    "pleegkind_of_pleegouder",
    "zorg_in_gezinsverband",
    "broer_of_zus",
    "overige_nauwe_persoonlijke_relatie",
]


def kept(person: Person) -> None:
    """Hold every fact that was asked against what stands in the facts now."""
    known = person.talk.feiten.model_dump(mode="json", exclude_none=True)
    for path in dict.fromkeys(person.asked):
        if path.endswith(("[+]", ".adres", ".belangenbehartiger")):
            continue
        told, now = fact_at(person.facts, path), fact_at(known, path)
        if isinstance(told, dict):
            told = {key: value for key, value in told.items() if key != "_zeg"}
        if told not in (None, []):
            assert str(told) == str(now) or float(told) == float(now), path
    ours, theirs = person.facts.get("naasten", []), known.get("naasten", [])
    assert len(ours) == len(theirs)
    for label in ("adres", "belangenbehartiger"):
        for one in range(len(ours)):
            for other in range(one):
                pair = ours[one].get(label), ours[other].get(label)
                if None not in pair and any(path.endswith(label) for path in person.asked):
                    same = theirs[one].get(label) == theirs[other].get(label)
                    assert (pair[0] == pair[1]) == same


@pytest.mark.parametrize("cause", CAUSES)
def test_a_victim_of_any_cause_gets_through_with_everything_kept(cause: str) -> None:
    person = Person({**BASE, "oorzaak": cause, **CAUSES[cause]}).talks()

    assert person.talk.state is State.HANDED_OVER
    assert person.answers <= 28
    kept(person)


@pytest.mark.parametrize("cause", ["verkeer", "misdrijf", "medisch"])
@pytest.mark.parametrize("role", ["naaste", "nabestaande"])
def test_a_family_gets_through_with_everyone_kept(role: str, cause: str) -> None:
    facts = {
        **BASE,
        "rol": role,
        "oorzaak": cause,
        "misdrijf": False,
        "overlijdensdatum": "2026-06-16",
        "naasten": FAMILY,
    }
    person = Person(facts).talks()

    assert person.talk.state is State.HANDED_OVER
    assert person.answers <= 60
    kept(person)


@pytest.mark.parametrize(
    ("role", "relation"),
    [
        *(("nabestaande", relation) for relation in RELATIONS),
        ("slachtoffer", "levensgezel"),
        ("slachtoffer", "meerderjarig_thuiswonend_kind"),
        ("slachtoffer", "zorg_in_gezinsverband"),
    ],
)
def test_every_relation_can_be_told_in_a_few_taps(role: str, relation: str) -> None:
    facts = {"rol": role, "naasten": [{"naam": "Kim", "relatie": relation}]}
    person = Person(facts).talks()

    assert person.talk.feiten.naasten[0].relatie == relation
    assert sum(path == "naasten[0].relatie" for path in person.asked) <= 3


def test_who_knows_nothing_gets_through() -> None:
    person = Person({}).talks()

    assert person.talk.state is State.HANDED_OVER
    assert person.answers <= 28
    kept(person)


def test_a_child_with_a_carer_gets_through() -> None:
    person = Person({**BASE, "oorzaak": "dier", "geboortedatum_slachtoffer": "2014-03-01"}).talks()

    assert person.talk.state is State.HANDED_OVER
    assert "vertegenwoordiger" in person.talk.session.ledger
    kept(person)


def test_a_simple_case_takes_about_twenty_answers_most_of_them_one_tap() -> None:
    person = Person(
        {**BASE, "oorzaak": "overig", "letsel": {**BASE["letsel"], "ao_dagen": 0}}
    ).talks()
    answers = [entry.answer for entry in person.talk.session.ledger.values() if entry.answer]
    typed = [answer for answer in answers if " " in answer.words or answer.words[0].isdigit()]

    assert person.answers <= 23
    assert len(typed) <= 8


def cases() -> list[dict[str, Any]]:
    return json.loads(SHARED.read_text()) if SHARED.exists() else []


@pytest.mark.skipif(not SHARED.exists(), reason=f"{SHARED} is not there")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_the_people_of_the_shared_cases_get_through(case: dict[str, Any]) -> None:
    person = Person(case["feiten"]).talks()

    assert person.talk.state is State.HANDED_OVER
    assert person.answers <= case["max_antwoorden"]
    kept(person)
    outcome = (person.talk.session.beoordeling or {})["classificatie"]
    assert case["uitkomst"] in (None, outcome["uitkomst"])  # type: ignore[call-overload,index]
