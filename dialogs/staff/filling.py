"""Staff in the ledger: their questions, their answers for the person, and what only they know.

Everything passes by the same readings, the same facts and the same checks as what a person says.
"""

from datetime import date

from dialogs.answers.answering import Words, chosen, refused, typed
from dialogs.answers.meanings import Given, Meaning, Unclear
from dialogs.answers.possible import impossible
from dialogs.asking import ask, buttons
from dialogs.effects import Effect, Progress, Step
from dialogs.engine import finished
from dialogs.events import Chose, Command, Commanded, Event, Said
from dialogs.ledger import Source, reopened, unconfirmed, written
from dialogs.limits import LONGEST_WORDS
from dialogs.play import Play
from dialogs.questions import Kind
from dialogs.script import Script
from dialogs.session import Phase, Put, Session, State, Status
from dialogs.staff.acts import (
    How,
    Refused,
    StaffAdded,
    StaffAsked,
    StaffEvent,
    StaffFilled,
    Ticked,
)
from dialogs.staff.adding import CHANGED, GONE, NOTHING, answers_of, revised, taken_in
from dialogs.staff.put import confirming, place_of, without
from dialogs.walk import Place, walk

Came = tuple[Session, Step] | Refused


def staffed(script: Script, session: Session, event: StaffEvent, today: date) -> Came:
    """Take what a member of staff did in a conversation that is theirs.

    The person hears of it only where something is put to them.
    """
    aside = session.model_copy(
        update={
            "phase": Phase.WITH_HUMAN,
            "turns": session.turns + 1,
            "flow_version": script.flow.version,
        }
    )
    how = event.how if isinstance(event, StaffFilled) else How.DOSSIER
    neutral = Event(act=Commanded(command=Command.START), at=event.at, channel=how)
    play = Play(script=script, session=aside, event=neutral, today=today, outcome_told=True)
    done = _done(play, event)
    if isinstance(done, Refused):
        return done
    after, taken = finished(done.quiet(), session)
    return after.model_copy(update={"phase": session.phase}), taken


def open_to_staff(script: Script, session: Session, today: date) -> tuple[Place, ...]:
    """Return the questions that staff may put or fill in: those that apply, gates left out.

    What waits for an answer comes first; a question that is asked again stands there once.
    """
    found = walk(script.flow, session, today)
    places = {place.key: place for place in (*found.waiting, *found.answered)}
    return tuple(place for place in places.values() if not place.question.is_gate)


def as_asked(script: Script, session: Session, place: Place, today: date) -> Step:
    """Return a question as the person would see it, without putting it to them."""
    calm = session.model_copy(update={"misunderstood": 0, "proposal": None})
    return as_shown(script, calm, today, ask(walk(script.flow, calm, today), place, calm))


def as_shown(script: Script, session: Session, today: date, *effects: Effect) -> Step:
    """Return what would be said, with all that its texts need."""
    picture = walk(script.flow, session, today).picture
    return Step(
        effects=effects,
        state=State.WITH_HUMAN,
        progress=Progress(done=0, of=0),
        feiten=picture.feiten().model_dump(mode="json"),
        antwoord=picture.answers,
    )


def _done(play: Play, event: StaffEvent) -> Play | Refused:
    if isinstance(event, StaffAsked):
        return _asked(play, event)
    if isinstance(event, StaffFilled):
        return _filled(play, event)
    if isinstance(event, StaffAdded):
        return taken_in(play, event)
    if not unconfirmed(play.session):
        return Refused.form(NOTHING)
    return play.at(confirming(play.session, event.by)).but(puts=True)


# --- a question ----------------------------------------------------------------------------------


def _asked(play: Play, event: StaffAsked) -> Play | Refused:
    place = _place(play, event.key)
    if place is None:
        return Refused.form(GONE)
    entry = play.session.ledger.get(place.key)
    if entry is not None and entry.answer is not None:
        play = play.at(reopened(play.session, place))
    return play.keep(put=Put(key=place.key, by=event.by)).but(puts=True)


def _place(play: Play, key: str) -> Place | None:
    """Return a question that applies; nobody agrees to anything in the place of the person."""
    place = place_of(play, key)
    return None if place is None or place.question.is_gate else place


# --- an answer for the person --------------------------------------------------------------------


def _filled(play: Play, event: StaffFilled) -> Play | Refused:
    place = _place(play, event.key)
    if place is None:
        return Refused.form(GONE)
    if event.seen != answers_of(play.session.ledger.get(place.key)):
        return Refused.form(CHANGED)
    meaning = _meaning(play, place, event)
    if isinstance(meaning, Given):
        meaning = refused(place, meaning) or meaning
    if not isinstance(meaning, Given):
        return _not_taken(place, meaning)
    words = event.act.text[:LONGEST_WORDS] if isinstance(event.act, Said) else ""
    source = Source(words, play.event.at, event.how, event.by)
    after = play.at(written(play.session, place, meaning, source))
    conflict = impossible(after, play)
    if conflict is not None:
        return Refused.form(f"samenhang.{conflict.reden}")
    after = after.keep(put=without(after.session.put, place.key))
    after = revised(after, play, event.by, (place.key,))
    return after.at(confirming(after.session, event.by)).but(puts=True) if event.tells else after


def _meaning(play: Play, place: Place, event: StaffFilled) -> Meaning:
    act, question = event.act, place.question
    if isinstance(act, Ticked):
        known = {option.id for option in question.options}
        is_list = question.kind is Kind.TICKS and known >= set(act.ticks)
        return Given(status=Status.ANSWERED, value=list(act.ticks)) if is_list else None
    if isinstance(act, Chose):
        return chosen(question, act.choice)
    if not act.text.strip():
        return None
    choices = buttons(play.walk, place, play.session)
    return typed(Words(play.script, choices, act.text, play.today), question)


def _not_taken(place: Place, meaning: Meaning) -> Refused:
    if isinstance(meaning, Unclear):
        return Refused.form(meaning.reason, **meaning.params)
    return Refused.form(f"vraag.{place.question.id}.not_understood")
