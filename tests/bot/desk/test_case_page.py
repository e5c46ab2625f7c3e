import json
import re
from typing import Any

import pytest

from bot.parts import Parts
from bot.ports import Unreadable
from tests.balie import Browser

# The first that was told.
CASE = "LW-2026-000001"


@pytest.fixture
def parts(telling: Parts) -> Parts:
    return telling


@pytest.fixture
async def case(parts: Parts, browser: Browser) -> str:
    await browser.log_in(parts)
    return CASE


async def test_a_case_shows_its_summary_and_the_conversation(browser: Browser, case: str) -> None:
    answer = await browser.get(f"/desk/zaak/{case}")

    assert answer.status_code == 200
    for part in (case, "Zaakkaart", "Sanne Voorbeeld", "Gekozen knop", "Bron"):
        assert part in answer.text


async def test_what_a_person_typed_stays_text(browser: Browser, case: str) -> None:
    for path in ("", "/afdruk", "/samenvatting.html"):
        page = (await browser.get(f"/desk/zaak/{case}{path}")).text

        assert "<img" not in page
        assert "&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;auto&lt;/b&gt; {{ 7 * 7 }}" in page


async def test_the_pages_hold_no_script_and_no_style_within_them(
    browser: Browser, case: str
) -> None:
    for path in ("/desk", f"/desk/zaak/{case}", f"/desk/zaak/{case}/afdruk", "/desk/wachtwoord"):
        page = (await browser.get(path)).text

        of_ours = r'<script src="/desk/static/(alarmen|desk|queue|vernieuwen)\.js" defer></script>'
        assert "<script" not in re.sub(of_ours, "", page)
        assert "<style" not in page
        assert " style=" not in page
        assert " on" + "click" not in page


async def test_the_summary_can_be_taken_along_as_data(browser: Browser, case: str) -> None:
    answer = await browser.get(f"/desk/zaak/{case}/samenvatting.json")

    assert answer.headers["content-disposition"] == f'attachment; filename="{case}.json"'
    assert answer.headers["cache-control"] == "no-store"
    told: dict[str, Any] = json.loads(answer.text)
    assert told["zaak"] == case
    assert told["beoordeling"]["classificatie"]["uitkomst"] == "GBL"


async def test_the_summary_can_be_taken_along_as_one_page(browser: Browser, case: str) -> None:
    answer = await browser.get(f"/desk/zaak/{case}/samenvatting.html")

    assert answer.headers["content-disposition"] == f'attachment; filename="{case}.html"'
    assert "<style>" in answer.text
    assert "/desk/" not in answer.text


async def test_the_summary_can_be_taken_along_as_a_document(browser: Browser, case: str) -> None:
    answer = await browser.get(f"/desk/zaak/{case}/samenvatting.pdf")

    assert answer.headers["content-disposition"] == f'attachment; filename="{case}.pdf"'
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.startswith(b"%PDF-")
    assert f"/desk/zaak/{case}/samenvatting.pdf" in (await browser.get(f"/desk/zaak/{case}")).text


@pytest.mark.parametrize(
    "path",
    [
        "zaak/LW-2026-999999/samenvatting.pdf",
        "zaak/LW-2026-999999/samenvatting.json",
        "zaak/LW-2026-999999/samenvatting.html",
        "zaak/LW-2026-999999/afdruk",
        "zaak/LW-2026-999999",
        "zaak/%3Cscript%3E",
        "zaak/..%2f..",
        "iets",
        "zaak/a/b/c",
    ],
)
async def test_a_page_that_is_not_there_says_so(parts: Parts, browser: Browser, path: str) -> None:
    await browser.log_in(parts)

    answer = await browser.get(f"/desk/{path}")

    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text


async def test_a_case_that_cannot_be_opened_says_so(
    parts: Parts, browser: Browser, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def closed(**_: str) -> None:
        raise Unreadable(case, "no key")

    monkeypatch.setattr(parts.store, "conversation", closed)

    answer = await browser.get(f"/desk/zaak/{case}")

    assert answer.status_code == 500
    assert "kan niet worden geopend" in answer.text
    assert case in answer.text


async def test_the_stylesheets_are_served_and_nothing_else(browser: Browser) -> None:
    for name in ("desk.css", "summary.css"):
        assert (
            (await browser.get(f"/desk/static/{name}"))
            .headers["content-type"]
            .startswith("text/css")
        )
    for name in ("../pages.py", "%2e%2e%2fpages.py", "geheim"):
        assert (await browser.get(f"/desk/static/{name}")).status_code in (303, 404)
