"""`bot.ports.Alarms` on PostgreSQL: no two processes take the same alarm or the same notice."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.ports import Climb, Notice, OpenAlarm, PastAlarm, Patience, Raise
from bot.storage.alarms import (
    AT_ONCE,
    QUIET,
    by_urgency,
    days_mark,
    notice,
    open_alarm,
    past_alarms,
)
from bot.storage.postgres.database import Connection, Database
from bot.storage.sealed import LEASE_SECONDS, utc

RAISED = """
INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
SELECT id, $2, $3, $4, $5 FROM conversations WHERE case_number = $1 AND chat_index IS NOT NULL
ON CONFLICT DO NOTHING
"""
_SEEN = """
UPDATE alarms SET seen_by = $2, seen_at = $3
WHERE id = $1 AND seen_at IS NULL AND closed_at IS NULL
"""
_TAKEN_UP = """
UPDATE alarms SET closed_at = $1 WHERE id IN (
    SELECT id FROM open_alarms WHERE kind IN ('nieuwe_zaak', 'niet_opgepakt')
        AND (owner IS NOT NULL OR state NOT IN ('handed_over', 'with_human'))
)
"""
_ANSWERED = """
UPDATE alarms SET closed_at = $1 WHERE id IN (
    SELECT id FROM open_alarms WHERE kind = 'niet_beantwoord'
        AND conversation NOT IN (SELECT conversation FROM unanswered)
)
"""
_UNCLAIMED = """
INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
SELECT conversation, 'niet_opgepakt', mark, $1, $1 FROM open_alarms
WHERE kind = 'nieuwe_zaak' AND raised_at <= $2
ON CONFLICT DO NOTHING
"""
_UNANSWERED = """
INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
SELECT conversation, 'niet_beantwoord', number::text, $1, $1 FROM unanswered WHERE since <= $2
ON CONFLICT DO NOTHING
"""
# Not raised again for a term of which a nearer day was an alarm already.
_TERM_NEAR = """
INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
SELECT id, 'termijn_nadert', next_term::text || $1::text, $2, $2 FROM conversations c
WHERE next_term BETWEEN $3 AND $4 AND queued_at IS NOT NULL AND closed_at IS NULL
    AND chat_index IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM alarms a WHERE a.conversation = c.id AND a.kind = 'termijn_nadert'
            AND a.mark COLLATE "C" BETWEEN next_term::text || '/' AND next_term::text || $1::text
    )
ON CONFLICT DO NOTHING
"""
_BEYOND = """
INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
SELECT id, 'onbereikbaar', extract(epoch FROM unreachable_at)::text, $1, $1 FROM conversations
WHERE unreachable_at IS NOT NULL AND queued_at IS NOT NULL AND closed_at IS NULL
    AND chat_index IS NOT NULL
ON CONFLICT DO NOTHING
"""
_REACHED = """
UPDATE alarms SET closed_at = $1 WHERE id IN (
    SELECT id FROM open_alarms WHERE kind = 'onbereikbaar' AND conversation NOT IN
        (SELECT id FROM conversations WHERE unreachable_at IS NOT NULL)
)
"""
_OF_CASE = "SELECT * FROM alarms WHERE conversation = $1 ORDER BY raised_at DESC, id DESC"
_DUE = """
SELECT a.*, c.case_number FROM alarms a JOIN conversations c ON c.id = a.conversation
WHERE a.seen_at IS NULL AND a.closed_at IS NULL AND c.closed_at IS NULL
    AND c.chat_index IS NOT NULL AND a.due_at <= $1
