"""The Cloud API on loopback, held to its promises by a client that somebody else wrote.

A counterpart that only our own client can talk to would prove nothing.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from typing import Any, TypeVar

import httpx
import pytest
from pywa import errors
from pywa.client import WhatsApp
from pywa.handlers import (
    CallbackButtonHandler,
    CallbackSelectionHandler,
    DeletedMessageHandler,
    EditedMessageHandler,
    MessageHandler,
    MessageStatusHandler,
)
from pywa.types.callback import Button, Section, SectionList, SectionRow
from pywa.types.message import DeletedMessage, EditedMessage
from pywa.types.templates import TemplateLanguage

from bot.channels.whatsapp.refusals import Refusal, Then
from tests.loopback.whatsapp import (
    PHONE_ID,
    SECRET,
    TOKEN,
    VERIFY,
    CloudApi,
    Refused,
    cloud_api,
    signed,
)
from tests.loopback.whatsapp_webhooks import messages
from tests.whatsapp import PERSON

NUMBER = "31600000000"
Outcome = TypeVar("Outcome")


class Loopback(httpx.HTTPTransport):
    """Sends what is meant for Meta to this machine instead."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = httpx.URL(base)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(
            scheme="http", host=self._base.host, port=self._base.port
        )
        return super().handle_request(request)


@pytest.fixture
async def api() -> AsyncIterator[CloudApi]:
    async with cloud_api(strict=False) as running:
        running.numbers[PERSON] = NUMBER
        running.heard[PERSON] = running.clock.now()
        yield running


Make = Callable[..., WhatsApp]


@pytest.fixture
def client(api: CloudApi) -> Iterator[Make]:
    """Makes other clients, and closes what they opened."""
    with ExitStack() as opened:

        def make(token: str = TOKEN) -> WhatsApp:
            session = opened.enter_context(httpx.Client(transport=Loopback(api.base)))
            return WhatsApp(
                PHONE_ID, token, session=session, app_secret=SECRET, verify_token=VERIFY
            )

        yield make


async def done(job: Callable[[], Outcome]) -> Outcome:
    """Do something that waits, beside the server."""
    return await asyncio.to_thread(job)


# --- sending -------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", [NUMBER, PERSON])
async def test_another_client_sends_text_to_a_number_or_an_id(
    api: CloudApi, client: Make, to: str
) -> None:
    sent = await done(lambda: client().send_message(to, "Dag", tracker="zaak-1"))

    assert sent.id == api.sent[PERSON][0].id
    assert (api.sent[PERSON][0].text, api.sent[PERSON][0].own) == ("Dag", "zaak-1")
    assert api.violations == []


async def test_another_client_sends_buttons_and_lists(api: CloudApi, client: Make) -> None:
    buttons = [Button("Ja", "1:0"), Button("Nee", "1:1")]
    rows = [SectionRow(f"Keuze {number}", f"1:{number}") for number in range(10)]
    listed = SectionList("Kies", [Section("Keuzes", rows)])
    await done(lambda: client().send_message(PERSON, "Vraag?", buttons=buttons))
    await done(lambda: client().send_message(PERSON, "Welke?", buttons=listed))

    first, second = api.sent[PERSON]
    assert first.choices == (("Ja", "1:0"), ("Nee", "1:1"))
    assert (second.kind, len(second.choices)) == ("list", 10)
    assert api.violations == []


async def test_another_client_says_that_it_read_and_types(api: CloudApi, client: Make) -> None:
    await done(lambda: client().mark_message_as_read("wamid.IN1"))
    await done(lambda: client().indicate_typing("wamid.IN2"))

    assert api.read == [("wamid.IN1", False), ("wamid.IN2", True)]


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("x" * 4097, None),
        ("x" * 1025, [Button("Ja", "1")]),
        ("x", [Button("x" * 21, "1")]),
        ("x", [Button("Ja", "1"), Button("Ja", "2")]),
        ("x", [Button(str(number), str(number)) for number in range(4)]),
        ("x", SectionList("x" * 21, [Section("s", [SectionRow("r", "1")])])),
        ("x", SectionList("x", [Section("s", [SectionRow("r" * 25, "1")])])),
    ],
)
async def test_what_is_over_a_limit_is_refused(
    api: CloudApi, client: Make, text: str, buttons: Any
) -> None:
    with pytest.raises(errors.InvalidParameter):
        await done(lambda: client().send_message(PERSON, text, buttons=buttons))

    assert api.billed == 0


