"""How an alarm goes up, step by step, until somebody has seen it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.ports import AlarmKind, Climb, Climbed, OpenAlarm

# Somebody may be in danger: everybody is told in the first step.
AT_ONCE = frozenset({AlarmKind.GEVAAR, AlarmKind.CRISIS})
_LONGEST_WAIT = timedelta(days=1)
_MOST_DOUBLINGS = 10


def ladder(notifiers: Sequence[str], step: timedelta, now: Callable[[], datetime]) -> Climb:
    """Return how alarms climb: the desk, then each notifier, then all of them again.

    The desk shows an alarm from its first moment, so the first step is a wait. After the last
    rung the waits double, up to a day, and never end.
    """
    names = tuple(notifiers)

    def climb(alarm: OpenAlarm) -> Climbed:
        if alarm.kind is AlarmKind.NIEUWE_ZAAK:
            return Climbed(told=names, next_at=None)
        if alarm.kind in AT_ONCE:
            return Climbed(told=names, next_at=now() + _wait(step, alarm.step))
        if alarm.step == 0:
            return Climbed(told=(), next_at=now() + step)
        rung = alarm.step - 1
        told = names[rung : rung + 1] if rung < len(names) else names
        return Climbed(told=told, next_at=now() + _wait(step, max(0, alarm.step - len(names))))

    return climb


def _wait(step: timedelta, doublings: int) -> timedelta:
    return min(step * (1 << min(doublings, _MOST_DOUBLINGS)), _LONGEST_WAIT)
