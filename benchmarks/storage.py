"""How much CPU one durable turn costs: `python -m benchmarks.storage [TURNS] [FOLDER]`.

Counts all CPU of the process (both threads), for a conversation of a usual size. The disk is
waited for as well, but that is no CPU.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.ports import Conversation, Decide, Decision, Labels, MessageClass, Store
from bot.storage.sqlite import SqliteStore
from dialogs.session import Answer, Entry, Session, State, Status
from tests.storage_cases import AT, CHANNEL, inbound, outgoing

_QUESTIONS, _ASSESSMENT = 40, 12_000


def usual() -> Session:
    """Return a session with the answers and the assessment of a finished intake."""
    entries = {
        f"vraag_{number}": Entry(
            question=f"vraag_{number}",
            answer=Answer(
                status=Status.ANSWERED,
                value="2026-01-01",
                words="begin januari, denk ik",
                at=AT,
                channel=CHANNEL,
                turn=number,
            ),
        )
        for number in range(_QUESTIONS)
    }
    return Session(ledger=entries, beoordeling={"classificatie": "x" * _ASSESSMENT})


def deciding(session: Session) -> Decide:
    """Return a decision that saves this session and says one thing."""
    said = ((MessageClass.BOT, outgoing("Wat is er gebeurd? " * 15)),)

    def decide(known: Conversation) -> Decision:
        fresh = session.model_copy(update={"turns": known.session.turns + 1})
        return Decision(session=fresh, labels=Labels(state=State.INTAKE), outgoing=said)

    return decide


async def measured(store: Store, session: Session, turns: int, chats: int) -> None:
    """Do the turns, then send what they said; print what each cost."""
    decide = deciding(session)
    for chat in range(chats):
        await store.turn(inbound("begin", chat=str(chat)), decide)
    cpu, wall = time.process_time(), time.perf_counter()
    for number in range(turns):
        await store.turn(inbound(number, chat=str(number % chats)), decide)
    told("turn", turns, cpu, wall)
    cpu, wall, sent = time.process_time(), time.perf_counter(), 0
    while ready := await store.pending((CHANNEL,), AT):
        for posted in ready:
            await store.sent(posted.id, AT)
            sent += 1
    told("sending", sent, cpu, wall)


def told(what: str, times: int, cpu: float, wall: float) -> None:
    """Print the milliseconds of each."""
    spent, waited = time.process_time() - cpu, time.perf_counter() - wall
    print(f"  {what:8} {spent / times * 1000:.3f} ms CPU, {waited / times * 1000:.3f} ms in all")


async def main(turns: int, folder: str | None) -> None:
    """Measure an empty session, then a usual one."""
    for name, session in (("an empty session", Session()), ("a usual session", usual())):
        with tempfile.TemporaryDirectory(dir=folder) as place:
            store = await SqliteStore.open(Path(place) / "lw.db")
            print(f"{name}, {len(session.model_dump_json())} characters")
            await measured(store, session, turns, 50)
            await store.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    asyncio.run(
        main(int(arguments[0]) if arguments else 2000, arguments[1] if arguments[1:] else None)
    )
