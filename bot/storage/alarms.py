"""What both databases share about alarms: the rows, and when a case has waited too long."""

from collections.abc import Iterable
from typing import Any

from bot.ports import AlarmKind, Notice, OpenAlarm, PastAlarm
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


def past_alarms(rows: Iterable[Any]) -> tuple[PastAlarm, ...]:
    """Return the alarms of a case, but for those that are only told."""
    found = (
        PastAlarm(
            kind=AlarmKind(row["kind"]),
            raised_at=moment(row["raised_at"]),
            seen_by=row["seen_by"],
            seen_at=None if row["seen_at"] is None else moment(row["seen_at"]),
            over_at=None if row["closed_at"] is None else moment(row["closed_at"]),
        )
        for row in rows
    )
    return tuple(one for one in found if one.kind not in QUIET)


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
