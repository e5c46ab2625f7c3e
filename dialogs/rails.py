"""The safety rails in the conversation: before anything else, in every state."""

from dataclasses import replace

from dialogs.asking import DANGER
from dialogs.events import Chose, Said
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.safety import STOPS, Alarm, alarms
from dialogs.session import Phase, RaisedAlarm

# After these nothing is asked in the same turn: the person is offered rest, and the way on.
_RESTS = (Alarm.GEWELD, Alarm.MINDERJARIG, Alarm.TEKENDRUK, Alarm.ROUW)


def raised(play: Play) -> tuple[Alarm, ...]:
    """Return the alarms that this event sets off, most urgent first."""
    act = play.event.act
    if isinstance(act, Said):
        return alarms(act.text)
    if isinstance(act, Chose) and act.choice == DANGER:
        return (Alarm.GEVAAR,)
    return ()


def stopped(play: Play, going_off: tuple[Alarm, ...]) -> Play | None:
    """Stop everything for danger and crisis; None when neither went off."""
    stopping = [alarm for alarm in going_off if alarm in STOPS]
    if not stopping:
        return None
    play = _noted(play, going_off)
    for alarm in stopping:
        play = play.say(f"veiligheid.{alarm}.tekst")
    return replace(play.to_human(), safety=True, silent=True)


def warned(play: Play, going_off: tuple[Alarm, ...]) -> Play:
    """Say what the other alarms call for, before what the turn itself says."""
    if not going_off:
        return play
    play = _noted(play, going_off)
    said = play.effects
    play = replace(play, effects=())
    for alarm in going_off:
        play = play.say(f"veiligheid.{alarm}.tekst")
    rests = any(alarm in _RESTS for alarm in going_off)
    if rests and play.session.phase is Phase.OPEN:
        play = play.keep(menu=Menu.RUST)
    return replace(play, effects=(*play.effects, *said), safety=True)


def _noted(play: Play, going_off: tuple[Alarm, ...]) -> Play:
    noted = tuple(RaisedAlarm(alarm=alarm, at=play.event.at) for alarm in going_off)
    return play.keep(alarms=(*play.session.alarms, *noted))
