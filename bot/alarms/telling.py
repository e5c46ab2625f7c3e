"""Sends the notices to staff: each as often as it takes, through any crash."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from bot import metrics
from bot.log import fault, log
from bot.ports import Clock, Notice, Notifier, Store, TryLater

_LONGEST_WAIT = 900.0
_LONGEST_SENDING = 25.0
_FIRST_WAIT = 5.0


class Telling:
    """Hands notices to their notifiers."""

    def __init__(self, store: Store, clock: Clock, notifiers: Sequence[Notifier]) -> None:
        """Send by these notifiers."""
        self._alarms = store.alarms
        self._clock = clock
        self._notifiers = notifiers

    async def told(self) -> None:
        """Send what is due; one notifier that fails does not hold up the next."""
        for notifier in self._notifiers:
            while due := await self._alarms.notices(notifier.name, self._clock.now()):
                for notice in due:
                    await self._send(notifier, notice)

    async def _send(self, notifier: Notifier, notice: Notice) -> None:
        try:
            async with asyncio.timeout(_LONGEST_SENDING):
                await notifier.notify(notice)
        except TimeoutError:
            await self._postpone(notifier, notice, 0, "timeout")
        except TryLater as wait:
            await self._postpone(notifier, notice, wait.seconds, wait.reason)
        except Exception as error:  # noqa: BLE001 - one notice must not stop the others
            log.error("notifier_failed", channel=notifier.name, **fault(error))
            await self._postpone(notifier, notice, 0, "fault")
        else:
            await self._alarms.told(notice.id, self._clock.now())
            metrics.NOTICES.labels(notifier.name, notice.kind).inc()

    async def _postpone(
        self, notifier: Notifier, notice: Notice, seconds: float, reason: str
    ) -> None:
        """Wait longer each time; a notice is never given up while its alarm is open."""
        growing = _FIRST_WAIT * 2.0 ** min(notice.attempts, 10)
        wait = max(seconds, min(growing, _LONGEST_WAIT))
        log.warning("notice_waits", channel=notifier.name, reason=reason, seconds=wait)
        until = self._clock.now() + timedelta(seconds=wait)
        await self._alarms.postpone(notice.id, until, reason)
        metrics.NOTICES_POSTPONED.labels(notifier.name).inc()
