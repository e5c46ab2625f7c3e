"""Months in the life of a case: asked again on the day that matters, and moved in the open."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from bot.app import parts as real_parts
from bot.days.followups import followed
from bot.handoff import case_file, summary_html, summary_json
from bot.handoff.pdf import summary_pdf
from bot.handoff.schema import summary_schema
from bot.parts import Parts
from bot.ports import AlarmKind, Barrier, Conversation, Inbound, MessageClass, OutOfReach
from bot.settings import Settings, database_url
from bot.storage.sqlite import SqliteStore
from bot.takeover import Takeover
from dialogs.events import Act, Chose, Command, Commanded, Said
from dialogs.session import State
from tests.people import LIGHT, Person

EVENT = date(2026, 6, 1)
# Ten days after the event, at noon in the Netherlands.
BEGIN = date(2026, 6, 11)


class Calendar:
    """A clock that stands at noon of the day that the test turns to."""

    def __init__(self) -> None:
        self.time = noon(BEGIN)

    def now(self) -> datetime:
        return self.time

    def turns_to(self, day: date, hour: int = 10) -> None:
        self.time = datetime.combine(day, time(hour), tzinfo=UTC)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)


@dataclass
class Case:
    """One person whose case runs, and what they see."""

    parts: Parts
    calendar: Calendar
    number: str = ""
    seen: list[int] = field(default_factory=list)
    sent: int = 0
    buttons: list[str] = field(default_factory=list)

    async def hands_over(self, days: str) -> None:
        """Tell everything ten days after the event."""
        facts: dict[str, Any] = {
            **LIGHT,
            "gebeurtenis_datum": EVENT.isoformat(),
            "schade": {"excl_voertuig": "600.00", "voertuig": "0.00"},
        }
        facts["letsel"] = {**LIGHT["letsel"], "herstel_maanden": 3}
        person = Person(
            self.parts.service,
            self.parts.store,
            facts,
            self.calendar.now(),
            "web",
            "een",
            {"ao_dagen": days},
        )
        self.number = await person.walk()
        assert (await self.known()).labels.state is State.HANDED_OVER
        await self.news()

    async def known(self) -> Conversation:
        found = await self.parts.store.conversation_of("web", "een")
        assert found is not None
        return found

    async def on(self, day: date, hour: int = 10) -> str:
        """Turn to a day, let the program look, and return what it says by itself."""
        self.calendar.turns_to(day, hour)
        await followed(self.parts)
        return "\n".join(await self.news())

    async def news(self) -> list[str]:
        known = await self.known()
        lines = await self.parts.store.transcript(known.id, max(self.seen, default=0))
        self.seen += [line.number for line in lines]
        said = [line.outgoing for line in lines if line.outgoing is not None]
        self.buttons = [one.id for one in said[-1].parts[-1].choices] if said else []
        return [part.text for one in said for part in one.parts]

    async def does(self, act: Act) -> str:
        self.sent += 1
        await self.parts.service.handle(
            Inbound(
                channel="web",
                chat_id="een",
                message_id=f"later-{self.sent}",
                at=self.calendar.now(),
                act=act,
            )
        )
        return "\n".join(await self.news())

    async def taps(self, choice: str) -> str:
        assert choice in self.buttons
        return await self.does(Chose(choice=choice))

    async def says(self, text: str) -> str:
        return await self.does(Said(text=text))

    async def code(self) -> str | None:
        return (await self.known()).labels.process_code

    async def tests(self) -> list[tuple[date, str, str, str | None]]:
        found = (await self.known()).session.hertoetsen
        return [(one.op, one.van, one.naar, one.criterium) for one in found]

    async def tasks(self) -> list[AlarmKind]:
        found = await self.parts.store.alarms.open()
        return [one.kind for one in found if one.kind is AlarmKind.HERTOETSEN]


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


BACK_AT_WORK, STILL_OFF_WORK = "5 dagen", "10 dagen, nog steeds ziek"


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Stores in which one case was handed over, walked once for all tests."""
    folders = {days: tmp_path_factory.mktemp("told") for days in (BACK_AT_WORK, STILL_OFF_WORK)}
    for days, folder in folders.items():
        asyncio.run(_walked(folder, days))
    return folders


