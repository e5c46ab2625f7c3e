"""Tests the criteria of running cases again on the day that matters, whoever is at work."""

import asyncio
from datetime import date, timedelta

from bot import metrics
from bot.clock import day_of, local
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import AlarmKind, Conversation, Decision, Labels, MessageClass, Raise, Unreadable
from bot.service import labels
from dialogs.events import Command, Commanded, Event
from dialogs.followup.due import due_on, followed_up

_EVERY = timedelta(minutes=15)
# Nobody is asked how they are in the night.
_FIRST_HOUR, _LAST_HOUR = 9, 19
_AT_ONCE = 50


async def following_up(parts: Parts) -> None:
    """Look every quarter of an hour; what fails is due the next time as well."""
    while True:
        try:
            await followed(parts)
        except Exception as error:  # noqa: BLE001 - what is due stays due
            log.error("followups_failed", **fault(error))
        await asyncio.sleep(_EVERY.total_seconds())


async def followed(parts: Parts) -> int:
    """Ask whoever it is time for, or let staff do it; return how many cases there were."""
    now = parts.clock.now()
    if not _FIRST_HOUR <= local(now).hour < _LAST_HOUR:
        return 0
    done = 0
    while due := await parts.store.due_for_retest(day_of(now), _AT_ONCE):
        came = [await _followed(parts, case) for case in due]
        done += sum(came)
        if not any(came):
            break
    return done


async def _followed(parts: Parts, case: str) -> bool:
    """Deal with one case; one that cannot be read must not hold up the others."""
    now = parts.clock.now()

    def decide(known: Conversation) -> Decision:
        return _decided(parts, known)

    try:
        turn = await parts.store.amend(case, now, decide)
    except Unreadable as error:
        log.error("case_unreadable", **fault(error))
        alarm = Raise(kind=AlarmKind.ONLEESBAAR, mark=f"{day_of(now)}")
        await parts.store.alarms.raise_for(case, alarm, now)
        return False
    if turn is None:
        return False
    metrics.FOLLOWUPS.inc()
    parts.outbox.wake()
    parts.live.changed(turn.conversation)
    return True


def _decided(parts: Parts, known: Conversation) -> Decision:
    """Return what comes of it; another process may have been first, then nothing does."""
    now = parts.clock.now()
    today = day_of(now)
    event = Event(act=Commanded(command=Command.START), at=now, channel=known.channel)
    due = due_on(parts.script, known.session, event, today)
    if due is None or due > today:
        return Decision(session=known.session, labels=_due(known, due))
    # Whoever cannot be reached is one for staff as well.
    with_human = known.owner is not None or known.out_of_reach is not None
    session, taken, by_staff = followed_up(
        parts.script, known.session, event, today, with_human=with_human
    )
    if by_staff:
        task = Raise(kind=AlarmKind.HERTOETSEN, mark=f"{today}")
        later = _due(known, taken.retest_on)
        return Decision(session=session, labels=later, alarms=(task,))
    outgoing = parts.service.outgoing(taken, session, known.case)
    return Decision(
        session=session,
        labels=labels(session, taken, held=known.owner is not None),
        outgoing=((MessageClass.BOT, outgoing),),
    )


def _due(known: Conversation, day: date | None) -> Labels:
    return known.labels.model_copy(update={"retest_on": day})
