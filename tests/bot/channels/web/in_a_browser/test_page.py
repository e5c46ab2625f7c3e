"""The page as people meet it: in a real browser, on a telephone, with and without everything."""

import re
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import (
    Browser,
    Locator,
    Route,
    ViewportSize,
    expect,
)

from bot.parts import Parts
from bot.sentences.words import words
from tests.browsing import IN_A_BROWSER, browsing
from tests.visiting import Visitor, visiting

TEXTS = words()
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

pytestmark = [
    *IN_A_BROWSER,
    # One program and one browser for all; each visitor has cookies of their own.
    pytest.mark.asyncio(loop_scope="module"),
]


# --- a whole conversation ------------------------------------------------------------------------


async def test_a_plain_intake_is_done_by_tapping(visitor: Visitor, everything: Parts) -> None:
    await visitor.intake()

    assert await visitor.state() == "handed_over"
    shown = await visitor.page.locator("#progress").inner_text()
    case = await everything.store.conversation(case=shown.rpartition(" ")[2])
    assert case is not None
    assert case.labels.handed_over_at is not None


async def test_the_screen_follows_the_question(visitor: Visitor) -> None:
    await visitor.intake(until="oorzaak")

    await expect(visitor.page.get_by_text(TEXTS("vraag.oorzaak.ask"))).to_be_in_viewport()
    await expect(visitor.choices.first).to_be_in_viewport()
    await expect(visitor.text).to_be_in_viewport()
    assert await visitor.page.locator(".choices:not([hidden])").count() == 1


async def test_the_keyboard_on_the_screen_hides_neither_question_nor_field(
    visitor: Visitor,
) -> None:
    await visitor.intake(until="geboortedatum")
    await visitor.text.tap()
    # A telephone makes the page lower when its keyboard comes up.
    await visitor.page.set_viewport_size({"width": 390, "height": 420})

    asked = visitor.page.get_by_text(TEXTS("vraag.geboortedatum.ask")).last
    await expect(asked).to_be_in_viewport(ratio=1)
    await expect(visitor.text).to_be_in_viewport(ratio=1)


async def test_a_list_is_ticked_on_the_spot_and_its_answer_is_what_was_ticked(
    visitor: Visitor,
) -> None:
    await visitor.intake(until="posten")
    before = await visitor.lines.count()
    for choice in ("medisch", "reiskosten", "kleding_en_spullen", "reiskosten"):
        await visitor.tick(choice)
    pressed = visitor.choices.and_(visitor.page.locator("[aria-pressed=true]"))
    await expect(pressed).to_have_count(2)
    labels = [await button.inner_text() for button in await pressed.all()]
    await visitor.settled()
    assert await visitor.lines.count() == before

    await visitor.page.reload()
    await expect(pressed).to_have_count(2)
    await visitor.tap("klaar")

    assert (await visitor.said())[-1] == ", ".join(labels)


async def test_going_back_asks_the_question_again(visitor: Visitor) -> None:
    await visitor.intake(until="oorzaak")
    before = await visitor.lines.count()
    await visitor.button("Terug").tap()
    await visitor.grown(before)

    assert await visitor.question() == "geboortedatum"
    await expect(visitor.button("Zo laten: 3 mei 1980")).to_be_visible()


async def test_pausing_leaves_one_way_on(visitor: Visitor) -> None:
    await visitor.intake(until="rol")
    await visitor.button("Pauze").tap()
    await expect(visitor.button("Pauze")).to_have_count(0)
    await visitor.button("Verder").tap()
    await expect(visitor.button("Pauze")).to_have_count(1)
    await visitor.settled()

    assert await visitor.question() == "rol"


# --- what goes wrong with telephones -------------------------------------------------------------


async def test_a_reload_in_the_middle_goes_on_where_it_was(visitor: Visitor) -> None:
    await visitor.intake(until="oorzaak")
    before = await visitor.page.locator("#log").inner_text()
    await visitor.page.reload()

    assert await visitor.page.locator("#log").inner_text() == before
    await visitor.tap("verkeer")
    assert (await visitor.said())[-1] == "Verkeer"


