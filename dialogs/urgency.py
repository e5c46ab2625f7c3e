"""How soon a human must look at a conversation."""

from collections.abc import Collection
from enum import StrEnum

from dialogs.safety import STOPS, Alarm
from dialogs.session import Phase, RaisedAlarm, Session

_TODAY_ALARMS = frozenset({Alarm.GEWELD, Alarm.TEKENDRUK, Alarm.TERMIJN})
# Seen to by a human who has the case; a term that comes near is not: it stays near.
_TO_HANDLE = frozenset({"niet_tekenen", "verjaring_misschien_verstreken"})
_TODAY_SIGNALS = _TO_HANDLE | {"verjaring_dreigt"}


class Urgency(StrEnum):
    """When the case must have been seen, soonest first."""

    NOW = "now"
    TODAY = "today"
    NORMAL = "normal"


def urgency(
    session: Session, signals: Collection[str] | None = None, *, held: bool = False
) -> Urgency:
    """Return the urgency that the alarms, the signals and the state together call for.

    What was handled calls for nothing more, and neither does a wish for a human while one has the
    case. The signals are those of the assessment, unless they are given.
    """
    signals = signals_of(session) if signals is None else signals
    called_for = {urgency_of_alarm(one.alarm) for one in session.alarms if not one.handled}
    called_for |= {urgency_of_signal(one) for one in signals if one not in session.handled}
    if session.phase is Phase.WITH_HUMAN and not held:
        called_for.add(Urgency.TODAY)
    return next((how for how in Urgency if how in called_for), Urgency.NORMAL)


def handled(
    session: Session, signals: Collection[str], seen: Collection[RaisedAlarm] | None = None
) -> Session:
    """Note that a member of staff who has the case has seen what made it urgent.

    All of it, unless it is given which alarms were `seen`.
    """
    alarms = tuple(
        one.model_copy(update={"handled": one.handled or seen is None or one in seen})
        for one in session.alarms
    )
    seen_to = tuple(one for one in signals if one in _TO_HANDLE)
    return session.model_copy(update={"alarms": alarms, "handled": seen_to})


def still_handled(session: Session) -> tuple[str, ...]:
    """Return the handled signals that still stand: one that comes back is a new one."""
    return tuple(one for one in session.handled if one in signals_of(session))


def urgency_of_alarm(alarm: str) -> Urgency:
    """Return how soon one alarm must have been seen."""
    if alarm in STOPS:
        return Urgency.NOW
    return Urgency.TODAY if alarm in _TODAY_ALARMS else Urgency.NORMAL


def urgency_of_signal(signal: str) -> Urgency:
    """Return how soon one signal of the assessment must have been seen."""
    return Urgency.TODAY if signal in _TODAY_SIGNALS else Urgency.NORMAL


def signals_of(session: Session) -> tuple[str, ...]:
    """Return the signals of the assessment as it was stored."""
    signals = (session.beoordeling or {}).get("signalen")
    return tuple(str(signal) for signal in signals) if isinstance(signals, list) else ()
