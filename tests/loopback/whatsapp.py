"""A WhatsApp Cloud API on loopback that refuses what the real one refuses, in its envelope.

It keeps the 24 hours and the limit per person on a clock that a test moves, holds every call
against its own table of limits and, where Meta's published schema lies beside the repository,
against that as well, and delivers signed webhooks: again until they are taken, twice, or in
another order, as a test asks. A call that no honest client makes fails the test when it ends.
"""

import asyncio
import base64
import hashlib
import hmac
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import web
from jsonschema import Draft202012Validator

from tests.loopback.rates import Rates

TOKEN, SECRET, VERIFY = "made-up-token", "made-up-app-secret", "made-up-verify-token"
PHONE_ID = "106540352242922"
SPECS = Path(__file__).parents[3] / "shared" / "specs"
SCHEMA = SPECS / "whatsapp_schema_fixed.json"
WINDOW = timedelta(hours=24)
PAIR_BURST, PAIR_EVERY = 45, 6.0
# Messages of the number in so many seconds.
THROUGHPUT = (80, 1)
# How long a file stays: one that a person sent, and one that was uploaded.
RECEIVED, UPLOADED = timedelta(days=7), timedelta(days=30)
TEMPLATES = frozenset({("verder_met_uw_intake", "nl"), ("medewerker_heeft_een_vraag", "nl")})
_MEGABYTE = 1024 * 1024
DOCUMENTS = frozenset(
    {
        "text/plain",
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    }
)
# What may be uploaded, and how large each sort may be.
UPLOADABLE: tuple[tuple[frozenset[str], int], ...] = (
    (frozenset({"image/jpeg", "image/png"}), 5 * _MEGABYTE),
    (
        frozenset({"audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"}),
        16 * _MEGABYTE,
    ),
    (frozenset({"video/mp4", "video/3gpp"}), 16 * _MEGABYTE),
    (frozenset({"image/webp"}), 500 * 1024),
    (DOCUMENTS, 100 * _MEGABYTE),
)
# Name of a limit, where it stands in a message, and how long it may be.
LIMITS: Mapping[str, int] = {
    "text": 4096,
    "body": 1024,
    "caption": 1024,
    "button": 20,
    "button_id": 256,
    "row": 24,
    "description": 72,
    "row_id": 200,
    "opener": 20,
    "own": 512,
}
MOST_BUTTONS, MOST_ROWS = 3, 10
_ALLOWED = {
    "messaging_product",
    "recipient_type",
    "to",
    "recipient",
    "type",
    "text",
    "interactive",
    "document",
    "template",
    "context",
    "biz_opaque_callback_data",
}
Deliver = Callable[[bytes, Mapping[str, str]], Awaitable[int]]
Json = dict[str, Any]


class Refused(Exception):  # noqa: N818 - what the API answers
    """An answer with an error in it."""

    def __init__(self, code: int, status: int = 400, message: str = "refused") -> None:
        super().__init__(message)
        self.code, self.status, self.message = code, status, message


class Silence(Exception):  # noqa: N818 - idem
    """No answer at all; the message may go nevertheless.

    Lasting: the line stays open, and whoever asked waits.
    """

    def __init__(self, *, goes: bool, status: int | None = None, lasting: bool = False) -> None:
        super().__init__()
        self.goes, self.status, self.lasting = goes, status, lasting


@dataclass(frozen=True)
class Sent:
    """One message of the program."""

    id: str
    kind: str
    text: str
    choices: tuple[tuple[str, str], ...]
    own: str
    # The name of a file that came with it, and its id.
    file: tuple[str, str] | None = None


