import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from bot.handoff import CaseFile, summary_json
from bot.handoff.schema import summary_schema
from bot.ports import Conversation, Labels
from bot.script import script
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.session import Session, State
from tests.strategies import gevallen

TEXTS = words()
SCRIPT = script(TEXTS, ())
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SCHEMA = summary_schema()
VALID = Draft202012Validator(SCHEMA)


def told(file: CaseFile) -> Any:
    return json.loads(json.dumps(summary_json(file, SCRIPT, TEXTS)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("who", ["victim", "light", "bereaved"])
def test_a_summary_is_as_the_schema_says(who: str, request: pytest.FixtureRequest) -> None:
    data = told(request.getfixturevalue(who))

    VALID.validate(data)
    assert data.keys() == set(SCHEMA["required"])


def test_a_summary_without_a_key_is_not_as_the_schema_says(light: CaseFile) -> None:
    data = told(light)
    del data["antwoorden"][0]["vraag"]
    data["feiten"]["schade"]["excl_voertuig"] = {"van": "1.00"}

    paths = {tuple(error.absolute_path) for error in VALID.iter_errors(data)}
    assert paths == {("antwoorden", 0), ("feiten", "schade", "excl_voertuig")}


def test_more_keys_are_welcome(light: CaseFile) -> None:
    VALID.validate(told(light) | {"later": 1})


def test_a_reader_learns_that_blocks_are_explained() -> None:
    assert "uitleg" in SCHEMA["$defs"]["Bgk"]["properties"]


@given(facts=gevallen())
@settings(max_examples=25, deadline=None)
def test_whatever_the_rules_come_to_is_as_the_schema_says(facts: Feiten) -> None:
    assessed = beoordeling(facts, TODAY, parameters()).model_dump(mode="json")
    conversation = Conversation(
        id=1,
        channel="web",
        chat_id="somebody",
        case="LW-2026-000001",
        revision=1,
        created_at=AT,
        changed_at=AT,
        labels=Labels(state=State.INTAKE),
        session=Session(beoordeling=assessed),
    )
    data = told(CaseFile(conversation, (), TODAY))
    data["feiten"] = facts.model_dump(mode="json")

    VALID.validate(data)