async def _walked(folder: Path, days: str) -> None:
    case = await _opened(folder, Calendar())
    await case.hands_over(days)
    await case.parts.store.close()


async def _opened(folder: Path, calendar: Calendar) -> Case:
    settings = Settings(_env_file=None, database_url=database_url(str(folder / "lw.db")))
    return Case(await real_parts(settings, calendar), calendar)


@pytest.fixture
async def running(
    walked: Mapping[str, Path], tmp_path: Path, calendar: Calendar
) -> AsyncIterator[Callable[[str], Awaitable[Case]]]:
    async with AsyncExitStack() as opened:

        async def running(days: str) -> Case:
            folder = shutil.copytree(walked[days], tmp_path / "told")
            case = await _opened(folder, calendar)
            opened.push_async_callback(case.parts.store.close)
            case.number = (await case.known()).case
            await case.news()
            return case

        yield running


@pytest.fixture
async def at_work(running: Callable[[str], Awaitable[Case]]) -> Case:
    """Back at work after five days, three months to recover."""
    return await running(BACK_AT_WORK)


@pytest.fixture
async def off_work(running: Callable[[str], Awaitable[Case]]) -> Case:
    """Off work since the event, ten days ago."""
    return await running(STILL_OFF_WORK)


async def test_somebody_who_stays_off_work_goes_from_ll_to_gbl_on_day_29_in_the_open(
    off_work: Case,
) -> None:
    case = off_work
    assert await case.code() == "LL"
    assert await case.on(date(2026, 6, 28)) == ""

    asked = await case.on(date(2026, 6, 29))
    assert "U bent niets vergeten" in asked
    assert "kon u door uw letsel nog niet werken" in asked
    assert "11 juni 2026" in asked
    assert case.buttons == ["ja", "nee", "weet_niet", "niet_meer"]

    assert "3 maanden" in await case.taps("ja")
    assert "€ 600" in await case.taps("ja")
    stays = await case.taps("ja")
    assert "blijft licht letsel (LL)" in stays
    assert "precies 28 dagen" in stays
    assert await case.code() == "LL"

    asked = await case.on(date(2026, 6, 30))
    assert "één korte vraag" in asked
    moved = await case.taps("ja")
    assert "gaat nu verder als GBL-zaak, omdat u langer dan 28 dagen niet kunt werken" in moved
    assert await case.code() == "GBL"
    assert await case.tests() == [
        (date(2026, 6, 29), "LL", "LL", "arbeidsongeschiktheid"),
        (date(2026, 6, 30), "LL", "GBL", "arbeidsongeschiktheid"),
    ]
    assert (await case.known()).labels.retest_on is None
    for day in (date(2026, 9, 1), date(2026, 12, 1)):
        assert await case.on(day) == ""


async def test_staff_read_each_later_test_in_the_summary_and_the_person_in_their_export(
    off_work: Case,
) -> None:
    case = off_work
    for day in (date(2026, 6, 29), date(2026, 6, 30)):
        await case.on(day)
        while case.buttons:
            await case.taps("ja")

    parts = case.parts
    file = await case_file(parts.store, case.calendar, case.number)
    assert file is not None
    found: Any = summary_json(file, parts.script, parts.texts)
    assert [(one["van"], one["naar"]) for one in found["hertoetsingen"]] == [
        ("LL", "LL"),
        ("LL", "GBL"),
    ]
    assert list(Draft202012Validator(summary_schema()).iter_errors(found)) == []
    page = summary_html(file, parts.script, parts.texts)
    assert "29 juni 2026: blijft LL (op de grens: arbeidsongeschiktheid)" in page
    assert "30 juni 2026: LL → GBL (criterium arbeidsongeschiktheid)" in page
    pdf = PdfReader(BytesIO(summary_pdf(file, parts.script, parts.texts)))
    assert "LL → GBL" in " ".join(sheet.extract_text() for sheet in pdf.pages)
    exported = await parts.store.export("web", "een")
    assert exported is not None
    assert '"criterium": "arbeidsongeschiktheid"' in json.dumps(exported)


