"""A person's own copy: what they told and what was explained, for nobody else."""

import io
import re

import httpx2
import pytest
from fastapi import FastAPI
from pypdf import PdfReader

from tests.webpage import Page, words_of

TOLD = (
    ("toestemming", "ja"),
    ("rol", "slachtoffer"),
)


async def told(page: Page) -> Page:
    """Tell a few things, one of them not known."""
    await page.open()
    for question, choice in TOLD:
        await page.tap(choice, question)
    await page.say("3 mei 1980")
    await page.tap("verkeer", "oorzaak")
    await page.say("weet ik niet")
    return page


def text_of(pdf: bytes) -> str:
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", said.replace("\u200b", ""))


async def test_the_copy_holds_what_was_told_and_what_is_still_open(page: Page) -> None:
    await told(page)

    seen = words_of(await page.open("/overzicht"))

    assert "Geboortedatum 3 mei 1980" in seen
    assert "Oorzaak Verkeer" in seen
    assert seen.index("Wat nog niet bekend is") < seen.index("Wanneer")
    assert "U heeft uw overzicht nog niet doorgestuurd" in seen
    assert "LW-" not in seen
    assert "U praat met een computerprogramma" not in seen


async def test_the_same_stands_in_the_pdf(page: Page) -> None:
    await told(page)
    answer = await page.http.get("/overzicht.pdf")

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="overzicht.pdf"'
    seen = text_of(answer.content)
    assert "Geboortedatum 3 mei 1980" in seen
    assert "Dit is geen juridisch advies" in seen


async def test_what_was_explained_stands_in_it_with_its_source(page: Page) -> None:
    await told(page)
    for _ in range(40):
        await page.say("weet ik niet")
        if "Klopt dit" in page.chat:
            break

    seen = words_of(await page.open("/overzicht"))

    assert "Wat er is uitgelegd" in seen
    assert "licht letsel" in seen
    assert "Bron" in seen


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "Ünï🚑 中文 عربي", "a" * 3000])
async def test_nothing_that_was_typed_breaks_it(page: Page, typed: str) -> None:
    await told(page)
    await page.tap("ja", "toestemming")
    await page.say(typed)

    html = await page.open("/overzicht")
    pdf = await page.http.get("/overzicht.pdf")

    assert "<script>alert" not in html
    assert pdf.content.startswith(b"%PDF")


@pytest.mark.parametrize("path", ["/overzicht", "/overzicht.pdf"])
async def test_nobody_else_sees_it(page: Page, app: FastAPI, path: str) -> None:
    await told(page)
    stranger = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=stranger, base_url="http://localhost") as http:
        without = await http.get(path)
        await http.get("/")
        with_nothing_told = await http.get(path)

    for answer in (without, with_nothing_told):
        assert answer.status_code == 404
        assert "1980" not in answer.text


async def test_after_an_erasure_there_is_no_copy(page: Page) -> None:
    await told(page)
    await page.command("wis")
    await page.say("ja")

    assert (await page.http.get("/overzicht")).status_code == 404