ORDER BY a.due_at LIMIT $2 FOR UPDATE OF a SKIP LOCKED
"""
_CLIMBED = "UPDATE alarms SET step = $2, due_at = $3 WHERE id = $1"
_NOTICE = """
INSERT INTO notices (alarm, notifier, step, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
"""
_LEASED = """
WITH first AS (
    SELECT n.id FROM notices n
    WHERE n.told_at IS NULL AND n.notifier = $1 AND n.due_at <= $2 AND n.leased_until <= now()
        AND n.alarm IN (SELECT id FROM open_alarms)
    ORDER BY n.id LIMIT $3 FOR UPDATE OF n SKIP LOCKED
), leased AS (
    UPDATE notices SET leased_until = now() + $4 FROM first WHERE notices.id = first.id
    RETURNING notices.*
)
SELECT l.*, a.kind, a.case_number FROM leased l JOIN open_alarms a ON a.id = l.alarm ORDER BY l.id
"""


class PostgresAlarms:
    """The alarms in one PostgreSQL database."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    async def raise_for(self, case: str, alarm: Raise, at: datetime) -> None:
        """Raise an alarm outside a turn."""
        async with self._database.connection() as connection:
            due = utc(at) if alarm.tells else None
            await connection.count(RAISED, case, alarm.kind, alarm.mark, utc(at), due)

    async def check(self, now: datetime, today: date, patience: Patience) -> None:
        """Raise what only time calls for, and close what is over."""
        at = utc(now)
        async with self._database.connection() as connection, connection.transaction():
            await connection.count(_TAKEN_UP, at)
            await connection.count(_ANSWERED, at)
            await connection.count(_REACHED, at)
            await connection.count(_BEYOND, at)
            await connection.count(_UNCLAIMED, at, at - patience.unclaimed)
            await connection.count(_UNANSWERED, at, at - patience.unanswered)
            for days in patience.days_before_term:
                last = today + timedelta(days=days)
                await connection.count(_TERM_NEAR, days_mark(days), at, today, last)

    async def climb(self, now: datetime, climb: Climb) -> int:
        """Take each alarm that is due one step up."""
        async with self._database.connection() as connection, connection.transaction():
            due = await connection.all(_DUE, utc(now), AT_ONCE)
            for row in due:
                await _one_step(connection, open_alarm(row), climb, now)
        return len(due)

    async def open(self) -> tuple[OpenAlarm, ...]:
        """Return what nobody has seen yet, the most urgent first."""
        async with self._database.connection() as connection:
            found = [open_alarm(row) for row in await connection.all("SELECT * FROM open_alarms")]
        return by_urgency([one for one in found if one.kind not in QUIET])

    async def of_case(self, conversation: int) -> tuple[PastAlarm, ...]:
        """Return every alarm of a case, the last one first."""
        async with self._database.connection() as connection:
            return past_alarms(await connection.all(_OF_CASE, conversation))

    async def seen(self, alarm: int, name: str, at: datetime) -> bool:
        """Note who has seen an alarm."""
        async with self._database.connection() as connection:
            return await connection.count(_SEEN, alarm, name, utc(at)) == 1

    async def notices(self, notifier: str, now: datetime, limit: int = 3) -> Sequence[Notice]:
        """Return what is to be sent now, for this caller alone."""
        lease = timedelta(seconds=LEASE_SECONDS * limit)
        async with self._database.connection() as connection:
            found = await connection.all(_LEASED, notifier, utc(now), limit, lease)
        return tuple(notice(row) for row in found)

    async def told(self, notice: int, now: datetime) -> None:
        """Note that a notice was sent."""
        async with self._database.connection() as connection:
            await connection.count(
                "UPDATE notices SET told_at = $2 WHERE id = $1", notice, utc(now)
            )

    async def postpone(self, notice: int, until: datetime, reason: str) -> None:
        """Try a notice again later."""
        async with self._database.connection() as connection:
            await connection.count(
                "UPDATE notices SET attempts = attempts + 1, due_at = $2, reason = $3,"
                " leased_until = '-infinity' WHERE id = $1 AND told_at IS NULL",
                notice,
                utc(until),
                reason,
            )


async def _one_step(db: Connection, alarm: OpenAlarm, decide: Climb, now: datetime) -> None:
    climbed, step = decide(alarm), alarm.step + 1
    due = None if climbed.next_at is None else utc(climbed.next_at)
    await db.count(_CLIMBED, alarm.id, step, due)
    for name in climbed.told:
        await db.count(_NOTICE, alarm.id, name, step, utc(now))
