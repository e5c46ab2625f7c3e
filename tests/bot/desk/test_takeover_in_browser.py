"""A handler and a person in two real browsers, in one conversation."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.parts import Parts
from bot.ports import Barrier, OutOfReach
from tests.browsing import IN_A_BROWSER, SHOTS, logged_in
from tests.melder import Melder

# The first conversation of an empty store.
CASE = "LW-2026-000001"
REPLY = "Goedendag. Ik lees met u mee."

pytestmark = IN_A_BROWSER


async def test_a_handler_takes_over_answers_and_gives_back_while_the_person_watches(
    parts: Parts, chromium: Browser, address: str
) -> None:
    person = await page_of(chromium, address)
    await person.goto("/")
    await person.get_by_role("button", name="Ja", exact=True).first.click()
    await expect(person.locator("article.u")).to_have_count(1)
    # Staff may only open what was handed over, or what is urgent.
    await person.locator("#text").fill("ik moet morgen tekenen voor finale kwijting")
    await person.keyboard.press("Enter")
    await person.get_by_role("button", name="Verder", exact=True).click()
    await expect(person.locator("article.u")).to_have_count(3)

    desk = await page_of(chromium, address)
    await logged_in(parts, desk, f"/desk/zaak/{CASE}")
    await desk.get_by_role("button", name="Neem over").focus()
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("status")).to_contain_text("U hebt de zaak overgenomen")
    await expect(person.get_by_text("U praat nu met een medewerker")).to_be_visible()

    await person.locator("#text").fill("Bent u daar?")
    await person.keyboard.press("Enter")
    await expect(person.locator("article.u")).to_have_count(4)
    talk = desk.get_by_role("region", name="Gesprek met de melder")
    await expect(talk).to_contain_text("Bent u daar?")
    await expect(desk.get_by_text("Er is iets nieuws in het gesprek.")).to_be_attached()

    await desk.get_by_label("Uw antwoord aan de melder").focus()
    await desk.keyboard.type(REPLY)
    if SHOTS:
        await desk.screenshot(path=f"{SHOTS}/overname.png")
    assert (await Axe().run(desk)).violations_count == 0
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("status")).to_contain_text("Uw antwoord is bewaard")
    shown = person.locator("article.mens")
    await expect(shown).to_contain_text(REPLY)
    await expect(shown).to_have_count(1)
    if SHOTS:
        await person.screenshot(path=f"{SHOTS}/overname-melder.png")
    await expect(talk).to_contain_text("verstuurd")

    await desk.get_by_label("Uw antwoord aan de melder").fill("Half geschreven")
    await person.locator("#text").fill("Dank u.")
    await person.keyboard.press("Enter")
    await expect(talk).to_contain_text("Dank u.")
    await expect(desk.get_by_label("Uw antwoord aan de melder")).to_have_value("Half geschreven")

    await desk.get_by_role("button", name="Geef terug aan het programma").focus()
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_text("Nog niemand behandelt deze zaak")).to_be_visible()
    await expect(person.get_by_text("weer aan mij gegeven")).to_be_visible()
    await expect(person.get_by_role("button", name="Ik ben zelf gewond")).to_be_visible()


async def test_an_open_page_shows_that_the_person_is_gone_and_leaves_what_is_typed(
    parts: Parts, chromium: Browser, address: str
) -> None:
    melder = Melder(parts)
    for said in ("hallo", "mens"):
        await melder.says(said)
    desk = await page_of(chromium, address)
    await logged_in(parts, desk, f"/desk/zaak/{CASE}")
    await desk.get_by_role("button", name="Neem over").click()
    await desk.get_by_label("Uw antwoord aan de melder").fill("Half geschreven")

    away = OutOfReach(since=parts.clock.now(), why=Barrier.BLOCKED)
    await parts.store.lost("web", "melder", away)

    reach = desk.locator("#bereik")
    await expect(reach).to_contain_text("Een antwoord dat u nu typt, komt niet aan.")
    await expect(desk.get_by_label("Uw antwoord aan de melder")).to_have_value("Half geschreven")
    assert (await Axe().run(desk)).violations_count == 0
    await parts.store.came_back("web", "melder", parts.clock.now())
    await expect(reach).not_to_contain_text("komt niet aan")


async def page_of(chromium: Browser, address: str) -> Page:
    """Return a page of somebody with cookies of their own."""
    context = await chromium.new_context(base_url=address, locale="nl-NL")
    return await context.new_page()
