"""The queue as staff watch it all day: live, by keyboard, on a wide and a narrow screen."""

import asyncio
from collections.abc import AsyncIterator

import httpx2
import pytest
from playwright.async_api import Browser, Page, expect

from bot.desk import one_time_login
from bot.news import HEARTBEAT_SECONDS
from bot.parts import Parts
from bot.ports import Inbound, Labels
from bot.takeover import Ending, Takeover
from dialogs.events import Said
from dialogs.session import State
from dialogs.urgency import Urgency
from tests.bot.desk.test_desk_in_browser import looked_at, reached_by_tab
from tests.browsing import IN_A_BROWSER, logged_in
from tests.storage_cases import answering

# Those that were told, the first and the second.
CASE, OTHER = "LW-2026-000001", "LW-2026-000002"

pytestmark = IN_A_BROWSER


@pytest.fixture
def parts(telling: Parts) -> Parts:
    return telling


@pytest.fixture
async def desk(chromium: Browser, address: str) -> AsyncIterator[Page]:
    context = await chromium.new_context(
        base_url=address, viewport={"width": 1280, "height": 800}, locale="nl-NL"
    )
    yield await context.new_page()
    await context.close()


async def calls(parts: Parts, chat: str) -> str:
    """Let somebody ask for a human; return the case."""
    said = Inbound(
        channel="telegram",
        chat_id=chat,
        message_id=chat,
        at=parts.clock.now(),
        act=Said(text="hallo"),
    )
    labels = Labels(state=State.WITH_HUMAN, urgency=Urgency.TODAY)
    turn = await parts.store.turn(said, answering("Dank u.", labels=labels))
    return turn.case


async def test_a_case_comes_and_goes_without_reloading_and_the_focus_stays(
    parts: Parts, desk: Page
) -> None:
    # The banner of the alarms has a link to the same case.
    for alarm in await parts.store.alarms.open():
        await parts.alarms.seen(alarm.id, "anna")
    await logged_in(parts, desk)
    await reached_by_tab(desk, CASE)

    fresh = await calls(parts, "nieuw")

    await expect(desk.get_by_role("link", name=fresh)).to_be_visible()
    await expect(desk.get_by_text("Er staat een andere zaak in de lijst.")).to_be_attached()
    await expect(desk.get_by_role("link", name=CASE)).to_be_focused()
    known = await parts.store.conversation(case=fresh)
    assert known is not None
    takeover = Takeover(parts)
    await takeover.take(fresh, "anna", known.epoch)
    await expect(desk.get_by_role("row", name=fresh)).to_contain_text("anna")
    await takeover.close(fresh, "anna", known.epoch + 1, Ending.DUBBEL)
    await expect(desk.get_by_role("link", name=fresh)).to_have_count(0)
    await expect(desk.get_by_role("link", name="Gesloten")).to_contain_text("1")


async def test_staff_find_take_and_close_a_case_by_keyboard_alone(
    parts: Parts, desk: Page
) -> None:
    await logged_in(parts, desk)
    known = await parts.store.conversation(case=CASE)
    assert known is not None
    reach = known.session.ledger["contact_bereikbaar"].answer
    assert reach is not None

    await desk.get_by_label("Zoek een zaak").focus()
    await desk.keyboard.type(str(reach.value).upper())
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("status")).to_contain_text("gevonden")
    assert desk.url.endswith("/desk/zoeken")
    await looked_at(desk, "gevonden")
    await reached_by_tab(desk, CASE)
    await desk.keyboard.press("Enter")

    await desk.get_by_role("button", name="Neem over", exact=True).focus()
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("status")).to_contain_text("U hebt de zaak overgenomen")
    await desk.get_by_text("Sluit de zaak", exact=True).focus()
    await desk.keyboard.press("Enter")
    await desk.get_by_label("Reden").focus()
    await desk.keyboard.press("ArrowDown")
    await looked_at(desk, "sluiten")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")

    await expect(desk.get_by_role("status")).to_contain_text("De zaak is gesloten")
    await looked_at(desk, "gesloten")
    await desk.goto("/desk?lijst=gesloten")
    await expect(desk.get_by_role("row", name=CASE)).to_contain_text("afgehandeld")
    await looked_at(desk, "lijst-gesloten")


async def test_taking_a_case_from_a_colleague_is_asked_twice(parts: Parts, desk: Page) -> None:
    await Takeover(parts).take(OTHER, "anna", 0)
    await logged_in(parts, desk)
    await desk.goto(f"/desk/zaak/{OTHER}")
    await expect(desk.get_by_role("button", name="Ja, neem over van anna")).to_be_hidden()

    await desk.get_by_text("Neem over van anna", exact=True).click()
    await looked_at(desk, "van-een-ander")
    await desk.get_by_role("button", name="Ja, neem over van anna").click()

    await expect(desk.get_by_role("status")).to_contain_text("U hebt de zaak overgenomen")


@pytest.mark.parametrize("path", ["/desk/nieuws", f"/desk/zaak/{CASE}/nieuws"])
async def test_a_stream_ends_with_its_session(parts: Parts, address: str, path: str) -> None:
    known = await parts.store.conversation(case=CASE)
    assert known is not None
    async with httpx2.AsyncClient(base_url=address, headers={"origin": address}) as http:
        await http.post(await one_time_login(parts), data={"x": ""})
        async with http.stream("GET", path) as stream:
            lines = stream.aiter_lines()
            assert await anext(lines) == ": open"

            await http.post("/desk/uitloggen", data={"x": ""})
            parts.live.changed(known.id)

            # Sooner than the next heartbeat, at which it would look as well.
            async with asyncio.timeout(HEARTBEAT_SECONDS - 3):
                async for _ in lines:
                    pass
