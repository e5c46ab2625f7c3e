"""What people send besides words: kept with its turn, fetched once, gone with the rest."""

import base64
import hashlib
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from bot.ports import AboutFile, Decide, Decision, FileStage, Inbound, NewFile, Store, Turn
from dialogs.events import Sent, Sort
from tests.bot.storage.conftest import Opening, Place
from tests.storage_cases import AT, CHANNEL, CHAT, answering, erasing, inbound, later

PHOTO = b"\xff\xd8\xff\xe0 a made-up photo of a made-up letter" * 100
ABOUT = AboutFile(
    name="brief.jpg",
    sort=Sort.FOTO,
    mime="image/jpeg",
    size=len(PHOTO),
    sha256=hashlib.sha256(PHOTO).hexdigest(),
)
HERE = NewFile(id="here", about=ABOUT, content=PHOTO)
THERE = NewFile(id="there", about=AboutFile(name="brief.jpg", sort=Sort.FOTO), source="geheim-77")


def sending(message: str | int, file: NewFile, chat: str = CHAT) -> Inbound:
    act = Sent(name=file.about.name, file=file.id, sort=file.about.sort)
    return inbound(message, chat=chat).model_copy(update={"act": act, "file": file})


def keeping(file: NewFile) -> Decide:
    said = answering("Dank u.")

    def decide(known: object) -> Decision:
        return said(known).model_copy(update={"file": file})  # type: ignore[arg-type]

    return decide


async def sends(store: Store, file: NewFile, message: str | int = 1, chat: str = CHAT) -> Turn:
    return await store.turn(sending(message, file, chat), keeping(file))


async def test_a_file_is_kept_with_the_turn_it_came_in(store: Store) -> None:
    await store.turn(inbound(1), answering("Dag."))

    turn = await sends(store, HERE, 2)

    (known,) = await store.files.of(turn.conversation)
    assert (known.id, known.stage, known.about) == ("here", FileStage.KEPT, ABOUT)
    lines = await store.transcript(turn.conversation)
    assert lines[known.line - 1].act == Sent(name="brief.jpg", file="here", sort=Sort.FOTO)
    assert await store.files.content(turn.conversation, "here") == (known, PHOTO)


async def test_the_first_message_of_all_may_bring_a_file(store: Store) -> None:
    turn = await sends(store, HERE)

    found = await store.files.content(turn.conversation, "here")
    assert found is not None
    assert found[0].line == 1


async def test_a_file_that_the_conversation_does_not_keep_is_not_there(store: Store) -> None:
    turn = await store.turn(sending(1, HERE), answering("Liever niet."))

    assert await store.files.of(turn.conversation) == ()


async def test_a_message_that_comes_twice_keeps_one_file(store: Store) -> None:
    turn = await sends(store, HERE)
    await sends(store, NewFile(id="again", about=ABOUT, content=PHOTO))

    assert [file.id for file in await store.files.of(turn.conversation)] == ["here"]


async def test_nobody_gets_a_file_through_another_conversation(store: Store) -> None:
    mine = await sends(store, HERE)
    other = await store.turn(inbound(1, chat="ander"), answering("Dag."))

    assert await store.files.content(other.conversation, "here") is None
    assert await store.files.content(mine.conversation, "elders") is None
    assert await store.files.of(4711) == ()


# --- fetching ------------------------------------------------------------------------------------


async def test_a_file_that_is_elsewhere_is_given_to_one_worker(place: Place) -> None:
    store, other = await place.open(), await place.open()
    turn = await sends(store, THERE)

    (awaited,) = await store.files.awaited((CHANNEL,), AT)

    assert (awaited.id, awaited.case, awaited.channel) == ("there", turn.case, CHANNEL)
    assert (awaited.source, awaited.about, awaited.attempts) == ("geheim-77", THERE.about, 0)
    assert await other.files.awaited((CHANNEL,), AT) == ()
    assert await store.files.content(turn.conversation, "there") is None


async def test_only_the_files_of_the_channels_that_are_served_are_fetched(store: Store) -> None:
    await sends(store, THERE)

    assert await store.files.awaited(("whatsapp",), AT) == ()
    assert await store.files.awaited((), AT) == ()


async def test_once_fetched_it_is_as_any_other(store: Store) -> None:
    turn = await sends(store, THERE)

    assert await store.files.arrived("there", ABOUT, PHOTO)

    (known,) = await store.files.of(turn.conversation)
    assert (known.stage, known.about) == (FileStage.KEPT, ABOUT)
    assert await store.files.content(turn.conversation, "there") == (known, PHOTO)
    assert not await store.files.arrived("there", ABOUT, b"other bytes")
    assert await store.files.awaited((CHANNEL,), AT + timedelta(days=1)) == ()


