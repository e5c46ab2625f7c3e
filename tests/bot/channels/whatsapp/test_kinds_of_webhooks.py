"""Whatever Meta tells, alone or together: nothing of it stops or loses the people behind it."""

import json
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import app
from bot.channels.whatsapp.updates import Heard, happened
from bot.channels.whatsapp.webhooks import values as read
from bot.parts import Parts
from dialogs.events import Said, Sent
from tests.bot.channels.whatsapp.conftest import TEXTS
from tests.loopback.whatsapp import PHONE_ID, SCHEMA, CloudApi, by_schema, signed
from tests.loopback.whatsapp_webhooks import changed, messages, values, webhook
from tests.webpage import serving
from tests.whatsapp import PATH, lines
from tests.whatsapp import settings as of

needs_schema = pytest.mark.skipif(
    not SCHEMA.exists(), reason="the published schema of the Cloud API is not beside the project"
)
NUMBER = "31600000000"
WRONG = TEXTS("huis.fout", organisatie_contact="").split(".")[0]
# What a later version may bring: kinds of message, and kinds of news.
FUTURE: tuple[dict[str, Any], ...] = (
    {"type": "hologram", "hologram": {"x": [1, None, {"y": "z"}]}},
    {"type": "poll", "poll": "?"},
    {"type": "text"},
    {"type": None},
    {},
)
FIELDS = ("account_update", "calls", "history", "smb_message_echoes", "security", "telepathy")
# These are no messages by themselves, or may tell of a message that never came.
NOT_SAID = ("reaction", "system", "edit", "revoke")
FEW = 5
Json = dict[str, Any]


@asynccontextmanager
async def delivering(folder: Path, api: CloudApi) -> AsyncIterator[Parts]:
    """Serve the program over HTTP, without the workers that send what it answers."""
    parts = await app.parts(of(folder, api), api.clock)
    async with serving(parts, "off") as (base, _), httpx2.AsyncClient(base_url=base) as http:

        async def deliver(body: bytes, headers: Any) -> int:
            answer = await http.post(PATH, content=body, headers=dict(headers), timeout=60)
            return int(answer.status_code)

        api.deliver = deliver
        yield parts
    await parts.store.close()


async def answered(api: CloudApi, payload: Json) -> int:
    body = json.dumps(payload, ensure_ascii=True).encode()
    assert api.deliver is not None
    return await api.deliver(body, signed(body))


async def goes_on(api: CloudApi, parts: Parts, person: str) -> None:
    """See that a person is answered, and was never told that something went wrong."""
    before = len(await lines(parts, person))
    await api.types(person, "gegevens")
    after = await lines(parts, person)

    assert len(after) == before + 2
    answers = [part.text for one in after if one.outgoing for part in one.outgoing.parts]
    assert not any(WRONG in text for text in answers)


def said(person: str, given: Json) -> Json:
    """Return a change with one message of this person in it."""
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "31201234567", "phone_number_id": PHONE_ID},
        "contacts": [{"profile": {"name": "Testpersoon"}, "user_id": person}],
        "messages": [{**given, "from_user_id": person}],
    }
    return changed(value)


# --- every kind ----------------------------------------------------------------------------------


@needs_schema
def test_every_generated_webhook_has_the_published_shape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = values()
    told: dict[str, list[Json]] = {}
    for message in messages():
        told.setdefault(message["type"], []).append(message)
    kinds = {kind: len(of_kind) for kind, of_kind in told.items()}
    fields = Counter(field for field, _ in found)
    wrong = [
        by_schema("WebhookPayload", webhook([changed(value, field)])) for field, value in found
    ]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found)} webhooks in {len(fields)} fields of the published schema, with"
            f" {sum(kinds.values())} messages of {len(kinds)} kinds:\n"
            f"{', '.join(f'{number} {kind}' for kind, number in sorted(kinds.items()))}\n"
        )

    assert not any(wrong)
    assert min(kinds.values()) > 1
    for reply in ("button_reply", "list_reply"):
        assert any("id" in one["interactive"].get(reply, {}) for one in told["interactive"])
    assert {"text", "edit", "revoke", "unknown", "nfm_reply"} <= set(str(messages()).split("'"))


