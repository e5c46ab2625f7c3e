"""What an act means, written in the ledger: the answer, the ticks, or a question back."""

from dialogs.answers.answering import refused
from dialogs.answers.meanings import Enough, Given, Meaning, Ticked, Unchanged, Unclear
from dialogs.answers.possible import impossible
from dialogs.answers.shown import shown
from dialogs.asking import FAILURES_BEFORE_HELP, can_keep
from dialogs.events import Chose, Said
from dialogs.knowledge import asks
from dialogs.ledger import Source, kept, ticked, ticks_of, written
from dialogs.limits import LONGEST_WORDS
from dialogs.play import Play
from dialogs.questions import DONE, SKIP, Kind
from dialogs.safety import beside
from dialogs.session import Phase, Proposal, Status
from dialogs.walk import Place


def meant(play: Play, place: Place, meaning: Meaning) -> Play:
    """Do with the answer to a question what it means."""
    if isinstance(meaning, Given):
        return settled(play, place, meaning)
    if isinstance(meaning, Unchanged):
        return _unchanged(play, place)
    if isinstance(meaning, Ticked):
        return _ticks(play, place, meaning)
    if isinstance(meaning, Enough):
        return _rest_skipped(play, place)
    return not_understood(play, place) if meaning is None else _asked_back(play, place, meaning)


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
    if unclear.reason.endswith(".not_understood") and _is_asked(play):
        return play.say("gesprek.geen_antwoord")
    return _helped(play.ask_instead(unclear.reason, **unclear.params), place)


def settled(play: Play, place: Place, given: Given) -> Play:
    """Write an answer down, unless it cannot be true; then it is asked back."""
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
        return settled(play, place, Given(status=Status.ANSWERED, value=list(on)))
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


# --- what is no answer ---------------------------------------------------------------------------


def not_understood(play: Play, place: Place) -> Play:
    """Say that the words are no answer, with an example; not after an alarm."""
    if play.alarms:
        return play
    if _is_asked(play):
        return play.say("gesprek.geen_antwoord")
    if play.session.misunderstood + 1 < FAILURES_BEFORE_HELP:
        play = play.say(f"vraag.{place.question.id}.not_understood")
    return _helped(play, place)


def _is_asked(play: Play) -> bool:
    """Tell whether the words were a question, to which there is no answer here."""
    act = play.event.act
    return isinstance(act, Said) and asks(act.text)


def _helped(play: Play, place: Place) -> Play:
    """Count a failure; after the second one offer a human."""
    failures = play.session.misunderstood + 1
    play = play.keep(misunderstood=failures)
    if failures < FAILURES_BEFORE_HELP:
        return play
    return play.say("gesprek.hulp_aanbod", overslaan=not place.question.is_gate)
