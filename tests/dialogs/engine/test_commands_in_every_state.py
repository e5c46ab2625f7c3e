"""The fixed commands work in every state, as buttons, by name and in other words."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from dialogs.effects import Erase
from dialogs.events import Command
from dialogs.session import State
from tests.conversation import Talk, at, begun, reviewed, vocabulary

STATES: dict[str, Callable[[], Talk]] = {
    "consent": lambda: Talk().commands("start"),
    "intake": lambda: begun().chooses("slachtoffer"),
    "menu": lambda: begun().chooses("slachtoffer").commands("wijzig"),
    "section": lambda: begun().chooses("slachtoffer").commands("wijzig").says("1"),
    "erasing": lambda: begun().chooses("slachtoffer").commands("wis"),
    "rest": lambda: begun().chooses("slachtoffer").says("mijn man slaat mij"),
    "review": reviewed,
    "paused": lambda: begun().chooses("slachtoffer").commands("pauze"),
    "stopped": lambda: begun().chooses("slachtoffer").commands("stop"),
    "refused": lambda: Talk().commands("start").chooses("nee"),
    "with_human": lambda: begun().chooses("slachtoffer").commands("mens"),
    "handed_over": lambda: reviewed().chooses("klopt"),
    "erased": lambda: begun().commands("wis").chooses("ja"),
}


def in_state(where: str) -> Talk:
    """Return a conversation in this state."""
    return replace(_state(where))


@cache
def _state(where: str) -> Talk:
    return STATES[where]()


OPEN = ("consent", "intake", "menu", "section", "erasing", "rest", "review")
CLOSED = ("with_human", "handed_over")


@pytest.mark.parametrize("where", STATES)
@pytest.mark.parametrize("command", Command)
def test_every_command_is_answered_in_every_state(where: str, command: Command) -> None:
    talk = in_state(where)
    before = dict(talk.session.ledger)

    talk.commands(command)

    assert talk.told or talk.asked is not None
    assert set(before) <= set(talk.session.ledger) or where == "erased"


@pytest.mark.parametrize("command", Command)
def test_a_command_may_be_pressed_typed_or_said_in_other_words(command: Command) -> None:
    given = begun().commands(command)
    words = vocabulary()[f"commando.{command}"]

    for text in (command.value, command.value.upper(), f"/{command}", *words):
        assert begun().says(text).step == given.step, text
    assert begun().chooses(command).step == given.step


@pytest.mark.parametrize("where", [*OPEN, "paused", "stopped"])
def test_pause_keeps_everything_and_start_goes_on(where: str) -> None:
    talk = in_state(where).commands("pauze")

    assert talk.state is State.PAUSED
    assert talk.told == ["gesprek.pauze"]
    assert talk.asked is None

    resumed = talk.commands("start")
    assert resumed.state in (State.CONSENT, State.INTAKE, State.REVIEW)
    assert resumed.asked is not None


def test_who_comes_back_reads_what_was_last_written_down() -> None:
    talk = at("vervoer", oorzaak="verkeer", datum="3 mei 2026")

    talk.commands("pauze").commands("start")

    recap = talk.params("gesprek.welkom_terug")["recap"]
    assert [line.key for line in recap] == ["oorzaak", "datum"]
    assert talk.question == "vervoer"


def test_words_after_a_pause_answer_no_question() -> None:
    talk = at("restloos").commands("pauze").says("ja")

    assert talk.state is State.INTAKE
    assert talk.told == ["gesprek.welkom_terug"]
    assert talk.question == "restloos"


def test_a_button_of_the_open_question_works_after_a_pause() -> None:
    talk = at("restloos").commands("pauze").chooses("ja", under="restloos")

    assert talk.feiten.letsel.restloos is True


@pytest.mark.parametrize("where", [*OPEN, "paused", "stopped", "refused"])
def test_stop_asks_and_forwards_nothing_more(where: str) -> None:
    talk = in_state(where).commands("stop")

    assert talk.state is State.STOPPED
    assert talk.told == ["gesprek.gestopt"]
    assert talk.says("nog iets").told == ["gesprek.gestopt"]
    assert talk.session.handed_over_at is None


@pytest.mark.parametrize("where", CLOSED)
@pytest.mark.parametrize(
    ("command", "key"),
    [("stop", "gesprek.gestopt_bij_mens"), ("pauze", "gesprek.al_overgedragen")],
)
def test_a_case_that_is_with_a_human_stays_there(where: str, command: str, key: str) -> None:
    talk = in_state(where)
    before = talk.state

    assert talk.commands(command).told == [key]
    assert talk.state is before


@pytest.mark.parametrize("command", ["terug", "wijzig"])
@pytest.mark.parametrize(
    ("where", "key"),
    [
        ("with_human", "gesprek.bij_een_mens"),
        ("handed_over", "gesprek.al_overgedragen_wijzigen"),
    ],
)
def test_what_was_handed_over_is_changed_by_the_human(command: str, where: str, key: str) -> None:
    talk = in_state(where).commands(command)

    assert talk.told == [key]
    assert talk.asked is None


@pytest.mark.parametrize("where", sorted(set(STATES) - {"erased"}))
def test_a_human_can_be_asked_for_at_any_moment(where: str) -> None:
    talk = in_state(where).commands("mens")

    assert talk.state is State.WITH_HUMAN
    assert talk.told == ["gesprek.mens"]
    assert talk.asked is None


def test_questions_can_be_taken_up_again_after_asking_for_a_human() -> None:
    talk = in_state("with_human").commands("start")

    assert talk.state is State.INTAKE
    assert talk.question == "geboortedatum"


def test_not_after_the_hand_over() -> None:
    talk = in_state("handed_over").commands("mens").commands("start")

    assert talk.state is State.WITH_HUMAN
    assert talk.told == ["gesprek.al_overgedragen"]


@pytest.mark.parametrize("where", [*OPEN, "paused", "stopped", *CLOSED])
def test_help_and_data_are_shown_and_the_question_stays(where: str) -> None:
    before = in_state(where)
    screen, state = before.asked, before.state

    for command, key in (("help", "gesprek.help"), ("gegevens", "gesprek.gegevens_kop")):
        talk = in_state(where).commands(command)
        assert talk.told[0] == key
        assert (talk.asked, talk.state) == (screen, state)


def test_the_data_are_all_answers_without_the_consent() -> None:
    talk = at("vervoer", oorzaak="verkeer").commands("gegevens")

    told = talk.params("gesprek.gegevens_kop")
    assert [line.key for line in told["regels"]] == ["oorzaak"]
    assert [line.key for line in told["onbekend"]] == ["rol", "geboortedatum", "datum"]


def test_a_door_is_in_the_list_to_change_but_no_part_of_the_overview() -> None:
    talk = reviewed()
    told = talk.params("controle.overzicht")

    assert not any(line.door for line in (*told["regels"], *told["onbekend"]))
    talk.commands("wijzig").chooses("sectie:naasten")
    assert talk.choices == ["antwoord:nog_een_naaste#0", "terug_naar_vraag"]


# --- erasing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", sorted(set(STATES) - {"erased"}))
def test_erasing_asks_first_and_then_leaves_nothing(where: str) -> None:
    talk = in_state(where).commands("wis")
    assert talk.choices == ["ja", "nee"]

    talk.chooses("ja")

    assert talk.state is State.ERASED
    assert talk.told == ["gesprek.gewist"]
    assert isinstance(talk.step.effects[-1], Erase)
    assert talk.session.ledger == {}
    assert talk.session.beoordeling is None
    assert talk.asked is None


@pytest.mark.parametrize("where", sorted(set(STATES) - {"erased"}))
@pytest.mark.parametrize("words", ["nee", "wacht even", "3 mei 2026", ""])
def test_anything_but_a_clear_yes_erases_nothing(where: str, words: str) -> None:
    talk = in_state(where).commands("wis")
    before = (talk.session.ledger, talk.state)

    talk.says(words)

    assert talk.told[0] == "gesprek.wis_niet"
    assert (talk.session.ledger, talk.state) == before


def test_a_yes_to_an_older_question_erases_nothing() -> None:
    talk = at("restloos").commands("wis").chooses("ja", under="restloos")

    assert talk.told == ["gesprek.wis_niet"]
    assert talk.session.ledger


def test_after_erasing_a_new_conversation_begins_from_nothing() -> None:
    talk = in_state("erased").says("hallo")

    assert talk.state is State.CONSENT
    assert talk.told == ["uitleg.welkom", "uitleg.privacy"]
    assert talk.session.turns == 1


# --- after the hand-over -------------------------------------------------------------------------


def test_a_message_after_the_hand_over_is_confirmed_once() -> None:
    talk = in_state("handed_over")

    assert talk.says("ik vergat iets").told == ["gesprek.bericht_naar_zaak"]
    assert talk.says("en nog iets").told == []
    assert talk.state is State.HANDED_OVER


def test_questions_about_the_subject_are_answered_after_the_hand_over() -> None:
    talk = in_state("handed_over").says("wat is smartengeld?")

    assert talk.told == ["gesprek.artikel"]
    assert not talk.session.confirmed_to_human


def test_a_place_after_the_hand_over_is_not_said_to_be_kept() -> None:
    assert in_state("handed_over").sends().told == ["bestand.geen_bestand"]


def test_pressing_agree_twice_hands_over_once() -> None:
    talk = reviewed()
    under = talk.asked.key if talk.asked else None
    talk.chooses("klopt", under=under)
    at = talk.session.handed_over_at

    assert talk.chooses("klopt", under=under).told == []
    assert talk.session.handed_over_at == at


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ("with_human", "gesprek.bij_een_mens"),
        ("handed_over", "gesprek.al_overgedragen_wijzigen"),
    ],
)
def test_an_old_button_after_the_hand_over_says_what_does_work(where: str, key: str) -> None:
    assert in_state(where).chooses("ja", under="restloos").told == [key]


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_message_after_the_hand_over_is_no_message(text: str) -> None:
    talk = in_state("handed_over").says(text)

    assert talk.told == []
    assert not talk.session.confirmed_to_human


# --- the overview --------------------------------------------------------------------------------


def test_agreeing_to_an_older_overview_does_not_forward_this_one() -> None:
    talk = reviewed()
    older = talk.asked.key if talk.asked else None
    talk.commands("wijzig").chooses("sectie:letsel", "antwoord:littekens", "geen")

    talk.chooses("klopt", under=older)

    assert talk.state is State.REVIEW
    assert talk.told[0] == "gesprek.oude_knop"


@pytest.mark.parametrize("words", ["klopt", "ja", "Klopt, stuur door", "1", "het klopt"])
def test_agreeing_may_be_typed(words: str) -> None:
    assert reviewed().says(words).state is State.HANDED_OVER


@pytest.mark.parametrize("words", ["wijzig", "nee", "iets wijzigen", "2", "klopt niet"])
def test_wanting_a_change_may_be_typed(words: str) -> None:
    talk = reviewed().says(words)

    assert talk.state is State.REVIEW
    assert talk.choices[0].startswith("sectie:")


@pytest.mark.parametrize("words", ["hm", "misschien", "bananen", ""])
def test_anything_else_about_the_overview_is_asked_again(words: str) -> None:
    talk = reviewed().says(words)

    assert talk.told[0] == "gesprek.controle_niet_begrepen"
    assert talk.question == "controle"


def test_the_overview_explains_and_stays_open() -> None:
    talk = reviewed()

    assert talk.says("wat is smartengeld?").told[0] == "gesprek.artikel"
    assert talk.sends().told[0] == "bestand.geen_bestand"


def test_the_overview_is_shown_once_for_the_same_answers() -> None:
    talk = reviewed().says("hm")
    assert "controle.overzicht" not in talk.told

    talk.commands("pauze").commands("start")
    assert talk.told[-1] == "controle.overzicht"

    talk.commands("wijzig").chooses("terug_naar_vraag")
    assert talk.told == []

    talk.commands("wijzig").chooses("sectie:letsel", "antwoord:littekens", "geen")
    assert talk.told[-1] == "controle.overzicht"
