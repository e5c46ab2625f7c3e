"""Taking an answer to the open question."""

from dialogs.answers.answering import Words, chosen, heard, proposed, read_back, typed
from dialogs.answers.giving import meant, not_understood, settled
from dialogs.answers.hearing import spoken_in_passing, told_of, with_more
from dialogs.answers.meanings import Given, Meaning, Unclear
from dialogs.answers.picking import exactly
from dialogs.asking import buttons
from dialogs.corrections.amending import amends
from dialogs.corrections.correcting import (
    Rest,
    correction,
)
from dialogs.corrections.fitting import meaning_of
from dialogs.corrections.mending import corrected_by
from dialogs.events import Chose, Said
from dialogs.limits import LONGEST_MESSAGE
from dialogs.play import Play
from dialogs.questions import NO, YES, Kind
from dialogs.session import Status
from dialogs.talk import about_the_question, about_the_subject
from dialogs.understanding import understand
from dialogs.walk import Place


def taken(play: Play, place: Place) -> Play:
    """Take an event as an answer to this question."""
    confirmed = _confirmed(play, place)
    if confirmed is not None:
        return confirmed
    play = play.keep(proposal=None)
    act = play.event.act
    if place.question.kind is Kind.FILE and play.kept is not None:
        return settled(play, place, Given(status=Status.ANSWERED, value=play.kept.name))
    if isinstance(act, Chose):
        return _button(play, place, act)
    return _words(play, place, act.text) if isinstance(act, Said) else play


def _confirmed(play: Play, place: Place) -> Play | None:
    """Take a yes or no to what was read back; None when the event is something else."""
    proposal, act = play.session.proposal, play.event.act
    if proposal is None or proposal.key != place.key:
        return None
    said: str | None = None
    if isinstance(act, Chose) and act.question in (None, place.key):
        said = act.choice
    if isinstance(act, Said):
        said = str(understand("yesno", act.text, play.today).value)
        rest = amends(play.script, {}, act.text).rest
        if said == NO and rest and isinstance(meaning_of(play, place, rest), Given):
            # "Nee, 1500": the no, and the answer.
            return None
    if said == YES:
        given = proposed(place.question, proposal.value)
        return settled(play.keep(proposal=None), place, given)
    return play.keep(proposal=None) if said == NO else None


# --- buttons and words ---------------------------------------------------------------------------


def _button(play: Play, place: Place, act: Chose) -> Play:
    bound = act.question in (None, place.key)
    meaning = chosen(place.question, act.choice) if bound else None
    return _old_button(play, act) if meaning is None else meant(play, place, meaning)


def _old_button(play: Play, act: Chose) -> Play:
    """Answer a button of an earlier question; a second tap on the same one says nothing."""
    answers = (entry.answer for entry in play.session.ledger.values())
    last = play.session.turns - 1
    again = any(one and one.turn == last and one.words == act.choice for one in answers)
    return play if again else play.say("gesprek.oude_knop")


def _words(play: Play, place: Place, text: str) -> Play:
    if not text.strip():
        return play.say("gesprek.leeg")
    if len(text) > LONGEST_MESSAGE:
        return play.say("gesprek.te_lang")
    explained = about_the_question(play, place, text)
    explained = explained or about_the_subject(play, text, place.question.kind)
    if explained is not None:
        return explained
    if play.alarms and _takes_any_name(place):
        return play
    found = None if _is_a_button(play, place, text) else correction(play, text)
    corrected = corrected_by(play, found, text)
    if corrected is not None:
        return corrected
    return _answered(play, place, found.words if isinstance(found, Rest) else text)


def _is_a_button(play: Play, place: Place, text: str) -> bool:
    choices = buttons(play.walk, place, play.session)
    return exactly(play.script, choices, text) is not None


def _answered(play: Play, place: Place, text: str) -> Play:
    choices = buttons(play.walk, place, play.session)
    meaning = typed(Words(play.script, choices, text, play.today), place.question)
    if isinstance(meaning, Given) and meaning.read and meaning.choice is not None:
        passing = spoken_in_passing(play, place.question, meaning.choice, text)
        meaning = None if passing else meaning
    if meaning is None or _is_open(meaning):
        meaning = told_of(play, place.question, text) or meaning
    if meaning is None:
        more = with_more(play, place, text)
        return not_understood(play, place) if more is play else more
    return with_more(_heard(meant(play, place, meaning), place, text), place, text)


def _is_open(meaning: Meaning) -> bool:
    """Tell whether nothing at all was read; a doubt about what was read stays a doubt."""
    return isinstance(meaning, Unclear) and meaning.reason.endswith(".not_understood")


def _heard(play: Play, told: Place, text: str) -> Play:
    """Take the same words as the answer to a next question that listens to them."""
    place = play.walk.open
    if place is None or place.question.hears != told.question.id:
        return play
    found = heard(Words(play.script, buttons(play.walk, place, play.session), text, play.today))
    return play if found is None else meant(play, place, read_back(chosen(place.question, found)))


def _takes_any_name(place: Place) -> bool:
    """Tell whether any words would be stored as a name; those of an alarm are none."""
    question = place.question
    return question.kind is Kind.CONTACT or (question.kind is Kind.TEXT and bool(question.fact))
