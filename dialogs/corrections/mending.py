"""Doing what a correction in plain words asks; the answer that was there stays in the history."""

from dialogs.answers.giving import meant
from dialogs.answers.meanings import Given
from dialogs.answers.shown import shown
from dialogs.corrections.correcting import (
    Added,
    Amended,
    Correction,
    Known,
    Lost,
    Rest,
    Unsure,
    correction,
)
from dialogs.corrections.fitting import meaning_of
from dialogs.events import Said
from dialogs.ledger import Source, reopened, written
from dialogs.limits import LONGEST_WORDS
from dialogs.menus import Menu
from dialogs.play import Play
from dialogs.session import Pending, Status
from dialogs.walk import Place


def amended(play: Play, text: str) -> Play | None:
    """Take words that change an earlier answer, whatever is on the screen; else None."""
    found = correction(play, text)
    if isinstance(found, Lost | Rest) or not text.strip() or len(text) > LONGEST_WORDS:
        return None
    return corrected_by(play.keep(menu=None, verbetering=None), found, text)


def belongs(play: Play, key: str, words: str) -> Play:
    """Take words as the answer to the question that the person pointed at."""
    play = play.keep(menu=None, verbetering=None)
    event = play.event.model_copy(update={"act": Said(text=words)})
    play, is_open = play.but(event=event), play.walk.open
    if is_open is not None and is_open.key == key:
        return meant(play, is_open, meaning_of(play, is_open, words))
    place = next((place for place in play.walk.answered if place.key == key), None)
    if place is None:
        return play.say("gesprek.oude_knop")
    return _amended(play, Amended(place, meaning_of(play, place, words), words))


def corrected_by(play: Play, found: Correction, text: str) -> Play | None:
    """Do what a correction asks; None when the message is for the open question."""
    play = play.keep(verbetering=None)
    if isinstance(found, Amended):
        return _amended(play, found)
    if isinstance(found, Added):
        return _added(play, found.place, text)
    if isinstance(found, Known):
        return _repeated(play, found.place)
    if isinstance(found, Unsure):
        keys = tuple(place.key for place in found.places)
        pending = Pending(words=found.words[:LONGEST_WORDS], keys=keys)
        return play.keep(menu=Menu.VERBETER, verbetering=pending, misunderstood=0)
    return _asked_what(play, found) if isinstance(found, Lost) and not play.alarms else None


def _asked_what(play: Play, lost: Lost) -> Play:
    if not lost.begins:
        return play.say("gesprek.welk_verbeteren")
    return play.keep(verbetering=Pending()).say("gesprek.wat_verbeteren")


def _repeated(play: Play, place: Place) -> Play:
    answer = play.session.ledger[place.key].answer
    assert answer is not None  # noqa: S101 - it is this answer that was repeated
    return play.say("bevestig.stond_er_al", waarde=shown(place.question, answer).brief())


def _amended(play: Play, found: Amended) -> Play:
    """Ask the question again and take the words as its answer, both in one turn."""
    play = play.at(reopened(play.session, found.place)).keep(misunderstood=0)
    return meant(play, found.place, found.meaning)


def _added(play: Play, place: Place, text: str) -> Play:
    answer = play.session.ledger[place.key].answer
    told = "" if answer is None else f"{answer.value}\n"
    given = Given(status=Status.ANSWERED, value=f"{told}{text.strip()}")
    source = Source(text, play.event.at, play.event.channel)
    return play.at(written(play.session, place, given, source)).say("bevestig.erbij")
