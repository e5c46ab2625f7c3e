"""Asking whether the answers are still so, and taking what is said to that."""

from collections.abc import Iterator

from dialogs.answers.meanings import Given
from dialogs.answers.taking import taken
from dialogs.asking import ask, shared
from dialogs.corrections.fitting import meaning_of
from dialogs.effects import Ask, Choice
from dialogs.events import Said
from dialogs.followup.days import HERE, aged
from dialogs.followup.when import is_for_human, retest_on
from dialogs.ledger import Source, reopened, written
from dialogs.menus import choice_from
from dialogs.play import Play
from dialogs.questions import DONT_KNOW, NO, YES, Kind
from dialogs.review import lines
from dialogs.safety.death import DEATH
from dialogs.safety.sentences import sentences
from dialogs.session import Session, Status
from dialogs.talk import told_human
from dialogs.understanding import understand
from dialogs.walk import Place

NO_MORE = "niet_meer"
# Days without work that went on so long ago are no longer what they were.
STALE_DAYS = 7
_DAYS, _GOES_ON = "letsel.ao_dagen", "letsel.ao_loopt_nog"
# What the criteria stand on, in the order in which it is asked.
_FACTS = (_DAYS, "letsel.herstel_maanden", "schade.excl_voertuig")


# --- beginning and ending ------------------------------------------------------------------------


def at_contact(play: Play) -> Play:
    """Ask again when somebody comes back by themselves, once the day has come."""
    session = play.session
    due = retest_on(play)
    if due is None or due > play.today or play.alarms or is_for_human(session):
        return play
    asked = begun(play)
    return play if asked is None else asked.but(silent=False)


def stale_asked(play: Play) -> Play:
    """Ask again for days without work that went on, of somebody who comes back after a while."""
    place = next((place for place in play.walk.answered if place.fact == _DAYS), None)
    answer = None if place is None else play.session.ledger[place.key].answer
    if place is None or answer is None or play.walk.picture(_GOES_ON) is not True:
        return play
    days = (play.today - answer.at.astimezone(HERE).date()).days
    return play.at(reopened(play.session, place)) if days >= STALE_DAYS else play


def heard(play: Play) -> Play:
    """Note that somebody tells of a death: from then on a human judges what to ask."""
    act = play.event.act
    if not isinstance(act, Said) or not DEATH.goes_off(sentences(act.text)):
        return play
    vervolg = play.session.vervolg.model_copy(update={"death_told": True, "waiting": ()})
    return _settled(play.keep(vervolg=vervolg))


def declined(play: Play) -> Play:
    """Never ask again: the person does not want it."""
    vervolg = play.session.vervolg.model_copy(update={"off": True, "waiting": ()})
    return _settled(play.keep(vervolg=vervolg)).say("vervolg.niet_meer").quiet()


def left(play: Play) -> Play:
    """Ask no further this time: a human has had the conversation meanwhile."""
    vervolg = play.session.vervolg.model_copy(update={"waiting": (), "changed": False})
    return _settled(play.keep(vervolg=vervolg))


def begun(play: Play) -> Play | None:
    """Ask whether things are still so; None when there is nothing that could be asked."""
    keys = tuple(place.key for place in _places(play))
    if not keys:
        return None
    play = dealt_with(play)
    play = play.keep(vervolg=play.session.vervolg.model_copy(update={"waiting": keys}))
    return play.say("vervolg.begin", alleen_werk=len(keys) == 1)


def dealt_with(play: Play) -> Play:
    """Note that this day has been dealt with; the next one is for later."""
    known = play.session.vervolg
    update = {"asked_on": play.today, "times": known.times + 1, "waiting": (), "changed": False}
    return play.keep(vervolg=known.model_copy(update=update))


def _settled(play: Play) -> Play:
    """Leave no question open of which the answer was only asked after."""
    kept = {
        key: entry.model_copy(update={"asked_again": False})
        for key, entry in play.session.ledger.items()
        if entry.asked_again
    }
    return play.keep(ledger={**play.session.ledger, **kept}) if kept else play


def _places(play: Play) -> Iterator[Place]:
    """Yield the answers to ask after; of one that is over nothing can change."""
    picture = play.walk.picture
    on_the_limit = picture("beoordeling.classificatie.criteria.arbeidsongeschiktheid")
    for fact in _FACTS:
        if fact == _DAYS and picture(_GOES_ON) is False:
            continue
        if fact != _DAYS and on_the_limit == "niet_gehaald":
            continue
        yield from (place for place in play.walk.answered if place.fact == fact)


# --- asking --------------------------------------------------------------------------------------


