"""Staff write in a case in both databases, while colleagues and the person are there."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.app import parts as real_parts
from bot.parts import Parts
from bot.settings import Settings, database_url
from bot.takeover import Came
from dialogs.events import Command, Commanded, Said
from dialogs.staff.acts import How, StaffFilled
from dialogs.tree import look
from tests.balie import NOON, HeldClock
from tests.bot.storage.conftest import Place
from tests.melder import (
    ANNA,
    BERT,
    DATE,
    Desk,
    Melder,
    answer_to,
    buttons,
    last_to,
    words,
)
from tests.turning import MASTER_KEY


@pytest.fixture
async def parts(place: Place) -> AsyncIterator[Parts]:
    on_server = place.adapter == "postgres"
    settings = Settings(
        database_url=place.location if on_server else database_url(place.location),
        master_key=MASTER_KEY if on_server else None,
        _env_file=None,
    )
    made = await real_parts(settings, HeldClock())
    yield made
    await made.store.close()


@pytest.fixture
async def melder(parts: Parts) -> Melder:
    made = Melder(parts)
    for act in (Commanded(command=Command.START), "ja", "ja", "ik ben zelf gewond"):
        await made.says(act)
    return made


@pytest.fixture
async def anna(parts: Parts, melder: Melder) -> Desk:
    made = Desk(parts, melder)
    await made.takes()
    return made


async def test_only_who_holds_the_case_writes_in_it(
    parts: Parts, melder: Melder, anna: Desk
) -> None:
    bert = Desk(parts, melder, BERT)
    assert await bert.fills(DATE, "3 mei 2026") is Came.LOST
    await bert.takes()

    assert await anna.fills(DATE, "3 mei 2026") is Came.LOST
    assert await bert.fills(DATE, "3 mei 2026") is Came.DONE


async def test_of_two_forms_on_one_answer_at_once_one_is_taken(melder: Melder, anna: Desk) -> None:
    came = await asyncio.gather(
        *(anna.fills(DATE, f"{day} mei 2026", tells=False) for day in range(3, 7))
    )

    assert came.count(Came.DONE) == 1
    assert (await melder.known()).session.ledger[DATE].history == ()


async def test_people_who_type_while_staff_fill_in_lose_nothing(
    melder: Melder, anna: Desk
) -> None:
    typed = [f"bericht {number}" for number in range(6)]

    await asyncio.gather(
        *(melder.says(text) for text in typed),
        anna.fills(DATE, "3 mei 2026"),
        anna.adds({"aansprakelijkheid.overeengekomen_pct": "50"}),
    )

    said = [line.act.text for line in await melder.lines() if isinstance(line.act, Said)]
    assert sorted(text for text in said if text in typed) == typed
    assert (await answer_to(melder, DATE)).value == "2026-05-03"
    assert "aansprakelijkheid.overeengekomen_pct" in (await melder.known()).session.dossier


async def test_what_staff_wrote_is_exported_and_erased_with_the_person(
    parts: Parts, anna: Desk
) -> None:
    await anna.adds({"aansprakelijkheid.overeengekomen_pct": "50"})
    kept = await parts.store.export("web", "melder")
    assert kept is not None
    assert "aansprakelijkheid.overeengekomen_pct" in look(kept, "gesprek")["dossier"]

    assert await parts.store.erase("web", "melder", NOON) is not None
    assert await parts.store.export("web", "melder") is None


async def test_an_answer_by_telephone_is_marked_counts_at_once_and_is_confirmed(
    melder: Melder, anna: Desk
) -> None:
    assert await anna.fills(DATE, "3 mei 2026") is Came.DONE

    filled = await answer_to(melder, DATE)
    assert (filled.value, filled.by, filled.channel) == ("2026-05-03", ANNA, "telefoon")
    assert filled.confirmed is None
    assessed = (await melder.known()).session.beoordeling
    assert [term["laatste_dag"] for term in look(assessed, "termijnen")] != []
    asked = await last_to(melder)
    assert "Anna heeft dit voor u ingevuld" in words(asked)
    assert "3 mei 2026" in words(asked)

    assert "blijft dit zo staan" in words(await melder.says("ja hoor"))
    assert (await answer_to(melder, DATE)).confirmed is True
    assert (await melder.known()).session.put is None


async def test_a_form_that_is_sent_twice_counts_once(melder: Melder, anna: Desk) -> None:
    event = StaffFilled(
        by=ANNA, at=NOON, key=DATE, act=Said(text="3 mei 2026"), how=How.DOSSIER, seen=0
    )

    assert await anna.does(event, "f" * 32) is Came.DONE
    assert await anna.does(event, "f" * 32) is Came.DONE
    assert (await melder.heard()).count("heeft dit voor u ingevuld") == 1


async def test_what_nobody_asked_about_is_asked_when_the_script_goes_on(
    melder: Melder, anna: Desk
) -> None:
    await anna.fills(DATE, "3 mei 2026", tells=False)
    await anna.gives_back()

    back = await last_to(melder)
    assert "3 mei 2026" in words(back)
    assert buttons(back) == ["ja", "nee"]
    goes_on = await melder.says("ja")
    assert goes_on is not None
    assert goes_on.question is not None
    assert (await answer_to(melder, DATE)).confirmed is True
