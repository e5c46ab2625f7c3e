"""Who is speaking is said before anything else, and nothing is an answer before it was asked."""

import pytest

from dialogs.events import Chose
from dialogs.session import State
from tests.conversation import Talk

WHO = ["uitleg.welkom", "uitleg.privacy"]


@pytest.mark.parametrize("text", ["hallo", "ja", "Ik ben aangereden", "3 mei 2026", "", "👍"])
def test_whatever_is_typed_first_is_greeted_and_answers_nothing(text: str) -> None:
    talk = Talk().says(text)

    assert talk.told == WHO
    assert talk.state is State.CONSENT
    assert talk.question == "toestemming"
    assert talk.session.ledger == {}


@pytest.mark.parametrize("act", [Chose(choice="ja"), Chose(choice="klopt")])
def test_whatever_is_pressed_or_sent_first_answers_nothing(act: Chose) -> None:
    talk = Talk().does(act)

    assert talk.told == WHO
    assert talk.session.ledger == {}


@pytest.mark.parametrize(
    ("command", "state"),
    [
        ("mens", State.WITH_HUMAN),
        ("pauze", State.PAUSED),
        ("stop", State.STOPPED),
        ("help", State.CONSENT),
        ("gegevens", State.CONSENT),
        ("wis", State.CONSENT),
        ("terug", State.CONSENT),
        ("wijzig", State.CONSENT),
        ("start", State.CONSENT),
    ],
)
def test_a_command_as_first_message_is_obeyed_after_the_greeting(
    command: str, state: State
) -> None:
    talk = Talk().commands(command)

    assert talk.told[:2] == WHO
    assert talk.state is state


def test_danger_comes_before_the_greeting_which_comes_later() -> None:
    talk = Talk().says("mijn man bloedt heel erg, nu")

    assert talk.told == ["veiligheid.gevaar.tekst"]
    assert talk.state is State.WITH_HUMAN
    assert talk.commands("start").told[:2] == WHO


def test_another_alarm_is_answered_before_the_greeting() -> None:
    talk = Talk().says("Ik moet van de verzekeraar iets tekenen")

    assert talk.told == ["veiligheid.tekendruk.tekst", *WHO]
    assert talk.question == "toestemming"


def test_the_greeting_is_said_once() -> None:
    talk = Talk().commands("start")

    assert talk.told == WHO
    assert talk.commands("start").told == []
    assert talk.says("hallo").told == []


def test_the_danger_button_stands_under_the_first_question() -> None:
    talk = Talk().commands("start")

    assert talk.choices == ["ja", "nee", "gevaar"]
    assert talk.chooses("gevaar").state is State.WITH_HUMAN
    assert talk.told == ["veiligheid.gevaar.tekst"]


def test_how_many_questions_at_most_is_promised() -> None:
    assert Talk().commands("start").params("uitleg.welkom") == {"hoogstens": 28}
