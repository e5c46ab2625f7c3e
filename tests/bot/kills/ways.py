"""The ways to the real program: each platform delivers again until something was taken."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

import httpx2
import pytest

from bot.clock import SystemClock
from tests.loopback import telegram as loopback_telegram
from tests.loopback import whatsapp as loopback_whatsapp
from tests.loopback.telegram import BotApi, bot_api
from tests.loopback.whatsapp import Clock, CloudApi, cloud_api
from tests.program import Program
from tests.telegram import POLLING, SECRET, WEBHOOK
from tests.webpage import Page
from tests.whatsapp import PATH

# What does not depend on how the store waits; the long campaign does it on the other one as well.
on_one_store = pytest.mark.parametrize("place", ["sqlite"], indirect=True)
# A platform tries for days; here for as long as a test may take.
TRIES = 60_000
MODES: Mapping[str, Mapping[str, str]] = {
    POLLING: {},
    WEBHOOK: {
        "LW_TELEGRAM_MODE": WEBHOOK,
        "LW_TELEGRAM_WEBHOOK_SECRET": SECRET,
        "LW_PUBLIC_URL": "https://intake.example.nl",
        "LW_ORGANISATION": "Voorbeeld",
        "LW_ORGANISATION_CONTACT": "020 123 45 67",
        "LW_PRIVACY_URL": "https://example.nl/privacy",
        "LW_OFFICE_HOURS": "op werkdagen van 9 tot 17 uur",
    },
}


class Now(Clock):
    """What time it is in the program."""

    def now(self) -> datetime:
        return SystemClock().now()


@asynccontextmanager
async def telegram(program: Program, mode: str) -> AsyncIterator[BotApi]:
    """Run the program on Telegram."""
    async with bot_api() as api:

        async def deliver(url: str, body: bytes, headers: Mapping[str, str]) -> int:
            return await _brought(program, urlsplit(url).path, body, headers)

        api.date = lambda: int(SystemClock().now().timestamp())
        api.deliver = deliver
        program.settings = {
            "LW_TELEGRAM_TOKEN": loopback_telegram.TOKEN,
            "LW_TELEGRAM_API_URL": api.base,
            **MODES[mode],
        }
        await program.starts()
        if mode == WEBHOOK:
            await api.wait_for_hook()
        yield api
        await program.ends()


@asynccontextmanager
async def whatsapp(program: Program) -> AsyncIterator[CloudApi]:
    """Run the program on WhatsApp."""
    async with cloud_api(Now()) as api:

        async def deliver(body: bytes, headers: Mapping[str, str]) -> int:
            return await _brought(program, PATH, body, headers)

        api.tries = TRIES
        api.deliver = deliver
        program.settings = {
            "LW_WHATSAPP_TOKEN": loopback_whatsapp.TOKEN,
            "LW_WHATSAPP_PHONE_ID": loopback_whatsapp.PHONE_ID,
            "LW_WHATSAPP_APP_SECRET": loopback_whatsapp.SECRET,
            "LW_WHATSAPP_VERIFY_TOKEN": loopback_whatsapp.VERIFY,
            "LW_WHATSAPP_API_URL": api.base,
        }
        await program.starts()
        yield api
        await program.ends()


@asynccontextmanager
async def web(program: Program) -> AsyncIterator[Page]:
    """Run the program and open the chat page."""
    await program.starts()
    async with httpx2.AsyncClient(base_url=program.address, timeout=60) as http:
        page = Page(http)
        await page.open()
        yield page
        await program.ends()


def browser(page: Page) -> str:
    """Return what the store calls the browser of a page."""
    return sha256(page.http.cookies["gesprek"].encode()).hexdigest()


async def again_until_taken(page: Page, act: Mapping[str, object], message: str) -> None:
    """Send what the page sends, under one id, until the program says that it took it."""
    for _ in range(TRIES):
        try:
            if (await page.send(dict(act), message)).status_code == httpx2.codes.OK:
                return
        except httpx2.TransportError:
            pass
        await asyncio.sleep(0.01)
    raise AssertionError("what the page sent was never taken")


async def _brought(program: Program, path: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Bring a delivery to the program as it runs now; 0: nobody answered."""
    try:
        answer = await program.http.post(
            f"{program.address}{path}", content=body, headers=dict(headers)
        )
    except httpx2.TransportError:
        return 0
    return answer.status_code
