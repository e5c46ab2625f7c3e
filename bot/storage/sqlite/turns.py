"""A whole turn in one transaction, and the other ways in which a conversation changes."""

from datetime import datetime
from typing import Any

from bot.ports import Conversation, Decide, Inbound, Turn
from bot.storage.erasure import Reason
from bot.storage.sealed import (
    DROPPED,
    SUPERSEDED,
    Loaded,
    conversation,
    sealed_turn,
    stamp,
)
from bot.storage.sqlite.database import Database, Writing
from bot.storage.sqlite.erasing import emptied, farewell, removed
from bot.storage.sqlite.saving import begun, saved
from dialogs.events import Act


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
    db: Database, case: str, owner: str | None, epoch: int, at: datetime
) -> Conversation | None:
    """Change the owner with a compare-and-set on the epoch."""
    with db.writing():
        before = _live(db, case)
        if before is None or before["epoch"] != epoch:
            return None
        db.execute(
            "UPDATE conversations SET owner = ?, epoch = epoch + 1, revision = revision + 1,"
            " changed_at = ? WHERE id = ?",
            (owner, stamp(at), before["id"]),
        )
        # What is being sent at this moment cannot be held back; `in_flight` tells.
        db.execute(
            "UPDATE lines SET outcome = ?, reason = ?, finished_at = ? WHERE conversation = ?"
            " AND outcome = 'waiting' AND message_class = 'bot'"
            " AND leased_until <= julianday('now')",
            (DROPPED, SUPERSEDED, stamp(at), before["id"]),
        )
        row = _live(db, case)
        return conversation(row, db.key(row))


def _done(writing: Writing, loaded: Loaded, act: Act | None, at: datetime, decide: Decide) -> bool:
    """Decide and write it down; True when the conversation was erased."""
    decision = decide(loaded.known)
    if decision.erase:
        farewell(writing, loaded, decision, at)
    else:
        written = sealed_turn(loaded.key, loaded.last_line, act, decision)
        saved(writing.db, loaded, written, at)
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