async def test_a_file_that_has_to_wait_comes_back_when_it_is_its_time(store: Store) -> None:
    await sends(store, THERE)
    await store.files.awaited((CHANNEL,), AT)

    await store.files.later("there", later(60))

    assert await store.files.awaited((CHANNEL,), later(59)) == ()
    (awaited,) = await store.files.awaited((CHANNEL,), later(60))
    assert awaited.attempts == 1


async def test_a_file_that_never_comes_says_why_once(store: Store) -> None:
    turn = await sends(store, THERE)

    assert await store.files.lost("there", "gone")
    assert not await store.files.lost("there", "gone")

    (known,) = await store.files.of(turn.conversation)
    assert (known.stage, known.reason) == (FileStage.LOST, "gone")
    assert not await store.files.arrived("there", ABOUT, PHOTO)


async def test_a_file_whose_person_was_erased_meanwhile_is_not_kept(store: Store) -> None:
    await sends(store, THERE)
    await store.files.awaited((CHANNEL,), AT)
    await store.erase(CHANNEL, CHAT, AT)

    assert not await store.files.arrived("there", ABOUT, PHOTO)
    assert not await store.files.lost("there", "gone")
    await store.files.later("there", AT)


# --- for the person, and gone --------------------------------------------------------------------


async def test_a_person_gets_their_files_back_with_everything_else(store: Store) -> None:
    await sends(store, HERE)
    await sends(store, THERE, 2)

    exported = await store.export(CHANNEL, CHAT)

    assert exported is not None
    files = exported["bestanden"]
    assert isinstance(files, list)
    here, there = files
    assert isinstance(here, dict)
    assert isinstance(there, dict)
    assert base64.b64decode(str(here["content"])) == PHOTO
    assert (here["name"], here["sha256"]) == (ABOUT.name, ABOUT.sha256)
    assert (there["content"], there["stage"]) == (None, "awaited")
    assert "geheim-77" not in str(exported)


@pytest.mark.parametrize("asked", [True, False])
async def test_erasing_destroys_files_and_counts_them(store: Store, asked: bool) -> None:  # noqa: FBT001
    turn = await sends(store, HERE)
    await sends(store, THERE, 2)

    if asked:
        proof = await store.erase(CHANNEL, CHAT, later(60))
    else:
        (proof,) = await store.erase_before(later(60), later(60), later(60))

    assert proof is not None
    assert proof["verwijderd"]["bestanden"] == 2  # type: ignore[index, call-overload]
    assert proof["sleutel_vernietigd"] is True
    assert await store.files.of(turn.conversation) == ()
    assert await store.files.content(turn.conversation, "here") is None
    assert await store.files.awaited((CHANNEL,), later(3600)) == ()


async def test_nothing_is_left_of_files_after_somebody_asked_the_bot(store: Store) -> None:
    turn = await sends(store, HERE)

    await store.turn(inbound(2), erasing("Alles is gewist."))

    assert await store.files.of(turn.conversation) == ()


async def test_neither_bytes_nor_name_nor_source_ever_stand_on_the_disk(
    opening: Opening, tmp_path: Path
) -> None:
    store = await opening(tmp_path / "lw.db")
    await sends(store, HERE)
    await sends(store, THERE, 2)

    before = on_disk(tmp_path)
    sealed = await sealed_of(store)
    assert PHOTO[:40] not in before
    assert b"brief.jpg" not in before
    assert b"geheim-77" not in before
    assert all(each in before for each in sealed)

    await store.erase(CHANNEL, CHAT, later(60))

    after = on_disk(tmp_path)
    assert not any(each in after for each in sealed)


async def test_on_the_server_as_well(postgres: str, place: Place) -> None:
    if place.adapter != "postgres":
        pytest.skip("looks into the tables of PostgreSQL")
    store = await place.open()
    await sends(store, HERE)
    await sends(store, THERE, 2)

    rows = await of_server(postgres, "SELECT * FROM files ORDER BY line")
    whole = b"".join(value for row in rows for value in row.values() if isinstance(value, bytes))
    assert len(rows) == 2
    assert PHOTO[:40] not in whole
    assert b"brief.jpg" not in whole
    assert b"geheim-77" not in whole

    await store.erase(CHANNEL, CHAT, later(60))
    assert await of_server(postgres, "SELECT * FROM files") == []


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


async def sealed_of(store: object) -> list[bytes]:
    """Return beginnings of what is sealed: pages of the file lie apart."""
    rows = await store.do(lambda db: db.all("SELECT about, content FROM files"))  # type: ignore[attr-defined]
    return [value[:64] for row in rows for value in row if value is not None]


async def of_server(url: str, sql: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(url)
    try:
        found: list[asyncpg.Record] = await connection.fetch(sql)
        return found
    finally:
        await connection.close()
