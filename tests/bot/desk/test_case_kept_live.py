"""A case that stays open all day: its facts are as the store has them, its reader undisturbed."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.parts import Parts
from bot.takeover import Takeover
from tests.browsing import IN_A_BROWSER, hidden, logged_in, looked_at_again

# Somebody who talked to the end.
CASE = "LW-2026-000001"
FIELD = "Overeengekomen aansprakelijkheid in procenten"
TYPED = "Half geschreven antwoord"

pytestmark = IN_A_BROWSER


@pytest.fixture
def parts(telling: Parts) -> Parts:
    return telling


@pytest.fixture
async def desk(parts: Parts, chromium: Browser, address: str) -> AsyncIterator[Page]:
    context = await chromium.new_context(
        base_url=address, viewport={"width": 1280, "height": 800}, locale="nl-NL"
    )
    page = await context.new_page()
    await logged_in(parts, page, f"/desk/zaak/{CASE}")
    await page.get_by_role("button", name="Neem over", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("U hebt de zaak overgenomen")
    yield page
    await context.close()


async def fills_in(desk: Page, percentage: str) -> None:
    """Fill in a fact in another tab."""
    other = await desk.context.new_page()
    await other.goto(f"/desk/zaak/{CASE}/invullen")
    await other.get_by_label(FIELD).fill(percentage)
    await other.get_by_label(FIELD).press("Enter")
    await expect(other.get_by_role("status")).to_contain_text("De gegevens zijn bewaard")
    await other.close()


def facts(desk: Page) -> Locator:
    return desk.get_by_role("region", name="Feiten, in de volgorde van het gesprek")


async def place_of(part: Locator) -> float:
    return float(await part.evaluate("part => part.getBoundingClientRect().top"))


async def test_what_is_filled_in_elsewhere_appears_and_nothing_that_is_typed_gets_lost(
    desk: Page,
) -> None:
    answer = desk.get_by_label("Uw antwoord aan de melder")
    await answer.fill(TYPED)
    await answer.evaluate("field => field.setSelectionRange(5, 5)")
    before = await place_of(answer)

    await fills_in(desk, "80")

    await expect(facts(desk)).to_contain_text("80%")
    changed = desk.get_by_role("region", name="Laatst ingevuld door de balie")
    await expect(changed).to_be_attached()
    await expect(desk.get_by_text("De gegevens van deze zaak zijn bijgewerkt.")).to_be_attached()
    await expect(answer).to_have_value(TYPED)
    await expect(answer).to_be_focused()
    assert await answer.evaluate("field => field.selectionStart") == 5
    assert abs(await place_of(answer) - before) < 2


async def test_whoever_reads_further_on_keeps_their_place_and_their_focus(desk: Page) -> None:
    await fills_in(desk, "40")
    await expect(facts(desk)).to_contain_text("40%")
    link = desk.get_by_role("region", name="Open punten").get_by_role("link").first
    await link.focus()
    called = await link.get_attribute("href")
    before = await place_of(link)

    await fills_in(desk, "70")

    await expect(facts(desk)).to_contain_text("70%")
    assert await desk.evaluate("document.activeElement.getAttribute('href')") == called
    assert abs(await place_of(link) - before) < 2


async def test_a_colleague_who_takes_the_case_is_seen_at_once(parts: Parts, desk: Page) -> None:
    await desk.get_by_label("Uw antwoord aan de melder").fill(TYPED)
    known = await parts.store.conversation(case=CASE)
    assert known is not None

    await Takeover(parts).take(CASE, "anna", known.epoch)

    await expect(desk.locator("#eigenaar")).to_contain_text("anna")
    await expect(desk.get_by_label("Uw antwoord aan de melder")).to_have_value(TYPED)


async def test_a_tab_that_nobody_sees_holds_no_connection_and_is_up_to_date_when_seen(
    desk: Page,
) -> None:
    await hidden(desk)
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    await fills_in(desk, "60")
    assert asked == []

    await looked_at_again(desk)

    await expect(facts(desk)).to_contain_text("60%")


async def test_a_ninth_tab_of_the_desk_opens_while_the_others_wait(desk: Page) -> None:
    tabs = [desk]
    for _ in range(8):
        await hidden(tabs[-1])
        page = await desk.context.new_page()
        tabs.append(page)
        await page.goto(f"/desk/zaak/{CASE}")
        await expect(page.get_by_role("heading", level=1)).to_contain_text(CASE)
