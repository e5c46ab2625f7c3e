"""Somebody blocks the bot, and lets it in again: over HTTP, as Telegram tells of both."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.parts import Parts
from bot.ports import Barrier, Conversation, OutOfReach
from bot.storage import absent
from bot.takeover import Came, Takeover
from tests.loopback.telegram import BotApi
from tests.loopback.telegram_spec import Refused
from tests.loopback.telegram_state import NOON
from tests.telegram import CHAT, POLLING, WEBHOOK, program, pushed

NAME = "omar.bakker"
CONSENT = "Mag ik uw antwoorden opslaan"


async def known(parts: Parts) -> Conversation:
    found = await parts.store.conversation_of("telegram", str(CHAT))
    assert found is not None
    return found


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something is so."""
    for _ in range(1500):
        if await true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never was so")


async def until_away(parts: Parts, why: Barrier | None) -> None:
    async def is_so() -> bool:
        away = (await known(parts)).out_of_reach
        return (None if away is None else away.why) is why

    await until(is_so)


async def until_settled(parts: Parts) -> None:
    """Wait until nothing is left to send."""

    async def is_so() -> bool:
        lines = await parts.store.transcript((await known(parts)).id)
        return all(line.delivered is not None for line in lines if line.outgoing)

    await until(is_so)


async def taken(api: BotApi, parts: Parts) -> str:
    """Let somebody ask for a human, and get one."""
    for text in ("/start", "mens"):
        await api.delivers(await api.types(CHAT, text))
    case = await known(parts)
    assert await Takeover(parts).take(case.case, NAME, case.epoch) is Came.DONE
    await until_settled(parts)
    return case.case


async def writes(parts: Parts, case: str, text: str, number: int = 1) -> Came:
    return await Takeover(parts).reply(case, NAME, f"{number:032x}", text)


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_telegram_tells_who_blocked_the_bot_and_since_when(
    api: BotApi, tmp_path: Path, mode: str
) -> None:
    async with program(tmp_path, api, mode) as parts:
        await pushed(api, mode, await api.types(CHAT, "/start"))
        await pushed(api, mode, await api.blocks(CHAT, NOON + 60))

        away = (await known(parts)).out_of_reach
        assert away is not None
        assert (away.why, away.since.timestamp()) == (Barrier.BLOCKED, NOON + 60)

        await pushed(api, mode, await api.unblocks(CHAT))
        assert (await known(parts)).out_of_reach is None


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (Refused(403, "Forbidden: bot was blocked by the user"), Barrier.BLOCKED),
        (Refused(403, "Forbidden: user is deactivated"), Barrier.DEACTIVATED),
        (
            Refused(403, "Forbidden: bot can't initiate conversation with a user"),
            Barrier.NEVER_STARTED,
        ),
        (Refused(403, "Forbidden: for a reason of next year"), Barrier.UNDELIVERABLE),
        (Refused(400, "Bad Request: chat not found"), Barrier.CHAT_GONE),
        (Refused(400, "Bad Request: user not found"), Barrier.CHAT_GONE),
        (Refused(400, "Bad Request: PEER_ID_INVALID"), Barrier.CHAT_GONE),
        (Refused(400, "Bad Request: BUTTON_DATA_INVALID"), None),
    ],
    ids=str,
)
async def test_a_refusal_tells_whether_the_person_or_only_the_message_is_meant(
    api: BotApi, tmp_path: Path, refused: Refused, why: Barrier | None
) -> None:
    api.faults["sendMessage"].append(refused)
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.types(CHAT, "/start"))
        await until_settled(parts)

        away = (await known(parts)).out_of_reach
        assert (None if away is None else away.why) == why


async def test_a_stranger_who_blocks_the_bot_begins_no_conversation(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await api.delivers(await api.blocks(CHAT), await api.unblocks(CHAT))

        assert await parts.store.conversation_of("telegram", str(CHAT)) is None


async def test_the_question_that_did_not_arrive_comes_when_the_block_is_lifted(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.sqlite.absent.FOR_A_WORD", absent.FOR_A_WORD * 0)
    async with program(tmp_path, api) as parts:
        api.blocked.add(CHAT)
        await api.delivers(await api.types(CHAT, "/start"))
        await until_away(parts, Barrier.BLOCKED)
        assert api.sent[CHAT] == []

        await api.delivers(await api.unblocks(CHAT))
        await api.wait_for(CHAT, 1)
        await until_settled(parts)

    assert len(api.sent[CHAT]) == 1


async def test_the_button_to_start_again_brings_the_question_once(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        api.blocked.add(CHAT)
        await api.delivers(await api.types(CHAT, "/start"))
        await until_away(parts, Barrier.BLOCKED)

        # What the app sends: the block is lifted, and the command.
        await api.delivers(await api.unblocks(CHAT), await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)
        await until_settled(parts)

    assert len(api.sent[CHAT]) == 1
    assert [label for label, _ in api.sent[CHAT][0].buttons][:2] == ["Ja", "Nee"]


async def test_what_staff_wrote_to_somebody_out_of_reach_arrives_once_they_are_back(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        case = await taken(api, parts)
        before = len(api.sent[CHAT])
        await api.delivers(await api.blocks(CHAT))

        assert await writes(parts, case, "Zullen we bellen?") is Came.OUT_OF_REACH
        await until_settled(parts)
        assert len(api.sent[CHAT]) == before

        await api.delivers(await api.unblocks(CHAT), await api.types(CHAT, "ja graag"))
        await api.wait_for(CHAT, before + 1)
        await until_settled(parts)

        assert api.sent[CHAT][before].text == "Zullen we bellen?"
        assert [one.text for one in api.sent[CHAT]].count("Zullen we bellen?") == 1
        assert await writes(parts, case, "Goed.", 2) is Came.DONE


async def test_a_reply_that_finds_nobody_tells_so_though_telegram_did_not(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        case = await taken(api, parts)
        api.blocked.add(CHAT)

        assert await writes(parts, case, "Bent u daar?") is Came.DONE
        await until_away(parts, Barrier.BLOCKED)
        assert await writes(parts, case, "Hallo?", 2) is Came.OUT_OF_REACH


async def test_a_block_of_which_the_end_was_never_told_ends_with_what_arrives(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        case = await taken(api, parts)
        chat = str(CHAT)
        since = (await known(parts)).changed_at
        await parts.store.lost("telegram", chat, OutOfReach(since=since, why=Barrier.BLOCKED))

        await writes(parts, case, "Bent u daar?")

        await until_away(parts, None)
