"""What Meta's two requests are answered, and what is believed."""

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bot import app
from bot.channels.whatsapp.webhook import signature
from bot.parts import Parts
from bot.ports import Delivery, Inbound, Stage, StoreUnavailable
from bot.settings import Settings
from tests.loopback.whatsapp import SECRET, VERIFY, Clock, CloudApi, signed
from tests.whatsapp import PATH, PERSON, served

API = CloudApi(Clock(), base="http://127.0.0.1:9")


def delivery(*messages: dict[str, Any], **further: Any) -> bytes:
    return json.dumps(API.webhook(PERSON, *messages, **further), ensure_ascii=True).encode()


def text(words: str) -> dict[str, Any]:
    return API.message(PERSON, type="text", text={"body": words})


async def posted(http: httpx2.AsyncClient, body: bytes) -> int:
    return int((await http.post(PATH, content=body, headers=signed(body))).status_code)


# --- verification --------------------------------------------------------------------------------


async def test_the_right_token_gets_the_bare_challenge(tmp_path: Path) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}
    async with served(tmp_path, API) as (http, _):
        answer = await http.get(PATH, params=asked)

    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")


async def test_anything_else_gets_nothing(tmp_path: Path) -> None:
    right = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "115"}
    wrong = (
        {"hub.verify_token": "other"},
        {"hub.verify_token": "é"},
        {"hub.verify_token": ""},
        {"hub.mode": "unsubscribe"},
    )
    async with served(tmp_path, API) as (http, _):
        answers = [await http.get(PATH, params=right | change) for change in wrong]

    assert {(answer.status_code, answer.text) for answer in answers} == {(403, "")}


async def test_without_the_settings_there_is_no_such_address(tmp_path: Path) -> None:
    bare = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'lw.db'}")
    parts = await app.parts(bare, API.clock)
    transport = httpx2.ASGITransport(app=app.asgi(parts))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as http:
        assert (await http.get(PATH)).status_code == 404
    await parts.store.close()


# --- signature -----------------------------------------------------------------------------------


def test_the_signature_is_over_the_very_bytes() -> None:
    body = b'{"body":"caf\\u00e9"}'

    assert signature(SECRET.encode(), body) == signed(body)["x-hub-signature-256"]
    assert signature(SECRET.encode(), body) != signature(
        SECRET.encode(), b'{"body":"caf\xc3\xa9"}'
    )


async def test_what_is_not_signed_is_not_believed(tmp_path: Path) -> None:
    unsigned: tuple[dict[str, str], ...] = (
        {},
        {"x-hub-signature-256": ""},
        {"x-hub-signature-256": "sha256="},
        {"x-hub-signature-256": "sha256=" + "0" * 64},
        {"x-hub-signature-256": "sha1=abc"},
        signed(b"something else"),
    )
    async with served(tmp_path, API) as (http, parts):
        for headers in unsigned:
            answer = await http.post(PATH, content=delivery(text("hallo")), headers=headers)
            assert answer.status_code == 403

        assert await parts.store.conversation_of("whatsapp", PERSON) is None


async def test_signs_of_every_kind_are_read_as_they_were_signed(tmp_path: Path) -> None:
    async with served(tmp_path, API) as (http, parts):
        assert await posted(http, delivery(text("ja hoor 👍 café"))) == 200
        known = await parts.store.conversation_of("whatsapp", PERSON)
        assert known is not None
        lines = await parts.store.transcript(known.id)

        assert lines[0].act is not None
        assert lines[0].act.model_dump()["text"] == "ja hoor 👍 café"


# --- acknowledging -------------------------------------------------------------------------------


async def test_a_delivery_is_acknowledged_after_all_of_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with served(tmp_path, API) as (http, parts):
        turn, away = parts.store.turn, True

        async def sometimes(inbound: Inbound, decide: Any) -> Any:
            if away and inbound.message_id == "wamid.two":
                raise StoreUnavailable("disk full")
            return await turn(inbound, decide)

        monkeypatch.setattr(parts.store, "turn", sometimes)
        body = delivery({**text("hallo"), "id": "wamid.one"}, {**text("ja"), "id": "wamid.two"})

        assert await posted(http, body) == 503
        away = False
        assert await posted(http, body) == 200
        known = await parts.store.conversation_of("whatsapp", PERSON)
        assert known is not None
        assert known.session.turns == 2


