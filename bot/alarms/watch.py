"""The worker of the alarms: looks what time calls for, takes alarms up, tells staff."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot import metrics
from bot.alarms.ladder import ladder
from bot.alarms.telling import Telling
from bot.clock import day_of
from bot.log import fault, log
from bot.ports import (
    AlarmKind,
    Clock,
    Conversation,
    Decision,
    Live,
    Notifier,
    OpenAlarm,
    Patience,
    Store,
    Unreadable,
)
from bot.settings import Settings
from dialogs.urgency import handled, urgency

# Who watches the desk as a whole; conversations count from 1.
DESK = 0
DAYS_BEFORE_TERM = (1, 7, 14, 30)
_POLL = 5.0


def patience(settings: Settings) -> Patience:
    """Return how long a case may wait, as the settings say."""
    return Patience(
        unclaimed=timedelta(hours=settings.alarm_unclaimed_hours),
        unanswered=timedelta(hours=settings.alarm_unanswered_hours),
        days_before_term=DAYS_BEFORE_TERM,
    )


class AlarmWatch:
    """Knows which alarms are open in the whole program, and sees to it that they are told."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        live: Live,
        settings: Settings,
        notifiers: Sequence[Notifier] = (),
    ) -> None:
        """Tell staff by these notifiers, in this order."""
        self._store = store
        self._clock = clock
        self._live = live
        self._patience = patience(settings)
        step = timedelta(minutes=settings.alarm_step_minutes)
        self._climb = ladder([one.name for one in notifiers], step, clock.now)
        self._telling = Telling(store, clock, notifiers)
        self.open: tuple[OpenAlarm, ...] = ()

    async def run(self) -> None:
        """Look every few seconds; what fails is done again next time."""
        while True:
            try:
                await self.looked()
            except Exception as error:  # noqa: BLE001 - an alarm that is late is still an alarm
                log.error("alarms_failed", **fault(error))
            await asyncio.sleep(_POLL)

    async def looked(self) -> None:
        """Do all that is due now."""
        now = self._clock.now()
        await self._store.alarms.check(now, day_of(now), self._patience)
        while climbed := await self._store.alarms.climb(now, self._climb):
            metrics.ALARM_STEPS.inc(climbed)
        await self.refreshed()
        await self._telling.told()

    async def refreshed(self) -> None:
        """Read which alarms are open, and let the desk know when those are others."""
        known, self.open = self.open, await self._store.alarms.open()
        counts = Counter(alarm.kind for alarm in self.open)
        for kind in AlarmKind:
            metrics.ALARMS_OPEN.labels(kind).set(counts[kind])
        if [one.id for one in known] != [one.id for one in self.open]:
            self._live.changed(DESK)

    async def seen(self, alarm: int, name: str) -> None:
        """Note that a member of staff has seen an alarm; in a case that is held it is handled."""
        case = next((one.case for one in await self._store.alarms.open() if one.id == alarm), None)
        if await self._store.alarms.seen(alarm, name, self._clock.now()) and case is not None:
            await self._handled(case)
        await self.refreshed()

    async def _handled(self, case: str) -> None:
        """Let a case that somebody has be urgent no more, once all its alarms were seen."""
        try:
            # Read first: what goes off from here on was seen by nobody.
            seen = await self._store.conversation(case=case)
            is_open = any(one.case == case for one in await self._store.alarms.open())
            if seen is None or seen.owner is None or is_open:
                return
            await self._store.amend(case, self._clock.now(), lambda now: _handled(now, seen))
        except Unreadable as error:
            log.warning("case_unreadable", **fault(error))


def _handled(now: Conversation, seen: Conversation) -> Decision:
    """Return the case as it is now that what was seen of it is handled."""
    if now.owner is None:
        return Decision(session=now.session, labels=now.labels)
    session = handled(now.session, seen.labels.signals, seen.session.alarms)
    how = urgency(session, now.labels.signals, held=True)
    return Decision(session=session, labels=now.labels.model_copy(update={"urgency": how}))
