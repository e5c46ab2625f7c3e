"""Somebody with a telephone on the chat page, and everything that went wrong in their browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, expect

from tests.browsing import PATIENCE

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
# How a plain intake is answered: by the key of the question. Everything else is not known.
PLAIN = {
    "toestemming": "ja",
    "rol": "slachtoffer",
    "oorzaak": "verkeer",
    "vervoer": "fietser",
    "tegenpartij": "motorvoertuig",
    "tekenen": "nee",
    "controle": "klopt",
}
TYPED = {"geboortedatum": "3 mei 1980", "datum": "gisteren"}
PASSES = ("weet_niet", "onbekend", "overslaan", "klaar", "nee")


class Visitor:
    """Someone with a browser, and everything that went wrong in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.wrong: list[str] = []
        self.may_be_offline = False
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self.may_be_offline:
            self.wrong.append(message.text)

    def _asked(self, url: str) -> None:
        own = (self.address, f"blob:{self.address}", "data:", "about:")
        if not url.startswith(own):
            self.wrong.append(url)

    # --- what is on the screen -------------------------------------------------------------------

    async def open(self, path: str = "/") -> None:
        await self.page.goto(self.address + path)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).locator("visible=true")

    @property
    def choices(self) -> Locator:
        return self.page.locator("#log .choices:not([hidden]) button[name=choice]")

    @property
    def lines(self) -> Locator:
        return self.page.locator("#log .line")

    @property
    def own(self) -> Locator:
        return self.page.locator("#log .u .words, #queue .words")

    @property
    def text(self) -> Locator:
        return self.page.locator("#text")

    async def said(self) -> list[str]:
        return [(await line.inner_text()).strip() for line in await self.own.all()]

    async def question(self) -> str:
        form = self.page.locator("#log .choices:not([hidden]) input[name=question]")
        return await form.first.input_value() if await form.count() else ""

    async def state(self) -> str:
        return str(await self.page.evaluate("document.body.dataset.state"))

    # --- what is done ----------------------------------------------------------------------------

    async def settled(self) -> None:
        """Wait until nothing is on its way and the buttons are awake."""
        asleep = self.page.locator(".choices:not([hidden]) fieldset:disabled")
        await expect(self.page.locator("#queue > *")).to_have_count(0)
        await expect(asleep).to_have_count(0)

    async def tap(self, choice: str) -> None:
        before = await self.lines.count()
        await self.choices.and_(self.page.locator(f"[value='{choice}']")).tap()
        await self.grown(before)

    async def tick(self, choice: str) -> None:
        await self.choices.and_(self.page.locator(f"[value='{choice}']")).tap()

    async def say(self, words: str) -> None:
        before = await self.lines.count()
        await self.text.fill(words)
        await self.text.press("Enter")
        await self.grown(before)

    async def grown(self, before: int) -> None:
        await expect(self.lines.nth(before + 1)).to_be_attached()
        await self.settled()

    async def intake(self, until: str = "") -> None:
        """Answer as in a plain case, up to a question, or until nothing is asked any more."""
        while (question := await self.question()) and question.partition(":")[0] != until:
            await self.answer(question)

    async def answer(self, question: str) -> None:
        if question in TYPED:
            await self.say(TYPED[question])
            return
        offered = [await button.get_attribute("value") for button in await self.choices.all()]
        wanted = (PLAIN.get(question.partition(":")[0]), *PASSES, offered[0])
        await self.tap(next(choice for choice in wanted if choice in offered) or "")


@asynccontextmanager
async def visiting(browser: Browser, address: str, **how: Any) -> AsyncIterator[Visitor]:
    """Visit the page; afterwards nothing may have gone wrong in the browser."""
    context = await browser.new_context(**{**PHONE, **how})
    context.set_default_timeout(PATIENCE)
    visitor = Visitor(await context.new_page(), address)
    await visitor.open()
    yield visitor
    await context.close()
    assert visitor.wrong == []
