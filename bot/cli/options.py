"""Options that several commands share."""

import re
from datetime import date
from typing import Annotated

import typer

from bot.clock import FixedClock, SystemClock, day_of
from bot.ports import Clock

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(text: str) -> date:
    """Return the day that was typed; anything but YYYY-MM-DD is wrong usage."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter("a day is written as YYYY-MM-DD, for example 2026-11-23")


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL-or-FILE",
        help="The database; without it the one of LW_DATABASE_URL.",
    ),
]
Today = Annotated[
    date | None,
    typer.Option(
        "--today",
        metavar="DATE",
        parser=day,
        help="Act as if it were this day (YYYY-MM-DD); without it today.",
    ),
]


def clock(today: date | None) -> Clock:
    """Return the clock of a command."""
    return SystemClock() if today is None else FixedClock(today)


def today_or(today: date | None) -> date:
    """Return the day a command works on."""
    return day_of(clock(today).now())
