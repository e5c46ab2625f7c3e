"""What one turn writes, sealed, for both databases."""

from dataclasses import dataclass
from datetime import datetime

from bot.finding import retraced
from bot.ports import Decision, Labels, MessageClass, Raise, Trace, Voice
from bot.sealing import DataKey
from bot.storage.sealed import ACT, Loaded, act_field, outgoing_field, sealed_session
from dialogs.events import Act


@dataclass(frozen=True)
class Hands:
    """In whose hands a case comes, None for nobody's, and when."""

    owner: str | None
    at: datetime


@dataclass(frozen=True)
class SealedLine:
    """One line, ready to be written; `message_class` is None for what the person sent."""

    number: int
    message_class: MessageClass | None
    content: bytes


@dataclass(frozen=True)
class SealedTurn:
    """Everything that one turn writes."""

    labels: Labels
    session: bytes
    lines: tuple[SealedLine, ...]
    # What the person is found by from now on; None: as before.
    traces: frozenset[Trace] | None = None
    alarms: tuple[Raise, ...] = ()

    @property
    def voice(self) -> Voice | None:
        """Return who speaks in it, None when only the program does."""
        sorts = {line.message_class for line in self.lines}
        if MessageClass.HUMAN in sorts:
            return Voice.STAFF
        return Voice.PERSON if None in sorts else None


def sealed_turn(key: DataKey, loaded: Loaded, act: Act | None, decision: Decision) -> SealedTurn:
    """Return what a turn came to, sealed; the lines go on from the last one there was."""
    last_line = loaded.last_line
    lines: list[SealedLine] = []
    if act is not None:
        number = last_line + 1
        lines.append(SealedLine(number, None, key.sealed(act_field(number), _json_of(act))))
    for number, (sort, outgoing) in enumerate(decision.outgoing, last_line + len(lines) + 1):
        said = key.sealed(outgoing_field(number), outgoing.model_dump_json())
        lines.append(SealedLine(number, sort, said))
    session = sealed_session(key, decision.session)
    found_by = retraced(loaded.known.session, decision.session)
    return SealedTurn(decision.labels, session, tuple(lines), found_by, decision.alarms)


def _json_of(act: Act) -> str:
    return ACT.dump_json(act).decode()
