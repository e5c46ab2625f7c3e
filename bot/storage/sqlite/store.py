"""The store on one SQLite file: every question and every change is one call on its thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from pathlib import Path

import aiosqlite

from bot.ports import (
    ALL_OPEN,
    Asked,
    BadStore,
    Barrier,
    CaseRow,
    Closing,
    Conversation,
    Decide,
    Delivery,
    Inbound,
    Line,
    OutOfReach,
    Posted,
    Reach,
    Relabel,
    Trace,
    Turn,
)
from bot.storage.deliveries import REPORTED
from bot.storage.erasure import Proof
from bot.storage.export import Export
from bot.storage.sqlite import absent, erasing, outbox, reaching, reading, turns
from bot.storage.sqlite.alarms import SqliteAlarms
from bot.storage.sqlite.database import BUSY_SECONDS, Database
from bot.storage.sqlite.files import SqliteFiles
from bot.storage.sqlite.opening import made, prepared
from bot.storage.sqlite.staff_side import StaffSide
from bot.storage.sqlite.topics import SqliteTopics
from bot.storage.watching import Listeners
from bot.storage.written import Hands

_LOOK_SECONDS = 0.5


class SqliteStore(StaffSide):
    """`bot.ports.Store` on SQLite."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        """Take a connection that is ready; `SqliteStore.open` makes one."""
        super().__init__(connection)
        self._listeners = Listeners()
        self.alarms = SqliteAlarms(self)
        self.files = SqliteFiles(self.do)
        self.topics = SqliteTopics(self.do)

    @classmethod
    async def open(cls, path: Path, master_key: str | None = None) -> "SqliteStore":
        """Open or make the database; `BadStore` says what is wrong and what to do.

        `master_key` is the setting `LW_MASTER_KEY`; without it the key stands in a file beside
        the database.
        """
        connection = aiosqlite.connect(
            made(path), factory=Database, isolation_level=None, timeout=BUSY_SECONDS
        )
        try:
            store = cls(await connection)
        except sqlite3.Error as error:
            raise BadStore(f"{path} cannot be opened ({error})") from None
        try:
            await store.do(prepared, path, master_key)
        except BaseException:
            await store.close()
            raise
        return store

    async def close(self) -> None:
        """Let go of the database."""
        self._closed = True
        await self._connection.close()

    async def ready(self) -> None:
        """Return when the database answers."""
        await self.do(lambda db: db.one("SELECT 1"))

    # --- turns -----------------------------------------------------------------------------------

    async def turn(self, inbound: Inbound, decide: Decide) -> Turn:
        """Do one turn in one transaction."""
        turn = await self.do(turns.turn, inbound, decide)
        if not turn.duplicate:
            self._listeners.tell(turn.conversation)
        return turn

    async def amend(self, case: str, at: datetime, decide: Decide) -> Turn | None:
        """Do a turn that no message of the person began."""
        turn = await self.do(turns.amend, case, at, decide)
        self._listeners.tell(None if turn is None else turn.conversation)
        return turn

    async def claim(
        self,
        case: str,
        owner: str | None,
        epoch: int,
        at: datetime,
        decide: Decide | None = None,
    ) -> Conversation | None:
        """Change the owner, when nobody did since this epoch was read."""
        claimed = await self.do(turns.claim, case, epoch, Hands(owner, at), decide)
        self._listeners.tell(None if claimed is None else claimed.id)
        return claimed

    async def close_case(
        self, case: str, closing: Closing, epoch: int, decide: Decide
    ) -> Conversation | None:
        """Close a case, as a claim by nobody."""
        closed = await self.do(turns.close_case, case, closing, epoch, decide)
        self._listeners.tell(None if closed is None else closed.id)
        return closed

    async def relabel(
        self, now: datetime, today: date, relabel: Relabel, most: int = 100
    ) -> tuple[int, ...]:
        """Put new labels on what must be looked at again today."""
        done = await self.do(turns.relabel, now, today, relabel, most)
        self._listeners.tell(*done)
        return done

    # --- the outbox ------------------------------------------------------------------------------

    async def pending(
        self, channels: Sequence[str], now: datetime, limit: int = 100
    ) -> tuple[Posted, ...]:
        """Return the messages to send now, for this caller alone."""
        return await self.do(outbox.pending, tuple(channels), now, limit)

    async def sent(self, posted: int, now: datetime) -> None:
        """Note that a message was delivered to the channel."""
        self._listeners.tell(await self.do(outbox.sent, posted, now))

    async def postpone(self, posted: int, until: datetime, reason: str) -> None:
        """Try a message again later."""
        await self.do(outbox.postpone, posted, until, reason)

    async def give_up(
        self, posted: int, now: datetime, reason: str, barrier: Barrier | None = None
    ) -> None:
        """Stop trying a message that cannot be delivered."""
        self._listeners.tell(await self.do(outbox.give_up, posted, now, reason, barrier))

    async def in_flight(self, conversation: int) -> bool:
        """Tell whether a worker is sending a message of this conversation right now."""
        return await self.do(outbox.in_flight, conversation)

    async def changes(self) -> AsyncIterator[int]:
        """Yield each conversation that got something new.

        What another process adds is seen by looking twice a second.
        """
        queue = self._listeners.add()
        try:
            since = await self.do(reading.position)
            while True:
                # Not `wait_for`: in Python 3.11 it forgets to stop when news comes meanwhile.
                try:
                    async with asyncio.timeout(_LOOK_SECONDS):
                        found: tuple[int, ...] = (await queue.get(),)
                except TimeoutError:
                    since, found = await self.do(reading.news, since)
                for conversation in found:
                    yield conversation
        finally:
            self._listeners.remove(queue)

    # --- reaching people -------------------------------------------------------------------------

    async def reach(self, conversation: int, posted: int | None = None) -> Reach:
        """Return what is known of reaching a person, and of one message in the outbox."""
        return await self.do(reaching.reach, conversation, posted)

    async def delivering(self, delivery: Delivery, message: str | None = None) -> bool:
        """Write down how far a message is; False when that is no step forward."""
        conversation = await self.do(reaching.delivering, delivery, message)
        if delivery.stage in REPORTED:
            self._listeners.tell(conversation)
        return conversation is not None

    async def delivery_of(self, channel: str, message: str) -> Delivery | None:
        """Return the delivery that a channel knows by this id."""
        return await self.do(reaching.delivery_of, channel, message)

    async def received_at(self, channel: str, chat_id: str, message_id: str) -> datetime | None:
        """Return when a message of a person was sent, None when it never came in."""
        return await self.do(reaching.received_at, channel, chat_id, message_id)

    async def hasten(self, conversation: int, reason: str) -> None:
        """Let what was postponed for this reason go now."""
        await self.do(reaching.hasten, conversation, reason)

    async def lost(self, channel: str, chat_id: str, now: OutOfReach) -> int | None:
        """Note that the channel says that a person is out of reach."""
        conversation = await self.do(absent.lost, channel, chat_id, now)
        self._listeners.tell(conversation)
        return conversation

    async def came_back(self, channel: str, chat_id: str, now: datetime) -> int | None:
        """Note that a person who was out of reach is back without a word."""
        conversation = await self.do(absent.came_back, channel, chat_id, now)
        self._listeners.tell(conversation)
        return conversation

    async def readdress(self, channel: str, chat_id: str, to: str) -> bool:
        """Move a conversation to another address; False: there is none, or one stands there."""
        return await self.do(reaching.readdress, channel, chat_id, to)

    # --- reading ---------------------------------------------------------------------------------

    async def conversation(self, *, case: str) -> Conversation | None:
        """Return one conversation by case number."""
        return await self.do(reading.by_case, case)

    async def conversation_of(self, channel: str, chat_id: str) -> Conversation | None:
        """Return one conversation by who talks where."""
        return await self.do(reading.by_chat, channel, chat_id)

    async def transcript(
        self, conversation: int, after: int = 0, limit: int | None = None
    ) -> tuple[Line, ...]:
        """Return the conversation as the person saw it, in order, after the given line."""
        return await self.do(reading.transcript, conversation, after, limit)

    async def cases(self, asked: Asked = ALL_OPEN) -> tuple[CaseRow, ...]:
        """Return the cases for staff, most urgent first."""
        return await self.do(reading.cases, asked)

    async def tally(self, asked: Sequence[Asked], most: int) -> tuple[int, ...]:
        """Return for each how many cases there are, and no more than `most`."""
        return await self.do(reading.tally, asked, most)

    async def found(self, cases: Sequence[str], traces: Sequence[Trace]) -> tuple[CaseRow, ...]:
        """Return the cases for staff that have one of these numbers or one of these traces."""
        return await self.do(reading.found, cases, traces)

    async def due_for_retest(self, day: date, limit: int = 50) -> tuple[str, ...]:
        """Return the cases of which the criteria are to be tested again by this day."""
        return await self.do(reading.due_for_retest, day, limit)

    async def alarms_of(self, conversations: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return which alarms went off in each of these conversations."""
        return await self.do(reading.alarms_of, conversations)

    async def export(self, channel: str, chat_id: str) -> Export | None:
        """Return everything that is kept of one person, for that person."""
        return await self.do(reading.exported, channel, chat_id)

    # --- erasing ---------------------------------------------------------------------------------

    async def erase(self, channel: str, chat_id: str, now: datetime) -> Proof | None:
        """Erase one person's conversation, destroy its key, and return the proof of it."""
        return await self.do(erasing.erase, channel, chat_id, now)

    async def erase_before(
        self, unfinished: datetime, closed: datetime, now: datetime
    ) -> tuple[Proof, ...]:
        """Erase what nobody touched since, one conversation at a time, then sweep up."""
        terms = (unfinished, closed)
        due = await self.do(erasing.past_term, *terms)
        proofs = [await self.do(erasing.expire, each, *terms, now) for each in due]
        await self.do(erasing.sweep, now)
        return tuple(proof for proof in proofs if proof is not None)
