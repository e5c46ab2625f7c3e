"""The conversation for programs: one JSON object per line in, one per line out."""

import asyncio
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import TypeAdapter, ValidationError

from bot.channels.talk import Talk
from bot.files.examining import LARGEST, received, shown_name
from bot.ports import NewFile, Outgoing, Part
from bot.sentences.texts import Texts
from dialogs.effects import Progress
from dialogs.events import Act, Chose, Command, Commanded, Fault, Said, Sent
from dialogs.frozen import Frozen
from dialogs.session import State

_Told = dict[str, Any]


class _Text(Frozen):
    text: str


class _Choice(Frozen):
    choice: str


class _File(Frozen):
    file: str


class _Command(Frozen):
    command: Command


_LINE: TypeAdapter[_Text | _Choice | _File | _Command] = TypeAdapter(
    _Text | _Choice | _File | _Command
)
_NOTHING_YET = Outgoing(parts=(), state=State.CONSENT, progress=Progress(done=0, of=0))


def talked(
    runner: asyncio.Runner, talk: Talk, texts: Texts, lines: BinaryIO, out: BinaryIO
) -> None:
    """Answer every line until there are no more."""
    last = runner.run(talk.before()) or _NOTHING_YET
    for line in iter(lines.readline, b""):
        act, file = act_of(line)
        if act is None:
            answers: tuple[Outgoing, ...] = (not_read(last, texts),)
        else:
            answers = runner.run(talk.answers(act, file))
            last = answers[-1]
        out.write(json.dumps(told(answers), ensure_ascii=False).encode() + b"\n")
        out.flush()
        runner.run(talk.settled())


def act_of(line: bytes) -> tuple[Act | None, NewFile | None]:
    """Return what a line says the person did, with the file it names.

    No act at all: it is no line of this protocol.
    """
    try:
        given = _LINE.validate_python(json.loads(line))
    except (ValueError, RecursionError, ValidationError):
        return None, None
    if isinstance(given, _File):
        return _sent(Path(given.file))
    if isinstance(given, _Text):
        return Said(text=given.text), None
    if isinstance(given, _Choice):
        return Chose(choice=given.choice), None
    return Commanded(command=given.command), None


def _sent(path: Path) -> tuple[Sent, NewFile | None]:
    """Read a file; one that is not there, or is no file, is the mistake of whoever named it."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return received(path.name, file.read(LARGEST + 1))
    except (OSError, ValueError):
        pass
    return Sent(name=shown_name(path.name), fault=Fault.ONVINDBAAR), None


def told(answers: Iterable[Outgoing]) -> _Told:
    """Return one line of output: everything said, and where the conversation stands now."""
    answers = tuple(answers)
    now = answers[-1]
    return {
        "messages": [_message(part) for answer in answers for part in answer.parts],
        "question": _question(now),
        "state": now.state.value,
        "progress": now.progress.model_dump(),
        "case": now.case,
    }


def not_read(last: Outgoing, texts: Texts) -> Outgoing:
    """Return the answer to a line that cannot be read: that, and what was asked before it."""
    said = Part(text=texts("terminal.onleesbaar"))
    asked = last.parts[-1:] if last.question is not None else ()
    return last.model_copy(update={"parts": (said, *asked)})


def _message(part: Part) -> _Told:
    choices = [button.model_dump(exclude_defaults=True) for button in part.choices]
    return {"text": part.text, "choices": choices}


def _question(now: Outgoing) -> _Told | None:
    if now.question is None:
        return None
    leave_out = {"ticked"} if now.question.ticked is None else set()
    return now.question.model_dump(exclude=leave_out)
