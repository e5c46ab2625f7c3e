"""Whole turns through the real client, over HTTP, against a Bot API on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot import app
from bot.channels.telegram import patience, player
from bot.channels.telegram.serving import served
from bot.channels.telegram.updates import Received, received
from bot.handoff.transcript import transcript
from bot.parts import Parts
from bot.ports import Decide, Inbound, Store, StoreUnavailable, Turn, Unreadable
from bot.settings import Settings
from tests.loopback.telegram import TOKEN, BotApi
from tests.loopback.telegram_spec import Refused
from tests.loopback.telegram_state import NOON

CHAT = 4242


@asynccontextmanager
async def program(folder: Path, api: BotApi) -> AsyncIterator[Parts]:
    """Run all that Telegram needs; nothing is received any more once this is left."""
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
        # What is being sent would open a client anew, after it was closed.
        await parts.outbox.stop()
        for worker in workers:
            worker.cancel()
        for worker in workers:
            with suppress(asyncio.CancelledError):
                await worker
        await parts.store.close()


async def noted(parts: Parts) -> None:
    """Wait until it is written down that what was said last went out."""
    known = await parts.store.conversation_of("telegram", str(CHAT))
    assert known is not None
    for _ in range(6000):
        if (await parts.store.transcript(known.id))[-1].delivered:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never was")


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
    async with program(tmp_path, api) as parts:
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await noted(parts)
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


async def at_the_date(api: BotApi) -> None:
    """Bring a person to the question when it happened."""
    for at, text in enumerate(("/start", "ja", "ikzelf", "12 april 1988", "verkeer"), 1):
        await api.types(CHAT, text)
        await api.wait_for(CHAT, at)


async def test_a_recent_day_takes_one_tap_and_the_keys_go_with_the_answer(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await at_the_date(api)
        asked = api.sent[CHAT][-1]
        assert asked.keyboard[:4] == ["Vandaag", "Gisteren", "Eergisteren", "Vorige week"]
        assert "Weet ik niet" in asked.keyboard
        assert asked.buttons == []

        await api.taps(CHAT, "Gisteren")
        *_, noted, following = await api.wait_for(CHAT, 7)

    assert noted.clears
    assert following.buttons
    assert not any(message.clears for message in api.sent[CHAT] if message.buttons)


async def test_after_a_wait_only_the_rest_of_a_turn_is_sent(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await at_the_date(api)
        wait = Refused(429, "Too Many Requests", retry_after=1)
        api.faults["sendMessage"] = [None, wait]
        await api.taps(CHAT, "Gisteren")
        await api.wait_for(CHAT, 7)
        await api.types(CHAT, "help")
        await api.wait_for(CHAT, 8)

    texts = [message.text for message in api.sent[CHAT]]
    assert len(texts) == 8
    assert len(set(texts[:7])) == 7


async def test_no_address_in_a_message_is_opened_for_a_preview(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)

    said = [given for method, given in api.calls if method == "sendMessage"]
    assert all(given["link_preview_options"] == {"is_disabled": True} for given in said)


async def test_words_of_somebody_else_answer_no_question(api: BotApi, tmp_path: Path) -> None:
    other = {"type": "hidden_user", "date": NOON, "sender_user_name": "Iemand"}
    async with program(tmp_path, api) as parts:
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await api.pushes(api.message_of(CHAT, text="ja", forward_origin=other))
        second = (await api.wait_for(CHAT, 2))[1]
        await api.pushes(api.message_of(CHAT, text="ik wil niet meer leven", forward_origin=other))
        third = (await api.wait_for(CHAT, 3))[2]
        known = await parts.store.conversation_of("telegram", str(CHAT))

    assert "iemand anders" in second.text
    assert [label for label, _ in second.buttons][:2] == ["Ja", "Nee"]
    assert "113" in third.text
    assert known is not None
    assert not known.session.ledger


async def test_a_place_is_kept_in_the_conversation_for_a_human(
    api: BotApi, tmp_path: Path
) -> None:
    here = {"latitude": 52.09072, "longitude": 5.12142}
    async with program(tmp_path, api) as parts:
        await at_the_date(api)
        await api.pushes(api.message_of(CHAT, location=here))
        answer = (await api.wait_for(CHAT, 6))[5]
        known = await parts.store.conversation_of("telegram", str(CHAT))
        assert known is not None
        told = transcript(await parts.store.transcript(known.id), parts.texts)

    assert "medewerker" in answer.text
    assert answer.keyboard
    assert "Plek: 52.09072, 5.12142" in [line.text for line in told]


async def test_what_nobody_said_gets_no_answer(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        timer = {"message_auto_delete_time": 86400}
        await api.pushes(api.message_of(CHAT, message_auto_delete_timer_changed=timer))
        await api.types(CHAT, "ja")
        await api.wait_for(CHAT, 2)

    assert len(api.sent[CHAT]) == 2


async def test_a_mistake_of_ours_holds_up_nobody_for_ever(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_PAUSE", 0.01)

    def stumbles(update: Update) -> Received | None:
        got = received(update)
        if got is not None and got.chat_id == str(CHAT):
            raise RuntimeError("a mistake")
        return got

    monkeypatch.setattr(player, "received", stumbles)
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.types(CHAT + 1, "/start")
        await api.wait_for(CHAT + 1, 1)

    assert api.sent[CHAT] == []


async def test_another_program_with_the_same_token_is_told_to_the_operator(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_AFTER_MENDING", 0.01)
    other = "Conflict: terminated by other getUpdates request"
    api.faults["getUpdates"].append(Refused(409, other))
    with capture_logs() as logs:
        async with program(tmp_path, api):
            await api.types(CHAT, "/start")
            await api.wait_for(CHAT, 1)

    told = [one for one in logs if one["event"] == "telegram_needs_an_operator"]
    assert [(one["log_level"], one["reason"]) for one in told] == [("error", other)]


async def test_after_a_week_of_silence_the_numbers_may_begin_anew(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)
        await api.wait_for_polls(api.polls + 2)
        await api.tells({"update_id": 7, **api.message_of(CHAT, text="ja")})
        await api.wait_for(CHAT, 2)

    assert len(api.sent[CHAT]) == 2


async def test_a_group_of_others_is_left_at_once(api: BotApi, tmp_path: Path) -> None:
    bot = {"id": 1234567, "is_bot": True, "first_name": "Test"}
    added = {
        "chat": {"id": -1007, "type": "supergroup", "title": "Buurt"},
        "from": {"id": 5, "is_bot": False, "first_name": "Jan"},
        "date": NOON,
        "old_chat_member": {"user": bot, "status": "left"},
        "new_chat_member": {"user": bot, "status": "member"},
    }
    async with program(tmp_path, api):
        await api.pushes({"my_chat_member": added})
        await api.types(CHAT, "/start")
        await api.wait_for(CHAT, 1)

    assert api.left == [-1007]
    assert "-1007" in api.sent[-1007][0].text
    assert len(api.sent[-1007]) == 1
