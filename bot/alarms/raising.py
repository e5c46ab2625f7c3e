"""Which alarms a turn raises for staff."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.alarms.ladder import AT_ONCE
from bot.ports.alarms import AlarmKind, Raise
from bot.ports.kept import Conversation, Labels
from dialogs.effects import Step
from dialogs.safety import Alarm
from dialogs.session import State

# Staff need not come at once for the others: those stand on the case.
_OF_RAIL = {
    Alarm.GEVAAR: AlarmKind.GEVAAR,
    Alarm.CRISIS: AlarmKind.CRISIS,
    Alarm.GEWELD: AlarmKind.GEWELD,
    Alarm.TEKENDRUK: AlarmKind.TEKENDRUK,
    Alarm.TERMIJN: AlarmKind.TERMIJN,
}
_OF_SIGNAL = {
    "niet_tekenen": AlarmKind.TEKENDRUK,
    "verjaring_misschien_verstreken": AlarmKind.TERMIJN_VERSTREKEN,
}
_WAITS = (State.HANDED_OVER, State.WITH_HUMAN)


def raised(known: Conversation, taken: Step, labels: Labels, at: datetime) -> tuple[Raise, ...]:
    """Return what to raise after this step of this conversation."""
    kinds = dict.fromkeys(_kinds(known, taken, labels))
    # Whoever is told of a crisis in a case need not be told of the case as well.
    told = not AT_ONCE.isdisjoint(kinds)
    return tuple(
        Raise(
            kind=kind,
            mark=at.isoformat(),
            tells=not (told and kind is AlarmKind.NIEUWE_ZAAK),
        )
        for kind in kinds
    )


def raised_by_days(known: Conversation, labels: Labels, today: date) -> tuple[Raise, ...]:
    """Return what to raise now that the days alone gave a case these labels.

    Marked with the term that passed, so that it is one alarm however often it is looked at.
    """
    if not known.for_staff:
        return ()
    mark = (known.labels.next_term or today).isoformat()
    return tuple(Raise(kind=kind, mark=mark) for kind in _signalled(known, labels))


def _kinds(known: Conversation, taken: Step, labels: Labels) -> Iterator[AlarmKind]:
    for alarm in taken.alarms:
        if alarm in _OF_RAIL:
            yield _OF_RAIL[alarm]
    yield from _signalled(known, labels)
    began_to_wait = labels.state in _WAITS and known.labels.state not in _WAITS
    if began_to_wait and known.owner is None:
        yield AlarmKind.NIEUWE_ZAAK


def _signalled(known: Conversation, labels: Labels) -> Iterator[AlarmKind]:
    for signal in labels.signals:
        if signal in _OF_SIGNAL and signal not in known.labels.signals:
            yield _OF_SIGNAL[signal]
