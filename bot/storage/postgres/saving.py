"""Writing one conversation in one statement: its row, its lines and the message that came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.ports import Inbound, Standing, Trace
from bot.sealing import DataKey
from bot.storage.absent import BARRIERS, SAID_ANEW
from bot.storage.postgres.database import Connection
from bot.storage.sealed import (
    BEGUN,
    Loaded,
    case_number,
    sealed_chat,
    sealed_session,
    signals_text,
    trace_index,
    utc,
)
from bot.storage.written import SealedTurn
from dialogs.events import Act
from dialogs.session import Session

# One statement: the row, the message that came in, the lines, and telling who listens.
# A message of the person opens a case that was closed. What calls staff, what they hold and what
# was opened again stands in the queue, since the first moment that it did.
_SAVED = f"""
WITH saved AS (
    UPDATE conversations SET revision = revision + 1, lines = $1, changed_at = $2, state = $3,
        process_code = $4, urgency = $5, signals = $6, handed_over_at = $7, session = $8,
        spoken_by = coalesce($14::text, spoken_by),
        spoken_at = CASE WHEN $14::text IS NULL THEN spoken_at ELSE $2::timestamptz END,
        queued_at = CASE
            WHEN closed_at IS NOT NULL AND $14::text = 'person' THEN $2::timestamptz
            WHEN $15::boolean OR owner IS NOT NULL OR reopened_at IS NOT NULL
                    OR closed_at IS NOT NULL
                THEN coalesce(queued_at, $7::timestamptz, $2::timestamptz)
            END,
        reopened_at = CASE
            WHEN closed_at IS NOT NULL AND $14::text = 'person' THEN $2::timestamptz
            ELSE reopened_at END,
        closed_at = CASE WHEN $14::text = 'person' THEN NULL ELSE closed_at END,
        closed_by = CASE WHEN $14::text = 'person' THEN NULL ELSE closed_by END,
        closed_why = CASE WHEN $14::text = 'person' THEN NULL ELSE closed_why END,
        next_term = $16, relabel_on = $17, retest_on = $18
    WHERE id = $9 AND revision = $22
    RETURNING id, epoch
), message AS (
    INSERT INTO received (message, conversation, at)
    SELECT $10, id, $2 FROM saved WHERE $10::bytea IS NOT NULL
), added AS (
    INSERT INTO lines (conversation, number, at, message_class, epoch, outcome, content)
    SELECT saved.id, l.number, $2, l.sort, saved.epoch,
        CASE WHEN l.sort IS NULL THEN NULL ELSE 'waiting' END, l.content
    FROM saved, unnest($11::integer[], $12::text[], $13::bytea[]) AS l (number, sort, content)
    ORDER BY l.number
), alarmed AS (
    INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
    SELECT saved.id, a.kind, a.mark, $2, CASE WHEN a.tells THEN $2::timestamptz END
    FROM saved, unnest($19::text[], $20::text[], $21::boolean[]) AS a (kind, mark, tells)
    ON CONFLICT DO NOTHING
), said_anew AS (
    -- Who wrote gets in the answer what would have been asked again.
    UPDATE lines SET outcome = 'dropped', reason = '{SAID_ANEW}', finished_at = $2
    FROM saved WHERE $14::text = 'person' AND lines.conversation = saved.id
        AND lines.outcome = 'waiting' AND lines.message_class = 'bot'
        AND lines.reason IN ({BARRIERS}) AND lines.leased_until <= now()
)
SELECT pg_notify('letselwijzer_changed', id::text) FROM saved
"""  # noqa: S608 - our own words
_SAVED_FIRST = """
WITH key AS (
    INSERT INTO keys.wrapped (ref, wrapped) VALUES ($22, $23)
), saved AS (
    INSERT INTO conversations (lines, changed_at, state, process_code, urgency, signals,
        handed_over_at, session, id, spoken_by, spoken_at, queued_at, next_term, relabel_on,
        retest_on, ref, created_at, case_number, channel, chat_index, chat, revision, epoch)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $14,
        CASE WHEN $14::text IS NOT NULL THEN $2::timestamptz END,
        CASE WHEN $15::boolean THEN coalesce($7::timestamptz, $2::timestamptz) END, $16, $17,
        $18, $22, $2, $24, $25, $26, $27, 1, 0)
    RETURNING id, epoch
), message AS (
    INSERT INTO received (message, conversation, at)
    SELECT $10, id, $2 FROM saved WHERE $10::bytea IS NOT NULL
), added AS (
    INSERT INTO lines (conversation, number, at, message_class, epoch, outcome, content)
    SELECT saved.id, l.number, $2, l.sort, saved.epoch,
        CASE WHEN l.sort IS NULL THEN NULL ELSE 'waiting' END, l.content
    FROM saved, unnest($11::integer[], $12::text[], $13::bytea[]) AS l (number, sort, content)
    ORDER BY l.number
), alarmed AS (
    INSERT INTO alarms (conversation, kind, mark, raised_at, due_at)
    SELECT saved.id, a.kind, a.mark, $2, CASE WHEN a.tells THEN $2::timestamptz END
    FROM saved, unnest($19::text[], $20::text[], $21::boolean[]) AS a (kind, mark, tells)
    ON CONFLICT DO NOTHING
)
SELECT pg_notify('letselwijzer_changed', id::text) FROM saved
"""
_NEXT_CASE = """
WITH number AS (
    INSERT INTO case_numbers AS n (year, last) VALUES ($1, 1)
    ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last
)
SELECT last, nextval(pg_get_serial_sequence('conversations', 'id')) AS id FROM number
"""


# What stands for staff of a conversation in which nothing was said yet.
_NO_STAFF_YET = {
    "standing": Standing.INTAKE,
    "waiting_since": None,
    "spoken_by": None,
    "spoken_at": None,
    "closed_at": None,
    "reopened_at": None,
    "next_term": None,
    "relabel_on": None,
    "retest_on": None,
    "unreachable_at": None,
}


class Raced(Exception):  # noqa: N818 - nothing is wrong; somebody was quicker
    """The conversation changed since it was loaded; all of it is to be done again."""


@dataclass(frozen=True)
class Received:
    """What began a turn: the blind index of a message and what was done, if a person did it."""

    message: bytes | None
    act: Act | None
    at: datetime


class Begun(Loaded):
    """A conversation that stands nowhere yet."""

    def __init__(self, row: dict[str, Any], wrapped: bytes, key: DataKey) -> None:
        """Keep the wrapped key, which is written together with the first turn."""
        super().__init__(row, key)
        self.wrapped = wrapped


async def begun(db: Connection, index: bytes, inbound: Inbound) -> Begun:
    """Return a conversation in which nothing was said yet; only its number is taken."""
    ref, wrapped = db.sealer.new_key()
    key = db.sealer.data_key(ref, wrapped)
    at = utc(inbound.at)
    number = await db.one(_NEXT_CASE, inbound.at.year)
    row = {
        "id": number["id"],
        "case_number": case_number(inbound.at.year, number["last"]),
        "channel": inbound.channel,
        "chat_index": index,
        "chat": sealed_chat(key, inbound.chat_id),
        "ref": ref,
        "revision": 0,
        "owner": None,
        "epoch": 0,
        "lines": 0,
        "created_at": at,
        "changed_at": at,
        "state": BEGUN.state,
        "process_code": None,
        "urgency": BEGUN.urgency,
        "signals": signals_text(BEGUN),
        "handed_over_at": None,
        **_NO_STAFF_YET,
        "session": sealed_session(key, Session()),
    }
    return Begun(row, wrapped, key)


async def saved(db: Connection, loaded: Loaded, turn: SealedTurn, received: Received) -> bool:
    """Write what a turn came to; False when the conversation changed since it was loaded."""
    if turn.traces is None:
        return await _written(db, loaded, turn, received)
    async with db.transaction():
        written = await _written(db, loaded, turn, received)
        if written:
            await retraced(db, loaded.known.id, turn.traces)
        return written


async def retraced(db: Connection, conversation: int, traces: Iterable[Trace]) -> None:
    """Write what the person is found by from now on."""
    await db.count("DELETE FROM traces WHERE conversation = $1", conversation)
    await db.count(
        "INSERT INTO traces (conversation, trace) SELECT $1, unnest($2::bytea[])",
        conversation,
        [trace_index(db.sealer, trace) for trace in traces],
    )


async def _written(db: Connection, loaded: Loaded, turn: SealedTurn, received: Received) -> bool:
    values = _values(loaded, turn, received)
    if not isinstance(loaded, Begun):
        return await db.one(_SAVED, *values, loaded.known.revision) is not None
    row = loaded.row
    first = (row["ref"], loaded.wrapped, row["case_number"], row["channel"])
    await db.one(_SAVED_FIRST, *values, *first, row["chat_index"], row["chat"])
    return True


def _values(loaded: Loaded, turn: SealedTurn, received: Received) -> tuple[Any, ...]:
    labels = turn.labels
    return (
        loaded.last_line + len(turn.lines),
        utc(received.at),
        labels.state,
        labels.process_code,
        labels.urgency,
        signals_text(labels),
        None if labels.handed_over_at is None else utc(labels.handed_over_at),
        turn.session,
        loaded.known.id,
        received.message,
        [line.number for line in turn.lines],
        [line.message_class for line in turn.lines],
        [line.content for line in turn.lines],
        turn.voice,
        labels.calls_staff,
        labels.next_term,
        labels.relabel_on,
        labels.retest_on,
        [alarm.kind for alarm in turn.alarms],
        [alarm.mark for alarm in turn.alarms],
        [alarm.tells for alarm in turn.alarms],
    )
