"""The safety rails in the conversation: before anything else, in every state."""

from dialogs.answers.spoken import among
from dialogs.asking import DANGER
from dialogs.events import Chose, Said
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.safety import STOPS, Alarm, alarms
from dialogs.session import Phase, RaisedAlarm

# How many alarms of one kind are remembered.
MOST_ALIKE = 5


def raised(play: Play) -> tuple[Alarm, ...]:
    """Return the alarms that this event sets off, most urgent first."""
    act = play.event.act
    if isinstance(act, Said):
        going_off = alarms(act.text)
        words = play.script.words(f"optie.{DANGER}")
        if Alarm.GEVAAR not in going_off and among(act.text, words):
            return (Alarm.GEVAAR, *going_off)
        return going_off
    if isinstance(act, Chose) and act.choice == DANGER:
        return (Alarm.GEVAAR,)
    return ()


def stopped(play: Play) -> Play | None:
    """Stop everything for danger and crisis; None when neither went off."""
    stopping = [alarm for alarm in play.alarms if alarm in STOPS]
    if not stopping:
        return None
    play = noted(play)
    # Of a file that came along nothing is said now; it is kept all the same.
    play = play.but(effects=() if play.kept is None else (play.kept,))
    for alarm in stopping:
        play = play.say(f"veiligheid.{alarm}.tekst")
    return play.to_human().but(safety=True, silent=True)


def warned(play: Play, *, rests: bool) -> Play:
    """Say what the other alarms call for, before what the turn itself says.

    After that nothing is asked in the same turn: the person is offered rest, and the way on.
    """
    told = [alarm for alarm in play.alarms if alarm is not Alarm.ROUW or _is_new(play, alarm)]
    if not told:
        return play
    said = play.effects
    play = play.but(effects=())
    for alarm in told:
        play = play.say(f"veiligheid.{alarm}.tekst")
    if rests and play.session.phase is Phase.OPEN and not play.silent:
        play = play.keep(menu=Menu.RUST)
    return play.but(effects=(*play.effects, *said), safety=True)


def noted(play: Play) -> Play:
    """Write down which alarms went off, and when."""
    at = play.event.at
    fresh = tuple(RaisedAlarm(alarm=alarm, at=at) for alarm in play.alarms)
    return play.keep(alarms=_bounded((*play.session.alarms, *fresh))) if fresh else play


def _bounded(known: tuple[RaisedAlarm, ...]) -> tuple[RaisedAlarm, ...]:
    """Return the first and the last few of each kind: somebody may say the same all night."""
    kept: list[RaisedAlarm] = []
    for alarm in dict.fromkeys(one.alarm for one in known):
        alike = [one for one in known if one.alarm == alarm]
        kept += alike if len(alike) <= MOST_ALIKE else [alike[0], *alike[1 - MOST_ALIKE :]]
    return tuple(sorted(kept, key=lambda one: one.at))


def _is_new(play: Play, alarm: Alarm) -> bool:
    """Tell whether this is the first time: sorrow is answered once."""
    return [known.alarm for known in play.session.alarms].count(alarm) == 1
