from datetime import UTC, date, datetime

from bot.channels.web.lines import Context, ShownLine, Speaker, all_shown, folded
from bot.ports import Button, Line, MessageClass, Outgoing, Part, QuestionRef
from bot.sentences.words import words
from dialogs.effects import Progress
from dialogs.events import Act, Chose, Command, Commanded, Said, Sent
from dialogs.session import State

TEXTS = words()
MORNING = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)
NEXT_DAY = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
START = Commanded(command=Command.START)


def asks(key: str, *labels: str, ticked: tuple[str, ...] | None = None) -> Outgoing:
    kind = "choice" if ticked is None else "ticks"
    return Outgoing(
        parts=(
            Part(
                text=f"{key}?",
                choices=tuple(Button(id=label.lower(), label=label) for label in labels),
            ),
        ),
        question=QuestionRef(id=key, fact=None, kind=kind, key=key, ticked=ticked),
        state=State.INTAKE,
        progress=Progress(done=1, of=4),
    )


def told(*said: Act | Outgoing, at: datetime = MORNING, human: bool = False) -> list[Line]:
    sort = MessageClass.HUMAN if human else MessageClass.BOT
    return [
        Line(number=number, at=at, message_class=sort, outgoing=one)
        if isinstance(one, Outgoing)
        else Line(number=number, at=at, message_class=None, act=one)
        for number, one in enumerate(said, start=1)
    ]


def page(lines: list[Line]) -> tuple[ShownLine, ...]:
    return folded(all_shown(Context(), lines, TEXTS)[1])


def read(lines: list[Line]) -> list[str]:
    return [line.words for line in page(lines) if line.words is not None]


def test_a_tap_is_shown_by_the_label_of_its_button() -> None:
    lines = told(asks("rol", "Ikzelf", "Naaste"), Chose(choice="naaste", question="rol"))

    assert read(lines) == ["Naaste"]


def test_a_command_is_shown_by_its_name() -> None:
    lines = told(
        asks("rol", "Ikzelf"),
        Commanded(command=Command.PAUZE),
        Chose(choice="mens"),
        Sent(name=""),
    )

    assert read(lines) == ["Pauze", TEXTS("commando.mens"), "Bestand"]


def test_the_start_that_the_page_makes_by_itself_is_not_shown() -> None:
    assert read(told(START, asks("rol", "Ikzelf"), START)) == [TEXTS("commando.start")]


def test_a_button_that_is_nowhere_is_shown_as_it_came() -> None:
    assert read(told(Chose(choice="vreemd"))) == ["vreemd"]


def test_a_list_of_ticks_stays_one_block_and_its_answer_is_what_was_ticked() -> None:
    lines = told(
        asks("posten", "Reis", "Hulp", "Klaar", ticked=()),
        Chose(choice="reis", question="posten"),
        asks("posten", "Reis", "Hulp", "Klaar", ticked=("reis",)),
        Chose(choice="hulp", question="posten"),
        asks("posten", "Reis", "Hulp", "Klaar", ticked=("reis", "hulp")),
        Chose(choice="klaar", question="posten"),
        asks("datum", "Weet niet"),
    )
    shown = page(lines)

    assert [line.place for line in shown] == [1, 6, 7]
    assert shown[0].said == lines[4].outgoing
    assert shown[1].words == "Reis, Hulp"


def test_done_with_nothing_ticked_is_shown_as_done() -> None:
    lines = told(asks("posten", "Reis", "Klaar", ticked=()), Chose(choice="klaar"))

    assert read(lines) == ["Klaar"]


def test_the_next_question_with_ticks_is_a_new_block() -> None:
    lines = told(
        asks("posten", "Reis", "Klaar", ticked=()),
        Chose(choice="klaar", question="posten"),
        asks("hulp", "Zwaar", "Klaar", ticked=()),
        Chose(choice="zwaar", question="hulp"),
        asks("hulp", "Zwaar", "Klaar", ticked=("zwaar",)),
    )

    assert [line.place for line in page(lines)] == [1, 2, 3]


def test_what_is_typed_under_ticks_is_shown_as_typed() -> None:
    lines = told(
        asks("posten", "Reis", "Klaar", ticked=()),
        Said(text="de reis"),
        asks("posten", "Reis", "Klaar", ticked=("reis",)),
    )

    assert [line.place for line in page(lines)] == [1, 2, 3]


def test_lines_that_come_later_are_shown_as_they_would_be_on_the_whole_page() -> None:
    lines = told(
        START,
        asks("posten", "Reis", "Klaar", ticked=()),
        Chose(choice="reis", question="posten"),
        asks("posten", "Reis", "Klaar", ticked=("reis",)),
        Chose(choice="klaar", question="posten"),
    )
    whole = all_shown(Context(), lines, TEXTS)[1]

    for cut in range(len(lines)):
        context, first = all_shown(Context(), lines[:cut], TEXTS)
        assert (*first, *all_shown(context, lines[cut:], TEXTS)[1]) == whole


def test_a_human_is_told_apart_from_the_program() -> None:
    (line,) = page(told(asks("rol", "Ikzelf"), human=True))

    assert line.speaker is Speaker.HUMAN


def test_a_silent_answer_leaves_no_empty_block() -> None:
    silent = asks("rol").model_copy(update={"parts": ()})

    assert [line.speaker for line in page(told(Said(text="hallo"), silent))] == [Speaker.YOU]


def test_the_day_is_written_where_a_new_day_begins() -> None:
    first, second = told(asks("rol", "Ikzelf"), Said(text="nu"))
    lines = [first, second.model_copy(update={"at": NEXT_DAY})]

    assert [line.day for line in page(lines)] == [None, date(2026, 5, 4)]


def test_what_the_program_said_too_late_is_not_shown_once_a_human_took_over() -> None:
    asked, dropped = told(asks("rol", "Ikzelf"), asks("oorzaak", "Verkeer"))
    lines = [asked, dropped.model_copy(update={"delivered": False})]

    assert [line.number for line in page(lines)] == [1]
