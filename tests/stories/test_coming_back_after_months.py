"""Somebody comes back months later: what was told still stands, and time has moved on."""

from datetime import date
from typing import Any

from dialogs.events import Command
from dialogs.session import State
from tests.stories.by_engine import EngineSeat
from tests.stories.seat import Seen
from tests.stories.story import TODAY

# The last day for the insurer of the car is 3 June 2027: more than six months away, and then not.
HAPPENED, LATER = "3 juni 2024", date(2027, 1, 15)
ANSWERS = (
    ("ja",),
    ("mijn zoon is gewond",),
    ("3 maart 1999", "ja", "verkeer", HAPPENED),
    ("Hij fietste en een auto gaf geen voorrang.",),
    ("nee",),
)


async def stopped_half_way() -> tuple[EngineSeat, Seen]:
    seat = EngineSeat()
    await seat.starts()
    for answers in ANSWERS:
        for answer in answers:
            await seat.types(answer)
    return seat, await seat.commands(Command.PAUZE)


def terms(seat: EngineSeat) -> dict[str, Any]:
    assessed: Any = seat.session.beoordeling
    return {term["id"]: term["status"] for term in assessed["termijnen"]}


async def test_who_comes_back_reads_of_whom_what_and_how_much_is_left() -> None:
    seat, paused = await stopped_half_way()
    assert paused.state is State.PAUSED
    asked_before = seat.session.ledger.keys()

    back = await seat.comes_back_on(LATER).starts()

    assert back.state is State.INTAKE
    assert "Uw laatste antwoord was van 25 november 2026." in back.words
    assert "Het gaat over uw zoon." in back.words
    assert "Hij fietste" in back.words or "auto" in back.words
    assert "Hierna nog hoogstens" in back.words
    assert seat.session.ledger.keys() >= asked_before
    assert back.key is not None
    assert back.key not in asked_before


async def test_a_term_that_came_near_meanwhile_is_told_at_once() -> None:
    seat, paused = await stopped_half_way()
    assert terms(seat)["wam_3_jaar"] == "binnen_12_maanden"
    assert "3 juni 2027" not in paused.words

    back = await seat.comes_back_on(LATER).starts()

    assert terms(seat)["wam_3_jaar"] == "binnen_6_maanden"
    assert "juni 2027" in back.words
    assert "Dit gesprek stopt die tijd niet." in back.words


async def test_of_the_same_day_no_date_is_told() -> None:
    seat, _ = await stopped_half_way()

    back = await seat.comes_back_on(TODAY).starts()

    assert "Uw laatste antwoord was van" not in back.words
    assert "We gaan verder waar we waren. Het gaat over uw zoon." in back.words
