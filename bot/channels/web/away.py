"""When the way out of the page stands large on the screen."""

from dialogs.safety import Alarm
from dialogs.session import Session, Status

_CAUSE, _VIOLENCE = "oorzaak", "misdrijf"


def away_stands_large(session: Session) -> bool:
    """Tell whether violence is, or may be, why this person is here."""
    entry = session.ledger.get(_CAUSE)
    by_violence = (
        entry is not None
        and entry.answer.status is Status.ANSWERED
        and entry.answer.value == _VIOLENCE
    )
    return by_violence or any(raised.alarm == Alarm.GEWELD for raised in session.alarms)
