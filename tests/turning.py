"""A process that does turns until it is killed; each turn it says done is on the disk.

    python -m tests.turning ADAPTER LOCATION CHAT FIRST

Sends what the outbox gives it as well, so that a kill may fall anywhere.
"""

import asyncio
import base64
import itertools
import sys
from pathlib import Path

from bot.ports import Store
from bot.storage.postgres import PostgresStore
from bot.storage.sqlite import SqliteStore
from tests.storage_cases import CHANNEL, answering, inbound, later, words

# Made up; on SQLite a key is made in the folder of the database.
MASTER_KEY = base64.b64encode(bytes(range(32))).decode()


async def opened(adapter: str, location: str) -> Store:
    if adapter == "sqlite":
        return await SqliteStore.open(Path(location))
    return await PostgresStore.open(location, MASTER_KEY)


async def turning(adapter: str, location: str, chat: str, first: int) -> None:
    store = await opened(adapter, location)
    for number in itertools.count(first):
        say(f"trying {number}")
        at = later(number)
        await store.turn(
            inbound(number, f"vraag {number}", chat, at), answering(f"{chat}/{number}")
        )
        say(f"done {number}")
        for posted in await store.pending((CHANNEL,), at):
            say(f"sending {words(posted.outgoing)}")
            await store.sent(posted.id, at)
            say(f"sent {words(posted.outgoing)}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _, adapter, location, chat, first = sys.argv
    asyncio.run(turning(adapter, location, chat, int(first)))