async def test_after_a_day_only_an_approved_template_goes(api: CloudApi, client: Make) -> None:
    api.clock.later(hours=24, minutes=1)

    def template(name: str) -> Any:
        return client().send_template(PERSON, name, TemplateLanguage.DUTCH, [])

    with pytest.raises(errors.ReEngagementMessage):
        await done(lambda: client().send_message(PERSON, "Dag"))
    with pytest.raises(errors.TemplateNotExists):
        await done(lambda: template("never_approved"))
    await done(lambda: template("verder_met_uw_intake"))

    assert [message.kind for message in api.sent[PERSON]] == ["template"]


async def test_too_much_to_one_person_is_refused_until_time_has_passed(
    api: CloudApi, client: Make
) -> None:
    for _ in range(45):
        api.counts(PERSON)
    with pytest.raises(errors.TooManyMessages):
        await done(lambda: client().send_message(PERSON, "Dag"))
    api.clock.later(seconds=6)
    await done(lambda: client().send_message(PERSON, "Dag"))

    assert api.billed == 1


async def test_a_wrong_token_and_a_fault_come_in_the_form_of_meta(
    api: CloudApi, client: Make
) -> None:
    api.faults = [Refused(130429, 429)]

    with pytest.raises(errors.ExpiredAccessToken):
        await done(lambda: client("wrong").send_message(PERSON, "Dag"))
    with pytest.raises(errors.RateLimitHit):
        await done(lambda: client().send_message(PERSON, "Dag"))


async def test_somebody_who_cannot_be_reached_is_refused(api: CloudApi, client: Make) -> None:
    api.blocked.add(PERSON)

    with pytest.raises(errors.MessageUndeliverable):
        await done(lambda: client().send_message(PERSON, "Dag"))


# --- files ---------------------------------------------------------------------------------------

PDF = b"%PDF-1.7 made up"


async def test_another_client_uploads_a_file_and_sends_it_along(
    api: CloudApi, client: Make
) -> None:
    def upload() -> Any:
        return client().upload_media(PDF, mime_type="application/pdf", filename="a.pdf")

    media = await done(upload)
    buttons = [Button("Ja", "1:0")]
    await done(
        lambda: client().send_document(PERSON, media.id, filename="a.pdf", caption="Hier is het")
    )
    await done(
        lambda: client().send_document(
            PERSON, media.id, filename="a.pdf", caption="Goed?", buttons=buttons
        )
    )

    first, second = api.sent[PERSON]
    assert (first.kind, first.text, first.file) == ("document", "Hier is het", ("a.pdf", media.id))
    assert (second.kind, second.text, second.file) == ("button", "Goed?", ("a.pdf", media.id))
    assert api.media[media.id] == ("application/pdf", PDF)
    assert api.violations == []


async def test_another_client_finds_an_uploaded_file_for_thirty_days(
    api: CloudApi, client: Make
) -> None:
    name = api.uploaded(PDF, "application/pdf")["id"]
    found = await done(lambda: client().get_media_url(name))
    content = await done(lambda: client().get_media_bytes(found.url))
    api.clock.later(days=30)
    api.heard[PERSON] = api.clock.now()

    assert (content, found.file_size, found.mime_type) == (PDF, len(PDF), "application/pdf")
    with pytest.raises(errors.WhatsAppError, match="does not exist"):
        await done(lambda: client().get_media_url(name))
    with pytest.raises(errors.WhatsAppError, match="not a valid media"):
        await done(lambda: client().send_document(PERSON, name, filename="a.pdf"))


