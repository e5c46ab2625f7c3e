"""The day has come to test again: the person is asked, or a human is to do it."""

from datetime import date

from dialogs.effects import Step
from dialogs.engine import finished
from dialogs.events import Event
from dialogs.followup.asked import begun, dealt_with
from dialogs.followup.when import is_for_human, retest_on
from dialogs.play import Play
from dialogs.script import Script
from dialogs.session import Session


def due_on(script: Script, session: Session, event: Event, today: date) -> date | None:
    """Return when the criteria of this case are to be tested again, None when they are not."""
    return retest_on(Play(script=script, session=session, event=event, today=today))


def followed_up(
    script: Script, session: Session, event: Event, today: date, *, with_human: bool
) -> tuple[Session, Step, bool]:
    """Begin to ask again; the last value tells whether a human is to do it instead.

    Either way the day has been dealt with, and the next one is for later.
    """
    play = Play(script=script, session=session, event=event, today=today)
    asked = None if with_human or is_for_human(session) else begun(play)
    after = dealt_with(play).quiet() if asked is None else asked
    return (*finished(after, session), asked is None)
