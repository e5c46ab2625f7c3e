"""What is made of a case for a spreadsheet and for a calendar."""

import pytest

from bot.parts import Parts
from tests.balie import Browser

# The first that was told, and one of somebody who told nothing yet but asked for help.
CASE, UNTOLD = "LW-2026-000001", "LW-2026-000004"


@pytest.fixture
def parts(telling: Parts) -> Parts:
    return telling


@pytest.fixture
async def inside(parts: Parts, browser: Browser) -> Browser:
    await browser.log_in(parts)
    return browser


async def test_the_damage_can_be_taken_along_as_a_table(inside: Browser) -> None:
    answer = await inside.get(f"/desk/zaak/{CASE}/schadestaat.csv")

    assert answer.headers["content-disposition"] == f'attachment; filename="{CASE}.csv"'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.startswith("\ufeffSchadepost;".encode())
    assert "Totaal volgens de melder, zonder voertuig;1850,00" in answer.text


async def test_the_terms_can_be_taken_along_for_a_calendar(inside: Browser) -> None:
    answer = await inside.get(f"/desk/zaak/{CASE}/termijnen.ics")

    assert answer.headers["content-disposition"] == f'attachment; filename="{CASE}.ics"'
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.text.count("BEGIN:VEVENT") == 2
    assert "Sanne" not in answer.text


async def test_both_are_offered_where_there_is_something_in_them(inside: Browser) -> None:
    told = (await inside.get(f"/desk/zaak/{CASE}")).text
    untold = (await inside.get(f"/desk/zaak/{UNTOLD}")).text

    for name in ("schadestaat.csv", "termijnen.ics"):
        assert f"/desk/zaak/{CASE}/{name}" in told
    assert "termijnen.ics" not in untold


@pytest.mark.parametrize("name", ["schadestaat.csv", "termijnen.ics"])
async def test_of_a_case_that_is_not_there_nothing_is_made(inside: Browser, name: str) -> None:
    assert (await inside.get(f"/desk/zaak/LW-2026-999999/{name}")).status_code == 404


@pytest.mark.parametrize("name", ["schadestaat.csv", "termijnen.ics"])
async def test_nobody_gets_them_without_logging_in(browser: Browser, name: str) -> None:
    answer = await browser.get(f"/desk/zaak/{CASE}/{name}")

    assert answer.status_code in (303, 401)
    assert "VEVENT" not in answer.text
