"""Whatever Telegram tells, by whichever way: nothing of it stops the people behind it."""

from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update

from tests.loopback.telegram import BotApi
from tests.loopback.telegram_spec import SPEC
from tests.loopback.telegram_updates import content, kinds
from tests.telegram import CHAT, POLLING, WEBHOOK, program, pushed

needs_schema = pytest.mark.skipif(
    not SPEC.exists(), reason="the published schema of the Bot API is not beside the repository"
)
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
@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_update_is_read(kind: str) -> None:
    update = Update.model_validate({"update_id": 1, **content(kind)})

    assert getattr(update, kind) is not None


@needs_schema
@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_every_kind_of_update_is_survived(api: BotApi, tmp_path: Path, mode: str) -> None:
    api.delivers_all_kinds = True
    async with program(tmp_path, api, mode):
        for kind in kinds():
            await pushed(api, mode, await api.pushes(content(kind)))
        await pushed(api, mode, await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)

    assert set(api.statuses) <= {200}


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_what_cannot_be_read_is_survived(api: BotApi, tmp_path: Path, mode: str) -> None:
    api.delivers_all_kinds = True
    async with program(tmp_path, api, mode):
        for strange in STRANGE:
            await pushed(api, mode, await api.pushes(strange))
        await pushed(api, mode, await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)

    assert set(api.statuses) <= {200}
