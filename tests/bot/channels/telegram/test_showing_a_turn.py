"""How a turn looks in Telegram, whatever it says."""

from datetime import UTC, datetime

import pytest
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.buttons import data, pressed
from bot.channels.pieces import split
from bot.channels.telegram.keyboards import Keyboards
from bot.channels.telegram.markup import markup
from bot.channels.telegram.messages import LONGEST_TEXT, messages
from bot.ports import Button, MessageClass, Outgoing, Part, Posted, QuestionRef
from bot.sentences.words import words
from dialogs.effects import Progress
from dialogs.limits import LONGEST_LABEL
from dialogs.questions import Question
from dialogs.session import State
from tests.asked import QUESTIONS, rendered, sessions
from tests.loopback.telegram import LONGEST_DATA, MOST_BUTTONS

KEYBOARDS = Keyboards(words())
LONGEST_PLACEHOLDER = 64


def posted(*parts: Part, ticked: tuple[str, ...] | None = None, line: int = 7) -> Posted:
    question = QuestionRef(id="posten", fact=None, kind="ticks", key="posten", ticked=ticked)
    return Posted(
        id=1,
        conversation=1,
        line=line,
        channel="telegram",
        chat_id="5",
        message_class=MessageClass.BOT,
        epoch=0,
        attempts=0,
        at=datetime(2026, 11, 25, 12, tzinfo=UTC),
        outgoing=Outgoing(
            parts=parts,
            question=question,
            state=State.INTAKE,
            progress=Progress(done=1, of=9),
        ),
    )


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_one_turn_is_one_message() -> None:
    shown = messages(
        posted(
            Part(text="Genoteerd."), Part(text="Hoe nu?", choices=(Button(id="a", label="A"),))
        ),
        KEYBOARDS,
    )

    assert [message.text for message in shown] == ["Genoteerd.\n\nHoe nu?"]
    assert [key.text for row in shown[0].rows for key in row] == ["A"]


def test_a_long_turn_is_cut_where_a_reader_pauses_and_keeps_its_buttons_last() -> None:
    long = "\n\n".join(f"Alinea {number}. " + "woord " * 40 for number in range(40))
    first, *rest = messages(
        posted(Part(text=long, choices=(Button(id="a", label="A"),))), KEYBOARDS
    )

    assert rest
    assert first.rows == ()
    assert rest[-1].rows
    assert all(message.text.startswith("Alinea") for message in (first, *rest))
    assert all(units(message.text) <= LONGEST_TEXT for message in (first, *rest))


def test_what_is_ticked_is_seen() -> None:
    choices = (Button(id="medisch", label="Dokter"), Button(id="klaar", label="Klaar"))
    (shown,) = messages(
        posted(Part(text="Welke?", choices=choices), ticked=("medisch",)), KEYBOARDS
    )

    assert [key.text for row in shown.rows for key in row] == ["✓ Dokter", "Klaar"]


def test_a_button_carries_no_word_of_the_case() -> None:
    (shown,) = messages(
        posted(Part(text="Vraag", choices=(Button(id="misdrijf", label="Geweld"),)), line=12),
        KEYBOARDS,
    )

    assert shown.rows[0][0].data == "12:0"


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_a_pressed_button_is_found_again(line: int, number: int) -> None:
    assert pressed(data(line, number)) == (line, number)
    assert len(data(line, number).encode()) <= 64


@pytest.mark.parametrize(
    "forged", ["", ":", "1", "1:", ":1", "1:2:3", "-1:2", "a:b", "\u0661:\u0662"]
)
def test_forged_data_is_no_button(forged: str) -> None:
    assert pressed(forged) is None


@given(st.text(max_size=400), st.integers(min_value=2, max_value=40))
def test_splitting_loses_no_word(text: str, most: int) -> None:
    pieces = list(split(text, most))

    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < units(piece) <= most for piece in pieces)


def asking(question: str, *days: str) -> Posted:
    """Return a turn that says something and then asks, with a button to skip."""
    asked = posted(Part(text="Genoteerd."), Part(text="En?", choices=(Button(id="o", label="o"),)))
    ref = QuestionRef(id=question, fact=None, kind="contact", key=question)
    update = {"question": ref, "days": days}
    return asked.model_copy(update={"outgoing": asked.outgoing.model_copy(update=update)})


