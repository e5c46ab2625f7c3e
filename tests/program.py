"""The real program in a process of its own, on a store that outlives it: started and killed."""

import asyncio
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import httpx2

from bot.ports import Line, Store
from dialogs.events import Act
from tests.bot.storage.conftest import Place
from tests.turning import MASTER_KEY
from tests.warm import LOG

ROOT = Path(__file__).parent.parent
# The store keeps what a process began to send from others for half a minute.
_HALF_A_MINUTE = {
    "sqlite": "UPDATE lines SET leased_until = 0",
    "postgres": "UPDATE lines SET leased_until = '-infinity'",
}
# And nobody waits longer for the report on a message, or for anything that was put off.
_AN_HOUR = {
    "sqlite": (
        "UPDATE deliveries SET at = '2026-01-01T00:00:00.000000+00:00'",
        "UPDATE lines SET due_at = NULL",
    ),
    "postgres": (
        "UPDATE deliveries SET at = at - interval '1 hour'",
        "UPDATE lines SET due_at = NULL",
    ),
}
_BLINK, _LOOKS = 0.01, 6000


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


class Warm:
    """Has everything imported, so that the program is there in a moment."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        assert self._line() == "warm"

    def begins(self, folder: Path, settings: Mapping[str, str]) -> int:
        """Start the program; return its process once it can be reached."""
        assert self._process.stdin is not None
        order = {"folder": str(folder), "settings": dict(settings)}
        self._process.stdin.write(f"{json.dumps(order)}\n")
        self._process.stdin.flush()
        pid, chat, *_ = (self._line() for _ in range(4))
        assert chat.startswith("Chat page"), (folder / LOG).read_text(encoding="utf-8")
        return int(pid.removeprefix("pid "))

    def waits_for_the_end(self) -> None:
        """Return when the program is gone."""
        assert self._line() == "gone"

    def stop(self) -> None:
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@dataclass
class Program:
    """One installation of the program, which can be killed and started as often as it takes."""

    warm: Warm
    place: Place
    folder: Path
    # A store of our own beside it, as a handler's command would have.
    store: Store
    settings: dict[str, str] = field(default_factory=dict)
    http: httpx2.AsyncClient = field(default_factory=lambda: httpx2.AsyncClient(timeout=60))
    port: int = field(default_factory=_free_port)
    deaths: int = 0
    _pid: int | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def starts(self) -> None:
        settings = {"LW_PORT": str(self.port), **_database(self.place), **self.settings}
        self._pid = await asyncio.to_thread(self.warm.begins, self.folder, settings)

    async def dies(self) -> None:
        """Kill it wherever it is, as a power cut would."""
        assert self._pid is not None
        os.kill(self._pid, signal.SIGKILL)
        self._pid = None
        self.deaths += 1
        await asyncio.to_thread(self.warm.waits_for_the_end)

    async def starts_again(self, *, after_an_hour: bool = False) -> None:
        """Start it on what the last one left, once that one is known to be gone."""
        await (an_hour_passes if after_an_hour else half_a_minute_passes)(self.place)
        await self.starts()

    async def ends(self) -> None:
        if self._pid is not None:
            await self.dies()
        await self.http.aclose()

    async def serves_others(self) -> None:
        """See that others are served all the while: what was to happen meanwhile, has."""
        for _ in range(20):
            # A newcomer each time, of whom nothing is looked up.
            self.http.cookies.clear()
            assert (await self.http.get(f"{self.address}/")).status_code == httpx2.codes.OK

    # --- what is kept ------------------------------------------------------------------------

    async def lines(self, channel: str, chat: str) -> tuple[Line, ...]:
        """Return the transcript of a person, empty when nothing is kept."""
        known = await self.store.conversation_of(channel, chat)
        return () if known is None else await self.store.transcript(known.id)

    async def played(self, channel: str, chat: str) -> list[Act | None]:
        """Return what a person did, each with one answer right behind it."""
        lines = await self.lines(channel, chat)
        assert all(line.outgoing is not None for line in lines[1::2])
        return [line.act for line in lines[::2]]

    async def wait_until_kept(self, channel: str, chat: str, acts: int) -> None:
        """Wait until so much of a person is kept."""
        for _ in range(_LOOKS):
            if len(await self.lines(channel, chat)) >= 2 * acts:
                return
            await asyncio.sleep(_BLINK)
        raise AssertionError(f"of {acts} things that were done not all are kept")


def _database(place: Place) -> dict[str, str]:
    if place.adapter == "sqlite":
        return {"LW_DATABASE_URL": f"sqlite:///{place.location}"}
    return {"LW_DATABASE_URL": place.location, "LW_MASTER_KEY": MASTER_KEY}


async def half_a_minute_passes(place: Place) -> None:
    """Let so much time pass for the store that nobody is thought to be sending any more."""
    await _changed(place, _HALF_A_MINUTE[place.adapter])


async def an_hour_passes(place: Place) -> None:
    """Let so much time pass for the store that nothing is waited for any longer."""
    await _changed(place, _HALF_A_MINUTE[place.adapter], *_AN_HOUR[place.adapter])


async def _changed(place: Place, *statements: str) -> None:
    if place.adapter == "sqlite":
        with closing(sqlite3.connect(place.location, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement)
        return
    connection = await asyncpg.connect(place.location)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@asynccontextmanager
async def nothing_can_be_kept(place: Place) -> AsyncIterator[None]:
    """Hold the store so that it can be read, while every change to it waits."""
    if place.adapter == "sqlite":
        with closing(sqlite3.connect(place.location, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            yield
            database.execute("ROLLBACK")
        return
    connection = await asyncpg.connect(place.location)
    try:
        async with connection.transaction():
            await connection.execute("LOCK TABLE received IN SHARE MODE")
            yield
    finally:
        await connection.close()
