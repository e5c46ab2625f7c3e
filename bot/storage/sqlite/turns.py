"""A whole turn in one transaction, and the other ways in which a conversation changes."""

from datetime import date, datetime
from typing import Any

from bot.finding import traces
from bot.ports import Closing, Conversation, Decide, Inbound, Relabel, Turn, Unreadable
from bot.storage.erasure import Reason
from bot.storage.sealed import (
    DROPPED,
    SUPERSEDED,
    Loaded,
    conversation,
    stamp,
)
from bot.storage.sqlite.absent import again, wrote
from bot.storage.sqlite.alarming import raised, seen_by_owner
from bot.storage.sqlite.database import Database, Writing
from bot.storage.sqlite.erasing import emptied, farewell, removed
from bot.storage.sqlite.files import added
from bot.storage.sqlite.saving import begun, clear, retraced, saved
from bot.storage.written import Hands, sealed_turn
from dialogs.events import Act

# Whoever takes a case that was closed opens it; who gives one back has dealt with its opening.
_CLAIMED = """
UPDATE conversations SET owner = :owner, epoch = epoch + 1, revision = revision + 1,
    changed_at = :at, queued_at = coalesce(queued_at, :at),
    reopened_at = CASE WHEN :owner IS NULL THEN NULL WHEN closed_at IS NULL THEN reopened_at
        ELSE :at END,
    closed_at = NULL, closed_by = NULL, closed_why = NULL
WHERE id = :id
"""
_CLOSED = """
UPDATE conversations SET owner = NULL, epoch = epoch + 1, revision = revision + 1,
    changed_at = :at, queued_at = coalesce(queued_at, :at), reopened_at = NULL,
    closed_at = :at, closed_by = :by, closed_why = :why
WHERE id = :id
"""
_DUE = """
SELECT * FROM conversations
WHERE relabel_on <= ? AND chat_index IS NOT NULL AND closed_at IS NULL
ORDER BY relabel_on LIMIT ?
"""
_RELABELLED = """
UPDATE conversations SET state = :state, process_code = :process_code, urgency = :urgency,
    signals = :signals, handed_over_at = :handed_over_at, next_term = :next_term,
    relabel_on = :relabel_on,
    queued_at = CASE WHEN :calls OR owner IS NOT NULL OR reopened_at IS NOT NULL
        THEN coalesce(queued_at, :handed_over_at, :at) END
WHERE id = :id
"""


def turn(db: Database, inbound: Inbound, decide: Decide) -> Turn:
    """Do the turn that a message of the person begins."""
    message = db.sealer.message_index(inbound.channel, inbound.chat_id, inbound.message_id)
    with db.writing() as writing:
        seen = db.one(
            "SELECT c.id, c.case_number FROM received r"
            " LEFT JOIN conversations c ON c.id = r.conversation WHERE r.message = ?",
            (message,),
        )
        if seen is not None:
            return Turn(conversation=seen[0] or 0, case=seen[1] or "", duplicate=True)
        loaded = _found_or_begun(writing, inbound)
        erased = _done(writing, loaded, inbound.act, inbound.at, decide)
        db.execute(
            "INSERT INTO received (message, conversation, at) VALUES (?, ?, ?)",
            (message, None if erased else loaded.known.id, stamp(inbound.at)),
        )
        return Turn(conversation=loaded.known.id, case=loaded.known.case)


def amend(db: Database, case: str, at: datetime, decide: Decide) -> Turn | None:
    """Do a turn that no message began."""
    with db.writing() as writing:
        row = _live(db, case)
        if row is None:
            return None
        loaded = Loaded(row, db.key(row))
        _done(writing, loaded, None, at, decide)
        return Turn(conversation=loaded.known.id, case=case)


def claim(
    db: Database, case: str, epoch: int, hands: Hands, decide: Decide | None
) -> Conversation | None:
    """Change the owner with a compare-and-set on the epoch; what is decided goes with it."""
    with db.writing() as writing:
        before = _live(db, case)
        if before is None or before["epoch"] != epoch:
            return None
        db.execute(_CLAIMED, {"owner": hands.owner, "at": stamp(hands.at), "id": before["id"]})
        return _changed_hands(writing, before, hands, decide)


