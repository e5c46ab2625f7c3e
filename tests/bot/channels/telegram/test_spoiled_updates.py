"""Thousands of updates that Telegram never sends: none stops the people behind it."""

import random
from pathlib import Path
from typing import Any

import pytest

from bot import metrics
from tests.adversary import spoiled
from tests.loopback.telegram import BotApi
from tests.loopback.telegram_state import NOON
from tests.loopback.telegram_updates import content, kinds
from tests.telegram import CHAT, SECRET, program

MANY, SEED = 4_000, 1
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}

pytestmark = pytest.mark.long


def updates(api: BotApi) -> list[dict[str, Any]]:
    """Return an update of every kind that is asked for, and of every other that is known."""
    edited = {**api.message_of(CHAT)["message"], "edit_date": NOON, "text": "nee"}
    pressed = {
        "id": "7",
        "from": {"id": CHAT, "is_bot": False, "first_name": "Sanne"},
        "chat_instance": "1",
        "message": api.message_of(CHAT)["message"],
        "data": "2:0",
    }
    place = {"latitude": 52.1, "longitude": 5.1}
    shared = {"phone_number": "+31612345678", "first_name": "Sanne", "user_id": CHAT}
    return [
        api.message_of(CHAT, text="ja"),
        api.message_of(CHAT, text="/start verder"),
        api.message_of(CHAT, photo=api.photo(b"een foto"), caption="bon"),
        api.message_of(CHAT, document=api.holds(b"een bon", file_name="bon.pdf")),
        api.message_of(CHAT, contact=shared),
        api.message_of(CHAT, location=place),
        {"edited_message": edited},
        {"callback_query": pressed},
        *(content(kind) for kind in kinds()),
    ]


async def test_thousands_of_spoiled_updates_stop_nobody(api: BotApi, tmp_path: Path) -> None:
    dice = random.Random(SEED)  # noqa: S311 - what to spoil, not a secret
    async with program(tmp_path, api):
        hook, deliver = await api.wait_for_hook(), api.deliver
        assert deliver is not None
        known, before = updates(api), metrics.FAULTS._value.get()  # noqa: SLF001 - what it counted
        for number in range(MANY):
            update = {"update_id": 10_000 + number, **dice.choice(known)}
            body = spoiled(dice, update)
            status = await deliver(hook.url, body, HEADERS)
            assert status in (200, 400), body
            assert metrics.FAULTS._value.get() == before, body  # noqa: SLF001 - idem
        other = CHAT + 1
        await api.delivers(await api.types(other, "/start"))
        await api.wait_for(other, 1)
