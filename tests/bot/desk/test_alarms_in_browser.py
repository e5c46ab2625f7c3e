"""The alarms as staff meet them: live on an open page, by keyboard, wide and narrow."""

import json
from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.parts import Parts
from bot.ports import AlarmKind
from tests.bot.desk.test_alarms_at_the_desk import case
from tests.browsing import IN_A_BROWSER, SHOTS, logged_in

pytestmark = IN_A_BROWSER


@pytest.fixture
async def desk(parts: Parts, chromium: Browser, address: str) -> AsyncIterator[Page]:
    context = await chromium.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    await logged_in(parts, page)
    yield page
    await context.close()


async def test_an_alarm_appears_on_an_open_page_and_goes_by_one_press_of_a_key(
    parts: Parts, desk: Page
) -> None:
    banner = desk.get_by_role("region", name="nog door niemand gezien")
    await expect(banner).to_have_count(0)

    number = await case(parts, "een")
    await parts.alarms.looked()

    await expect(banner).to_contain_text(number)
    button = banner.get_by_role("button", name="Mogelijke suïcidaliteit")
    await button.focus()
    await case(parts, "twee", AlarmKind.TEKENDRUK)
    await parts.alarms.looked()
    await expect(banner.get_by_role("listitem")).to_have_count(2)
    await expect(button).to_be_focused()

    await desk.keyboard.press("Enter")

    await expect(banner.get_by_role("listitem")).to_have_count(1)
    await expect(banner).to_contain_text("Druk om te tekenen")
    await expect(desk).to_have_url("/desk")


@pytest.mark.parametrize("width", [1280, 820])
async def test_the_alarms_can_be_read_by_everybody_on_every_screen(
    width: int, parts: Parts, desk: Page
) -> None:
    for number, kind in enumerate(AlarmKind):
        await case(parts, str(number), kind)
    await desk.set_viewport_size({"width": width, "height": 800})
    for path in ("/desk", "/desk/alarmen"):
        await desk.goto(path)
        if SHOTS:
            shot = f"{SHOTS}/alarmen{path.count('/')}-{width}.png"
            await desk.screenshot(path=shot, full_page=True)
        found = await Axe().run(desk)
        assert found.violations_count == 0, json.dumps(found.response["violations"], indent=1)
        beside = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert await desk.evaluate(beside)
