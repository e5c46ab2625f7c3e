import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest

from bot.parts import Parts
from bot.ports import Conversation, Decision, MessageClass, Outgoing, Part
from dialogs.effects import Progress
from tests.webpage import Page, serving, words_of

YES = {"kind": "chose", "choice": "ja", "question": "toestemming"}
Event = dict[str, Any]


@pytest.fixture
async def page(address: str) -> AsyncIterator[Page]:
    async with httpx2.AsyncClient(base_url=address) as http:
        yield Page(http)


@asynccontextmanager
async def watching(page: Page, **headers: str) -> AsyncIterator[AsyncIterator[Event]]:
    """Open the stream as a browser does."""
    async with page.http.stream("GET", "/chat/events", headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield events(answer)


async def events(answer: httpx2.Response) -> AsyncIterator[Event]:
    event: Event = {}
    async for line in answer.aiter_lines():
        name, _, value = line.partition(": ")
        if name in ("event", "id", "data"):
            event[name] = json.loads(value) if name == "data" else value
        if not line and event:
            yield event
            event = {}


async def next_of(stream: AsyncIterator[Event]) -> Event:
    async with asyncio.timeout(10):
        return await anext(stream)


async def test_before_the_first_answer_there_is_nothing_to_watch(page: Page) -> None:
    await page.open()

    assert (await page.http.get("/chat/events")).status_code == 204


async def test_a_page_that_opens_gets_every_line_with_its_number(page: Page) -> None:
    await page.open()
    await page.send(YES)
    async with watching(page) as stream:
        got = [await next_of(stream) for _ in page.lines]

    assert [event["id"] for event in got] == [str(line["number"]) for line in page.lines]
    assert {event["event"] for event in got} == {"line"}
    assert words_of("".join(event["data"]["html"] for event in got)) == page.chat


async def test_a_lost_connection_goes_on_after_the_last_line(page: Page) -> None:
    await page.open()
    await page.send(YES)
    seen = page.lines[-2]["number"]
    async with watching(page, **{"last-event-id": str(seen)}) as stream:
        event = await next_of(stream)

    assert int(event["id"]) == page.lines[-1]["number"]


async def test_an_answer_in_one_tab_appears_in_the_other(page: Page) -> None:
    await page.open()
    await page.send(YES)
    async with watching(page, **{"last-event-id": str(page.after)}) as stream:
        await page.tap("slachtoffer", "rol")
        mine, question = await next_of(stream), await next_of(stream)

    assert words_of(mine["data"]["html"]) == "U: Ik ben zelf gewond"
    assert "Wat is uw geboortedatum?" in words_of(question["data"]["html"])


async def test_what_a_member_of_staff_writes_appears_as_theirs(page: Page, parts: Parts) -> None:
    await page.open()
    await page.send(YES)
    case = await case_of(parts)
    async with watching(page, **{"last-event-id": str(page.after)}) as stream:
        turn = await parts.store.amend(case, parts.clock.now(), written("Dag, met Sanne."))
        assert turn is not None
        parts.live.changed(turn.conversation)
        event = await next_of(stream)

    assert words_of(event["data"]["html"]) == "Medewerker: Dag, met Sanne."


async def case_of(parts: Parts) -> str:
    known = await parts.store.conversation(case=f"LW-{parts.clock.now().year}-000001")
    assert known is not None
    return known.case


def written(text: str) -> Any:
    def decide(known: Conversation) -> Decision:
        said = Outgoing(
            parts=(Part(text=text),), state=known.labels.state, progress=Progress(done=0, of=0)
        )
        return Decision(
            session=known.session, labels=known.labels, outgoing=((MessageClass.HUMAN, said),)
        )

    return decide


async def test_erasing_in_one_tab_empties_the_other(page: Page) -> None:
    await page.open()
    await page.send(YES)
    await page.command("wis")
    async with watching(page, **{"last-event-id": str(page.after)}) as stream:
        await page.tap("ja")
        event = await next_of(stream)
        rest = [event async for event in stream]

    assert event["event"] == "gone"
    assert "Alles is gewist" in words_of(event["data"]["farewell"])
    assert rest == []


async def test_nobody_sees_the_conversation_of_another(page: Page, address: str) -> None:
    await page.open()
    await page.send(YES)
    async with httpx2.AsyncClient(base_url=address) as http:
        other = Page(http)
        await other.open()

        assert (await http.get("/chat/events")).status_code == 204
        assert "Voor wie vult u dit in?" not in await other.open()


async def test_no_number_is_too_long_to_be_the_last_line(page: Page) -> None:
    await page.open()
    await page.send(YES)
    async with page.http.stream("GET", f"/chat/events?after={'9' * 5000}") as answer:
        assert answer.status_code == 200


async def test_a_thousand_tabs_are_too_many(page: Page) -> None:
    await page.open()
    await page.send(YES)
    open_tabs = [page.http.stream("GET", "/chat/events") for _ in range(8)]
    for tab in open_tabs:
        assert (await tab.__aenter__()).status_code == 200
    answer = await page.http.get("/chat/events")
    for tab in open_tabs:
        await tab.__aexit__(None, None, None)

    assert answer.status_code == 429


async def test_a_program_that_stops_lets_its_pages_go(parts: Parts) -> None:
    async with serving(parts) as (address, server), httpx2.AsyncClient(base_url=address) as http:
        page = Page(http)
        await page.open()
        await page.send(YES)
        async with watching(page) as stream:
            await next_of(stream)
            server.should_exit = True
            async with asyncio.timeout(10):
                rest = [event async for event in stream]

    assert [event["event"] for event in rest] == ["line"] * (len(page.lines) - 1)
