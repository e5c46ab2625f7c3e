"""What a member of staff put to the person, and what the person answers to it.

Either a question of the flow, or whether the answers that staff filled in are right. Whatever is
no answer to it is for the human, or for the open question.
"""

from dialogs.answers.picking import picked
from dialogs.answers.taking import taken
from dialogs.asking import ask
from dialogs.effects import Ask, Choice
from dialogs.events import Act, Chose, Said
from dialogs.followup.when import is_asking
from dialogs.ledger import judged, reopened, unconfirmed
from dialogs.play import Play
from dialogs.questions import NO, YES, Kind
from dialogs.review import lines
from dialogs.session import Entry, Phase, Put, Session
from dialogs.staff.acts import first_name
from dialogs.understanding import understand
from dialogs.walk import Place

_CONFIRM, _PICK = "bevestig:", "bevestig_kies:"
_ANSWER = "antwoord:"
# Any words could be their answer; these are meant for the human.
_ANY_WORDS = (Kind.TEXT, Kind.CONTACT)


def confirming(session: Session, by: str) -> Session:
    """Return the session in which the person is asked whether what staff filled in is right."""
    then = _question_in(session.put)
    put = Put(key=f"{_CONFIRM}{session.turns}", by=by, then=then)
    return session.model_copy(update={"put": put})


def without(put: Put | None, key: str) -> Put | None:
    """Return what stays put to the person once this question is answered."""
    if put is None:
        return None
    if put.key == key:
        return put.then
    return put.model_copy(update={"then": without(put.then, key)})


def put_ask(play: Play) -> Ask | None:
    """Return what staff put to the person, as it stands on the screen."""
    put = play.session.put
    if put is None:
        return None
    if put.key.startswith(_CONFIRM):
        return _confirm_ask(play, put)
    if put.key.startswith(_PICK):
        return _pick_ask(play, put)
    place = place_of(play, put.key)
    return None if place is None else ask(play.walk, place, play.session, play.instead)


def put_answered(play: Play) -> Play | None:
    """Take an answer to what staff put; None when the event is no answer to it."""
    act = play.event.act
    # What was asked since, whether things are still so, is what words answer.
    put = None if is_asking(play) else play.session.put
    key = _key_of(put, act)
    if key is None:
        return None
    if key.startswith(_CONFIRM):
        return _confirmed(play, _turn(key))
    if key.startswith(_PICK):
        return _picked(play, _turn(key))
    place = place_of(play, key) if put is not None and without(put, key) != put else None
    return None if place is None else _answered(play, place)


def put_aside(play: Play) -> Play:
    """Go on with the questions of the script: what staff put is off the screen."""
    rests = play.session.put is None or play.session.phase is not Phase.OPEN
    return play if rests else play.keep(put=None)


def place_of(play: Play, key: str) -> Place | None:
    """Return the question of this key, while it applies."""
    places = (*play.walk.answered, *play.walk.waiting)
    return next((place for place in places if place.key == key), None)


def _key_of(put: Put | None, act: Act) -> str | None:
    """Return what an event may answer: what its button stood under, or what is on the screen."""
    if isinstance(act, Chose) and act.question is not None:
        return act.question
    listens = put is not None and (isinstance(act, Chose) or put.listens)
    return put.key if put is not None and listens else None


def _question_in(put: Put | None) -> Put | None:
    """Return the question of the flow that was put, also when another waits for a yes first."""
    if put is not None and put.key.startswith((_CONFIRM, _PICK)):
        return put.then
    return put


def _with_next(play: Play, put: Put | None) -> Play:
    """Put on the screen what waited behind that which is answered."""
    if put is None or (not put.key.startswith(_CONFIRM) and place_of(play, put.key) is None):
        return play.keep(put=None)
    return play.keep(put=put.model_copy(update={"listens": True})).but(puts=True)


def _turn(key: str) -> int | None:
    number = key.partition(":")[2]
    return int(number) if number.isascii() and number.isdigit() else None


# --- whether it is right -------------------------------------------------------------------------


def _confirm_ask(play: Play, put: Put) -> Ask:
    keys = open_to_judgement(play, _turn(put.key))
    filled = tuple(line for line in lines(play.walk, play.session) if line.key in keys)
    choices = (
        Choice(id=YES, label="overname.bevestig.ja"),
        Choice(id=NO, label="overname.bevestig.nee"),
    )
    return Ask(
        key=put.key,
        question="bevestiging",
        fact=None,
        kind=Kind.CHOICE,
        text="overname.bevestig",
        params={"naam": first_name(put.by), "regels": filled},
        choices=choices,
    )


