"""Reaching people: how far messages got, when a person was last heard, and where they are."""

from datetime import datetime

from bot.ports import INVITATION, Delivery, Reach, Stage
from bot.storage.deliveries import REACHED, delivery, forward, kept, message_index, resolved
from bot.storage.sealed import WAITING, moment, out_of_reach, sealed_chat, stamp
from bot.storage.sqlite.absent import back
from bot.storage.sqlite.database import Database

_NO_INVITATION = (Stage.REFUSED, Stage.FAILED)
_HELD = "conversation = ? AND outcome = 'waiting' AND reason = ?"
_OF_CHAT = "SELECT * FROM conversations WHERE chat_index = ?"


def reach(db: Database, conversation: int, line: int | None) -> Reach:
    """Return what is known of reaching a person, and of one line."""
    heard = db.one("SELECT max(at) FROM received WHERE conversation = ?", (conversation,))
    invited = db.one(
        "SELECT max(d.at) FROM deliveries d JOIN lines l ON l.id = d.line"
        " WHERE l.conversation = ? AND d.part = ? AND d.stage NOT IN (?, ?)",
        (conversation, INVITATION, *_NO_INVITATION),
    )
    known = db.one(
        "SELECT unreachable_at, unreachable_why FROM conversations WHERE id = ?", (conversation,)
    )
    found = db.all("SELECT * FROM deliveries WHERE line = ? ORDER BY part", (line,))
    return Reach(
        heard_at=_moment(heard[0]),
        invited_at=_moment(invited[0]),
        out_of_reach=None if known is None else out_of_reach(known),
        deliveries=tuple(delivery(row) for row in found),
    )


def delivering(db: Database, step: Delivery, channel_id: str | None) -> int | None:
    """Write a step down; return the conversation, None when it is no step forward."""
    with db.writing():
        line = db.one(
            "SELECT c.id, c.channel FROM lines l JOIN conversations c ON c.id = l.conversation"
            " WHERE l.id = ? AND l.message_class IS NOT NULL",
            (step.posted,),
        )
        known = _known(db, step)
        if line is None or not forward(known, step):
            return None
        message = (
            None if channel_id is None else message_index(db.sealer, line["channel"], channel_id)
        )
        _written(db, kept(known, step), message)
        if resolved(known, step):
            # What comes behind it in the conversation waits no longer for this.
            db.execute(
                "UPDATE lines SET due_at = NULL WHERE id = ? AND outcome = ?",
                (step.posted, WAITING),
            )
        if step.stage in REACHED:
            back(db, line["id"], step.at)
        if step.stage is Stage.FAILED:
            db.execute(
                "UPDATE lines SET outcome = ?, due_at = NULL, finished_at = NULL"
                " WHERE id = ? AND outcome IN ('sent', 'waiting')",
                (WAITING, step.posted),
            )
        return int(line["id"])


def delivery_of(db: Database, channel: str, message: str) -> Delivery | None:
    """Return the delivery that a channel knows by this id."""
    index = message_index(db.sealer, channel, message)
    row = db.one("SELECT * FROM deliveries WHERE message = ?", (index,))
    return None if row is None else delivery(row)


def received_at(db: Database, channel: str, chat_id: str, message_id: str) -> datetime | None:
    """Return when a message of a person was sent."""
    index = db.sealer.message_index(channel, chat_id, message_id)
    row = db.one("SELECT at FROM received WHERE message = ?", (index,))
    return None if row is None else moment(row["at"])


def hasten(db: Database, conversation: int, reason: str) -> None:
    """Let what was postponed for this reason go now."""
    held = (conversation, reason)
    # Nearly always there is nothing, and then nobody waits for the writer.
    if db.one(f"SELECT 1 FROM lines WHERE {_HELD}", held) is None:  # noqa: S608 - our own words
        return
    with db.writing():
        db.execute(f"UPDATE lines SET due_at = NULL WHERE {_HELD}", held)  # noqa: S608 - idem


def readdress(db: Database, channel: str, chat_id: str, to: str) -> bool:
    """Move a conversation to another address."""
    old, new = (db.sealer.chat_index(channel, address) for address in (chat_id, to))
    with db.writing():
        row = db.one(_OF_CHAT, (old,))
        key = None if row is None else db.key(row)
        if key is None or db.one(_OF_CHAT, (new,)) is not None:
            return False
        db.execute(
            "UPDATE conversations SET chat_index = ?, chat = ?, revision = revision + 1"
            " WHERE id = ?",
            (new, sealed_chat(key, to), row["id"]),
        )
        return True


def _known(db: Database, step: Delivery) -> Delivery | None:
    row = db.one("SELECT * FROM deliveries WHERE line = ? AND part = ?", (step.posted, step.part))
    return None if row is None else delivery(row)


def _written(db: Database, step: Delivery, message: bytes | None) -> None:
    db.execute(
        "INSERT INTO deliveries (line, part, attempt, stage, at, reason, message)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (line, part) DO UPDATE SET"
        " attempt = excluded.attempt, stage = excluded.stage, at = excluded.at,"
        " reason = excluded.reason, message = coalesce(excluded.message, message)",
        (step.posted, step.part, step.attempt, step.stage, stamp(step.at), step.reason, message),
    )


def _moment(kept_at: str | None) -> datetime | None:
    return None if kept_at is None else moment(kept_at)
