"""The rails come first, in every state; which words set them off is tested with the words."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from dialogs.session import Phase, State
from tests.conversation import Talk, at, begun, reviewed

CRISIS = "ik wil niet meer leven"
DANGER = "hij ademt niet meer"
VIOLENCE = "mijn man slaat mij"
PRESSURE = "Ik moet van de verzekeraar iets tekenen"
GRIEF = "ik kan niet stoppen met huilen"
CHILD = "ik ben 14 jaar"
TERM = "overmorgen is de zitting"

STATES: dict[str, Callable[[], Talk]] = {
    "consent": lambda: Talk().commands("start"),
    "intake": begun,
    "menu": lambda: begun().chooses("slachtoffer").commands("wijzig"),
    "erasing": lambda: begun().commands("wis"),
    "review": reviewed,
    "paused": lambda: begun().commands("pauze"),
    "stopped": lambda: begun().commands("stop"),
    "with_human": lambda: begun().commands("mens"),
    "handed_over": lambda: reviewed().chooses("klopt"),
    "confirmed": lambda: reviewed().chooses("klopt").says("nog iets"),
}


def in_state(where: str) -> Talk:
    """Return a conversation in this state."""
    return replace(_state(where))


@cache
def _state(where: str) -> Talk:
    return STATES[where]()


@pytest.mark.parametrize("where", STATES)
@pytest.mark.parametrize(("words", "alarm"), [(CRISIS, "crisis"), (DANGER, "gevaar")])
def test_danger_and_crisis_stop_everything_in_every_state(
    where: str, words: str, alarm: str
) -> None:
    talk = in_state(where).says(words)

    assert talk.told == [f"veiligheid.{alarm}.tekst"]
    assert talk.state is State.WITH_HUMAN
    assert talk.asked is None
    assert talk.step.safety
    assert talk.session.alarms[-1].alarm == alarm


@pytest.mark.parametrize("where", STATES)
@pytest.mark.parametrize(
    ("words", "alarm"),
    [
        (VIOLENCE, "geweld"),
        (PRESSURE, "tekendruk"),
        (GRIEF, "rouw"),
        (TERM, "termijn"),
        (CHILD, "minderjarig"),
    ],
)
def test_the_other_alarms_are_answered_in_every_state_and_change_none(
    where: str, words: str, alarm: str
) -> None:
    talk = in_state(where)
    before = talk.state

    talk.says(words)

    assert talk.told[0] == f"veiligheid.{alarm}.tekst"
    assert talk.step.safety
    # A pause ends with the first words; a child that says its age is first asked for a carer.
    goes_on = where == "paused" or (where == "review" and alarm == "minderjarig")
    assert talk.state is before or (goes_on and talk.state is State.INTAKE)


def test_after_an_alarm_nothing_is_asked_in_the_same_turn() -> None:
    talk = at("verhaal").says(f"Er kwam een auto. {PRESSURE}.")

    assert talk.question is None
    assert talk.choices == ["verder", "mens"]
    assert talk.chooses("verder").question is not None


def test_a_story_with_an_alarm_in_it_is_not_lost() -> None:
    story = f"Er kwam een auto van rechts. {PRESSURE}."
    talk = at("verhaal").says(story)

    answer = talk.session.ledger["verhaal"].answer
    assert answer is not None
    assert answer.value == story


def test_words_of_an_alarm_are_never_called_not_understood() -> None:
    talk = at("datum").says(VIOLENCE)

    assert talk.told == ["veiligheid.geweld.tekst"]
    assert talk.session.misunderstood == 0


@pytest.mark.parametrize("words", ["ok", "ja", "verder", "goed", "1"])
def test_going_on_after_rest_answers_no_question(words: str) -> None:
    talk = at("restloos").says(PRESSURE).says(words)

    assert talk.question == "restloos"
    assert "restloos" not in talk.session.ledger


def test_what_is_typed_during_rest_is_no_name() -> None:
    talk = at("contact_naam").says(GRIEF).says("dank u wel")

    assert talk.question == "contact_naam"
    assert "contact_naam" not in talk.session.ledger


def test_an_answer_is_taken_during_rest_too() -> None:
    talk = at("datum").says(PRESSURE).says("3 mei 2026")

    assert talk.session.ledger["datum"].answer is not None
    assert talk.question != "datum"


def test_a_button_of_the_question_works_during_rest() -> None:
    talk = at("littekens").says(PRESSURE).chooses("geen")

    assert talk.feiten.letsel.littekens == "geen"


def test_grief_is_answered_once() -> None:
    talk = at("datum").says(GRIEF).chooses("verder").says(GRIEF)

    assert "veiligheid.rouw.tekst" not in talk.told
    assert [raised.alarm for raised in talk.session.alarms] == ["rouw", "rouw"]


def test_several_alarms_are_all_answered_the_most_urgent_first() -> None:
    talk = at("datum").says(f"{PRESSURE}. {VIOLENCE}.")

    assert talk.told[:2] == ["veiligheid.geweld.tekst", "veiligheid.tekendruk.tekst"]


def test_only_the_kind_of_an_alarm_is_kept_never_the_sentence() -> None:
    talk = at("datum").says(CRISIS)

    assert CRISIS not in talk.session.model_dump_json()
    assert talk.session.alarms[-1].model_fields_set == {"alarm", "at", "handled"}


def test_who_was_stopped_by_a_rail_may_go_on_when_ready() -> None:
    talk = at("datum").says(CRISIS)

    assert talk.says("het gaat wel weer").state is State.WITH_HUMAN
    assert talk.commands("start").question == "datum"


def test_the_danger_button_works_in_words_too() -> None:
    talk = Talk().commands("start").says("Nu gevaar: help mij")

    assert talk.told == ["veiligheid.gevaar.tekst"]


def test_after_violence_contact_with_the_other_is_never_offered() -> None:
    talk = at("datum").says(VIOLENCE).chooses("verder").until("nog_een_naaste")

    assert "herstelbemiddeling" not in talk.session.ledger


def test_a_child_that_says_its_age_is_asked_for_a_carer() -> None:
    talk = at("oorzaak").says(CHILD).chooses("verder")

    assert talk.question == "vertegenwoordiger"


def test_who_turns_out_to_be_grown_up_is_not_asked_for_a_carer() -> None:
    talk = at("oorzaak", geboortedatum="3 mei 1985").says(CHILD).chooses("verder")

    assert talk.question == "oorzaak"


def test_an_erased_conversation_has_no_alarms() -> None:
    talk = begun().says(VIOLENCE).commands("wis").chooses("ja")

    assert talk.session.phase is Phase.ERASED
    assert talk.session.alarms == ()
