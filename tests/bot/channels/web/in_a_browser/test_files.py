"""Sending a photo from a telephone: seen at once, kept once, and honest without a line."""

import asyncio

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload, Route, expect

from bot.files.examining import LARGEST
from tests.attachments import PDF, png
from tests.browsing import IN_A_BROWSER
from tests.visiting import Visitor

PHOTO: FilePayload = {"name": "brief.png", "mimeType": "image/png", "buffer": png(300, 400)}
LETTER: FilePayload = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": PDF}

pytestmark = [
    *IN_A_BROWSER,
    pytest.mark.asyncio(loop_scope="module"),
]


async def begun(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.button("Ja").click()
    await expect(visitor.choices.first).to_have_text("Ik ben zelf gewond")


async def sends(visitor: Visitor, file: FilePayload) -> None:
    async with visitor.page.expect_file_chooser() as choosing:
        await visitor.page.locator(".clip").click()
    await (await choosing.value).set_files(file)


async def test_a_photo_is_seen_at_once_and_after_a_reload_as_a_line(visitor: Visitor) -> None:
    await begun(visitor)

    await sends(visitor, PHOTO)

    mine = visitor.page.locator("#log .u").last
    await expect(mine.locator("img")).to_be_visible()
    assert await mine.locator("img").evaluate("image => image.naturalWidth") == 300
    await expect(mine).to_contain_text("Foto: brief.png (1 kB)")
    await expect(visitor.lines.last).to_contain_text("Uw foto is ontvangen")
    await expect(visitor.choices.first).to_be_enabled()
    await visitor.page.reload()
    await expect(visitor.page.locator("#log .u").last).to_contain_text("Foto: brief.png (1 kB)")
    assert await visitor.page.locator("#log img").count() == 0


async def test_what_is_no_picture_is_shown_by_its_name(visitor: Visitor) -> None:
    await begun(visitor)
    await sends(visitor, LETTER)

    await expect(visitor.page.locator("#log .u").last).to_contain_text("Document: brief.pdf")
    assert await visitor.page.locator("#log img").count() == 0


async def test_without_a_line_a_file_waits_and_the_page_says_that_it_must_stay_open(
    visitor: Visitor,
) -> None:
    await begun(visitor)
    visitor.may_be_offline = True
    await visitor.page.context.set_offline(True)

    await sends(visitor, PHOTO)

    waiting = visitor.page.locator("#queue .u")
    await expect(waiting.locator(".status")).to_contain_text("Laat deze pagina open")
    await expect(waiting.locator("img")).to_be_visible()
    kept = await visitor.page.evaluate("sessionStorage.getItem('queue')")
    assert kept in (None, "[]")

    await visitor.page.context.set_offline(False)
    await expect(visitor.page.locator("#log .u").last).to_contain_text("Foto: brief.png")
    await expect(visitor.page.locator("#queue .u")).to_have_count(0)


async def test_a_file_that_is_too_large_is_not_even_sent(visitor: Visitor) -> None:
    await begun(visitor)
    large: FilePayload = {**LETTER, "buffer": b"%PDF".ljust(LARGEST + 1, b"\0")}
    await sends(visitor, large)

    await expect(visitor.page.locator("#notice")).to_contain_text("Dit bestand is te groot")
    await expect(visitor.page.locator("#queue .u")).to_have_count(0)


async def test_a_file_of_a_wrong_kind_is_turned_down_in_the_conversation(
    visitor: Visitor,
) -> None:
    await begun(visitor)
    wrong: FilePayload = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"MZ" + b"\0" * 99}
    await sends(visitor, wrong)

    await expect(visitor.lines.last).to_contain_text("Dit soort bestand kan ik niet bewaren")
    await expect(visitor.choices.first).to_be_enabled()


async def test_by_keyboard_the_button_is_reached_seen_and_named(visitor: Visitor) -> None:
    await begun(visitor)
    page = visitor.page
    await page.locator("#text").focus()
    await page.keyboard.press("Shift+Tab")

    field = page.get_by_label("Foto of bestand sturen")
    await expect(field).to_be_focused()
    outline = await page.locator(".clip").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"
    box = await page.locator(".clip").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    found = await Axe().run(page)
    assert found.response["violations"] == []