async def test_a_double_tap_answers_one_question(visitor: Visitor) -> None:
    await visitor.choices.first.dblclick()
    await visitor.grown(1)

    assert await visitor.said() == ["Ja"]
    assert await visitor.question() == "rol"


async def test_what_is_said_without_a_connection_is_sent_later_in_order(visitor: Visitor) -> None:
    visitor.may_be_offline = True
    await visitor.intake(until="geboortedatum")
    await visitor.page.context.set_offline(True)
    for typed in ("3 mei 1980", "verkeer", "gisteren"):
        await visitor.text.fill(typed)
        await visitor.text.press("Enter")
    await expect(visitor.page.locator("#queue .status").first).to_contain_text(
        "Nog niet verstuurd"
    )
    await expect(visitor.page.get_by_role("status").first).to_be_visible()
    await visitor.page.context.set_offline(False)
    await visitor.settled()

    assert (await visitor.said())[-3:] == ["3 mei 1980", "verkeer", "gisteren"]
    assert await visitor.question() == "verhaal"


async def test_an_answer_that_got_lost_on_the_way_back_counts_once(visitor: Visitor) -> None:
    visitor.may_be_offline = True
    lost: list[str] = []

    async def lose_the_first(route: Route) -> None:
        if lost:
            await route.continue_()
            return
        lost.append((await (await route.fetch()).text())[:9])
        await route.abort()

    await visitor.page.route("**/chat/messages", lose_the_first)
    await visitor.tap("ja")

    assert lost == ['{"lines":']
    assert await visitor.said() == ["Ja"]
    await visitor.page.reload()
    assert await visitor.said() == ["Ja"]


async def test_what_waits_is_still_sent_after_a_reload(visitor: Visitor) -> None:
    visitor.may_be_offline = True
    await visitor.intake(until="rol")
    await visitor.page.route("**/chat/messages", lambda route: route.abort())
    await visitor.text.fill("ikzelf")
    await visitor.text.press("Enter")
    await expect(visitor.button("Probeer opnieuw")).to_be_visible()
    await visitor.page.unroute("**/chat/messages")
    await visitor.page.reload()
    await visitor.settled()

    assert await visitor.said() == ["Ja", "ikzelf"]
    assert await visitor.question() == "geboortedatum"


async def test_two_tabs_show_the_same_conversation(visitor: Visitor) -> None:
    await visitor.intake(until="rol")
    other = Visitor(await visitor.page.context.new_page(), visitor.address)
    await other.open()
    await visitor.tap("slachtoffer")
    await expect(other.page.get_by_text(TEXTS("vraag.geboortedatum.ask"))).to_be_visible()
    await other.settled()
    await other.say("3 mei 1980")
    await expect(visitor.page.get_by_text(TEXTS("vraag.oorzaak.ask"))).to_be_visible()

    assert other.wrong == []


async def test_a_long_story_grows_the_field_and_is_counted_near_its_end(visitor: Visitor) -> None:
    small = await height(visitor.text)
    await visitor.text.fill("regel\n" * 5)
    assert await height(visitor.text) > small
    await expect(visitor.page.locator("#count")).to_be_empty()
    await visitor.text.fill("x" * 14_900)
    await expect(visitor.page.locator("#count")).to_have_text("Nog 100 tekens.")
    await visitor.text.fill("x" * 15_010)
    await expect(visitor.page.locator("#count")).to_contain_text("10 tekens te veel")
    await visitor.text.press("Enter")

    assert await visitor.said() == []


async def height(part: Locator) -> float:
    box = await part.bounding_box()
    assert box is not None
    return box["height"]


# --- for everybody -------------------------------------------------------------------------------


