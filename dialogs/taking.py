"""Taking an answer to the open question."""

from dialogs.answering import Words, chosen, heard, proposed, read_back, refused, typed
from dialogs.asking import FAILURES_BEFORE_HELP, buttons, can_keep
from dialogs.events import Chose, Said, Sent
from dialogs.hearing import told_of, with_more
from dialogs.ledger import Source, kept, ticked, ticks_of, written
from dialogs.limits import LONGEST_MESSAGE, LONGEST_WORDS
from dialogs.meanings import Enough, Given, Meaning, Ticked, Unchanged, Unclear
from dialogs.play import Play
from dialogs.possible import impossible
from dialogs.questions import DONE, NO, SKIP, YES, Kind
from dialogs.safety import beside
from dialogs.session import Phase, Proposal, Status
from dialogs.shown import shown
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
    if isinstance(act, Sent):
        return play.say("gesprek.bestand")
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
    if said == YES:
        given = proposed(place.question, proposal.value)
        return _given(play.keep(proposal=None), place, given)
    return play.keep(proposal=None) if said == NO else None


# --- buttons and words ---------------------------------------------------------------------------


def _button(play: Play, place: Place, act: Chose) -> Play:
    bound = act.question in (None, place.key)
    meaning = chosen(place.question, act.choice) if bound else None
    return _old_button(play, act) if meaning is None else _meant(play, place, meaning)


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
    choices = buttons(play.walk, place, play.session)
    meaning = typed(Words(play.script, choices, text, play.today), place.question)
    if meaning is None or _is_open(meaning):
        meaning = told_of(play, place.question, text) or meaning
    if meaning is None:
        more = with_more(play, place, text)
        return _not_understood(play, place) if more is play else more
    return with_more(_heard(_meant(play, place, meaning), place, text), place, text)


def _is_open(meaning: Meaning) -> bool:
    """Tell whether nothing at all was read; a doubt about what was read stays a doubt."""
    return isinstance(meaning, Unclear) and meaning.reason.endswith(".not_understood")


def _heard(play: Play, told: Place, text: str) -> Play:
    """Take the same words as the answer to a next question that listens to them."""
    place = play.walk.open
    if place is None or place.question.hears != told.question.id:
        return play
    found = heard(Words(play.script, buttons(play.walk, place, play.session), text, play.today))
    return play if found is None else _meant(play, place, read_back(chosen(place.question, found)))


def _takes_any_name(place: Place) -> bool:
    """Tell whether any words would be stored as a name; those of an alarm are none."""
    question = place.question
    return question.kind is Kind.CONTACT or (question.kind is Kind.TEXT and bool(question.fact))


def _not_understood(play: Play, place: Place) -> Play:
    if play.alarms:
        return play
    return _helped(play.say(f"vraag.{place.question.id}.not_understood"))


def _helped(play: Play) -> Play:
    """Count a failure; after the second one offer a human."""
    failures = play.session.misunderstood + 1
    play = play.keep(misunderstood=failures)
    return play if failures < FAILURES_BEFORE_HELP else play.say("gesprek.hulp_aanbod")


# --- what it means -------------------------------------------------------------------------------


def _meant(play: Play, place: Place, meaning: Meaning) -> Play:
    if isinstance(meaning, Given):
        return _given(play, place, meaning)
    if isinstance(meaning, Unchanged):
        return _unchanged(play, place)
    if isinstance(meaning, Ticked):
        return _ticks(play, place, meaning)
    if isinstance(meaning, Enough):
        return _rest_skipped(play, place)
    return _not_understood(play, place) if meaning is None else _asked_back(play, place, meaning)


def _unchanged(play: Play, place: Place) -> Play:
    if not can_keep(place, play.session.ledger.get(place.key)):
        return play.say("gesprek.oude_knop")
    return play.at(kept(play.session, place)).keep(misunderstood=0)


def _asked_back(play: Play, place: Place, unclear: Unclear) -> Play:
    if unclear.still:
        play = play.keep(still=place.key)
    if unclear.proposal is not None:
        play = play.keep(proposal=Proposal(key=place.key, value=unclear.proposal))
        return play.ask_instead(unclear.reason, **unclear.params)
    if play.alarms:
        return play
    return _helped(play.ask_instead(unclear.reason, **unclear.params))


def _given(play: Play, place: Place, given: Given) -> Play:
    given = _with_still(play, place, given)
    unfit = refused(place, given)
    if unfit is not None:
        return _asked_back(play, place, unfit)
    session = written(play.session, place, given, _source(play, place))
    before, play = play, play.at(session).keep(misunderstood=0, still=None)
    conflict = impossible(play, before)
    if conflict is not None:
        return _asked_back(before, place, Unclear(reason=f"samenhang.{conflict.reden}"))
    return _gated(_remarked(_read_back(play, place, given), place), place, given)


def _with_still(play: Play, place: Place, given: Given) -> Given:
    """Return the answer with the "nog steeds" that was told just before it."""
    fact = place.question.ongoing
    if fact is None or play.session.still != place.key or fact in given.sets:
        return given
    return given.model_copy(update={"sets": {**given.sets, fact: True}})


def _read_back(play: Play, place: Place, given: Given) -> Play:
    answer = play.session.ledger[place.key].answer
    if not given.read or answer is None:
        return play
    key = "bevestig.ongeveer" if given.rough else "bevestig.genoteerd"
    return play.say(key, waarde=shown(place.question, answer).brief())


def _remarked(play: Play, place: Place) -> Play:
    """Answer what a story says besides ("het was mijn schuld"); the story itself is taken."""
    act = play.event.act
    if place.question.kind is not Kind.TEXT or not isinstance(act, Said):
        return play
    said = beside(act.text)
    return play if said is None else play.say(f"veiligheid.{said}.tekst")


def _gated(play: Play, place: Place, given: Given) -> Play:
    """Stop, or give the conversation to a human, when a gate stays closed."""
    question = place.question
    if not question.is_gate or given.value is True:
        return play
    if question.consent:
        return play.keep(phase=Phase.STOPPED).say("gesprek.geen_toestemming").quiet()
    return play.to_human().say(f"vraag.{question.id}.naar_mens").quiet()


def _ticks(play: Play, place: Place, meaning: Ticked) -> Play:
    on = ticks_of(play.session.ledger.get(place.key))
    if DONE in meaning.ticks:
        return _given(play, place, Given(status=Status.ANSWERED, value=list(on)))
    off = tuple(tick for tick in on if meaning.turns and tick in meaning.ticks)
    fresh = (tick for tick in meaning.ticks if tick not in on)
    ticks = (*(tick for tick in on if tick not in off), *fresh)
    return play.at(ticked(play.session, place, ticks)).keep(misunderstood=0)


def _rest_skipped(play: Play, place: Place) -> Play:
    """Skip what is left of the block, one question at a time: an answer may open a next one."""
    block, here = place.question.block, place
    skipped = Given(status=Status.SKIPPED)
    while here.question.block == block:
        source = Source(SKIP, play.event.at, play.event.channel)
        play = play.at(written(play.session, here, skipped, source))
        if play.walk.open is None:
            break
        here = play.walk.open
    return play.keep(misunderstood=0)


def _source(play: Play, place: Place) -> Source:
    event = play.event
    words = event.act.choice if isinstance(event.act, Chose) else ""
    if isinstance(event.act, Said):
        is_story = place.question.kind is Kind.TEXT
        words = event.act.text if is_story else event.act.text[:LONGEST_WORDS]
    return Source(words, event.at, event.channel)
