"""Each question can say why it is asked, who sees the answer, and what if it is not known."""

from datetime import UTC, datetime

import pytest

from dialogs.answers.spoken import plain
from dialogs.events import Event, Said
from dialogs.flows.intake import FLOW
from dialogs.play import Play
from dialogs.questions import Question
from dialogs.script import Script
from dialogs.session import Session
from dialogs.talk import about_the_question
from dialogs.walk import Place
from tests.conversation import ARTICLES, TODAY, at, texts, vocabulary

ABOUT = ("why", "who", "unknown")
WAYS = [(about, words) for about in ABOUT for words in vocabulary()[f"commando.{about}"]]
MEANT = vocabulary()["commando.wat_bedoelt_u"]
# One of every kind.
OPEN = (
    *("rol", "datum", "oorzaak", "verhaal", "herstel", "restloos", "schade_totaal", "posten"),
    *("eigen_schuld", "contact_naam", "contact_bereikbaar", "kilometers"),
)


def asked(question: Question, words: str) -> Play | None:
    script = Script(flow=FLOW, vocabulary=vocabulary(), articles=ARTICLES)
    event = Event(act=Said(text=words), at=datetime(2026, 11, 23, tzinfo=UTC), channel="test")
    play = Play(script=script, session=Session(), event=event, today=TODAY)
    return about_the_question(play, Place(question, 0), words)


@pytest.mark.parametrize("question", tuple(FLOW.questions()), ids=lambda question: question.id)
def test_every_question_answers_all_three_however_they_are_asked(question: Question) -> None:
    told = {about: set[str]() for about in ABOUT}
    for about, words in WAYS:
        play = asked(question, words)
        assert play is not None, words
        (said,) = play.effects
        params = getattr(said, "params", {})
        assert params["over"] == about, words
        told[about].add(texts()("gesprek.over_de_vraag", **params))

    # One answer each, and not the same for all.
    assert [len(answers) for answers in told.values()] == [1, 1, 1]
    assert len(set.union(*told.values())) == len(ABOUT)


@pytest.mark.parametrize("question", OPEN)
def test_asking_about_it_answers_nothing_and_the_question_stays(question: str) -> None:
    talk = at(question, meer="ja", restloos="ja")
    before = talk.session.ledger
    for words in [*(f"{words[0].upper()}{words[1:]}?!" for _, words in WAYS), *MEANT]:
        talk.says(words)
        assert set(talk.told) == {"gesprek.over_de_vraag"}, words
        assert talk.question == question

    assert talk.session.ledger == before
    assert talk.session.misunderstood == 0


def test_who_does_not_understand_hears_why_and_that_not_knowing_is_fine() -> None:
    talk = at("datum").says("ik snap de vraag niet")

    told = [getattr(one, "params", {}).get("over") for one in talk.step.effects]
    assert told[:2] == ["why", "unknown"]


@pytest.mark.parametrize("question", ["rol", "datum", "restloos", "verhaal", "contact_naam"])
@pytest.mark.parametrize(
    ("words", "said"),
    [("wie ben jij eigenlijk?", "gesprek.wie_ben_ik"), ("ik ben zo moe", "gesprek.moe")],
)
def test_who_is_tired_or_wonders_who_this_is_gets_an_answer_and_the_question_again(
    question: str, words: str, said: str
) -> None:
    talk = at(question).says(words)

    assert talk.told == [said]
    assert talk.question == question
    assert question not in talk.session.ledger


def test_the_same_words_never_ask_two_things() -> None:
    every = [*WAYS, *(("meant", words) for words in MEANT)]

    assert len({plain(words) for _, words in every}) == len(
        {(about, plain(words)) for about, words in every}
    )
