"""When the way out of the page stands large on the screen."""

from dialogs.safety import Alarm
from dialogs.session import Session, Status

_CAUSE, _VIOLENCE = "oorzaak", "misdrijf"


def away_stands_large(session: Session) -> bool:
    """Tell whether violence is, or may be, why this person is here."""
    entry = session.ledger.get(_CAUSE)
    answer = None if entry is None else entry.answer
    told = answer is not None and answer.status is Status.ANSWERED and answer.value == _VIOLENCE
    return told or any(raised.alarm == Alarm.GEWELD for raised in session.alarms)
