"""Days that a channel may offer to tap: what comes back is typed text, and understood as such."""

from datetime import date

import pytest

from bot.sentences.words import words
from dialogs.events import Said
from dialogs.flows.intake import FLOW
from dialogs.questions import Day, Kind, Question
from dialogs.session import Status
from dialogs.understanding import understand
from tests.conversation import TODAY, Talk, at

WITH_DAYS = tuple(question for question in FLOW.questions() if question.days)
DAYS = {
    Day.VANDAAG: (date(2026, 11, 23), date(2026, 11, 23)),
    Day.GISTEREN: (date(2026, 11, 22), date(2026, 11, 22)),
    Day.EERGISTEREN: (date(2026, 11, 21), date(2026, 11, 21)),
    Day.VORIGE_WEEK: (date(2026, 11, 16), date(2026, 11, 22)),
    Day.VORIGE_MAAND: (date(2026, 10, 1), date(2026, 10, 31)),
}
# How to get to each question.
BEFORE = {
    "overlijdensdatum": {"rol": "nabestaande"},
    "politie_gemeld_op": {"oorzaak": "verkeer", "meer": "ja", "politie_gemeld": "ja"},
    "bekend_op": {"meer": "ja", "meteen_bekend": "nee"},
    "gesteld_op": {"meer": "ja", "claim_gestuurd": "ja"},
    "gestuit_op": {"meer": "ja", "claim_gestuurd": "ja", "gestuit": "ja"},
}


def asked(question: str) -> Talk:
    return at(question, **{"rol": "slachtoffer", **BEFORE.get(question, {})})


@pytest.mark.parametrize("day", Day)
def test_every_day_is_read_as_the_day_it_says(day: Day) -> None:
    reading = understand("date", words()(f"dag.{day}"), TODAY)
    low, high = reading.low or reading.value, reading.high or reading.value

    assert (low, high) == tuple(end.isoformat() for end in DAYS[day])


def test_only_where_a_recent_day_is_asked_there_are_days_to_tap() -> None:
    assert all(question.kind is Kind.DATE for question in WITH_DAYS)
    assert {question.id for question in FLOW.questions() if question.kind is Kind.DATE} - {
        question.id for question in WITH_DAYS
    } == {"geboortedatum", "geboortedatum_gewonde", "geboortedatum_overledene", "product_gekocht"}


@pytest.mark.parametrize("question", WITH_DAYS, ids=lambda question: question.id)
def test_every_key_counts_when_it_comes_back_as_text(question: Question) -> None:
    screen = asked(question.id).asked
    assert screen is not None
    assert screen.days
    for day in screen.days:
        talk = asked(question.id)
        talk.does(Said(text=words()(f"dag.{day}")))
        assert talk.session.ledger[question.id].answer is not None, day


@pytest.mark.parametrize("question", WITH_DAYS, ids=lambda question: question.id)
def test_every_button_beside_the_days_counts_when_it_comes_back_as_text(
    question: Question,
) -> None:
    screen = asked(question.id)
    assert screen.asked is not None
    for choice in screen.asked.choices:
        tapped, typed = asked(question.id), asked(question.id)
        tapped.chooses(choice.id)
        typed.does(Said(text=words()(choice.label, **choice.params)))
        assert typed.question == tapped.question
        assert status(typed, question) == status(tapped, question)


def test_an_answer_that_is_left_as_it_is_can_be_typed_with_its_value() -> None:
    talk = asked("datum").says("3 mei 2026").says("terug")
    assert talk.asked is not None
    keep = next(choice for choice in talk.asked.choices if choice.id == "zo_laten")
    label = words()(keep.label, **dict.fromkeys(keep.params, "3 mei 2026"))
    assert label == "Zo laten: 3 mei 2026"

    talk.says(label)

    assert talk.session.ledger["datum"].answer is not None
    assert talk.session.ledger["datum"].answer.value == "2026-05-03"
    assert talk.question != "datum"


def test_a_day_that_is_read_back_is_confirmed_and_not_named_again() -> None:
    talk = asked("datum").says("maandag 17 november 2026")
    assert talk.session.proposal is not None
    assert talk.asked is not None

    assert talk.asked.days == ()


def status(talk: Talk, question: Question) -> Status | None:
    answer = talk.session.ledger[question.id].answer
    return None if answer is None else answer.status
