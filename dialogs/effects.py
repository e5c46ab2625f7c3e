"""What goes out: what the shell is told to do after a step."""

from datetime import date
from typing import Any, Literal

from pydantic import ConfigDict, JsonValue

from dialogs.frozen import Frozen
from dialogs.questions import Day, Kind
from dialogs.safety import Alarm
from dialogs.session import State


class Say(Frozen):
    """Tell something: a text by key, with what it needs."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    effect: Literal["say"] = "say"
    key: str
    params: dict[str, Any] = {}
    article: str | None = None


class Choice(Frozen):
    """A button: the key of its label, and what it stands for.

    `params` serve labels that carry a value ("Zo laten: 3 mei 2026"); `values` are the values
    that a narrowing choice leaves open.
    """

    id: str
    label: str
    params: dict[str, Any] = {}
    values: tuple[str, ...] = ()


class Ask(Frozen):
    """Put the open question, or a menu, on the screen; always the last thing said."""

    effect: Literal["ask"] = "ask"
    key: str
    question: str | None
    fact: str | None
    kind: Kind | None
    text: str
    params: dict[str, Any] = {}
    choices: tuple[Choice, ...] = ()
    days: tuple[Day, ...] = ()
    ticked: tuple[str, ...] = ()
    may_skip: bool = False


class Keep(Frozen):
    """Keep the file that came with this event."""

    effect: Literal["keep"] = "keep"
    file: str
    name: str


class Erase(Frozen):
    """Destroy everything that is kept of this conversation."""

    effect: Literal["erase"] = "erase"


Effect = Say | Ask | Keep | Erase


class Progress(Frozen):
    """How far the conversation is: answers given, and answers at most on this path."""

    done: int
    of: int


class Step(Frozen):
    """What one event came to, besides the new session."""

    effects: tuple[Effect, ...]
    state: State
    progress: Progress
    # Safety texts go out whoever holds the conversation.
    safety: bool = False
    # What this event set off, most urgent first.
    alarms: tuple[Alarm, ...] = ()
    # When the criteria are to be tested again, in a case that runs as light injury.
    retest_on: date | None = None
    # The facts as they stand now, every key, and the answers by question, for the texts.
    feiten: dict[str, JsonValue] = {}
    antwoord: dict[str, JsonValue] = {}
