"""The chat within the page of a firm: one line of HTML there, one setting here."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from aiohttp import web
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.app import parts
from bot.settings import Settings
from tests.browsing import IN_A_BROWSER, PATIENCE, browsing
from tests.webpage import serving

PHONE: ViewportSize = {"width": 390, "height": 844}
LINE = '<iframe src="{chat}/" title="Vertel wat er is gebeurd" style="width:100%;height:45rem">'

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


async def shown(page: Page) -> bool:
    """Tell whether the browser shows the chat within the page."""
    frame = page.frames[-1]
    return frame.url.startswith("http://127.0.0.1") and await frame.locator("#log").count() == 1


async def test_a_conversation_within_the_page_of_a_firm_is_kept(tmp_path: Path) -> None:
    async with firm() as site, chat(tmp_path, site.url) as url, browser() as running:
        site.body = LINE.format(chat=url)
        page = await running.new_page(viewport=PHONE)
        page.set_default_timeout(PATIENCE)
        await page.goto(site.url)
        within = page.frame_locator("iframe")
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
