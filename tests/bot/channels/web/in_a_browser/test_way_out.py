"""Leaving at once, by a tap or by the keyboard; nobody finds the page by the back button."""

import pytest
from playwright.async_api import Route, expect

from tests.browsing import IN_A_BROWSER
from tests.visiting import Visitor

WEATHER = "https://www.knmi.nl/"

pytestmark = [*IN_A_BROWSER, pytest.mark.asyncio(loop_scope="module")]


async def weather(route: Route) -> None:
    await route.fulfill(body="<!doctype html><title>Het weer</title>", content_type="text/html")


async def about_to_leave(visitor: Visitor) -> None:
    """Let the page about the weather be there; nothing else of elsewhere may be asked for."""
    await visitor.page.route(f"{WEATHER}**", weather)


async def left(visitor: Visitor) -> None:
    await visitor.page.wait_for_url(WEATHER)
    assert set(visitor.wrong) == {WEATHER}
    visitor.wrong.clear()


async def test_leaving_takes_everything_off_the_screen_and_out_of_memory(visitor: Visitor) -> None:
    await visitor.say("mijn man heeft mij geslagen")
    await about_to_leave(visitor)
    await expect(visitor.page.get_by_text("Weg van deze pagina")).to_be_visible()
    await visitor.page.route("**/chat/messages", lambda route: route.abort())
    visitor.may_be_offline = True
    await visitor.text.fill("hij komt eraan")
    await visitor.text.press("Enter")
    await expect(visitor.page.locator("#queue .u")).to_have_count(1)
    await visitor.text.fill("en toen")

    rest = await visitor.page.evaluate(
        "document.querySelector('#away').click(), [document.body.innerText, document.title,"
        " localStorage.length, JSON.stringify(Object.entries(sessionStorage))]"
    )

    assert rest == ["", "", 0, '[["weg",""]]']
    await left(visitor)


async def test_nobody_comes_back_by_the_back_button(visitor: Visitor) -> None:
    await visitor.say("mijn man heeft mij geslagen")
    await visitor.page.locator(".intro a").first.click()
    await visitor.page.get_by_role("link", name="Naar het gesprek").click()
    await expect(visitor.lines.first).to_be_visible()
    await about_to_leave(visitor)
    await visitor.page.locator("#away").tap()
    await left(visitor)

    await visitor.page.go_back(wait_until="commit")
    await left(visitor)
    await visitor.page.go_back(wait_until="commit")
    await left(visitor)

    await visitor.open()
    await expect(visitor.lines).not_to_have_count(0)


@pytest.mark.parametrize("path", ["/", "/uitleg", "/uitleg/classificatie", "/privacy"])
async def test_three_times_escape_leaves_every_page(visitor: Visitor, path: str) -> None:
    await visitor.open(path)
    await about_to_leave(visitor)
    keys = visitor.page.keyboard
    await keys.press("Escape")
    await keys.press("Escape")
    await keys.press("a")
    await keys.press("Escape")
    await expect(visitor.page.locator("#away")).to_be_visible()

    await keys.press("Escape")
    await keys.press("Escape")

    await left(visitor)


async def test_the_way_out_grows_when_somebody_tells_of_violence_halfway(
    visitor: Visitor,
) -> None:
    await visitor.intake(until="oorzaak")
    large = visitor.page.get_by_text("Weg van deze pagina", exact=True)
    await expect(large).to_be_hidden()

    await visitor.tap("misdrijf")

    await expect(large).to_be_visible()
    await visitor.page.reload()
    await expect(large).to_be_visible()


async def test_who_has_a_keyboard_reads_which_key_leads_out(visitor: Visitor) -> None:
    await visitor.say("mijn man heeft mij geslagen")

    # A telephone has no such key.
    await expect(visitor.page.get_by_text("druk drie keer op Esc")).to_be_hidden()