@pytest.mark.parametrize(
    ("mime", "signs", "error"),
    [
        ("application/x-msdownload", 9, errors.WhatsAppError),
        ("image/jpeg", 5 * 1024 * 1024 + 1, errors.MediaUploadError),
        ("application/pdf", 0, errors.MediaUploadError),
    ],
)
async def test_a_file_that_whatsapp_does_not_take_is_refused(
    api: CloudApi, client: Make, mime: str, signs: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await done(lambda: client().upload_media(b"x" * signs, mime_type=mime, filename="bestand"))

    assert api.media == {}


async def test_a_caption_is_never_longer_than_a_file_takes(api: CloudApi, client: Make) -> None:
    name = api.uploaded(PDF, "application/pdf")["id"]

    with pytest.raises(errors.InvalidParameter):
        await done(
            lambda: client().send_document(PERSON, name, filename="a.pdf", caption="x" * 1025)
        )


async def test_a_photo_is_not_sent_as_a_document(api: CloudApi, client: Make) -> None:
    name = api.uploaded(b"photo", "image/jpeg")["id"]

    with pytest.raises(errors.MediaUploadError):
        await done(lambda: client().send_document(PERSON, name, filename="a.pdf"))


# --- webhooks ------------------------------------------------------------------------------------


class Reading:
    """Another parser of webhooks, and what it read."""

    def __init__(self, parser: WhatsApp) -> None:
        self.parser = parser
        self.read: list[Any] = []
        kinds: tuple[Any, ...] = (
            MessageHandler,
            CallbackButtonHandler,
            CallbackSelectionHandler,
            EditedMessageHandler,
            DeletedMessageHandler,
            MessageStatusHandler,
        )
        parser.add_handlers(*(kind(self._note) for kind in kinds))

    def _note(self, _: WhatsApp, update: Any) -> None:
        self.read.append(update)

    async def deliver(self, body: bytes, headers: Any) -> int:
        signature = headers["x-hub-signature-256"]
        refused = self.parser.webhook_update_validator(body, signature)
        if refused is not None:
            return refused[1]
        return int((await done(lambda: self.parser.webhook_update_handler(body)))[1])


async def test_another_parser_reads_what_people_do_here(api: CloudApi, client: Make) -> None:
    reading = Reading(client())
    api.deliver = reading.deliver
    await done(lambda: client().send_message(PERSON, "?", buttons=[Button("Ja", "7:0")]))
    rows = SectionList("Kies", [Section("s", [SectionRow("Nee", "7:1")])])
    await done(lambda: client().send_message(PERSON, "?", buttons=rows))
    typed = await api.types(PERSON, "ja hoor 👍 café")
    await api.taps(PERSON, "Ja")
    await api.taps(PERSON, "Nee")
    await api.edits(PERSON, typed, "nee")
    await api.revokes(PERSON, typed)

    said, button, row, edit, revoke = reading.read
    assert (said.text, said.id) == ("ja hoor 👍 café", typed)
    assert (button.data, button.title) == ("7:0", "Ja")
    assert (row.data, row.title) == ("7:1", "Nee")
    assert isinstance(edit, EditedMessage)
    assert isinstance(revoke, DeletedMessage)
    assert said.from_user.bsuid == PERSON


async def test_another_parser_reads_a_person_without_a_number(api: CloudApi, client: Make) -> None:
    api.numbers.clear()
    reading = Reading(client())
    api.deliver = reading.deliver
    await api.types(PERSON, "hallo")

    assert reading.read[0].from_user.bsuid == PERSON


async def test_another_parser_reads_how_far_a_message_is(api: CloudApi, client: Make) -> None:
    reading = Reading(client())
    api.deliver = reading.deliver
    await done(lambda: client().send_message(PERSON, "Dag"))
    for status in ("sent", "delivered", "read"):
        await api.reports(api.sent[PERSON][0], status)

    assert [update.status.value for update in reading.read] == ["sent", "delivered", "read"]


async def test_another_parser_reads_a_generated_message_of_every_kind(
    api: CloudApi, client: Make, caplog: pytest.LogCaptureFixture
) -> None:
    fullest: dict[str, list[Any]] = {}
    for message in messages():
        fullest.setdefault(message["type"], []).append(message)
    reading = Reading(client())
    for kind, told in fullest.items():
        value = api.webhook(PERSON, {**told[1], "from_user_id": PERSON})
        if kind != "system":
            body = json.dumps(value).encode()
            assert await reading.deliver(body, signed(body)) == 200

    assert not [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert len(reading.read) == max(len(fullest) - 1, 0)


async def test_a_body_that_was_touched_is_not_believed_by_the_other_parser(
    api: CloudApi, client: Make
) -> None:
    body = json.dumps(api.webhook(PERSON, api.message(PERSON, type="text"))).encode()

    assert await Reading(client()).deliver(body + b" ", signed(body)) == 403


# --- the same codes ------------------------------------------------------------------------------


def codes(family: type[errors.WhatsAppError]) -> list[int]:
    return sorted(code for one in family.__subclasses__() for code in one.__error_codes__ or ())


def test_what_another_library_calls_a_matter_of_permission_goes_to_an_operator() -> None:
    assert {Refusal(code=code).then for code in codes(errors.AuthorizationError)} == {
        Then.OPERATOR
    }


def test_what_another_library_calls_a_matter_of_speed_is_waited_for() -> None:
    waiting = {Then.AGAIN, Then.PAIR, Then.OPERATOR}

    assert {Refusal(code=code).then for code in codes(errors.ThrottlingError)} <= waiting
