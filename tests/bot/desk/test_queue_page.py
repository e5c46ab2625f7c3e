import re
from datetime import timedelta

import pytest

from bot.desk.queue import queue_rows, urgent_first
from bot.parts import Parts
from bot.ports import Inbound, Labels
from dialogs.events import Said
from dialogs.session import State
from dialogs.urgency import Urgency
from tests.balie import NOON, Browser
from tests.storage_cases import answering

HANDED = State.HANDED_OVER


@pytest.fixture(autouse=True)
async def logged_in(parts: Parts, browser: Browser) -> None:
    await browser.log_in(parts)


async def case(parts: Parts, chat: str, labels: Labels, channel: str = "web") -> str:
    """Let somebody come to a state and return the case number."""
    said = Inbound(channel=channel, chat_id=chat, message_id=chat, at=NOON, act=Said(text="hallo"))
    return (await parts.store.turn(said, answering("dank u", labels=labels))).case


def handed(hours_ago: int, **labels: object) -> Labels:
    at = NOON - timedelta(hours=hours_ago)
    return Labels.model_validate({"state": HANDED, "handed_over_at": at, **labels})


def numbers(page: str) -> list[str]:
    return re.findall(r"/desk/zaak/(LW-[0-9-]+)", page)


def row(page: str, number: str) -> str:
    link = rf"<a href=\"/desk/zaak/{number}\""
    found = re.search(rf"<tr[^>]*>\s*<th[^>]*>{link}.*?</tr>", page, re.DOTALL)
    assert found is not None
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


async def test_an_empty_queue_says_what_will_stand_there(browser: Browser) -> None:
    page = (await browser.get("/desk")).text

    assert "Er wachten geen zaken" in page
    assert "<table" not in page


async def test_the_most_urgent_case_stands_first_and_then_who_waits_longest(
    parts: Parts, browser: Browser
) -> None:
    recent = await case(parts, "a", handed(1))
    long = await case(parts, "b", handed(30))
    today = await case(parts, "c", handed(2, urgency=Urgency.TODAY))
    now = await case(parts, "d", Labels(state=State.WITH_HUMAN, urgency=Urgency.NOW))

    assert numbers((await browser.get("/desk")).text) == [now, today, long, recent]


async def test_a_row_tells_code_urgency_signals_state_channel_and_since_when(
    parts: Parts, browser: Browser
) -> None:
    signals = ("niet_tekenen", "mens_nodig", "art185_wvw", "schadefonds", "rouw")
    number = await case(
        parts,
        "a",
        handed(1, process_code="LL_VOORLOPIG", urgency=Urgency.TODAY, signals=signals),
        channel="telegram",
    )

    told = row((await browser.get("/desk")).text, number)

    for part in ("LL voorlopig", "Vandaag", "Niet tekenen", "en nog 2", "doorgestuurd"):
        assert part in told
    assert "Telegram" in told
    assert "25-11-2026 12:00" in told
    assert "nog niemand" in told


async def test_a_case_without_a_code_says_so(parts: Parts, browser: Browser) -> None:
    number = await case(parts, "a", Labels(state=State.WITH_HUMAN))

    assert "nog geen code" in row((await browser.get("/desk")).text, number)


async def test_the_queue_can_be_filtered_by_state_and_number(
    parts: Parts, browser: Browser
) -> None:
    handed_over = await case(parts, "a", handed(1))
    human = await case(parts, "b", Labels(state=State.WITH_HUMAN))

    by_state = (await browser.get("/desk?staat=with_human")).text
    by_number = (await browser.get(f"/desk?zaak={handed_over[-4:]}")).text
    neither = (await browser.get("/desk?zaak=nergens")).text

    assert numbers(by_state) == [human]
    assert "1 van 2 zaken" in by_state
    assert numbers(by_number) == [handed_over]
    assert "Geen enkele zaak past" in neither
    assert 'href="/desk"' in neither


async def test_a_filter_that_means_nothing_leaves_everything_in(
    parts: Parts, browser: Browser
) -> None:
    number = await case(parts, "a", handed(1))

    assert numbers((await browser.get("/desk?staat=onzin&x=y")).text) == [number]


async def test_what_is_looked_for_is_shown_as_text(browser: Browser) -> None:
    page = (await browser.get('/desk?zaak="><script>alert(1)</script>')).text

    assert "<script" not in page
    assert "&#34;&gt;&lt;script&gt;" in page


async def test_an_id_that_is_newer_than_the_texts_does_not_break_the_queue(
    parts: Parts, browser: Browser
) -> None:
    number = await case(parts, "a", handed(1, signals=("iets_nieuws",)), channel="signal")

    assert "iets_nieuws" in row((await browser.get("/desk")).text, number)


async def test_an_urgency_that_no_signal_explains_is_explained_by_what_was_said(
    telling: Parts,
) -> None:
    rows = await queue_rows(
        urgent_first(await telling.store.cases()), telling.store, telling.texts
    )

    assert rows[0].signals == ("Gevaar gemeld: verwezen naar 112",)


async def test_who_asks_for_a_human_is_said_to_do_so(parts: Parts, browser: Browser) -> None:
    labels = Labels(state=State.WITH_HUMAN, urgency=Urgency.TODAY)
    number = await case(parts, "a", labels)

    assert "Melder vraagt om een mens" in row((await browser.get("/desk")).text, number)
