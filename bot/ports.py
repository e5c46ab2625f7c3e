"""The few things the program needs from the world, and the values that cross these borders."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import JsonValue

from dialogs.effects import Progress
from dialogs.events import Act
from dialogs.frozen import Frozen
from dialogs.session import Session, State
from dialogs.urgency import Urgency

# --- what people send and get -------------------------------------------------------------------


class Inbound(Frozen):
    """One message of a person, as a channel received it and nothing more."""

    channel: str
    chat_id: str
    message_id: str
    at: datetime
    act: Act


class Button(Frozen):
    """One choice on the screen."""

    id: str
    label: str
    values: tuple[str, ...] = ()


class Part(Frozen):
    """One piece of text, with the buttons under it."""

    text: str
    choices: tuple[Button, ...] = ()


class QuestionRef(Frozen):
    """The open question, for programs and for the page."""

    id: str
    fact: str | None
    kind: str
    key: str
    ticked: tuple[str, ...] | None = None


class Outgoing(Frozen):
    """Everything said in answer to one message; a channel may send it as one or as several."""

    parts: tuple[Part, ...]
    question: QuestionRef | None = None
    state: State
    progress: Progress
    case: str | None = None


class MessageClass(StrEnum):
    """Who speaks; after a takeover no `BOT` message of an older epoch is started any more."""

    SAFETY = "safety"
    BOT = "bot"
    HUMAN = "human"
    SYSTEM = "system"


# --- what is stored ------------------------------------------------------------------------------


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
    """One line of the conversation as the person saw it; `act` from them, `outgoing` to them."""

    number: int
    at: datetime
    message_class: MessageClass | None
    act: Act | None = None
    outgoing: Outgoing | None = None
    delivered: bool | None = None


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


class BadStore(Exception):  # noqa: N818 - it says what is bad, and the message says what to do
    """A store that cannot be opened: the program does not start with it."""


class StoreUnavailable(Exception):  # noqa: N818 - a state of the world
    """The store could not do it now (disk full, locked, gone); nothing of it was kept."""


class Unreadable(Exception):  # noqa: N818 - idem
    """What is kept of one case cannot be opened; the message names the case, never its content."""

    def __init__(self, case: str, reason: str) -> None:
        """Keep the case and why."""
        super().__init__(f"{case}: {reason}")
        self.case = case


class Store(Protocol):
    """Where conversations, the outbox and staff accounts are kept.

    Whatever a person said is sealed at this border and never stored in the clear.
    """

    async def turn(self, inbound: Inbound, decide: Decide) -> Turn:
        """Do one turn in one transaction.

        Insert the inbound id (already there: a duplicate, nothing else happens), load or begin
        the conversation, decide, save with a compare-and-set on the revision, and put the
        outgoing messages in the outbox.
        """
        ...

    async def amend(self, case: str, at: datetime, decide: Decide) -> Turn | None:
        """Do a turn that no message of the person began (a handler, a reminder); None: no case."""
        ...

    async def claim(
        self, case: str, owner: str | None, epoch: int, at: datetime
    ) -> Conversation | None:
        """Change the owner, when nobody did since this epoch was read; None: somebody did.

        What the bot has waiting in the outbox is dropped, whoever owned the case before.
        """
        ...

    async def in_flight(self, conversation: int) -> bool:
        """Tell whether a worker is sending a message of this conversation right now."""
        ...

    async def pending(
        self, channels: Sequence[str], now: datetime, limit: int = 100
    ) -> tuple[Posted, ...]:
        """Return the messages to send now: at most the first of each conversation.

        The caller has them to itself for half a minute; whatever is neither sent, postponed nor
        given up by then comes back, also to another worker. An answer of the bot from before a
        takeover is never returned.
        """
        ...

    def changes(self) -> AsyncIterator[int]:
        """Yield each conversation that got something new, in whichever process it happened."""
        ...

    async def sent(self, posted: int, now: datetime) -> None:
        """Note that a message was delivered to the channel."""
        ...

    async def postpone(self, posted: int, until: datetime, reason: str) -> None:
        """Try a message again later; the reason is an error code, never a text of a person."""
        ...

    async def give_up(self, posted: int, now: datetime, reason: str) -> None:
        """Stop trying a message that cannot be delivered."""
        ...

    async def conversation(self, *, case: str) -> Conversation | None:
        """Return one conversation by case number."""
        ...

    async def conversation_of(self, channel: str, chat_id: str) -> Conversation | None:
        """Return one conversation by who talks where."""
        ...

    async def transcript(
        self, conversation: int, after: int = 0, limit: int | None = None
    ) -> tuple[Line, ...]:
        """Return the conversation as the person saw it, in order, after the given line."""
        ...

    async def cases(self) -> tuple[CaseRow, ...]:
        """Return every case that was handed over or needs a human, most urgent first."""
        ...

    async def export(self, channel: str, chat_id: str) -> dict[str, JsonValue] | None:
        """Return everything that is kept of one person, for that person."""
        ...

    async def erase(
        self, channel: str, chat_id: str, now: datetime
    ) -> dict[str, JsonValue] | None:
        """Erase one person's conversation, destroy its key, and return the proof of it."""
        ...

    async def erase_before(
        self, unfinished: datetime, closed: datetime, now: datetime
    ) -> tuple[dict[str, JsonValue], ...]:
        """Erase what nobody touched since: never handed over, or handed over; return the proofs.

        Sweeps up as well what earlier erasures had to leave for a while.
        """
        ...

    async def add_staff(self, account: StaffAccount) -> None:
        """Keep a new account, or the new password of an existing one."""
        ...

    async def staff(self, name: str) -> StaffAccount | None:
        """Return one account."""
        ...

    async def ready(self) -> None:
        """Return when the store can do its work; otherwise raise `StoreUnavailable`."""
        ...

    async def staff_accounts(self) -> tuple[StaffAccount, ...]:
        """Return every account, by name."""
        ...

    async def add_login(self, login: StaffLogin) -> None:
        """Keep a new login, and forget those that expired before it was made."""
        ...

    async def login(self, token_hash: str) -> StaffLogin | None:
        """Return one login, expired or not."""
        ...

    async def touch_login(self, token_hash: str, seen_at: datetime) -> None:
        """Note that a login was used; one that was dropped stays dropped."""
        ...

    async def drop_login(self, token_hash: str) -> bool:
        """Forget a login; true for the one call that found it, so that a link works once."""
        ...

    async def drop_logins(self, name: str) -> None:
        """Forget every login of one account."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class Channel(Protocol):
    """One place where people talk."""

    name: str

    async def send(self, posted: Posted) -> None:
        """Send one message; raise `Unreachable` or `TryLater` when that does not work."""
        ...


class Unreachable(Exception):  # noqa: N818 - a state of the world, not a fault of the program
    """This person cannot be reached on this channel (blocked, gone)."""


class TryLater(Exception):  # noqa: N818 - idem
    """The channel asks to wait."""

    def __init__(self, seconds: float, reason: str) -> None:
        """Keep how many seconds to wait, and the channel's error code."""
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Return the present moment, with its time zone."""
        ...


class Live(Protocol):
    """Who is told in this process that a conversation has something new."""

    def changed(self, conversation: int) -> None:
        """Wake everyone who watches this conversation."""
        ...

    def watch(self, conversation: int) -> AsyncIterator[None]:
        """Yield each time the conversation has something new."""
        ...
