"""Where a person sits: what is seen after each act, whatever the channel."""

from dataclasses import dataclass
from typing import Any, Protocol

from bot.handoff import CaseFile
from dialogs.events import Command
from dialogs.session import State


@dataclass(frozen=True)
class Button:
    """A button as it was seen; `handle` is what the channel needs to press it."""

    id: str
    label: str
    handle: Any = None


@dataclass(frozen=True)
class Seen:
    """What a person has before them after one turn."""

    words: str
    state: State
    buttons: tuple[Button, ...] = ()
    # The open question: its key, None for a list to pick from.
    key: str | None = None
    ticked: tuple[str, ...] = ()

    def button(self, choice: str) -> Button:
        """Return the button with this id; one that is not there cannot be tapped."""
        assert choice in self.choices, f"{choice} is not among {self.choices} of {self.key}"
        return next(button for button in self.buttons if button.id == choice)

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the buttons."""
        return tuple(button.id for button in self.buttons)


class Seat(Protocol):
    """One person at one channel."""

    channel: str

    async def starts(self) -> Seen:
        """Begin the conversation."""
        ...

    async def types(self, text: str) -> Seen:
        """Type something."""
        ...

    async def presses(self, button: Button) -> Seen:
        """Press a button, this turn's or an older one."""
        ...

    async def commands(self, command: Command) -> Seen:
        """Give a fixed command."""
        ...

    async def file(self) -> CaseFile:
        """Return what is kept of this conversation."""
        ...


def bare(words: str) -> str:
    """Return words as they are compared.

    Channels break lines and link numbers differently, and the page shows "U: € 15.000" as a term
    with its value, without the colon.
    """
    return "".join(words.replace(":", "").split())
