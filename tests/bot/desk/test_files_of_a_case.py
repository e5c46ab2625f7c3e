"""Staff see what was sent, look at it or take it along; nobody else does, and nothing runs."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.files.examining import received
from bot.handoff import case_file, summary_html, summary_json
from bot.handoff.attached import VIEWABLE
from bot.handoff.pdf import summary_pdf
from bot.handoff.schema import summary_schema
from bot.parts import Parts
from bot.ports import AboutFile, Inbound, KeptFile, NewFile
from dialogs.events import Sent, Sort
from tests.attachments import JPEG, KEPT, PDF, PNG
from tests.balie import Browser
from tests.bot.desk.conftest import MORNING

CASE, OTHER = "LW-2026-000001", "LW-2026-000002"
LATER = MORNING + timedelta(hours=5)


@pytest.fixture
async def parts(telling: Parts) -> Parts:
    """Three files of one person: a picture, a document, and one that is still to come."""
    await sends(telling, 1, *received("<b>foto \u202e van Sanne.jpg", JPEG))
    await sends(telling, 2, *received("brief.pdf", PDF, words="Deze moet ik tekenen"))
    about = AboutFile(name="later.jpg", sort=Sort.FOTO)
    file = NewFile(id="waits", about=about, source="elsewhere")
    await sends(telling, 3, Sent(name="later.jpg", file="waits", sort=Sort.FOTO), file)
    return telling


async def sends(parts: Parts, number: int, act: Sent, file: NewFile | None) -> None:
    await parts.service.handle(
        Inbound(
            channel="web",
            chat_id="een",
            message_id=f"file-{number}",
            at=LATER + timedelta(minutes=number),
            act=act,
            file=file,
        )
    )


async def files(parts: Parts, case: str = CASE) -> tuple[KeptFile, ...]:
    known = await parts.store.conversation(case=case)
    assert known is not None
    return await parts.store.files.of(known.id)


@pytest.fixture
async def inside(parts: Parts, browser: Browser) -> Browser:
    await browser.log_in(parts)
    return browser


# --- the page of the case ------------------------------------------------------------------------


async def test_the_page_lists_each_file_with_what_proves_it(inside: Browser, parts: Parts) -> None:
    page = (await inside.get(f"/desk/zaak/{CASE}")).text

    photo, letter, _ = await files(parts)
    assert hashlib.sha256(JPEG).hexdigest() in page
    assert "Document: brief.pdf" in page
    assert "1\N{NO-BREAK SPACE}kB" in page
    assert "&lt;b&gt;foto" in page
    assert "Wordt nog opgehaald" in page
    assert f"/desk/zaak/{CASE}/bestand/{photo.id}/bekijk" in page
    assert f"/desk/zaak/{CASE}/bestand/{letter.id}" in page
    assert f"/desk/zaak/{CASE}/bestand/{letter.id}/bekijk" not in page
    assert "/bestand/waits" not in page
    assert "<img" not in page


async def test_a_case_without_files_says_nothing_of_them(inside: Browser) -> None:
    assert "Bestanden van de melder" not in (await inside.get(f"/desk/zaak/{OTHER}")).text


async def test_a_file_that_never_came_says_why(inside: Browser, parts: Parts) -> None:
    await parts.store.files.lost("waits", "100")
    assert "Niet ontvangen (code 100)" in (await inside.get(f"/desk/zaak/{CASE}")).text


async def test_one_that_was_something_else_says_that(inside: Browser, parts: Parts) -> None:
    await parts.store.files.lost("waits", "video")
    assert "Niet bewaard: een video" in (await inside.get(f"/desk/zaak/{CASE}")).text


# --- the file itself -----------------------------------------------------------------------------


async def test_a_download_is_the_file_as_it_came_and_nothing_runs(
    inside: Browser, parts: Parts
) -> None:
    photo = (await files(parts))[0]
    answer = await inside.get(f"/desk/zaak/{CASE}/bestand/{photo.id}")

    assert answer.content == JPEG
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"] == f'attachment; filename="{CASE}-1.jpg"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    policy = answer.headers["content-security-policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy


async def test_a_picture_can_be_looked_at_and_nothing_else_can(
    inside: Browser, parts: Parts
) -> None:
    photo, letter, _ = await files(parts)

    seen = await inside.get(f"/desk/zaak/{CASE}/bestand/{photo.id}/bekijk")
    handed = await inside.get(f"/desk/zaak/{CASE}/bestand/{letter.id}/bekijk")

    assert seen.headers["content-disposition"].startswith("inline")
    assert "sandbox" in seen.headers["content-security-policy"]
    assert handed.headers["content-disposition"].startswith("attachment")
    assert set(KEPT) > VIEWABLE
    assert all(mime.startswith("image/") and "svg" not in mime for mime in VIEWABLE)


@pytest.mark.parametrize("look", ["", "/bekijk"])
async def test_nobody_gets_a_file_without_logging_in(
    browser: Browser, parts: Parts, look: str
) -> None:
    photo = (await files(parts))[0]
    answer = await browser.get(f"/desk/zaak/{CASE}/bestand/{photo.id}{look}")

    assert answer.status_code == 303
    assert answer.content == b""


@pytest.mark.parametrize(
    "path",
    [
        f"/desk/zaak/{OTHER}/bestand/{{id}}",
        "/desk/zaak/LW-2026-999999/bestand/{id}",
        "/desk/zaak/' OR 1/bestand/{id}",
        f"/desk/zaak/{CASE}/bestand/waits",
        f"/desk/zaak/{CASE}/bestand/elders",
        f"/desk/zaak/{CASE}/bestand/{{id}}/iets",
    ],
)
async def test_a_file_is_found_in_its_own_case_only(
    inside: Browser, parts: Parts, path: str
) -> None:
    photo = (await files(parts))[0]

    answer = await inside.get(path.format(id=photo.id))

    assert answer.status_code == 404
    assert JPEG not in answer.content


async def test_who_looks_leaves_a_line_without_anybodys_name(
    inside: Browser, parts: Parts
) -> None:
    photo = (await files(parts))[0]
    with capture_logs() as logged:
        await inside.get(f"/desk/zaak/{CASE}/bestand/{photo.id}")

    (line,) = [one for one in logged if one["event"] == "desk_file_opened"]
    assert line["reason"] == photo.id
    assert CASE not in str(line)
    assert "Sanne" not in str(line)


# --- what leaves the house -----------------------------------------------------------------------


async def test_the_summary_tells_of_files_and_never_holds_them(parts: Parts) -> None:
    file = await case_file(parts.store, parts.clock, CASE)
    assert file is not None

    data: Any = summary_json(file, parts.script, parts.texts)
    page = summary_html(file, parts.script, parts.texts)
    paper = summary_pdf(file, parts.script, parts.texts)

    assert [one["stand"] for one in data["bestanden"]] == ["kept", "kept", "awaited"]
    assert data["bestanden"][1]["naam"] == "brief.pdf"
    assert data["bestanden"][1]["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert data["bestanden"][1]["grootte"] == len(PDF)
    assert data["gesprek"][-3]["tekst"].startswith(("Document: brief.pdf", "Dank u"))
    assert hashlib.sha256(PDF).hexdigest() in page
    assert "/desk/" not in page
    assert "<img" not in page
    assert paper.startswith(b"%PDF")
    assert JPEG[20:60] not in paper


def test_the_schema_names_the_files() -> None:
    assert "bestanden" in summary_schema()["required"]


async def test_a_picture_of_somebody_is_never_part_of_the_page(parts: Parts) -> None:
    await sends(parts, 4, *received("x.png", PNG))
    file = await case_file(parts.store, parts.clock, CASE)
    assert file is not None

    assert PNG not in summary_html(file, parts.script, parts.texts).encode()
