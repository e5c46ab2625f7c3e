"""Alarms on SQLite: raised, taken up the ladder, told and seen."""

from collections.abc import Iterable, Sequence
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
from bot.storage.sealed import LEASE_SECONDS, stamp
from bot.storage.sqlite.database import Database

_RAISED = (
    "INSERT OR IGNORE INTO alarms (conversation, kind, mark, raised_at, due_at)"
    " SELECT id, ?, ?, ?, ? FROM conversations WHERE id = ? AND chat_index IS NOT NULL"
)
_OWNER_SAW = (
    "UPDATE alarms SET seen_by = ?, seen_at = ?"
    " WHERE conversation = ? AND seen_at IS NULL AND closed_at IS NULL"
)
_SEEN = (
    "UPDATE alarms SET seen_by = ?, seen_at = ?"
    " WHERE id = ? AND seen_at IS NULL AND closed_at IS NULL"
)
_TAKEN_UP = (
    "UPDATE alarms SET closed_at = ? WHERE id IN (SELECT id FROM open_alarms"
    " WHERE kind IN ('nieuwe_zaak', 'niet_opgepakt')"
    " AND (owner IS NOT NULL OR state NOT IN ('handed_over', 'with_human')))"
)
_ANSWERED = (
    "UPDATE alarms SET closed_at = ? WHERE id IN (SELECT id FROM open_alarms"
    " WHERE kind = 'niet_beantwoord'"
    " AND conversation NOT IN (SELECT conversation FROM unanswered))"
)
_UNCLAIMED = (
    "INSERT OR IGNORE INTO alarms (conversation, kind, mark, raised_at, due_at)"
    " SELECT conversation, 'niet_opgepakt', mark, ?, ? FROM open_alarms"
    " WHERE kind = 'nieuwe_zaak' AND raised_at <= ?"
)
_UNANSWERED = (
    "INSERT OR IGNORE INTO alarms (conversation, kind, mark, raised_at, due_at)"
    " SELECT conversation, 'niet_beantwoord', number, ?, ? FROM unanswered WHERE since <= ?"
)
# Not raised again for a term of which a nearer day was an alarm already.
_TERM_NEAR = (
    "INSERT OR IGNORE INTO alarms (conversation, kind, mark, raised_at, due_at)"
    " SELECT id, 'termijn_nadert', next_term || ?1, ?2, ?2 FROM conversations c"
    " WHERE next_term BETWEEN ?3 AND ?4 AND queued_at IS NOT NULL AND closed_at IS NULL"
    " AND chat_index IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alarms a"
    " WHERE a.conversation = c.id AND a.kind = 'termijn_nadert'"
    " AND a.mark BETWEEN next_term || '/' AND next_term || ?1)"
)
_BEYOND = (
    "INSERT OR IGNORE INTO alarms (conversation, kind, mark, raised_at, due_at)"
    " SELECT id, 'onbereikbaar', unreachable_at, ?1, ?1 FROM conversations"
    " WHERE unreachable_at IS NOT NULL AND queued_at IS NOT NULL AND closed_at IS NULL"
    " AND chat_index IS NOT NULL"
)
_REACHED = (
    "UPDATE alarms SET closed_at = ? WHERE id IN (SELECT id FROM open_alarms"
    " WHERE kind = 'onbereikbaar' AND conversation NOT IN"
    " (SELECT id FROM conversations WHERE unreachable_at IS NOT NULL))"
)
_OF_CASE = "SELECT * FROM alarms WHERE conversation = ? ORDER BY raised_at DESC, id DESC"
_DUE = "SELECT * FROM open_alarms WHERE due_at <= ? ORDER BY due_at LIMIT ?"
_NOTICES = (
    "SELECT n.*, a.kind, a.case_number FROM notices n JOIN open_alarms a ON a.id = n.alarm"
    " WHERE n.told_at IS NULL AND n.notifier = ?"
    " AND n.due_at <= ? AND n.leased_until <= julianday('now') ORDER BY n.id LIMIT ?"
)


def raised(db: Database, conversation: int, alarms: Iterable[Raise], at: datetime) -> None:
    """Write down which alarms went off, inside the transaction of whoever calls."""
    for one in alarms:
        due = stamp(at) if one.tells else None
        db.execute(_RAISED, (one.kind, one.mark, stamp(at), due, conversation))


