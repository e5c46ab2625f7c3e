"""A handler fills in by keyboard while the person reads and answers, in two real browsers."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.parts import Parts
from tests.browsing import IN_A_BROWSER, SHOTS, logged_in

# The first conversation of an empty store.
CASE = "LW-2026-000001"

pytestmark = IN_A_BROWSER


async def page_of(chromium: Browser, address: str, width: int) -> Page:
    context = await chromium.new_context(
        base_url=address, locale="nl-NL", viewport={"width": width, "height": 844}
    )
    return await context.new_page()


async def by_keyboard(page: Page, role: str, name: str, *, exact: bool = False) -> None:
    """Go to something and press Enter on it."""
    await page.get_by_role(role, name=name, exact=exact).first.focus()  # type: ignore[arg-type]
    await page.keyboard.press("Enter")


async def met(parts: Parts, chromium: Browser, address: str) -> tuple[Page, Page]:
    """Return the pages of a person and of the handler who took over from the program."""
    person = await page_of(chromium, address, 390)
    await person.goto("/")
    await person.get_by_role("button", name="Ja", exact=True).first.click()
    await expect(person.locator("article.u")).to_have_count(1)
    await person.locator("#text").fill("ik moet morgen tekenen voor finale kwijting")
    await person.keyboard.press("Enter")
    await expect(person.get_by_role("button", name="Verder", exact=True).first).to_be_visible()

    desk = await page_of(chromium, address, 1280)
    await logged_in(parts, desk, f"/desk/zaak/{CASE}")
    await by_keyboard(desk, "button", "Neem over")
    return person, desk


async def test_a_handler_asks_and_fills_in_by_keyboard_and_the_person_confirms(
    parts: Parts, chromium: Browser, address: str
) -> None:
    person, desk = await met(parts, chromium, address)
    await by_keyboard(desk, "link", "Vraag stellen of gegevens invullen")

    await desk.get_by_label("Vraag", exact=True).select_option("rol")
    await by_keyboard(desk, "button", "Open deze vraag")
    await by_keyboard(desk, "button", "Stel deze vraag aan de melder")
    await expect(desk.get_by_role("status")).to_contain_text("De vraag is bewaard")
    await expect(person.get_by_text("heeft een vraag voor u")).to_be_visible()
    await person.get_by_role("button", name="Ik ben zelf gewond").click()
    await expect(person.get_by_text("Dit is genoteerd")).to_be_visible()

    await desk.goto(f"/desk/zaak/{CASE}/invullen?vraag=datum")
    await desk.get_by_label("Antwoord", exact=True).focus()
    await desk.keyboard.type("3 mei 2026")
    for width in (1280, 820):
        await desk.set_viewport_size({"width": width, "height": 900})
        assert (await Axe().run(desk)).violations_count == 0
        if SHOTS:
            await desk.screenshot(path=f"{SHOTS}/invullen-{width}.png", full_page=True)
        wide = await desk.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("status")).to_contain_text("Het antwoord is ingevuld")
    difference = desk.get_by_role("region", name="Laatst ingevuld door de balie")
    await expect(difference).to_contain_text("Verjaring")
    assert (await Axe().run(desk)).violations_count == 0

    await expect(person.get_by_text("heeft dit voor u ingevuld")).to_be_visible()
    await person.get_by_role("button", name="Ja, dit klopt").click()
    await expect(person.get_by_text("blijft dit zo staan")).to_be_visible()
    if SHOTS:
        await person.screenshot(path=f"{SHOTS}/invullen-melder.png")

    await desk.get_by_label("Overeengekomen aansprakelijkheid in procenten").focus()
    await desk.keyboard.type("honderdtwintig procent")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("alert")).to_contain_text("nog niets bewaard")
    wrong = desk.get_by_label("Overeengekomen aansprakelijkheid in procenten")
    await expect(wrong).to_have_value("honderdtwintig procent")
    assert (await Axe().run(desk)).violations_count == 0
    await wrong.fill("tussen 40 en 60")
    await wrong.press("Enter")
    await expect(desk.get_by_role("status")).to_contain_text("De gegevens zijn bewaard")

    await desk.goto(f"/desk/zaak/{CASE}")
    facts = desk.get_by_role("region", name="Feiten, in de volgorde van het gesprek")
    await expect(facts).to_contain_text("Bevestigd door de melder")
    await expect(facts).to_contain_text("tussen 40% en 60%")
    assert (await Axe().run(desk)).violations_count == 0
