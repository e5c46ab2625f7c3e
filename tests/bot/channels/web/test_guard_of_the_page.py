from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request
from starlette.types import Message

from bot.channels.web.guard import LARGEST_BODY, Guard, Refused, body_of

HOST = ("host", "intake.example.nl")


def request(*headers: tuple[str, str], address: str = "203.0.113.7") -> Request:
    raw = [(name.encode(), value.encode()) for name, value in (HOST, *headers)]
    return Request({"type": "http", "headers": raw, "client": (address, 1)})


def refused_status(guard: Guard, *headers: tuple[str, str]) -> int | None:
    try:
        guard.check_origin(request(*headers))
    except Refused as refused:
        return refused.status
    return None


@pytest.fixture
def guard() -> Guard:
    return Guard("https://letsel.example.nl")


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("sec-fetch-site", "same-origin"),),
        (("sec-fetch-site", "none"),),
        (("origin", "https://intake.example.nl"),),
        (("origin", "https://letsel.example.nl"),),
        (("sec-fetch-site", "same-origin"), ("origin", "null")),
    ],
)
def test_our_own_page_comes_in(guard: Guard, headers: tuple[tuple[str, str], ...]) -> None:
    assert refused_status(guard, *headers) is None


@pytest.mark.parametrize(
    "headers",
    [
        (("sec-fetch-site", "cross-site"),),
        (("sec-fetch-site", "same-site"),),
        (("origin", "https://evil.example"),),
        (("origin", "null"),),
        (("sec-fetch-site", "cross-site"), ("origin", "https://intake.example.nl")),
    ],
)
def test_another_site_stays_out(guard: Guard, headers: tuple[tuple[str, str], ...]) -> None:
    assert refused_status(guard, *headers) == 403


@pytest.mark.parametrize("origin", ["null", "http://[", "", "data:"])
def test_a_page_of_nowhere_stays_out_also_without_a_public_address(origin: str) -> None:
    assert refused_status(Guard(None), ("origin", origin)) == 403


async def taken(guard: Guard, chat: str, address: str, most: int) -> int:
    for count in range(most):
        try:
            await guard.check_rate(request(address=address), chat)
        except Refused:
            return count
    return most


async def test_who_is_too_quick_hears_how_long_to_wait(guard: Guard) -> None:
    await taken(guard, "een", "203.0.113.7", 120)

    with pytest.raises(Refused) as refused:
        await guard.check_rate(request(), "een")

    assert (refused.value.status, refused.value.retry_after) == (429, 30)


async def test_one_chat_cannot_flood(guard: Guard) -> None:
    assert await taken(guard, "een", "203.0.113.7", 200) == 120
    assert await taken(guard, "ander", "203.0.113.7", 100) == 100


async def test_one_address_cannot_flood_with_many_chats(guard: Guard) -> None:
    counts = [await taken(guard, f"chat {chat}", "203.0.113.7", 100) for chat in range(15)]

    assert sum(counts) == 1200


async def test_a_proxy_on_this_machine_is_not_one_person(guard: Guard) -> None:
    counts = [await taken(guard, f"chat {chat}", "127.0.0.1", 100) for chat in range(15)]

    assert sum(counts) == 1500


def test_a_person_has_a_few_open_tabs_and_not_a_thousand(guard: Guard) -> None:
    for _ in range(8):
        guard.check_streams("een")
        guard.opened("een")
    with pytest.raises(Refused):
        guard.check_streams("een")
    guard.check_streams("ander")

    guard.closed("een")

    guard.check_streams("een")


def bringing(*chunks: bytes) -> Request:
    async def receive() -> AsyncIterator[Message]:
        for place, chunk in enumerate(chunks, start=1):
            yield {"type": "http.request", "body": chunk, "more_body": place < len(chunks)}

    source = receive()
    return Request({"type": "http", "headers": []}, lambda: anext(source))


async def test_a_message_may_be_as_large_as_is_promised() -> None:
    assert len(await body_of(bringing(b"x" * LARGEST_BODY))) == LARGEST_BODY


async def test_a_larger_one_is_refused_before_it_is_all_read() -> None:
    with pytest.raises(Refused) as refused:
        await body_of(bringing(b"x" * LARGEST_BODY, b"x", b"never asked for"))

    assert refused.value.status == 413
