"""Laat maar: neither yes nor no, and met kindly in every state."""

import pytest

from dialogs.session import Phase, State, Status
from tests.conversation import Talk, at, begun, reviewed

LET_BE = ("laat maar", "Laat maar zitten.", "ach laat maar", "nee laat maar", "maakt niet uit")


@pytest.mark.parametrize("words", LET_BE)
@pytest.mark.parametrize(
    "question", ["geboortedatum", "oorzaak", "datum", "verhaal", "restloos", "ao_dagen", "posten"]
)
def test_the_question_is_left_and_nothing_is_taken_from_it(question: str, words: str) -> None:
    talk = at(question, rol="slachtoffer").says(words)

    answer = talk.session.ledger[question].answer
    assert answer is not None
    assert answer.status is Status.SKIPPED
    assert answer.value is None
    assert talk.told[0] == "gesprek.laat_maar"
    assert talk.question not in (None, question)


def test_a_question_that_is_needed_stays_and_nobody_is_pressed() -> None:
    talk = begun().says("laat maar")

    assert talk.told == ["gesprek.laat_maar_rust"]
    assert talk.question == "rol"


def test_before_the_consent_it_is_a_no() -> None:
    talk = Talk().commands("start").says("laat maar")

    assert talk.state is State.STOPPED
    assert talk.told == ["gesprek.geen_toestemming"]


def test_a_child_is_not_sent_away_by_it() -> None:
    talk = at("vertegenwoordiger", rol="slachtoffer", geboortedatum="3 mei 2015")

    assert talk.says("laat maar").question == "vertegenwoordiger"
    assert talk.told == ["gesprek.laat_maar_rust"]


def test_an_answer_that_was_asked_again_stays_as_it_was() -> None:
    talk = at("datum", oorzaak="werk").says("terug", "laat maar")

    assert talk.told == ["gesprek.laat_maar_zo"]
    assert talk.known["oorzaak"] == "werk"
    assert talk.question == "datum"


def test_a_doubt_that_was_put_back_is_dropped() -> None:
    talk = at("schade_totaal").says("2,500", "laat maar")

    assert talk.session.proposal is None
    assert talk.feiten.schade.excl_voertuig is None


def test_at_the_overview_nothing_is_forwarded() -> None:
    talk = reviewed().says("laat maar")

    assert talk.told == ["gesprek.laat_maar_rust"]
    assert talk.state is State.REVIEW


@pytest.mark.parametrize("command", ["wijzig", "wis"])
def test_a_list_is_closed_and_nothing_is_changed(command: str) -> None:
    talk = at("datum", oorzaak="werk")
    before = talk.session.ledger
    talk.commands(command).says("laat maar")

    assert talk.session.menu is None
    assert talk.session.ledger == before
    assert talk.question == "datum"


def test_after_heavy_words_the_offer_of_rest_stays() -> None:
    talk = at("datum", oorzaak="werk").says("ik zit er helemaal doorheen", "laat maar")

    assert talk.told == ["gesprek.laat_maar_rust"]
    assert talk.choices == ["verder", "mens"]
    assert "datum" not in talk.session.ledger


def test_a_pause_stays_a_pause() -> None:
    talk = at("datum").says("pauze", "laat maar")

    assert talk.state is State.PAUSED
    assert talk.told == ["gesprek.pauze"]


@pytest.mark.parametrize("where", ["stop", "mens", "klopt"])
def test_after_the_end_it_is_answered_and_nothing_more_is_asked(where: str) -> None:
    talk = reviewed().chooses("klopt") if where == "klopt" else at("datum").says(where)
    talk.says("laat maar")

    assert talk.asked is None
    expected = "gesprek.gestopt" if where == "stop" else "gesprek.laat_maar_bij_mens"
    assert talk.told == [expected]
    assert talk.session.phase is not Phase.OPEN
