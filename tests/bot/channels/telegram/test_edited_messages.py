"""An edited message is answered kindly, and is no answer to the open question."""

from pathlib import Path

import pytest

from bot.parts import Parts
from dialogs.session import Session, State
from tests.loopback.telegram import BotApi
from tests.loopback.telegram_state import NOON
from tests.telegram import CHAT, POLLING, WEBHOOK, program, pushed


async def session_of(parts: Parts) -> Session:
    known = await parts.store.conversation_of("telegram", str(CHAT))
    assert known is not None
    return known.session


async def types(api: BotApi, mode: str, *texts: str) -> None:
    for text in texts:
        await pushed(api, mode, await api.types(CHAT, text))


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_an_edit_is_answered_kindly_and_changes_no_answer(
    api: BotApi, tmp_path: Path, mode: str
) -> None:
    async with program(tmp_path, api, mode) as parts:
        await types(api, mode, "/start", "ja", "ikzelf", "12 april 1988")
        await api.wait_for(CHAT, 4)
        before = await session_of(parts)
        await pushed(api, mode, await api.edits(CHAT, "verkeer"))
        said = (await api.wait_for(CHAT, 5))[4]
        after = await session_of(parts)

    assert "eerder bericht veranderde" in said.text
    assert "wijzig" in said.text
    assert said.buttons
    assert after.ledger == before.ledger


async def test_an_edit_gives_no_consent(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await types(api, WEBHOOK, "/start")
        await api.delivers(await api.edits(CHAT, "ja"))
        second = (await api.wait_for(CHAT, 2))[1]
        session = await session_of(parts)

    assert [label for label, _ in second.buttons][:2] == ["Ja", "Nee"]
    assert not session.ledger


async def test_an_edit_that_comes_twice_is_answered_once(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await types(api, WEBHOOK, "/start", "ja")
        edit = await api.edits(CHAT, "nee")
        await api.delivers(edit, edit)
        await types(api, WEBHOOK, "ikzelf")
        await api.wait_for(CHAT, 4)

    assert len(api.sent[CHAT]) == 4


async def test_what_telegram_calls_an_edit_and_nobody_sees_is_not_answered(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await types(api, WEBHOOK, "hallo")
        await api.delivers(await api.edits(CHAT, "hallo", NOON))
        await types(api, WEBHOOK, "ja")
        await api.wait_for(CHAT, 2)

    assert len(api.sent[CHAT]) == 2


async def test_danger_in_an_edit_is_heard_at_once(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await types(api, WEBHOOK, "/start", "ja", "ikzelf")
        await api.delivers(await api.edits(CHAT, "ik wil niet meer leven"))
        said = (await api.wait_for(CHAT, 4))[3]

    assert "113" in said.text


async def test_after_a_human_was_asked_for_an_edit_is_for_the_human(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await types(api, WEBHOOK, "/start", "ja", "ikzelf", "mens")
        await api.delivers(await api.edits(CHAT, "het was op de A2"))
        known = await parts.store.conversation_of("telegram", str(CHAT))
        assert known is not None
        lines = await parts.store.transcript(known.id)

    assert known.labels.state is State.WITH_HUMAN
    said = [line.act for line in lines if line.act is not None]
    assert "A2" in said[-1].model_dump_json()


async def test_an_edit_of_somebody_unknown_begins_a_conversation(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await api.delivers(await api.edits(CHAT, "hallo"))
        (first,) = await api.wait_for(CHAT, 1)

    assert [label for label, _ in first.buttons][:2] == ["Ja", "Nee"]


@pytest.mark.parametrize("status", ["kicked", "member"])
async def test_who_blocks_or_comes_back_gets_no_message(
    api: BotApi, tmp_path: Path, status: str
) -> None:
    person = {"id": CHAT, "is_bot": False, "first_name": "Sanne"}
    member = {"user": person, "status": status, "until_date": 0}
    change = {
        "chat": {"id": CHAT, "type": "private"},
        "from": person,
        "date": NOON,
        "old_chat_member": {"user": person, "status": "member"},
        "new_chat_member": member,
    }
    async with program(tmp_path, api):
        await api.delivers(await api.pushes({"my_chat_member": change}))
        await types(api, WEBHOOK, "/start")
        await api.wait_for(CHAT, 1)

    assert len(api.sent[CHAT]) == 1
