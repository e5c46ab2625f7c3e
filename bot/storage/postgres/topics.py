"""Where the staff group speaks of a case."""

from datetime import datetime, timedelta

from bot.ports import StaffAccount, Topic
from bot.storage.postgres.database import Database
from bot.storage.postgres.staff import account
from bot.storage.sealed import LEASE_SECONDS, utc
from bot.storage.topics import topic_of

_LEASE = timedelta(seconds=LEASE_SECONDS)
_TO_SEE = """
SELECT c.id FROM conversations c LEFT JOIN topics t ON t.conversation = c.id
WHERE c.queued_at IS NOT NULL AND c.chat_index IS NOT NULL AND c.changed_at >= $1
    AND (t.conversation IS NULL OR t.shown < c.lines
        OR t.unreachable_at IS DISTINCT FROM c.unreachable_at)
UNION
SELECT t.conversation FROM topics t LEFT JOIN conversations c ON c.id = t.conversation
WHERE c.chat_index IS NULL
"""
_KNOWN = """
SELECT t.*, CASE WHEN c.chat_index IS NULL THEN NULL ELSE c.case_number END AS case_number
FROM topics t LEFT JOIN conversations c ON c.id = t.conversation
"""


class PostgresTopics:
    """`bot.ports.Topics` on PostgreSQL."""

    def __init__(self, database: Database) -> None:
        """Work in this database."""
        self._database = database

    async def to_see(self, since: datetime) -> tuple[int, ...]:
        """Return the conversations whose topic may be out of date."""
        async with self._database.connection() as connection:
            return tuple(row[0] for row in await connection.all(_TO_SEE, utc(since)))

    async def lease(self, conversation: int) -> Topic | None:
        """Return a topic, for this caller alone."""
        async with self._database.connection() as connection, connection.transaction():
            await connection.count(
                "INSERT INTO topics (conversation) SELECT id FROM conversations"
                " WHERE id = $1 AND queued_at IS NOT NULL AND chat_index IS NOT NULL"
                " ON CONFLICT DO NOTHING",
                conversation,
            )
            mine = await connection.count(
                "UPDATE topics SET leased_until = now() + $2"
                " WHERE conversation = $1 AND leased_until <= now()",
                conversation,
                _LEASE,
            )
            row = await connection.one(f"{_KNOWN} WHERE t.conversation = $1", conversation)
            return topic_of(row) if mine else None

    async def keep(self, topic: Topic) -> None:
        """Write down how far a topic is."""
        async with self._database.connection() as connection:
            await connection.count(
                "UPDATE topics SET thread = $2, header = $3, head = $4, shown = $5, told = $6,"
                " unreachable_at = $7, leased_until = now() + $8 WHERE conversation = $1",
                topic.conversation,
                topic.thread,
                topic.header,
                topic.head,
                topic.shown,
                topic.told,
                None if topic.away is None else utc(topic.away),
                _LEASE,
            )

    async def free(self, conversation: int) -> None:
        """Let another caller have it."""
        async with self._database.connection() as connection:
            await connection.count(
                "UPDATE topics SET leased_until = '-infinity' WHERE conversation = $1",
                conversation,
            )

    async def drop(self, conversation: int) -> None:
        """Forget a topic that is no more."""
        async with self._database.connection() as connection:
            await connection.count("DELETE FROM topics WHERE conversation = $1", conversation)

    async def case_of(self, thread: int) -> str | None:
        """Return the case that a topic speaks of."""
        async with self._database.connection() as connection:
            row = await connection.one(f"{_KNOWN} WHERE t.thread = $1", thread)
        return None if row is None else row["case_number"]

    async def link(self, name: str, telegram: int | None) -> bool:
        """Say which account a member of the group has."""
        async with self._database.connection() as connection, connection.transaction():
            await connection.count(
                "UPDATE staff SET telegram = NULL WHERE telegram = $1", telegram
            )
            linked = await connection.count(
                "UPDATE staff SET telegram = $2 WHERE name = $1", name, telegram
            )
        return linked == 1

    async def account_of(self, telegram: int) -> StaffAccount | None:
        """Return the account of a member of the group."""
        async with self._database.connection() as connection:
            row = await connection.one("SELECT * FROM staff WHERE telegram = $1", telegram)
        return None if row is None else account(row)
