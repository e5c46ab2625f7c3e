"""A file that the page sends: kept once, refused kindly, and never put down unsealed."""

import tempfile
from typing import Any

import pytest

from bot.channels.web import guard as module
from bot.channels.web.uploads import LARGEST_FORM
from bot.files.examining import LARGEST
from bot.parts import Parts
from bot.ports import KeptFile
from tests.attachments import JPEG, KEPT, PDF, REFUSED, VIDEO
from tests.bot.channels.web.test_chat_over_http import YES, again, conversation
from tests.webpage import Page

ID = "5f2b1c1e-0000-4000-8000-000000000000"


async def begun(page: Page) -> None:
    await page.open()
    await page.send(YES)


async def files(parts: Parts, page: Page) -> tuple[KeptFile, ...]:
    known = await conversation(parts, page)
    return () if known is None else await parts.store.files.of(known.id)


async def test_a_photo_is_kept_answered_and_the_question_is_asked_again(
    page: Page, parts: Parts
) -> None:
    await begun(page)

    answer = await page.upload(JPEG, "brief verzekeraar.jpg")

    (file,) = await files(parts, page)
    known = await conversation(parts, page)
    assert answer.json()["file"] == file.id
    assert f'data-file="{file.id}"' in page.lines[-2]["html"]
    assert "Foto: brief verzekeraar.jpg (1 kB)" in page.chat
    assert "Uw foto is ontvangen" in page.chat
    assert page.chat.endswith("Nu gevaar: help mij") or "Voor wie vult u dit in?" in page.chat
    assert (await parts.store.files.content(known.id, file.id) or (None, None))[1] == JPEG


async def test_after_a_reload_there_is_a_plain_line_for_it(page: Page) -> None:
    await begun(page)
    await page.upload(JPEG)

    assert "Foto: foto.jpg (1 kB)" in await again(page)


async def test_sent_twice_it_is_kept_once(page: Page, parts: Parts) -> None:
    await begun(page)
    await page.upload(JPEG, message_id=ID)
    await page.upload(JPEG, message_id=ID)

    assert len(await files(parts, page)) == 1


async def test_before_anybody_agreed_nothing_is_kept(page: Page, parts: Parts) -> None:
    await page.open()
    await page.upload(JPEG)

    assert "Uw bestand is nog niet bewaard" in page.chat
    assert await files(parts, page) == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (REFUSED["page"], "Dit soort bestand kan ik niet bewaren"),
        (REFUSED["program"], "Dit soort bestand kan ik niet bewaren"),
        (VIDEO, "Een video kan ik niet bewaren"),
        (b"", "leeg"),
        (JPEG.ljust(LARGEST + 1, b"\0"), "te groot"),
    ],
)
async def test_what_is_not_kept_is_said_kindly_in_the_conversation(
    page: Page, parts: Parts, content: bytes, said: str
) -> None:
    await begun(page)

    answer = await page.upload(content)

    assert answer.status_code == 200
    assert said in page.chat
    assert await files(parts, page) == ()


async def test_a_body_that_is_far_too_large_is_refused_in_words(page: Page) -> None:
    await begun(page)

    answer = await page.upload(b"\0" * (LARGEST_FORM + 1))

    assert answer.status_code == 413
    assert "te groot" in answer.json()["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://elders.example"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
    ],
)
async def test_another_site_sends_no_file_in_somebodys_name(
    page: Page, headers: dict[str, str], status: int
) -> None:
    await begun(page)
    form: Any = {"data": {"id": ID}, "files": {"file": ("a.jpg", JPEG)}}

    answer = await page.http.post("/chat/files", headers=headers, **form)

    assert answer.status_code == status


@pytest.mark.parametrize(
    "sent",
    [
        {"content": b"{}", "headers": {"content-type": "application/json"}},
        {"content": b"--x", "headers": {"content-type": "multipart/form-data"}},
        {"content": b"--x", "headers": {"content-type": "multipart/form-data; boundary=x"}},
        {"data": {"id": ID}, "files": {"other": ("a.jpg", JPEG)}},
        {"data": {"id": "?"}, "files": {"file": ("a.jpg", JPEG)}},
        {"data": {"id": ID, "after": "-1"}, "files": {"file": ("a.jpg", JPEG)}},
        {"files": {"file": ("a.jpg", JPEG)}},
        {"data": {"id": ID, "file": "no file"}, "files": {"x": ("", b"")}},
    ],
)
async def test_a_form_of_any_other_shape_is_refused(
    page: Page, parts: Parts, sent: dict[str, Any]
) -> None:
    await begun(page)

    answer = await page.http.post("/chat/files", **sent)

    assert answer.status_code in (400, 415)
    assert answer.json()["error"]
    assert await files(parts, page) == ()


async def test_who_keeps_no_cookie_is_told_so(page: Page) -> None:
    answer = await page.upload(JPEG)

    assert answer.status_code == 409


async def test_nobody_sends_more_files_in_a_minute_than_people_do(page: Page) -> None:
    await begun(page)
    statuses = [(await page.upload(PDF)).status_code for _ in range(25)]

    assert statuses[:15] == [200] * 15
    assert statuses[-1] == 429
    assert (await page.say("ikzelf")).status_code == 200


async def test_files_take_no_more_memory_than_there_is_for_them(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_RECEIVING", LARGEST_FORM - 1)
    await begun(page)

    answer = await page.upload(JPEG)

    assert answer.status_code == 429
    assert answer.headers["retry-after"]


async def test_a_large_file_is_never_put_down_in_the_folder_for_temporary_files(
    page: Page, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was put down unsealed")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    await begun(page)

    await page.upload(JPEG.ljust(LARGEST, b"\0"))

    assert len(await files(parts, page)) == 1


async def test_a_page_without_a_script_sends_a_file_by_a_plain_form(
    page: Page, parts: Parts
) -> None:
    await begun(page)
    form: Any = {"data": {"id": ID}, "files": {"file": ("a.jpg", JPEG)}}

    answer = await page.http.post("/chat/form/file", **form)

    assert answer.status_code == 303
    assert len(await files(parts, page)) == 1


async def test_an_act_that_only_says_that_a_file_was_sent_keeps_none(
    page: Page, parts: Parts
) -> None:
    await begun(page)

    await page.send({"kind": "sent", "name": "a.jpg", "file": "abc", "sort": "foto"})

    assert "ontvangen" not in page.chat
    assert await files(parts, page) == ()


@pytest.mark.parametrize("mime", KEPT)
async def test_every_kind_that_is_promised_is_kept(page: Page, parts: Parts, mime: str) -> None:
    await begun(page)
    await page.upload(KEPT[mime], "zonder naam")

    assert (await files(parts, page))[0].about.mime == mime
