from datetime import UTC, datetime, timedelta

from bot.handoff.transcript import Shown, transcript
from bot.ports import Button, Line, MessageClass, Outgoing, Part, QuestionRef
from bot.sentences.words import words
from dialogs.effects import Progress
from dialogs.events import Act, Chose, Command, Commanded, Said, Sent, Sort
from dialogs.session import State

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TEXTS = words()


def ours(number: int, text: str, *buttons: Button, delivered: bool | None = True) -> Line:
    part = Part(text=text, choices=buttons)
    outgoing = Outgoing(parts=(part,), state=State.INTAKE, progress=Progress(done=1, of=2))
    return Line(
        number=number,
        at=AT,
        message_class=MessageClass.BOT,
        outgoing=outgoing,
        delivered=delivered,
    )


def theirs(number: int, act: Act) -> Line:
    return Line(number=number, at=AT, message_class=None, act=act)


def test_a_button_reads_as_the_label_that_was_on_the_screen() -> None:
    lines = (
        ours(1, "Eerst?", Button(id="ja", label="Ja, eerst")),
        theirs(2, Chose(choice="ja")),
        ours(3, "Dan?", Button(id="ja", label="Ja, dan")),
        theirs(4, Chose(choice="ja")),
    )

    told = [(one.who, one.text, one.pressed) for one in transcript(lines, TEXTS)]

    assert told == [
        ("bot", "Eerst?", False),
        ("melder", "Ja, eerst", True),
        ("bot", "Dan?", False),
        ("melder", "Ja, dan", True),
    ]


def test_a_button_that_nobody_remembers_reads_as_its_id() -> None:
    assert transcript((theirs(1, Chose(choice="oud")),), TEXTS)[0].text == "oud"


def test_words_commands_and_files_read_as_what_they_were() -> None:
    lines = (
        theirs(1, Said(text="hallo")),
        theirs(2, Commanded(command=Command.MENS)),
        theirs(3, Sent(name="foto.jpg")),
        theirs(4, Sent()),
        theirs(
            5, Sent(name="brief.pdf", file="a", sort=Sort.DOCUMENT, words="Deze moet ik tekenen")
        ),
    )

    told = [(one.text, one.pressed) for one in transcript(lines, TEXTS)]

    assert told == [
        ("hallo", False),
        ("Praat met een mens", True),
        ("Bestand: foto.jpg (niet bewaard)", False),
        ("Bestand (niet bewaard)", False),
        ("Document: brief.pdf\nDeze moet ik tekenen", False),
    ]


def test_what_did_not_arrive_is_marked() -> None:
    lines = (ours(1, "a"), ours(2, "b", delivered=False), ours(3, "c", delivered=None))

    assert [one.undelivered for one in transcript(lines, TEXTS)] == [False, True, False]


def test_what_stood_on_the_screen_is_the_question_as_it_was_put_last() -> None:
    asked = QuestionRef(id="datum", fact="gebeurtenis_datum", kind="date", key="datum")
    lines = []
    for minutes, text in enumerate(("Wanneer was het?", "Nog eens: wanneer?", "Veel later?")):
        line = ours(minutes, text)
        assert line.outgoing is not None
        lines.append(
            line.model_copy(
                update={
                    "at": AT + timedelta(minutes=minutes),
                    "outgoing": line.outgoing.model_copy(update={"question": asked}),
                }
            )
        )
    shown = Shown(lines)

    assert shown.question("datum", AT + timedelta(minutes=1)) == "Nog eens: wanneer?"
    assert shown.question("rol", AT) is None
