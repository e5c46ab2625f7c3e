"""The real program on a store in a temporary folder, for a client, a socket or a browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from bot.app import asgi
from bot.app import parts as all_parts
from bot.parts import Parts
from bot.settings import Settings
from tests.webpage import Page, serving


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/letselwijzer.db")


@pytest.fixture
async def parts(settings: Settings) -> Parts:
    return await all_parts(settings)


@pytest.fixture
async def app(parts: Parts) -> AsyncIterator[FastAPI]:
    application = asgi(parts)
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def page(app: FastAPI) -> AsyncIterator[Page]:
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as http:
        yield Page(http)


@pytest.fixture
async def address(parts: Parts) -> AsyncIterator[str]:
    async with serving(parts) as (url, _):
        yield url