async def test_everything_can_be_done_with_the_keyboard(visitor: Visitor) -> None:
    keys = visitor.page.keyboard
    await keys.press("Tab")
    assert await focused(visitor) == "Ga naar het antwoordvak"
    await keys.press("Enter")
    await keys.type("ja")
    await keys.press("Shift+Enter")
    await keys.press("Backspace")
    await keys.press("Enter")
    await visitor.grown(1)
    assert await visitor.question() == "rol"
    assert await visitor.page.evaluate("document.activeElement.id") == "text"

    await visitor.choices.first.focus()
    await keys.press("Enter")
    await visitor.grown(3)
    assert TEXTS("vraag.geboortedatum.ask") in await focused(visitor)
    await keys.press("Tab")
    assert await focused(visitor) == "Weet ik niet"

    await visitor.page.locator("summary").focus()
    await keys.press("Enter")
    await expect(visitor.button("Wis mijn gegevens")).to_be_visible()
    await keys.press("Escape")
    await expect(visitor.button("Wis mijn gegevens")).to_have_count(0)
    assert await focused(visitor) == "Meer…"


async def focused(visitor: Visitor) -> str:
    return str(await visitor.page.evaluate("document.activeElement.innerText"))


async def test_a_screen_reader_hears_what_is_new_and_knows_where_it_is(visitor: Visitor) -> None:
    page = visitor.page

    assert await page.locator("html").get_attribute("lang") == "nl"
    await expect(page.get_by_role("log", name="Gesprek")).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("main")).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).to_have_count(1)
    await expect(page.get_by_role("textbox", name="Typ hier uw antwoord")).to_be_visible()
    await expect(page.get_by_role("group", name=re.compile("Mag ik u vragen"))).to_be_visible()
    await expect(page.get_by_role("navigation")).to_be_visible()


async def test_axe_finds_nothing_to_improve(chromium: Browser, address: str) -> None:
    found: dict[str, list[str]] = {}
    async with visiting(chromium, address, reduced_motion="reduce") as someone:
        found["start"] = await faults(someone)
        await someone.intake(until="posten")
        await someone.tick("medisch")
        await someone.settled()
        await someone.page.locator("summary").tap()
        found["ticks and menu"] = await faults(someone)
        await someone.say("mijn man heeft mij geslagen")
        found["safety"] = await faults(someone)
        await someone.say("mijn gegevens")
        found["data"] = await faults(someone)
        await someone.intake(until="controle")
        found["overview"] = await faults(someone)
        someone.may_be_offline = True
        await someone.page.context.set_offline(True)
        await someone.text.fill("dat klopt")
        await someone.text.press("Enter")
        await expect(someone.button("Probeer opnieuw")).to_be_visible()
        found["no line"] = await faults(someone)
        await someone.page.context.set_offline(False)
        await someone.settled()
        found["handed over"] = await faults(someone)
        for path in (
            "/privacy",
            "/uitleg",
            "/uitleg/classificatie",
            "/overzicht",
            "/uitleg/is-er-niet",
        ):
            await someone.open(path)
            found[path] = await faults(someone)

    assert {place: what for place, what in found.items() if what} == {}


async def faults(someone: Visitor) -> list[str]:
    """Return what axe finds, by day and by night."""
    found = []
    for scheme in SCHEMES:
        await someone.page.emulate_media(color_scheme=scheme)
        results = await Axe().run(someone.page)
        found += [
            f"{scheme}: {fault['id']}: {node['html'][:120]}"
            for fault in results.response["violations"]
            for node in fault["nodes"]
        ]
    return found


SCREENS: list[ViewportSize] = [
    {"width": 320, "height": 640},
    {"width": 844, "height": 390},
    {"width": 1280, "height": 800},
]


async def test_everything_fits_on_every_screen(visitor: Visitor) -> None:
    await fits_everywhere(visitor)


async def test_everything_fits_when_text_is_twice_as_large(address: str) -> None:
    async with (
        browsing("--blink-settings=defaultFontSize=32") as browser,
        visiting(browser, address) as someone,
    ):
        await fits_everywhere(someone)


