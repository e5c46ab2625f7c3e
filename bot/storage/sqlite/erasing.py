"""Erasing: the rows go, the key is destroyed, and a proof without personal data stays."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.ports import Decision
from bot.storage.erasure import (
    FAREWELL,
    REDELIVERY,
    Counts,
    Erasure,
    Proof,
    Reason,
    last_words,
    proof,
)
from bot.storage.sealed import DROPPED, SUPERSEDED, Loaded, sealed_chat, stamp
from bot.storage.sqlite.alarming import forgotten
from bot.storage.sqlite.database import Database, Writing
from bot.storage.sqlite.saving import saved
from bot.storage.written import sealed_turn

_OF_CHAT = "SELECT * FROM conversations WHERE chat_index = ?"
_PAST_TERM = (
    "SELECT id FROM terms WHERE since < CASE long_term WHEN 0 THEN ? ELSE ? END ORDER BY id"
)
_STILL_PAST_TERM = (
    "SELECT c.* FROM conversations c JOIN terms t ON t.id = c.id"
    " WHERE c.id = ? AND t.since < CASE t.long_term WHEN 0 THEN ? ELSE ? END"
)


def erase(db: Database, channel: str, chat_id: str, now: datetime) -> Proof | None:
    """Erase one person's conversation; return the proof."""
    index = db.sealer.chat_index(channel, chat_id)
    return _erased(db, _OF_CHAT, (index,), now, Reason.ASKED)


def past_term(db: Database, unfinished: datetime, closed: datetime) -> tuple[int, ...]:
    """Return the conversations that nobody touched for too long."""
    found = db.all(_PAST_TERM, (stamp(unfinished), stamp(closed)))
    return tuple(row["id"] for row in found)


def expire(
    db: Database, conversation: int, unfinished: datetime, closed: datetime, now: datetime
) -> Proof | None:
    """Erase one of them, if nobody touched it meanwhile; return the proof."""
    terms = (conversation, stamp(unfinished), stamp(closed))
    return _erased(db, _STILL_PAST_TERM, terms, now, Reason.RETENTION)


def sweep(db: Database, now: datetime) -> None:
    """Take away what earlier erasures and takeovers had to leave for a while."""
    with db.writing() as writing:
        for row in db.all(
            "SELECT id, ref FROM conversations WHERE chat_index IS NULL AND changed_at < ?",
            (stamp(now - FAREWELL),),
        ):
            writing.doomed.append(row["ref"])
            removed(db, row["id"])
        db.execute(
            "DELETE FROM received WHERE conversation IS NULL AND at < ?",
            (stamp(now - REDELIVERY),),
        )
        db.execute(
            "UPDATE lines SET outcome = ?, reason = ?, finished_at = ?"
            " WHERE outcome = 'waiting' AND message_class = 'bot'"
            " AND leased_until <= julianday('now')"
            " AND epoch < (SELECT epoch FROM conversations WHERE id = lines.conversation)",
            (DROPPED, SUPERSEDED, stamp(now)),
        )
    db.ring.destroy(row["ref"] for row in db.all("SELECT ref FROM erasures"))


def farewell(writing: Writing, loaded: Loaded, decision: Decision, at: datetime) -> None:
    """Erase a conversation whose last words still have to be sent.

    What stays is an empty conversation under the same id that nobody is found by, with the last
    words and the address, sealed with a new key. The address goes as soon as they were sent, the
    rest a day later, key and all.
    """
    db, known = writing.db, loaded.known
    emptied(writing, loaded.row, at, Reason.ASKED)
    if not decision.outgoing:
        return removed(db, known.id)
    ref, key = db.ring.new()
    writing.made.append(ref)
    db.execute(
        "UPDATE conversations SET ref = ?, chat = ?, chat_index = NULL, owner = NULL,"
        " spoken_by = NULL, spoken_at = NULL, queued_at = NULL, reopened_at = NULL,"
        " closed_at = NULL, closed_by = NULL, closed_why = NULL,"
        " unreachable_at = NULL, unreachable_why = NULL,"
        " created_at = ? WHERE id = ?",
        (ref, sealed_chat(key, known.chat_id), stamp(at), known.id),
    )
    return saved(db, loaded, sealed_turn(key, loaded, None, last_words(decision)), at)


def emptied(writing: Writing, row: Any, at: datetime, reason: Reason) -> Erasure:
    """Delete everything that hangs on a conversation, doom its key and note the erasure."""
    db, known = writing.db, (row["id"],)
    lines = db.execute("DELETE FROM lines WHERE conversation = ?", known).rowcount
    forgotten(db, row["id"])
    files = db.execute("DELETE FROM files WHERE conversation = ?", known).rowcount
    kept = db.execute(
        "UPDATE received SET conversation = NULL WHERE conversation = ? AND at >= ?",
        (*known, stamp(at - REDELIVERY)),
    ).rowcount
    old = db.execute("DELETE FROM received WHERE conversation = ?", known).rowcount
    db.execute("DELETE FROM traces WHERE conversation = ?", known)
    writing.doomed.append(row["ref"])
    erasure = Erasure(
        case=row["case_number"],
        channel=row["channel"],
        at=at,
        reason=reason,
        counts=Counts(
            regels=lines,
            bestanden=files,
            ontvangen_berichten=old,
            kenmerken_nog_even_bewaard=kept,
        ),
        ref=row["ref"],
    )
    _noted(db, erasure)
    return erasure


def removed(db: Database, conversation: int) -> None:
    """Delete the row of a conversation, and whatever lines it has."""
    db.execute("DELETE FROM conversations WHERE id = ?", (conversation,))


def _erased(
    db: Database, sought: str, values: Sequence[Any], now: datetime, reason: Reason
) -> Proof | None:
    with db.writing() as writing:
        row = db.one(sought, values)
        if row is None:
            return None
        erasure = emptied(writing, row, now, reason)
        removed(db, row["id"])
    return proof(erasure, key_destroyed=db.ring.key(erasure.ref) is None)


def _noted(db: Database, erasure: Erasure) -> None:
    db.execute(
        "INSERT INTO erasures (case_number, channel, erased_at, reason, counts, ref)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            erasure.case,
            erasure.channel,
            stamp(erasure.at),
            erasure.reason,
            erasure.counts.text(),
            erasure.ref,
        ),
    )
