"""Days pass: a case that comes near its term becomes urgent without anybody saying a word."""

import asyncio
from datetime import date, timedelta

from bot.alarms.raising import raised_by_days
from bot.clock import day_of
from bot.days.terms_ahead import relabelled
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import Conversation, Relabelled

_EVERY = timedelta(hours=1)


async def looked_again(parts: Parts) -> int:
    """Put new labels on every case whose day has come, and return how many there were."""
    now, looked = parts.clock.now(), 0
    today = day_of(now)

    def labels(known: Conversation) -> Relabelled:
        return _labels(parts, known, today)

    while done := await parts.store.relabel(now, today, labels):
        looked += len(done)
        for conversation in done:
            parts.live.changed(conversation)
    return looked


async def relabelling(parts: Parts) -> None:
    """Look at the start and every hour after; what fails is done again next time."""
    while True:
        try:
            await looked_again(parts)
        except Exception as error:  # noqa: BLE001 - what is due stays due
            log.error("relabelling_failed", **fault(error))
        await asyncio.sleep(_EVERY.total_seconds())


def _labels(parts: Parts, known: Conversation, today: date) -> Relabelled:
    held = known.owner is not None
    try:
        labels = relabelled(parts.script.flow, known.session, known.labels, today, held=held)
        return Relabelled(labels=labels, alarms=raised_by_days(known, labels, today))
    except Exception as error:  # noqa: BLE001 - one case must not hold up the others
        log.error("relabelling_failed", **fault(error))
        tomorrow = today + timedelta(days=1)
        return Relabelled(labels=known.labels.model_copy(update={"relabel_on": tomorrow}))
