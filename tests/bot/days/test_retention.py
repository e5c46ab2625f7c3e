import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.days.retention import sweeping, swept
from bot.ports import Inbound, Store
from bot.settings import Settings
from bot.storage.sqlite import SqliteStore
from tests.storage_cases import AT, CHANNEL, answering, handing_over, inbound

SETTINGS = Settings(_env_file=None)


class At:
    def __init__(self, days: float) -> None:
        self.days = days

    def now(self) -> datetime:
        return AT + timedelta(days=self.days)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await SqliteStore.open(tmp_path / "lw.db")
    await opened.turn(from_chat("open"), answering("een"))
    await opened.turn(from_chat("dicht"), handing_over())
    yield opened
    await opened.close()


def from_chat(chat: str) -> Inbound:
    return inbound(chat, chat=chat)


async def kept(store: Store) -> list[str]:
    chats = ("open", "dicht")
    return [chat for chat in chats if await store.conversation_of(CHANNEL, chat)]


@pytest.mark.parametrize(
    ("days", "left"),
    [(29, ["open", "dicht"]), (31, ["dicht"]), (364, ["dicht"]), (366, [])],
)
async def test_nothing_is_kept_longer_than_was_promised(
    days: float, left: list[str], store: Store
) -> None:
    erased = await swept(store, At(days), SETTINGS)

    assert await kept(store) == left
    assert erased == 2 - len(left)


async def test_other_terms_may_be_promised(store: Store) -> None:
    shorter = SETTINGS.model_copy(update={"retention_closed_days": 10})

    await swept(store, At(11), shorter)

    assert await kept(store) == ["open"]


async def test_a_sweep_that_fails_is_done_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.days.retention._EVERY", timedelta(0))
    tries: list[int] = []

    class Stumbling:
        async def erase_before(self, **days: datetime) -> object:
            tries.append(1)
            if len(tries) == 1:
                raise RuntimeError("stuk")
            return await store.erase_before(**days)

    worker = asyncio.create_task(sweeping(Stumbling(), At(31), SETTINGS))  # type: ignore[arg-type]
    while len(await kept(store)) > 1:  # noqa: ASYNC110 - the sweep itself is what is waited for
        await asyncio.sleep(0.01)
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker

    assert await kept(store) == ["dicht"]
