"""The queue: every case that waits for a human, as rows to read and to filter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from starlette.datastructures import QueryParams

from bot.handoff.templates import Words
from bot.log import fault, log
from bot.ports import CaseRow, Store, Unreadable
from bot.texts import Texts
from dialogs.session import State
from dialogs.urgency import Urgency, urgency_of_signal

# What a case of the queue can be in.
STATES = (State.HANDED_OVER, State.WITH_HUMAN, State.STOPPED, State.PAUSED)
_LONGEST_NUMBER = 40


class Whose(StrEnum):
    """Whose cases to show."""

    ALL = "alle"
    NOBODYS = "niemand"
    MINE = "mij"
    ANOTHERS = "ander"


@dataclass(frozen=True)
class Filter:
    """What a member of staff, called `me`, wants to see."""

    me: str
    state: State | None = None
    number: str = ""
    whose: Whose = Whose.ALL

    @classmethod
    def read(cls, query: QueryParams, me: str) -> Self:
        """Return the filter of an address; what it does not know, it leaves out."""
        state, whose = query.get("staat", ""), query.get("van", "")
        return cls(
            me=me,
            state=State(state) if state in STATES else None,
            number=query.get("zaak", "").strip()[:_LONGEST_NUMBER],
            whose=Whose(whose) if whose in tuple(Whose) else Whose.ALL,
        )

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return self.state is not None or self.number != "" or self.whose is not Whose.ALL

    def passes(self, row: CaseRow) -> bool:
        """Tell whether a case is among what is asked for."""
        right_state = self.state is None or row.labels.state is self.state
        right_owner = self.whose in (Whose.ALL, whose(row.owner, self.me))
        return right_state and right_owner and self.number.casefold() in row.case.casefold()


def whose(owner: str | None, me: str) -> Whose:
    """Return whose a case is, as I see it."""
    if owner is None:
        return Whose.NOBODYS
    return Whose.MINE if owner == me else Whose.ANOTHERS


@dataclass(frozen=True)
class QueueRow:
    """One case in the queue; `signals` are words, and tell why it is as urgent as it is."""

    row: CaseRow
    since: datetime
    signals: tuple[str, ...]


async def queue_rows(rows: Sequence[CaseRow], store: Store, texts: Texts) -> tuple[QueueRow, ...]:
    """Return these cases as the desk shows them."""
    return tuple(
        [
            QueueRow(row=row, since=waiting_since(row), signals=await _signals(row, store, texts))
            for row in rows
        ]
    )


def urgent_first(rows: Iterable[CaseRow]) -> list[CaseRow]:
    """Return the cases that must be seen first, first; among equals the one that waits longest."""
    order = list(Urgency)
    return sorted(rows, key=lambda row: (order.index(row.labels.urgency), waiting_since(row)))


def waiting_since(row: CaseRow) -> datetime:
    """Return from when on a case waits for a human."""
    return row.labels.handed_over_at or row.changed_at


async def _signals(row: CaseRow, store: Store, texts: Texts) -> tuple[str, ...]:
    words = Words(texts)
    known = tuple(words.naam(signal, "signaal") for signal in row.labels.signals)
    explained = any(
        urgency_of_signal(signal) is row.labels.urgency for signal in row.labels.signals
    )
    if explained or row.labels.urgency is Urgency.NORMAL:
        return known
    # What makes it urgent is sealed: it is read for the few cases that need it.
    alarms = tuple(words.naam(alarm, "alarm") for alarm in await _alarms(row.case, store))
    asked = () if alarms else (texts("balie.zaken.vraagt_mens"),)
    return (*alarms, *asked, *known)


async def _alarms(case: str, store: Store) -> tuple[str, ...]:
    try:
        conversation = await store.conversation(case=case)
    except Unreadable as error:
        log.error("case_unreadable", **fault(error))
        return ()
    raised = () if conversation is None else conversation.session.alarms
    return tuple(dict.fromkeys(alarm.alarm for alarm in raised))
