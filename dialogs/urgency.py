"""How soon a human must look at a conversation."""

from enum import StrEnum

from dialogs.safety import STOPS, Alarm
from dialogs.session import Phase, Session

_TODAY_ALARMS = frozenset({Alarm.GEWELD, Alarm.TEKENDRUK, Alarm.TERMIJN})
_TODAY_SIGNALS = frozenset({"niet_tekenen", "verjaring_dreigt", "verjaring_misschien_verstreken"})


class Urgency(StrEnum):
    """When the case must have been seen, soonest first."""

    NOW = "now"
    TODAY = "today"
    NORMAL = "normal"


def urgency(session: Session) -> Urgency:
    """Return the urgency that the alarms, the signals and the state together call for."""
    called_for = {urgency_of_alarm(raised.alarm) for raised in session.alarms}
    called_for |= {urgency_of_signal(signal) for signal in signals_of(session)}
    if session.phase is Phase.WITH_HUMAN:
        called_for.add(Urgency.TODAY)
    return next((how for how in Urgency if how in called_for), Urgency.NORMAL)


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
