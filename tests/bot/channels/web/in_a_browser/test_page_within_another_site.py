"""The chat within the page of a firm: one line of HTML there, one setting here."""

import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web
from playwright.async_api import Browser, FrameLocator, Page, Route, ViewportSize, expect

from bot.app import parts
from bot.settings import Settings
from tests.browsing import IN_A_BROWSER, PATIENCE, browsing
from tests.webpage import serving

PHONE: ViewportSize = {"width": 390, "height": 844}
README = (Path(__file__).parents[5] / "README.md").read_text("utf-8")
# The one line, as we tell people to write it.
LINE = next(iter(re.findall(r"`(<iframe .*</iframe>)`", README)), "").replace(
    "https://intake.kantoor.nl", "{chat}"
)

pytestmark = IN_A_BROWSER


class Firm:
    """The site of a firm, on another name than the chat."""

    def __init__(self) -> None:
        self.url = ""
        self.body = ""

    async def page(self, _: web.Request) -> web.Response:
        html = f"<!doctype html><html lang=nl><title>Kantoor</title><h1>Kantoor</h1>{self.body}"
        return web.Response(text=html, content_type="text/html")


@asynccontextmanager
async def firm() -> AsyncIterator[Firm]:
    site, app = Firm(), web.Application()
    app.router.add_get("/", site.page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.url = f"http://localhost:{runner.addresses[0][1]}"
    try:
        yield site
    finally:
        await runner.cleanup()


def browser() -> AbstractAsyncContextManager[Browser]:
    """Open a browser that refuses the cookies of other sites, but for those kept apart."""
    return browsing("--test-third-party-cookie-phaseout")


@asynccontextmanager
async def chat(tmp_path: Path, *sites: str) -> AsyncIterator[str]:
    chosen = Settings(
        _env_file=None,
        database_url=f"sqlite:///{tmp_path}/chat.db",
        public_url="https://intake.kantoor.example",
        organisation="Kantoor",
        organisation_contact="020 000 00 00",
        privacy_url="https://kantoor.example/privacy",
        office_hours="9 tot 17 uur",
        embed_sites=sites,
    )
    async with serving(await parts(chosen)) as (url, _):
        yield url


async def visited(
    running: Browser, site: Firm, *, keeps: bool = True, **how: Any
) -> tuple[Page, FrameLocator]:
    """Visit the page of the firm, with a browser that keeps cookies there or does not.

    Return the page and the chat within it.
    """
    context = await running.new_context(viewport=PHONE, **how)
    page = await context.new_page()
    if not keeps:
        await page.route("http://127.0.0.1:*/", without_its_cookie)
    page.set_default_timeout(PATIENCE)
    await page.goto(site.url)
    return page, page.frame_locator("iframe")


async def without_its_cookie(route: Route) -> None:
    answer = await route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "set-cookie"}
    await route.fulfill(response=answer, headers=headers)


async def shown(page: Page) -> bool:
    """Tell whether the browser shows the chat within the page."""
    frame = page.frames[-1]
    return frame.url.startswith("http://127.0.0.1") and await frame.locator("#log").count() == 1


async def test_a_conversation_within_the_page_of_a_firm_is_kept(tmp_path: Path) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = LINE.format(chat=url)
        page, within = await visited(running, site)
        await within.get_by_role("button", name="Ja", exact=True).first.click()
        await expect(within.locator("#log .line")).to_have_count(3, timeout=PATIENCE)

        await page.reload()

        await expect(within.locator("#log .line")).to_have_count(3, timeout=PATIENCE)


async def test_the_way_out_takes_the_page_of_the_firm_along(tmp_path: Path) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = LINE.format(chat=url)
        page = await running.new_page(viewport=PHONE)
        page.set_default_timeout(PATIENCE)
        gone: list[str] = []

        await page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="weer"))
        page.on("framenavigated", lambda frame: gone.append(frame.url))
        await page.goto(site.url)
        await page.frame_locator("iframe").locator("#away").click()

        await page.wait_for_url("https://www.knmi.nl/")
        assert len(page.frames) == 1


async def test_a_site_that_was_not_named_shows_nothing(tmp_path: Path) -> None:
    async with firm() as site, chat(tmp_path) as url, browser() as running:
        site.body = LINE.format(chat=url)
        page = await running.new_page()
        await page.goto(site.url)

        assert not await shown(page)


async def test_three_times_escape_leaves_from_within_the_page_of_the_firm(tmp_path: Path) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = LINE.format(chat=url)
        page, within = await visited(running, site)
        await page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="weer"))
        await within.get_by_role("button", name="Ja", exact=True).first.click()
        await expect(within.locator("#log .line")).to_have_count(3)
        for _ in range(3):
            await page.keyboard.press("Escape")

        await page.wait_for_url("https://www.knmi.nl/")


async def test_a_browser_that_keeps_nothing_there_gets_the_chat_in_a_window_of_its_own(
    tmp_path: Path,
) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = LINE.format(chat=url)
        page, within = await visited(running, site, keeps=False)
        await within.get_by_role("button", name="Ja", exact=True).first.click()
        await expect(within.locator("#notice")).to_contain_text("bewaart uw browser geen gesprek")
        async with page.expect_popup() as opened:
            await within.get_by_role("link", name="in een eigen venster").click()

        window = await opened.value
        await window.get_by_role("button", name="Ja", exact=True).first.click()
        await expect(window.locator("#log .line")).to_have_count(3)


async def test_without_a_script_that_is_told_on_a_page_within_the_page_of_the_firm(
    tmp_path: Path,
) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = LINE.format(chat=url)
        _, within = await visited(running, site, keeps=False, java_script_enabled=False)
        await within.get_by_role("button", name="Ja", exact=True).first.click()

        await expect(within.get_by_role("heading", name="Dat lukte niet")).to_be_visible()
        own = within.get_by_role("link", name="in een eigen venster")
        await expect(own).to_have_attribute("target", "_blank")


async def test_within_the_page_of_the_firm_the_keyboard_gets_in_and_out(tmp_path: Path) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = f'<a href="#">ervoor</a>{LINE.format(chat=url)}<a href="#">erna</a>'
        page, within = await visited(running, site)
        await expect(within.locator("#log .choices button").first).to_be_enabled()
        await page.get_by_text("ervoor").focus()
        await page.keyboard.press("Tab")
        await expect(within.locator(".skip")).to_be_focused()
        for _ in range(40):
            await page.keyboard.press("Tab")
            if await page.evaluate("document.activeElement.innerText") == "erna":
                break

        assert await page.evaluate("document.activeElement.innerText") == "erna"
