"""How soon a human must look at a conversation."""

from enum import StrEnum

from dialogs.safety import STOPS, Alarm
from dialogs.session import Phase, Session

_TODAY_ALARMS = frozenset({Alarm.GEWELD, Alarm.TEKENDRUK})
_TODAY_SIGNALS = frozenset({"niet_tekenen", "verjaring_dreigt", "verjaring_misschien_verstreken"})


class Urgency(StrEnum):
    """When the case must have been seen."""

    NOW = "now"
    TODAY = "today"
    NORMAL = "normal"


def urgency(session: Session) -> Urgency:
    """Return the urgency that the alarms, the signals and the state together call for."""
    alarms = {raised.alarm for raised in session.alarms}
    if alarms & STOPS:
        return Urgency.NOW
    signals = signals_of(session)
    asked_for = session.phase is Phase.WITH_HUMAN
    if asked_for or alarms & _TODAY_ALARMS or _TODAY_SIGNALS & set(signals):
        return Urgency.TODAY
    return Urgency.NORMAL


def signals_of(session: Session) -> tuple[str, ...]:
    """Return the signals of the assessment as it was stored."""
    signals = (session.beoordeling or {}).get("signalen")
    return tuple(str(signal) for signal in signals) if isinstance(signals, list) else ()
