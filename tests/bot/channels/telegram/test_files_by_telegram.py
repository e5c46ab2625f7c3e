"""Files through the real client: kept after their message, whatever goes wrong in between."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.parts import Parts
from bot.ports import FileStage, KeptFile
from dialogs.events import Sent
from tests.attachments import JPEG, PDF, REFUSED, VIDEO, VOICE
from tests.loopback.telegram import LARGEST_DOWNLOAD, BotApi
from tests.loopback.telegram_spec import Refused
from tests.telegram import CHAT, POLLING, WEBHOOK, program, pushed


async def begun(api: BotApi, mode: str = WEBHOOK) -> None:
    await pushed(api, mode, await api.types(CHAT, "/start"))
    await api.wait_for(CHAT, 1)
    await pushed(api, mode, await api.taps(CHAT, "Ja"))
    await api.wait_for(CHAT, 2)


async def sends(api: BotApi, mode: str = WEBHOOK, **content: Any) -> None:
    await pushed(api, mode, await api.pushes(api.message_of(CHAT, **content)))


async def files(parts: Parts) -> tuple[KeptFile, ...]:
    known = await parts.store.conversation_of("telegram", str(CHAT))
    assert known is not None
    return await parts.store.files.of(known.id)


async def settled(parts: Parts, count: int = 1) -> tuple[KeptFile, ...]:
    """Wait until so many files are here or given up."""
    for _ in range(2000):
        found = await files(parts)
        if len(found) >= count and all(one.stage is not FileStage.AWAITED for one in found):
            return found
        await asyncio.sleep(0.01)
    raise AssertionError(f"{[one.stage for one in await files(parts)]}")


async def content_of(parts: Parts, file: KeptFile) -> bytes:
    known = await parts.store.conversation_of("telegram", str(CHAT))
    assert known is not None
    found = await parts.store.files.content(known.id, file.id)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_a_photo_is_kept_in_its_largest_size_and_answered(
    api: BotApi, tmp_path: Path, mode: str
) -> None:
    async with program(tmp_path, api, mode) as parts:
        await begun(api, mode)
        await sends(api, mode, photo=api.photo(JPEG))

        last = (await api.wait_for(CHAT, 3))[-1]
        (file,) = await settled(parts)
        assert "Uw foto is ontvangen" in last.text
        assert last.buttons
        assert await content_of(parts, file) == JPEG
        assert (file.about.mime, file.about.size) == ("image/jpeg", len(JPEG))


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("document", PDF, "Uw document is ontvangen"),
        ("voice", VOICE, "Uw spraakbericht is ontvangen"),
        ("audio", VOICE, "Uw spraakbericht is ontvangen"),
    ],
)
async def test_documents_and_voice_messages_are_kept(
    api: BotApi, tmp_path: Path, kind: str, content: bytes, said: str
) -> None:
    extra = {"file_name": "brief.pdf"} if kind == "document" else {"duration": 3}
    async with program(tmp_path, api) as parts:
        await begun(api)
        file: Any = {kind: api.holds(content, **extra)}
        await sends(api, **file)

        assert said in (await api.wait_for(CHAT, 3))[-1].text
        (kept,) = await settled(parts)
        assert await content_of(parts, kept) == content


async def test_words_under_a_photo_are_heard(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, photo=api.photo(JPEG), caption="help hij staat voor de deur met een mes")

        assert "112" in (await api.wait_for(CHAT, 3))[-1].text
        assert len(await settled(parts)) == 1


@pytest.mark.parametrize(
    "together", [{"media_group_id": "7"}, {"forward_origin": {"type": "hidden_user"}}]
)
async def test_an_album_gets_one_answer_and_every_photo_is_kept(
    api: BotApi, tmp_path: Path, together: dict[str, Any]
) -> None:
    if "forward_origin" in together:
        origin = {"type": "hidden_user", "sender_user_name": "Iemand", "date": 1_795_600_000}
        together = {"forward_origin": origin}
    async with program(tmp_path, api) as parts:
        await begun(api)
        for _ in range(5):
            await sends(api, photo=api.photo(JPEG), **together)
        await api.types(CHAT, "hm")
        await api.delivers(api.updates[-1]["update_id"])

        assert len(await settled(parts, 5)) == 5
        answers = (await api.wait_for(CHAT, 4))[2:]
        assert ["ontvangen" in one.text for one in answers] == [True, False]


@pytest.mark.parametrize("kind", ["video", "video_note", "animation"])
async def test_a_video_is_turned_down_kindly(api: BotApi, tmp_path: Path, kind: str) -> None:
    about = {"duration": 3, "width": 2, "height": 2, "length": 2}
    async with program(tmp_path, api) as parts:
        await begun(api)
        file: Any = {kind: api.holds(VIDEO, **about)}
        await sends(api, **file)

        last = (await api.wait_for(CHAT, 3))[-1]
        assert "Een video kan ik niet bewaren" in last.text
        assert last.buttons
        assert await files(parts) == ()


async def test_a_file_that_says_it_is_too_large_is_not_fetched(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        large = api.holds(PDF, file_name="dossier.pdf") | {"file_size": LARGEST_DOWNLOAD + 1}
        await sends(api, document=large)

        assert "te groot" in (await api.wait_for(CHAT, 3))[-1].text
        assert await files(parts) == ()
        assert api.downloads == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (REFUSED["program"], "Dit soort bestand kan ik niet bewaren"),
        (VIDEO, "Een video kan ik niet bewaren"),
        (b"\xff\xd8\xff".ljust(17 * 1024 * 1024, b"\0"), "te groot"),
        (b"x" * (LARGEST_DOWNLOAD + 1), "te groot"),
    ],
)
async def test_what_turns_out_to_be_something_else_is_told_afterwards(
    api: BotApi, tmp_path: Path, content: bytes, said: str
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        honest = api.holds(content, file_name="foto.jpg", mime_type="image/jpeg")
        await sends(api, document=honest | {"file_size": 1000})

        (file,) = await settled(parts)
        assert file.stage is FileStage.LOST
        assert said in (await api.wait_for(CHAT, 4))[-1].text


async def test_a_download_that_breaks_off_is_done_again(api: BotApi, tmp_path: Path) -> None:
    api.broken_downloads = 1
    api.faults["getFile"] = [Refused(429, "Too Many Requests", retry_after=1)]
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, photo=api.photo(JPEG))

        (file,) = await settled(parts)
        assert file.stage is FileStage.KEPT
        assert api.downloads == 2


async def test_a_file_that_is_gone_at_telegram_is_told_to_the_person(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        photo = api.photo(JPEG)
        api.files.clear()
        await sends(api, photo=photo)

        (file,) = await settled(parts)
        assert (file.stage, file.reason) == (FileStage.LOST, "400")
        assert "niet goed aangekomen" in (await api.wait_for(CHAT, 4))[-1].text


async def test_a_program_that_dies_after_the_message_fetches_the_file_later(
    api: BotApi, tmp_path: Path
) -> None:
    api.faults["getFile"] = [Refused(502, "Bad Gateway")]
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, photo=api.photo(JPEG))
        await api.wait_for(CHAT, 3)
        known = await files(parts)

    assert known[0].stage is FileStage.AWAITED
    async with program(tmp_path, api) as parts:
        (file,) = await settled(parts)
        assert await content_of(parts, file) == JPEG


async def test_nothing_of_the_address_of_a_file_is_kept(api: BotApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, photo=api.photo(JPEG))
        (file,) = await settled(parts)
        known = await parts.store.conversation_of("telegram", str(CHAT))
        assert known is not None
        line = (await parts.store.transcript(known.id))[file.line - 1]

    assert isinstance(line.act, Sent)
    assert line.act.file == file.id
    assert b"file-" not in on_disk(tmp_path)
    assert JPEG[20:80] not in on_disk(tmp_path)


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
