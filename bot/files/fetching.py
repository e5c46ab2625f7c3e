"""Fetches the files that people sent elsewhere: the message is kept first, its file after that.

Which files are awaited stands in the store, so that a crash loses none. A channel forgets a file
in time; one that does not come within a day is given up, and the person and the desk are told.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot import metrics
from bot.files.examining import LARGEST, examined
from bot.log import fault, log
from bot.ports import (
    AwaitedFile,
    Clock,
    Conversation,
    Decision,
    FileGone,
    Live,
    MessageClass,
    Outgoing,
    Part,
    Store,
    TryLater,
)
from bot.sentences.texts import Texts
from dialogs.effects import Progress
from dialogs.events import Fault
from dialogs.limits import LARGEST_FILE, MOST_FILES

# Returns the bytes of a file by its source, at most so many and one more, so that more shows.
Fetch = Callable[[str, int], Awaitable[bytes]]

_POLL = 1.0
_AT_ONCE = 4
# Well within the time for which the store keeps a file from other workers.
_LONGEST_FETCHING = 120.0
_LONGEST_WAIT = 1800.0
_GIVEN_UP_AFTER = timedelta(days=1)
_TOO_LATE = "too_late"
_MOST_DOUBLINGS = 12


class Fetching:
    """The worker that fetches files."""

    def __init__(self, store: Store, clock: Clock, live: Live, texts: Texts) -> None:
        """Fetch nothing until a channel says how."""
        self._store = store
        self._clock = clock
        self._live = live
        self._texts = texts
        self._fetches: dict[str, Fetch] = {}
        self._news = asyncio.Event()
        self.told: Callable[[], None] = lambda: None

    def add(self, channel: str, fetch: Fetch) -> None:
        """Fetch for this channel from now on."""
        self._fetches[channel] = fetch
        self.wake()

    def wake(self) -> None:
        """Look for work now."""
        self._news.set()

    async def run(self) -> None:
        """Work until cancelled; what is not finished by then is fetched by whoever comes next."""
        while True:
            self._news.clear()
            if not await self.fetched():
                try:
                    async with asyncio.timeout(_POLL):
                        await self._news.wait()
                except TimeoutError:
                    continue

    async def fetched(self) -> int:
        """Fetch what is due and return how many files that were."""
        if not self._fetches:
            return 0
        try:
            now = self._clock.now()
            due = await self._store.files.awaited(tuple(self._fetches), now, _AT_ONCE)
            await asyncio.gather(*(self._fetch(file) for file in due))
        except Exception as error:  # noqa: BLE001 - the store comes back; the worker must be there
            log.error("fetching_failed", **fault(error))
            return 0
        return len(due)

    async def _fetch(self, file: AwaitedFile) -> None:
        try:
            async with asyncio.timeout(_LONGEST_FETCHING):
                content = await self._fetches[file.channel](file.source, LARGEST)
        except FileGone as gone:
            await self._lost(file, str(gone))
        except TryLater as wait:
            await self._later(file, wait.seconds, wait.reason)
        except TimeoutError:
            await self._later(file, 0, "timeout")
        except Exception as error:  # noqa: BLE001 - one file must not stop the others
            log.error("fetch_failed", channel=file.channel, **fault(error))
            await self._later(file, 0, "fault")
        else:
            await self._arrived(file, content)

    async def _arrived(self, file: AwaitedFile, content: bytes) -> None:
        about = examined(file.about.name, content)
        if isinstance(about, Fault):
            await self._lost(file, about.value)
        elif await self._store.files.arrived(file.id, about, content):
            metrics.FILES.labels(file.channel, "kept").inc()
            self._live.changed(file.conversation)

    async def _later(self, file: AwaitedFile, seconds: float, reason: str) -> None:
        now = self._clock.now()
        if now - file.at > _GIVEN_UP_AFTER:
            return await self._lost(file, _TOO_LATE)
        doubled = 2.0 ** min(file.attempts, _MOST_DOUBLINGS)
        wait = max(seconds, min(doubled, _LONGEST_WAIT))
        log.info("fetch_waits", channel=file.channel, reason=reason, seconds=wait)
        await self._store.files.later(file.id, now + timedelta(seconds=wait))
        return None

    async def _lost(self, file: AwaitedFile, reason: str) -> None:
        """Give a file up, and tell the person so, once."""
        log.warning("file_lost", channel=file.channel, reason=reason)
        if not await self._store.files.lost(file.id, reason):
            return
        metrics.FILES.labels(file.channel, "lost").inc()
        await self._store.amend(
            file.case, self._clock.now(), lambda known: self._told(known, reason)
        )
        self.told()
        self._live.changed(file.conversation)

    def _told(self, known: Conversation, reason: str) -> Decision:
        """Say why it did not come; there is room for another file again."""
        key = f"bestand.{reason}"
        if reason not in tuple(Fault):
            key = "bestand.mislukt"
        text = self._texts(key, grootste=LARGEST_FILE, meeste=MOST_FILES)
        said = Outgoing(
            parts=(Part(text=text),),
            state=known.labels.state,
            progress=Progress(done=0, of=0),
        )
        files = max(known.session.files - 1, 0)
        return Decision(
            session=known.session.model_copy(update={"files": files}),
            labels=known.labels,
            outgoing=((MessageClass.SYSTEM, said),),
        )
