"""The whole program on WhatsApp, against a Cloud API on loopback."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
from pydantic import SecretStr

from bot import app
from bot.parts import Parts
from bot.ports import Conversation, Line
from bot.settings import Settings
from tests.loopback.whatsapp import PHONE_ID, SECRET, TOKEN, VERIFY, CloudApi

PERSON = "NL.13491208655302741918"
PATH = "/webhooks/whatsapp"


def settings(folder: Path, api: CloudApi, **further: Any) -> Settings:
    """Return settings in which WhatsApp is served, on a database in a folder."""
    return Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'letselwijzer.db'}",
        whatsapp_token=SecretStr(TOKEN),
        whatsapp_phone_id=PHONE_ID,
        whatsapp_app_secret=SecretStr(SECRET),
        whatsapp_verify_token=SecretStr(VERIFY),
        whatsapp_api_url=api.base,
        **further,
    )


@asynccontextmanager
async def program(folder: Path, api: CloudApi, **further: Any) -> AsyncIterator[Parts]:
    """Run the application; webhooks reach it as requests."""
    parts = await app.parts(settings(folder, api, **further), api.clock)
    served = app.asgi(parts)
    transport = httpx2.ASGITransport(app=served)
    async with (
        served.router.lifespan_context(served),
        httpx2.AsyncClient(transport=transport, base_url="http://localhost") as http,
    ):

        async def deliver(body: bytes, headers: Mapping[str, str]) -> int:
            answer = await http.post(PATH, content=body, headers=dict(headers))
            return int(answer.status_code)

        api.deliver = deliver
        with suppress(asyncio.CancelledError):
            yield parts


@asynccontextmanager
async def served(folder: Path, api: CloudApi) -> AsyncIterator[tuple[httpx2.AsyncClient, Parts]]:
    """Serve the routes without the workers beside them."""
    parts = await app.parts(settings(folder, api), api.clock)
    transport = httpx2.ASGITransport(app=app.asgi(parts))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as http:
        yield http, parts
    await parts.store.close()


async def conversation(parts: Parts, person: str = PERSON) -> Conversation:
    """Return the conversation of a person, which must be there."""
    known = await parts.store.conversation_of("whatsapp", person)
    assert known is not None
    return known


async def lines(parts: Parts, person: str = PERSON) -> tuple[Line, ...]:
    """Return the transcript of a person."""
    return await parts.store.transcript((await conversation(parts, person)).id)


async def answer_to(parts: Parts, question: str, person: str = PERSON) -> str | None:
    """Return the words that stand in the ledger as the answer to a question."""
    entry = (await conversation(parts, person)).session.ledger.get(question)
    return None if entry is None or entry.answer is None else str(entry.answer.value)
