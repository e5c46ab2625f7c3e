"""When the criteria are to be tested again, and by whom."""

from datetime import date, timedelta

from dialogs.picture import judged
from dialogs.play import Play
from dialogs.safety import Alarm
from dialogs.session import Phase, Session, runs_as_light
from dialogs.tree import look

# A person is asked after their case so many times at most, whatever comes of it.
MOST_TIMES = 6
# Whoever does not answer for so long is asked by a human.
PATIENCE = timedelta(days=3)
# After these a question by itself would hurt: a human judges whether to ask, and how.
_WITH_CARE = frozenset({Alarm.ROUW, Alarm.CRISIS, Alarm.GEVAAR, Alarm.GEWELD})


def retest_on(play: Play) -> date | None:
    """Return the day on which the criteria are to be tested again, None when they are not."""
    session = play.session
    vervolg = session.vervolg
    if not runs_as_light(session) or vervolg.off or vervolg.times >= MOST_TIMES:
        return None
    if vervolg.waiting and vervolg.asked_on is not None:
        return vervolg.asked_on + PATIENCE
    day = look(session.beoordeling, "classificatie.hertoetsen_op")
    due = None if day is None else date.fromisoformat(day)
    asked = vervolg.asked_on
    if due is None or asked is None or due > asked:
        return due
    after = asked + timedelta(days=1)
    feiten = play.walk.picture.feiten()
    return judged(feiten, after, play.script.flow.version, True).classificatie.hertoetsen_op  # noqa: FBT003 - it runs as light injury


def is_for_human(session: Session) -> bool:
    """Tell whether a human must ask: they have the conversation, or care is needed."""
    with_care = any(raised.alarm in _WITH_CARE for raised in session.alarms)
    vervolg = session.vervolg
    careful = with_care or vervolg.death_told or bool(vervolg.waiting)
    return session.phase is not Phase.HANDED_OVER or careful


def is_asking(play: Play) -> bool:
    """Tell whether the person is being asked whether things are still so."""
    return play.session.phase is Phase.HANDED_OVER and bool(play.session.vervolg.waiting)
