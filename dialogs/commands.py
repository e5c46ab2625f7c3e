"""The fixed commands: they work in every state, as words and as buttons."""

from collections.abc import Callable, Mapping
from datetime import date

from dialogs.answers.spoken import among
from dialogs.events import Chose, Command, Commanded, Said
from dialogs.followup.asked import declined, stale_asked
from dialogs.followup.days import HERE
from dialogs.followup.when import is_asking
from dialogs.ledger import reopened
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.progress import progress
from dialogs.review import lines, overview, unseen
from dialogs.safety import STOPS
from dialogs.session import Phase

_INTAKE = (Phase.OPEN, Phase.PAUSED, Phase.STOPPED)
_IN_RECAP = 3
_BY_NAME = {candidate.value: candidate for candidate in Command}


def command(play: Play) -> Command | None:
    """Return the command that this event gives: by button, by name or by an exact word."""
    act = play.event.act
    if isinstance(act, Commanded):
        return act.command
    if isinstance(act, Chose):
        return _BY_NAME.get(act.choice)
    if isinstance(act, Said):
        text = act.text.strip().removeprefix("/")
        for candidate in Command:
            words = (candidate.value, *play.script.words(f"commando.{candidate}"))
            if among(text, words):
                return candidate
    return None


def obeyed(play: Play, given: Command) -> Play:
    """Do what a command asks."""
    return _COMMANDS[given](play.keep(proposal=None, misunderstood=0))


def _start(play: Play) -> Play:
    """Begin, or go on where it was."""
    if not _may_ask(play):
        return play.say("gesprek.al_overgedragen").quiet()
    play = stale_asked(play.at(unseen(play.session))).keep(phase=Phase.OPEN, menu=None)
    told = (line for line in lines(play.walk, play.session) if line.known and not line.door)
    recap = tuple(told)[-_IN_RECAP:]
    if not play.session.ledger:
        return play
    left = progress(play.script.flow, play.walk)
    # Without the overview, which is the last thing to answer.
    nog = left.of - left.done - 1
    return play.say(
        "gesprek.welkom_terug", recap=recap, op=_last_day(play), nog=nog, rustig=_was_heavy(play)
    )


def _was_heavy(play: Play) -> bool:
    """Tell whether it was stopped for danger or despair: then nobody just goes on."""
    return any(raised.alarm in STOPS for raised in play.session.alarms)


def _last_day(play: Play) -> date | None:
    """Return the day of the last answer; None when that was today."""
    answers = (entry.answer for entry in play.session.ledger.values())
    days = (answer.at.astimezone(HERE).date() for answer in answers if answer is not None)
    last = max(days, default=play.today)
    return last if last < play.today else None


def _may_ask(play: Play) -> bool:
    """Tell whether questions may be taken up (again): also after a rail or a call for help."""
    phase = play.session.phase
    without_case = phase is Phase.WITH_HUMAN and play.session.handed_over_at is None
    return phase in _INTAKE or without_case


def _back(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return _too_late(play)
    play = play.keep(phase=Phase.OPEN)
    if play.session.menu is not None:
        return play.keep(menu=None)
    ledger = play.session.ledger
    places = {place.key: place for place in play.walk.answered if not place.question.consent}
    turns = {
        key: entry.answer.turn
        for key in places
        if (entry := ledger[key]).answer is not None and not entry.asked_again
    }
    if not turns:
        return play.say("gesprek.niets_terug")
    # Of two that were told in one message, the later one.
    last = max(reversed(turns), key=lambda key: turns[key])
    return play.at(reopened(play.session, places[last]))


def _change(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return _too_late(play)
    play = play.keep(phase=Phase.OPEN)
    if not lines(play.walk, play.session):
        return play.say("gesprek.niets_terug")
    return play.keep(menu=Menu.WIJZIG)


def _too_late(play: Play) -> Play:
    handed_over = play.session.handed_over_at is not None
    key = "gesprek.al_overgedragen_wijzigen" if handed_over else "gesprek.bij_een_mens"
    return play.say(key).quiet()


def _pause(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return play.say("gesprek.al_overgedragen").quiet()
    return play.keep(phase=Phase.PAUSED, menu=None).say("gesprek.pauze").quiet()


def _stop(play: Play) -> Play:
    if is_asking(play):
        return declined(play)
    if play.session.phase not in _INTAKE:
        return play.say("gesprek.gestopt_bij_mens").quiet()
    return play.keep(phase=Phase.STOPPED, menu=None).say("gesprek.gestopt").quiet()


def _human(play: Play) -> Play:
    return play.to_human().say("gesprek.mens").quiet()


def _help(play: Play) -> Play:
    return play.say("gesprek.help")


def _data(play: Play) -> Play:
    return overview(play, "gesprek.gegevens_kop")


def _erase(play: Play) -> Play:
    return play.keep(menu=Menu.WIS)


_COMMANDS: Mapping[Command, Callable[[Play], Play]] = {
    Command.START: _start,
    Command.TERUG: _back,
    Command.WIJZIG: _change,
    Command.PAUZE: _pause,
    Command.STOP: _stop,
    Command.MENS: _human,
    Command.HELP: _help,
    Command.GEGEVENS: _data,
    Command.WIS: _erase,
}
