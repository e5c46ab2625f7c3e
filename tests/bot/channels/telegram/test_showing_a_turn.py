"""How a turn looks in Telegram, whatever it says."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.buttons import data, pressed
from bot.channels.pieces import split
from bot.channels.telegram.messages import LONGEST_TEXT, messages
from bot.ports import Button, MessageClass, Outgoing, Part, Posted, QuestionRef
from dialogs.effects import Progress
from dialogs.session import State


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
        posted(Part(text="Genoteerd."), Part(text="Hoe nu?", choices=(Button(id="a", label="A"),)))
    )

    assert [message.text for message in shown] == ["Genoteerd.\n\nHoe nu?"]
    assert [key.text for row in shown[0].rows for key in row] == ["A"]


def test_a_long_turn_is_cut_where_a_reader_pauses_and_keeps_its_buttons_last() -> None:
    long = "\n\n".join(f"Alinea {number}. " + "woord " * 40 for number in range(40))
    first, *rest = messages(posted(Part(text=long, choices=(Button(id="a", label="A"),))))

    assert rest
    assert first.rows == ()
    assert rest[-1].rows
    assert all(message.text.startswith("Alinea") for message in (first, *rest))
    assert all(units(message.text) <= LONGEST_TEXT for message in (first, *rest))


def test_what_is_ticked_is_seen() -> None:
    choices = (Button(id="medisch", label="Dokter"), Button(id="klaar", label="Klaar"))
    (shown,) = messages(posted(Part(text="Welke?", choices=choices), ticked=("medisch",)))

    assert [key.text for row in shown.rows for key in row] == ["✓ Dokter", "Klaar"]


def test_a_button_carries_no_word_of_the_case() -> None:
    (shown,) = messages(
        posted(Part(text="Vraag", choices=(Button(id="misdrijf", label="Geweld"),)), line=12)
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


def test_where_a_number_is_asked_a_tap_gives_the_own_number() -> None:
    asked = posted(Part(text="Hoe bereiken we u?", choices=(Button(id="o", label="Sla over"),)))
    ref = QuestionRef(id="contact_bereikbaar", fact=None, kind="contact", key="contact_bereikbaar")
    asked = asked.model_copy(
        update={"outgoing": asked.outgoing.model_copy(update={"question": ref})}
    )

    (shown,) = messages(asked, "Deel mijn telefoonnummer")

    assert shown.shares == "Deel mijn telefoonnummer"
    assert shown.typed == ("Sla over",)
    assert shown.rows == ()
