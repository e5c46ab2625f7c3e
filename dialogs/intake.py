"""Taking an event while the questions are open: to a list, to the overview, or to the question."""

from collections.abc import Callable, Mapping

from dialogs.answers.taking import taken
from dialogs.corrections.mending import amended, belongs
from dialogs.events import Chose, Said
from dialogs.knowledge import asks
from dialogs.ledger import judged, unconfirmed
from dialogs.menus import (
    ANSWER,
    CHANGE,
    CORRECT,
    NONE_OF_THESE,
    Menu,
    answer_named,
    changed,
    choice_from,
    menu_ask,
    review_ask,
)
from dialogs.own_copy import waits_to_be_asked_for
from dialogs.play import Play
from dialogs.questions import YES, Kind
from dialogs.session import Phase, Session
from dialogs.talk import about_the_subject
from dialogs.understanding import understand


def answered(play: Play) -> Play:
    """Take an event while the questions are open."""
    by_menu = _from_menu(play)
    if by_menu is not None:
        return by_menu
    play, place = play.keep(menu=None), play.walk.open
    if play.session.verbetering is not None and play.session.verbetering.keys:
        play = play.keep(verbetering=None)
    return _reviewed(play) if place is None else taken(play, place)


def erased(play: Play) -> Play:
    """Erase everything after a clear yes, and nothing after anything else."""
    on_screen = menu_ask(play)
    if on_screen is not None and choice_from(play, on_screen) == YES:
        return play.at(Session(phase=Phase.ERASED)).say("gesprek.gewist").quiet()
    return play.keep(menu=None).say("gesprek.wis_niet")


# --- lists ---------------------------------------------------------------------------------------


def _from_menu(play: Play) -> Play | None:
    """Act on a pick from the list on the screen; None when the event is for the question."""
    on_screen = menu_ask(play)
    if on_screen is None:
        return None
    if play.session.menu == Menu.WIS:
        return erased(play)
    choice = choice_from(play, on_screen)
    picked = _PICKED.get(play.session.menu or "", _listed)
    return picked(play, choice)


def _listed(play: Play, choice: str | None) -> Play | None:
    """Open the answer that was picked to be changed, or take the change itself."""
    choice = choice or answer_named(play)
    if choice is not None:
        return changed(play, choice)
    act = play.event.act
    if not isinstance(act, Said):
        return None
    return amended(play, act.text) or play.say("gesprek.wijzig_niet_begrepen")


def _pointed(play: Play, choice: str | None) -> Play | None:
    """Put the words of a correction where they belong; other words are for the question."""
    pending = play.session.verbetering
    if choice is None or pending is None:
        return None
    if choice == NONE_OF_THESE:
        return play.keep(menu=None, verbetering=None).say("gesprek.laat_maar_zo")
    return belongs(play, choice.removeprefix(ANSWER), pending.words)


def _rested(play: Play, choice: str | None) -> Play | None:
    """Go on after rest; where any words would do as an answer, these words are none."""
    act, place = play.event.act, play.walk.open
    goes_on = play.keep(menu=None)
    if choice is not None:
        return goes_on
    if not isinstance(act, Said):
        return None
    agrees = understand("yesno", act.text, play.today).value == YES
    takes_any = place is not None and place.question.kind in (Kind.TEXT, Kind.CONTACT)
    return goes_on if agrees or takes_any else None


_PICKED: Mapping[str, Callable[[Play, str | None], Play | None]] = {
    Menu.RUST: _rested,
    Menu.VERBETER: _pointed,
}


# --- the overview --------------------------------------------------------------------------------


def _reviewed(play: Play) -> Play:
    act = play.event.act
    return (amended(play, act.text) if isinstance(act, Said) else None) or _decided(play)


def _decided(play: Play) -> Play:
    act = play.event.act
    choice = choice_from(play, review_ask(play))
    if choice == CORRECT:
        # Who agrees to the overview agrees to what staff filled in for them as well.
        play = play.at(judged(play.session, unconfirmed(play.session), right=True))
        play = play.keep(put=None, phase=Phase.HANDED_OVER, handed_over_at=play.event.at)
        play = play.say("gesprek.overgedragen")
        if waits_to_be_asked_for(play):
            play = play.say("gesprek.kopie_op_vraag")
        return play.quiet()
    if choice == CHANGE:
        return play.keep(menu=Menu.WIJZIG)
    if isinstance(act, Chose):
        return play.say("gesprek.oude_knop")
    if play.alarms or not isinstance(act, Said):
        return play
    explained = about_the_subject(play, act.text)
    unknown = "gesprek.geen_antwoord" if asks(act.text) else "gesprek.controle_niet_begrepen"
    return explained or play.say(unknown)
