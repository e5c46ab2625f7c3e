"""Fetching what people sent elsewhere: once, for as long as it may help, and never in silence."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.files.fetching import Fetching
from bot.live import LocalLive
from bot.ports import FileGone, FileStage, KeptFile, TryLater
from bot.sentences.words import words
from bot.storage.sqlite import SqliteStore
from tests.attachments import JPEG, VIDEO
from tests.bot.storage.test_files import THERE, sends
from tests.storage_cases import AT, CHANNEL, CHAT, sent_all


@dataclass
class Clock:
    moment: datetime = AT

    def now(self) -> datetime:
        return self.moment


@dataclass
class Elsewhere:
    """A channel that gives a file, or does not."""

    clock: Clock
    store: SqliteStore
    gives: list[bytes | Exception] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    woken: int = 0

    async def fetch(self, source: str, most: int) -> bytes:
        assert most > len(JPEG)
        self.asked.append(source)
        given = self.gives.pop(0)
        if isinstance(given, Exception):
            raise given
        return given

    def wake(self) -> None:
        self.woken += 1

    @property
    def worker(self) -> Fetching:
        made = Fetching(self.store, self.clock, LocalLive(), words())
        made.told = self.wake
        made.add(CHANNEL, self.fetch)
        return made

    async def file(self) -> KeptFile:
        known = await self.store.conversation_of(CHANNEL, CHAT)
        assert known is not None
        return (await self.store.files.of(known.id))[0]

    async def last(self) -> str:
        return (await sent_all(self.store, self.clock.now()))[-1]


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[Elsewhere]:
    store = await SqliteStore.open(tmp_path / "lw.db")
    made = Elsewhere(Clock(), store)
    await sends(store, THERE)
    yield made
    await store.close()


async def test_what_comes_is_kept_and_nothing_more_is_said(elsewhere: Elsewhere) -> None:
    elsewhere.gives = [JPEG]

    assert await elsewhere.worker.fetched() == 1
    assert await elsewhere.worker.fetched() == 0

    file = await elsewhere.file()
    assert (file.stage, file.about.mime) == (FileStage.KEPT, "image/jpeg")
    assert elsewhere.asked == ["geheim-77"]
    assert await elsewhere.last() == "Dank u."


async def test_who_serves_no_such_channel_fetches_nothing(elsewhere: Elsewhere) -> None:
    worker = Fetching(elsewhere.store, elsewhere.clock, LocalLive(), words())

    assert await worker.fetched() == 0


@pytest.mark.parametrize(
    ("given", "reason", "said"),
    [
        (FileGone("gone"), "gone", "niet goed aangekomen"),
        (VIDEO, "video", "Een video kan ik niet bewaren"),
        (b"words", "soort", "Dit soort bestand"),
        (b"", "leeg", "kwam leeg aan"),
    ],
)
async def test_what_never_comes_is_told_once_and_leaves_room_for_another(
    elsewhere: Elsewhere, given: bytes | Exception, reason: str, said: str
) -> None:
    elsewhere.gives = [given]

    await elsewhere.worker.fetched()

    file = await elsewhere.file()
    assert (file.stage, file.reason) == (FileStage.LOST, reason)
    assert said in await elsewhere.last()
    assert elsewhere.woken == 1
    assert await elsewhere.worker.fetched() == 0
    known = await elsewhere.store.conversation_of(CHANNEL, CHAT)
    assert known is not None
    assert known.session.files == 0


@pytest.mark.parametrize("wrong", [TryLater(5, "429"), OSError(), TimeoutError()])
async def test_what_may_come_later_is_waited_for_longer_each_time(
    elsewhere: Elsewhere, wrong: Exception
) -> None:
    elsewhere.gives = [wrong, wrong, JPEG]
    waits = []
    for _ in range(3):
        before = elsewhere.clock.moment
        while not await elsewhere.worker.fetched():
            elsewhere.clock.moment += timedelta(seconds=1)
        waits.append((elsewhere.clock.moment - before).total_seconds())

    assert (await elsewhere.file()).stage is FileStage.KEPT
    assert waits[1] <= waits[2]
    assert await elsewhere.last() == "Dank u."


async def test_after_a_day_it_is_given_up(elsewhere: Elsewhere) -> None:
    elsewhere.clock.moment = AT + timedelta(days=1, seconds=1)
    elsewhere.gives = [TryLater(5, "429")]

    await elsewhere.worker.fetched()

    assert (await elsewhere.file()).reason == "too_late"


async def test_a_person_who_was_erased_meanwhile_hears_nothing_more(elsewhere: Elsewhere) -> None:
    async def erased(*_: object) -> bytes:
        await elsewhere.store.erase(CHANNEL, CHAT, AT)
        raise FileGone("gone")

    worker = elsewhere.worker
    worker.add(CHANNEL, erased)

    assert await worker.fetched() == 1
    assert elsewhere.woken == 0


async def test_a_store_that_is_away_is_waited_for(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise OSError

    worker = elsewhere.worker
    with monkeypatch.context() as during:
        during.setattr(elsewhere.store.files, "awaited", away)
        assert await worker.fetched() == 0

    elsewhere.gives = [JPEG]
    assert await worker.fetched() == 1
