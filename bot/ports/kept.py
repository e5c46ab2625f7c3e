"""What is stored: conversations, the outbox, the queue, and who may see them."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from bot.ports.alarms import Raise
from bot.ports.files import NewFile
from bot.ports.messages import MessageClass, Outgoing
from bot.ports.reaching import OutOfReach
from dialogs.events import Act
from dialogs.frozen import Frozen
from dialogs.session import Session, State
from dialogs.urgency import Urgency


class Labels(Frozen):
    """What stands in the clear beside the sealed conversation, so that a queue can be sorted.

    `next_term` is the first day on which a right may be lost; on `relabel_on` the days alone may
    make the case more urgent, and on `retest_on` the criteria of light injury are tested again.
    """

    state: State
    process_code: str | None = None
    urgency: Urgency = Urgency.NORMAL
    signals: tuple[str, ...] = ()
    handed_over_at: datetime | None = None
    next_term: date | None = None
    relabel_on: date | None = None
    retest_on: date | None = None

    @property
    def calls_staff(self) -> bool:
        """Tell whether staff are needed: handed over, asked for, or urgent."""
        asked_for = self.state in (State.HANDED_OVER, State.WITH_HUMAN)
        urgent = self.urgency is not Urgency.NORMAL
        return self.handed_over_at is not None or asked_for or urgent


class Standing(StrEnum):
    """Where a case stands for staff: who must do something now."""

    INTAKE = "intake"
    NEW = "new"
    OURS = "ours"
    PERSONS = "persons"
    CLOSED = "closed"


class Voice(StrEnum):
    """Who spoke last; what the program says does not count."""

    PERSON = "person"
    STAFF = "staff"


class Spoken(Frozen):
    """Who spoke last, and when."""

    by: Voice
    at: datetime


class Closing(Frozen):
    """Who closed a case, when, and why; `why` is a code."""

    by: str
    at: datetime
    why: str


class Handling(Frozen):
    """What staff did with a case and still have to do; `since` is how long it stands like that."""

    standing: Standing = Standing.INTAKE
    since: datetime | None = None
    spoken: Spoken | None = None
    closed: Closing | None = None
    reopened_at: datetime | None = None


class Conversation(Frozen):
    """One conversation as the store holds it.

    `revision` rises by one at every save; `epoch` at every change of owner. `case` is given to
    every conversation at its start and shown to people from the hand-over on.
    """

    id: int
    channel: str
    chat_id: str
    case: str
    revision: int
    owner: str | None = None
    epoch: int = 0
    created_at: datetime
    changed_at: datetime
    labels: Labels
    session: Session
    handling: Handling = Handling()
    out_of_reach: OutOfReach | None = None

    @property
    def for_staff(self) -> bool:
        """Tell whether staff may open it: what nobody handed over is not theirs to read.

        That is what the queue holds, and what a human had in hand before.
        """
        return self.handling.standing is not Standing.INTAKE or self.epoch > 0


class Decision(Frozen):
    """What a turn came to: the session, the messages, the alarms, the file to keep."""

    session: Session
    labels: Labels
    outgoing: tuple[tuple[MessageClass, Outgoing], ...] = ()
    alarms: tuple[Raise, ...] = ()
    erase: bool = False
    file: NewFile | None = None


class Relabelled(Frozen):
    """What the days made of a case: its labels, and the alarms that go with them."""

    labels: Labels
    alarms: tuple[Raise, ...] = ()


# Pure and quick: it runs inside the transaction and may run again after a lost race.
Decide = Callable[[Conversation], Decision]
# Idem; what the labels are on another day.
Relabel = Callable[[Conversation], Relabelled]


class Turn(Frozen):
    """What became of one inbound message.

    A message that was delivered again after its conversation was erased is a duplicate without a
    conversation: 0, and an empty case.
    """

    conversation: int
    case: str
    duplicate: bool = False


class Posted(Frozen):
    """One message in the outbox; `line` is its number in the transcript of the conversation."""

    id: int
    conversation: int
    line: int
    channel: str
    chat_id: str
    message_class: MessageClass
    epoch: int
    attempts: int
    at: datetime
    outgoing: Outgoing


class Line(Frozen):
    """One line of the conversation as the person saw it; `act` from them, `outgoing` to them.

    `reason` is the code with which a channel put it off or gave it up.
    """

    number: int
    at: datetime
    message_class: MessageClass | None
    act: Act | None = None
    outgoing: Outgoing | None = None
    delivered: bool | None = None
    reason: str | None = None


class CaseRow(Frozen):
    """One row of the queue; nothing in it is sealed."""

    id: int
    case: str
    channel: str
    created_at: datetime
    changed_at: datetime
    owner: str | None
    labels: Labels
    handling: Handling
    out_of_reach: OutOfReach | None = None

    @property
    def place(self) -> "Place":
        """Return where it stands in the queue."""
        since = self.handling.since or self.changed_at
        closed = self.handling.closed is not None
        rank = CLOSED_RANK if closed else tuple(Urgency).index(self.labels.urgency)
        return Place(rank=rank, since=since, id=self.id)


# What was closed is as urgent as it was closed lately.
CLOSED_RANK = 9


class Place(Frozen):
    """A place in the queue, from which it can be read on: urgency, age, and which one."""

    rank: int
    since: datetime
    id: int


class Asked(Frozen):
    """Which cases to show, from where on and how many; whatever is not said is left open.

    Without a standing those that are not closed.
    """

    standing: Standing | None = None
    owner: str | None = None
    code: str | None = None
    urgency: Urgency | None = None
    after: Place | None = None
    most: int | None = None


ALL_OPEN = Asked()


class Trace(Frozen):
    """What somebody is found by, written in one way only: a name, a telephone number, mail."""

    kind: str
    value: str


class StaffAccount(Frozen):
    """One member of staff."""

    name: str
    password_hash: str
    disabled: bool = False


class LoginKind(StrEnum):
    """How a member of staff gets in: a link not used yet, came by link, came by password."""

    LINK = "link"
    INVITED = "invited"
    SIGNED_IN = "signed_in"


class StaffLogin(Frozen):
    """A session of a member of staff, or a one-time link to begin one; never the token itself."""

    token_hash: str
    name: str
    kind: LoginKind
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