async def test_erasing_takes_the_picture_off_the_page(visitor: Visitor) -> None:
    await begun(visitor)
    await sends(visitor, PHOTO)
    await expect(visitor.page.locator("#log .u img")).to_be_visible()
    await visitor.page.locator("#text").fill("wis")
    await visitor.page.keyboard.press("Enter")
    await visitor.button("Ja").click()

    await expect(visitor.lines.last).to_contain_text("gewist")
    assert await visitor.page.locator("#log img").count() == 0


async def test_nothing_is_wider_than_a_small_telephone(visitor: Visitor) -> None:
    await visitor.page.set_viewport_size({"width": 320, "height": 640})
    await begun(visitor)
    long: FilePayload = {**PHOTO, "name": "x" * 110 + ".png"}
    await sends(visitor, long)

    await expect(visitor.page.locator("#log .u img")).to_be_visible()
    wide = await visitor.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
    box = await visitor.page.locator("#text").bounding_box()
    assert box is not None
    assert box["width"] >= 110


async def test_a_telephone_offers_photos_as_well_as_its_camera(visitor: Visitor) -> None:
    await visitor.open()
    field = visitor.page.locator("#file")

    assert await field.get_attribute("accept") == "image/*,application/pdf,audio/*"
    # With it a telephone offers its camera alone, and not the photo that was made before.
    assert await field.get_attribute("capture") is None


async def test_a_telephone_makes_the_photo_on_the_spot(visitor: Visitor) -> None:
    await begun(visitor)
    await visitor.page.locator("summary").tap()
    camera = visitor.page.get_by_label("Foto maken")

    assert await camera.get_attribute("capture") == "environment"
    async with visitor.page.expect_file_chooser() as choosing:
        await visitor.page.get_by_text("Foto maken").tap()
    await (await choosing.value).set_files(PHOTO)

    await expect(visitor.page.locator("#log .u").last).to_contain_text("Foto: brief.png")
    await expect(visitor.page.get_by_text("Foto maken")).to_be_hidden()


async def test_several_files_go_one_after_another_and_the_one_too_large_is_named(
    visitor: Visitor,
) -> None:
    await begun(visitor)
    large: FilePayload = {
        "name": "film.pdf",
        "mimeType": "application/pdf",
        "buffer": b"%PDF".ljust(LARGEST + 1, b"\0"),
    }
    async with visitor.page.expect_file_chooser() as choosing:
        await visitor.page.locator(".clip").click()
    await (await choosing.value).set_files([PHOTO, large, LETTER])

    await expect(visitor.page.locator("#notice")).to_contain_text("te groot: film.pdf")
    await visitor.settled()
    await expect(visitor.page.locator("#log .u")).to_have_count(3)
    assert "brief.png" in (await visitor.said())[-2]
    assert "brief.pdf" in (await visitor.said())[-1]


async def test_a_file_that_waits_can_be_taken_back(visitor: Visitor) -> None:
    await begun(visitor)
    visitor.may_be_offline = True
    await visitor.page.context.set_offline(True)
    await sends(visitor, PHOTO)
    await expect(visitor.page.locator("#queue .status")).to_contain_text("Nog niet verstuurd")
    assert (await Axe().run(visitor.page)).response["violations"] == []

    await visitor.button("Toch niet versturen").tap()
    await expect(visitor.page.locator("#queue .u")).to_have_count(0)
    await visitor.page.context.set_offline(False)
    await visitor.say("ikzelf")

    assert [said for said in await visitor.said() if "Foto" in said] == []


async def test_a_file_on_its_way_can_be_taken_back(visitor: Visitor) -> None:
    await begun(visitor)
    visitor.may_be_offline = True
    reached = asyncio.Event()

    async def never_arrive(_: Route) -> None:
        reached.set()

    await visitor.page.route("**/chat/files", never_arrive)
    await sends(visitor, PHOTO)
    await reached.wait()
    await visitor.button("Toch niet versturen").tap()

    await visitor.settled()
    await visitor.say("ikzelf")
    assert (await visitor.said())[-1] == "ikzelf"
