"""The fixed commands: they work in every state, as words and as buttons."""

from collections.abc import Callable, Mapping

from dialogs.events import Chose, Command, Commanded, Said
from dialogs.ledger import reopened
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.review import lines
from dialogs.session import Phase
from dialogs.spoken import same_words

_INTAKE = (Phase.OPEN, Phase.PAUSED, Phase.STOPPED)


def command(play: Play) -> Command | None:
    """Return the command that this event gives: by button, by name or by an exact word."""
    act = play.event.act
    if isinstance(act, Commanded):
        return act.command
    if isinstance(act, Chose):
        return Command(act.choice) if act.choice in Command else None
    if isinstance(act, Said):
        for candidate in Command:
            words = (candidate.value, *play.script.words(f"commando.{candidate}"))
            if any(same_words(act.text, word) for word in words):
                return candidate
    return None


def obeyed(play: Play, given: Command) -> Play:
    """Do what a command asks."""
    return _COMMANDS[given](play.keep(proposal=None, misunderstood=0))


def _start(play: Play) -> Play:
    """Begin, or go on where it was; a consent that was refused is asked once more."""
    if play.session.phase not in _INTAKE and not _may_go_on(play):
        return play.say("gesprek.bericht_naar_zaak").quiet()
    refused = next((place for place in play.walk().answered if place.question.consent), None)
    was = play.session.phase
    play = play.keep(phase=Phase.OPEN, menu=None)
    if was is Phase.STOPPED and refused is not None and _refused(play, refused.key):
        return play.at(reopened(play.session, refused))
    return play if not play.session.ledger else _welcome_back(play)


def _may_go_on(play: Play) -> bool:
    """Tell whether the person may take the questions up again after a rail or a call for help."""
    return play.session.phase is Phase.WITH_HUMAN and play.session.handed_over_at is None


def _refused(play: Play, key: str) -> bool:
    return play.session.ledger[key].answer.value is False


def _welcome_back(play: Play) -> Play:
    recap = lines(play.walk(), play.session)[-3:]
    return play.say("gesprek.welkom_terug", recap=recap)


def _back(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return play.say("gesprek.al_overgedragen_wijzigen").quiet()
    play = play.keep(phase=Phase.OPEN)
    if play.session.menu is not None:
        return play.keep(menu=None)
    answered = [place for place in play.walk().answered if not place.question.consent]
    if not answered:
        return play.say("gesprek.niets_terug")
    last = max(answered, key=lambda place: play.session.ledger[place.key].answer.turn)
    return play.at(reopened(play.session, last))


def _change(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return play.say("gesprek.al_overgedragen_wijzigen").quiet()
    play = play.keep(phase=Phase.OPEN)
    if not lines(play.walk(), play.session):
        return play.say("gesprek.niets_terug")
    return play.keep(menu=Menu.WIJZIG)


def _pause(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return play.say("gesprek.bericht_naar_zaak").quiet()
    return play.keep(phase=Phase.PAUSED, menu=None).say("gesprek.pauze").quiet()


def _stop(play: Play) -> Play:
    if play.session.phase not in _INTAKE:
        return play.say("gesprek.gestopt_na_overdracht").quiet()
    return play.keep(phase=Phase.STOPPED, menu=None).say("gesprek.gestopt").quiet()


def _human(play: Play) -> Play:
    return play.to_human().say("gesprek.mens").quiet()


def _help(play: Play) -> Play:
    return play.say("gesprek.help")


def _data(play: Play) -> Play:
    known = lines(play.walk(), play.session)
    return play.say("gesprek.gegevens_kop", regels=known)


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
