"""The chat page, when the program is killed: the page sends again, and each act counts once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from uuid import uuid4

import httpx2
import pytest

from dialogs.events import Act, Chose, Command, Commanded
from tests.bot.kills.ways import browser, on_one_store, web
from tests.program import Program, nothing_can_be_kept
from tests.webpage import Page

YES = {"kind": "chose", "choice": "ja", "question": "toestemming"}
# The first question was on the page before anything was kept; it is kept with its first answer.
PLAYED: list[Act | None] = [
    Commanded(command=Command.START),
    Chose(choice="ja", question="toestemming"),
]


@pytest.fixture
async def page(program: Program) -> AsyncIterator[Page]:
    async with web(program) as opened:
        yield opened


async def test_the_page_is_answered_only_after_the_turn_is_committed(
    page: Page, program: Program
) -> None:
    message = str(uuid4())
    async with nothing_can_be_kept(program.place):
        sending = asyncio.create_task(page.send(YES, message))
        await program.serves_others()
        assert not sending.done()
        assert await program.played("web", browser(page)) == []
        await program.dies()
    with pytest.raises(httpx2.TransportError):
        await sending

    await program.starts_again()
    for _ in range(2):
        assert (await page.send(YES, message)).status_code == httpx2.codes.OK

    assert await program.played("web", browser(page)) == PLAYED
    assert page.chat.count("Voor wie vult u dit in?") == 1


@on_one_store
async def test_what_dies_between_commit_and_answer_is_shown_when_the_page_sends_it_again(
    page: Page, program: Program
) -> None:
    message = str(uuid4())
    sending = asyncio.create_task(
        page.http.post("/chat/messages", json={"id": message, "act": YES})
    )
    await program.wait_until_kept("web", browser(page), len(PLAYED))
    await program.dies()
    # Whether the answer was under way or not: nobody saw it.
    with suppress(httpx2.TransportError):
        await sending

    await program.starts_again()
    await page.send(YES, message)
    await page.say("ikzelf")

    assert page.chat.count("Voor wie vult u dit in?") == 1
    assert [line["number"] for line in page.lines] == [1, 2, 3, 4, 5, 6]
    assert (await program.played("web", browser(page)))[:2] == PLAYED
