"""Telegram delivers to us: what is acknowledged is kept, and nothing is lost or done twice."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bot import app
from bot.channels.telegram.updates import ALLOWED
from bot.channels.telegram.webhook import WEBHOOK
from bot.ports import Decide, Inbound, Store, StoreUnavailable, Turn, Unreadable
from tests.loopback.telegram import BotApi
from tests.loopback.telegram_spec import Refused
from tests.telegram import CHAT, SECRET, program, settings

HEADER = "X-Telegram-Bot-Api-Secret-Token"


class StumblingStore:
    """The real store, which fails a few turns before anything of them is kept."""

    def __init__(self, store: Store, *troubles: Exception) -> None:
        self._store = store
        self._troubles = list(troubles)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def turn(self, inbound: Inbound, decide: Decide) -> Turn:
        if self._troubles:
            raise self._troubles.pop(0)
        return await self._store.turn(inbound, decide)


@pytest.fixture
async def http(api: BotApi, tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    """The routes alone, as they are before Telegram's library was imported."""
    parts = await app.parts(settings(tmp_path, api))
    transport = httpx2.ASGITransport(app=app.asgi(parts))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:
        yield client
    await parts.store.close()


async def test_telegram_is_told_where_to_deliver_what(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        hook = await api.wait_for_hook()

    assert hook.url == "https://intake.example.nl/webhooks/telegram"
    assert hook.secret == SECRET
    assert hook.allowed == ALLOWED


async def test_a_person_talks_by_words_and_buttons_over_the_webhook(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await api.delivers(await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)
        await api.delivers(await api.taps(CHAT, "Ja"))
        await api.wait_for(CHAT, 2)
        await api.delivers(await api.types(CHAT, "voor mezelf"))
        third = (await api.wait_for(CHAT, 3))[2]

    assert "geboortedatum" in third.text
    assert len(api.acknowledged) == 1
    assert set(api.statuses) == {200}


async def test_what_is_acknowledged_is_kept(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        number = await api.types(CHAT, "/start")
        assert await api.delivers_once(number) == 200
        assert await parts.store.conversation_of("telegram", str(CHAT)) is not None


@pytest.mark.parametrize(
    ("trouble", "status"), [(StoreUnavailable("disk full"), 503), (RuntimeError("killed"), 500)]
)
async def test_what_dies_before_it_is_kept_comes_again_and_is_answered_once(
    api: BotApi,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Exception,
    status: int,
) -> None:
    async with program(tmp_path, api) as parts:
        monkeypatch.setattr(parts.service, "_store", StumblingStore(parts.store, trouble))
        await api.delivers(await api.types(CHAT, "/start"))
        await api.delivers(await api.types(CHAT, "Ja"))
        await api.wait_for(CHAT, 2)

    assert api.statuses == [status, 200, 200]
    assert len(api.sent[CHAT]) == 2


async def test_what_dies_between_keeping_and_acknowledging_is_answered_once(
    api: BotApi, tmp_path: Path
) -> None:
    number = await api.types(CHAT, "/start")
    async with program(tmp_path, api):
        await api.delivers_once(number)
    # Nobody heard that it was taken, so it comes to the next process again.
    async with program(tmp_path, api):
        await api.delivers(number)
        await api.delivers(await api.types(CHAT, "Ja"))
        await api.wait_for(CHAT, 2)

    assert len(api.sent[CHAT]) == 2


async def test_duplicates_are_harmless(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        start = await api.types(CHAT, "/start")
        await api.delivers(start, start)
        await api.wait_for(CHAT, 1)
        yes = await api.taps(CHAT, "Ja")
        await api.delivers(yes, start, yes)
        await api.wait_for(CHAT, 2)
        await api.delivers(await api.types(CHAT, "ikzelf"), yes)
        await api.wait_for(CHAT, 3)

    assert len(api.sent[CHAT]) == 3


async def test_disorder_loses_nothing(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        first, second, third = [await api.types(CHAT, text) for text in ("hoi", "ja", "ikzelf")]
        await api.delivers(third, first, second)
        await api.wait_for(CHAT, 3)

    assert len(api.sent[CHAT]) == 3


async def test_one_case_that_cannot_be_opened_does_not_come_for_ever(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(tmp_path, api) as parts:
        damaged = Unreadable("LW-2026-000001", "damaged")
        monkeypatch.setattr(parts.service, "_store", StumblingStore(parts.store, damaged))
        assert await api.delivers_once(await api.types(CHAT, "/start")) == 200
        await api.delivers(await api.types(CHAT + 1, "/start"))
        await api.wait_for(CHAT + 1, 1)

    assert api.sent[CHAT] == []


async def test_a_press_that_telegram_will_not_have_acknowledged_is_kept_all_the_same(
    api: BotApi, tmp_path: Path
) -> None:
    api.faults["answerCallbackQuery"].append(Refused(400, "Bad Request: query is too old"))
    async with program(tmp_path, api):
        await api.delivers(await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)
        assert await api.delivers_once(await api.taps(CHAT, "Ja")) == 200
        await api.wait_for(CHAT, 2)


@pytest.mark.parametrize("secret", ["", "fout", f"{SECRET}x"])
async def test_who_does_not_know_the_secret_is_refused(
    api: BotApi, tmp_path: Path, secret: str
) -> None:
    async with program(tmp_path, api) as parts:
        await api.wait_for_hook()
        deliver = api.deliver
        assert deliver is not None
        status = await deliver(WEBHOOK, b"{}", {HEADER: secret})
        told = await parts.store.conversation_of("telegram", str(CHAT))

    assert status == 403
    assert told is None


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000])
async def test_what_is_no_update_is_refused(api: BotApi, tmp_path: Path, body: bytes) -> None:
    async with program(tmp_path, api):
        await api.wait_for_hook()
        deliver = api.deliver
        assert deliver is not None
        assert await deliver(WEBHOOK, body, {HEADER: SECRET}) == 400


async def test_before_the_library_is_there_telegram_is_asked_to_come_back(
    http: httpx2.AsyncClient,
) -> None:
    body = json.dumps({"update_id": 1}).encode()

    assert (await http.post(WEBHOOK, content=body, headers={HEADER: SECRET})).status_code == 503
    assert (await http.post(WEBHOOK, content=body)).status_code == 403


async def test_without_the_webhook_there_is_no_such_page(api: BotApi, tmp_path: Path) -> None:
    parts = await app.parts(settings(tmp_path, api, "polling"))
    transport = httpx2.ASGITransport(app=app.asgi(parts))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:
        answer = await client.post(WEBHOOK, headers={HEADER: SECRET})
    await parts.store.close()

    assert answer.status_code == 404
