"""What must be true once a story was told: kept as told, assessed as told, and shown as meant."""

import json
import re
from typing import Any

from bot.handoff import CaseFile, summary_json
from bot.sentences.uitleg import met_uitleg
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.flows.intake import FLOW
from dialogs.tree import Tree, look, put
from dialogs.walk import walk
from tests.stories.by_engine import played
from tests.stories.seat import bare
from tests.stories.story import TODAY, Story
from tests.stories.teller import Teller

# A sentence that begins right after another one.
GLUED = re.compile(r"[a-z)][.?!:][A-Z]\S*")
# Told to everyone, at the beginning and at the end.
_FOR_ALL = {"welkom", "privacy", "controle.overzicht"}


async def ended_well(teller: Teller) -> None:
    """Hold everything that came of a story against what was meant."""
    file = await teller.seat.file()
    session, labels, ends = file.conversation.session, file.conversation.labels, teller.story.ends

    kept_as_told(teller.story, file)
    summed_up(teller.story, file)
    assessed_as_told(file)

    assert labels.process_code == ends.code
    assert {path: look(session.beoordeling, path) for path in ends.outcome} == ends.outcome
    assert labels.signals == ends.signals
    assert tuple(raised.alarm for raised in session.alarms) == ends.alarms
    assert labels.urgency == ends.urgency
    assert set(session.explained) - _FOR_ALL == ends.explained
    assert teller.answers <= ends.answers
    assert GLUED.findall(teller.words) == []
    read = bare(teller.words)
    assert [phrase for phrase in ends.read if bare(phrase) not in read] == []
    assert [phrase for phrase in ends.never if bare(phrase) in read] == []


def kept_as_told(story: Story, file: CaseFile) -> None:
    """Hold the facts against the table: all that was told, and nothing else."""
    now = walk(FLOW, file.conversation.session, TODAY).picture.feiten()
    assert grouped(now.model_dump(mode="json", exclude_none=True)) == grouped(meant(story))


def meant(story: Story) -> Tree:
    """Return the facts of a story as the rules read them."""
    tree: Tree = {}
    for path, told in story.told.items():
        if is_fact(path) and told.value is not None:
            put(tree, path, told.value)
    for path, value in story.ends.also.items():
        put(tree, path, value)
    return Feiten.model_validate(tree).model_dump(mode="json", exclude_none=True)


def is_fact(path: str) -> bool:
    """Tell whether a line of the table is a fact: a question without one stands there by id."""
    ids = {question.id for question in FLOW.questions()}
    facts = {question.fact for question in FLOW.questions()}
    return path not in ids - facts and path != "schade.posten"


def grouped(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the facts with labels that only tell which ones are the same."""
    for label in ("adres", "belangenbehartiger"):
        seen: list[Any] = []
        for member in facts.get("naasten", ()):
            if label in member:
                if member[label] not in seen:
                    seen.append(member[label])
                member[label] = seen.index(member[label])
    return facts


def summed_up(story: Story, file: CaseFile) -> None:
    """Hold the summary against the table: every answer is there, with where it came from."""
    summary = json.loads(json.dumps(summary_json(file, played(), words())))
    known = Feiten.model_validate(summary["feiten"]).model_dump(mode="json", exclude_none=True)
    assert grouped(known) == grouped(meant(story))
    answers = {answer["fact"] or answer["vraag"]: answer for answer in summary["antwoorden"]}
    for path, told in story.told.items():
        if told.value is None:
            continue
        answer = answers[path]
        assert answer["kanaal"] == file.conversation.channel
        assert answer["op"].startswith(TODAY.isoformat())
        assert answer["antwoord"]
        assert answer["status"] == "answered"
        assert is_fact(path) or path == "schade.posten" or answer["waarde"] == told.value
    for path in story.corrects:
        assert answers[path]["eerder"]
    assert {point["vraag"] for point in summary["open_punten"]} == story.ends.open_points
    assert summary["urgentie"] == story.ends.urgency
    assert [one["alarm"] for one in summary["alarmen"]] == list(story.ends.alarms)
    contact = {"contact_naam": "naam", "contact_bereikbaar": "bereikbaar"}
    assert summary["contact"] == {
        name: story.known(question) for question, name in contact.items()
    }
    stored = file.conversation.session.beoordeling
    assert stored is not None
    assert summary["beoordeling"] == json.loads(json.dumps(met_uitleg(stored, words())))


def assessed_as_told(file: CaseFile) -> None:
    """Hold the stored assessment against the rules, applied to the same facts."""
    session = file.conversation.session
    facts = walk(FLOW, session, TODAY).picture.feiten()
    fresh = beoordeling(facts, TODAY, parameters(), flow_versie=FLOW.version)
    assert session.beoordeling == fresh.model_dump(mode="json")
