"""What the days alone do to a case: which term comes next, and when it becomes more urgent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.ports import Labels
from calc.dagen import dagen_later, maanden_later
from calc.dated import Lezing, parameters
from calc.termijnen import TermijnId, TermijnStatus
from dialogs.flow import Flow
from dialogs.session import Session
from dialogs.urgency import signals_of, urgency
from dialogs.walk import walk

# Rights are lost after these; the other terms are about how the case is handled.
_RIGHTS = frozenset(
    {
        TermijnId.BW_5_JAAR,
        TermijnId.WAM_3_JAAR,
        TermijnId.PRODUCT_3_JAAR,
        TermijnId.SCHADEFONDS_10_JAAR,
        TermijnId.WAARBORGFONDS_14_DAGEN,
    }
)
_WARNING = f"termijnen.waarschuwing.{TermijnStatus.BINNEN_6_MAANDEN}"


def is_right(term: str) -> bool:
    """Tell whether a right may be lost after this term."""
    return term in _RIGHTS


def is_near(day: date, today: date) -> bool:
    """Tell whether a term is so near that staff are warned of it, or past."""
    months = Lezing(parameters(), today).aantal(_WARNING)
    return months is not None and day <= maanden_later(today, months)


@dataclass(frozen=True)
class Ahead:
    """The first day on which a right may be lost, and the day to look at the labels again."""

    next_term: date | None = None
    relabel_on: date | None = None


def ahead(session: Session) -> Ahead:
    """Return what is still to come, by the assessment as it was stored."""
    assessed: dict[str, Any] = session.beoordeling or {}
    days = tuple(_to_come(assessed))
    if not days:
        return Ahead()
    today = date.fromisoformat(assessed["herkomst"]["berekend_op"])
    looks = [_look(day, today) for day in days]
    return Ahead(next_term=min(days, default=None), relabel_on=min(looks, default=None))


def relabelled(
    flow: Flow, session: Session, before: Labels, today: date, *, held: bool = False
) -> Labels:
    """Return the labels as they are today; what was assessed stays as it was told."""
    if session.beoordeling is None:
        return before.model_copy(update={"relabel_on": None})
    fresh = walk(flow, session, today).picture.beoordeling().model_dump(mode="json")
    then = session.model_copy(update={"beoordeling": fresh})
    coming = ahead(then)
    return before.model_copy(
        update={
            "urgency": urgency(then, held=held),
            "signals": signals_of(then),
            "next_term": coming.next_term,
            "relabel_on": coming.relabel_on,
        }
    )


def _to_come(assessed: dict[str, Any]) -> Iterator[date]:
    for term in assessed.get("termijnen", ()):
        if is_right(term["id"]) and term["status"] != TermijnStatus.VERSTREKEN:
            yield date.fromisoformat(term["veilig_tot"])


def _look(day: date, today: date) -> date:
    """Return the next day on which this term says something new: it comes near, or has passed."""
    months = Lezing(parameters(), today).aantal(_WARNING)
    if months is not None:
        near = maanden_later(day, -months)
        while maanden_later(near, months) < day:
            near = dagen_later(near, 1)
        if near > today:
            return near
    return dagen_later(day, 1)
