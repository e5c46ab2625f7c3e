"""Erasing: the rows and the key go together, and a proof without personal data stays."""

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
from bot.storage.postgres.database import Connection, Database
from bot.storage.postgres.saving import Begun, Raced, Received, saved
from bot.storage.sealed import (
    DROPPED,
    SUPERSEDED,
    Loaded,
    sealed_chat,
    sealed_session,
    utc,
)
from bot.storage.written import sealed_turn
from dialogs.session import Session

_OF_CHAT = "SELECT * FROM conversations WHERE chat_index = $1 FOR UPDATE"
_UNCHANGED = "SELECT * FROM conversations WHERE id = $1 AND revision = $2 FOR UPDATE"
_PAST_TERM = """
SELECT id FROM terms
WHERE since < CASE WHEN long_term THEN $2::timestamptz ELSE $1::timestamptz END
ORDER BY id
"""
_STILL_PAST_TERM = """
SELECT c.* FROM conversations c JOIN terms t ON t.id = c.id
WHERE c.id = $3
    AND t.since < CASE WHEN t.long_term THEN $2::timestamptz ELSE $1::timestamptz END
FOR UPDATE OF c
"""
_GONE_KEYS = "DELETE FROM keys.wrapped WHERE ref = ANY ($1)"


async def erase(db: Database, channel: str, chat_id: str, now: datetime) -> Proof | None:
    """Erase one person's conversation; return the proof."""
    index = db.sealer.chat_index(channel, chat_id)
    return await _erased(db, Reason.ASKED, now, _OF_CHAT, index)


async def erase_before(
    db: Database, unfinished: datetime, closed: datetime, now: datetime
) -> tuple[Proof, ...]:
    """Erase what nobody touched since, one conversation at a time; then sweep up."""
    terms = (utc(unfinished), utc(closed))
    async with db.connection() as connection:
        due = await connection.all(_PAST_TERM, *terms)
    proofs = [
        await _erased(db, Reason.RETENTION, now, _STILL_PAST_TERM, *terms, row["id"])
        for row in due
    ]
    await _swept(db, now)
    return tuple(proof for proof in proofs if proof is not None)


async def farewell(db: Connection, loaded: Loaded, decision: Decision, received: Received) -> None:
    """Erase a conversation whose last words still have to be sent.

    What stays is an empty conversation under the same id that nobody is found by, with the last
    words and the address, sealed with a new key. The address goes as soon as they were sent, the
    rest a day later, key and all.
    """
    async with db.transaction():
        loaded = await _locked(db, loaded, received)
        await emptied(db, loaded.row, received.at, Reason.ASKED)
        await db.count(
            "INSERT INTO received (message, conversation, at) SELECT $1, NULL, $2"
            " WHERE $1::bytea IS NOT NULL",
            received.message,
            utc(received.at),
        )
        if not decision.outgoing:
            return await removed(db, loaded.known.id)
        return await _said(db, loaded, decision, received.at)


async def _locked(db: Connection, loaded: Loaded, received: Received) -> Loaded:
    """Return the conversation, held until the transaction ends; `Raced` when it changed."""
    known = loaded.known
    if isinstance(loaded, Begun):
        nothing = Decision(session=known.session, labels=known.labels)
        turn = sealed_turn(loaded.key, loaded, None, nothing)
        await saved(db, loaded, turn, Received(None, None, received.at))
        return Loaded(await db.one(_UNCHANGED, known.id, known.revision + 1), loaded.key)
    row = await db.one(_UNCHANGED, known.id, known.revision)
    if row is None:
        raise Raced
    return Loaded(row, loaded.key)


async def _said(db: Connection, loaded: Loaded, decision: Decision, at: datetime) -> None:
    known = loaded.known
    ref, wrapped = db.sealer.new_key()
    key = db.sealer.data_key(ref, wrapped)
    await db.count("INSERT INTO keys.wrapped (ref, wrapped) VALUES ($1, $2)", ref, wrapped)
    await db.count(
        "UPDATE conversations SET ref = $2, chat = $3, session = $4, chat_index = NULL,"
        " spoken_by = NULL, spoken_at = NULL, queued_at = NULL, reopened_at = NULL,"
        " closed_at = NULL, closed_by = NULL, closed_why = NULL,"
        " unreachable_at = NULL, unreachable_why = NULL,"
        " owner = NULL, created_at = $5 WHERE id = $1",
        known.id,
        ref,
        sealed_chat(key, known.chat_id),
        sealed_session(key, Session()),
        utc(at),
    )
    turn = sealed_turn(key, loaded, None, last_words(decision))
    await saved(db, loaded, turn, Received(None, None, at))


async def emptied(db: Connection, row: Any, at: datetime, reason: Reason) -> Erasure:
    """Delete everything that hangs on a conversation and its key, and note the erasure."""
    known = row["id"]
    lines = await db.count("DELETE FROM lines WHERE conversation = $1", known)
    await db.count("DELETE FROM alarms WHERE conversation = $1", known)
    files = await db.count("DELETE FROM files WHERE conversation = $1", known)
    kept = await db.count(
        "UPDATE received SET conversation = NULL WHERE conversation = $1 AND at >= $2",
        known,
        utc(at - REDELIVERY),
    )
    old = await db.count("DELETE FROM received WHERE conversation = $1", known)
    await db.count("DELETE FROM traces WHERE conversation = $1", known)
    await db.count(_GONE_KEYS, [row["ref"]])
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
    await db.count(
        "INSERT INTO erasures (case_number, channel, erased_at, reason, counts, ref)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        erasure.case,
        erasure.channel,
        utc(at),
        reason,
        erasure.counts.text(),
        erasure.ref,
    )
    return erasure


async def removed(db: Connection, conversation: int) -> None:
    """Delete the row of a conversation, and whatever lines it has."""
    await db.count("DELETE FROM conversations WHERE id = $1", conversation)


async def _erased(
    db: Database, reason: Reason, now: datetime, sought: str, *values: Any
) -> Proof | None:
    async with db.connection() as connection:
        async with connection.transaction():
            row = await connection.one(sought, *values)
            if row is None:
                return None
            erasure = await emptied(connection, row, now, reason)
            await removed(connection, row["id"])
        left = await connection.one("SELECT 1 FROM keys.wrapped WHERE ref = $1", erasure.ref)
    return proof(erasure, key_destroyed=left is None)


async def _swept(db: Database, now: datetime) -> None:
    """Take away what earlier erasures and takeovers had to leave for a while."""
    async with db.connection() as connection, connection.transaction():
        gone = await connection.all(
            "DELETE FROM conversations WHERE chat_index IS NULL AND changed_at < $1 RETURNING ref",
            utc(now - FAREWELL),
        )
        await connection.count(_GONE_KEYS, [row["ref"] for row in gone])
        await connection.count(
            "DELETE FROM received WHERE conversation IS NULL AND at < $1", utc(now - REDELIVERY)
        )
        await connection.count(
            "UPDATE lines SET outcome = $1, reason = $2, finished_at = $3 FROM conversations c"
            " WHERE c.id = lines.conversation AND lines.epoch < c.epoch AND outcome = 'waiting'"
            " AND message_class = 'bot' AND leased_until <= now()",
            DROPPED,
            SUPERSEDED,
            utc(now),
        )