async def test_one_message_that_fails_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with served(tmp_path, API) as (http, parts):
        turn = parts.store.turn

        async def stumbling(inbound: Inbound, decide: Any) -> Any:
            if inbound.message_id == "wamid.one":
                raise RuntimeError("stuk")
            return await turn(inbound, decide)

        monkeypatch.setattr(parts.store, "turn", stumbling)
        body = delivery({**text("hallo"), "id": "wamid.one"}, text("ja"))

        assert await posted(http, body) == 500
        assert await parts.store.conversation_of("whatsapp", PERSON) is not None


async def test_what_is_no_webhook_is_refused_in_one_word(tmp_path: Path) -> None:
    async with served(tmp_path, API) as (http, _):
        for body in (b"", b"{", b"[]", b'{"entry":7}', b"\xff"):
            assert await posted(http, body) == 400


async def test_meta_may_deliver_more_at_once_than_people_may_send(tmp_path: Path) -> None:
    large = delivery(padding="x" * 2_000_000)
    async with served(tmp_path, API) as (http, _):
        assert await posted(http, large) == 200
        assert (await http.post("/chat/messages", content=large)).status_code == 413


# --- reports -------------------------------------------------------------------------------------


def report(status: str, message: str = "wamid.OUT1", **further: Any) -> bytes:
    one = {"id": message, "status": status, "timestamp": "1795430001", **further}
    return json.dumps(API.webhook(None, statuses=[one])).encode()


async def accepted(parts: Parts) -> Delivery:
    known = await parts.store.conversation_of("whatsapp", PERSON)
    assert known is not None
    (waiting,) = await parts.store.pending(("whatsapp",), API.clock.now())
    step = Delivery(posted=waiting.id, part=1, attempt=1, stage=Stage.TRYING, at=API.clock.now())
    await parts.store.delivering(step)
    await parts.store.delivering(step.model_copy(update={"stage": Stage.ACCEPTED}), "wamid.OUT1")
    return step


@pytest.mark.parametrize("own", [True, False])
async def test_a_report_is_kept_whichever_id_it_carries(tmp_path: Path, *, own: bool) -> None:
    async with served(tmp_path, API) as (http, parts):
        await posted(http, delivery(text("hallo")))
        step = await accepted(parts)
        named = {"biz_opaque_callback_data": f"lw:{step.posted}:1:1"} if own else {}
        message = "wamid.other" if own else "wamid.OUT1"
        for status in ("read", "delivered", "sent", "read"):
            assert await posted(http, report(status, message, **named)) == 200

        kept = await parts.store.delivery_of("whatsapp", "wamid.OUT1")
        assert kept is not None
        assert kept.stage is Stage.READ


async def test_a_failure_is_kept_with_its_code(tmp_path: Path) -> None:
    async with served(tmp_path, API) as (http, parts):
        await posted(http, delivery(text("hallo")))
        await accepted(parts)
        errors = [{"code": 131026, "title": "Undeliverable"}]
        assert await posted(http, report("failed", errors=errors)) == 200

        kept = await parts.store.delivery_of("whatsapp", "wamid.OUT1")
        assert kept is not None
        assert (kept.stage, kept.reason) == (Stage.FAILED, "131-026")


async def test_a_report_of_what_is_not_ours_is_passed_over(tmp_path: Path) -> None:
    strange: tuple[dict[str, Any], ...] = (
        {},
        {"biz_opaque_callback_data": "lw:999999:1:1"},
        {"biz_opaque_callback_data": "zaak-1"},
        {"biz_opaque_callback_data": f"lw:{10**18 - 1}:1:1"},
        {"errors": "none"},
    )
    async with served(tmp_path, API) as (http, _):
        for further in strange:
            for status in ("sent", "failed", "warning"):
                assert await posted(http, report(status, "wamid.unknown", **further)) == 200
