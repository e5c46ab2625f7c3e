"""`bot.ports.Alarms` on SQLite: every question and every change is one call on its thread."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.ports import Climb, Notice, OpenAlarm, PastAlarm, Patience, Raise
from bot.storage.sqlite import alarming

if TYPE_CHECKING:
    from bot.storage.sqlite.store import SqliteStore


class SqliteAlarms:
    """The alarms in one SQLite file."""

    def __init__(self, store: "SqliteStore") -> None:
        """Work through the one call of the store."""
        self._store = store

    async def raise_for(self, case: str, alarm: Raise, at: datetime) -> None:
        """Raise an alarm outside a turn."""
        await self._store.do(alarming.raise_for, case, alarm, at)

    async def check(self, now: datetime, today: date, patience: Patience) -> None:
        """Raise what only time calls for, and close what is over."""
        await self._store.do(alarming.check, now, today, patience)

    async def climb(self, now: datetime, climb: Climb) -> int:
        """Take each alarm that is due one step up."""
        return await self._store.do(alarming.climb, now, climb)

    async def open(self) -> tuple[OpenAlarm, ...]:
        """Return what nobody has seen yet, the most urgent first."""
        return await self._store.do(alarming.still_open)

    async def of_case(self, conversation: int) -> tuple[PastAlarm, ...]:
        """Return every alarm of a case, the last one first."""
        return await self._store.do(alarming.of_case, conversation)

    async def seen(self, alarm: int, name: str, at: datetime) -> bool:
        """Note who has seen an alarm."""
        return await self._store.do(alarming.seen, alarm, name, at)

    async def notices(self, notifier: str, now: datetime, limit: int = 3) -> Sequence[Notice]:
        """Return what is to be sent now, for this caller alone."""
        return await self._store.do(alarming.notices, notifier, now, limit)

    async def told(self, notice: int, now: datetime) -> None:
        """Note that a notice was sent."""
        await self._store.do(alarming.told, notice, now)

    async def postpone(self, notice: int, until: datetime, reason: str) -> None:
        """Try a notice again later."""
        await self._store.do(alarming.postpone, notice, until, reason)
