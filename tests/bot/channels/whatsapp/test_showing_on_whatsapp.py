"""How a turn looks on WhatsApp: one message where that can be, and never over a limit."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.whatsapp.messages import Message, messages
from bot.channels.whatsapp.payload import addressed, of_message, own, own_id
from bot.channels.whatsapp.written import Words, picked_by_number
from bot.ports import Button, Delivery, MessageClass, Outgoing, Part, Posted, QuestionRef, Stage
from bot.sentences.words import words
from dialogs.answers.answering import Words as Typed
from dialogs.answers.answering import chosen, typed
from dialogs.answers.meanings import Given
from dialogs.asking import label_key, options
from dialogs.effects import Choice, Progress
from dialogs.flows.intake import FLOW
from dialogs.questions import Kind, Question
from dialogs.script import Script
from dialogs.session import Session, State
from tests.asked import QUESTIONS, rendered, sessions
from tests.loopback.whatsapp import violations

TEXTS = words()
TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SCRIPT = Script(flow=FLOW, vocabulary=TEXTS.vocabulary())
ADDRESS = "NL.13491208655302741918"


def posted(outgoing: Outgoing, line: int = 7) -> Posted:
    return Posted(
        id=1,
        conversation=1,
        line=line,
        channel="whatsapp",
        chat_id=ADDRESS,
        message_class=MessageClass.BOT,
        epoch=0,
        attempts=0,
        at=NOON,
        outgoing=outgoing,
    )


def turn(
    *parts: Part,
    kind: Kind | None = Kind.CHOICE,
    ticked: tuple[str, ...] | None = None,
    state: State = State.INTAKE,
) -> Outgoing:
    question = QuestionRef(id="q", fact=None, kind=kind, key="q", ticked=ticked) if kind else None
    progress = Progress(done=1, of=9)
    return Outgoing(parts=parts, question=question, state=state, progress=progress)


def choices(*labels: str) -> tuple[Button, ...]:
    return tuple(Button(id=f"b{number}", label=label) for number, label in enumerate(labels))


def shown(outgoing: Outgoing) -> tuple[Message, ...]:
    found = messages(posted(outgoing), Words(FLOW, TEXTS))
    assert over_a_limit(found) == []
    return found


def over_a_limit(found: tuple[Message, ...]) -> list[str]:
    delivery = Delivery(posted=1, part=1, attempt=1, stage=Stage.TRYING, at=NOON)
    payloads = [
        addressed(of_message(message, TEXTS("whatsapp.kies")), ADDRESS, delivery)
        for message in found
    ]
    return [wrong for payload in payloads for wrong in violations(payload)]


# --- buttons, list, numbers ----------------------------------------------------------------------


def test_acknowledgement_and_question_are_one_message() -> None:
    (one,) = shown(turn(Part(text="Genoteerd."), Part(text="Hoe nu?", choices=choices("Ja"))))

    assert one.text == "Genoteerd.\n\nHoe nu?"
    assert [(key.id, key.title) for key in one.keys] == [("7:0", "Ja")]


def test_a_turn_in_which_nothing_is_said_is_no_message() -> None:
    assert shown(turn()) == ()
    assert shown(turn(Part(text="  "))) == ()


def test_up_to_three_short_answers_are_buttons() -> None:
    (one,) = shown(turn(Part(text="Vraag?", choices=choices("Ja", "Nee", "x" * 20))))

    assert (len(one.keys), len(one.rows)) == (3, 0)


@pytest.mark.parametrize(
    "labels", [("Ja", "Nee", "Misschien", "Weet ik niet"), ("Ja", "x" * 21), ("x" * 24,)]
)
def test_more_or_longer_answers_are_a_list(labels: tuple[str, ...]) -> None:
    (one,) = shown(turn(Part(text="Vraag?", choices=choices(*labels))))

    assert [row.title for row in one.rows] == list(labels)
    assert one.keys == ()


def test_a_row_that_is_too_long_stands_whole_under_its_beginning() -> None:
    label = "Een heel lang antwoord dat niet in een regel past"
    (one,) = shown(turn(Part(text="Vraag?", choices=choices(label))))

    assert one.rows[0].description == label
    assert label.startswith(one.rows[0].title.removesuffix("…"))


@pytest.mark.parametrize(
    "labels",
    [
        tuple(f"Antwoord {number}" for number in range(11)),
        ("Zelfde", "Zelfde", "Anders", "Nog een"),
        ("x" * 73, "y"),
    ],
)
def test_what_fits_no_list_is_numbered(labels: tuple[str, ...]) -> None:
    (one,) = shown(turn(Part(text="Vraag?", choices=choices(*labels))))

    assert (one.keys, one.rows) == ((), ())
    assert all(f"{number}. {label}" in one.text for number, label in enumerate(labels, 1))
    assert "Typ het nummer" in one.text


def test_a_long_text_is_one_message_with_its_answers_written_out() -> None:
    (one,) = shown(turn(Part(text="woord " * 250), Part(text="Hoe?", choices=choices("A", "B"))))

    assert "1. A\n2. B" in one.text


def test_where_a_number_is_an_answer_the_choices_have_none() -> None:
    asked = Part(text="Hoeveel?", choices=choices("Nog niets", "Weet ik niet"))
    (one,) = shown(turn(Part(text="woord " * 250), asked, kind=Kind.MONEY))

    assert "1." not in one.text
    assert "U kunt ook typen: 'Nog niets' of 'Weet ik niet'." in one.text


def test_the_consent_keeps_its_buttons_at_the_price_of_a_second_message() -> None:
    asked = Part(text="Mag het?", choices=choices("Ja", "Nee", "Nu gevaar: help mij"))
    first, second = shown(turn(Part(text="woord " * 250), asked, state=State.CONSENT))

    assert first.keys == ()
    assert len(second.keys) == 3
    assert second.text == "Mag het?"


def test_what_is_longer_than_any_message_is_cut_and_keeps_its_buttons_last() -> None:
    asked = Part(text="Klopt dit?", choices=choices("Klopt", "Wijzig"))
    found = shown(turn(Part(text="regel\n" * 900), asked))

    assert len(found) == 3
    assert [len(message.keys) for message in found] == [0, 0, 2]


def test_even_a_question_that_is_too_long_is_shown_whole() -> None:
    found = shown(turn(Part(text="woord " * 1500, choices=choices("A", "B"))))
    text = " ".join(message.text for message in found)

    assert text.split().count("woord") == 1500
    assert "2. B" in text


def test_the_first_answer_offers_the_web_page_and_no_later_one() -> None:
    asked = turn(Part(text="Hallo."), Part(text="Mag het?", choices=choices("Ja", "Nee")))
    words = Words(FLOW, TEXTS, "https://intake.kantoor.nl")
    first, later = (messages(posted(asked, line), words)[0].text for line in (2, 4))

    assert first.startswith("Hallo.\nLiever op een computer")
    assert "https://intake.kantoor.nl" in first
    assert later == "Hallo.\n\nMag het?"
    assert messages(posted(asked, 2), Words(FLOW, TEXTS))[0].text == later


# --- lists to tick -------------------------------------------------------------------------------


def ticks(*ticked: str) -> Outgoing:
    offered = (
        Button(id="medisch", label="Dokter en medicijnen"),
        Button(id="reis", label="Reiskosten"),
        Button(id="klaar", label="Klaar"),
        Button(id="weet_niet", label="Weet ik niet"),
    )
    return turn(Part(text="Welke kosten?", choices=offered), kind=Kind.TICKS, ticked=ticked)


def test_a_list_to_tick_is_typed_at_once_and_closed_with_a_button() -> None:
    (one,) = shown(ticks())

    assert "1. Dokter en medicijnen\n2. Reiskosten" in one.text
    assert "bijvoorbeeld: 1 en 3" in one.text
    assert [(key.id, key.title) for key in one.keys] == [
        ("7:2", "Klaar"),
        ("7:3", "Weet ik niet"),
    ]


def test_what_is_ticked_is_seen() -> None:
    (one,) = shown(ticks("reis"))

    assert "1. Dokter en medicijnen\n2. Reiskosten ✓" in one.text


def test_a_list_to_tick_under_a_long_text_has_every_choice_once() -> None:
    long = ticks("reis")
    (one,) = shown(long.model_copy(update={"parts": (Part(text="woord " * 250), *long.parts)}))

    assert [one.text.count(f"{number}. ") for number in range(1, 5)] == [1, 1, 1, 1]


# --- our own ids ---------------------------------------------------------------------------------


@given(
    st.integers(min_value=0, max_value=2**59),
    st.integers(min_value=0, max_value=9999),
    st.integers(min_value=1, max_value=999_999),
)
def test_our_own_id_comes_back_as_it_went(line: int, part: int, attempt: int) -> None:
    delivery = Delivery(posted=line, part=part, attempt=attempt, stage=Stage.TRYING, at=NOON)
    found = own(own_id(delivery))

    assert found is not None
    assert (found.posted, found.part, found.attempt) == (line, part, attempt)
    assert len(own_id(delivery)) <= 512


@pytest.mark.parametrize("strange", [None, "", "lw:1:1", "lw:1:1:1:1", "zaak-1", "lw:a:b:c"])
def test_an_id_of_somebody_else_is_not_ours(strange: str | None) -> None:
    assert own(strange) is None


@pytest.mark.parametrize(("address", "field"), [(ADDRESS, "recipient"), ("31600000000", "to")])
def test_a_person_is_addressed_by_id_and_by_number_only_without_one(
    address: str, field: str
) -> None:
    delivery = Delivery(posted=1, part=1, attempt=1, stage=Stage.TRYING, at=NOON)

    assert addressed({"type": "text"}, address, delivery)[field] == address


# --- the real conversation -----------------------------------------------------------------------


def every_choice_is_seen(outgoing: Outgoing) -> bool:
    found = shown(outgoing)
    seen = "\n".join(
        [message.text for message in found]
        + [key.title for message in found for key in (*message.keys, *message.rows)]
    )
    return all(button.label in seen for button in outgoing.parts[-1].choices)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_no_question_of_the_real_conversation_is_over_a_limit(question: Question) -> None:
    for index in (None, 11):
        for session in sessions(question, index):
            assert every_choice_is_seen(rendered(question, index, session, "3 mei 2026"))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    question=st.sampled_from(QUESTIONS),
    index=st.sampled_from([None, 0, 11]),
    state=st.integers(min_value=0, max_value=3),
    said=st.text(min_size=1, max_size=60),
    times=st.sampled_from([1, 15, 60, 100]),
)
def test_whatever_is_said_before_a_question_it_stays_within_the_limits(
    question: Question, index: int | None, state: int, said: str, times: int
) -> None:
    session = sessions(question, index)[state]

    assert every_choice_is_seen(rendered(question, index, session, said * times))


def numbered(question: Question) -> bool:
    return picked_by_number(rendered(question, 0, Session(), "-"), FLOW)


def test_most_choices_can_be_numbered_and_ages_never() -> None:
    aged = [one for one in QUESTIONS if any(option.ages for option in one.options)]

    assert sum(numbered(question) for question in QUESTIONS) > 25
    assert not any(numbered(question) for question in aged)


@pytest.mark.parametrize(
    "question",
    [one for one in QUESTIONS if one.kind in (Kind.CHOICE, Kind.YESNO, Kind.TICKS)],
    ids=lambda question: question.id,
)
def test_a_typed_number_is_the_choice_that_stands_at_it(question: Question) -> None:
    offered = tuple(
        Choice(id=option.id, label=label_key(question, option.id)) for option in options(question)
    )
    for number, choice in enumerate(offered if numbered(question) else (), 1):
        meant = typed(Typed(SCRIPT, offered, str(number), TODAY), question)
        pressed = chosen(question, choice.id)

        if isinstance(meant, Given):
            meant = meant.model_copy(update={"read": False, "rough": False})
        assert meant == pressed
