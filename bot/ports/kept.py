"""What is stored: conversations, the outbox, the queue, and who may see them."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from bot.ports.messages import MessageClass, Outgoing
from dialogs.events import Act
from dialogs.frozen import Frozen
from dialogs.session import Session, State
from dialogs.urgency import Urgency


class Labels(Frozen):
    """What stands in the clear beside the sealed conversation, so that a queue can be sorted."""

    state: State
    process_code: str | None = None
    urgency: Urgency = Urgency.NORMAL
    signals: tuple[str, ...] = ()
    handed_over_at: datetime | None = None


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


class Decision(Frozen):
    """What a turn came to: the session to save and the messages to send."""

    session: Session
    labels: Labels
    outgoing: tuple[tuple[MessageClass, Outgoing], ...] = ()
    erase: bool = False


# Pure and quick: it runs inside the transaction and may run again after a lost race.
Decide = Callable[[Conversation], Decision]


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

    case: str
    channel: str
    created_at: datetime
    changed_at: datetime
    owner: str | None
    labels: Labels


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
