from pathlib import Path

import pytest

from bot.ports import AlarmKind, Inbound, Unreadable
from bot.storage.sqlite import SqliteStore
from dialogs.events import Said
from tests import playing
from tests.storage_cases import AT


async def test_a_case_that_cannot_be_read_is_one_for_staff(tmp_path: Path) -> None:
    parts = await playing.opened(tmp_path)
    store = parts.store
    assert isinstance(store, SqliteStore)
    turn = await parts.service.handle(said("een"))
    await store.do(lambda db: db.execute("UPDATE conversations SET session = x'00'"))

    for number in ("twee", "drie"):
        with pytest.raises(Unreadable):
            await parts.service.handle(said(number))

    (alarm,) = await store.alarms.open()
    assert (alarm.case, alarm.kind) == (turn.case, AlarmKind.ONLEESBAAR)
    await store.close()


def said(message: str) -> Inbound:
    return Inbound(channel="web", chat_id="een", message_id=message, at=AT, act=Said(text="hallo"))
