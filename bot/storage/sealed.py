"""What is kept, as both databases keep it: the models on one side, sealed fields on the other."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from bot.ports import (
    Barrier,
    CaseRow,
    Closing,
    Conversation,
    Handling,
    Labels,
    Line,
    MessageClass,
    Outgoing,
    OutOfReach,
    Posted,
    Spoken,
    Standing,
    Trace,
    Unreadable,
)
from bot.sealing import BadSeal, DataKey, Sealer
from dialogs.events import Act
from dialogs.session import Session, State

Kept = TypeVar("Kept")

WAITING, SENT, FAILED, DROPPED = "waiting", "sent", "failed", "dropped"
# Why an answer of the bot was dropped: a human took over before it was sent.
SUPERSEDED = "taken_over"
# Why a message failed: it cannot be opened, for want of its key or because it is damaged.
UNREADABLE = "unreadable"
# How long a worker has a message to itself.
LEASE_SECONDS = 30.0
# What stands in the clear of a conversation in which nothing was said yet.
BEGUN = Labels(state=State.CONSENT)
_DELIVERED = {WAITING: None, SENT: True, FAILED: False, DROPPED: False}
_CHAT, _SESSION = "chat", "session"
ACT: TypeAdapter[Act] = TypeAdapter(Act)


class Row(Protocol):
    """A row of either database."""

    def __getitem__(self, column: str, /) -> Any:
        """Return the value of a column."""
        ...


# --- sealing -------------------------------------------------------------------------------------


def sealed_chat(key: DataKey, chat_id: str) -> bytes:
    """Return who talks where, sealed."""
    return key.sealed(_CHAT, chat_id)


def sealed_session(key: DataKey, session: Session) -> bytes:
    """Return a session, sealed."""
    return key.sealed(_SESSION, session.model_dump_json())


# --- opening -------------------------------------------------------------------------------------


class Loaded:
    """A conversation that can be read: its row, its key, and what they come to."""

    def __init__(self, row: Row, key: DataKey | None) -> None:
        """Read it; `Unreadable` names its case."""
        self.row = row
        self.key = present(row["case_number"], key)
        self.known = conversation(row, self.key)
        self.last_line: int = row["lines"]


def conversation(row: Row, key: DataKey | None) -> Conversation:
    """Return the conversation that a row holds; `Unreadable` names its case."""
    case = row["case_number"]
    key = present(case, key)
    return Conversation(
        id=row["id"],
        channel=row["channel"],
        chat_id=chat_id(row, key),
        case=case,
        revision=row["revision"],
        owner=row["owner"],
        epoch=row["epoch"],
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
        labels=labels(row),
        session=_opened(case, key, _SESSION, row["session"], Session.model_validate_json),
        handling=handling(row),
        out_of_reach=out_of_reach(row),
    )


def alarms(row: Row, key: DataKey | None) -> tuple[str, ...]:
    """Return which alarms went off and were not handled, without reading the rest.

    Nothing of what cannot be read.
    """
    try:
        key = present(row["case_number"], key)
        known = _opened(row["case_number"], key, _SESSION, row["session"], from_json)
    except Unreadable:
        return ()
    return tuple(dict.fromkeys(_open_alarms(known)))


def _open_alarms(known: dict[str, Any]) -> Iterator[str]:
    return (one["alarm"] for one in known.get("alarms", ()) if not one.get("handled"))


def chat_id(row: Row, key: DataKey) -> str:
    """Return who talks where."""
    return _opened(row["case_number"], key, _CHAT, row["chat"], str)


def line(row: Row, case: str, key: DataKey) -> Line:
    """Return one line of the transcript."""
    number, sort, content = row["number"], row["message_class"], row["content"]
    act = outgoing = None
    if sort is None:
        act = _opened(case, key, act_field(number), content, ACT.validate_json)
    else:
        field = outgoing_field(number)
        outgoing = _opened(case, key, field, content, Outgoing.model_validate_json)
    return Line(
        number=number,
        at=moment(row["at"]),
        message_class=None if sort is None else MessageClass(sort),
        act=act,
        outgoing=outgoing,
        delivered=None if sort is None else _DELIVERED[row["outcome"]],
        reason=row["reason"],
    )


def posted(row: Row, key: DataKey | None) -> Posted:
    """Return one message of the outbox."""
    case, number = row["case_number"], row["number"]
    key = present(case, key)
    return Posted(
        id=row["line_id"],
        conversation=row["conversation"],
        line=number,
        channel=row["channel"],
        chat_id=chat_id(row, key),
        message_class=MessageClass(row["message_class"]),
        epoch=row["line_epoch"],
        attempts=row["attempts"],
        at=moment(row["at"]),
        outgoing=_opened(
            case, key, outgoing_field(number), row["content"], Outgoing.model_validate_json
        ),
    )


def present(case: str, key: DataKey | None) -> DataKey:
    """Return the key; `Unreadable` when it was destroyed or got lost."""
    if key is None:
        raise Unreadable(case, "its key is gone, so what is kept of it cannot be read any more")
    return key


def _opened(
    case: str, key: DataKey, field: str, envelope: bytes, read: Callable[[str], Kept]
) -> Kept:
    try:
        return read(key.opened(field, envelope))
    except BadSeal as error:
        raise Unreadable(case, str(error)) from None
    except ValidationError as error:
        # Only where it does not fit; what stands there is not ours to show.
        where = ".".join(str(step) for step in error.errors(include_input=False)[0]["loc"])
        raise Unreadable(case, f"{field}: does not fit this version at {where}") from None


# --- in the clear --------------------------------------------------------------------------------


def labels(row: Row) -> Labels:
    """Return what stands in the clear."""
    handed_over = row["handed_over_at"]
    return Labels(
        state=row["state"],
        process_code=row["process_code"],
        urgency=row["urgency"],
        signals=tuple(json.loads(row["signals"])),
        handed_over_at=None if handed_over is None else moment(handed_over),
        next_term=_day(row["next_term"]),
        relabel_on=_day(row["relabel_on"]),
        retest_on=_day(row["retest_on"]),
    )


def handling(row: Row) -> Handling:
    """Return where a case stands for staff."""
    since, reopened = row["waiting_since"], row["reopened_at"]
    spoken, closed = row["spoken_by"], row["closed_at"]
    return Handling(
        standing=Standing(row["standing"]),
        since=None if since is None else moment(since),
        spoken=None if spoken is None else Spoken(by=spoken, at=moment(row["spoken_at"])),
        closed=None
        if closed is None
        else Closing(by=row["closed_by"], at=moment(closed), why=row["closed_why"]),
        reopened_at=None if reopened is None else moment(reopened),
    )


def out_of_reach(row: Row) -> OutOfReach | None:
    """Return since when the person is out of reach, None when they are not."""
    since = row["unreachable_at"]
    if since is None:
        return None
    return OutOfReach(since=moment(since), why=Barrier(row["unreachable_why"]))


def signals_text(written: Labels) -> str:
    """Return the signals as they are written down."""
    return json.dumps(written.signals)


def case_row(row: Row) -> CaseRow:
    """Return one row of the queue."""
    return CaseRow(
        id=row["id"],
        case=row["case_number"],
        channel=row["channel"],
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
        owner=row["owner"],
        labels=labels(row),
        handling=handling(row),
        out_of_reach=out_of_reach(row),
    )


def trace_index(sealer: Sealer, trace: Trace) -> bytes:
    """Return what somebody is found by; it cannot be read."""
    return sealer.index("trace", trace.kind, trace.value)


def case_number(year: int, count: int) -> str:
    """Return a case number."""
    return f"LW-{year}-{count:06d}"


def utc(at: datetime) -> datetime:
    """Return a moment in universal time; one that does not say where it is noon is refused."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone is kept by nobody")
    return at.astimezone(UTC)


def stamp(at: datetime) -> str:
    """Return a moment as text that sorts by time."""
    return utc(at).isoformat(timespec="microseconds")


def moment(kept: str | datetime) -> datetime:
    """Return a moment that was kept as text, or by a database that knows time."""
    return datetime.fromisoformat(kept) if isinstance(kept, str) else kept


def _day(kept: str | date | None) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else kept


def act_field(number: int) -> str:
    """Return the name of the field of what a person did."""
    return f"act.{number}"


def outgoing_field(number: int) -> str:
    """Return the name of the field of what was said to a person."""
    return f"outgoing.{number}"
