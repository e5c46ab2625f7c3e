"""One turn in the making: the session so far, and what has been said about it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dialogs.effects import Effect, Say
from dialogs.events import Event
from dialogs.script import Script
from dialogs.session import Phase, Session
from dialogs.walk import Walk, walk


@dataclass(frozen=True)
class Play:
    """A value: every function of the engine takes one and returns the next."""

    script: Script
    session: Session
    event: Event
    today: date
    effects: tuple[Effect, ...] = ()
    safety: bool = False
    # Nothing is put on the screen after what was said: the conversation rests or is over.
    silent: bool = False

    def say(self, key: str, *, article: str | None = None, **params: Any) -> "Play":
        """Add something to tell."""
        said = Say(key=key, params=params, article=article)
        return replace(self, effects=(*self.effects, said))

    def keep(self, **changes: Any) -> "Play":
        """Go on with a changed session."""
        return replace(self, session=self.session.model_copy(update=changes))

    def at(self, session: Session) -> "Play":
        """Go on with another session."""
        return replace(self, session=session)

    def quiet(self) -> "Play":
        """Put nothing more on the screen this turn."""
        return replace(self, silent=True)

    def to_human(self) -> "Play":
        """Stop the script and give the conversation to a human."""
        return self.keep(phase=Phase.WITH_HUMAN, menu=None, proposal=None)

    def walk(self) -> Walk:
        """Pass the ledger as it stands now."""
        return walk(self.script.flow, self.session, self.today)
