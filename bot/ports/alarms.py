"""Alarms: what staff must see, and who has been told of it; nothing about the person."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from dialogs.frozen import Frozen


class AlarmKind(StrEnum):
    """What can be the matter with a case, most urgent first; its name is `balie.alarm.<kind>`."""

    GEVAAR = "gevaar"
    CRISIS = "crisis"
    GEWELD = "geweld"
    TEKENDRUK = "tekendruk"
    TERMIJN_VERSTREKEN = "termijn_verstreken"
    TERMIJN_NADERT = "termijn_nadert"
    TERMIJN = "termijn"
    ONLEESBAAR = "onleesbaar"
    NIET_OPGEPAKT = "niet_opgepakt"
    NIET_BEANTWOORD = "niet_beantwoord"
    ONBEREIKBAAR = "onbereikbaar"
    HERTOETSEN = "hertoetsen"
    # Only told, and over as soon as somebody takes the case: the queue shows it already.
    NIEUWE_ZAAK = "nieuwe_zaak"


class Raise(Frozen):
    """An alarm to raise; one that has the same mark, or that nobody has seen yet, is the same.

    One that does not tell goes up no ladder: another one of the same moment says enough.
    """

    kind: AlarmKind
    mark: str
    tells: bool = True


class OpenAlarm(Frozen):
    """An alarm that nobody has seen; `step` counts how often it went up the ladder."""

    id: int
    case: str
    kind: AlarmKind
    mark: str
    raised_at: datetime
    step: int


class PastAlarm(Frozen):
    """An alarm of a case: when it was raised, and who saw it or when it was over by itself."""

    kind: AlarmKind
    raised_at: datetime
    seen_by: str | None = None
    seen_at: datetime | None = None
    over_at: datetime | None = None


class Climbed(Frozen):
    """What one step up the ladder comes to: who are told now, and when the next one is due."""

    told: tuple[str, ...]
    next_at: datetime | None


class Notice(Frozen):
    """A message to staff that waits to be sent by one notifier."""

    id: int
    case: str
    kind: AlarmKind
    step: int
    attempts: int


class Patience(Frozen):
    """How long a case may wait for a human, and how near a term may come, without an alarm."""

    unclaimed: timedelta
    unanswered: timedelta
    # How many days before the last one an alarm is raised anew, the nearest first.
    days_before_term: tuple[int, ...]


# Pure and quick: it runs inside the transaction.
Climb = Callable[[OpenAlarm], Climbed]


class Notifier(Protocol):
    """One way to reach staff outside the desk."""

    name: str

    async def notify(self, notice: Notice) -> None:
        """Tell staff; raise `TryLater` when that does not work now."""
        ...


class Alarms(Protocol):
    """Where alarms are kept, for every process that works on the store at the same time."""

    async def raise_for(self, case: str, alarm: Raise, at: datetime) -> None:
        """Raise an alarm outside a turn; a case that is not there has none."""
        ...

    async def check(self, now: datetime, today: date, patience: Patience) -> None:
        """Raise what only time calls for, and close what is over without anyone seeing it."""
        ...

    async def climb(self, now: datetime, climb: Climb) -> int:
        """Take each alarm that is due one step up; return how many there were."""
        ...

    async def open(self) -> tuple[OpenAlarm, ...]:
        """Return what nobody has seen yet, the most urgent first."""
        ...

    async def of_case(self, conversation: int) -> tuple[PastAlarm, ...]:
        """Return every alarm of a case, the last one first."""
        ...

    async def seen(self, alarm: int, name: str, at: datetime) -> bool:
        """Note who has seen an alarm; False when somebody did before, or it is over."""
        ...

    async def notices(self, notifier: str, now: datetime, limit: int = 3) -> Sequence[Notice]:
        """Return what is to be sent now; the caller has it to itself for a while."""
        ...

    async def told(self, notice: int, now: datetime) -> None:
        """Note that a notice was sent."""
        ...

    async def postpone(self, notice: int, until: datetime, reason: str) -> None:
        """Try a notice again later; the reason is a code."""
        ...