@dataclass
class Clock:
    """What time it is here and in the program."""

    moment: datetime = datetime(2026, 11, 25, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def later(self, **passed: float) -> None:
        self.moment += timedelta(**passed)


@dataclass
class CloudApi:
    """The state of the server, and what a test does to it."""

    clock: Clock
    base: str = ""
    # Where webhooks are delivered; the status of the answer comes back.
    deliver: Deliver | None = None
    sent: dict[str, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    calls: list[Json] = field(default_factory=list)
    read: list[tuple[str, bool]] = field(default_factory=list)
    faults: list[Refused | Silence] = field(default_factory=list)
    read_faults: list[Refused | Silence] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    # The phone numbers that webhooks still tell, by person.
    numbers: dict[str, str] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    deliveries: int = 0
    # How often a webhook is delivered that is not taken.
    tries: int = 10
    held: list[bytes] | None = None
    # The bytes behind each media id, the addresses that are still good, and faults to give first.
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    media_until: dict[str, datetime] = field(default_factory=dict)
    uploads: int = 0
    upload_faults: list[Refused | Silence] = field(default_factory=list)
    addresses: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    media_faults: list[Refused] = field(default_factory=list)
    download_faults: list[int] = field(default_factory=list)
    downloads: int = 0
    tells_hash: Callable[[bytes], str] = lambda content: base64.b64encode(
        hashlib.sha256(content).digest()
    ).decode()
    heard: dict[str, datetime] = field(default_factory=dict)
    # How much the number takes at once; anything, when a test says nothing of it.
    rates: Rates | None = None
    _pairs: dict[str, tuple[float, datetime]] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def billed(self) -> int:
        """How many messages are on the bill."""
        return sum(len(messages) for messages in self.sent.values())

    # --- what people do --------------------------------------------------------------------------

    async def types(self, person: str, text: str) -> str:
        """Let a person type something; returns the id of the message."""
        return await self.writes(person, type="text", text={"body": text})

    async def taps(self, person: str, title: str) -> str:
        """Let a person tap the newest button or row with this title."""
        for message in reversed(self.sent[person]):
            for found, data in message.choices:
                if found == title:
                    return await self.taps_data(person, data, title, message.kind)
        raise AssertionError(f"no button {title!r} in {self.sent[person][-1]}")

    async def taps_data(
        self, person: str, data: str, title: str = "?", kind: str = "button"
    ) -> str:
        """Let a person send the data of a button back, whatever it is."""
        sort = "button_reply" if kind == "button" else "list_reply"
        reply = {"type": sort, sort: {"id": data, "title": title}}
        asked = self.sent[person][-1].id if self.sent[person] else "wamid.OUT0"
        context = {"from": "31201234567", "id": asked}
        return await self.writes(person, type="interactive", interactive=reply, context=context)

    async def edits(self, person: str, original: str, text: str) -> str:
        """Let a person change what was sent earlier."""
        new = {"type": "text", "text": {"body": text}}
        edit = {"original_message_id": original, "message": new}
        return await self.writes(person, type="edit", edit=edit)

    async def revokes(self, person: str, original: str) -> str:
        """Let a person take back what was sent earlier."""
        return await self.writes(person, type="revoke", revoke={"original_message_id": original})

    async def writes(self, person: str, **content: Any) -> str:
        """Let a person send a message of any kind; returns its id."""
        self.heard[person] = self.clock.now()
        message = self.message(person, **content)
        await self.pushes(self.webhook(person, message))
        return str(message["id"])

    def message(self, person: str, **content: Any) -> Json:
        """Return a message of a person, to push."""
        base: Json = {"id": self._id("IN"), "timestamp": self._stamp(), "from_user_id": person}
        if person in self.numbers:
            base["from"] = self.numbers[person]
        return {**base, **content}

    def webhook(self, person: str | None, *messages: Json, **further: Any) -> Json:
        """Return a webhook with these messages."""
        value: Json = {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "31201234567", "phone_number_id": PHONE_ID},
            **further,
        }
        if messages:
            value["messages"] = list(messages)
        if person is not None:
            contact: Json = {"profile": {"name": "Testpersoon"}, "user_id": person}
            if person in self.numbers:
                contact["wa_id"] = self.numbers[person]
            value["contacts"] = [contact]
        change = {"value": value, "field": "messages"}
        return {
            "object": "whatsapp_business_account",
            "entry": [{"id": "102290129340398", "changes": [change]}],
        }

    def holds(self, content: bytes, mime: str = "image/jpeg", **about: Any) -> Json:
        """Keep the bytes of a file, and return it as a webhook tells of it."""
        name = self._stands(content, mime, RECEIVED)
        return {"id": name, "mime_type": mime, "sha256": self.tells_hash(content), **about}

    # --- what became of messages -----------------------------------------------------------------

    async def reports(
        self, message: Sent, status: str, code: int | None = None, *, own: bool = True
    ) -> None:
        """Report how far a message is; without our own id as well, as older reports come."""
        report: Json = {
            "id": message.id,
            "status": status,
            "timestamp": self._stamp(),
            "recipient_id": "31600000000",
        }
        if own and message.own:
            report["biz_opaque_callback_data"] = message.own
        if code is not None:
            report["errors"] = [{"code": code, "title": "t", "message": "m"}]
        person = next(one for one, sent in self.sent.items() if message in sent)
        await self.pushes(self.webhook(person, statuses=[report]))

    # --- delivering ------------------------------------------------------------------------------

    async def pushes(self, payload: Json, *, times: int = 1) -> None:
        """Deliver a webhook until it is taken, and then again as often as asked."""
        body = json.dumps(payload, ensure_ascii=True).encode()
        if self.held is not None:
            self.held.append(body)
            return
        for _ in range(times):
            await self._until_taken(body)

    async def lets_go(self, order: Callable[[list[bytes]], list[bytes]]) -> None:
        """Deliver what was held back, in another order."""
        held, self.held = self.held or [], None
        for body in order(held):
            await self._until_taken(body)

    async def _until_taken(self, body: bytes) -> None:
        assert self.deliver is not None
        for _ in range(self.tries):
            self.deliveries += 1
            if await self.deliver(body, signed(body)) == 200:
                return
            await asyncio.sleep(0.01)
        raise AssertionError("a webhook was never taken")

    async def wait_for(self, person: str, messages: int) -> list[Sent]:
        """Wait until so many messages were sent to a person, then return them all."""
        for _ in range(6000):
            if len(self.sent[person]) >= messages:
                return self.sent[person]
            await asyncio.sleep(0.01)
        raise AssertionError(f"{len(self.sent[person])} messages instead of {messages}")

    async def wait_for_calls(self, many: int) -> None:
        """Wait until so many messages were brought here, whatever became of them."""
        for _ in range(6000):
            if len(self.calls) >= many:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"{len(self.calls)} calls instead of {many}")

    # --- the two calls ---------------------------------------------------------------------------

    async def answer(self, given: Json) -> Json:
        """Answer one call, or refuse it."""
        if given.get("status") == "read":
            return self._marked(given)
        self.calls.append(given)
        self.violations.extend(violations(given))
        if violations(given):
            raise Refused(131009, message="Parameter value is not valid")
        person = self._person(given)
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, Refused):
            raise fault
        if not (isinstance(fault, Silence) and not fault.goes):
            accepted = self._accepted(person, given)
        if fault is not None:
            raise fault
        return accepted

    def _accepted(self, person: str, given: Json) -> Json:
        if person in self.blocked:
            raise Refused(131026, message="Message undeliverable")
        if given["type"] == "template":
            language = given["template"]["language"]["code"]
            if (given["template"]["name"], language) not in TEMPLATES:
                raise Refused(132001, 404, "Template name does not exist in the translation")
        elif self.clock.now() - self.heard.get(person, datetime.min.replace(tzinfo=UTC)) > WINDOW:
            raise Refused(131047, message="Re-engagement message")
        self._files_stand(given)
        self.counts(person)
        message = _shown(self._id("OUT"), given)
        self.sent[person].append(message)
        return {
            "messaging_product": "whatsapp",
            "contacts": [{"input": person, "wa_id": "31600000000"}],
            "messages": [{"id": message.id}],
        }

    def counts(self, person: str) -> None:
        """Count one message to a person, or refuse it."""
        if self.rates is not None and self.rates.wait("all", *THROUGHPUT):
            raise Refused(130429, 429, message="Rate limit hit")
        left, since = self._pairs.get(person, (float(PAIR_BURST), self.clock.now()))
        passed = (self.clock.now() - since).total_seconds()
        left = min(PAIR_BURST, left + passed / PAIR_EVERY)
        if left < 1:
            raise Refused(131056, message="Pair rate limit hit")
        self._pairs[person] = (left - 1, self.clock.now())

    # --- media, in two steps ---------------------------------------------------------------------

    def uploaded(self, content: bytes, mime: str) -> Json:
        """Keep a file for thirty days, or refuse it."""
        self.uploads += 1
        fault = self.upload_faults.pop(0) if self.upload_faults else None
        if fault is not None:
            raise fault
        most = next((most for mimes, most in UPLOADABLE if mime in mimes), None)
        if most is None:
            raise Refused(100, 400, f"Param file must be of a supported type, not '{mime}'")
        if not 0 < len(content) <= most:
            raise Refused(131053, 400, "Media upload error")
        return {"id": self._stands(content, mime, UPLOADED)}

    def _stands(self, content: bytes, mime: str, long: timedelta) -> str:
        name = f"10{next(self._ids):013d}"
        self.media[name] = (mime, content)
        self.media_until[name] = self.clock.now() + long
        return name

    def _is_there(self, name: str) -> bool:
        return name in self.media and self.clock.now() < self.media_until[name]

    def _files_stand(self, given: Json) -> None:
        file = _file(given)
        if file is None or "link" in file:
            return
        if not self._is_there(file["id"]):
            raise Refused(100, 400, "Param document['id'] is not a valid media attachment ID")
        if self.media[file["id"]][0] not in DOCUMENTS:
            raise Refused(131053, 400, "Media upload error")

    def looked_up(self, name: str) -> Json:
        """Return where a file stands for the next five minutes."""
        if self.media_faults:
            raise self.media_faults.pop(0)
        if not self._is_there(name):
            raise Refused(100, 400, "Unsupported get request. Object does not exist")
        mime, content = self.media[name]
        address = f"a{next(self._ids)}"
        self.addresses[address] = (name, self.clock.now() + timedelta(minutes=5))
        return {
            "messaging_product": "whatsapp",
            "id": name,
            "url": f"{self.base}/whatsapp_business/attachments/{address}",
            "mime_type": mime,
            "sha256": self.tells_hash(content),
            "file_size": len(content),
        }

    def downloaded(self, address: str) -> bytes | int:
        """Return the bytes at an address, or the status of the refusal."""
        self.downloads += 1
        if self.download_faults:
            return self.download_faults.pop(0)
        name, until = self.addresses.get(address, ("", self.clock.now()))
        return 404 if self.clock.now() >= until else self.media[name][1]

    def _marked(self, given: Json) -> Json:
        if self.read_faults:
            raise self.read_faults.pop(0)
        typing = given.get("typing_indicator", {}).get("type") == "text"
        if not str(given.get("message_id", "")).startswith("wamid."):
            raise Refused(100, message="Invalid parameter")
        self.read.append((given["message_id"], typing))
        return {"success": True}

    def _person(self, given: Json) -> str:
        if "recipient" in given:
            return str(given["recipient"])
        number = str(given["to"])
        known = (person for person, one in self.numbers.items() if one == number)
        return next(known, number)

    def _id(self, sort: str) -> str:
        return f"wamid.{sort}{next(self._ids)}"

    def _stamp(self) -> str:
        return str(int(self.clock.now().timestamp()))


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    """Return the headers of a delivery, signed over its very bytes."""
    signature = hmac.digest(secret.encode(), body, "sha256").hex()
    return {"x-hub-signature-256": f"sha256={signature}", "content-type": "application/json"}