@needs_schema
async def test_every_kind_of_message_is_survived_and_played_once(
    api: CloudApi, tmp_path: Path
) -> None:
    by_kind: dict[str, list[Json]] = {}
    for message in messages():
        # A few of each kind come alone; all of them come in one delivery below.
        if len(by_kind.setdefault(message["type"], [])) < FEW:
            by_kind[message["type"]].append(message)
    statuses = set()
    async with delivering(tmp_path, api) as parts:
        for number, (kind, told) in enumerate(sorted(by_kind.items())):
            person = f"NL.{number}"
            for text in ("hallo", "ja"):
                await api.types(person, text)
            before, changes = len(await lines(parts, person)), []
            for message in told:
                change = said(person, message)
                changes.append(change)
                statuses.add(await answered(api, webhook([change])))
                api.clock.later(minutes=2)
            statuses.add(await answered(api, webhook(changes)))
            heard = (await lines(parts, person))[before:]
            if kind not in NOT_SAID:
                assert len([one for one in heard if one.act]) == len(told), kind
        for number in range(len(by_kind)):
            await goes_on(api, parts, f"NL.{number}")

    assert statuses == {200}


@needs_schema
async def test_everything_in_one_delivery_is_survived_and_played_once(
    api: CloudApi, tmp_path: Path
) -> None:
    api.numbers[NUMBER] = NUMBER
    told, numbers = [], count(1)
    for field, value in values():
        change = changed({**value, "errors": [{"code": 1}], "later": {"x": [None]}}, field)
        for message in change["value"].get("messages", ()):
            if message["type"] == "text":
                message["text"]["body"] = f"antwoord {next(numbers)}"
                message["later"] = True
        told.append(change)
    told += [changed({"messages": [{"id": "wamid.X", "type": "text"}]}, one) for one in FIELDS]
    told += [changed({"messages": [one]}) for one in FUTURE]
    payload = webhook(told[::3], told[1::3], [], told[2::3])
    async with delivering(tmp_path, api) as parts:
        for text in ("hallo", "ja"):
            await api.types(NUMBER, text)
        assert [await answered(api, payload) for _ in range(2)] == [200, 200]
        typed = [one.act.text for one in await lines(parts, NUMBER) if isinstance(one.act, Said)]
        await goes_on(api, parts, NUMBER)

    given = [text for text in typed if text.startswith("antwoord")]
    assert len(given) > 10
    assert len(set(given)) == len(given)


# --- any mixture ---------------------------------------------------------------------------------

LATER = st.dictionaries(st.sampled_from(["later", "x_id", "views"]), st.sampled_from([None, 1]))


@needs_schema
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_mixture_tells_each_message_once(data: st.DataObject) -> None:
    pool = [value for field, value in values() if field == "messages"]
    chosen = data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=6))
    changes = [changed({**value, **data.draw(LATER)}) for value in chosen]
    split = data.draw(st.integers(min_value=0, max_value=len(changes)))
    body = json.dumps(webhook(changes[:split], changes[split:])).encode()
    found = read(body, PHONE_ID)
    assert found is not None

    told = [one.message_id for one in happened(found) if isinstance(one, Heard)]
    sent = [
        message["id"]
        for change in changes
        for message in change["value"].get("messages", ())
        if message["type"] not in ("reaction", "system") and "from" in message
    ]
    assert len(set(told)) == len(told)
    assert set(sent) <= set(told)


@pytest.mark.parametrize("kind", ["unknown", "hologram", "poll"])
def test_a_kind_of_message_that_nobody_knows_is_met_as_one(kind: str) -> None:
    body = json.dumps(webhook([said("NL.1", {"type": kind, kind: {"x": 1}})])).encode()
    found = read(body, PHONE_ID)
    assert found is not None
    (heard,) = happened(found)

    assert isinstance(heard, Heard)
    assert heard.did == Sent(name="unsupported")