def raise_for(db: Database, case: str, alarm: Raise, at: datetime) -> int | None:
    """Raise an alarm outside a turn; return its conversation."""
    with db.writing():
        row = db.one(
            "SELECT id FROM conversations WHERE case_number = ? AND chat_index IS NOT NULL",
            (case,),
        )
        if row is None:
            return None
        raised(db, row["id"], (alarm,), at)
        return int(row["id"])


def seen_by_owner(db: Database, conversation: int, owner: str | None, at: datetime) -> None:
    """Whoever takes a case has its alarms before their eyes."""
    if owner is not None:
        db.execute(_OWNER_SAW, (owner, stamp(at), conversation))


def forgotten(db: Database, conversation: int) -> None:
    """Forget the alarms of a conversation that is erased."""
    db.execute("DELETE FROM alarms WHERE conversation = ?", (conversation,))


def check(db: Database, now: datetime, today: date, patience: Patience) -> None:
    """Raise what only time calls for, and close what is over."""
    at = stamp(now)
    with db.writing():
        db.execute(_TAKEN_UP, (at,))
        db.execute(_ANSWERED, (at,))
        db.execute(_REACHED, (at,))
        db.execute(_BEYOND, (at,))
        db.execute(_UNCLAIMED, (at, at, stamp(now - patience.unclaimed)))
        db.execute(_UNANSWERED, (at, at, stamp(now - patience.unanswered)))
        for days in patience.days_before_term:
            last = (today + timedelta(days=days)).isoformat()
            db.execute(_TERM_NEAR, (days_mark(days), at, today.isoformat(), last))


def climb(db: Database, now: datetime, decide: Climb) -> int:
    """Take each alarm that is due one step up."""
    # Most looks find nothing: they do not wait for the writer.
    if db.one(_DUE, (stamp(now), 1)) is None:
        return 0
    with db.writing():
        due = [open_alarm(row) for row in db.all(_DUE, (stamp(now), AT_ONCE))]
        for alarm in due:
            _one_step(db, alarm, decide, now)
    return len(due)


def _one_step(db: Database, alarm: OpenAlarm, decide: Climb, now: datetime) -> None:
    climbed = decide(alarm)
    step, due = alarm.step + 1, climbed.next_at
    db.execute(
        "UPDATE alarms SET step = ?, due_at = ? WHERE id = ?",
        (step, None if due is None else stamp(due), alarm.id),
    )
    for name in climbed.told:
        db.execute(
            "INSERT OR IGNORE INTO notices (alarm, notifier, step, due_at) VALUES (?, ?, ?, ?)",
            (alarm.id, name, step, stamp(now)),
        )


def still_open(db: Database) -> tuple[OpenAlarm, ...]:
    """Return what nobody has seen yet."""
    found = [open_alarm(row) for row in db.all("SELECT * FROM open_alarms")]
    return by_urgency([one for one in found if one.kind not in QUIET])


def of_case(db: Database, conversation: int) -> tuple[PastAlarm, ...]:
    """Return every alarm of a case, the last one first."""
    return past_alarms(db.all(_OF_CASE, (conversation,)))


def seen(db: Database, alarm: int, name: str, at: datetime) -> bool:
    """Note who has seen an alarm."""
    with db.writing():
        return db.execute(_SEEN, (name, stamp(at), alarm)).rowcount == 1


def notices(db: Database, notifier: str, now: datetime, limit: int) -> Sequence[Notice]:
    """Return what is to be sent now, and keep it from other workers for a while."""
    if db.one(_NOTICES, (notifier, stamp(now), 1)) is None:
        return ()
    with db.writing():
        found = tuple(notice(row) for row in db.all(_NOTICES, (notifier, stamp(now), limit)))
        for each in found:
            db.execute(
                "UPDATE notices SET leased_until = julianday('now') + ? WHERE id = ?",
                (LEASE_SECONDS * limit / 86400, each.id),
            )
    return found


def told(db: Database, known: int, now: datetime) -> None:
    """Note that a notice was sent."""
    with db.writing():
        db.execute("UPDATE notices SET told_at = ? WHERE id = ?", (stamp(now), known))


def postpone(db: Database, known: int, until: datetime, reason: str) -> None:
    """Try a notice again later."""
    with db.writing():
        db.execute(
            "UPDATE notices SET attempts = attempts + 1, due_at = ?, reason = ?, leased_until = 0"
            " WHERE id = ? AND told_at IS NULL",
            (stamp(until), reason, known),
        )
