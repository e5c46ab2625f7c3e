"""Where the staff group speaks of a case."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from bot.ports import StaffAccount, Topic
from bot.storage.sealed import LEASE_SECONDS, stamp
from bot.storage.sqlite.database import Database
from bot.storage.sqlite.staff import account
from bot.storage.topics import topic_of

Given = ParamSpec("Given")
Outcome = TypeVar("Outcome")

_LEASE_DAYS = LEASE_SECONDS / 86400
_TO_SEE = """
SELECT c.id FROM conversations c LEFT JOIN topics t ON t.conversation = c.id
WHERE c.queued_at IS NOT NULL AND c.chat_index IS NOT NULL AND c.changed_at >= ?
    AND (t.conversation IS NULL OR t.shown < c.lines OR t.unreachable_at IS NOT c.unreachable_at)
UNION
SELECT t.conversation FROM topics t LEFT JOIN conversations c ON c.id = t.conversation
WHERE c.chat_index IS NULL
"""
_KNOWN = """
SELECT t.*, CASE WHEN c.chat_index IS NULL THEN NULL ELSE c.case_number END AS case_number
FROM topics t LEFT JOIN conversations c ON c.id = t.conversation
"""


class Do(Protocol):
    """Does a job on the thread of the database."""

    def __call__(
        self,
        job: Callable[Concatenate[Database, Given], Outcome],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Awaitable[Outcome]:
        """Return what the job returns."""
        ...


class SqliteTopics:
    """`bot.ports.Topics` on SQLite."""

    def __init__(self, do: Do) -> None:
        """Work on the thread of this database."""
        self._do = do

    async def to_see(self, since: datetime) -> tuple[int, ...]:
        """Return the conversations whose topic may be out of date."""
        return await self._do(_to_see, since)

    async def lease(self, conversation: int) -> Topic | None:
        """Return a topic, for this caller alone."""
        return await self._do(_leased, conversation)

    async def keep(self, topic: Topic) -> None:
        """Write down how far a topic is."""
        await self._do(_kept, topic)

    async def free(self, conversation: int) -> None:
        """Let another caller have it."""
        await self._do(
            _changed, "UPDATE topics SET leased_until = 0 WHERE conversation = ?", conversation
        )

    async def drop(self, conversation: int) -> None:
        """Forget a topic that is no more."""
        await self._do(_changed, "DELETE FROM topics WHERE conversation = ?", conversation)

    async def case_of(self, thread: int) -> str | None:
        """Return the case that a topic speaks of."""
        return await self._do(_case_of, thread)

    async def link(self, name: str, telegram: int | None) -> bool:
        """Say which account a member of the group has."""
        return await self._do(_linked, name, telegram)

    async def account_of(self, telegram: int) -> StaffAccount | None:
        """Return the account of a member of the group."""
        return await self._do(_account_of, telegram)


def _to_see(db: Database, since: datetime) -> tuple[int, ...]:
    return tuple(row[0] for row in db.all(_TO_SEE, (stamp(since),)))


def _leased(db: Database, conversation: int) -> Topic | None:
    with db.writing():
        db.execute(
            "INSERT INTO topics (conversation) SELECT id FROM conversations"
            " WHERE id = ? AND queued_at IS NOT NULL AND chat_index IS NOT NULL"
            " ON CONFLICT DO NOTHING",
            (conversation,),
        )
        mine = db.execute(
            "UPDATE topics SET leased_until = julianday('now') + ?"
            " WHERE conversation = ? AND leased_until <= julianday('now')",
            (_LEASE_DAYS, conversation),
        )
        row = db.one(f"{_KNOWN} WHERE t.conversation = ?", (conversation,))
        return topic_of(row) if mine.rowcount else None


def _kept(db: Database, topic: Topic) -> None:
    with db.writing():
        db.execute(
            "UPDATE topics SET thread = ?, header = ?, head = ?, shown = ?, told = ?,"
            " unreachable_at = ?, leased_until = julianday('now') + ? WHERE conversation = ?",
            (
                topic.thread,
                topic.header,
                topic.head,
                topic.shown,
                topic.told,
                None if topic.away is None else stamp(topic.away),
                _LEASE_DAYS,
                topic.conversation,
            ),
        )


def _changed(db: Database, sql: str, conversation: int) -> None:
    with db.writing():
        db.execute(sql, (conversation,))


def _case_of(db: Database, thread: int) -> str | None:
    row = db.one(f"{_KNOWN} WHERE t.thread = ?", (thread,))
    return None if row is None else row["case_number"]


def _linked(db: Database, name: str, telegram: int | None) -> bool:
    with db.writing():
        db.execute("UPDATE staff SET telegram = NULL WHERE telegram = ?", (telegram,))
        found = db.execute("UPDATE staff SET telegram = ? WHERE name = ?", (telegram, name))
        return found.rowcount == 1


def _account_of(db: Database, telegram: int) -> StaffAccount | None:
    row = db.one("SELECT * FROM staff WHERE telegram = ?", (telegram,))
    return None if row is None else account(row)
