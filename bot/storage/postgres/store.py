"""The store on PostgreSQL: the same promises as on SQLite, for several workers."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime

from bot.ports import (
    ALL_OPEN,
    Asked,
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
from bot.storage.erasure import Proof
from bot.storage.export import Export
from bot.storage.postgres import absent, erasing, outbox, reaching, reading, relabelling, turns
from bot.storage.postgres.alarms import PostgresAlarms
from bot.storage.postgres.database import Database
from bot.storage.postgres.files import PostgresFiles
from bot.storage.postgres.listening import Ear
from bot.storage.postgres.opening import connected, place, prepared, sealer
from bot.storage.postgres.staff_side import StaffSide
from bot.storage.postgres.topics import PostgresTopics
from bot.storage.written import Hands


class PostgresStore(StaffSide):
    """`bot.ports.Store` on PostgreSQL."""

    def __init__(self, database: Database, ear: Ear) -> None:
        """Take a database that is ready; `PostgresStore.open` makes one."""
        super().__init__(database)
        self._ear = ear
        self.alarms = PostgresAlarms(database)
        self.files = PostgresFiles(database)
        self.topics = PostgresTopics(database)

    @classmethod
    async def open(cls, url: str, master_key: str | None) -> "PostgresStore":
        """Open or make the tables; `BadStore` says what is wrong and what to do.

        `master_key` is the setting `LW_MASTER_KEY`; here there is no file to keep it in.
        """
        seals = sealer(master_key)
        pool = await connected(url)
        database = Database(pool, seals)
        try:
            await prepared(pool, seals, place(url))
        except BaseException:
            await database.close()
            raise
        return cls(database, Ear(url))

    async def close(self) -> None:
        """Let go of the database."""
        await self._ear.close()
        await self._database.close()

    async def ready(self) -> None:
        """Return when the database answers."""
        async with self._database.connection() as connection:
            await connection.one("SELECT 1")

    # --- turns -----------------------------------------------------------------------------------

    async def turn(self, inbound: Inbound, decide: Decide) -> Turn:
        """Do one turn: all of it or nothing."""
        return await turns.turn(self._database, inbound, decide)

    async def amend(self, case: str, at: datetime, decide: Decide) -> Turn | None:
        """Do a turn that no message of the person began."""
        return await turns.amend(self._database, case, at, decide)

    async def claim(
        self,
        case: str,
        owner: str | None,
        epoch: int,
        at: datetime,
        decide: Decide | None = None,
    ) -> Conversation | None:
        """Change the owner, when nobody did since this epoch was read."""
        return await turns.claim(self._database, case, epoch, Hands(owner, at), decide)

    async def close_case(
        self, case: str, closing: Closing, epoch: int, decide: Decide
    ) -> Conversation | None:
        """Close a case, as a claim by nobody."""
        return await turns.close_case(self._database, case, closing, epoch, decide)

    async def relabel(
        self, now: datetime, today: date, relabel: Relabel, most: int = 100
    ) -> tuple[int, ...]:
        """Put new labels on what must be looked at again today."""
        return await relabelling.relabel(self._database, now, today, relabel, most)

    # --- the outbox ------------------------------------------------------------------------------

    async def pending(
        self, channels: Sequence[str], now: datetime, limit: int = 100
    ) -> tuple[Posted, ...]:
        """Return the messages to send now, for this caller alone."""
        return await outbox.pending(self._database, channels, now, limit)

    async def sent(self, posted: int, now: datetime) -> None:
        """Note that a message was delivered to the channel."""
        await outbox.sent(self._database, posted, now)

    async def postpone(self, posted: int, until: datetime, reason: str) -> None:
        """Try a message again later."""
        await outbox.postpone(self._database, posted, until, reason)

    async def give_up(
        self, posted: int, now: datetime, reason: str, barrier: Barrier | None = None
    ) -> None:
        """Stop trying a message that cannot be delivered."""
        await outbox.give_up(self._database, posted, now, reason, barrier)

    async def in_flight(self, conversation: int) -> bool:
        """Tell whether a worker is sending a message of this conversation right now."""
        return await outbox.in_flight(self._database, conversation)

    def changes(self) -> AsyncIterator[int]:
        """Yield each conversation that got something new, on whichever machine."""
        return self._ear.changes()

    # --- reaching people -------------------------------------------------------------------------

    async def reach(self, conversation: int, posted: int | None = None) -> Reach:
        """Return what is known of reaching a person, and of one message in the outbox."""
        return await reaching.reach(self._database, conversation, posted)

    async def delivering(self, delivery: Delivery, message: str | None = None) -> bool:
        """Write down how far a message is; False when that is no step forward."""
        return await reaching.delivering(self._database, delivery, message)

    async def delivery_of(self, channel: str, message: str) -> Delivery | None:
        """Return the delivery that a channel knows by this id."""
        return await reaching.delivery_of(self._database, channel, message)

    async def received_at(self, channel: str, chat_id: str, message_id: str) -> datetime | None:
        """Return when a message of a person was sent, None when it never came in."""
        return await reaching.received_at(self._database, channel, chat_id, message_id)

    async def hasten(self, conversation: int, reason: str) -> None:
        """Let what was postponed for this reason go now."""
        await reaching.hasten(self._database, conversation, reason)

    async def lost(self, channel: str, chat_id: str, now: OutOfReach) -> int | None:
        """Note that the channel says that a person is out of reach."""
        return await absent.lost(self._database, channel, chat_id, now)

    async def came_back(self, channel: str, chat_id: str, now: datetime) -> int | None:
        """Note that a person who was out of reach is back without a word."""
        return await absent.came_back(self._database, channel, chat_id, now)

    async def readdress(self, channel: str, chat_id: str, to: str) -> bool:
        """Move a conversation to another address; False: there is none, or one stands there."""
        return await reaching.readdress(self._database, channel, chat_id, to)

    # --- reading ---------------------------------------------------------------------------------

    async def conversation(self, *, case: str) -> Conversation | None:
        """Return one conversation by case number."""
        return await reading.by_case(self._database, case)

    async def conversation_of(self, channel: str, chat_id: str) -> Conversation | None:
        """Return one conversation by who talks where."""
        return await reading.by_chat(self._database, channel, chat_id)

    async def transcript(
        self, conversation: int, after: int = 0, limit: int | None = None
    ) -> tuple[Line, ...]:
        """Return the conversation as the person saw it, in order, after the given line."""
        return await reading.transcript(self._database, conversation, after, limit)

    async def cases(self, asked: Asked = ALL_OPEN) -> tuple[CaseRow, ...]:
        """Return the cases for staff, most urgent first."""
        return await reading.cases(self._database, asked)

    async def tally(self, asked: Sequence[Asked], most: int) -> tuple[int, ...]:
        """Return for each how many cases there are, and no more than `most`."""
        return await reading.tally(self._database, asked, most)

    async def found(self, cases: Sequence[str], traces: Sequence[Trace]) -> tuple[CaseRow, ...]:
        """Return the cases for staff that have one of these numbers or one of these traces."""
        return await reading.found(self._database, cases, traces)

    async def due_for_retest(self, day: date, limit: int = 50) -> tuple[str, ...]:
        """Return the cases of which the criteria are to be tested again by this day."""
        return await reading.due_for_retest(self._database, day, limit)

    async def alarms_of(self, conversations: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return which alarms went off in each of these conversations."""
        return await reading.alarms_of(self._database, conversations)

    async def export(self, channel: str, chat_id: str) -> Export | None:
        """Return everything that is kept of one person, for that person."""
        return await reading.exported(self._database, channel, chat_id)

    # --- erasing ---------------------------------------------------------------------------------

    async def erase(self, channel: str, chat_id: str, now: datetime) -> Proof | None:
        """Erase one person's conversation, destroy its key, and return the proof of it."""
        return await erasing.erase(self._database, channel, chat_id, now)

    async def erase_before(
        self, unfinished: datetime, closed: datetime, now: datetime
    ) -> tuple[Proof, ...]:
        """Erase what nobody touched since, one conversation at a time, then sweep up."""
        return await erasing.erase_before(self._database, unfinished, closed, now)
