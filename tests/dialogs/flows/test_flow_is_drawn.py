"""The graph, the data and the sheet come from the declaration that is played."""

import json
import re

import pytest

from dialogs.conditions import (
    ALWAYS,
    Condition,
    Has,
    IsKnown,
    Not,
    Positive,
    Unless,
    all_of,
    any_of,
    is_,
)
from dialogs.flows.intake import FLOW
from dialogs.inspection.described import Described
from dialogs.inspection.diagram import data, mermaid
from dialogs.inspection.sheet import sheet
from tests.conversation import texts

IDS = [leaf.id for leaf in FLOW.leaves()]
CHART = mermaid(FLOW, texts())
NODE = re.compile(r'^    (\w+)(?:\[|\(|\{)+/?"(.+?)"', re.MULTILINE)
EDGE = re.compile(r"^    (\w+) -->(?:\|(\w+)\|)? (\w+)$", re.MULTILINE)


def test_the_graph_has_a_box_for_everything_and_begins_and_ends() -> None:
    drawn = {name for name, _ in NODE.findall(CHART)}

    assert CHART.startswith("flowchart TD\n")
    assert drawn >= {*IDS, "start", "controle"}
    assert {name for name in drawn if name not in {*IDS, "start", "controle"}} == {
        name for name in drawn if name.startswith("als_")
    }


def test_everything_in_the_graph_can_be_reached_and_leads_to_the_end() -> None:
    edges = [(here, there) for here, _, there in EDGE.findall(CHART)]
    drawn = {name for name, _ in NODE.findall(CHART)}

    def spread(begin: str, steps: list[tuple[str, str]]) -> set[str]:
        seen, left = {begin}, [begin]
        while left:
            here = left.pop()
            fresh = {there for one, there in steps if one == here} - seen
            seen |= fresh
            left += fresh
        return seen

    assert {name for pair in edges for name in pair} == drawn
    assert spread("start", edges) == drawn
    assert spread("controle", [(there, here) for here, there in edges]) == drawn


def test_every_line_of_the_graph_is_a_box_or_an_arrow() -> None:
    lines = CHART.splitlines()[1:]

    assert [line for line in lines if not NODE.match(line) and not EDGE.match(line)] == []


def test_a_condition_has_a_way_past_it() -> None:
    ways = {(here, label) for here, label, _ in EDGE.findall(CHART) if here.startswith("als_")}
    gates = {here for here, _ in ways}

    assert {(gate, label) for gate in gates for label in ("Ja", "Nee")} == ways


def test_the_data_hold_every_question_with_its_texts() -> None:
    told = json.loads(json.dumps(data(FLOW, texts())))

    def leaves(items: list[dict[str, object]]) -> list[str]:
        names = []
        for item in items:
            if item["soort"] == "repeat":
                names += leaves(item["onderdelen"])  # type: ignore[arg-type]
            else:
                names.append(str(item["id"]))
        return names

    assert leaves(told["onderdelen"]) == IDS
    questions = [item for item in told["onderdelen"] if item["soort"] == "question"]
    assert all(item["teksten"]["ask"] for item in questions)
    assert told["versie"] == FLOW.version


def test_the_sheet_holds_every_sentence_that_is_said() -> None:
    page = sheet(FLOW, texts())

    for question in FLOW.questions():
        assert f"### {question.id}\n" in page
        assert texts().raw(f"vraag.{question.id}.ask").splitlines()[0] in page
    for name in (leaf.id for leaf in FLOW.leaves() if leaf.kind_of_item == "explanation"):
        assert texts().raw(f"uitleg.{name}").splitlines()[0] in page


@pytest.mark.parametrize(
    ("condition", "phrase"),
    [
        (ALWAYS, ""),
        (is_("rol", "naaste"), "'Wie u bent' is 'Mijn naaste is gewond'"),
        (
            is_("oorzaak", "dier", "overig"),
            "'Oorzaak' is 'Een dier' of 'Iets anders'",
        ),
        (is_("misdrijf", True), "'Misdrijf' is 'Ja'"),
        (IsKnown(path="misdrijf"), "'Misdrijf' is bekend"),
        (Positive(path="schade.voertuig"), "'Schade aan voertuig' is meer dan nul"),
        (Not(of=is_("misdrijf", True)), "niet ('Misdrijf' is 'Ja')"),
        (Not(of=ALWAYS), ""),
        (Unless(certain=is_("misdrijf", True)), "niet zeker is dat 'Misdrijf' is 'Ja'"),
        (Has(path="alarmen", member="geweld"), "de lijst van alarmen bevat 'geweld'"),
        (
            Has(path="antwoord.posten", member="medisch"),
            "'Soorten kosten' bevat 'Dokter en medicijnen'",
        ),
        (is_("onbekend.pad", "x"), "onbekend.pad is 'x'"),
        (
            all_of(
                is_("misdrijf", True), any_of(is_("oorzaak", "dier"), IsKnown(path="misdrijf"))
            ),
            "'Misdrijf' is 'Ja' en ('Oorzaak' is 'Een dier' of 'Misdrijf' is bekend)",
        ),
        (all_of(ALWAYS, any_of(is_("misdrijf", False))), "'Misdrijf' is 'Nee'"),
    ],
)
def test_conditions_are_written_with_the_names_of_the_questions(
    condition: Condition, phrase: str
) -> None:
    assert Described(FLOW, texts())(condition) == phrase