# --- what may be sent ----------------------------------------------------------------------------


def violations(given: Json) -> list[str]:
    """Return everything about a message that the real API would not take."""
    return [*_by_table(given), *_by_schema(given)]


def _by_table(given: Json) -> Iterator[str]:
    if given.get("messaging_product") != "whatsapp":
        yield "messaging_product is missing"
    if ("to" in given) == ("recipient" in given):
        yield "there must be one of to and recipient"
    yield from (f"unknown field {name}" for name in given if name not in _ALLOWED)
    yield from _length("own", given.get("biz_opaque_callback_data", ""))
    kind = given.get("type")
    if kind == "text":
        yield from _length("text", given["text"]["body"], least=1)
    elif kind == "interactive":
        yield from _interactive(given["interactive"])
    elif kind == "document":
        yield from _document(given["document"])
    elif kind != "template":
        yield f"nothing of type {kind} is ever sent"


def _interactive(interactive: Json) -> Iterator[str]:
    yield from _length("body", interactive["body"]["text"], least=1)
    action = interactive["action"]
    header = interactive.get("header")
    if header is not None and interactive["type"] != "button":
        yield "only reply buttons may stand under a file"
    elif header is not None:
        yield from _document(header["document"], captioned=False)
    if interactive["type"] == "button":
        replies = [button["reply"] for button in action["buttons"]]
        yield from _titles("button", replies, MOST_BUTTONS)
    elif interactive["type"] == "list":
        yield from _length("opener", action["button"], least=1)
        rows = [row for section in action["sections"] for row in section["rows"]]
        yield from _titles("row", rows, MOST_ROWS)
        for row in rows:
            yield from _length("description", row.get("description", "-"), least=1)
    else:
        yield f"no such sort of message: {interactive['type']}"


