"""The conversation as a function: one event in, the next session and what to say out.

Nothing is kept but the ledger. What comes next is computed each time, so that going back,
correcting, resuming after months and a new version of the flow are all the same thing.
"""

from datetime import date

from dialogs.answers.cleaning import cleaned
from dialogs.asking import ask
from dialogs.commands import command, obeyed
from dialogs.corrections.change import told_change
from dialogs.corrections.letting_be import let_be
from dialogs.corrections.mending import amended
from dialogs.effects import Ask, Effect, Erase, Progress, Step
from dialogs.events import Chose, Command, Event, Said
from dialogs.files import received
from dialogs.followup.asked import at_contact, followed_up, followup_ask, heard
from dialogs.followup.tested import tested
from dialogs.followup.when import is_asking, retest_on
from dialogs.intake import answered, erased
from dialogs.menus import Menu, menu_ask, review_ask
from dialogs.play import Play
from dialogs.progress import progress
from dialogs.questions import Explanation
from dialogs.rails import noted, raised, stopped, warned
from dialogs.review import reviewed
from dialogs.script import Script
from dialogs.session import Phase, Session, State
from dialogs.staff.put import put_answered, put_aside, put_ask
from dialogs.talk import about_the_subject, told_human
from dialogs.urgency import still_handled

_STATES = {
    Phase.HANDED_OVER: State.HANDED_OVER,
    Phase.WITH_HUMAN: State.WITH_HUMAN,
    Phase.PAUSED: State.PAUSED,
    Phase.STOPPED: State.STOPPED,
    Phase.ERASED: State.ERASED,
}
# Nothing has been asked yet: what comes in is no answer, only these are obeyed.
_AT_FIRST = frozenset(Command) - {Command.START, Command.TERUG, Command.WIJZIG}


def step(script: Script, session: Session, event: Event, today: date) -> tuple[Session, Step]:
    """Take one event and return the next session and everything that follows from it.

    The rails are looked at first. An event that fits nothing is never an error: it is answered
    with one kind sentence and the open question.
    """
    if session.phase is Phase.ERASED:
        session = Session()
    is_first = session.turns == 0
    counted = session.model_copy(
        update={"turns": session.turns + 1, "flow_version": script.flow.version}
    )
    play = received(Play(script=script, session=counted, event=cleaned(event), today=today))
    play = play.but(alarms=raised(play))
    halted = stopped(play)
    if halted is not None:
        return finished(halted, session)
    play = _acted(play, is_first=is_first)
    play = _greeted(play) if is_first else play
    return finished(warned(noted(play), rests=not is_first), session)


def _acted(play: Play, *, is_first: bool) -> Play:
    given = command(play)
    if is_first:
        return obeyed(play, given) if given in _AT_FIRST else play
    if given is not None:
        return obeyed(play, given)
    if play.session.menu == Menu.WIS:
        return erased(play)
    first = put_answered(play)
    if first is None:
        play = put_aside(play)
        first = let_be(play)
    if first is not None:
        return first
    if play.session.phase is Phase.PAUSED:
        play = obeyed(play, Command.START)
        return _taken_up(play)
    return answered(play) if play.session.phase is Phase.OPEN else _at_rest(play)


def _at_rest(play: Play) -> Play:
    """Take what comes in when the questions are over, unless some are asked again."""
    play = heard(play)
    return followed_up(play) if is_asking(play) else at_contact(told_human(play))


def _taken_up(play: Play) -> Play:
    """Take what came in after a pause: a button belongs to a question, words may not."""
    act = play.event.act
    if isinstance(act, Said):
        return about_the_subject(play, act.text) or amended(play, act.text) or play
    return answered(play) if isinstance(act, Chose) else play


def _greeted(play: Play) -> Play:
    """Tell who is speaking before anything else, whatever came in first."""
    said = play.effects
    play = _due_told(play.but(effects=()))
    return play.but(effects=(*play.effects, *said))


def finished(play: Play, before: Session) -> tuple[Session, Step]:
    """Return the session after a turn, and what the turn comes to."""
    if play.session.phase is Phase.ERASED:
        effects: tuple[Effect, ...] = (*play.effects, Erase())
        nothing = Progress(done=0, of=0)
        return play.session, Step(effects=effects, state=State.ERASED, progress=nothing)
    play = tested(told_change(play, before), before)
    play = play.keep(handled=still_handled(play.session))
    play = _explained(play)
    asked = _on_screen(play)
    return play.session, Step(
        effects=play.effects if asked is None else (*play.effects, asked),
        state=_state(play),
        progress=progress(play.script.flow, play.walk),
        safety=play.safety,
        alarms=play.alarms,
        retest_on=retest_on(play),
        feiten=play.walk.picture.feiten().model_dump(mode="json"),
        antwoord=play.walk.picture.answers,
    )


def _on_screen(play: Play) -> Ask | None:
    """Return what is to be answered now, None when the conversation rests."""
    if play.session.menu == Menu.WIS:
        return menu_ask(play)
    if play.puts:
        return put_ask(play)
    if is_asking(play) and not play.silent:
        return followup_ask(play)
    if play.session.phase is not Phase.OPEN or play.silent:
        return None
    place = play.walk.open
    asked = (
        review_ask(play) if place is None else ask(play.walk, place, play.session, play.instead)
    )
    return menu_ask(play) or asked


def _state(play: Play) -> State:
    if play.session.phase is not Phase.OPEN:
        return _STATES[play.session.phase]
    place = play.walk.open
    if place is None:
        return State.REVIEW
    return State.CONSENT if place.question.consent else State.INTAKE


def _explained(play: Play) -> Play:
    """Tell the explanations that have come due, and the overview when all is answered."""
    resting = play.silent or play.puts or play.session.menu is not None
    if play.session.phase is not Phase.OPEN or resting:
        return play
    play = _due_told(play)
    if play.walk.open is None:
        return reviewed(play)
    return play


def _due_told(play: Play) -> Play:
    for due in play.walk.due:
        explanation = due.explanation
        play = play.keep(explained={**play.session.explained, due.key: due.tells})
        if not (explanation.outcome and play.outcome_told):
            play = _told(play, explanation)
    return play


def _told(play: Play, explanation: Explanation) -> Play:
    said = play.effects
    told = play.but(effects=()) if explanation.first else play
    told = told.say(f"uitleg.{explanation.id}", article=explanation.article, **explanation.params)
    return told.but(effects=(*told.effects, *said)) if explanation.first else told
