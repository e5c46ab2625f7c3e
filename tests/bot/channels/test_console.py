import asyncio
from pathlib import Path

import pytest

from bot.channels.console import act_of, screen, talked
from bot.channels.talk import Talk
from bot.ports import Button, Outgoing, Part, QuestionRef
from bot.sentences.words import words
from dialogs.effects import Progress
from dialogs.events import Chose, Said
from dialogs.session import State
from tests.playing import opened

TEXTS = words()


def asked(kind: str, *labels: str, ticked: tuple[str, ...] | None = None) -> Outgoing:
    buttons = tuple(Button(id=label.lower(), label=label) for label in labels)
    return Outgoing(
        parts=(Part(text="Genoteerd."), Part(text="Wat was het?", choices=buttons)),
        question=QuestionRef(id="vraag", fact="f", kind=kind, key="vraag#0", ticked=ticked),
        state=State.INTAKE,
        progress=Progress(done=1, of=9),
    )


def held(folder: Path, *typed: str | type[BaseException]) -> str:
    """Talk in a terminal: these lines are typed, and what was shown comes back."""
    lines, shown = iter(typed), list[str]()

    def read(_: str) -> str:
        line = next(lines, EOFError)
        if isinstance(line, str):
            return line
        raise line

    with asyncio.Runner() as runner:
        playing = runner.run(opened(folder))
        talked(runner, Talk(playing, "een"), playing.texts, read, shown.append)
        runner.run(playing.store.close())
    return "\n".join(shown)


def test_buttons_are_numbered_where_a_number_is_no_answer() -> None:
    shown = screen(asked("choice", "Werk", "Verkeer"), TEXTS)

    assert "  1. Werk\n  2. Verkeer" in shown
    assert TEXTS("terminal.kies") in shown


def test_a_number_is_the_button_it_stands_before() -> None:
    on_screen = asked("choice", "Werk", "Verkeer")

    assert act_of("2", on_screen) == Chose(choice="verkeer", question="vraag#0")
    assert act_of(" 1 ", on_screen) == Chose(choice="werk", question="vraag#0")


@pytest.mark.parametrize("typed", ["0", "3", "-1", "²", "twee", "", "1.5"])
def test_what_is_no_number_of_a_button_is_what_was_said(typed: str) -> None:
    assert act_of(typed, asked("choice", "Werk", "Verkeer")) == Said(text=typed)


@pytest.mark.parametrize("kind", ["date", "money", "duration", "number", "percent", "text"])
def test_a_number_is_the_answer_itself_where_it_can_be(kind: str) -> None:
    on_screen = asked(kind, "Weet ik niet", "Sla over")

    assert act_of("2", on_screen) == Said(text="2")
    assert "  - Weet ik niet\n  - Sla over" in screen(on_screen, TEXTS)


def test_what_is_ticked_is_marked() -> None:
    shown = screen(asked("ticks", "Medisch", "Reizen", ticked=("reizen",)), TEXTS)

    assert "[ ] Medisch" in shown
    assert "[x] Reizen" in shown


def test_a_person_can_talk_leave_and_come_back(tmp_path: Path) -> None:
    first = held(tmp_path, "1", "slachtoffer", KeyboardInterrupt)
    second = held(tmp_path, EOFError)

    assert "computer" in first
    assert first.endswith(TEXTS("terminal.tot_later"))
    assert TEXTS("vraag.geboortedatum.ask") in first.replace("\n", " ")
    assert TEXTS("vraag.geboortedatum.ask") in second.replace("\n", " ")


def test_leaving_at_once_is_no_fault(tmp_path: Path) -> None:
    assert held(tmp_path).endswith(TEXTS("terminal.tot_later"))
