"""The page where its scripts come late, or one of them does not come at all."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser, Route, expect

from tests.browsing import IN_A_BROWSER, PATIENCE
from tests.visiting import PHONE, Visitor, visiting

STATIC = Path(__file__).parents[5] / "bot/channels/web/static"
# The way out is there before anything else, and works alone.
SCRIPTS = sorted(path.stem for path in STATIC.glob("*.js") if path.stem != "weg")

pytestmark = [
    *IN_A_BROWSER,
    # One program and one browser for all; each visitor has cookies of their own.
    pytest.mark.asyncio(loop_scope="module"),
]


async def answered_by_a_form(someone: Visitor) -> None:
    async with someone.page.expect_request("**/chat/form"):
        await someone.button("Ja").tap(no_wait_after=True)


@pytest.mark.parametrize(
    "script",
    # Each of them in the long run; the first and one in the middle tell most of it.
    [
        script if script in ("page", "sending") else pytest.param(script, marks=pytest.mark.long)
        for script in SCRIPTS
    ],
)
async def test_where_one_script_does_not_come_the_page_is_one_of_plain_forms(
    chromium: Browser, address: str, script: str
) -> None:
    # Not as a visitor for whom nothing may go wrong: each page misses the script.
    async with await chromium.new_context(**PHONE) as context:
        context.set_default_timeout(PATIENCE)
        someone = Visitor(await context.new_page(), address)
        missed: list[Route] = []

        async def lost(route: Route) -> None:
            missed.append(route)
            await route.abort()

        await context.route(f"**/static/{script}.*.js", lost)
        await someone.open()
        assert missed
        await answered_by_a_form(someone)

        await expect(someone.own).to_have_count(1)
        assert await someone.said() == ["Ja"]


async def test_a_tap_before_the_last_script_has_come_is_a_plain_form(
    chromium: Browser, address: str
) -> None:
    async with visiting(chromium, address) as someone:
        sent = asyncio.Event()

        async def late(route: Route) -> None:
            await sent.wait()
            await route.continue_()

        await someone.page.route("**/static/chat.*.js", late)
        await someone.page.reload(wait_until="commit")
        await answered_by_a_form(someone)
        sent.set()

        await expect(someone.own).to_have_count(1)
        await someone.settled()
        await someone.tap("slachtoffer")
        assert await someone.said() == ["Ja", "Ik ben zelf gewond"]
