"""The desk as staff meet it: in a real browser, by keyboard, on a wide and a narrow screen."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, ConsoleMessage, Page, expect

from bot.desk import one_time_login
from bot.parts import Parts
from tests.browsing import IN_A_BROWSER, SHOTS, logged_in

PASSWORD = "vier losse woorden samen"
# The first that was told.
CASE = "LW-2026-000001"

pytestmark = IN_A_BROWSER


@pytest.fixture
def parts(telling: Parts) -> Parts:
    return telling


@pytest.fixture
async def desk(chromium: Browser, address: str) -> AsyncIterator[Page]:
    """A page on which nothing may go wrong."""
    wrong: list[str] = []
    context = await chromium.new_context(
        base_url=address, viewport={"width": 1280, "height": 800}, locale="nl-NL"
    )
    page = await context.new_page()
    page.on("console", lambda said: None if expected(said) else wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url),
    )
    yield page
    await context.close()
    assert wrong == []


async def test_staff_get_in_choose_a_password_and_read_a_case_by_keyboard_alone(
    parts: Parts, desk: Page
) -> None:
    await desk.goto(await one_time_login(parts))
    await expect(desk.get_by_role("button", name="Inloggen")).to_be_focused()
    await desk.keyboard.press("Enter")

    await expect(desk.get_by_role("heading", name="Wachtwoord kiezen")).to_be_visible()
    await desk.get_by_label("Nieuw wachtwoord", exact=True).focus()
    await desk.keyboard.type(PASSWORD)
    await desk.keyboard.press("Tab")
    await desk.keyboard.type(PASSWORD)
    await desk.keyboard.press("Enter")

    await expect(desk.get_by_role("status")).to_have_text("Het wachtwoord is bewaard.")
    await expect(desk.get_by_role("row")).to_have_count(5)
    await reached_by_tab(desk, CASE)
    await desk.keyboard.press("Enter")

    await expect(desk.get_by_role("heading", level=1)).to_have_text(f"Zaak {CASE}")
    await expect(desk.get_by_role("region", name="Zaakkaart")).to_contain_text("GBL")
    await expect(desk.get_by_role("region", name="Gesprek, zoals")).to_contain_text("Gekozen knop")


async def test_the_skip_link_leads_past_the_menu(parts: Parts, desk: Page) -> None:
    await logged_in(parts, desk)
    await desk.keyboard.press("Tab")
    await expect(desk.get_by_role("link", name="Naar de inhoud")).to_be_focused()

    await desk.keyboard.press("Enter")

    await expect(desk.locator("main")).to_be_focused()


async def test_a_wrong_password_is_told_kindly_and_the_right_one_gets_in(
    parts: Parts, desk: Page
) -> None:
    await logged_in(parts, desk)
    await desk.goto("/desk/wachtwoord")
    await desk.get_by_label("Nieuw wachtwoord", exact=True).fill(PASSWORD)
    await desk.get_by_label("Nieuw wachtwoord, nog een keer").fill(PASSWORD)
    await desk.get_by_role("button", name="Wachtwoord bewaren").click()
    await desk.get_by_role("button", name="Uitloggen").click()

    for password in ("iets heel anders", PASSWORD):
        await desk.get_by_label("Naam").fill("beheer")
        await desk.get_by_label("Wachtwoord").fill(password)
        if password == PASSWORD:
            await desk.get_by_role("button", name="Inloggen").click()
        else:
            async with desk.expect_response("**/inloggen") as answered:
                await desk.get_by_role("button", name="Inloggen").click()
            assert (await answered.value).status == 403
            await expect(desk.get_by_role("alert")).to_be_visible()

    await expect(desk.get_by_role("heading", name="Zaken")).to_be_visible()


async def test_every_page_fits_wide_and_narrow_screens_and_pleases_axe(
    parts: Parts, desk: Page
) -> None:
    await desk.goto("/desk/inloggen")
    await looked_at(desk, "inloggen")
    await desk.goto(await one_time_login(parts))
    await looked_at(desk, "eenmalig")
    await desk.get_by_role("button", name="Inloggen").click()
    await desk.wait_for_url("**/desk/wachtwoord")
    for name, path in {
        "wachtwoord": "/desk/wachtwoord",
        "zaken": "/desk",
        "leeg": "/desk?lijst=mij",
        "zaak": f"/desk/zaak/{CASE}",
        "afdruk": f"/desk/zaak/{CASE}/afdruk",
    }.items():
        await desk.goto(path)
        # The page to print is the summary of the page before it.
        await looked_at(desk, name, axe=name != "afdruk")


async def test_a_case_prints_on_paper_without_the_menu(parts: Parts, desk: Page) -> None:
    await logged_in(parts, desk)
    await desk.goto(f"/desk/zaak/{CASE}")
    await desk.emulate_media(media="print")

    await expect(desk.get_by_role("banner").first).to_be_hidden()
    await expect(desk.get_by_role("heading", level=1)).to_be_visible()
    if SHOTS:
        await desk.pdf(path=f"{SHOTS}/desk-afdruk.pdf", format="A4")


async def test_the_data_of_a_case_can_be_downloaded(parts: Parts, desk: Page) -> None:
    await logged_in(parts, desk)
    await desk.goto(f"/desk/zaak/{CASE}")

    async with desk.expect_download() as download:
        await desk.get_by_role("link", name="Download JSON").click()

    assert read(await (await download.value).path())["zaak"] == CASE


def expected(said: ConsoleMessage) -> bool:
    """Tell whether a browser may say this: a refused login is reported as an error."""
    return said.type != "error" or "status of 403" in said.text


def read(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


async def reached_by_tab(desk: Page, words: str) -> None:
    for _ in range(30):
        await desk.keyboard.press("Tab")
        if await desk.evaluate("document.activeElement.textContent.trim()") == words:
            return
    pytest.fail(f"{words} is not reached by the Tab key")


async def looked_at(desk: Page, name: str, *, axe: bool = True) -> None:
    """Look at a page on a narrow and a wide screen: nothing sticks out, and axe is content."""
    for width in (820, 1280):
        await desk.set_viewport_size({"width": width, "height": 900})
        content, screen = await desk.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        if SHOTS:
            await desk.screenshot(path=f"{SHOTS}/desk-{name}-{width}.png", full_page=True)
        assert content <= screen, name
    if axe:
        found = await Axe().run(desk)
        assert found.violations_count == 0, found.generate_report()
