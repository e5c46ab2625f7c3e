"""How long the desk waits on a full store: `python -m benchmarks.queue [CASES] [OPEN] [URL]`.

Of every hundred cases OPEN (5) are open: a fifth of those is nobody's, the rest is with twenty
handlers. Five are still with the program and the others were closed. URL is a database on
PostgreSQL that is empty, or was filled by this; without it SQLite is measured, in a folder that
is gone afterwards.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg

from bot.desk.queue import CODES, MOST_COUNTED, Filter, Tab, counted, queue_rows
from bot.finding import names, numbers, sought
from bot.ports import Closing, Conversation, Decision, Labels, MessageClass, Store, Trace
from bot.sealing import Sealer
from bot.sentences.words import words
from bot.storage.postgres import PostgresStore
from bot.storage.sealed import (
    case_number,
    sealed_chat,
    signals_text,
    trace_index,
    utc,
)
from bot.storage.sqlite import SqliteStore
from bot.storage.sqlite.database import Database
from dialogs.session import Answer, Entry, Session, State, Status
from dialogs.urgency import Urgency
from tests.storage_cases import AT, CHANNEL, inbound, later, outgoing
from tests.turning import MASTER_KEY

_HANDLERS = tuple(f"behandelaar{number}" for number in range(20))
# One of those who hold many.
_ME = _HANDLERS[14]
_TIMES, _ANSWERS, _ASSESSMENT = 20, 40, 6000
_NAME, _PHONE = "{naam}", "{telefoon}"
_COLUMNS = [
    "id",
    "case_number",
    "channel",
    "chat_index",
    "chat",
    "ref",
    "revision",
    "owner",
    "epoch",
    "lines",
    "created_at",
    "changed_at",
    "state",
    "process_code",
    "urgency",
    "signals",
    "handed_over_at",
    "session",
    "spoken_by",
    "spoken_at",
    "queued_at",
    "closed_at",
    "closed_by",
    "closed_why",
    "next_term",
]


@dataclass(frozen=True)
class Made:
    """One case that is made up: its row, its wrapped key, and what it is found by."""

    row: tuple[Any, ...]
    key: tuple[bytes, bytes]
    found_by: tuple[bytes, ...]


def cases(sealer: Sealer, count: int, share: int) -> Iterator[Made]:
    """Make so many cases up, of which a share in a hundred is open."""
    for number in range(1, count + 1):
        yield _case(sealer, number, (number * 37) % 100, share)


def _case(sealer: Sealer, number: int, place: int, share: int) -> Made:
    ref, wrapped = sealer.new_key()
    key = sealer.data_key(ref, wrapped)
    at = utc(AT - timedelta(seconds=number * 97 % 30_000_000))
    is_open, in_intake = place < share, share <= place < share + 5
    owner = _HANDLERS[number // 5 % 20] if is_open and number % 5 else None
    urgency = Urgency.NORMAL if number % 4 else Urgency.TODAY if number % 20 else Urgency.NOW
    closed = None if is_open or in_intake else at
    row = (
        number,
        case_number(AT.year, number),
        CHANNEL,
        sealer.chat_index(CHANNEL, f"maat-{number}"),
        sealed_chat(key, f"maat-{number}"),
        ref,
        1,
        owner,
        0,
        0,
        at,
        at,
        State.INTAKE if in_intake else State.HANDED_OVER,
        CODES[number % 3],
        Urgency.NORMAL if in_intake else urgency,
        signals_text(Labels(state=State.HANDED_OVER, signals=("mens_nodig",))),
        None if in_intake else at,
        key.sealed(
            "session", _SESSION.replace(_NAME, _name(number)).replace(_PHONE, _phone(number))
        ),
        ("person", "staff")[number % 2],
        at,
        None if in_intake else at,
        closed,
        closed and _ME,
        closed and "afgehandeld",
        (AT + timedelta(days=number % 1500)).date(),
    )
    found_by = (*names(_name(number)), Trace(kind="telefoon", value=_phone(number)))
    return Made(row, (ref, wrapped), tuple(trace_index(sealer, each) for each in found_by))


def _session() -> str:
    told = {f"vraag_{each}": "begin januari, denk ik" for each in range(_ANSWERS)}
    told |= {"contact_naam": _NAME, "contact_bereikbaar": _PHONE}
    entries = {
        question: Entry(
            question=question,
            answer=Answer(
                status=Status.ANSWERED, value=value, at=AT, channel=CHANNEL, turn=1, words=value
            ),
        )
        for question, value in told.items()
    }
    return Session(ledger=entries, beoordeling={"herkomst": "x" * _ASSESSMENT}).model_dump_json()


# Dumped once; what differs is put in its place.
_SESSION = _session()


def _name(number: int) -> str:
    return f"Melder Achternaam{number}"


def _phone(number: int) -> str:
    return f"+316{10_000_000 + number}"


# --- filling -------------------------------------------------------------------------------------


@asynccontextmanager
async def filled(count: int, share: int, url: str | None) -> AsyncIterator[Store]:
    """Open a store that holds so many cases."""
    if url is not None:
        store: Any = await PostgresStore.open(url, MASTER_KEY)
        if not any(await store.tally(counted(_ME), 1)):  # not filled by an earlier run
            await _on_postgres(url, cases(store._database.sealer, count, share))  # noqa: SLF001 - turns would take an hour
        yield store
        await store.close()
        return
    with tempfile.TemporaryDirectory() as folder:
        store = await SqliteStore.open(Path(folder) / "lw.db")
        await store.do(_on_sqlite, count, share)
        yield store
        await store.close()


def _on_sqlite(db: Database, count: int, share: int) -> None:
    keys, marks = db.ring._connection, ", ".join("?" * len(_COLUMNS))  # noqa: SLF001 - idem
    statement = f"INSERT INTO conversations ({', '.join(_COLUMNS)}) VALUES ({marks})"  # noqa: S608 - our own words
    # Nothing of this must survive a power cut, and the indexes are to fit in memory.
    for pragma in ("synchronous = OFF", "cache_size = -1000000"):
        db.execute(f"PRAGMA {pragma}")
        keys.execute(f"PRAGMA {pragma}")
    keys.execute("BEGIN")
    with db.writing(), keys:
        for made in cases(db.sealer, count, share):
            db.execute(statement, [_text(value) for value in made.row])
            keys.execute("INSERT INTO keys (ref, wrapped) VALUES (?, ?)", made.key)
            db.executemany(
                "INSERT INTO traces (conversation, trace) VALUES (?, ?)",
                [(made.row[0], trace) for trace in made.found_by],
            )
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA cache_size = -2000")


def _text(value: Any) -> Any:
    if not hasattr(value, "isoformat"):
        return value
    return value.isoformat(timespec="microseconds") if hasattr(value, "hour") else str(value)


async def _on_postgres(url: str, made_up: Iterator[Made]) -> None:
    connection = await asyncpg.connect(url)
    try:
        while batch := [made for made, _ in zip(made_up, range(2000), strict=False)]:
            await connection.copy_records_to_table(
                "wrapped", schema_name="keys", records=[made.key for made in batch]
            )
            await connection.copy_records_to_table(
                "conversations", columns=_COLUMNS, records=[made.row for made in batch]
            )
            found_by = [(made.row[0], trace) for made in batch for trace in made.found_by]
            await connection.copy_records_to_table("traces", records=found_by)
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


# --- measuring -----------------------------------------------------------------------------------


async def measured(name: str, do: Callable[[int], Awaitable[object]]) -> None:
    """Do it some times and print how long it took."""
    await do(0)
    spent = []
    for time_ in range(1, _TIMES + 1):
        begun = time.perf_counter()
        await do(time_)
        spent.append((time.perf_counter() - begun) * 1000)
    print(
        f"  {name:34} {min(spent):7.2f} ms at best, {statistics.median(spent):7.2f} in the middle"
    )


async def measure(store: Store, count: int) -> None:
    """Measure what staff do all day."""

    async def page(wanted: Filter) -> None:
        found = await store.cases(wanted.asked)
        await store.tally(counted(_ME), MOST_COUNTED)
        await queue_rows(found[:-1], store, words(), AT)

    for tab in Tab:
        await measured(f"page: {tab}", lambda _, tab=tab: page(Filter(me=_ME, tab=tab)))  # type: ignore[misc]
        for code in CODES:
            wanted = Filter(me=_ME, tab=tab, code=code)
            await measured(f"page: {tab}, {code}", lambda _, wanted=wanted: page(wanted))  # type: ignore[misc]
    for urgency in Urgency:
        wanted = Filter(me=_ME, urgency=urgency)
        await measured(f"page: alle, {urgency}", lambda _, wanted=wanted: page(wanted))  # type: ignore[misc]
    deep = (await store.cases(Filter(me=_ME).asked.model_copy(update={"most": None})))[-60]
    await measured("page: alle, the last one", lambda _: page(Filter(me=_ME, after=deep.place)))
    await _searched(store, count)
    await _handled(store)


async def _searched(store: Store, count: int) -> None:
    async def search(text: str) -> None:
        await store.found(numbers(text, AT.year), sought(text))

    step = count // 50
    await measured("search: name", lambda time_: search(_name(time_ * step)))
    await measured("search: telephone", lambda time_: search(f"06-{10_000_000 + time_ * step}"))
    await measured("search: case number", lambda time_: search(str(time_ * step)))
    await measured("search: nobody", lambda time_: search(f"Niemand {time_}"))


async def _handled(store: Store) -> None:
    def telling(known: Conversation) -> Decision:
        said = ((MessageClass.SYSTEM, outgoing("U praat nu met Anna.")),)
        return Decision(session=known.session, labels=known.labels, outgoing=said)

    new = await store.cases(Filter(me=_ME, tab=Tab.NIEUW).asked)
    number = [row.case for row in new[: _TIMES + 1]]
    chat = [f"maat-{row.id}" for row in new[: _TIMES + 1]]
    closing = Closing(by=_ME, at=later(2), why="afgehandeld")
    await measured(
        "claim, with its announcement",
        lambda time_: store.claim(number[time_], _ME, 0, later(1), telling),
    )
    await measured(
        "message of a person",
        lambda time_: store.turn(inbound(time_, chat=chat[time_], at=later(1)), telling),
    )
    await measured("closing", lambda time_: store.close_case(number[time_], closing, 1, telling))


async def main(count: str = "100000", share: str = "5", url: str | None = None) -> None:
    """Fill a store and measure it."""
    begun = time.perf_counter()
    async with filled(int(count), int(share), url) as store:
        print(f"{count} cases, {share} % open, filled in {time.perf_counter() - begun:.0f} s")
        await measure(store, int(count))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
