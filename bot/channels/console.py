"""The conversation at a terminal, for a person who types."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from textwrap import fill

from bot.channels.talk import Talk
from bot.ports import Button, Outgoing
from bot.sentences.texts import Texts
from dialogs.events import Act, Chose, Command, Commanded, Said
from dialogs.questions import Kind

_WIDEST = 88
# Elsewhere a typed number is the answer itself, never the number of a button.
_NUMBERED = (Kind.CHOICE, Kind.TICKS, Kind.YESNO)


def talked(
    runner: asyncio.Runner,
    talk: Talk,
    texts: Texts,
    read: Callable[[str], str],
    write: Callable[[str], None],
) -> None:
    """Talk until the person leaves; the conversation is kept, so leaving is always safe."""
    act: Act = Commanded(command=Command.START)
    try:
        while True:
            answers = runner.run(talk.answers(act))
            for answer in answers:
                write(screen(answer, texts))
            runner.run(talk.settled())
            act = act_of(read("> "), answers[-1])
    except (EOFError, KeyboardInterrupt):
        write(f"\n{texts('terminal.tot_later')}")


def act_of(typed: str, on_screen: Outgoing) -> Act:
    """Return what a person means by a line: the number before a button is that button."""
    buttons = _buttons(on_screen)
    number = int(typed) if typed.strip().isascii() and typed.strip().isdecimal() else 0
    if not _is_numbered(on_screen) or not 1 <= number <= len(buttons):
        return Said(text=typed)
    key = None if on_screen.question is None else on_screen.question.key
    return Chose(choice=buttons[number - 1].id, question=key)


def screen(answer: Outgoing, texts: Texts) -> str:
    """Return an answer as it stands on the screen."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    paragraphs = [_wrapped(part.text, width) for part in answer.parts if part.text]
    paragraphs += ["\n".join(_listed(answer))] if _buttons(answer) else []
    if _buttons(answer) and _is_numbered(answer):
        paragraphs.append(texts("terminal.kies"))
    return "\n" + "\n\n".join(paragraphs)


def _listed(answer: Outgoing) -> Iterator[str]:
    ticked = None if answer.question is None else answer.question.ticked
    for number, button in enumerate(_buttons(answer), start=1):
        before = f"{number:>3}. " if _is_numbered(answer) else "  - "
        mark = "" if ticked is None else "[x] " if button.id in ticked else "[ ] "
        yield f"{before}{mark}{button.label}"


def _buttons(answer: Outgoing) -> tuple[Button, ...]:
    return tuple(button for part in answer.parts for button in part.choices)


def _is_numbered(answer: Outgoing) -> bool:
    return answer.question is None or answer.question.kind in _NUMBERED


def _wrapped(text: str, width: int) -> str:
    return "\n".join(fill(line, width, break_on_hyphens=False) for line in text.splitlines())
