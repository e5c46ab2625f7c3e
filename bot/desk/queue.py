"""The queue: every case that waits for a human, as rows to read and to filter."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from starlette.datastructures import QueryParams

from bot.ports import CaseRow
from dialogs.session import State
from dialogs.urgency import Urgency

# What a case of the queue can be in.
STATES = (State.HANDED_OVER, State.WITH_HUMAN, State.STOPPED, State.PAUSED)
_LONGEST_NUMBER = 40


@dataclass(frozen=True)
class Filter:
    """What a member of staff wants to see."""

    state: State | None = None
    number: str = ""

    @classmethod
    def read(cls, query: QueryParams) -> Self:
        """Return the filter of an address; what it does not know, it leaves out."""
        state = query.get("staat", "")
        number = query.get("zaak", "").strip()[:_LONGEST_NUMBER]
        return cls(state=State(state) if state in STATES else None, number=number)

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return self.state is not None or self.number != ""

    def passes(self, row: CaseRow) -> bool:
        """Tell whether a case is among what is asked for."""
        right_state = self.state is None or row.labels.state is self.state
        return right_state and self.number.casefold() in row.case.casefold()


def urgent_first(rows: tuple[CaseRow, ...]) -> list[CaseRow]:
    """Return the cases that must be seen first, first; among equals the one that waits longest."""
    order = list(Urgency)
    return sorted(rows, key=lambda row: (order.index(row.labels.urgency), waiting_since(row)))


def waiting_since(row: CaseRow) -> datetime:
    """Return from when on a case waits for a human."""
    return row.labels.handed_over_at or row.changed_at
