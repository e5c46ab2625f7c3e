"""The chat page for tests: served on a free port, or used by a client that is no browser."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Literal
from uuid import uuid4

import httpx2
import uvicorn

from bot.app import asgi
from bot.parts import Parts

HOST = "127.0.0.1"


@dataclass
class Page:
    """What the page sends and gets, without a browser."""

    http: httpx2.AsyncClient
    after: int = 0
    lines: list[dict[str, Any]] = field(default_factory=list)

    async def open(self, path: str = "/") -> str:
        """Open the page, which gives a newcomer their cookie."""
        answer = await self.http.get(path)
        assert answer.status_code == 200
        return answer.text

    async def send(self, act: dict[str, Any], message_id: str | None = None) -> httpx2.Response:
        """Send one act and keep the new lines."""
        body = {"id": message_id or str(uuid4()), "act": act, "after": self.after}
        answer = await self.http.post("/chat/messages", json=body)
        for line in answer.json().get("lines", []):
            self.lines.append(line)
            self.after = line["number"]
        return answer

    async def upload(
        self, content: bytes, name: str = "foto.jpg", message_id: str | None = None
    ) -> httpx2.Response:
        """Send a file and keep the new lines."""
        fields = {"id": message_id or str(uuid4()), "after": str(self.after)}
        files = {"file": (name, content, "image/jpeg")}
        answer = await self.http.post("/chat/files", data=fields, files=files)
        for line in answer.json().get("lines", []):
            self.lines.append(line)
            self.after = line["number"]
        return answer

    async def say(self, text: str) -> httpx2.Response:
        """Type something."""
        return await self.send({"kind": "said", "text": text})

    async def tap(self, choice: str, question: str | None = None) -> httpx2.Response:
        """Tap a button."""
        return await self.send({"kind": "chose", "choice": choice, "question": question})

    async def command(self, command: str) -> httpx2.Response:
        """Tap one of the fixed buttons."""
        return await self.send({"kind": "commanded", "command": command})

    @property
    def chat(self) -> str:
        """Return all that was said since the page was opened."""
        return words_of("".join(line["html"] for line in self.lines))


def words_of(html: str) -> str:
    """Return what a person reads."""
    seen = re.sub(r"<(script|title|template)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", seen)).split())


@asynccontextmanager
async def serving(
    parts: Parts, lifespan: Literal["auto", "off"] = "auto"
) -> AsyncIterator[tuple[str, uvicorn.Server]]:
    """Serve the program on a free port, in this very process; off: without its workers."""
    config = uvicorn.Config(
        asgi(parts), log_level="warning", timeout_graceful_shutdown=5, lifespan=lifespan
    )
    server = uvicorn.Server(config)
    # Whoever comes before the server is ready waits in the queue of the socket.
    with socket.create_server((HOST, 0)) as listening:
        running = asyncio.create_task(server.serve([listening]))
        try:
            yield f"http://{HOST}:{listening.getsockname()[1]}", server
        finally:
            server.should_exit = True
            await running
