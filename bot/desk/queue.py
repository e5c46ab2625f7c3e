"""The queue: the cases that wait for a human, as rows to read and to narrow down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from bot.clock import day_of
from bot.days.terms_ahead import is_near
from bot.handoff.templates import Words
from bot.ports import Asked, CaseRow, Place, Standing, Store, Voice
from bot.sentences.texts import Texts
from dialogs.urgency import Urgency, urgency_of_signal

# What the queue may be narrowed down to, as the convenant marks a case.
CODES = ("LL", "LL_VOORLOPIG", "GBL")
ROWS_ON_A_PAGE = 50
# Counted no further: "999+" says enough, and costs the same whatever is stored.
MOST_COUNTED = 1000


class Tab(StrEnum):
    """A part of the queue that is looked at by itself."""

    ALLE = "alle"
    NIEUW = "nieuw"
    ONS = "ons"
    MELDER = "melder"
    MIJ = "mij"
    GESLOTEN = "gesloten"


_STANDINGS = {
    Tab.NIEUW: Standing.NEW,
    Tab.ONS: Standing.OURS,
    Tab.MELDER: Standing.PERSONS,
    Tab.GESLOTEN: Standing.CLOSED,
}


@dataclass(frozen=True)
class Filter:
    """What a member of staff, called `me`, wants to see."""

    me: str
    tab: Tab = Tab.ALLE
    code: str | None = None
    urgency: Urgency | None = None
    after: Place | None = None

    @classmethod
    def read(cls, query: QueryParams, me: str) -> Self:
        """Return the filter of an address; what it does not know, it leaves out."""
        tab, code, urgency = (query.get(name, "") for name in ("lijst", "code", "urgentie"))
        return cls(
            me=me,
            tab=Tab(tab) if tab in tuple(Tab) else Tab.ALLE,
            code=code if code in CODES else None,
            urgency=Urgency(urgency) if urgency in tuple(Urgency) else None,
            after=_place(query.get("na", "")),
        )

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is left out of the list."""
        return self.code is not None or self.urgency is not None

    @property
    def asked(self) -> Asked:
        """Return what the store is asked for: one more than fits tells that there is more."""
        return Asked(
            standing=_STANDINGS.get(self.tab),
            owner=self.me if self.tab is Tab.MIJ else None,
            code=self.code,
            urgency=None if self.tab is Tab.GESLOTEN else self.urgency,
            after=self.after,
            most=ROWS_ON_A_PAGE + 1,
        )

    def address(self, tab: Tab, after: Place | None = None) -> str:
        """Return the address of another tab or of the next page, narrowed down in the same way."""
        told = {
            "lijst": None if tab is Tab.ALLE else tab.value,
            "code": self.code,
            "urgentie": self.urgency,
            "na": None if after is None else _told(after),
        }
        query = urlencode({name: value for name, value in told.items() if value is not None})
        return f"/desk?{query}" if query else "/desk"


def counted(me: str) -> tuple[Asked, ...]:
    """Return what is counted for the tabs, in their order."""
    return tuple(Filter(me=me, tab=tab).asked.model_copy(update={"most": None}) for tab in Tab)


@dataclass(frozen=True)
class QueueRow:
    """One case in the queue; `signals` are words, and tell why it is as urgent as it is.

    `days` are those until a right may be lost, when that is soon.
    """

    row: CaseRow
    since: datetime
    signals: tuple[str, ...]
    waits: timedelta
    days: int | None = None
    speaker: str | None = None
    spoke: timedelta | None = None


async def queue_rows(
    rows: Sequence[CaseRow], store: Store, texts: Texts, now: datetime
) -> tuple[QueueRow, ...]:
    """Return these cases as the desk shows them."""
    # What makes a case urgent may be sealed: it is read for the few that need it, all at once.
    unexplained = [row.id for row in rows if not _is_explained(row)]
    alarms = await store.alarms_of(unexplained) if unexplained else {}
    words = Words(texts)
    return tuple(_row(row, words, texts, alarms.get(row.id), now) for row in rows)


def _row(
    row: CaseRow, words: Words, texts: Texts, alarms: tuple[str, ...] | None, now: datetime
) -> QueueRow:
    since, spoken = row.handling.since or row.changed_at, row.handling.spoken
    speaker = None
    if spoken is not None:
        speaker = "melder" if spoken.by is Voice.PERSON else "wij"
    signals = tuple(words.naam(signal, "signaal") for signal in row.labels.signals)
    if alarms is not None:
        raised = tuple(words.naam(alarm, "alarm") for alarm in alarms)
        signals = (*(raised or (texts("balie.zaken.vraagt_mens"),)), *signals)
    return QueueRow(
        row=row,
        since=since,
        signals=signals,
        waits=now - since,
        days=_days(row.labels.next_term, day_of(now)),
        speaker=speaker,
        spoke=None if spoken is None else now - spoken.at,
    )


def _is_explained(row: CaseRow) -> bool:
    """Tell whether the signals in the clear tell why a case is as urgent as it is."""
    labels = row.labels
    told = any(urgency_of_signal(signal) is labels.urgency for signal in labels.signals)
    return told or labels.urgency is Urgency.NORMAL or row.handling.closed is not None


def _days(term: date | None, today: date) -> int | None:
    return None if term is None or not is_near(term, today) else (term - today).days


def _told(place: Place) -> str:
    return f"{place.rank}_{place.since.isoformat()}_{place.id}"


def _place(told: str) -> Place | None:
    """Return the place that an address names, None for one that no page of ours wrote."""
    try:
        rank, since, number = told.split("_")
        place = Place(rank=int(rank), since=datetime.fromisoformat(since), id=int(number))
    except ValueError:
        return None
    known = place.since.tzinfo is not None and 0 <= place.rank < 10 and 0 <= place.id < 2**53  # noqa: PLR2004 - far beyond what is ever written
    return place if known else None