def open_to_judgement(play: Play, turn: int | None = None) -> tuple[str, ...]:
    """Return what counts now of what was filled in up to then, and was not judged yet."""
    counts = {place.key for place in play.walk.answered}
    return tuple(key for key in unconfirmed(play.session, turn) if key in counts)


def _confirmed(play: Play, turn: int | None) -> Play | None:
    keys = open_to_judgement(play, turn)
    said = _yes_or_no(play)
    if said is None:
        return None
    if not keys:
        # The same button twice.
        return play if isinstance(play.event.act, Chose) else None
    if said == YES:
        agreed = play.at(judged(play.session, keys, right=True)).say("overname.bevestigd")
        return _with_next(agreed, _question_in(play.session.put))
    if len(keys) == 1:
        return _not_right(play, keys[0])
    then = _question_in(play.session.put)
    pick = Put(key=f"{_PICK}{turn}", by=_by(play, keys[0]), then=then)
    return play.keep(put=pick).but(puts=True)


def _yes_or_no(play: Play) -> str | None:
    act = play.event.act
    if isinstance(act, Chose):
        return act.choice if act.choice in (YES, NO) else None
    if not isinstance(act, Said):
        return None
    reading = understand("yesno", act.text, play.today)
    return str(reading.value) if reading.status == "ok" else None


def _pick_ask(play: Play, put: Put) -> Ask:
    keys = open_to_judgement(play, _turn(put.key))
    filled = (line for line in lines(play.walk, play.session) if line.key in keys)
    choices = tuple(
        Choice(id=f"{_ANSWER}{line.key}", label=line.label, params={"index": line.index})
        for line in filled
    )
    return Ask(
        key=put.key,
        question=None,
        fact=None,
        kind=None,
        text="overname.bevestig_welke",
        choices=choices,
    )


def _picked(play: Play, turn: int | None) -> Play | None:
    act = play.event.act
    key = None
    if isinstance(act, Chose):
        key = act.choice.removeprefix(_ANSWER)
    put = play.session.put
    if isinstance(act, Said) and put is not None:
        found = picked(play.script, _pick_ask(play, put).choices, act.text)
        key = found.removeprefix(_ANSWER) if isinstance(found, str) else None
    return _not_right(play, key) if key in open_to_judgement(play, turn) and key else None


def _not_right(play: Play, key: str) -> Play | None:
    """Ask the question itself; what staff filled in counts until it is answered."""
    place = place_of(play, key)
    if place is None:
        return None
    then = without(_question_in(play.session.put), key)
    put = Put(key=key, by=_by(play, key), then=then)
    session = reopened(judged(play.session, (key,), right=False), place)
    return play.at(session).keep(put=put).but(puts=True).say("overname.niet_juist")


def _by(play: Play, key: str) -> str:
    answer = play.session.ledger[key].answer
    return (answer.by if answer is not None else None) or ""


# --- a question ----------------------------------------------------------------------------------


def _answered(play: Play, place: Place) -> Play | None:
    """Take an answer to the question that staff put; what is none says nothing."""
    act = play.event.act
    if isinstance(act, Said) and place.question.kind in _ANY_WORDS and act.text.endswith("?"):
        return None
    after = taken(play, place)
    # Words that change another answer are for the human, as everything else.
    ledger_moved = after.session.ledger.get(place.key) != play.session.ledger.get(place.key)
    asks_back = after.instead is not None or after.session.proposal != play.session.proposal
    if not (ledger_moved or asks_back):
        return None
    after = after.keep(misunderstood=play.session.misunderstood)
    entry = after.session.ledger.get(place.key)
    if entry is None or not _is_done(entry):
        return after.but(puts=True)
    after = after.keep(proposal=None)
    after = after if after.effects else after.say("overname.genoteerd")
    return _rest_judged(_with_next(after, without(play.session.put, place.key)), entry)


def _is_done(entry: Entry) -> bool:
    """Tell whether a question is answered: a list of ticks is not, until the person says so."""
    return entry.answer is not None and entry.ticks is None and not entry.asked_again


def _rest_judged(play: Play, entry: Entry) -> Play:
    """Ask about the rest of what staff filled in, once one of it was put right."""
    before = entry.history[-1] if entry.history else None
    put_right = before is not None and before.confirmed is False
    if before is None or before.by is None or not put_right or not open_to_judgement(play):
        return play
    return play.at(confirming(play.session, before.by)).but(puts=True)
