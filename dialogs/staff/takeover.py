"""While a human holds the conversation: the script is silent, and only the rails speak."""

from datetime import date

from dialogs.answers.cleaning import cleaned
from dialogs.commands import command
from dialogs.effects import Say, Step
from dialogs.engine import finished, step
from dialogs.events import Command, Event
from dialogs.files import received
from dialogs.followup.asked import left
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.rails import noted, raised, stopped, warned
from dialogs.review import unseen
from dialogs.safety import Alarm
from dialogs.script import Script
from dialogs.session import Phase, Session, State
from dialogs.staff.put import confirming, open_to_judgement, put_answered

# What a person may do with what is kept of them and with the questions, whoever they talk to.
_RIGHTS = frozenset({Command.WIS, Command.GEGEVENS, Command.STOP})
_ASKED = (Phase.OPEN, Phase.PAUSED)


def heard(script: Script, session: Session, event: Event, today: date) -> tuple[Session, Step]:
    """Take an event that is meant for the human: nothing is answered but danger and own rights.

    The phase is put aside meanwhile, so that no question is asked, and is found again later.
    """
    aside = session.model_copy(update={"phase": Phase.WITH_HUMAN})
    counted = aside.model_copy(update={"turns": session.turns + 1})
    play = received(Play(script=script, session=counted, event=cleaned(event), today=today))
    given = command(play)
    if session.menu == Menu.WIS or given in _RIGHTS:
        after, taken = step(script, aside, event, today)
    else:
        after, taken = finished(_for_human(play), aside)
    if taken.state is State.ERASED:
        return after, taken
    stops = given is Command.STOP and session.phase in _ASKED and session.menu != Menu.WIS
    # Who stops while a human is there is asked nothing either when the human has gone.
    phase = Phase.STOPPED if stops else session.phase
    return after.model_copy(update={"phase": phase}), taken


def told(script: Script, session: Session, event: Event, today: date, *said: Say) -> Step:
    """Return what is told to a person who is with a human; nothing is asked."""
    aside = session.model_copy(update={"phase": Phase.WITH_HUMAN, "menu": None})
    play = Play(script=script, session=aside, event=event, today=today, effects=said)
    _, taken = finished(play.quiet(), aside)
    return taken


def released(script: Script, session: Session, event: Event, today: date) -> tuple[Session, Step]:
    """Give the conversation back to the script: at the open question, or at rest after all."""
    play = Play(script=script, session=session, event=event, today=today).keep(menu=None)
    if session.phase is Phase.STOPPED and session.handed_over_at is None:
        return finished(left(play).keep(put=None).say("overname.terug_gestopt").quiet(), session)
    play = left(_judging(play))
    if session.handed_over_at is not None:
        play = play.keep(phase=Phase.HANDED_OVER, confirmed_to_human=False)
        return finished(play.say("overname.terug_bij_zaak").quiet(), session)
    play = play.at(unseen(play.session)).keep(phase=Phase.OPEN, misunderstood=0, proposal=None)
    return finished(play.say("overname.terug"), session)


def closed(script: Script, session: Session, event: Event, today: date) -> tuple[Session, Step]:
    """Let the conversation rest when the human closed the case; what comes next goes to them."""
    play = Play(script=script, session=session, event=event, today=today)
    play = play.keep(menu=None, proposal=None, put=None, confirmed_to_human=False)
    if session.handed_over_at is not None:
        play = play.keep(phase=Phase.HANDED_OVER)
    elif session.phase is not Phase.STOPPED:
        play = play.keep(phase=Phase.WITH_HUMAN)
    return finished(play.say("overname.afgesloten").quiet(), session)


def _judging(play: Play) -> Play:
    """Ask the person about what staff filled in and nobody asked about; the rest is put aside."""
    keys = open_to_judgement(play)
    if not keys:
        return play.keep(put=None)
    by = play.session.ledger[keys[-1]].answer
    return play.at(confirming(play.session, (by and by.by) or "")).but(puts=True)


def _for_human(play: Play) -> Play:
    """Take an answer to what staff put; all else is for the human. The rails come first."""
    # A file is for the human to answer; only one that is not kept is told of.
    said = play.effects if play.kept is None else (play.kept,)
    play = play.but(alarms=raised(play), outcome_told=True, effects=said)
    halted = stopped(play)
    if halted is not None:
        return halted.quiet()
    answered = put_answered(play)
    play = noted(play if answered is None else answered).quiet()
    # Comfort is for the human to give.
    urgent = tuple(alarm for alarm in play.alarms if alarm is not Alarm.ROUW)
    return warned(play.but(alarms=urgent), rests=False)
