"""A real browser for tests, and the desk as staff get into it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.desk import one_time_login
from bot.parts import Parts

CHROMIUM = Path("/usr/bin/chromium")
# A machine that does much else at the same time is slow, not wrong.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
# Where to put pictures to look at; nowhere, unless somebody asks.
SHOTS = os.environ.get("DESK_SHOTS")
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no Chromium at {CHROMIUM}"),
]
# A browser without a screen never hides a tab, so the tab is told that it is hidden.
_SEEN = """seen => {
    const state = seen ? "visible" : "hidden";
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: !seen, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@asynccontextmanager
async def browsing(*args: str) -> AsyncIterator[Browser]:
    """Open the browser of this machine."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", *args]
        )
        yield browser
        await browser.close()


async def hidden(page: Page) -> None:
    """Let another tab come before this one."""
    await page.evaluate(_SEEN, False)  # noqa: FBT003 - the one argument of the script


async def looked_at_again(page: Page) -> None:
    """Come back to a tab."""
    await page.evaluate(_SEEN, True)  # noqa: FBT003 - the one argument of the script


async def logged_in(parts: Parts, page: Page, path: str = "/desk") -> None:
    """Get in by the link that the program shows at its start, and go to a page of the desk."""
    await page.goto(await one_time_login(parts))
    await page.get_by_role("button", name="Inloggen").click()
    await expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    await page.goto(path)
