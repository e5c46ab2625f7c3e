"""Letting a question be after "laat maar": neither yes nor no; kindly, in every state."""

from dialogs.answers.answering import chosen
from dialogs.answers.meanings import Given
from dialogs.answers.spoken import among
from dialogs.asking import can_keep
from dialogs.events import Said
from dialogs.ledger import Source, kept, written
from dialogs.limits import LONGEST_WORDS
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.questions import SKIP
from dialogs.session import Phase
from dialogs.walk import Place

_AT_REST = {
    Phase.PAUSED: "gesprek.pauze",
    Phase.HANDED_OVER: "gesprek.laat_maar_bij_mens",
    Phase.WITH_HUMAN: "gesprek.laat_maar_bij_mens",
}


def let_be(play: Play) -> Play | None:
    """Answer "laat maar"; None when the words are something else, or a plain no to a list."""
    act = play.event.act
    if not isinstance(act, Said) or not among(act.text, play.script.words("commando.laat_maar")):
        return None
    if play.session.menu == Menu.WIS or play.session.phase is Phase.STOPPED:
        return None
    said = _AT_REST.get(play.session.phase)
    return _left(play, act.text) if said is None else play.say(said).quiet()


def _left(play: Play, text: str) -> Play | None:
    menu = play.session.menu
    play = play.keep(proposal=None, verbetering=None)
    if menu == Menu.RUST:
        return play.say("gesprek.laat_maar_rust")
    if menu is not None:
        return play.keep(menu=None).say("gesprek.laat_maar_zo")
    place = play.walk.open
    return play.say("gesprek.laat_maar_rust") if place is None else _rested(play, place, text)


def _rested(play: Play, place: Place, text: str) -> Play | None:
    """Leave a question: as it was, passed by, or open where nothing goes on without it."""
    if place.question.consent:
        return None
    if can_keep(place, play.session.ledger.get(place.key)):
        play = play.at(kept(play.session, place)).keep(misunderstood=0)
        return play.say("gesprek.laat_maar_zo")
    skipped = None if place.question.is_gate else chosen(place.question, SKIP)
    if not isinstance(skipped, Given):
        return play.say("gesprek.laat_maar_rust")
    source = Source(text[:LONGEST_WORDS], play.event.at, play.event.channel)
    play = play.at(written(play.session, place, skipped, source))
    return play.keep(misunderstood=0, still=None).say("gesprek.laat_maar")
