import re
from datetime import timedelta
from hashlib import sha256
from typing import Any

import httpx2

from bot.channels.web.guard import LARGEST_BODY
from bot.clock import day_of
from bot.parts import Parts
from tests.webpage import Page, words_of

YES = {"kind": "chose", "choice": "ja", "question": "toestemming"}


async def transcript(parts: Parts, page: Page) -> int:
    """Return how many lines are kept of this browser."""
    known = await conversation(parts, page)
    return 0 if known is None else len(await parts.store.transcript(known.id))


async def conversation(parts: Parts, page: Page) -> Any:
    token = page.http.cookies["gesprek"]
    return await parts.store.conversation_of("web", sha256(token.encode()).hexdigest())


# --- the first visit -----------------------------------------------------------------------------


async def test_the_first_question_is_there_at_once_and_nothing_is_kept(
    page: Page, parts: Parts
) -> None:
    seen = words_of(await page.open())

    assert "Mag ik u vragen stellen over uw gezondheid" in seen
    assert "Ja Nee" in seen
    assert await conversation(parts, page) is None


async def test_the_first_answer_begins_the_conversation_as_it_was_seen(page: Page) -> None:
    await page.open()
    await page.send(YES)

    assert "Mag ik u vragen stellen" in page.chat
    assert page.chat.index("Mag ik u") < page.chat.index("Voor wie vult u dit in?")
    assert await again(page) == page.chat.replace(" Ja Nee Nu gevaar: help mij", "", 1)


async def test_only_the_newest_question_can_be_answered(page: Page) -> None:
    await page.open()
    await page.send(YES)
    html = await page.open()

    assert html.count("<fieldset") == 1
    assert 'value="slachtoffer"' in html
    assert 'name="choice" value="ja"' not in html


async def test_what_waited_for_a_line_since_yesterday_is_about_yesterday(
    page: Page, parts: Parts
) -> None:
    await page.open()
    await page.send(YES)
    await page.tap("slachtoffer", "rol")
    await page.say("3 mei 1980")
    await page.tap("verkeer", "oorzaak")
    body = {"id": "a" * 32, "act": {"kind": "said", "text": "gisteren"}, "after": page.after}
    await page.http.post("/chat/messages", json={**body, "waited": 24 * 60 * 60})

    known = await conversation(parts, page)
    the_day_before_yesterday = day_of(parts.clock.now()) - timedelta(days=2)
    assert known.session.ledger["datum"].answer.value == str(the_day_before_yesterday)


async def test_nothing_waited_since_tomorrow_or_for_a_month(page: Page) -> None:
    await page.open()
    for waited in (-1, 31 * 24 * 60 * 60):
        body = {"id": "a" * 32, "act": YES, "after": 0, "waited": waited}
        assert (await page.http.post("/chat/messages", json=body)).status_code == 400


async def again(page: Page) -> str:
    """Return the conversation as the page shows it when it is opened again."""
    html = await page.open()
    log = html[html.index('role="log"') : html.index('<div id="queue"')]
    return words_of(log.partition(">")[2])


async def test_the_page_tells_in_one_line_how_much_is_left(page: Page) -> None:
    assert re.search(r"Nog hoogstens \d+ vragen", words_of(await page.open()))


async def test_what_a_person_types_is_shown_and_never_run(page: Page) -> None:
    await page.open()
    await page.say("<script>alert(1)</script> & <img src=x onerror=alert(1)>")
    html = await page.open()

    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in html


# --- sending -------------------------------------------------------------------------------------


async def test_a_message_that_is_sent_again_counts_once(page: Page, parts: Parts) -> None:
    await page.open()
    first = await page.send(YES, "11111111-once")
    kept = await transcript(parts, page)
    page.after = 0
    second = await page.send(YES, "11111111-once")

    assert second.json() | {"lines": []} == first.json() | {"lines": []}
    assert [line["number"] for line in second.json()["lines"]] == [
        line["number"] for line in first.json()["lines"]
    ]
    assert await transcript(parts, page) == kept


