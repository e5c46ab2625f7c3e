"""Looking again at cases that the days alone may have made more urgent."""

from datetime import date, datetime
from typing import Any

from bot.finding import traces
from bot.ports import Relabel, Unreadable
from bot.storage.postgres.alarms import RAISED
from bot.storage.postgres.database import Connection, Database
from bot.storage.postgres.saving import retraced
from bot.storage.sealed import conversation, signals_text, utc

# Of several workers each takes others.
_DUE = """
SELECT c.*, k.wrapped FROM conversations c LEFT JOIN keys.wrapped k ON k.ref = c.ref
WHERE c.relabel_on <= $1 AND c.chat_index IS NOT NULL AND c.closed_at IS NULL
ORDER BY c.relabel_on LIMIT $2
FOR UPDATE OF c SKIP LOCKED
"""
_RELABELLED = """
UPDATE conversations SET state = $2, process_code = $3, urgency = $4, signals = $5,
    handed_over_at = $6::timestamptz, next_term = $7, relabel_on = $8,
    queued_at = CASE WHEN $9::boolean OR owner IS NOT NULL OR reopened_at IS NOT NULL
        THEN coalesce(queued_at, $6::timestamptz, changed_at) END
WHERE id = $1
RETURNING pg_notify('letselwijzer_changed', id::text)
"""


async def relabel(
    db: Database, now: datetime, today: date, relabelled: Relabel, most: int
) -> tuple[int, ...]:
    """Put new labels on what must be looked at again today."""
    async with db.connection() as connection, connection.transaction():
        rows = await connection.all(_DUE, today, most)
        for row in rows:
            await _relabelled(connection, row, now, relabelled)
    return tuple(row["id"] for row in rows)


async def _relabelled(db: Connection, row: Any, now: datetime, relabelled: Relabel) -> None:
    try:
        known = conversation(row, db.key(row))
    except Unreadable:
        # Nothing can be told of it; it is not looked at again every hour.
        await db.count("UPDATE conversations SET relabel_on = NULL WHERE id = $1", row["id"])
        return
    fresh = relabelled(known)
    labels = fresh.labels
    await db.one(
        _RELABELLED,
        known.id,
        labels.state,
        labels.process_code,
        labels.urgency,
        signals_text(labels),
        None if labels.handed_over_at is None else utc(labels.handed_over_at),
        labels.next_term,
        labels.relabel_on,
        labels.calls_staff,
    )
    for one in fresh.alarms:
        due = utc(now) if one.tells else None
        await db.count(RAISED, known.case, one.kind, one.mark, utc(now), due)
    await retraced(db, known.id, traces(known.session))
