"""Days without work that went on: as many more as have passed since they were told."""

from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from calc.feiten import Feiten

# The day of an answer is a day in the Netherlands.
HERE = ZoneInfo("Europe/Amsterdam")


def aged(value: JsonValue, passed: int, feiten: Feiten, today: date) -> JsonValue:
    """Return the days so far; never more than there have been since the event."""
    most = _since_event(feiten, today)
    if isinstance(value, dict):
        return {end: _older(days, passed, most) for end, days in value.items()}
    return _older(value, passed, most)


def _older(days: JsonValue, passed: int, most: int | None) -> JsonValue:
    if days is None:
        return None
    more = Decimal(str(days)) + passed
    return str(more if most is None else min(more, Decimal(most)))


def _since_event(feiten: Feiten, today: date) -> int | None:
    event = feiten.gebeurtenis_datum
    return None if event is None or event.van is None else (today - event.van).days