async def test_only_what_the_page_does_not_have_comes_back(page: Page) -> None:
    await page.open()
    await page.send(YES)
    seen = page.after
    answer = await page.tap("slachtoffer", "rol")

    assert [line["number"] for line in answer.json()["lines"]] == [seen + 1, seen + 2]


# --- what is refused -----------------------------------------------------------------------------


REFUSED: list[tuple[bytes, dict[str, str], int]] = [
    (b"{}", {}, 400),
    (b"niets", {}, 400),
    (b'{"id": "12345678", "act": {"kind": "said"}}', {}, 400),
    (b'{"id": "", "act": {"kind": "said", "text": "x"}}', {}, 400),
    (b'{"id": "12345678", "act": {"kind": "x"}}', {}, 400),
    (b'{"id": "12345678", "act": {"kind": "said", "text": "x"}, "after": -1}', {}, 400),
    (b"x" * (LARGEST_BODY + 1), {}, 413),
    (b"{}", {"content-type": "text/plain"}, 415),
    (b"{}", {"sec-fetch-site": "cross-site"}, 403),
    (b"{}", {"origin": "https://evil.example"}, 403),
]


async def test_what_is_refused_is_told_in_a_kind_sentence(page: Page, parts: Parts) -> None:
    await page.open()
    for body, headers, status in REFUSED:
        answer = await page.http.post(
            "/chat/messages", content=body, headers={"content-type": "application/json"} | headers
        )

        assert answer.status_code == status, body[:99]
        assert answer.json()["error"].endswith((".", "?"))
    assert await transcript(parts, page) == 0


async def test_a_browser_that_keeps_no_cookies_hears_why_it_does_not_work(page: Page) -> None:
    answer = await page.send(YES)

    assert answer.status_code == 409
    assert "cookies" in answer.json()["error"]


async def test_who_floods_is_asked_to_wait(page: Page) -> None:
    await page.open()
    answers = [await page.send({}) for _ in range(121)]

    assert {answer.status_code for answer in answers[:120]} == {400}
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0


# --- without a script ----------------------------------------------------------------------------


def forms(html: str) -> list[dict[str, Any]]:
    """Return the forms that a person can use: their fields, and their buttons."""
    found = []
    for form in re.findall(r"<form\b.*?</form>", html, re.DOTALL):
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
        buttons = re.findall(r'<button name="(\w+)" value="([^"]*)"', form)
        found.append({"fields": fields, "buttons": buttons, "types": "<textarea" in form})
    return found


async def submit(page: Page, fields: dict[str, str]) -> httpx2.Response:
    return await page.http.post("/chat/form", data=fields, headers={"origin": "http://localhost"})


async def press(page: Page, name: str, value: str) -> str:
    """Press a button of the page as it is now, and return the page that follows."""
    for form in forms(await page.open()):
        if (name, value) in form["buttons"]:
            answer = await submit(page, {**form["fields"], name: value})
            assert answer.status_code == 303
            return words_of(await page.open(answer.headers["location"]))
    raise AssertionError(f"there is no button {name}={value}")


async def test_without_a_script_the_conversation_goes_on_with_plain_forms(page: Page) -> None:
    await press(page, "choice", "ja")
    await press(page, "choice", "slachtoffer")
    typing = next(form for form in forms(await page.open()) if form["types"])
    await submit(page, {**typing["fields"], "text": "3 mei\r\n1980"})
    seen = await press(page, "command", "terug")

    assert "3 mei 1980" in seen
    assert seen.count("Wat is uw geboortedatum?") == 2


async def test_a_form_that_is_sent_twice_counts_once(page: Page, parts: Parts) -> None:
    first = next(form for form in forms(await page.open()) if ("choice", "ja") in form["buttons"])
    for _ in range(2):
        await submit(page, {**first["fields"], "choice": "ja"})

    assert await transcript(parts, page) == 4


async def test_an_empty_form_does_nothing(page: Page, parts: Parts) -> None:
    await page.open()

    for fields in (
        {"text": ""},
        {"id": "12345678"},
        {"id": "12345678", "command": "x"},
        {"text": "x"},
    ):
        assert (await submit(page, fields)).status_code == 303
    assert await transcript(parts, page) == 0


