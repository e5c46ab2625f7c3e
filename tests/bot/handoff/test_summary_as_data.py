import json
from datetime import date
from typing import Any

import pytest

from bot.handoff import CaseFile, summary_json
from bot.script import script
from bot.sentences.uitleg import met_uitleg
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from tests.people import BEREAVED, VICTIM

TEXTS = words()
SCRIPT = script(TEXTS, ())
TODAY = date(2026, 11, 23)
CASES = ("victim", "light", "bereaved")


@pytest.fixture
def summary(request: pytest.FixtureRequest) -> dict[str, Any]:
    return as_data(request.getfixturevalue(request.param))


def as_data(file: CaseFile) -> dict[str, Any]:
    # As a program gets it: over JSON and back.
    made: dict[str, Any] = json.loads(json.dumps(summary_json(file, SCRIPT, TEXTS)))
    return made


@pytest.mark.parametrize("summary", CASES, indirect=True)
def test_it_holds_what_was_promised_to_programs(summary: dict[str, Any]) -> None:
    promised = {"feiten", "beoordeling", "antwoorden", "contact", "open_punten"}

    assert promised <= summary.keys()
    assert all(
        {"vraag", "fact", "getoond", "antwoord", "op", "kanaal"} <= answer.keys()
        for answer in summary["antwoorden"]
    )


@pytest.mark.parametrize("summary", CASES, indirect=True)
def test_the_facts_assess_to_the_stored_assessment(summary: dict[str, Any]) -> None:
    facts = Feiten.model_validate(summary["feiten"])
    fresh = beoordeling(facts, TODAY, parameters()).model_dump(mode="json")
    with_words = json.loads(json.dumps(met_uitleg(fresh, TEXTS)))

    for block in ("classificatie", "affectieschade", "bgk", "smartengeld"):
        assert summary["beoordeling"][block] == with_words[block]


def test_the_relative_who_types_is_called_so_as_on_the_page(bereaved: CaseFile) -> None:
    subjects = [
        answer["onderwerp"]
        for answer in as_data(bereaved)["antwoorden"]
        if (answer["fact"] or "").startswith("naasten[0].")
    ]

    assert subjects
    assert not [subject for subject in subjects if "naaste 1" in subject.lower()]


def test_what_was_told_stands_among_the_facts(victim: CaseFile, bereaved: CaseFile) -> None:
    told, lost = as_data(victim)["feiten"], as_data(bereaved)["feiten"]

    assert told["letsel"]["ao_dagen"] == VICTIM["letsel"]["ao_dagen"]
    assert told["schade"]["excl_voertuig"] == VICTIM["schade"]["excl_voertuig"]
    assert [one["relatie"] for one in lost["naasten"]] == [
        one["relatie"] for one in BEREAVED["naasten"]
    ]


def test_an_answer_tells_what_was_asked_and_what_was_said(victim: CaseFile) -> None:
    answers = {one["vraag"]: one for one in as_data(victim)["antwoorden"]}

    assert answers["oorzaak"]["getoond"].endswith("?")
    assert answers["oorzaak"]["antwoord"] == "Verkeer"
    assert answers["datum"]["antwoord"] == "15 juni 2026"
    assert answers["datum"]["woorden"] == "2026-06-15"
    assert answers["datum"]["kanaal"] == "web"
    assert answers["verhaal"]["fact"] is None
    assert answers["verhaal"]["antwoord"].startswith("<script>")


def test_a_correction_is_kept_beside_the_answer(victim: CaseFile) -> None:
    answers = {one["vraag"]: one for one in as_data(victim)["antwoorden"]}

    assert answers["ao_dagen"]["antwoord"] == "35 dagen"
    assert [earlier["antwoord"] for earlier in answers["ao_dagen"]["eerder"]] == ["3 dagen"]


def test_the_contact_part_tells_how_to_reach_the_person(victim: CaseFile) -> None:
    assert as_data(victim)["contact"] == {
        "naam": "Sanne Voorbeeld",
        "bereikbaar": "+31612345678",
    }


def test_what_is_not_known_is_an_open_point(bereaved: CaseFile) -> None:
    points = {one["vraag"]: one for one in as_data(bereaved)["open_punten"]}

    assert points["geboortedatum_overledene"]["reden"] == "unknown"
    assert points["geboortedatum_overledene"]["fact"] == "geboortedatum_slachtoffer"


def test_the_conversation_tells_which_button_was_pressed(light: CaseFile) -> None:
    said = [line for line in as_data(light)["gesprek"] if line["wie"] == "melder"]

    assert {"Ja", "Verkeer", "Klopt, stuur door"} <= {
        line["tekst"] for line in said if line["met_knop"]
    }
    assert any(not line["met_knop"] for line in said)


def test_a_conversation_in_which_nothing_was_said_has_a_summary_too(light: CaseFile) -> None:
    empty = light.conversation.model_copy(update={"session": type(light.conversation.session)()})
    made = as_data(CaseFile(empty, (), TODAY))

    assert made["beoordeling"] is None
    assert made["antwoorden"] == made["gesprek"] == []
    assert made["contact"] == {}
