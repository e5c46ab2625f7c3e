"""What the Bot API refuses, and what becomes of the message."""

import asyncio
from pathlib import Path

import pytest

from bot.channels.telegram import refusals
from bot.parts import Parts
from bot.ports import Line, MessageClass
from tests.loopback.telegram import BotApi
from tests.loopback.telegram_spec import Refused
from tests.storage_cases import answering
from tests.telegram import CHAT, program

NEW_CHAT = -100_4242


async def last_line(parts: Parts) -> Line:
    """Return what was said last, as soon as it is known what became of it."""
    known = await parts.store.conversation_of("telegram", str(CHAT))
    assert known is not None
    for _ in range(500):
        line = (await parts.store.transcript(known.id))[-1]
        if line.delivered is not None:
            return line
        await asyncio.sleep(0.01)
    raise AssertionError("it never became known")


@pytest.mark.parametrize(
    "refused",
    [
        Refused(403, "Forbidden: bot was blocked by the user"),
        Refused(403, "Forbidden: user is deactivated"),
        Refused(403, "Forbidden: bot can't initiate conversation with a user"),
        Refused(400, "Bad Request: chat not found"),
        Refused(400, "Bad Request: PEER_ID_INVALID"),
        Refused(400, "Bad Request: BUTTON_DATA_INVALID"),
    ],
    ids=str,
)
async def test_what_never_works_is_given_up_and_shown_as_not_delivered(
    api: BotApi, tmp_path: Path, refused: Refused
) -> None:
    api.faults["sendMessage"].append(refused)
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        line = await last_line(parts)

    assert line.delivered is False
    assert api.sent[CHAT] == []


@pytest.mark.parametrize(
    "refused",
    [
        Refused(429, "Too Many Requests: retry after 1", retry_after=1),
        Refused(500, "Internal Server Error"),
        Refused(502, "Bad Gateway"),
        Refused(401, "Unauthorized"),
        Refused(404, "Not Found"),
    ],
    ids=str,
)
async def test_what_passes_is_waited_for(
    api: BotApi, tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refusals, "_SOON", 0.1)
    monkeypatch.setattr(refusals, "_AFTER_MENDING", 0.1)
    api.faults["sendMessage"].append(refused)
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)
        line = await last_line(parts)

    assert line.delivered is True
    assert len(api.sent[CHAT]) == 1


async def test_what_is_there_already_is_not_sent_again(api: BotApi, tmp_path: Path) -> None:
    api.faults["sendMessage"].append(Refused(400, "Bad Request: message is not modified"))
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        line = await last_line(parts)

    assert line.delivered is True
    assert api.sent[CHAT] == []


async def test_what_telegram_finds_too_long_comes_in_pieces_with_the_buttons_last(
    api: BotApi, tmp_path: Path
) -> None:
    api.faults["sendMessage"].append(Refused(400, "Bad Request: message is too long"))
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        line = await last_line(parts)

    *first, last = api.sent[CHAT]
    assert line.delivered is True
    assert first
    assert not any(message.buttons for message in first)
    assert [label for label, _ in last.buttons][:2] == ["Ja", "Nee"]


@pytest.mark.parametrize(
    "refused", [Refused(500, "Internal Server Error"), Refused(409, "Conflict")], ids=str
)
async def test_what_went_of_a_long_turn_is_not_sent_again_for_what_did_not(
    api: BotApi, tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refusals, "_SOON", 0.1)
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)
        known = await parts.store.conversation_of("telegram", str(CHAT))
        assert known is not None
        api.faults["sendMessage"] += [None, refused]

        long = answering("woord " * 1000, sort=MessageClass.SYSTEM)
        await parts.store.amend(known.case, parts.clock.now(), long)
        parts.outbox.wake()
        await api.wait_for(CHAT, 3)
        line = await last_line(parts)

    assert line.delivered is True
    assert len(api.sent[CHAT]) == 3


async def test_a_chat_that_moved_is_answered_where_it_is_now(api: BotApi, tmp_path: Path) -> None:
    moved = Refused(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=NEW_CHAT,
    )
    api.faults["sendMessage"].append(moved)
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        await api.wait_for(NEW_CHAT, 1)
        known = await parts.store.conversation_of("telegram", str(NEW_CHAT))

    assert known is not None
    assert api.sent[CHAT] == []


async def test_a_chat_that_moved_to_where_another_one_stands_is_given_up(
    api: BotApi, tmp_path: Path
) -> None:
    moved = Refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=NEW_CHAT)
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(NEW_CHAT, "/start"))
        await api.wait_for(NEW_CHAT, 1)
        api.faults["sendMessage"].append(moved)
        await api.delivers(await api.types(CHAT, "/start"))
        line = await last_line(parts)

    assert line.delivered is False
    assert len(api.sent[NEW_CHAT]) == 1