async def test_somebody_whose_recovery_takes_longer_moves_after_three_months(
    at_work: Case,
) -> None:
    case = at_work
    assert (await case.known()).labels.retest_on == date(2026, 9, 1)
    assert await case.on(date(2026, 8, 31)) == ""

    asked = await case.on(date(2026, 9, 1))
    assert "3 maanden" in asked
    assert "Is dat nog zo?" in asked
    assert "herstel" in (await case.taps("nee")).casefold()
    moved = await case.says("8 maanden")

    assert "GBL-zaak, omdat uw herstel langer duurt dan 6 maanden" in moved
    assert await case.tests() == [(date(2026, 9, 1), "LL", "GBL", "herstel")]


async def test_a_case_in_which_nothing_changed_stays_light_and_is_asked_after_half_a_year(
    at_work: Case,
) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))
    await case.taps("ja")
    stays = await case.taps("ja")

    assert "blijft licht letsel (LL)" in stays
    assert "28" not in stays
    assert (await case.known()).labels.retest_on == date(2026, 12, 1)
    assert "Is dat nog zo?" in await case.on(date(2026, 12, 1))


async def test_a_new_amount_is_taken_in_ones_own_words(at_work: Case) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))
    await case.taps("ja")
    moved = await case.says("6000 euro")

    assert "omdat uw schade € 5.000 of meer is" in moved
    assert await case.code() == "GBL"


async def test_who_is_back_at_work_says_how_long_it_took_and_stays_light(
    off_work: Case,
) -> None:
    case = off_work
    await case.on(date(2026, 6, 29))
    await case.taps("nee")
    await case.says("14 dagen")
    await case.taps("nee")
    await case.taps("ja")
    stays = await case.taps("ja")

    assert "blijft licht letsel (LL)" in stays
    known = await case.known()
    assert known.session.ledger["ao_dagen"].history[-1].words == "10 dagen, nog steeds ziek"
    assert known.labels.retest_on == date(2026, 9, 1)


async def test_whoever_wants_no_more_questions_gets_none(at_work: Case) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))

    assert "vraag dit niet meer" in await case.taps("niet_meer")

    assert await case.tests() == []
    for day in (date(2026, 9, 10), date(2026, 12, 1)):
        assert await case.on(day) == ""
    assert await case.tasks() == []


async def test_the_word_stop_ends_the_questions_and_not_the_case(at_work: Case) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))

    await case.does(Commanded(command=Command.STOP))

    known = await case.known()
    assert known.labels.state is State.HANDED_OVER
    assert known.labels.retest_on is None


async def test_what_else_is_said_meanwhile_is_for_the_case_and_the_question_stays(
    at_work: Case,
) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))

    answer = await case.says("ik heb een brief gekregen van de verzekeraar")

    assert "bij uw zaak gezet" in answer
    assert "Is dat nog zo?" in answer
    assert case.buttons == ["ja", "nee", "weet_niet", "niet_meer"]


async def test_danger_goes_before_the_questions(at_work: Case) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))

    assert "112" in await case.says("mijn man ligt op straat en ademt niet")

    assert (await case.known()).labels.state is State.WITH_HUMAN
    assert case.buttons == []


async def test_who_does_not_answer_is_left_to_a_human_and_asked_nothing_twice(
    at_work: Case,
) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))
    for day in range(2, 30):
        assert await case.on(date(2026, 9, day)) == ""
        assert await case.tasks() == ([] if day < 4 else [AlarmKind.HERTOETSEN])