def close_case(
    db: Database, case: str, closing: Closing, epoch: int, decide: Decide
) -> Conversation | None:
    """Close a case with a compare-and-set on the epoch."""
    with db.writing() as writing:
        before = _live(db, case)
        if before is None or before["epoch"] != epoch or before["closed_at"] is not None:
            return None
        told = {"at": stamp(closing.at), "by": closing.by, "why": closing.why}
        db.execute(_CLOSED, {**told, "id": before["id"]})
        return _changed_hands(writing, before, Hands(closing.by, closing.at), decide)


def relabel(
    db: Database, now: datetime, today: date, relabelled: Relabel, most: int
) -> tuple[int, ...]:
    """Put new labels on what must be looked at again today."""
    due = (today.isoformat(), most)
    # Nearly always there is nothing, and then nobody waits for the writer.
    if not db.all(_DUE, due):
        return ()
    with db.writing():
        rows = db.all(_DUE, due)
        for row in rows:
            _relabelled(db, row, now, relabelled)
    return tuple(row["id"] for row in rows)


def _relabelled(db: Database, row: Any, now: datetime, relabelled: Relabel) -> None:
    try:
        known = conversation(row, db.key(row))
    except Unreadable:
        # Nothing can be told of it; it is not looked at again every hour.
        db.execute("UPDATE conversations SET relabel_on = NULL WHERE id = ?", (row["id"],))
        return
    fresh = relabelled(known)
    told = {**clear(fresh.labels), "calls": fresh.labels.calls_staff, "id": known.id}
    db.execute(_RELABELLED, {**told, "at": row["changed_at"]})
    raised(db, known.id, fresh.alarms, now)
    retraced(db, known.id, traces(known.session))


def _changed_hands(
    writing: Writing, before: Any, hands: Hands, decide: Decide | None
) -> Conversation:
    """Drop what the bot has waiting, and do the turn that goes with the change of hands."""
    db = writing.db
    # What is being sent at this moment cannot be held back; `in_flight` tells.
    db.execute(
        "UPDATE lines SET outcome = ?, reason = ?, finished_at = ? WHERE conversation = ?"
        " AND outcome = 'waiting' AND message_class = 'bot'"
        " AND leased_until <= julianday('now')",
        (DROPPED, SUPERSEDED, stamp(hands.at), before["id"]),
    )
    seen_by_owner(db, before["id"], hands.owner, hands.at)
    key = db.key(before)
    row = _by_id(db, before["id"])
    if decide is None:
        return conversation(row, key)
    _done(writing, Loaded(row, key), None, hands.at, decide)
    return conversation(_by_id(db, before["id"]), key)


def _done(writing: Writing, loaded: Loaded, act: Act | None, at: datetime, decide: Decide) -> bool:
    """Decide and write it down; True when the conversation was erased."""
    decision = decide(loaded.known)
    if decision.erase:
        farewell(writing, loaded, decision, at)
    else:
        written = sealed_turn(loaded.key, loaded, act, decision)
        saved(writing.db, loaded, written, at)
        raised(writing.db, loaded.known.id, decision.alarms, at)
        if act is not None:
            wrote(writing.db, loaded.known.id, loaded.last_line, at)
        elif written.lines and loaded.known.out_of_reach is not None:
            again(writing.db, loaded.known.id, at)
        if decision.file is not None:
            added(writing.db, loaded, at, decision.file)
    return decision.erase


def _found_or_begun(writing: Writing, inbound: Inbound) -> Loaded:
    db = writing.db
    index = db.sealer.chat_index(inbound.channel, inbound.chat_id)
    row = db.one("SELECT * FROM conversations WHERE chat_index = ?", (index,))
    if row is not None:
        key = db.key(row)
        if key is not None:
            return Loaded(row, key)
        # An older copy of the data was put back, of somebody who was erased since.
        emptied(writing, row, inbound.at, Reason.KEY_GONE)
        removed(db, row["id"])
    return begun(writing, index, inbound)


def _live(db: Database, case: str) -> Any:
    return db.one(
        "SELECT * FROM conversations WHERE case_number = ? AND chat_index IS NOT NULL", (case,)
    )


def _by_id(db: Database, conversation: int) -> Any:
    return db.one("SELECT * FROM conversations WHERE id = ?", (conversation,))
