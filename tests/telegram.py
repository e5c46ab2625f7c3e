"""The whole program on Telegram, against a Bot API on loopback, however updates come in."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
from pydantic import SecretStr

from bot import app
from bot.parts import Parts
from bot.settings import Settings
from tests.loopback.telegram import TOKEN, BotApi

CHAT = 4242
SECRET = "een-geheim_van-de-test"
POLLING, WEBHOOK = "polling", "webhook"


def settings(folder: Path, api: BotApi, mode: str = WEBHOOK, group: int | None = None) -> Settings:
    """Return settings in which Telegram is served, on a database in a folder."""
    common = Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'letselwijzer.db'}",
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=api.base,
        telegram_staff_chat=group,
    )
    if mode == POLLING:
        return common
    by_webhook = {
        "telegram_mode": WEBHOOK,
        "telegram_webhook_secret": SecretStr(SECRET),
        "public_url": "https://intake.example.nl",
    }
    return common.model_copy(update=by_webhook)


@asynccontextmanager
async def program(
    folder: Path, api: BotApi, mode: str = WEBHOOK, group: int | None = None
) -> AsyncIterator[Parts]:
    """Run the application; deliveries reach it as requests."""
    # It takes seconds to import, more than a test waits for an answer.
    import_module("bot.channels.telegram.serving")
    parts = await app.parts(settings(folder, api, mode, group))
    served = app.asgi(parts)
    transport = httpx2.ASGITransport(app=served, raise_app_exceptions=False)
    async with (
        served.router.lifespan_context(served),
        httpx2.AsyncClient(transport=transport, base_url="http://localhost") as http,
    ):

        async def deliver(url: str, body: bytes, headers: Mapping[str, str]) -> int:
            answer = await http.post(urlsplit(url).path, content=body, headers=dict(headers))
            return int(answer.status_code)

        api.deliver = deliver
        yield parts


async def pushed(api: BotApi, mode: str, number: int) -> None:
    """Wait until an update was dealt with."""
    if mode == WEBHOOK:
        await api.delivers(number)
    else:
        await api.wait_until_confirmed(number)
