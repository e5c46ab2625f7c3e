import re
from datetime import timedelta
from html import unescape

import pytest

from bot.desk.queue import Tab, queue_rows
from bot.finding import sought, traces
from bot.parts import Parts
from bot.ports import Inbound, Labels
from bot.takeover import Ending, Takeover
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


async def test_the_queue_can_be_narrowed_by_code_and_urgency(
    parts: Parts, browser: Browser
) -> None:
    light = await case(parts, "a", handed(1, process_code="LL"))
    heavy = await case(parts, "b", handed(1, process_code="GBL", urgency=Urgency.TODAY))

    assert numbers((await browser.get("/desk?code=LL")).text) == [light]
    assert numbers((await browser.get("/desk?code=GBL")).text) == [heavy]
    assert numbers((await browser.get("/desk?urgentie=today")).text) == [heavy]
    neither = (await browser.get("/desk?code=LL&urgentie=now")).text
    assert "Geen enkele zaak past" in neither
    assert 'href="/desk"' in neither


async def test_each_list_holds_its_own_cases_and_tells_how_many(
    parts: Parts, browser: Browser
) -> None:
    new, ours, persons, other, closed = [await case(parts, chat, handed(1)) for chat in "abcde"]
    takeover, me = Takeover(parts), "beheer"
    for taken in (ours, persons, closed):
        await takeover.take(taken, me, 0)
    await takeover.take(other, "anna", 0)
    await takeover.reply(persons, me, "0" * 32, "Wanneer kan ik u bellen?")
    await takeover.close(closed, me, 1, Ending.DUBBEL)

    pages = {tab: (await browser.get(f"/desk?lijst={tab}")).text for tab in Tab}

    assert {tab: set(numbers(page)) for tab, page in pages.items()} == {
        Tab.ALLE: {new, ours, persons, other},
        Tab.NIEUW: {new},
        Tab.ONS: {ours, other},
        Tab.MELDER: {persons},
        Tab.MIJ: {ours, persons},
        Tab.GESLOTEN: {closed},
    }
    told = re.findall(r'class="telling">(\d+)', pages[Tab.ALLE])
    assert told == ["4", "1", "2", "1", "2", "1"]
    assert "wij schreven 0 seconden geleden" in row(pages[Tab.MELDER], persons)
    assert "dezelfde zaak staat er al" in row(pages[Tab.GESLOTEN], closed)


async def test_an_empty_list_says_what_that_means(browser: Browser) -> None:
    assert "Geen enkele melder wacht op" in (await browser.get("/desk?lijst=ons")).text
    assert "U behandelt nu geen zaken" in (await browser.get("/desk?lijst=mij")).text


async def test_a_long_queue_is_leafed_through_from_page_to_page(
    parts: Parts, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.desk.queue.ROWS_ON_A_PAGE", 2)
    monkeypatch.setattr("bot.desk.queue_pages.ROWS_ON_A_PAGE", 2)
    cases = [await case(parts, str(hours), handed(9 - hours)) for hours in range(5)]

    seen, address = [], "/desk?urgentie=normal"
    for _ in range(3):
        page = (await browser.get(address)).text
        seen += numbers(page)
        onward = re.search(r'href="([^"]+)" rel="next"', page)
        address = unescape(onward[1]) if onward else ""

    assert (seen, address) == (cases, "")


@pytest.mark.parametrize("after", ["", "x", "0_gisteren_1", "0_2026-11-25_1", "1_2_3_4", "-1__"])
async def test_a_place_that_no_page_wrote_is_the_beginning(
    parts: Parts, browser: Browser, after: str
) -> None:
    number = await case(parts, "a", handed(1))

    assert numbers((await browser.get(f"/desk?na={after}")).text) == [number]


async def test_a_term_that_is_near_is_counted_down_and_a_far_one_is_not(
    parts: Parts, browser: Browser
) -> None:
    days = {"a": 12, "b": 0, "c": -1, "d": 300}
    found = {
        chat: await case(parts, chat, handed(1, next_term=NOON.date() + timedelta(days=ahead)))
        for chat, ahead in days.items()
    }

    page = (await browser.get("/desk")).text

    assert "nog 12 dagen tot een termijn" in row(page, found["a"])
    assert "termijn eindigt vandaag" in row(page, found["b"])
    assert "misschien al te laat" in row(page, found["c"])
    assert "termijn" not in row(page, found["d"])


# --- looking somebody up -------------------------------------------------------------------------


async def test_somebody_is_found_however_it_is_typed_and_not_by_a_part(
    telling: Parts,
) -> None:
    known = await telling.store.conversation(case="LW-2026-000001")
    assert known is not None
    name = known.session.ledger["contact_naam"].answer
    reach = known.session.ledger["contact_bereikbaar"].answer
    assert name is not None
    assert reach is not None
    found = traces(known.session)
    assert found

    for typed in (str(name.value).upper(), f"  {name.value} ", str(reach.value)):
        rows = await telling.store.found((), sought(typed))
        assert known.case in [row.case for row in rows]
    assert await telling.store.found((), sought(str(name.value)[:3])) == ()


async def test_looking_up_puts_nothing_in_the_address_and_shows_it_as_text(
    parts: Parts, browser: Browser
) -> None:
    number = await case(parts, "a", handed(1))

    found = await browser.send("/desk/zoeken", zoek=f" {number.lower()} ")
    nobody = await browser.send("/desk/zoeken", zoek='"><script>alert(1)</script>')
    refused = await browser.send("/desk/zoeken", "http://elders.test", zoek=number)

    assert (found.status_code, numbers(found.text)) == (200, [number])
    assert "1 zaak gevonden" in found.text
    assert str(found.url).endswith("/desk/zoeken")
    assert "Niets gevonden" in nobody.text
    of_ours = r'<script src="/desk/static/[a-z]+\.js" defer></script>'
    assert "<script" not in re.sub(of_ours, "", nobody.text)
    assert refused.status_code == 403
    assert 'method="get"' not in found.text


async def test_a_filter_that_means_nothing_leaves_everything_in(
    parts: Parts, browser: Browser
) -> None:
    number = await case(parts, "a", handed(1))

    assert numbers((await browser.get("/desk?lijst=onzin&code=x&urgentie=y&x=y")).text) == [number]


async def test_an_id_that_is_newer_than_the_texts_does_not_break_the_queue(
    parts: Parts, browser: Browser
) -> None:
    number = await case(parts, "a", handed(1, signals=("iets_nieuws",)), channel="signal")

    assert "iets_nieuws" in row((await browser.get("/desk")).text, number)


async def test_an_urgency_that_no_signal_explains_is_explained_by_what_was_said(
    telling: Parts,
) -> None:
    rows = await queue_rows(await telling.store.cases(), telling.store, telling.texts, NOON)

    assert rows[0].signals == ("Gevaar gemeld: verwezen naar 112",)


async def test_who_asks_for_a_human_is_said_to_do_so(parts: Parts, browser: Browser) -> None:
    labels = Labels(state=State.WITH_HUMAN, urgency=Urgency.TODAY)
    number = await case(parts, "a", labels)

    assert "Melder vraagt om een mens" in row((await browser.get("/desk")).text, number)
