import pytest

from dialogs.session import Phase, Session
from dialogs.urgency import Urgency, signals_of, urgency
from tests.conversation import begun, reviewed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ik wil niet meer leven", Urgency.NOW),
        ("hij ademt niet meer", Urgency.NOW),
        ("mijn man slaat mij", Urgency.TODAY),
        ("Ik moet van de verzekeraar iets tekenen", Urgency.TODAY),
        ("ik kan niet stoppen met huilen", Urgency.NORMAL),
    ],
)
def test_an_alarm_says_how_soon_a_human_must_look(words: str, expected: Urgency) -> None:
    assert urgency(begun().says(words).session) is expected


def test_who_asks_for_a_human_is_seen_today() -> None:
    assert urgency(begun().commands("mens").session) is Urgency.TODAY


def test_a_term_that_is_near_is_seen_today() -> None:
    talk = begun().until("controle", oorzaak="verkeer", datum="24 december 2023")

    assert urgency(talk.session) is Urgency.TODAY
    assert "verjaring_dreigt" in signals_of(talk.session)


def test_an_ordinary_case_waits_its_turn() -> None:
    assert urgency(reviewed().session) is Urgency.NORMAL


def test_without_an_assessment_there_are_no_signals() -> None:
    assert signals_of(Session()) == ()
    assert signals_of(Session(beoordeling={"signalen": "x"})) == ()
    assert urgency(Session(phase=Phase.PAUSED)) is Urgency.NORMAL
