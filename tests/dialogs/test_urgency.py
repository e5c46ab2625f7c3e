import pytest

from dialogs.session import Phase, Session
from dialogs.urgency import Urgency, handled, signals_of, still_handled, urgency
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


def test_what_a_human_with_the_case_has_seen_makes_it_urgent_no_more() -> None:
    session = begun().says("ik wil niet meer leven").session

    seen = handled(session, signals_of(session))

    assert urgency(seen, held=True) is Urgency.NORMAL
    assert urgency(session, held=True) is Urgency.NOW


def test_a_wish_for_a_human_is_met_while_one_has_the_case() -> None:
    assert urgency(begun().commands("mens").session, held=True) is Urgency.NORMAL


def test_an_alarm_that_was_not_seen_stays() -> None:
    session = begun().says("ik wil niet meer leven").session

    assert urgency(handled(session, (), seen=()), held=True) is Urgency.NOW


def test_pressure_to_sign_is_handled_once_and_a_term_stays_near() -> None:
    pressed = Session(beoordeling={"signalen": ["niet_tekenen"]})
    near = Session(beoordeling={"signalen": ["verjaring_dreigt"]})

    assert urgency(handled(pressed, signals_of(pressed))) is Urgency.NORMAL
    assert urgency(handled(near, signals_of(near))) is Urgency.TODAY


def test_pressure_that_comes_back_is_new() -> None:
    gone = Session(beoordeling={"signalen": []}, handled=("niet_tekenen",))

    assert still_handled(gone) == ()
