"""How the queue is asked for; the same words for both databases, each with its own marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.ports import Asked, Standing
from dialogs.urgency import Urgency

COLUMNS = (
    "id, case_number, channel, created_at, changed_at, owner, state, process_code, urgency,"
    " signals, handed_over_at, next_term, relabel_on, retest_on, standing, waiting_since,"
    " spoken_by, spoken_at, closed_at, closed_by, closed_why, reopened_at,"
    " unreachable_at, unreachable_why"
)
# As the indexes have it; a case without a staff side is in none of them.
_OPEN = "queued_at IS NOT NULL AND closed_at IS NULL"
# The same by the one index in which it stands whole: counting then reads no rows.
_COUNTED_OPEN = "standing IN ('new', 'ours', 'persons')"
_ORDER = "urgency_rank, waiting_since, id"
_BACKWARDS = "urgency_rank DESC, waiting_since DESC, id DESC"
FOR_STAFF = "chat_index IS NOT NULL AND (standing <> 'intake' OR epoch > 0)"


@dataclass
class Query:
    """One statement that is being written, with its values; `mark` gives the next placeholder."""

    mark: Callable[[int], str]
    moment: Callable[[datetime], Any]
    values: list[Any] = field(default_factory=list)

    def rows(self, asked: Asked) -> str:
        """Return the statement that reads these cases."""
        order = _BACKWARDS if asked.standing is Standing.CLOSED else _ORDER
        # In the order of their marks.
        where = self._where(asked)
        most = "" if asked.most is None else f" LIMIT {self._value(asked.most)}"
        return f"SELECT {COLUMNS} FROM conversations WHERE {where} ORDER BY {order}{most}"  # noqa: S608 - our own words

    def tally(self, asked: Sequence[Asked], most: int) -> str:
        """Return the statement that counts them, each no further than `most`."""
        return " UNION ALL ".join(
            f"SELECT {number} AS number, count(*) AS found FROM (SELECT 1 FROM conversations"  # noqa: S608 - our own words
            f" WHERE {self._where(each, _COUNTED_OPEN)} LIMIT {self._value(most)}) AS counted"
            for number, each in enumerate(asked)
        )

    def _where(self, asked: Asked, is_open: str = _OPEN) -> str:
        parts = [is_open] if asked.owner is None else []
        if asked.standing is not None:
            parts = [self._is("standing", asked.standing)]
        if asked.owner is not None:
            # What somebody holds is open; so this index alone will do.
            parts.append(self._is("owner", asked.owner))
        if asked.code is not None:
            parts.append(self._is("process_code", asked.code))
        if asked.urgency is not None:
            parts.append(self._is("urgency_rank", tuple(Urgency).index(asked.urgency)))
        if asked.after is not None:
            place = (asked.after.rank, self.moment(asked.after.since), asked.after.id)
            marks = ", ".join(self._value(each) for each in place)
            sign = "<" if asked.standing is Standing.CLOSED else ">"
            parts.append(f"({_ORDER}) {sign} ({marks})")
        return " AND ".join(parts)

    def _is(self, column: str, value: Any) -> str:
        return f"{column} = {self._value(value)}"

    def _value(self, value: Any) -> str:
        self.values.append(value)
        return self.mark(len(self.values))
