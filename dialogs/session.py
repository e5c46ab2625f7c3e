"""The state of one conversation: a ledger of answers and little else."""

from datetime import datetime
from enum import StrEnum

from pydantic import JsonValue

from dialogs.frozen import Frozen


class Phase(StrEnum):
    """The part of the state that the ledger does not tell."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    WITH_HUMAN = "with_human"
    PAUSED = "paused"
    STOPPED = "stopped"
    ERASED = "erased"


class State(StrEnum):
    """Where the conversation stands, as the outside sees it."""

    CONSENT = "consent"
    INTAKE = "intake"
    REVIEW = "review"
    HANDED_OVER = "handed_over"
    WITH_HUMAN = "with_human"
    PAUSED = "paused"
    STOPPED = "stopped"
    ERASED = "erased"


class Status(StrEnum):
    """What became of a question; an `OPEN` one is to be asked again."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    OPEN = "open"


class Answer(Frozen):
    """One answer, with the words it was given in."""

    status: Status
    value: JsonValue = None
    choice: str | None = None
    sets: dict[str, JsonValue] = {}
    words: str = ""
    at: datetime
    channel: str
    turn: int


class Entry(Frozen):
    """What the ledger holds of one question: the current answer and those before it."""

    question: str
    index: int | None = None
    answer: Answer
    history: tuple[Answer, ...] = ()


class Proposal(Frozen):
    """A reading that was put back to the person: "Bedoelt u 2.500 euro?"."""

    key: str
    value: JsonValue


class RaisedAlarm(Frozen):
    """An alarm that went off; only its kind is kept, never the sentence."""

    alarm: str
    at: datetime


class Session(Frozen):
    """One conversation."""

    phase: Phase = Phase.OPEN
    ledger: dict[str, Entry] = {}
    explained: tuple[str, ...] = ()
    # A list on screen from which the person picks: "wijzig", "wijzig:letsel", "wis".
    menu: str | None = None
    proposal: Proposal | None = None
    misunderstood: int = 0
    alarms: tuple[RaisedAlarm, ...] = ()
    confirmed_to_human: bool = False
    # When the person agreed to the overview and to its hand-over.
    handed_over_at: datetime | None = None
    turns: int = 0
    flow_version: str = ""
    beoordeling: dict[str, JsonValue] | None = None


def key_of(question: str, index: int | None = None) -> str:
    """Return the ledger's key of a question, with its place in a list: `naaste_relatie#0`."""
    return question if index is None else f"{question}#{index}"
