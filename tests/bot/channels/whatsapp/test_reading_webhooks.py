"""What WhatsApp tells, read as what a person did; whatever else it tells is survived."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.channels.whatsapp.updates import (
    Edited,
    Heard,
    Moved,
    Pressed,
    Report,
    Revoked,
    happened,
)
from bot.channels.whatsapp.webhooks import values
from bot.ports import Stage
from dialogs.events import Command, Commanded, Said, Sent
from tests.loopback.whatsapp import (
    PHONE_ID,
    SPECS,
    TOKEN,
    Clock,
    CloudApi,
    by_schema,
    cloud_api,
    signed,
)
from tests.whatsapp import PATH, PERSON, served

API = CloudApi(Clock(), base="http://127.0.0.1:9")
FILES = ("whatsapp_webhooks_2026.json", "whatsapp_examples_v23.json")


def told(payload: dict[str, Any]) -> tuple[Heard | Moved | Report, ...]:
    found = values(json.dumps(payload).encode(), PHONE_ID)
    assert found is not None
    return happened(found)


def did(**content: Any) -> Any:
    (heard,) = told(API.webhook(PERSON, API.message(PERSON, **content)))
    assert isinstance(heard, Heard)
    return heard.did


# --- every example -------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
async def test_every_example_of_meta_is_taken_also_twice(file: str, tmp_path: Path) -> None:
    if not (SPECS / file).exists():
        pytest.skip(f"the examples of Meta are not beside the project: {SPECS / file}")
    examples = json.loads((SPECS / file).read_text(encoding="utf-8"))["webhooks"]
    taken: dict[str, int] = {}
    async with served(tmp_path, API) as (http, _):
        for name, payload in (*examples.items(), *examples.items()):
            body = json.dumps(payload, ensure_ascii=True).encode()
            answer = await http.post(PATH, content=body, headers=signed(body))
            taken[name] = answer.status_code

    assert taken == dict.fromkeys(examples, 200)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
PARTS = (
    "text",
    "interactive",
    "button",
    "edit",
    "revoke",
    "system",
    "image",
    "contacts",
    "context",
    "type",
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(PARTS), JSON, max_size=4))
def test_a_message_of_any_shape_is_survived(content: dict[str, Any]) -> None:
    told(API.webhook(PERSON, API.message(PERSON, **content)))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(JSON)
def test_a_change_of_any_shape_is_survived(value: Any) -> None:
    payload = {"object": "x", "entry": [{"changes": [{"field": "messages", "value": value}]}]}

    assert values(json.dumps(payload).encode(), PHONE_ID) is not None


# --- what people did -----------------------------------------------------------------------------


def test_words_are_words_with_who_and_when() -> None:
    message = API.message(PERSON, type="text", text={"body": "gisteren"})
    (heard,) = told(API.webhook(PERSON, {**message, "timestamp": "1795430000"}))

    assert isinstance(heard, Heard)
    assert (heard.chat_id, heard.number, heard.message_id) == (PERSON, None, message["id"])
    assert heard.at == datetime.fromtimestamp(1_795_430_000, UTC)
    assert heard.did == Said(text="gisteren")


@pytest.mark.parametrize("sort", ["button_reply", "list_reply"])
def test_a_press_says_which_button(sort: str) -> None:
    reply = {"type": sort, sort: {"id": "12:3", "title": "Ja"}}

    assert did(type="interactive", interactive=reply) == Pressed(place=(12, 3))


def test_a_button_that_is_not_ours_is_still_a_press() -> None:
    reply = {"type": "button_reply", "button_reply": {"id": "q1:ja", "title": "Ja"}}

    assert did(type="interactive", interactive=reply) == Pressed(place=None)


def test_a_form_that_we_never_sent_is_something_sent() -> None:
    form = {"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}

    assert did(type="interactive", interactive=form) == Sent(name="interactive")


@pytest.mark.parametrize(
    ("button", "act"),
    [
        ({"payload": "start", "text": "Verder"}, Commanded(command=Command.START)),
        ({"payload": "Lees de vraag", "text": "Lees de vraag"}, Said(text="Lees de vraag")),
        ({"payload": "iets"}, Said(text="iets")),
    ],
)
def test_the_button_of_a_template_is_a_command_or_its_words(button: Any, act: Any) -> None:
    assert did(type="button", button=button) == act


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"type": "sticker", "sticker": {}}, Sent(name="sticker")),
        ({"type": "unsupported", "errors": [{"code": 131051}]}, Sent(name="unsupported")),
        ({"type": "request_welcome"}, Commanded(command=Command.START)),
    ],
)
def test_what_is_no_text_is_something_sent_and_its_words_count(
    content: dict[str, Any], expected: Any
) -> None:
    assert did(**content) == expected


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"type": "text", "text": {"body": "12 mei, niet 11"}}, "12 mei, niet 11"),
        ({"type": "image", "image": {"caption": "nieuw"}}, "nieuw"),
        ({"type": "image", "image": {}}, ""),
        ("onzin", ""),
    ],
)
def test_an_edit_names_the_message_and_its_new_words(message: Any, text: str) -> None:
    edit = {"original_message_id": "wamid.IN1", "message": message}

    assert did(type="edit", edit=edit) == Edited(original="wamid.IN1", text=text)


def test_a_withdrawal_names_the_message() -> None:
    revoke = {"original_message_id": "wamid.IN1"}

    assert did(type="revoke", revoke=revoke) == Revoked(original="wamid.IN1")


@pytest.mark.parametrize(
    "content",
    [
        {"type": "reaction", "reaction": {"message_id": "x", "emoji": "👍"}},
        {"type": "edit"},
        {"type": ""},
        {"type": "text", "text": {"body": "x"}, "group_id": "g"},
        {"type": "system", "system": {"type": "customer_identity_changed"}},
    ],
)
def test_what_is_nothing_said_to_us_is_passed_over(content: dict[str, Any]) -> None:
    assert told(API.webhook(PERSON, API.message(PERSON, **content))) == ()


def card(*phones: dict[str, str]) -> dict[str, Any]:
    return {"name": {"formatted_name": "Sanne Voorbeeld"}, "phones": list(phones)}


def test_whoever_shares_their_own_card_gave_their_telephone_number() -> None:
    own = {"phone": "+31 6 00000000", "wa_id": "31600000000"}
    other = {"phone": "+31 6 11111111", "wa_id": "31611111111"}
    shared = {"type": "contacts", "from": "31600000000"}

    assert did(**shared, contacts=[card(other, own)]) == Said(text="+31 6 00000000")
    assert did(**shared, contacts=[card(other)]) == Sent(name="contacts")
    assert did(**shared, contacts=["onzin", {"phones": "x"}]) == Sent(name="contacts")
    assert did(type="contacts", contacts=[card({"phone": "1"})]) == Sent(name="contacts")


# --- who -----------------------------------------------------------------------------------------


def who(message: dict[str, Any], *contacts: dict[str, Any]) -> list[tuple[str, str | None]]:
    payload = API.webhook(None, {"id": "1", "type": "text", "text": {"body": "x"}, **message})
    payload["entry"][0]["changes"][0]["value"]["contacts"] = list(contacts)
    return [(one.chat_id, one.number) for one in told(payload) if isinstance(one, Heard)]


def test_a_person_is_known_by_id_before_number() -> None:
    contact = {"user_id": "NL.7", "wa_id": "31600000000"}
    other = {"user_id": "NL.8", "wa_id": "31600000001"}

    assert who({"from_user_id": "NL.7"}) == [("NL.7", None)]
    assert who({"from": "31600000000"}, contact) == [("NL.7", "31600000000")]
    assert who({"from": "31600000001"}, contact, other) == [("NL.8", "31600000001")]
    assert who({}, contact) == [("NL.7", "31600000000")]
    assert who({"from": "31600000009"}, contact, other) == [("31600000009", None)]


@pytest.mark.parametrize("sender", [{}, {"from": ""}, {"from": "x"}, {"from_user_id": "NL 7"}])
def test_a_message_of_nobody_is_passed_over(sender: dict[str, Any]) -> None:
    assert who(sender) == []


def test_a_new_id_of_a_person_is_told() -> None:
    system = {"type": "user_changed_user_id", "previous_user_id": "NL.1", "user_id": "NL.2"}
    message = {"id": "wamid.S", "type": "system", "system": system}

    assert told(API.webhook(None, message)) == (Moved(old="NL.1", new="NL.2"),)


# --- reports -------------------------------------------------------------------------------------


def test_a_report_says_how_far_a_message_is_and_why_it_failed() -> None:
    status = {"id": "wamid.OUT", "status": "failed", "timestamp": "1795430001"}
    errors = [{"code": 131047, "title": "Re-engagement message"}]
    (report,) = told(API.webhook(None, statuses=[{**status, "errors": errors}]))

    assert isinstance(report, Report)
    assert (report.message, report.stage, report.reason) == (
        "wamid.OUT",
        Stage.FAILED,
        "131-047",
    )


@pytest.mark.parametrize("timestamp", ["", "morgen", "9" * 30, -(10**30)])
def test_an_impossible_moment_is_none(timestamp: Any) -> None:
    status = {"id": "wamid.OUT", "status": "sent", "timestamp": timestamp}
    (report,) = told(API.webhook(None, statuses=[status]))

    assert isinstance(report, Report)
    assert report.at is None


# --- news for operators --------------------------------------------------------------------------


def test_what_meta_has_against_the_number_is_told_to_operators_by_its_code() -> None:
    with capture_logs() as logged:
        told(API.webhook(None, errors=[{"code": 131031, "title": "Account locked"}, "onzin"]))

    assert [(one["event"], one["status"]) for one in logged] == [
        ("whatsapp_reported_trouble", 131031),
        ("whatsapp_reported_trouble", None),
    ]


@pytest.mark.parametrize(
    ("field", "name"),
    [("message_template_status_update", "message_template_status_update"), ("31 6", "strange")],
)
def test_other_news_is_named_in_the_log_and_nothing_of_it(field: str, name: str) -> None:
    payload = API.webhook(PERSON, API.message(PERSON, type="text", text={"body": "hoi"}))
    payload["entry"][0]["changes"][0]["field"] = field
    with capture_logs() as logged:
        assert told(payload) == ()

    assert [(one["event"], one["reason"]) for one in logged] == [
        ("whatsapp_news_passed_over", name)
    ]


# --- the counterpart -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        {"type": "text", "text": {"body": "x"}},
        {"type": "edit", "edit": {"original_message_id": "1", "message": {"type": "text"}}},
        {"type": "revoke", "revoke": {"original_message_id": "1"}},
    ],
)
def test_what_the_counterpart_delivers_has_the_published_shape(content: dict[str, Any]) -> None:
    payload = API.webhook(PERSON, API.message(PERSON, **content))

    assert by_schema("WebhookPayload", payload) == []


async def test_what_the_counterpart_answers_has_the_published_shape() -> None:
    text = {"type": "text", "text": {"body": "Dag"}, "to": "31600000000"}
    given = {"messaging_product": "whatsapp", **text}
    async with (
        cloud_api() as api,
        ClientSession(headers={"authorization": f"Bearer {TOKEN}"}) as http,
    ):
        url = f"{api.base}/{PHONE_ID}/messages"
        refused = await (await http.post(url, json=given)).json()
        api.heard["31600000000"] = api.clock.now()
        accepted = await (await http.post(url, json=given)).json()

    assert refused["error"]["code"] == 131047
    assert by_schema("GraphAPIError", refused) == []
    assert accepted["messages"]
    assert by_schema("MessageResponsePayload", accepted) == []
