"""The store: where everything is kept."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from typing import Protocol

from pydantic import JsonValue

from bot.ports.alarms import Alarms
from bot.ports.files import Files
from bot.ports.kept import (
    ALL_OPEN,
    Asked,
    CaseRow,
    Closing,
    Conversation,
    Decide,
    Line,
    Posted,
    Relabel,
    StaffAccount,
    StaffLogin,
    Trace,
    Turn,
)
from bot.ports.messages import Inbound
from bot.ports.reaching import Barrier, Reaching
from bot.ports.topics import Topics


class Store(Reaching, Protocol):
    """Where conversations, the outbox and staff accounts are kept.

    Whatever a person said is sealed at this border and never stored in the clear.
    """

    @property
    def files(self) -> Files:
        """Return what people sent besides words."""
        ...

    @property
    def topics(self) -> Topics:
        """Return what is kept for the staff group."""
        ...

    @property
    def alarms(self) -> Alarms:
        """Return the alarms, which stand in the clear beside the conversations."""
        ...

    async def due_for_retest(self, day: date, limit: int = 50) -> tuple[str, ...]:
        """Return the cases of which the criteria are to be tested again by this day."""
        ...

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
        self,
        case: str,
        owner: str | None,
        epoch: int,
        at: datetime,
        decide: Decide | None = None,
    ) -> Conversation | None:
        """Change the owner, when nobody did since this epoch was read; None: somebody did.

        What the bot has waiting in the outbox is dropped, whoever owned the case before. What is
        decided then (what to tell the person) is kept with it or not at all. A case that was
        closed is open again. Returns the conversation as it is after that.
        """
        ...

    async def close_case(
        self, case: str, closing: Closing, epoch: int, decide: Decide
    ) -> Conversation | None:
        """Close a case, as a claim by nobody; the next message of the person opens it again."""
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

    async def give_up(
        self, posted: int, now: datetime, reason: str, barrier: Barrier | None = None
    ) -> None:
        """Stop trying a message that cannot be delivered.

        With a barrier the person is out of reach from now on, and what waits behind it waits with
        it: they are back with their next message, or with the next one of ours that arrives.
        Unless they wrote after it: then it is tried again in a moment, a few times.
        """
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

    async def cases(self, asked: Asked = ALL_OPEN) -> tuple[CaseRow, ...]:
        """Return the cases for staff, most urgent first and then the one that waits longest.

        Those that were closed stand in the order of their closing, the last one first.
        """
        ...

    async def tally(self, asked: Sequence[Asked], most: int) -> tuple[int, ...]:
        """Return for each how many cases there are, and no more than `most`."""
        ...

    async def found(self, cases: Sequence[str], traces: Sequence[Trace]) -> tuple[CaseRow, ...]:
        """Return the cases for staff that have one of these numbers or one of these traces."""
        ...

    async def alarms_of(self, conversations: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return which alarms each of these has that nobody handled; none if it is unreadable."""
        ...

    async def relabel(
        self, now: datetime, today: date, relabel: Relabel, most: int = 100
    ) -> tuple[int, ...]:
        """Put new labels on what must be looked at again today; return which conversations.

        What that raises is kept with the labels or not at all. It is no turn: whoever is in the
        conversation notices nothing.
        """
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
