"""What both databases share about alarms: the rows, and when a case has waited too long."""

from typing import Any

from bot.ports import AlarmKind, Notice, OpenAlarm
from bot.storage.sealed import moment

# How many alarms go up in one transaction.
AT_ONCE = 50
# An alarm that is over, or that the queue shows already, is on nobody's screen.
QUIET = (AlarmKind.NIEUWE_ZAAK,)
_ORDER = tuple(AlarmKind)


def open_alarm(row: Any) -> OpenAlarm:
    """Return the alarm that a row holds."""
    return OpenAlarm(
        id=row["id"],
        case=row["case_number"],
        kind=AlarmKind(row["kind"]),
        mark=row["mark"],
        raised_at=moment(row["raised_at"]),
        step=row["step"],
    )


def notice(row: Any) -> Notice:
    """Return the notice that a row holds."""
    return Notice(
        id=row["id"],
        case=row["case_number"],
        kind=AlarmKind(row["kind"]),
        step=row["step"],
        attempts=row["attempts"],
    )


def days_mark(days: int) -> str:
    """Return what marks an alarm on a term that is so many days away; nearer sorts first."""
    return f"/{days:03}"


def by_urgency(alarms: list[OpenAlarm]) -> tuple[OpenAlarm, ...]:
    """Return the alarms that must be seen first, first; among equals the oldest."""
    return tuple(sorted(alarms, key=lambda one: (_ORDER.index(one.kind), one.raised_at)))
