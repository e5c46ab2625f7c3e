"""One turn in the making: the session so far, and what has been said about it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from dialogs.effects import Effect, Keep, Say
from dialogs.events import Event
from dialogs.safety import Alarm
from dialogs.script import Script
from dialogs.session import Phase, Session
from dialogs.walk import Walk, walk

_WALK = "walk"
# What a walk looks at in a session; anything else may change without a new one.
_WALKED = frozenset({"ledger", "explained", "alarms", "dossier"})


@dataclass(frozen=True)
class Play:
    """A value: every function of the engine takes one and returns the next."""

    script: Script
    session: Session
    event: Event
    today: date
    # What this event set off; the words of an alarm are never called "not understood".
    alarms: tuple[Alarm, ...] = ()
    effects: tuple[Effect, ...] = ()
    # Asked in place of the open question's own text.
    instead: Say | None = None
    safety: bool = False
    # A correction said what the outcome has become.
    outcome_told: bool = False
    # What a member of staff put to the person is shown, whoever holds the conversation.
    puts: bool = False
    # Nothing is put on the screen after what was said: the conversation rests or is over.
    silent: bool = False

    @cached_property
    def walk(self) -> Walk:
        """The ledger as it stands now, passed once."""
        return walk(self.script.flow, self.session, self.today)

    @property
    def kept(self) -> Keep | None:
        """The file that came with this event, when it is kept."""
        return next((one for one in self.effects if isinstance(one, Keep)), None)

    def but(self, **changes: Any) -> "Play":
        """Go on with other things to say; the ledger need not be passed again."""
        other = replace(self, **changes)
        if _WALK in vars(self):
            vars(other)[_WALK] = self.walk
        return other

    def say(self, key: str, *, article: str | None = None, **params: Any) -> "Play":
        """Add something to tell."""
        said = Say(key=key, params=params, article=article)
        return self.but(effects=(*self.effects, said))

    def ask_instead(self, key: str, **params: Any) -> "Play":
        """Ask this in place of the open question's own text; its buttons stay."""
        return self.but(instead=Say(key=key, params=params))

    def keep(self, **changes: Any) -> "Play":
        """Go on with a changed session."""
        session = self.session.model_copy(update=changes)
        return self.at(session) if changes.keys() & _WALKED else self.but(session=session)

    def at(self, session: Session) -> "Play":
        """Go on with another session."""
        return replace(self, session=session)

    def quiet(self) -> "Play":
        """Put nothing more on the screen this turn."""
        return self.but(silent=True)

    def to_human(self) -> "Play":
        """Stop the script and give the conversation to a human."""
        return self.keep(phase=Phase.WITH_HUMAN, menu=None, proposal=None)
