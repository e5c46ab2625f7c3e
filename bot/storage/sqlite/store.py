"""The store on one SQLite file: every question and every change is one call on its thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

import aiosqlite

from bot.ports import (
    BadStore,
    CaseRow,
    Conversation,
    Decide,
    Delivery,
    Inbound,
    Line,
    Posted,
    Reach,
    StaffAccount,
    StaffLogin,
    StoreUnavailable,
    Turn,
)
from bot.storage.deliveries import REPORTED
from bot.storage.erasure import Proof
from bot.storage.export import Export
from bot.storage.sqlite import erasing, outbox, reaching, reading, staff, turns
from bot.storage.sqlite.database import BUSY_SECONDS, Database
from bot.storage.sqlite.opening import made, prepared
from bot.storage.watching import Listeners

Given = ParamSpec("Given")
Outcome = TypeVar("Outcome")

_LOOK_SECONDS = 0.5


class SqliteStore:
    """`bot.ports.Store` on SQLite."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        """Take a connection that is ready; `SqliteStore.open` makes one."""
        self._connection = connection
        self._listeners = Listeners()
        self._closed = False

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
        self, case: str, owner: str | None, epoch: int, at: datetime
    ) -> Conversation | None:
        """Change the owner, when nobody did since this epoch was read."""
        claimed = await self.do(turns.claim, case, owner, epoch, at)
        self._listeners.tell(None if claimed is None else claimed.id)
        return claimed

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

    async def give_up(self, posted: int, now: datetime, reason: str) -> None:
        """Stop trying a message that cannot be delivered."""
        self._listeners.tell(await self.do(outbox.give_up, posted, now, reason))

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

    async def cases(self) -> tuple[CaseRow, ...]:
        """Return every case that was handed over or needs a human, most urgent first."""
        return await self.do(reading.cases)

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

    # --- staff -----------------------------------------------------------------------------------

    async def add_staff(self, account: StaffAccount) -> None:
        """Keep a new account, or the new password of an existing one."""
        await self.do(staff.add_staff, account)

    async def staff(self, name: str) -> StaffAccount | None:
        """Return one account."""
        return await self.do(staff.staff, name)

    async def staff_accounts(self) -> tuple[StaffAccount, ...]:
        """Return every account, by name."""
        return await self.do(staff.staff_accounts)

    async def add_login(self, login: StaffLogin) -> None:
        """Keep a new login, and forget those that expired before it was made."""
        await self.do(staff.add_login, login)

    async def login(self, token_hash: str) -> StaffLogin | None:
        """Return one login, expired or not."""
        return await self.do(staff.login, token_hash)

    async def touch_login(self, token_hash: str, seen_at: datetime) -> None:
        """Note that a login was used; one that was dropped stays dropped."""
        await self.do(staff.touch_login, token_hash, seen_at)

    async def drop_login(self, token_hash: str) -> bool:
        """Forget a login; true for the one call that found it."""
        return await self.do(staff.drop_login, token_hash)

    async def drop_logins(self, name: str) -> None:
        """Forget every login of one account."""
        await self.do(staff.drop_logins, name)

    # --- the one call ----------------------------------------------------------------------------

    async def do(
        self,
        job: Callable[Concatenate[Database, Given], Outcome],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Outcome:
        """Do a whole job on the database thread."""
        if self._closed:
            raise StoreUnavailable("the store was closed")

        outcome: list[Outcome] = []

        def work(db: Database) -> None:
            outcome.append(job(db, *given, **named))

        try:
            # See `Database.executescript`.
            await self._connection.executescript(cast("str", work))
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # a fault of the program
        except sqlite3.DatabaseError as error:
            raise StoreUnavailable(f"the database could not do it: {error}") from error
        return outcome[0]
