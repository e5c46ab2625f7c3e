"""Files through the real client, in two steps, whatever goes wrong in between."""

import asyncio
import hashlib
from pathlib import Path
from typing import Any

import pytest

from bot.channels.whatsapp.media import fits, may_know_the_token
from bot.parts import Parts
from bot.ports import FileStage, KeptFile
from tests.attachments import JPEG, KEPT, PDF, REFUSED, VIDEO, VOICE
from tests.bot.channels.whatsapp.test_talking_by_whatsapp import begun
from tests.loopback.whatsapp import CloudApi, Refused
from tests.whatsapp import PERSON, conversation, program


async def files(parts: Parts) -> tuple[KeptFile, ...]:
    return await parts.store.files.of((await conversation(parts)).id)


async def settled(parts: Parts, count: int = 1) -> tuple[KeptFile, ...]:
    """Wait until so many files are here or given up; the clock of the program stands still."""
    for _ in range(2000):
        found = await files(parts)
        if len(found) >= count and all(one.stage is not FileStage.AWAITED for one in found):
            return found
        await asyncio.sleep(0.01)
    raise AssertionError(f"{[one.stage for one in await files(parts)]}")


async def content_of(parts: Parts, file: KeptFile) -> bytes:
    found = await parts.store.files.content((await conversation(parts)).id, file.id)
    assert found is not None
    return found[1]


async def sends(api: CloudApi, kind: str, content: bytes, **about: Any) -> None:
    told: Any = {kind: api.holds(content, **about)}
    await api.writes(PERSON, type=kind, **told)


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("image", JPEG, "Uw foto is ontvangen"),
        ("document", PDF, "Uw document is ontvangen"),
        ("audio", VOICE, "Uw spraakbericht is ontvangen"),
    ],
)
async def test_what_was_sent_is_kept_and_answered(
    api: CloudApi, tmp_path: Path, kind: str, content: bytes, said: str
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        mime = {"image": "image/jpeg", "audio": "audio/ogg; codecs=opus"}.get(kind, "")
        await sends(api, kind, content, mime=mime)

        last = (await api.wait_for(PERSON, 4))[-1]
        (file,) = await settled(parts)
        assert said in last.text
        assert last.choices
        assert await content_of(parts, file) == content
        assert file.about.sha256 == hashlib.sha256(content).hexdigest()


async def test_photos_that_come_one_after_another_are_billed_as_one_answer(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        for _ in range(4):
            await sends(api, "image", JPEG)
        await api.types(PERSON, "hm")

        assert len(await settled(parts, 4)) == 4
        assert ["ontvangen" in one.text for one in (await api.wait_for(PERSON, 5))[3:]] == [
            True,
            False,
        ]


async def test_the_hash_may_be_told_in_hexadecimals(api: CloudApi, tmp_path: Path) -> None:
    api.tells_hash = lambda content: hashlib.sha256(content).hexdigest()
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, "image", JPEG)

        assert (await settled(parts))[0].stage is FileStage.KEPT


@pytest.mark.parametrize("told", ["?", "AAAA", "00" * 32])
def test_bytes_that_do_not_fit_their_hash_are_not_taken(told: str) -> None:
    assert not fits(JPEG, told)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (REFUSED["page"], "Dit soort bestand kan ik niet bewaren"),
        (VIDEO, "Een video kan ik niet bewaren"),
        (b"\xff\xd8\xff".ljust(17 * 1024 * 1024, b"\0"), "te groot"),
        (b"", "leeg"),
    ],
)
async def test_what_turns_out_to_be_something_else_is_told_afterwards(
    api: CloudApi, tmp_path: Path, content: bytes, said: str
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, "image", content)

        assert (await settled(parts))[0].stage is FileStage.LOST
        assert said in (await api.wait_for(PERSON, 5))[-1].text


async def test_a_media_id_that_is_no_more_is_told_to_the_person(
    api: CloudApi, tmp_path: Path
) -> None:
    api.media_faults = [Refused(100, 400, "Object does not exist")]
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, "image", JPEG)

        (file,) = await settled(parts)
        assert (file.stage, file.reason) == (FileStage.LOST, "100")
        assert "niet goed aangekomen" in (await api.wait_for(PERSON, 5))[-1].text


@pytest.mark.parametrize(
    ("lookups", "downloads"),
    [([Refused(2, 500)], []), ([Refused(190, 401)], []), ([], [404]), ([], [500])],
)
async def test_what_passes_by_itself_is_waited_for(
    api: CloudApi, tmp_path: Path, lookups: list[Refused], downloads: list[int]
) -> None:
    api.media_faults, api.download_faults = lookups, downloads
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, "image", JPEG)
        await api.wait_for(PERSON, 4)
        for _ in range(2000):
            if not api.media_faults and not api.download_faults:
                break
            await asyncio.sleep(0.01)
        api.clock.later(hours=1)

        (file,) = await settled(parts)
        assert file.stage is FileStage.KEPT
        # The address of the first time was good for five minutes only: it was asked anew.
        assert await content_of(parts, file) == JPEG


async def test_what_never_comes_is_given_up_after_a_day(api: CloudApi, tmp_path: Path) -> None:
    api.download_faults = [500] * 2
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, "image", JPEG)
        for _ in range(2000):
            if len(api.download_faults) < 2:
                break
            await asyncio.sleep(0.01)
        api.clock.later(hours=25)

        (file,) = await settled(parts)
        assert (file.stage, file.reason) == (FileStage.LOST, "too_late")


async def test_a_webhook_that_comes_twice_keeps_one_file(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        photo = api.holds(JPEG)
        message = api.message(PERSON, type="image", image=photo)
        await api.pushes(api.webhook(PERSON, message), times=3)

        assert len(await settled(parts)) == 1


def test_the_token_is_never_taken_to_an_address_in_the_open() -> None:
    assert may_know_the_token("https://lookaside.example/x", "https://graph.example")
    assert not may_know_the_token("http://lookaside.example/x", "https://graph.example")
    assert not may_know_the_token("ftp://lookaside.example/x", "https://graph.example")


@pytest.mark.parametrize("mime", KEPT)
async def test_every_kind_that_is_promised_comes_through(
    api: CloudApi, tmp_path: Path, mime: str
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        await sends(api, "document", KEPT[mime], mime=mime, filename="a")

        assert (await settled(parts))[0].about.mime == mime
