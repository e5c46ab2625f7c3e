"""A seat at the chat page: sends what the page sends, and reads what the page reads."""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

import httpx2

from bot.handoff import CaseFile, case_file
from bot.parts import Parts
from dialogs.events import Command
from dialogs.session import State
from tests.stories.seat import Button, Seen
from tests.webpage import Page, words_of

_FORM = re.compile(r'<form class="choices".*?</form>', re.DOTALL)
_KEY = re.compile(r'name="question" value="([^"]*)"')
_BUTTON = re.compile(r'<button name="choice" value="([^"]*)"([^>]*)>(.*?)</button>', re.DOTALL)
_STATE = re.compile(r'data-state="(\w+)"')


@dataclass
class WebSeat:
    """One browser."""

    page: Page
    parts: Parts
    channel: str = "web"

    async def starts(self) -> Seen:
        return self._seen(await self.page.open())

    async def types(self, text: str) -> Seen:
        return self._answer(await self.page.say(text))

    async def presses(self, button: Button) -> Seen:
        return self._answer(await self.page.tap(button.id, button.handle or None))

    async def commands(self, command: Command) -> Seen:
        return self._answer(await self.page.command(command.value))

    async def file(self) -> CaseFile:
        token = self.page.http.cookies["gesprek"]
        chat = sha256(token.encode()).hexdigest()
        known = await self.parts.store.conversation_of(self.channel, chat)
        assert known is not None
        found = await case_file(self.parts.store, self.parts.clock, known.case)
        assert found is not None
        return found

    def _answer(self, answer: httpx2.Response) -> Seen:
        assert answer.status_code == httpx2.codes.OK, answer.text
        return self._seen("".join(line["html"] for line in answer.json()["lines"]))

    def _seen(self, html: str) -> Seen:
        form = (_FORM.findall(html) or [""])[-1]
        key = _KEY.search(form)
        buttons = _BUTTON.findall(form)
        question = unescape(key[1]) if key is not None else ""
        return Seen(
            words=words_of(html),
            state=State(_STATE.findall(html)[-1]),
            buttons=tuple(
                Button(unescape(choice), words_of(label), question) for choice, _, label in buttons
            ),
            key=question or None,
            ticked=tuple(
                unescape(choice) for choice, more, _ in buttons if 'aria-pressed="true"' in more
            ),
        )
