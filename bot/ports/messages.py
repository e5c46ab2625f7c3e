"""What people send and get, whatever the channel."""

from datetime import datetime
from enum import StrEnum

from bot.ports.files import NewFile
from dialogs.effects import Progress
from dialogs.events import Act
from dialogs.frozen import Frozen
from dialogs.session import State


class Inbound(Frozen):
    """One message of a person, as a channel received it and nothing more.

    `file` came with it, and is kept when the conversation says so.
    """

    channel: str
    chat_id: str
    message_id: str
    at: datetime
    act: Act
    file: NewFile | None = None


class Button(Frozen):
    """One choice on the screen."""

    id: str
    label: str
    values: tuple[str, ...] = ()


class Part(Frozen):
    """One piece of text, with the buttons under it."""

    text: str
    choices: tuple[Button, ...] = ()


class QuestionRef(Frozen):
    """The open question, for programs and for the page."""

    id: str
    fact: str | None
    kind: str
    key: str
    ticked: tuple[str, ...] | None = None


class Outgoing(Frozen):
    """Everything said in answer to one message; a channel may send it as one or as several.

    `days` are words that answer the question as if they were typed, for a channel that can offer
    them. With `own_copy` the person gets their own copy along, where the channel can bring a file.
    """

    parts: tuple[Part, ...]
    question: QuestionRef | None = None
    days: tuple[str, ...] = ()
    state: State
    progress: Progress
    case: str | None = None
    own_copy: bool = False


class MessageClass(StrEnum):
    """Who speaks; after a takeover no `BOT` message of an older epoch is started any more."""

    SAFETY = "safety"
    BOT = "bot"
    HUMAN = "human"
    SYSTEM = "system"
