import re

import pytest

from bot.parts import Parts
from bot.ports import AlarmKind, Decide, Decision, Inbound, Labels, Raise
from dialogs.events import Said
from dialogs.session import State
from tests.balie import HERE, NOON, Browser
from tests.storage_cases import counted

SEEN = "Ik heb het gezien"


def alarming(kind: AlarmKind) -> Decide:
    return lambda known: Decision(
        session=counted(known),
        labels=Labels(state=State.HANDED_OVER, handed_over_at=NOON),
        alarms=(Raise(kind=kind, mark="1"),),
    )


async def case(parts: Parts, chat: str, kind: AlarmKind = AlarmKind.CRISIS) -> str:
    said = Inbound(channel="web", chat_id=chat, message_id=chat, at=NOON, act=Said(text="x"))
    return (await parts.store.turn(said, alarming(kind))).case


def banner(page: str) -> str:
    found = re.search(r"<section class=\"alarmen\".*?</section>", page, re.DOTALL)
    assert found is not None
    return found[0]


def is_hidden(page: str) -> bool:
    return " hidden>" in banner(page).splitlines()[0]


async def test_nobody_sees_an_alarm_before_getting_in(parts: Parts, browser: Browser) -> None:
    await case(parts, "een")

    assert "alarmen" not in (await browser.get("/desk/inloggen")).text
    assert (await browser.get("/desk/alarmen")).status_code == 303
    (alarm,) = await parts.store.alarms.open()
    await browser.send(f"/desk/alarmen/{alarm.id}/gezien")
    assert len(await parts.store.alarms.open()) == 1


@pytest.fixture
async def inside(parts: Parts, browser: Browser) -> Browser:
    await browser.log_in(parts)
    return browser


async def test_without_an_alarm_there_is_no_banner(inside: Browser) -> None:
    assert is_hidden((await inside.get("/desk")).text)
    assert "Er is geen alarm" in (await inside.get("/desk/alarmen")).text


async def test_every_page_of_the_desk_shows_the_alarms_that_nobody_has_seen(
    parts: Parts, inside: Browser
) -> None:
    number = await case(parts, "een")

    for path in ("/desk", "/desk/wachtwoord", "/desk/alarmen", "/desk/onbekend"):
        page = (await inside.get(path)).text
        assert not is_hidden(page)
        assert "1 alarm nog door niemand gezien" in banner(page)
        assert number in banner(page)
        assert "Mogelijke suïcidaliteit" in banner(page)


async def test_whoever_has_seen_an_alarm_is_written_down_and_goes_back_to_the_page(
    parts: Parts, inside: Browser
) -> None:
    number = await case(parts, "een")
    page = (await inside.get("/desk")).text
    (path,) = re.findall(r"action=\"(/desk/alarmen/\d+/gezien)\"", banner(page))

    answer = await inside.http.post(
        path, headers={"origin": HERE, "referer": f"{HERE}/desk/zaak/{number}/antwoord"}
    )

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/desk/zaak/{number}"
    assert is_hidden((await inside.get("/desk")).text)
    assert (await inside.send(path)).headers["location"] == "/desk"


async def test_a_form_from_elsewhere_sees_nothing(parts: Parts, inside: Browser) -> None:
    await case(parts, "een")
    (alarm,) = await parts.store.alarms.open()

    answer = await inside.send(f"/desk/alarmen/{alarm.id}/gezien", origin="https://elders.nl")

    assert answer.status_code == 403
    assert len(await parts.store.alarms.open()) == 1


@pytest.mark.parametrize("number", ["999", "x", "²", "9" * 30])
async def test_an_alarm_that_is_not_there_is_no_fault(number: str, inside: Browser) -> None:
    assert (await inside.send(f"/desk/alarmen/{number}/gezien")).status_code == 303


async def test_many_alarms_take_a_few_lines_and_a_page_of_their_own(
    parts: Parts, inside: Browser
) -> None:
    for number in range(5):
        await case(parts, str(number))

    short = banner((await inside.get("/desk")).text)
    assert short.count(SEEN) == 3
    assert "Toon alle 5 alarmen" in short
    assert banner((await inside.get("/desk/alarmen?kort=ja")).text) == short
    assert banner((await inside.get("/desk/alarmen")).text).count(SEEN) == 5