def _document(document: Json, *, captioned: bool = True) -> Iterator[str]:
    if ("id" in document) == ("link" in document):
        yield "a document has one of id and link"
    yield from _length("caption", document.get("caption", ""))
    if not captioned and "caption" in document:
        yield "a document in a header has no caption"


def _file(given: Json) -> Json | None:
    """Return the file that a message brings along."""
    header = given.get("interactive", {}).get("header", {})
    file: Json | None = given.get("document") or header.get("document")
    return file


def _titles(sort: str, given: list[Json], most: int) -> Iterator[str]:
    if not 1 <= len(given) <= most:
        yield f"{len(given)} times {sort}"
    for one in given:
        yield from _length(sort, one["title"], least=1)
        yield from _length(f"{sort}_id", one["id"], least=1)
    for name in ("id", "title") if sort == "button" else ("id",):
        if len({one[name] for one in given}) < len(given):
            yield f"a {name} of a {sort} stands there twice"


def _length(name: str, text: str, least: int = 0) -> Iterator[str]:
    if not least <= len(text) <= LIMITS[name] or (least and not text.strip()):
        yield f"{name} has {len(text)} signs"


@cache
def _validator(part: str) -> Draft202012Validator | None:
    if not SCHEMA.exists():
        return None
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]})


def by_schema(part: str, given: Json) -> list[str]:
    """Return what a part of the published schema has against this; nothing without the schema."""
    validator = _validator(part)
    if validator is None:
        return []
    return [f"{error.json_path}: {error.validator}" for error in validator.iter_errors(given)]


