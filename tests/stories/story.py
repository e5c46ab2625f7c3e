"""A person's whole story: an order-free table of what they know, and what must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialogs.events import Command

# The day on which the loopback Bot API dates its messages.
TODAY = date(2026, 11, 25)


# --- what a person does ------------------------------------------------------------------------


@dataclass(frozen=True)
class Says:
    """Types something."""

    text: str


@dataclass(frozen=True)
class Taps:
    """Taps a button that is on the screen."""

    choice: str


@dataclass(frozen=True)
class TapsOld:
    """Scrolls back and taps a button under an earlier question."""

    question: str
    choice: str


@dataclass(frozen=True)
class Gives:
    """Gives one of the fixed commands."""

    command: Command


Act = Says | Taps | TapsOld | Gives
BACK, PAUSE, START = Gives(Command.TERUG), Gives(Command.PAUZE), Gives(Command.START)
DATA, WHY = Gives(Command.GEGEVENS), Says("waarom?")


@dataclass(frozen=True)
class Told:
    """What is known at a path, and everything that is done to tell it."""

    value: Any
    acts: tuple[Act, ...] = ()


def said(text: str, value: Any) -> Told:
    """Type an answer."""
    return Told(value, (Says(text),))


def story(text: str) -> Told:
    """Tell what happened in one's own words."""
    return said(text, text)


def after(*acts: Act | str, value: Any) -> Told:
    """Do several things, of which the last one answers."""
    return Told(value, tuple(Says(act) if isinstance(act, str) else act for act in acts))


def between(least: Any, most: Any) -> dict[str, Any]:
    """Write a range."""
    return {"van": least, "tot": most}


# --- what must come of it ----------------------------------------------------------------------


@dataclass(frozen=True)
class Ends:
    """What must have come of a story.

    `outcome` are leaves of the assessment by path; `explained` every explanation that was shown;
    `also` facts that nobody was asked for; `read` words that were read, `never` words that were
    not. `answers` is how many answers it may take at most, the overview among them.
    """

    code: str
    outcome: Mapping[str, Any]
    signals: tuple[str, ...]
    explained: frozenset[str]
    answers: int
    also: Mapping[str, Any] = field(default_factory=dict)
    alarms: tuple[str, ...] = ()
    urgency: str = "normal"
    read: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    open_points: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Story:
    """Somebody, what they tell, and what must come of it.

    `tells` is by fact; where a question has no fact, by its id. What is not in the table is not
    known. `corrects` is changed from the overview on, by `wijzig`.
    """

    name: str
    tells: Mapping[str, Any]
    ends: Ends
    corrects: Mapping[str, Any] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, Told]:
        """Everything that is true in the end, by path."""
        return {path: _told(value) for path, value in {**self.tells, **self.corrects}.items()}

    @property
    def relatives(self) -> int:
        """How many relatives are told of."""
        places = [path.partition("]")[0] for path in self.tells if path.startswith("naasten[")]
        return len(set(places))

    def known(self, path: str) -> Any:
        """Return what is true at a path, told or not."""
        return self.told[path].value if path in self.told else self.ends.also.get(path)

    def first(self, path: str) -> Told | None:
        """Return what is told when the question comes up; None when nothing is known."""
        return _told(self.tells[path]) if path in self.tells else None


def _told(value: Any) -> Told:
    return value if isinstance(value, Told) else Told(value)
