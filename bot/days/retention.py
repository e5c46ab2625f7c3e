"""Nothing is kept longer than was promised."""

import asyncio
from datetime import timedelta

from bot import metrics
from bot.log import fault, log
from bot.ports import Clock, Store
from bot.settings import Settings

_EVERY = timedelta(hours=1)


async def swept(store: Store, clock: Clock, settings: Settings) -> int:
    """Erase the conversations whose time is up, and return how many there were."""
    now = clock.now()
    proofs = await store.erase_before(
        unfinished=now - timedelta(days=settings.retention_unfinished_days),
        closed=now - timedelta(days=settings.retention_closed_days),
        now=now,
    )
    metrics.ERASED.inc(len(proofs))
    if proofs:
        log.info("retention_erased", count=len(proofs))
    return len(proofs)


async def sweeping(store: Store, clock: Clock, settings: Settings) -> None:
    """Sweep at the start and every hour after; a sweep that fails is done again next time."""
    while True:
        try:
            await swept(store, clock, settings)
        except Exception as error:  # noqa: BLE001 - what is overdue stays due
            log.error("retention_failed", **fault(error))
        await asyncio.sleep(_EVERY.total_seconds())