def test_where_a_number_is_asked_a_tap_gives_the_own_number() -> None:
    (shown,) = messages(asking("contact_bereikbaar"), KEYBOARDS)

    assert shown.keyboard is not None
    assert shown.keyboard.shares == "Deel mijn telefoonnummer"
    assert shown.keyboard.keys == ("o",)
    assert shown.rows == ()


def test_where_a_recent_day_is_asked_it_can_be_tapped_and_the_field_says_how_to_type_one() -> None:
    (shown,) = messages(asking("datum", "Vandaag", "Gisteren"), KEYBOARDS)

    assert shown.keyboard is not None
    assert shown.keyboard.keys == ("Vandaag", "Gisteren", "o")
    assert "zoals" in shown.keyboard.hint
    assert shown.keyboard.shares is None


def test_keys_that_stand_are_taken_away_by_what_is_said_before_the_next_question() -> None:
    said, asked = messages(asking("vervoer"), KEYBOARDS, keys_stand=True)

    assert (said.text, asked.text) == ("Genoteerd.", "En?")
    assert isinstance(markup(said), ReplyKeyboardRemove)
    assert isinstance(markup(asked), InlineKeyboardMarkup)


def test_keys_go_also_when_nothing_was_to_be_said() -> None:
    only = posted(Part(text="En?", choices=(Button(id="o", label="o"),)))
    said, asked = messages(only, KEYBOARDS, keys_stand=True)

    assert said.text
    assert isinstance(markup(said), ReplyKeyboardRemove)
    assert asked.text == "En?"


@pytest.mark.parametrize("next_one", [asking("datum", "Vandaag"), posted(Part(text="Dag."))])
def test_what_has_other_keys_or_none_is_one_message_all_the_same(next_one: Posted) -> None:
    assert len(messages(next_one, KEYBOARDS, keys_stand=True)) == 1


# --- the real conversation -----------------------------------------------------------------------


def every_choice_is_within_the_limits(outgoing: Outgoing) -> bool:
    """Tell whether each choice can be tapped, and nothing is longer than Telegram takes."""
    return all(fits(outgoing, keys_stand=stand) for stand in (False, True))


def fits(outgoing: Outgoing, *, keys_stand: bool) -> bool:
    turn = posted().model_copy(update={"outgoing": outgoing})
    shown = messages(turn, KEYBOARDS, keys_stand=keys_stand)
    assert all(1 <= units(message.text) <= LONGEST_TEXT for message in shown)
    assert not any(message.rows or message.keyboard for message in shown[:-1])
    labels = [button.label for part in outgoing.parts for button in part.choices]
    under = markup(shown[-1])
    if isinstance(under, ReplyKeyboardMarkup):
        keys = [key for row in under.keyboard for key in row]
        assert all(1 <= units(key.text) <= LONGEST_LABEL for key in keys)
        assert 1 <= units(under.input_field_placeholder or "") <= LONGEST_PLACEHOLDER
        assert len(keys) <= MOST_BUTTONS
        offered = [key.text for key in keys if not key.request_contact]
        return offered == [*outgoing.days, *labels] and len(set(offered)) == len(offered)
    if isinstance(under, ReplyKeyboardRemove):
        return labels == []
    buttons = [button for row in under.inline_keyboard for button in row]
    assert all(
        1 <= len((button.callback_data or "").encode()) <= LONGEST_DATA for button in buttons
    )
    assert len(buttons) <= MOST_BUTTONS
    return [button.text.removeprefix("✓ ") for button in buttons] == labels


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_no_question_of_the_real_conversation_is_over_a_limit(question: Question) -> None:
    for index in (None, 11):
        for session in sessions(question, index):
            asked = rendered(question, index, session, "3 mei 2026")
            assert every_choice_is_within_the_limits(asked)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    question=st.sampled_from(QUESTIONS),
    index=st.sampled_from([None, 0, 11]),
    state=st.integers(min_value=0, max_value=3),
    said=st.text(min_size=1, max_size=60),
    times=st.sampled_from([1, 60, 100]),
)
def test_whatever_is_said_before_a_question_it_stays_within_the_limits(
    question: Question, index: int | None, state: int, said: str, times: int
) -> None:
    session = sessions(question, index)[state]

    assert every_choice_is_within_the_limits(rendered(question, index, session, said * times))
