"""Sends what was decided: in order per conversation, as often as it takes, through any crash.

What is to be sent stands in the store, not here. A process that dies in the middle leaves its
messages there and the next one sends them; at worst a message goes out twice, never not at all.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot import metrics
from bot.log import fault, log
from bot.ports import (
    Barrier,
    Channel,
    Clock,
    NobodyThere,
    Posted,
    Store,
    TryLater,
    Unreachable,
)

_AT_ONCE = 16
_POLL = 1.0
_LONGEST_WAIT = 900.0
# The store keeps a message from other workers for half a minute.
_LONGEST_SENDING = 25.0
# A message on which the channel itself fails this often holds up all that comes after it.
_FAULTS_BEFORE_GIVING_UP = 12
_TIME_TO_FINISH = 5.0


class Outbox:
    """The worker that hands messages to their channels."""

    def __init__(
        self, store: Store, clock: Clock, *channels: Channel, poll: float = _POLL
    ) -> None:
        """Serve these channels; look for work every `poll` seconds and whenever woken."""
        self._store = store
        self._channels = {channel.name: channel for channel in channels}
        self._clock = clock
        self._poll = poll
        self._news = asyncio.Event()
        self._stopping = False
        # Per channel, so that a slow one never holds up another.
        self._busy: defaultdict[str, set[int]] = defaultdict(set)
        self._sendings: set[asyncio.Task[None]] = set()

    def add(self, channel: Channel) -> None:
        """Serve one more channel: some take seconds to start, and nobody waits for them."""
        self._channels[channel.name] = channel
        self.wake()

    def wake(self) -> None:
        """Look for work now."""
        self._news.set()

    async def run(self) -> None:
        """Work until told to stop; what goes wrong is logged and tried again."""
        while not self._stopping:
            await self._started()
            await self._news_or_poll()

    async def stop(self) -> None:
        """Start nothing more and let what is being sent finish, for a short while."""
        self._stopping = True
        self.wake()
        if self._sendings:
            await asyncio.wait(self._sendings, timeout=_TIME_TO_FINISH)
        for late in tuple(self._sendings):
            late.cancel()
        await asyncio.gather(*self._sendings, return_exceptions=True)

    # --- looking for work ------------------------------------------------------------------------

    async def _news_or_poll(self) -> None:
        try:
            async with asyncio.timeout(self._poll):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()

    async def _started(self) -> None:
        """Begin sending what is due, on each channel as much as it can do at once."""
        for name in tuple(self._channels):
            free = _AT_ONCE - len(self._busy[name])
            if free > 0:
                for posted in await self._due(name, free):
                    self._begin(posted)

    async def _due(self, channel: str, most: int) -> Sequence[Posted]:
        """Return what is ours to send now; what is returned here is kept from other workers."""
        try:
            due = await self._store.pending((channel,), self._clock.now(), most)
        except Exception as error:  # noqa: BLE001 - the store comes back; the worker must be there
            log.error("outbox_cannot_read_the_store", channel=channel, **fault(error))
            return ()
        return [posted for posted in due if posted.conversation not in self._busy[channel]]

    def _begin(self, posted: Posted) -> None:
        self._busy[posted.channel].add(posted.conversation)
        metrics.SENDING.labels(posted.channel).inc()
        sending = asyncio.create_task(self._deliver(posted))
        self._sendings.add(sending)
        sending.add_done_callback(lambda task: self._ended(task, posted))

    def _ended(self, sending: asyncio.Task[None], posted: Posted) -> None:
        self._sendings.discard(sending)
        self._busy[posted.channel].discard(posted.conversation)
        metrics.SENDING.labels(posted.channel).dec()
        self.wake()

    # --- sending ---------------------------------------------------------------------------------

    async def _deliver(self, posted: Posted) -> None:
        try:
            async with asyncio.timeout(_LONGEST_SENDING):
                await self._channels[posted.channel].send(posted)
        except TimeoutError:
            await self._postpone(posted, 0, "timeout")
        except NobodyThere as away:
            await self._give_up(posted, _code(away), away.barrier)
        except Unreachable as gone:
            await self._give_up(posted, _code(gone))
        except TryLater as wait:
            await self._postpone(posted, wait.seconds, wait.reason)
        except Exception as error:  # noqa: BLE001 - one message must not stop the others
            await self._after_fault(posted, error)
        else:
            await self._noted(lambda: self._store.sent(posted.id, self._clock.now()))
            metrics.SENT.labels(posted.channel).inc()

    async def _after_fault(self, posted: Posted, error: Exception) -> None:
        log.error("outbox_channel_failed", channel=posted.channel, **fault(error))
        if posted.attempts + 1 >= _FAULTS_BEFORE_GIVING_UP:
            await self._give_up(posted, "fault")
        else:
            await self._postpone(posted, 0, "fault")

    async def _give_up(self, posted: Posted, reason: str, barrier: Barrier | None = None) -> None:
        log.warning("outbox_gave_up", channel=posted.channel, reason=reason)
        await self._noted(
            lambda: self._store.give_up(posted.id, self._clock.now(), reason, barrier)
        )
        metrics.GIVEN_UP.labels(posted.channel).inc()

    async def _postpone(self, posted: Posted, seconds: float, reason: str) -> None:
        """Wait as long as the channel asks, and longer each time that it did not help."""
        wait = max(seconds, min(2.0**posted.attempts, _LONGEST_WAIT))
        log.info("outbox_waits", channel=posted.channel, reason=reason, seconds=wait)
        until = self._clock.now() + timedelta(seconds=wait)
        await self._noted(lambda: self._store.postpone(posted.id, until, reason))
        metrics.POSTPONED.labels(posted.channel).inc()

    async def _noted(self, note: Callable[[], Awaitable[None]]) -> None:
        """Write down what became of a message; until that worked it is not tried again."""
        while True:
            try:
                await note()
            except Exception as error:  # noqa: BLE001 - sending twice is worse than waiting
                log.error("outbox_cannot_write_the_store", **fault(error))
                await asyncio.sleep(self._poll)
            else:
                return


def _code(gone: Unreachable) -> str:
    """Return the channel's error code; never a text."""
    word = str(gone)
    return word if word.isascii() and len(word) <= 40 and " " not in word else "unreachable"  # noqa: PLR2004 - as long as codes get
