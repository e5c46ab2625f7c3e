"""People out of reach: since when, why, and what goes to them again when they are back."""

from datetime import datetime

from bot.ports import LONGEST_HOLD, Barrier, OutOfReach
from bot.storage.absent import (
    BARRIERS,
    FOR_A_WORD,
    LAST_QUESTION,
    MOST_TRIES,
    SAID_ANEW,
    WORTH_READING,
)
from bot.storage.sealed import stamp
from bot.storage.sqlite.database import Database

_OF_CHAT = "SELECT id FROM conversations WHERE chat_index = ?"
_LOST = """
UPDATE conversations SET unreachable_at = :at, unreachable_why = :why, revision = revision + 1
WHERE id = :id AND unreachable_at IS NULL AND chat_index IS NOT NULL
"""
# Whoever wrote after a message was there after it.
_LOST_BY = f"""
{_LOST} AND NOT EXISTS (
    SELECT 1 FROM lines l JOIN lines failed ON failed.id = :line
    WHERE l.conversation = :id AND l.message_class IS NULL AND l.number > failed.number
)
"""  # noqa: S608 - our own words
# What was to come after a message that found nobody finds nobody either, and would overtake it
# if the person came back in between.
_LOST_WITH_IT = """
UPDATE lines SET outcome = 'failed', reason = :why, finished_at = :at
WHERE conversation = :id AND outcome = 'waiting' AND leased_until <= julianday('now')
    AND EXISTS (SELECT 1 FROM conversations WHERE id = :id AND unreachable_at IS NOT NULL)
"""
_TRIED_IN_A_MOMENT = f"""
UPDATE lines SET outcome = 'waiting', finished_at = NULL, due_at = :due, attempts = attempts + 1
WHERE id = :line AND attempts + 1 < :most AND {WORTH_READING} AND EXISTS
    (SELECT 1 FROM conversations
    WHERE id = :id AND unreachable_at IS NULL AND chat_index IS NOT NULL)
"""  # noqa: S608 - our own words
_BACK = """
UPDATE conversations SET unreachable_at = NULL, unreachable_why = NULL, revision = revision + 1
WHERE id = ? AND unreachable_at IS NOT NULL
"""
_AGAIN = f"""
UPDATE lines SET outcome = 'waiting', finished_at = NULL, due_at = :due, attempts = 0
WHERE conversation = :id AND at >= :oldest AND {WORTH_READING}
"""  # noqa: S608 - idem
_ASKED_AGAIN = f"""
UPDATE lines SET outcome = 'waiting', finished_at = NULL, due_at = :due, attempts = 0
WHERE conversation = :id AND {LAST_QUESTION}
"""  # noqa: S608 - idem
# A channel that reports takes no message for the second time that failed, unless it never went.
_TRIED_ANEW = f"""
UPDATE deliveries SET stage = 'refused' WHERE stage = 'failed' AND line IN (
    SELECT id FROM lines
    WHERE conversation = ? AND outcome = 'waiting' AND reason IN ({BARRIERS})
)
"""  # noqa: S608 - idem
_SAID_ANEW = f"""
UPDATE lines SET outcome = 'dropped', reason = ?, finished_at = ?
WHERE conversation = ? AND outcome = 'waiting' AND message_class = 'bot' AND number <= ?
    AND reason IN ({BARRIERS}) AND leased_until <= julianday('now')
"""  # noqa: S608 - idem


def lost(db: Database, channel: str, chat_id: str, now: OutOfReach) -> int | None:
    """Note that the channel says that a person is out of reach; return the conversation."""
    with db.writing():
        found = db.one(_OF_CHAT, (db.sealer.chat_index(channel, chat_id),))
        if found is None:
            return None
        db.execute(_LOST, {"id": found["id"], "at": stamp(now.since), "why": now.why})
        return int(found["id"])


def lost_by(db: Database, line: int, conversation: int, now: datetime, why: Barrier) -> None:
    """Note that a message that failed did so because the person is out of reach."""
    lost = {"id": conversation, "line": line, "at": stamp(now), "why": why}
    db.execute(_LOST_BY, lost)
    db.execute(_LOST_WITH_IT, lost)
    due = stamp(now + FOR_A_WORD)
    soon = {"id": conversation, "line": line, "due": due, "most": MOST_TRIES}
    if db.execute(_TRIED_IN_A_MOMENT, soon).rowcount:
        db.execute(_TRIED_ANEW, (conversation,))


def came_back(db: Database, channel: str, chat_id: str, now: datetime) -> int | None:
    """Note that a person is back without a word; return the conversation."""
    with db.writing():
        found = db.one(_OF_CHAT, (db.sealer.chat_index(channel, chat_id),))
        if found is None:
            return None
        if back(db, found["id"], now):
            due = stamp(now + FOR_A_WORD)
            db.execute(_ASKED_AGAIN, {"id": found["id"], "due": due})
        return int(found["id"])


def back(db: Database, conversation: int, now: datetime) -> bool:
    """Note that a person is within reach, and let what staff wrote go again; False: they were."""
    if not db.execute(_BACK, (conversation,)).rowcount:
        return False
    again(db, conversation, now)
    return True


def again(db: Database, conversation: int, now: datetime) -> None:
    """Let what staff wrote and did not arrive go again, before anything that is said since."""
    known = {"id": conversation, "due": None, "oldest": stamp(now - LONGEST_HOLD)}
    db.execute(_AGAIN, known)
    db.execute(_TRIED_ANEW, (conversation,))


def wrote(db: Database, conversation: int, last_line: int, now: datetime) -> None:
    """Note that a person wrote: the answer to that holds what would have been asked again."""
    back(db, conversation, now)
    db.execute(_SAID_ANEW, (SAID_ANEW, stamp(now), conversation, last_line))