async def test_everything_fits_when_letters_and_lines_stand_far_apart(visitor: Visitor) -> None:
    await visitor.page.set_viewport_size({"width": 320, "height": 640})
    await visitor.intake(until="posten")
    await visitor.page.evaluate(
        """() => {
            for (const part of document.querySelectorAll("*")) {
                for (const [name, value] of [["line-height", "1.5"], ["letter-spacing", ".12em"],
                    ["word-spacing", ".16em"]]) part.style.setProperty(name, value, "important");
            }
        }"""
    )
    cut_off = await visitor.page.evaluate(
        """() => [...document.querySelectorAll("button, a, p, summary")]
            .filter((part) => part.checkVisibility() && !part.matches(".unseen, .skip"))
            .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth)
            .map((part) => part.outerHTML)"""
    )

    await fits(visitor)
    assert cut_off == []


async def fits_everywhere(someone: Visitor) -> None:
    await someone.intake(until="oorzaak")
    for screen in SCREENS:
        await someone.page.set_viewport_size(screen)
        await someone.page.locator("summary").tap()
        await fits(someone)
        await someone.page.locator("summary").tap()
        await someone.choices.last.tap(trial=True)
        await someone.text.tap()
        await expect(someone.text).to_be_in_viewport()
        await fits(someone)


async def fits(someone: Visitor) -> None:
    measure = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    wide, room = await someone.page.evaluate(measure)

    assert wide <= room


async def test_targets_are_large_and_text_is_readable(visitor: Visitor) -> None:
    await visitor.intake(until="posten")
    await visitor.page.locator("summary").tap()
    small = await visitor.page.evaluate(
        """() => [...document.querySelectorAll("button, summary, textarea, .away, .more a")]
            .filter((part) => part.checkVisibility() && part.offsetHeight < 48)
            .map((part) => part.outerHTML)"""
    )
    tiny = await visitor.page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((part) => part.checkVisibility() && part.innerText)
            .filter((part) => parseFloat(getComputedStyle(part).fontSize) < 15.99)
            .map((part) => part.outerHTML)"""
    )

    assert small == []
    assert tiny == []


async def test_nothing_moves_for_who_cannot_bear_it(chromium: Browser, address: str) -> None:
    async with visiting(chromium, address, reduced_motion="reduce") as someone:
        await someone.intake(until="rol")
        moving = await someone.page.evaluate("document.getAnimations().length")

    assert moving == 0


async def test_help_is_one_tap_away(visitor: Visitor) -> None:
    emergency = visitor.page.get_by_role("log").get_by_role("link", name="112")
    await expect(emergency).to_have_attribute("href", "tel:112")
    await expect(visitor.button("Nu gevaar: help mij")).to_be_visible()


# --- erasing -------------------------------------------------------------------------------------


async def test_erasing_empties_the_screen(visitor: Visitor) -> None:
    await visitor.intake(until="rol")
    await visitor.page.locator("summary").tap()
    before = await visitor.lines.count()
    await visitor.button("Wis mijn gegevens").tap()
    await visitor.grown(before)
    await visitor.choices.and_(visitor.page.locator("[value=ja]")).tap()
    await expect(visitor.lines).to_have_count(1)
    await expect(visitor.lines).to_contain_text("Alles is gewist")
    await visitor.button("Verder").tap()
    await expect(visitor.choices.first).to_have_text("Ja")


# --- without a script ----------------------------------------------------------------------------


async def test_without_a_script_the_conversation_goes_on(chromium: Browser, address: str) -> None:
    async with visiting(chromium, address, java_script_enabled=False) as someone:
        await someone.button("Ja").tap()
        await someone.button("Ik ben zelf gewond").tap()
        await someone.text.fill("3 mei 1980")
        await someone.button("Stuur").tap()
        await someone.page.locator("summary").tap()
        await someone.button("Mijn gegevens").tap()

        await expect(someone.own).to_have_count(4)
        said = await someone.said()
        assert said == ["Ja", "Ik ben zelf gewond", "3 mei 1980", "Mijn gegevens"]
        await expect(someone.choices.first).to_be_in_viewport()
