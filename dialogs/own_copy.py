"""A person's own copy: what they told, what is still open, and what was explained to them."""

from datetime import date

from pydantic import JsonValue

from dialogs.effects import Say
from dialogs.flow import Flow
from dialogs.frozen import Frozen
from dialogs.play import Play
from dialogs.review import ReviewLine, lines
from dialogs.safety import Alarm
from dialogs.session import Session
from dialogs.walk import due_of, walk

_RECEIPT, _DAY = "herkomst", "berekend_op"
_CAUSE, _CRIME = "oorzaak", "misdrijf"


class OwnCopy(Frozen):
    """Keys and values; `day` is the day on which it was assessed, None before that."""

    told: tuple[ReviewLine, ...]
    unknown: tuple[ReviewLine, ...]
    explained: tuple[Say, ...]
    day: date | None
    feiten: dict[str, JsonValue]
    antwoord: dict[str, JsonValue]
    beoordeling: dict[str, JsonValue] | None


def own_copy(flow: Flow, session: Session, today: date) -> OwnCopy:
    """Return what a person may keep; nothing in it is assessed or explained anew."""
    day = _assessed_on(session)
    found = walk(flow, session, day or today)
    told = [line for line in lines(found, session) if not line.door]
    explained = tuple(
        Say(key=f"uitleg.{due.explanation.id}", params=due.explanation.params)
        for due in due_of(found)
        if due.explanation.keep and session.explained.get(due.key) == due.tells
    )
    return OwnCopy(
        told=tuple(line for line in told if line.known),
        unknown=tuple(line for line in told if not (line.known or line.optional)),
        explained=explained,
        day=day,
        feiten=found.picture.feiten().model_dump(mode="json"),
        antwoord=found.picture.answers,
        beoordeling=session.beoordeling,
    )


def waits_to_be_asked_for(play: Play) -> bool:
    """Tell whether the copy is not brought unasked: after violence, who did it may find it."""
    violent = any(one.alarm == Alarm.GEWELD for one in play.session.alarms)
    return violent or play.walk.picture(_CAUSE) == _CRIME


def _assessed_on(session: Session) -> date | None:
    receipt = (session.beoordeling or {}).get(_RECEIPT)
    day = receipt.get(_DAY) if isinstance(receipt, dict) else None
    return None if day is None else date.fromisoformat(str(day))
