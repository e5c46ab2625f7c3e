"""Taking an answer: to a list on the screen, to the overview, or to the open question."""

from dialogs.answering import Given, Kept, Meaning, Toggled, Unclear, chosen, proposed, typed
from dialogs.effects import Ask
from dialogs.events import Chose, Said, Sent
from dialogs.ledger import kept, ticked, written
from dialogs.menus import (
    CHANGE,
    CORRECT,
    Menu,
    change_menu,
    changed,
    erase_menu,
    picked,
    rest_menu,
    review_ask,
)
from dialogs.play import Play
from dialogs.possible import impossible
from dialogs.questions import DONE, NO, YES
from dialogs.session import Phase, Proposal, Session, Status
from dialogs.shown import shown
from dialogs.spoken import same_words
from dialogs.talk import aside
from dialogs.walk import Place

# A longer message is a story or a mistake; a story has its own question, and that one has room.
_LONGEST_ANSWER = 20_000


def answered(play: Play) -> Play:
    """Take an event while the questions are open."""
    by_menu = _from_menu(play)
    if by_menu is not None:
        return by_menu
    play = play.keep(menu=None)
    place = play.walk().open
    return _reviewed(play) if place is None else _question(play, place)


# --- lists ---------------------------------------------------------------------------------------


def _from_menu(play: Play) -> Play | None:
    menu = play.session.menu
    if menu is None:
        return None
    if menu == Menu.WIS:
        return _erased(play)
    if menu == Menu.RUST:
        return _rested(play)
    choice = _choice(play, change_menu(play.walk(), play))
    return None if choice is None else changed(play, choice)


def _erased(play: Play) -> Play:
    if _choice(play, erase_menu()) == YES:
        return play.at(Session(phase=Phase.ERASED)).say("gesprek.gewist")
    return play.keep(menu=None).say("gesprek.wis_niet")


def _rested(play: Play) -> Play | None:
    choice = _choice(play, rest_menu())
    return None if choice is None else play.keep(menu=None)


def _choice(play: Play, on_screen: Ask) -> str | None:
    act = play.event.act
    if isinstance(act, Chose):
        return act.choice if act.choice in {choice.id for choice in on_screen.choices} else None
    return picked(play, on_screen, act.text) if isinstance(act, Said) else None


# --- the overview --------------------------------------------------------------------------------


def _reviewed(play: Play) -> Play:
    choice = _choice(play, review_ask())
    if choice == CORRECT:
        play = play.keep(phase=Phase.HANDED_OVER, handed_over_at=play.event.at)
        return play.say("gesprek.overgedragen").quiet()
    if choice == CHANGE:
        return play.keep(menu=Menu.WIJZIG)
    if isinstance(play.event.act, Chose):
        return play.say("gesprek.oude_knop")
    return aside(play, None) or play.say("gesprek.controle_niet_begrepen")


# --- the open question ---------------------------------------------------------------------------


def _question(play: Play, place: Place) -> Play:
    confirmed = _confirmed(play, place)
    if confirmed is not None:
        return confirmed
    play = play.keep(proposal=None)
    act = play.event.act
    if isinstance(act, Sent):
        return play.say("gesprek.bestand")
    if isinstance(act, Chose):
        return _button(play, place, act)
    return _words(play, place, act) if isinstance(act, Said) else play


def _confirmed(play: Play, place: Place) -> Play | None:
    """Take a yes or no to what was read back."""
    proposal, act = play.session.proposal, play.event.act
    if proposal is None or proposal.key != place.key:
        return None
    words = act.text if isinstance(act, Said) else act.choice if isinstance(act, Chose) else ""
    yes = play.script.words(f"optie.{YES}")
    if words == YES or _among(words, yes):
        return _taken(play.keep(proposal=None), place, proposed(proposal.value))
    if words == NO or _among(words, play.script.words(f"optie.{NO}")):
        return play.keep(proposal=None)
    return None


