"""What time it is, and which day that is for the people who are served."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

# The day of the law and of the person: "vandaag" is a day in the Netherlands.
_HERE = ZoneInfo("Europe/Amsterdam")


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place that may


class FixedClock:
    """A clock that stands still at noon of one day, for `--today`."""

    def __init__(self, day: date) -> None:
        """Stand still on this day."""
        self._now = datetime.combine(day, time(12), tzinfo=_HERE).astimezone(UTC)

    def now(self) -> datetime:
        """Return noon of the day."""
        return self._now


def local(moment: datetime) -> datetime:
    """Return the same moment as the clocks in the Netherlands show it."""
    return moment.astimezone(_HERE)


def day_of(moment: datetime) -> date:
    """Return the calendar day in the Netherlands at this moment."""
    return local(moment).date()