async def test_a_form_of_another_site_is_refused_on_a_page_that_leads_back(page: Page) -> None:
    await page.open()
    answer = await page.http.post(
        "/chat/form", data={"text": "x"}, headers={"origin": "https://evil.example"}
    )

    assert answer.status_code == 403
    assert "Naar het gesprek" in words_of(answer.text)


# --- erasing -------------------------------------------------------------------------------------


async def test_after_erasing_nothing_is_left_on_the_page(page: Page, parts: Parts) -> None:
    await page.open()
    await page.send(YES)
    await page.command("wis")
    answer = await page.tap("ja")

    assert "Alles is gewist" in words_of(answer.json()["farewell"])
    assert await conversation(parts, page) is None
    assert "Voor wie vult u dit in?" not in words_of(await page.open())


async def test_an_answer_to_what_was_erased_begins_nothing(page: Page, parts: Parts) -> None:
    await page.open()
    await page.send(YES)
    await page.command("wis")
    seen = page.after
    await page.tap("ja")
    page.after = seen

    assert "farewell" in (await page.say("nog iets")).json()
    assert await conversation(parts, page) is None


async def test_a_page_of_an_older_conversation_hears_that_there_is_another(page: Page) -> None:
    await page.open()
    await page.send(YES)
    await page.command("wis")
    seen = page.after
    await page.tap("ja")
    page.after = 0
    await page.command("start")
    page.after = seen

    assert (await page.say("hallo")).json() == {"other": True}


async def test_after_erasing_one_can_begin_anew(page: Page) -> None:
    await page.open()
    await page.send(YES)
    await page.command("wis")
    await page.tap("ja")
    page.after, page.lines = 0, []
    await page.command("start")

    assert "Mag ik u vragen stellen" in page.chat


async def test_without_a_script_erasing_is_confirmed_as_well(page: Page) -> None:
    await press(page, "choice", "ja")
    await press(page, "command", "wis")
    seen = await press(page, "choice", "ja")

    assert "Alles is gewist" in seen
    assert "Mag ik u vragen stellen" not in seen


# --- the way out ---------------------------------------------------------------------------------


async def test_the_way_out_stands_large_after_violence(page: Page) -> None:
    assert "data-away" not in await page.open()

    answer = await page.say("mijn man heeft mij gisteren geslagen")

    assert answer.json()["away"]
    assert "data-away" in await page.open()


async def test_the_way_out_stands_large_when_a_crime_is_the_cause(page: Page) -> None:
    await page.open()
    for choice in ("ja", "slachtoffer", "weet_niet"):
        assert not (await page.tap(choice)).json()["away"]

    assert (await page.tap("misdrijf", "oorzaak")).json()["away"]


# --- what the page weighs and what it may do -----------------------------------------------------


async def test_the_page_weighs_less_than_fifty_kilobytes_at_first_load(page: Page) -> None:
    html = await page.open()
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    sizes = [len((await page.http.get(file)).content) for file in set(files)]

    assert {file.rpartition(".")[2] for file in files} == {"css", "js", "svg"}
    assert len(html.encode()) + sum(sizes) < 50_000


async def test_files_may_be_kept_for_ever_because_their_name_is_their_content(page: Page) -> None:
    (script,) = re.findall(r'src="(/static/chat[^"]+)"', await page.open())
    answer = await page.http.get(script, headers={"accept-encoding": "gzip"})

    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text.startswith("//")
    assert (await page.http.get("/static/chat.000000000000.js")).status_code == 404


async def test_pages_with_a_conversation_are_kept_nowhere_and_framed_by_nobody(page: Page) -> None:
    await page.open()
    for answer in (await page.http.get("/"), await page.send(YES)):
        policy = answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


async def test_nothing_on_the_page_is_inline_or_from_elsewhere(page: Page) -> None:
    html = await page.open()

    assert "<style" not in html
    assert not re.search(r"\s(style|on\w+)=", html)
    assert re.findall(r"<script(?! type=.application/json)(?! src=./static/)", html) == []
    assert re.findall(r'(?:src|action)="(?!/)', html) == []
