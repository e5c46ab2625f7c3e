"""Whole turns through the real client, over HTTP, against a Bot API on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot import app
from bot.channels.telegram import patience
from bot.channels.telegram.serving import served
from bot.parts import Parts
from bot.ports import Decide, Inbound, Store, StoreUnavailable, Turn, Unreadable
from bot.settings import Settings
from tests.loopback.telegram import TOKEN, BotApi
from tests.loopback.telegram_spec import Refused

CHAT = 4242


@asynccontextmanager
async def program(folder: Path, api: BotApi) -> AsyncIterator[Parts]:
    """Run all that Telegram needs; leaving is as abrupt as a killed process."""
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'letselwijzer.db'}",
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=api.base,
    )
    parts = await app.parts(settings)
    workers = [
        asyncio.create_task(parts.outbox.run()),
        asyncio.create_task(served(parts)),
    ]
    try:
        yield parts
    finally:
        for worker in workers:
            worker.cancel()
        for worker in workers:
            with suppress(asyncio.CancelledError):
                await worker
        await parts.store.close()


async def test_a_person_talks_by_words_and_buttons(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        (first,) = await api.wait_for(CHAT, 1)
        assert "geen mens" in first.text or "niet met een mens" in first.text
        assert [label for label, _ in first.buttons][:2] == ["Ja", "Nee"]

        await api.taps(CHAT, "Ja")
        await api.wait_for(CHAT, 2)
        await api.types(CHAT, "voor mezelf")
        third = (await api.wait_for(CHAT, 3))[2]
        assert "geboortedatum" in third.text
        assert len(api.acknowledged) == 1


async def test_the_menu_holds_every_command(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await api.types(CHAT, "/start deeplink_payload")
        await api.wait_for(CHAT, 1)

        dutch, english = (api.menus["all_private_chats", language] for language in ("", "en"))
        names = [command["command"] for command in dutch]
        assert names == [command["command"] for command in english]
        assert {*names} >= {"start", "mens", "stop", "wis"}
        assert dutch != english
        assert parts.settings.telegram_mode == "polling"


async def test_an_update_is_confirmed_only_after_its_turn_is_kept(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        number = await api.types(CHAT, "/start")
        await api.wait_until_confirmed(number)

        assert await parts.store.conversation_of("telegram", str(CHAT)) is not None


async def test_what_was_typed_while_the_program_was_down_is_answered_once(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
    await api.taps(CHAT, "Ja")
    async with program(tmp_path, api):
        await api.wait_for(CHAT, 2)
        number = await api.types(CHAT, "ikzelf")
        await api.wait_for(CHAT, 3)
        await api.wait_until_confirmed(number)

    assert len(api.sent[CHAT]) == 3


async def test_an_update_that_comes_twice_is_one_answer(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        number = await api.taps(CHAT, "Ja")
        await api.wait_for(CHAT, 2)
        await api.tells(next(one for one in api.updates if one["update_id"] == number))
        number = await api.types(CHAT, "ikzelf")
        await api.wait_until_confirmed(number)
        await api.wait_for(CHAT, 3)

    assert [message.text for message in api.sent[CHAT]].count(api.sent[CHAT][1].text) == 1


async def test_a_wait_that_telegram_asks_for_is_kept_and_loses_nothing(
    api: BotApi, tmp_path: Path
) -> None:
    api.faults["sendMessage"].append(Refused(429, "Too Many Requests", retry_after=1))
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)

    assert len(api.sent[CHAT]) == 1


async def test_a_server_in_trouble_loses_nothing(api: BotApi, tmp_path: Path) -> None:
    api.faults["sendMessage"].append(Refused(502, "Bad Gateway"))
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)

    assert len(api.sent[CHAT]) == 1


async def test_somebody_who_blocked_the_bot_is_given_up_and_stops_nobody_else(
    api: BotApi, tmp_path: Path
) -> None:
    api.blocked.add(CHAT)
    async with program(tmp_path, api) as parts:
        await api.types(CHAT, "/start")
        await api.types(CHAT + 1, "/start")
        await api.wait_for(CHAT + 1, 1)
        gone = await parts.store.conversation_of("telegram", str(CHAT))
        assert gone is not None
        for _ in range(500):
            lines = await parts.store.transcript(gone.id)
            if lines[-1].delivered is False:
                break
            await asyncio.sleep(0.01)

    assert lines[-1].delivered is False
    assert api.sent[CHAT] == []


@pytest.mark.parametrize("data", ["1:99", "999:0", "onzin", "0:0"])
async def test_a_forged_button_is_answered_kindly(api: BotApi, tmp_path: Path, data: str) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await api.taps_data(CHAT, data)
        second = (await api.wait_for(CHAT, 2))[1]

    assert second.text
    assert len(api.acknowledged) == 1


async def test_a_button_of_an_hour_ago_changes_nothing(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        (first,) = await api.wait_for(CHAT, 1)
        await api.taps(CHAT, "Ja")
        await api.wait_for(CHAT, 2)
        await api.types(CHAT, "ikzelf")
        await api.wait_for(CHAT, 3)
        no = next(data for label, data in first.buttons if label == "Nee")
        await api.taps_data(CHAT, no)
        last = (await api.wait_for(CHAT, 4))[3]

    assert "geboortedatum" in last.text


async def test_a_photo_is_answered_kindly(api: BotApi, tmp_path: Path) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await api.pushes(api.message_of(CHAT, photo=photo))
        second = (await api.wait_for(CHAT, 2))[1]

    assert "niet bewaard" in second.text


class TroubledStore:
    """The real store, which cannot do the first turn."""

    def __init__(self, store: Store, trouble: Exception) -> None:
        self._store = store
        self._troubles = [trouble]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def turn(self, inbound: Inbound, decide: Decide) -> Turn:
        if self._troubles:
            raise self._troubles.pop()
        return await self._store.turn(inbound, decide)


async def test_a_store_in_trouble_is_waited_for(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_PAUSE", 0.01)
    async with program(tmp_path, api) as parts:
        troubled = TroubledStore(parts.store, StoreUnavailable("disk full"))
        monkeypatch.setattr(parts.service, "_store", troubled)
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)

    assert len(api.sent[CHAT]) == 1


async def test_one_case_that_cannot_be_opened_stops_nobody_else(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(tmp_path, api) as parts:
        troubled = TroubledStore(parts.store, Unreadable("LW-2026-000001", "damaged"))
        monkeypatch.setattr(parts.service, "_store", troubled)
        await api.types(CHAT, "/start")
        await api.types(CHAT + 1, "/start")
        await api.wait_for(CHAT + 1, 1)

    assert api.sent[CHAT] == []


async def test_who_asks_for_their_data_gets_a_copy_to_keep(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await api.types(CHAT, "mijn gegevens")
        await api.wait_for(CHAT, 2)
        for _ in range(1000):
            if api.documents[CHAT]:
                break
            await asyncio.sleep(0.02)

    ((name, pdf),) = api.documents[CHAT]
    assert name == "overzicht.pdf"
    assert pdf.startswith(b"%PDF")


async def test_a_copy_that_cannot_be_sent_stops_nothing(api: BotApi, tmp_path: Path) -> None:
    api.faults["sendDocument"] = [Refused(400, "Bad Request: not enough rights")]
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await api.types(CHAT, "mijn gegevens")
        await api.wait_for(CHAT, 2)
        await api.types(CHAT, "ja")

        await api.wait_for(CHAT, 3)
