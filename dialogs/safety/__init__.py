"""The safety rails: which alarms a message sets off, before anything else is done with it."""

from collections.abc import Mapping
from enum import StrEnum

from dialogs.safety.age import UNDER_AGE
from dialogs.safety.crisis import CRISIS
from dialogs.safety.danger import DANGER
from dialogs.safety.grief import GRIEF
from dialogs.safety.pressure import PRESSURE
from dialogs.safety.rail import Rail
from dialogs.safety.remarks import Remark, beside, remark
from dialogs.safety.sentences import sentences
from dialogs.safety.terms import TERMS
from dialogs.safety.veiled import VEILED
from dialogs.safety.violence import VIOLENCE

__all__ = ["STOPS", "Alarm", "Remark", "alarms", "beside", "remark"]


class Alarm(StrEnum):
    """What can be the matter, most urgent first; its text is `veiligheid.<alarm>.tekst`."""

    GEVAAR = "gevaar"
    CRISIS = "crisis"
    GEWELD = "geweld"
    MINDERJARIG = "minderjarig"
    TEKENDRUK = "tekendruk"
    TERMIJN = "termijn"
    ROUW = "rouw"


# These stop the questions and bring in a human at once.
STOPS: frozenset[Alarm] = frozenset({Alarm.GEVAAR, Alarm.CRISIS})

_RAILS: Mapping[Alarm, tuple[Rail, ...]] = {
    Alarm.GEVAAR: (DANGER,),
    Alarm.CRISIS: (CRISIS, VEILED),
    Alarm.GEWELD: (VIOLENCE,),
    Alarm.MINDERJARIG: (UNDER_AGE,),
    Alarm.TEKENDRUK: (PRESSURE,),
    Alarm.TERMIJN: (TERMS,),
    Alarm.ROUW: (GRIEF,),
}


def alarms(text: str) -> tuple[Alarm, ...]:
    """Return every alarm that a message sets off, most urgent first."""
    said = sentences(text)
    return tuple(alarm for alarm in Alarm if any(rail.goes_off(said) for rail in _RAILS[alarm]))