def _by_schema(given: Json) -> list[str]:
    return by_schema("SendRequest", given)


def _shown(name: str, given: Json) -> Sent:
    own = given.get("biz_opaque_callback_data", "")
    file = _file(given)
    brought = None if file is None else (file.get("filename", ""), file.get("id", ""))
    if given["type"] == "text":
        return Sent(name, "text", given["text"]["body"], (), own)
    if given["type"] == "document":
        return Sent(name, "document", given["document"].get("caption", ""), (), own, brought)
    if given["type"] == "template":
        return Sent(name, "template", given["template"]["name"], (), own)
    interactive = given["interactive"]
    action = interactive["action"]
    found = (
        [button["reply"] for button in action["buttons"]]
        if interactive["type"] == "button"
        else [row for section in action["sections"] for row in section["rows"]]
    )
    choices = tuple((one["title"], one["id"]) for one in found)
    return Sent(name, interactive["type"], interactive["body"]["text"], choices, own, brought)


# --- over HTTP -----------------------------------------------------------------------------------


@asynccontextmanager
async def cloud_api(clock: Clock | None = None, *, strict: bool = True) -> AsyncIterator[CloudApi]:
    """Run the server on a free port of this machine; not strict where a test breaks the rules."""
    api = CloudApi(clock or Clock())

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            _may_call(request)
            return web.json_response(await api.answer(await request.json()))
        except Refused as refused:
            return _refusal(refused)
        except Silence as silence:
            return await _silent(request, silence)

    app = web.Application(client_max_size=101 * _MEGABYTE)
    _serve_media(api, app)
    _serve_uploads(api, app)
    app.router.add_post("/{phone:[0-9]+}/messages", handle)
    app.router.add_post("/v{version:[0-9.]+}/{phone:[0-9]+}/messages", handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield api
    finally:
        await runner.cleanup()
    if strict:
        assert api.violations == []


def _serve_media(api: CloudApi, app: web.Application) -> None:
    async def looked_up(request: web.Request) -> web.StreamResponse:
        try:
            _may_call(request)
            return web.json_response(api.looked_up(request.match_info["media"]))
        except Refused as refused:
            return _refusal(refused)

    async def downloaded(request: web.Request) -> web.StreamResponse:
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return web.Response(status=401)
        found = api.downloaded(request.match_info["address"])
        return web.Response(status=found) if isinstance(found, int) else web.Response(body=found)

    app.router.add_get("/{media:[0-9]+}", looked_up)
    app.router.add_get("/v{version:[0-9.]+}/{media:[0-9]+}", looked_up)
    app.router.add_get("/whatsapp_business/attachments/{address}", downloaded)


def _serve_uploads(api: CloudApi, app: web.Application) -> None:
    async def uploaded(request: web.Request) -> web.StreamResponse:
        try:
            _may_call(request)
            return web.json_response(api.uploaded(*await _uploaded(request)))
        except Refused as refused:
            return _refusal(refused)
        except Silence as silence:
            return await _silent(request, silence)

    app.router.add_post("/{phone:[0-9]+}/media", uploaded)
    app.router.add_post("/v{version:[0-9.]+}/{phone:[0-9]+}/media", uploaded)


async def _uploaded(request: web.Request) -> tuple[bytes, str]:
    """Return the file in a form, and its type."""
    if request.content_type != "multipart/form-data":
        raise Refused(100, 400, "The parameter file is required")
    form = await request.post()
    if form.get("messaging_product") != "whatsapp":
        raise Refused(100, 400, "The parameter messaging_product is required")
    file, mime = form.get("file"), form.get("type")
    if not isinstance(file, web.FileField):
        raise Refused(100, 400, "The parameter file is required")
    if mime != file.content_type:
        raise Refused(100, 400, "The parameter type is required")
    return await asyncio.to_thread(file.file.read), file.content_type


def _may_call(request: web.Request) -> None:
    if request.headers.get("authorization") != f"Bearer {TOKEN}":
        raise Refused(190, 401, "Invalid OAuth access token")
    if request.match_info.get("phone", PHONE_ID) != PHONE_ID:
        raise Refused(100, 400, "Unsupported post request")


async def _silent(request: web.Request, silence: Silence) -> web.StreamResponse:
    if silence.status is not None:
        return web.Response(status=silence.status, text="<html>upstream</html>")
    while silence.lasting and request.transport is not None:  # noqa: ASYNC110 - told in no other way
        await asyncio.sleep(0.01)
    # Close the line in the middle: the client does not learn what became of it.
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _refusal(refused: Refused) -> web.Response:
    error = {
        "message": f"(#{refused.code}) {refused.message}",
        "type": "OAuthException",
        "code": refused.code,
        "error_data": {"messaging_product": "whatsapp", "details": refused.message},
        "fbtrace_id": "made-up",
    }
    return web.json_response({"error": error}, status=refused.status)
