"""Tens of thousands of messages of somebody who wants a reader to fall over."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sentences.words import words
from dialogs.understanding import readback_key, understand
from tests.adversary import MESSAGES

pytestmark = pytest.mark.long

KINDS = ("date", "money", "duration", "number", "percent", "yesno")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
# Of the processor, not of the clock: what backtracks for ever takes far more, whatever the load.
MOST_SECONDS = 5
TEXTS = words()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=4_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=MESSAGES, today=DAYS)
def test_no_message_makes_a_reader_fall_over_or_think_long(
    kind: str, text: str, today: date
) -> None:
    begun = time.thread_time()
    reading = understand(kind, text, today)

    assert time.thread_time() - begun < MOST_SECONDS
    assert TEXTS(readback_key(kind, reading), **reading.params)
    assert reading.to_json_dict("")["status"] == reading.status
    ends = [end for end in (reading.low, reading.value, reading.high) if end is not None]
    if kind == "date":
        assert all(date.fromisoformat(str(end)) <= today for end in ends)
    elif kind != "yesno":
        numbers = [Decimal(str(end)) for end in ends]
        assert numbers == sorted(numbers)
        assert all(number.is_finite() and number >= 0 for number in numbers)