def _button(play: Play, place: Place, act: Chose) -> Play:
    if act.question not in (None, place.key):
        return _old_button(play, act)
    meaning = chosen(place.question, act)
    return _old_button(play, act) if meaning is None else _meant(play, place, meaning)


def _old_button(play: Play, act: Chose) -> Play:
    """Answer a button of an earlier question; a second tap on the same one says nothing."""
    for entry in play.session.ledger.values():
        again = entry.answer.turn == play.session.turns - 1 and entry.answer.words == act.choice
        if again:
            return play
    return play.say("gesprek.oude_knop")


def _words(play: Play, place: Place, act: Said) -> Play:
    if not act.text.strip():
        return play.say("gesprek.leeg")
    if len(act.text) > _LONGEST_ANSWER:
        return play.say("gesprek.te_lang")
    answered_aside = aside(play, place)
    if answered_aside is not None:
        return answered_aside
    meaning = typed(play.script, place.question, act, play.today)
    return _not_understood(play, place) if meaning is None else _meant(play, place, meaning)


def _not_understood(play: Play, place: Place) -> Play:
    failures = play.session.misunderstood + 1
    play = play.keep(misunderstood=failures)
    play = play.say(f"vraag.{place.question.id}.not_understood")
    return play if failures == 1 else play.say("gesprek.hulp_aanbod")


def _meant(play: Play, place: Place, meaning: Meaning) -> Play:
    if isinstance(meaning, Given):
        return _taken(play, place, meaning)
    if isinstance(meaning, Kept):
        return play.at(kept(play.session, place)).keep(misunderstood=0)
    if isinstance(meaning, Toggled):
        return _ticked(play, place, meaning.tick)
    if isinstance(meaning, Unclear):
        return _asked_back(play, place, meaning)
    return _not_understood(play, place)


def _asked_back(play: Play, place: Place, unclear: Unclear) -> Play:
    failures = play.session.misunderstood + 1
    play = play.keep(misunderstood=failures).say(unclear.reason, **unclear.params)
    if unclear.proposal is not None:
        return play.keep(proposal=Proposal(key=place.key, value=unclear.proposal))
    return play if failures == 1 else play.say("gesprek.hulp_aanbod")


def _taken(play: Play, place: Place, given: Given) -> Play:
    event = play.event
    before = play
    session = written(play.session, place, given, _raw(play), event.at, event.channel)
    play = play.at(session).keep(misunderstood=0)
    refused = impossible(play, before)
    if refused is not None:
        return _asked_back(before, place, Unclear(reason=refused))
    if given.read:
        read_back = shown(place.question, play.session.ledger[place.key].answer)
        sort = "ongeveer" if given.approximate else "genoteerd"
        play = play.say(f"bevestig.{sort}", waarde=read_back)
    return _consequences(play, place, given)


def _consequences(play: Play, place: Place, given: Given) -> Play:
    question = place.question
    refused = given.status is Status.ANSWERED and given.value is False
    if question.consent and refused:
        return play.keep(phase=Phase.STOPPED).say("gesprek.geen_toestemming").quiet()
    if question.to_human_on == NO and refused:
        return play.to_human().say(f"vraag.{question.id}.naar_mens").quiet()
    return play


def _ticked(play: Play, place: Place, tick: str) -> Play:
    event = play.event
    entry = play.session.ledger.get(place.key)
    on = entry.answer.value if entry and isinstance(entry.answer.value, list) else []
    ticks = [str(member) for member in on]
    if tick == DONE:
        given = Given(status=Status.ANSWERED, value=list(ticks))
        return _taken(play, place, given)
    ticks = [member for member in ticks if member != tick] if tick in ticks else [*ticks, tick]
    return play.at(ticked(play.session, place, ticks, event.at, event.channel))


def _raw(play: Play) -> str:
    act = play.event.act
    return act.text if isinstance(act, Said) else act.choice if isinstance(act, Chose) else ""


def _among(words: str, known: tuple[str, ...]) -> bool:
    return any(same_words(words, word) for word in known)
