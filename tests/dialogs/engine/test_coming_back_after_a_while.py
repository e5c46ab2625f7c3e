"""Somebody who comes back to an intake that was not finished, days or weeks later."""

from datetime import timedelta

import pytest

from dialogs.session import State
from tests.conversation import Talk


def off_work(days: str) -> Talk:
    """Somebody who told how long they were off work, and then stopped for a while."""
    talk = Talk().commands("start").until("ao_dagen", rol="slachtoffer").says(days)
    return talk.commands("pauze")


@pytest.mark.parametrize("passed", [0, 6, 7, 20])
def test_days_without_work_that_went_on_are_asked_again_after_a_week(passed: int) -> None:
    talk = off_work("10 dagen, nog steeds ziek")
    talk.today += timedelta(days=passed)

    talk.commands("start")

    assert (talk.question == "ao_dagen") is (passed >= 7)
    if talk.question == "ao_dagen":
        assert "zo_laten" in talk.choices
        assert talk.known["letsel"]["ao_dagen"] == 10


def test_days_without_work_that_are_over_are_not_asked_again() -> None:
    talk = off_work("10 dagen")
    talk.commands("start").chooses("nee").commands("pauze")
    talk.today += timedelta(days=20)

    talk.commands("start")

    assert talk.question != "ao_dagen"
    assert talk.state is State.INTAKE
