"""Whatever Telegram tells, by whichever way: nothing of it stops the people behind it."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update
from structlog.testing import capture_logs

from tests.loopback.telegram import BotApi
from tests.loopback.telegram_spec import SPEC, schema
from tests.loopback.telegram_updates import content, kinds, message_fields, message_with
from tests.telegram import CHAT, POLLING, WEBHOOK, program, pushed

needs_schema = pytest.mark.skipif(
    not SPEC.exists(), reason="the published schema of the Bot API is not beside the repository"
)
# Bare, and as chance has it.
CHANCES = (None, 1, 2, 3, 4)
FAULTS = {
    "turn_failed",
    "telegram_update_failed",
    "telegram_update_not_read",
    "telegram_update_passed_over",
}
SAID = ("text", "photo", "document", "voice", "video", "location", "contact", "sticker", "poll")


def notes() -> tuple[str, ...]:
    """Return the fields of what Telegram tells of itself."""
    fields = schema()["types"].get("Message", {"fields": []})["fields"]
    return tuple(one["name"] for one in fields if "Service message" in one["description"])


NOTES = notes()
# What a later version of the Bot API, or a mistake in it, may bring.
STRANGE: tuple[dict[str, Any], ...] = (
    {},
    {"telepathy": {"from": {"id": 5}}},
    {"message": {"text": "zonder chat"}},
    {"message": None},
    {"callback_query": "x"},
    {"my_chat_member": {"new_chat_member": {"status": "vanished"}}},
)


@needs_schema
@pytest.mark.parametrize("chance", CHANCES)
@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_update_is_read(kind: str, chance: int | None) -> None:
    update = Update.model_validate({"update_id": 1, **content(kind, chance)})

    assert getattr(update, kind) is not None


@needs_schema
@pytest.mark.parametrize("field", message_fields())
def test_a_message_with_any_field_is_read(field: str) -> None:
    for chance in CHANCES:
        message = message_with(field, 900, chance)
        update = Update.model_validate({"update_id": 1, "message": message})

        assert update.message is not None
        assert getattr(update.message, field) is not None


@needs_schema
@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_every_kind_of_update_is_survived(api: BotApi, tmp_path: Path, mode: str) -> None:
    api.delivers_all_kinds = True
    with capture_logs() as logs:
        async with program(tmp_path, api, mode):
            for kind, chance in product(kinds(), CHANCES[:2]):
                number = await api.pushes(content(kind, chance))
                await pushed(api, mode, number)
            await pushed(api, mode, await api.types(CHAT, "/start"))
            await api.wait_for(CHAT, 1)

    assert set(api.statuses) <= {200}
    assert not {one["event"] for one in logs} & FAULTS


@needs_schema
async def test_whatever_a_message_holds_it_is_survived_and_what_nobody_said_is_not_answered(
    api: BotApi, tmp_path: Path
) -> None:
    people = dict(enumerate(message_fields(), CHAT + 1))
    with capture_logs() as logs:
        async with program(tmp_path, api):
            for person, field in people.items():
                message = message_with(field, person, person)
                await api.delivers(await api.pushes({"message": message}))
                await api.delivers(await api.pushes({"edited_message": message}))
            await api.delivers(await api.types(CHAT, "/start"))
            for person, field in people.items():
                await api.wait_for(person, 1 if field in SAID else 0)

    assert set(api.statuses) == {200}
    assert not {one["event"] for one in logs} & FAULTS
    assert [field for person, field in people.items() if field in NOTES and api.sent[person]] == []


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_what_cannot_be_read_is_survived(api: BotApi, tmp_path: Path, mode: str) -> None:
    api.delivers_all_kinds = True
    async with program(tmp_path, api, mode):
        for strange in STRANGE:
            await pushed(api, mode, await api.pushes(strange))
        await pushed(api, mode, await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)

    assert set(api.statuses) <= {200}
