"""The conversation as a function: one event in, the next session and what to say out.

Nothing is kept but the ledger. What comes next is computed each time, so that going back,
correcting, resuming after months and a new version of the flow are all the same thing.
"""

from datetime import date

from dialogs.asking import ask
from dialogs.commands import command, obeyed
from dialogs.effects import Ask, Effect, Erase, Progress, Step
from dialogs.events import Command, Event
from dialogs.intake import answered
from dialogs.menus import Menu, change_menu, erase_menu, rest_menu, review_ask
from dialogs.picture import judged
from dialogs.play import Play
from dialogs.rails import raised, stopped, warned
from dialogs.review import lines
from dialogs.script import Script
from dialogs.session import Phase, Session, State
from dialogs.talk import told_human
from dialogs.tree import look
from dialogs.walk import Walk

_PHASES = {
    Phase.HANDED_OVER: State.HANDED_OVER,
    Phase.WITH_HUMAN: State.WITH_HUMAN,
    Phase.PAUSED: State.PAUSED,
    Phase.STOPPED: State.STOPPED,
    Phase.ERASED: State.ERASED,
}
# Menus that work after the hand-over too.
_ALWAYS_OPEN = (Menu.WIS,)


def step(script: Script, session: Session, event: Event, today: date) -> tuple[Session, Step]:
    """Take one event and return the next session and everything that follows from it.

    The rails are looked at first. An event that fits nothing is never an error: it is answered
    with one kind sentence and the open question.
    """
    if session.phase is Phase.ERASED:
        session = Session()
    session = session.model_copy(
        update={"turns": session.turns + 1, "flow_version": script.flow.version}
    )
    play = Play(script=script, session=session, event=event, today=today)
    alarms = raised(play)
    halted = stopped(play, alarms)
    play = halted or warned(_acted(play), alarms)
    return _finished(play, session)


def _acted(play: Play) -> Play:
    given = command(play)
    if given is not None:
        return obeyed(play, given)
    if play.session.phase is Phase.PAUSED:
        play = obeyed(play, Command.START)
    if play.session.phase is Phase.OPEN or play.session.menu in _ALWAYS_OPEN:
        return answered(play)
    return told_human(play)


def _finished(play: Play, before: Session) -> tuple[Session, Step]:
    if play.session.phase is Phase.ERASED:
        effects: tuple[Effect, ...] = (*play.effects, Erase())
        return play.session, Step(
            effects=effects, state=State.ERASED, progress=Progress(done=0, of=0)
        )
    walk = play.walk()
    play = _compared(play, walk, before)
    play = _explained(play, walk)
    state = _state(play, walk)
    asked = _on_screen(play, walk)
    effects = play.effects if asked is None else (*play.effects, asked)
    done = len(walk.answered)
    progress = Progress(done=done, of=done + walk.remaining + 1)
    return play.session, Step(effects=effects, state=state, progress=progress, safety=play.safety)


def _on_screen(play: Play, walk: Walk) -> Ask | None:
    """Return what is to be answered now, None when the conversation rests."""
    menu = play.session.menu
    if menu == Menu.WIS:
        return erase_menu()
    if play.session.phase is not Phase.OPEN or play.silent:
        return None
    if menu == Menu.RUST:
        return rest_menu()
    if menu is not None:
        return change_menu(walk, play)
    return review_ask() if walk.open is None else ask(walk.open, play.session)


def _state(play: Play, walk: Walk) -> State:
    if play.session.phase is not Phase.OPEN:
        return _PHASES[play.session.phase]
    if walk.open is None:
        return State.REVIEW
    return State.CONSENT if walk.open.question.consent else State.INTAKE


def _explained(play: Play, walk: Walk) -> Play:
    """Tell the explanations that have come due, and the overview when all is answered."""
    resting = play.silent or play.session.menu is not None
    if play.session.phase is not Phase.OPEN or resting:
        return play
    for key, explanation in walk.due:
        play = play.say(f"uitleg.{explanation.id}", article=explanation.article)
        play = play.keep(explained=(*play.session.explained, key))
    if walk.open is None:
        play = play.say("controle.overzicht", regels=lines(walk, play.session))
    return play


def _compared(play: Play, walk: Walk, before: Session) -> Play:
    """Keep the assessment of this turn, and say what a correction changed in it."""
    fresh = judged(walk.picture.feiten(), play.today).model_dump(mode="json")
    previous = before.beoordeling
    play = play.keep(beoordeling=fresh)
    if previous is None or not _corrected(play):
        return play
    was, now = look(previous, "classificatie.uitkomst"), look(fresh, "classificatie.uitkomst")
    if was == now:
        return play
    failed = [
        criterium["id"]
        for criterium in look(fresh, "classificatie.criteria")
        if criterium["uitkomst"] == "niet_gehaald"
    ]
    return play.say("gesprek.gewijzigd_uitkomst", oud=was, nieuw=now, criteria=failed)


def _corrected(play: Play) -> bool:
    turn = play.session.turns
    return any(
        entry.history and entry.answer.turn == turn for entry in play.session.ledger.values()
    )