async def test_nothing_is_asked_by_itself_while_a_human_has_the_case(at_work: Case) -> None:
    case = at_work
    await Takeover(case.parts).take(case.number, "anna", 0)
    await case.news()

    assert await case.on(date(2026, 9, 1)) == ""

    assert await case.tasks() == [AlarmKind.HERTOETSEN]
    assert (await case.known()).labels.state is State.WITH_HUMAN
    assert (await case.known()).labels.retest_on == date(2026, 12, 1)


async def test_who_cannot_be_reached_is_asked_nothing_and_is_one_for_staff(at_work: Case) -> None:
    away = OutOfReach(since=at_work.calendar.now(), why=Barrier.BLOCKED)
    await at_work.parts.store.lost("web", "een", away)

    assert await at_work.on(date(2026, 9, 1)) == ""

    assert await at_work.tasks() == [AlarmKind.HERTOETSEN]


@pytest.mark.parametrize(
    "told", ["mijn dochter is vannacht overleden", "Ik mis hem zo", "morgen is de begrafenis"]
)
async def test_nothing_is_asked_by_itself_of_somebody_who_mourns(told: str, at_work: Case) -> None:
    await at_work.says(told)

    assert await at_work.on(date(2026, 9, 1)) == ""

    assert await at_work.tasks() == [AlarmKind.HERTOETSEN]


async def test_the_questions_end_as_soon_as_somebody_tells_of_a_death(at_work: Case) -> None:
    await at_work.on(date(2026, 9, 1))

    assert "Is dat nog zo?" not in await at_work.says("Mijn man is gisteren overleden.")

    assert at_work.buttons == []


async def test_nobody_is_asked_anything_in_the_night(at_work: Case) -> None:
    assert await at_work.on(date(2026, 9, 1), hour=3) == ""
    assert await at_work.on(date(2026, 9, 1), hour=22) == ""

    assert await at_work.on(date(2026, 9, 2)) != ""


async def test_who_comes_back_after_the_day_is_asked_in_the_same_breath(at_work: Case) -> None:
    at_work.calendar.turns_to(date(2026, 9, 3), hour=22)

    answer = await at_work.says("wanneer hoor ik iets?")

    assert "bij uw zaak gezet" in answer
    assert "Is dat nog zo?" in answer
    assert await at_work.on(date(2026, 9, 4)) == ""


async def test_two_workers_ask_once(at_work: Case) -> None:
    case = at_work
    case.calendar.turns_to(date(2026, 9, 1))

    await asyncio.gather(followed(case.parts), followed(case.parts))

    assert sum("Is dat nog zo?" in text for text in await case.news()) == 1


async def test_what_is_asked_by_itself_waits_for_the_human_like_any_word_of_the_program(
    at_work: Case,
) -> None:
    case = at_work
    await case.on(date(2026, 9, 1))
    known = await case.known()

    lines = await case.parts.store.transcript(known.id)

    assert lines[-1].message_class is MessageClass.BOT


async def test_nobody_is_asked_after_an_erasure(at_work: Case) -> None:
    await at_work.parts.store.erase("web", "een", at_work.calendar.now())
    at_work.calendar.turns_to(date(2026, 9, 1))

    assert await followed(at_work.parts) == 0


async def test_a_case_that_cannot_be_read_does_not_hold_up_the_others(
    at_work: Case,
) -> None:
    case = at_work
    facts = {**LIGHT, "gebeurtenis_datum": EVENT.isoformat()}
    parts = case.parts
    broken = await Person(parts.service, parts.store, facts, noon(BEGIN), "web", "kapot").walk()
    assert isinstance(parts.store, SqliteStore)
    await parts.store.do(
        lambda db: db.execute(
            "UPDATE conversations SET session = x'00' WHERE case_number = ?", (broken,)
        )
    )

    assert "Is dat nog zo?" in await case.on(date(2026, 9, 1))

    found = await parts.store.alarms.open()
    assert [one.kind for one in found if one.case == broken] == [AlarmKind.ONLEESBAAR]
