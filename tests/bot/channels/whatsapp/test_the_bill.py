"""What a whole conversation costs: every message to a person is billed by itself."""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.parts import Parts
from bot.ports import Outgoing
from dialogs.events import Act, Chose, Commanded, Said
from dialogs.session import State
from tests.loopback.whatsapp import CloudApi, cloud_api
from tests.people import BEREAVED, LIGHT, VICTIM, Person
from tests.whatsapp import PERSON, conversation, lines, program

MOST_MESSAGES = 30
CASES = Path(__file__).parents[5] / "shared" / "cases" / "people.json"


async def seen(parts: Parts) -> Outgoing:
    """Return what stands on the phone, once all of it was sent."""
    for _ in range(2000):
        last = (await lines(parts))[-1]
        if last.delivered and last.outgoing is not None:
            return last.outgoing
        await asyncio.sleep(0.005)
    raise AssertionError("the last message was never sent")


async def does(api: CloudApi, act: Act, screen: Outgoing) -> None:
    """Do on the phone what somebody would: tap what can be tapped, type the rest."""
    if isinstance(act, Said):
        await api.types(PERSON, act.text)
        return
    assert not isinstance(act, Commanded)
    assert isinstance(act, Chose)
    label = next(
        button.label for part in screen.parts for button in part.choices if button.id == act.choice
    )
    newest = api.sent[PERSON][-1]
    if label in [title for title, _ in newest.choices]:
        await api.taps(PERSON, label)
    else:
        assert label in newest.text
        await api.types(PERSON, label)


async def walked(api: CloudApi, parts: Parts, facts: Mapping[str, Any]) -> None:
    """Talk until the case is handed over."""
    person = Person(parts.service, parts.store, facts, api.clock.now())
    await api.types(PERSON, "hallo")
    for _ in range(80):
        screen = await seen(parts)
        if screen.state is State.HANDED_OVER:
            return
        api.clock.later(seconds=40)
        asked = screen.question
        if asked is not None and (asked.fact or "").endswith("[+]"):
            await does(api, Chose(choice="nee"), screen)
        else:
            await does(api, person.answer(screen), screen)
    raise AssertionError("it never ended")


async def test_a_plain_intake_costs_no_more_than_thirty_messages(
    api: CloudApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with program(tmp_path, api) as parts:
        await walked(api, parts, LIGHT)
        turns = (await conversation(parts)).session.turns

    kinds = [message.kind for message in api.sent[PERSON]]
    with capsys.disabled():
        sys.stdout.write(
            f"\na plain intake on WhatsApp: {api.billed} billed messages for {turns} turns"
            f" ({kinds.count('button')} with buttons, {kinds.count('list')} with a list)\n"
        )
    assert api.billed <= MOST_MESSAGES
    # Only the consent, with its button for danger, takes a second message.
    assert api.billed <= turns + 1


def as_said(value: Any) -> Any:
    """Return facts in which a range is what somebody would say."""
    if isinstance(value, dict):
        return value["_zeg"] if "_zeg" in value else {k: as_said(v) for k, v in value.items()}
    return value


@pytest.mark.long
async def test_what_the_intakes_of_others_cost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not CASES.exists():
        pytest.skip(f"the facts of other people are not beside the project: {CASES}")
    told = {"nabestaande": BEREAVED, "slachtoffer, GBL": VICTIM}
    told |= {one["titel"]: as_said(one["feiten"]) for one in json.loads(CASES.read_text())}
    costs = {}
    for place, (name, facts) in enumerate(told.items()):
        folder = tmp_path / str(place)
        folder.mkdir()
        async with cloud_api() as api, program(folder, api) as parts:
            await walked(api, parts, facts)
            costs[name] = (api.billed, (await conversation(parts)).session.turns)
    with capsys.disabled():
        rows = (
            f"{billed:3} messages, {turns:3} turns: {name}"
            for name, (billed, turns) in costs.items()
        )
        sys.stdout.write("\nbilled on WhatsApp\n" + "\n".join(rows) + "\n")

    assert all(billed <= MOST_MESSAGES for billed, _ in costs.values())
    assert all(billed <= turns + 1 for billed, turns in costs.values())
