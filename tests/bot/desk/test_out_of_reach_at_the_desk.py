"""What staff see of a person who cannot be reached, and of the alarms in a case."""

import re

import pytest

from bot.parts import Parts
from bot.ports import Barrier, Conversation, OutOfReach
from bot.takeover import Came, Ending, Takeover
from dialogs.events import Command, Commanded
from dialogs.urgency import Urgency
from tests.balie import NOON, Browser
from tests.melder import ANNA, BERT, Desk, Melder

PRESSURE = "ik moet morgen tekenen voor finale kwijting"
CRISIS = "ik wil niet meer leven"
BEYOND = (
    "De melder is via website niet te bereiken sinds 25-11-2026 13:00: "
    "de melder heeft dit gesprek geblokkeerd."
)


@pytest.fixture
async def melder(parts: Parts) -> Melder:
    made = Melder(parts)
    for act in (Commanded(command=Command.START), "ja", "ja", "ik ben zelf gewond"):
        await made.says(act)
    return made


async def blocks(parts: Parts) -> None:
    away = OutOfReach(since=NOON, why=Barrier.BLOCKED)
    assert await parts.store.lost("web", "melder", away) is not None


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


async def case_page(browser: Browser, known: Conversation) -> str:
    return plain((await browser.get(f"/desk/zaak/{known.case}")).text)


# --- out of reach --------------------------------------------------------------------------------


async def test_the_queue_says_who_cannot_be_reached(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await browser.log_in(parts)
    await melder.says(PRESSURE)
    assert "niet te bereiken" not in plain((await browser.get("/desk")).text)

    await blocks(parts)

    assert "niet te bereiken" in plain((await browser.get("/desk")).text)


@pytest.mark.parametrize(
    ("reached_by", "words"),
    [
        (None, "Een telefoonnummer of mailadres is niet bekend."),
        ("06 12345678", "Bel de melder: +31612345678."),
        ("sanne@example.nl", "Mail de melder: sanne@example.nl."),
    ],
)
async def test_the_case_says_since_when_why_and_what_else_there_is(
    parts: Parts, melder: Melder, browser: Browser, reached_by: str | None, words: str
) -> None:
    await browser.log_in(parts)
    await melder.says(PRESSURE)
    desk = Desk(parts, melder)
    await desk.takes()
    if reached_by is not None:
        assert await desk.fills("contact_bereikbaar", reached_by, tells=False) is Came.DONE
    await blocks(parts)

    page = await case_page(browser, await melder.known())

    assert f"{BEYOND} {words} Een antwoord dat u nu typt, komt niet aan." in page
    assert BEYOND in plain(
        (await browser.get(f"/desk/zaak/{(await melder.known()).case}/invullen")).text
    )


async def test_whoever_replies_sees_at_once_that_it_will_not_arrive(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await browser.log_in(parts)
    await melder.says(PRESSURE)
    path = f"/desk/zaak/{(await melder.known()).case}"
    await browser.send(f"{path}/overnemen", epoch="0")
    await blocks(parts)

    sent = await browser.send(f"{path}/antwoord", tekst="Zullen we bellen?", id="0" * 32)
    page = await browser.get(sent.headers["location"].partition("#")[0])

    assert page.status_code == 200
    assert "Uw antwoord is bewaard, maar komt nu niet aan." in page.text
    assert "Zullen we bellen?" in page.text
    assert "wordt verstuurd" not in page.text


async def test_who_closes_a_case_is_not_told_that_the_person_heard_of_it(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await browser.log_in(parts)
    await melder.says(PRESSURE)
    known = await melder.known()
    await blocks(parts)
    await Takeover(parts).close(known.case, ANNA, 0, Ending.NIET_BEREIKBAAR)

    page = plain((await browser.get(f"/desk/zaak/{known.case}?gedaan=gesloten")).text)

    assert "Het bericht daarover aan de melder komt nu niet aan." in page
    assert BEYOND not in page


# --- alarms in a case ----------------------------------------------------------------------------


async def test_the_case_tells_who_saw_which_alarm_and_when(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await browser.log_in(parts)
    assert "Alarmen in deze zaak" not in await case_page(browser, await melder.known())
    await melder.says(CRISIS)
    assert (
        "nog door niemand gezien"
        in (await case_page(browser, await melder.known())).split("Alarmen in deze zaak")[1]
    )
    (alarm,) = await parts.store.alarms.open()

    await parts.alarms.seen(alarm.id, BERT)

    page = (await case_page(browser, await melder.known())).split("Alarmen in deze zaak")[1]
    assert "Mogelijke suïcidaliteit: verwezen naar 113 25-11-2026 13:00" in page
    assert ", gezien door bert op 25-11-2026 13:00" in page
    assert "Nieuwe zaak" not in page


# --- urgent until it is handled ------------------------------------------------------------------


async def how_urgent(melder: Melder) -> Urgency:
    return (await melder.known()).labels.urgency


async def sees(parts: Parts, name: str) -> None:
    for alarm in await parts.store.alarms.open():
        await parts.alarms.seen(alarm.id, name)


async def test_an_alarm_that_was_only_seen_keeps_a_case_urgent(
    parts: Parts, melder: Melder
) -> None:
    await melder.says(CRISIS)

    await sees(parts, BERT)

    assert await how_urgent(melder) is Urgency.NOW


async def test_whoever_takes_the_case_has_seen_it_and_it_is_urgent_no_more(
    parts: Parts, melder: Melder
) -> None:
    await melder.says(CRISIS)

    await Desk(parts, melder).takes()

    assert await how_urgent(melder) is Urgency.NORMAL
    await melder.says("ik ben thuis")
    assert await how_urgent(melder) is Urgency.NORMAL


async def test_it_stays_handled_when_the_case_is_given_back(parts: Parts, melder: Melder) -> None:
    await melder.says(PRESSURE)
    assert await how_urgent(melder) is Urgency.TODAY
    desk = Desk(parts, melder)
    await desk.takes()

    await desk.gives_back()
    await melder.says("ik ben thuis")

    assert await how_urgent(melder) is Urgency.NORMAL


async def test_a_new_alarm_in_a_case_that_is_held_is_urgent_until_somebody_has_seen_it(
    parts: Parts, melder: Melder
) -> None:
    await melder.says(PRESSURE)
    await Desk(parts, melder).takes()
    await melder.says(CRISIS)
    assert await how_urgent(melder) is Urgency.NOW

    await sees(parts, BERT)

    assert await how_urgent(melder) is Urgency.NORMAL
    await melder.says(CRISIS)
    assert await how_urgent(melder) is Urgency.NOW


async def test_of_two_alarms_both_must_be_seen(parts: Parts, melder: Melder) -> None:
    await Desk(parts, melder).takes()
    await melder.says(CRISIS)
    await melder.says(PRESSURE)
    first, second = await parts.store.alarms.open()

    await parts.alarms.seen(first.id, BERT)
    assert await how_urgent(melder) is Urgency.NOW
    await parts.alarms.seen(second.id, BERT)

    assert await how_urgent(melder) is Urgency.NORMAL


async def test_the_card_keeps_what_was_handled_and_no_longer_for_now(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await browser.log_in(parts)
    await melder.says(CRISIS)
    assert "Nu Mogelijke suïcidaliteit" in await case_page(browser, await melder.known())

    await Desk(parts, melder).takes()

    page = await case_page(browser, await melder.known())
    assert "Nu Mogelijke suïcidaliteit" not in page
    assert "Mogelijke suïcidaliteit" in page