def followup_ask(play: Play) -> Ask | None:
    """Return what is asked now: whether it is still so, or else the question itself."""
    place = _first(play)
    if place is None:
        return None
    if _is_anew(play, place):
        return ask(play.walk, place, play.session, play.instead)
    answer = play.session.ledger[place.key].answer
    assert answer is not None  # noqa: S101 - it is asked after
    line = next(line for line in lines(play.walk, play.session) if line.key == place.key)
    goes_on = place.fact == _DAYS and play.walk.picture(_GOES_ON) is True
    return Ask(
        key=f"vervolg:{place.key}:{play.session.vervolg.times}",
        question="vervolg",
        fact=None,
        kind=Kind.CHOICE,
        text="vervolg.nog_niet_werken" if goes_on else "vervolg.nog_zo",
        params={"regel": (line,), "op": answer.at.astimezone(HERE).date()},
        choices=(
            shared(YES),
            Choice(id=NO, label="optie.nee_veranderd"),
            shared(DONT_KNOW),
            shared(NO_MORE),
        ),
    )


def _first(play: Play) -> Place | None:
    """Return the answer that is being asked after; one that no longer applies is passed by."""
    places = {place.key: place for place in (*play.walk.answered, *play.walk.waiting)}
    return next((places[key] for key in play.session.vervolg.waiting if key in places), None)


def _is_anew(play: Play, place: Place) -> bool:
    entry = play.session.ledger.get(place.key)
    answer = None if entry is None else entry.answer
    answered = answer is not None and answer.status is Status.ANSWERED
    return play.session.vervolg.changed or not answered or place.fact == _GOES_ON


# --- taking the answer ---------------------------------------------------------------------------


def followed_up(play: Play) -> Play:
    """Take an event while answers are asked after."""
    place, on_screen = _first(play), followup_ask(play)
    if place is None or on_screen is None:
        return told_human(left(play))
    if _is_anew(play, place):
        return _next_if_answered(taken(play, place), place)
    choice = choice_from(play, on_screen) or _yes_or_no(play)
    return _in_words(play, place) if choice is None else _chosen(play, place, choice)


def _chosen(play: Play, place: Place, choice: str) -> Play:
    if choice == NO_MORE:
        return declined(play)
    if choice == NO:
        return _anew(play, place)
    return _next(_confirmed(play, place) if choice == YES else play, place)


def _yes_or_no(play: Play) -> str | None:
    act = play.event.act
    found = understand("yesno", act.text, play.today).value if isinstance(act, Said) else None
    return str(found) if found in (YES, NO) else None


def _in_words(play: Play, place: Place) -> Play:
    """Take the new answer at once; whatever else is said is for the case."""
    act = play.event.act
    if isinstance(act, Said) and isinstance(meaning_of(play, place, act.text), Given):
        return _next_if_answered(taken(_anew(play, place), place), place)
    return told_human(play).but(silent=False)


def _anew(play: Play, place: Place) -> Play:
    """Ask the question itself; after other days without work, whether that goes on as well."""
    waiting = play.session.vervolg.waiting
    if place.fact == _DAYS:
        others = (*play.walk.answered, *play.walk.waiting)
        goes_on = tuple(other.key for other in others if other.fact == _GOES_ON)
        waiting = (place.key, *goes_on[:1], *(key for key in waiting if key != place.key))
        for key in goes_on[:1]:
            play = play.at(_reopened(play, key))
    vervolg = play.session.vervolg.model_copy(update={"waiting": waiting, "changed": True})
    return play.at(reopened(play.session, place)).keep(vervolg=vervolg)


def _reopened(play: Play, key: str) -> Session:
    places = (*play.walk.answered, *play.walk.waiting)
    place = next(place for place in places if place.key == key)
    return reopened(play.session, place)


def _next_if_answered(play: Play, place: Place) -> Play:
    entry = play.session.ledger.get(place.key)
    answered = entry is not None and entry.answer is not None and not entry.asked_again
    return _next(play, place) if answered else play


def _next(play: Play, place: Place) -> Play:
    """Go on to the next answer; days without work that ended newly may go on after all."""
    waiting = tuple(key for key in play.session.vervolg.waiting if key != place.key)
    if place.fact == _DAYS and play.session.vervolg.changed:
        fresh = (one.key for one in play.walk.waiting if one.fact == _GOES_ON)
        waiting = tuple(dict.fromkeys((*fresh, *waiting)))
    applies = {one.key for one in (*play.walk.answered, *play.walk.waiting)}
    left_over = tuple(key for key in waiting if key in applies)
    update = {"waiting": left_over, "changed": False}
    return play.keep(vervolg=play.session.vervolg.model_copy(update=update))


def _confirmed(play: Play, place: Place) -> Play:
    """Keep an answer that is still so; days without work that go on have become more."""
    answer = play.session.ledger[place.key].answer
    if answer is None or place.fact != _DAYS or play.walk.picture(_GOES_ON) is not True:
        return play
    passed = (play.today - answer.at.astimezone(HERE).date()).days
    given = Given(
        status=answer.status,
        value=aged(answer.value, passed, play.walk.picture.feiten(), play.today),
        sets={**answer.sets, _GOES_ON: True},
    )
    source = Source(YES, play.event.at, play.event.channel)
    return play.at(written(play.session, place, given, source))
