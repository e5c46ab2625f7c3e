"""Staff at the desk in a test: a browser without a screen, and a clock that the test holds."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx2
from fastapi import FastAPI

from bot.desk import one_time_login
from bot.parts import Parts

HERE = "http://balie.test"
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


class HeldClock:
    """Stands still until the test lets time pass."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time

    def passes(self, time: timedelta) -> None:
        self.time += time


@dataclass
class Browser:
    """What a member of staff does: follow links and send forms."""

    http: httpx2.AsyncClient

    async def get(self, path: str) -> httpx2.Response:
        return await self.http.get(path)

    async def send(self, path: str, origin: str | None = HERE, **fields: str) -> httpx2.Response:
        """Send a form, as from a page at this origin."""
        headers = {} if origin is None else {"origin": origin}
        return await self.http.post(path, data=fields, headers=headers)

    async def log_in(self, parts: Parts) -> None:
        """Get in by the link that the program shows at its start."""
        await self.send(await one_time_login(parts))


def opened(app: FastAPI, base: str = HERE) -> httpx2.AsyncClient:
    """Return a client with cookies of its own."""
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=base)
