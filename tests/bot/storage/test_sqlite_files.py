"""What stands on the disk, and what happens when the files are not as they should be."""

import asyncio
import base64
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.keys import BadKey, Keys
from bot.ports import BadStore, StoreUnavailable, Unreadable
from bot.storage.sqlite import SqliteStore
from bot.storage.sqlite.database import Database
from tests.bot.storage.conftest import Opening
from tests.storage_cases import (
    AT,
    CHANNEL,
    CHAT,
    answering,
    erasing,
    inbound,
    later,
    remembered,
    sent_all,
)

SECRET = "Gebroken pols bij de Dorpsstraat"


@contextmanager
def tampering(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def raw(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


async def filled(path: Path, *chats: str) -> None:
    store = await SqliteStore.open(path)
    for chat in chats or (CHAT,):
        await store.turn(
            inbound(1, SECRET, chat), answering(f"U zei: {SECRET}", remember=f"Bloem {chat}")
        )
    await store.close()


# --- what can be read ----------------------------------------------------------------------------


async def test_nothing_of_what_was_said_stands_readable_on_the_disk(
    tmp_path: Path, opening: Opening
) -> None:
    store = await opening(tmp_path / "lw.db")
    await store.turn(
        inbound("message-0815", SECRET, "chat-4711"),
        answering("Wat naar voor u.", remember="Bloem"),
    )
    await sent_all(store)
    await store.turn(inbound("message-0816", SECRET, "chat-4711"), answering("Dank u."))

    for disk in (raw(tmp_path), await closed(store, tmp_path)):
        for said in (SECRET, "Dorpsstraat", "Wat naar", "Bloem", "4711", "0815", "0816", "said"):
            assert said.encode() not in disk
            assert said.encode("utf-16-le") not in disk
            assert base64.b64encode(said.encode()) not in disk
        assert b"LW-2026-000001" in disk


async def closed(store: SqliteStore, folder: Path) -> bytes:
    await store.close()
    return raw(folder)


async def test_the_files_are_for_the_owner_alone(tmp_path: Path, opening: Opening) -> None:
    store = await opening(tmp_path / "var" / "lw.db")
    await store.turn(inbound(1), answering("Dag."))

    modes = {
        file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in (tmp_path / "var").iterdir()
    }
    assert set(modes) == {"lw.db", "lw.db-wal", "lw.db-shm", "keys.db", "master.key"}
    assert set(modes.values()) == {"0o600"}
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700
    await store.close()


async def test_a_commit_is_on_the_disk_and_what_is_deleted_is_overwritten(
    tmp_path: Path, opening: Opening
) -> None:
    store = await opening(tmp_path / "lw.db")

    def pragmas(db: Any) -> list[Any]:
        names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
        return [db.one(f"PRAGMA {name}")[0] for name in names]

    assert await store.do(pragmas) == ["wal", 2, 1, 1, 30_000]
    await store.close()


# --- erasing -------------------------------------------------------------------------------------


async def test_what_was_erased_stays_unreadable_in_an_older_copy(
    tmp_path: Path, opening: Opening
) -> None:
    now, then = tmp_path / "now", tmp_path / "then"
    await filled(now / "lw.db", CHAT, "blijft")
    shutil.copytree(now, then)
    store = await opening(now / "lw.db")
    await store.erase(CHANNEL, CHAT, later(60))
    await store.close()
    shutil.copy(now / "keys.db", then / "keys.db")

    restored = await opening(then / "lw.db")

    with pytest.raises(Unreadable, match=r"LW-2026-000001: its key is gone"):
        await restored.conversation_of(CHANNEL, CHAT)
    with pytest.raises(Unreadable):
        await restored.transcript(1)
    assert remembered(await restored.conversation_of(CHANNEL, "blijft")) == "Bloem blijft"
    assert await sent_all(restored) == [f"U zei: {SECRET}"]  # that of the other
    fresh = await restored.turn(inbound(2), answering("Welkom."))
    assert fresh.case == "LW-2026-000003"
    found = await restored.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert found.session.ledger == {}
    await restored.close()


@pytest.mark.parametrize("by_the_bot", [True, False])
async def test_not_even_what_was_sealed_stays_on_the_disk(
    tmp_path: Path, opening: Opening, *, by_the_bot: bool
) -> None:
    store = await opening(tmp_path / "lw.db")
    await store.turn(inbound(1, SECRET), answering(*("Wat naar." for _ in range(30))))

    def envelopes(db: Any) -> list[bytes]:
        rows = db.all("SELECT content FROM lines UNION SELECT session FROM conversations")
        return [row[0] for row in rows]

    def wrapped() -> bytes:
        with tampering(tmp_path / "keys.db") as keys:
            (key,) = keys.execute("SELECT wrapped FROM keys ORDER BY id LIMIT 1").fetchone()
        assert isinstance(key, bytes)
        return key

    sealed = [*await store.do(envelopes), wrapped()]
    assert all(each in raw(tmp_path) for each in sealed)

    if by_the_bot:
        await store.turn(inbound(2), erasing("Alles is gewist."))
    else:
        await store.erase(CHANNEL, CHAT, AT)

    disk = raw(tmp_path)
    assert not any(each in disk for each in sealed)
    await store.close()


async def test_the_address_of_who_was_erased_goes_with_the_last_words(
    tmp_path: Path, opening: Opening
) -> None:
    store = await opening(tmp_path / "lw.db")
    await store.turn(inbound(1), answering("Dag."))
    await store.turn(inbound(2), erasing("Alles is gewist."))
    await sent_all(store)

    with tampering(tmp_path / "lw.db") as database:
        assert database.execute("SELECT chat, chat_index FROM conversations").fetchall() == [
            (b"", None)
        ]
    await store.close()


class Crash(BaseException):
    pass


class CrashingKeys(Keys):
    def destroy(self, refs: Iterable[bytes]) -> None:
        raise Crash(*refs)


def crashing_before_a_key_is_destroyed(db: Database) -> None:
    db.ring.close()
    db.keys = CrashingKeys.open(db.path.parent / "keys.db", db.sealer)


async def test_a_crash_before_the_key_was_destroyed_is_made_good_at_the_next_start(
    tmp_path: Path, opening: Opening
) -> None:
    await filled(tmp_path / "lw.db", CHAT, "blijft")
    before = (tmp_path / "keys.db").read_bytes()
    store = await opening(tmp_path / "lw.db")

    await store.do(crashing_before_a_key_is_destroyed)
    with pytest.raises(Crash):
        await store.erase(CHANNEL, CHAT, AT)
    await store.close()
    assert (tmp_path / "keys.db").read_bytes() == before

    store = await opening(tmp_path / "lw.db")

    assert live_keys(tmp_path) == 1
    assert await store.conversation_of(CHANNEL, CHAT) is None
    await store.close()


async def test_an_older_copy_of_the_keys_brings_nobody_back(
    tmp_path: Path, opening: Opening
) -> None:
    await filled(tmp_path / "lw.db", CHAT, "blijft")
    shutil.copy(tmp_path / "keys.db", tmp_path / "keys.backup")
    store = await opening(tmp_path / "lw.db")
    await store.erase(CHANNEL, CHAT, AT)
    await store.close()

    shutil.move(tmp_path / "keys.backup", tmp_path / "keys.db")
    store = await opening(tmp_path / "lw.db")

    assert live_keys(tmp_path) == 1
    assert remembered(await store.conversation_of(CHANNEL, "blijft")) == "Bloem blijft"
    await store.close()


async def test_a_turn_that_fails_leaves_no_key_behind(tmp_path: Path, opening: Opening) -> None:
    store = await opening(tmp_path / "lw.db")

    def failing(_: object) -> Any:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.turn(inbound(1), failing)

    assert live_keys(tmp_path) == 0
    await store.close()


def live_keys(folder: Path) -> int:
    with tampering(folder / "keys.db") as keys:
        (count,) = keys.execute(
            "SELECT count(*) FROM keys WHERE wrapped <> zeroblob(length(wrapped))"
        ).fetchone()
    return int(count)


# --- keys that do not fit ------------------------------------------------------------------------


async def test_the_wrong_master_key_is_refused_with_the_remedy(
    tmp_path: Path, opening: Opening
) -> None:
    await filled(tmp_path / "lw.db")

    with pytest.raises(BadKey, match=r"master key does not fit .*keys\.db.*put back"):
        await opening(tmp_path / "lw.db", base64.b64encode(bytes(32)).decode())


async def test_the_master_key_may_come_from_the_settings(tmp_path: Path, opening: Opening) -> None:
    configured = base64.b64encode(os.urandom(32)).decode()
    store = await opening(tmp_path / "lw.db", configured)
    await store.turn(inbound(1), answering(remember="Bloem"))
    await store.close()

    store = await opening(tmp_path / "lw.db", configured)

    assert remembered(await store.conversation_of(CHANNEL, CHAT)) == "Bloem"
    assert not (tmp_path / "master.key").exists()
    await store.close()


@pytest.mark.parametrize("also_master", [True, False])
async def test_lost_keys_are_never_replaced_in_silence(
    tmp_path: Path, opening: Opening, *, also_master: bool
) -> None:
    await filled(tmp_path / "lw.db")
    (tmp_path / "keys.db").unlink()
    if also_master:
        (tmp_path / "master.key").unlink()

    with pytest.raises(BadKey, match=r"keys\.db is gone.*backup"):
        await opening(tmp_path / "lw.db")

    assert not (tmp_path / "keys.db").exists()
    assert (tmp_path / "master.key").exists() is not also_master


async def test_the_keys_of_another_database_are_refused(tmp_path: Path, opening: Opening) -> None:
    await filled(tmp_path / "lw.db")
    (tmp_path / "keys.db").unlink()
    store = await opening(tmp_path / "other.db")
    await store.close()

    with pytest.raises(BadKey, match="holds none of the keys"):
        await opening(tmp_path / "lw.db")


async def test_two_databases_in_one_folder_share_the_keys_file(
    tmp_path: Path, opening: Opening
) -> None:
    await filled(tmp_path / "een.db", "een")
    await filled(tmp_path / "twee.db", "twee")

    for name in ("een", "twee"):
        store = await opening(tmp_path / f"{name}.db")
        assert remembered(await store.conversation_of(CHANNEL, name)) == f"Bloem {name}"
        await store.close()


# --- damage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE conversations SET session = zeroblob(40) WHERE id = 1",
        "UPDATE conversations SET session = x'' WHERE id = 1",
        "UPDATE conversations SET chat = (SELECT chat FROM conversations ORDER BY id DESC)",
        "UPDATE conversations SET session = (SELECT content FROM lines) WHERE id = 1",
    ],
)
async def test_a_damaged_case_is_named_and_its_content_is_not(
    tmp_path: Path, damage: str, opening: Opening
) -> None:
    await filled(tmp_path / "lw.db", CHAT, "heel")
    with tampering(tmp_path / "lw.db") as database:
        database.execute(damage)
    store = await opening(tmp_path / "lw.db")

    with pytest.raises(Unreadable, match="LW-2026-000001") as raised:
        await store.conversation_of(CHANNEL, CHAT)
    with pytest.raises(Unreadable, match="LW-2026-000001"):
        await store.turn(inbound(2), answering("Dag."))

    assert raised.value.case == "LW-2026-000001"
    for said in ("Bloem", SECRET, CHAT):
        assert said not in f"{raised.value!r} {raised.value.__cause__!r}"
    assert remembered(await store.conversation_of(CHANNEL, "heel")) == "Bloem heel"
    await store.close()


async def test_a_damaged_key_names_the_case(tmp_path: Path, opening: Opening) -> None:
    await filled(tmp_path / "lw.db", CHAT, "heel")
    with tampering(tmp_path / "keys.db") as keys:
        keys.execute("UPDATE keys SET wrapped = CAST(wrapped || x'00' AS BLOB) WHERE id = 1")
    store = await opening(tmp_path / "lw.db")

    with pytest.raises(Unreadable, match="LW-2026-000001: a wrapped key is damaged"):
        await store.conversation_of(CHANNEL, CHAT)
    await store.close()


async def test_a_session_of_an_unknown_shape_is_refused_without_showing_it(
    tmp_path: Path, opening: Opening
) -> None:
    await filled(tmp_path / "lw.db")
    store = await opening(tmp_path / "lw.db")

    def reshape(db: Any) -> None:
        row = db.one("SELECT * FROM conversations")
        sealed = db.key(row).sealed("session", f'{{"turns": "{SECRET}"}}')
        with db.writing():
            db.execute("UPDATE conversations SET session = ?", (sealed,))

    await store.do(reshape)

    with pytest.raises(Unreadable, match="does not fit this version at turns") as raised:
        await store.conversation_of(CHANNEL, CHAT)
    assert SECRET not in f"{raised.value!r} {raised.value.__cause__!r}"
    await store.close()


async def test_a_message_that_cannot_be_read_does_not_hold_up_the_others(
    tmp_path: Path, opening: Opening
) -> None:
    await filled(tmp_path / "lw.db", CHAT, "heel")
    with tampering(tmp_path / "lw.db") as database:
        database.execute("UPDATE lines SET content = zeroblob(40) WHERE id = 2")
    store = await opening(tmp_path / "lw.db")

    assert await sent_all(store) == [f"U zei: {SECRET}"]

    with tampering(tmp_path / "lw.db") as database:
        (left,) = database.execute("SELECT outcome, reason FROM lines WHERE id = 2").fetchall()
    assert left == ("failed", "unreadable")
    await store.close()


# --- files that cannot be used -------------------------------------------------------------------


async def test_a_database_of_a_newer_program_is_refused(tmp_path: Path, opening: Opening) -> None:
    await filled(tmp_path / "lw.db")
    with tampering(tmp_path / "lw.db") as database:
        database.execute("INSERT INTO schema_version VALUES (99)")

    with pytest.raises(BadStore, match=r"lw\.db was made by a newer version .* is 99"):
        await opening(tmp_path / "lw.db")


async def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, opening: Opening
) -> None:
    (tmp_path / "lw.db").write_bytes(b"Dit is een brief." * 100)

    with pytest.raises(BadStore, match=r"lw\.db cannot be used \(file is not a database\)"):
        await opening(tmp_path / "lw.db")

    assert (tmp_path / "lw.db").read_bytes() == b"Dit is een brief." * 100


async def test_a_folder_is_no_database(tmp_path: Path, opening: Opening) -> None:
    with pytest.raises(BadStore, match="is a folder"):
        await opening(tmp_path)


async def test_a_place_that_cannot_be_made_is_refused_with_the_remedy(
    tmp_path: Path, opening: Opening
) -> None:
    (tmp_path / "var").write_text("a file")

    with pytest.raises(BadStore, match=r"cannot be written .*LW_DATABASE_URL or --db"):
        await opening(tmp_path / "var" / "lw.db")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    tmp_path.chmod(0o500)
    yield tmp_path
    tmp_path.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_folder_without_the_right_to_write_is_refused_with_the_remedy(
    read_only: Path, opening: Opening
) -> None:
    with pytest.raises(BadStore, match="cannot be written"):
        await opening(read_only / "lw.db")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
async def test_a_folder_where_nobody_may_write_is_refused_with_the_remedy(
    opening: Opening,
) -> None:
    with pytest.raises(BadStore, match="cannot be written"):
        await opening(Path("/proc/lw.db"))


FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from bot.ports import BadStore, StoreUnavailable
from bot.storage.sqlite import SqliteStore
from bot.storage.sqlite.database import Database
from tests.storage_cases import CHANNEL, CHAT, answering, inbound

async def main(path, room):
    store = None
    if room:
        store = await SqliteStore.open(path)
        await store.turn(inbound(1), answering("Dag."))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        store = store or await SqliteStore.open(path)
        for number in range(2, 200):
            await store.turn(inbound(number, "x" * 5000), answering("Dag."))
    except (BadStore, StoreUnavailable) as error:
        print(type(error).__name__, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    if store is not None:
        found = await store.conversation_of(CHANNEL, CHAT)
        again = await store.turn(inbound(number, "x" * 5000), answering("Dag."))
        print(found.session.turns == number - 1, again.duplicate)
        await store.close()

asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
"""


async def output(*arguments: str) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", FULL_DISK, *arguments, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    assert process.returncode == 0
    return told.decode()


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
async def test_a_full_disk_is_told_at_the_start(tmp_path: Path) -> None:
    told = await output(str(tmp_path / "lw.db"), "0")

    assert told.startswith("BadStore")
    assert "disk" in told


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
async def test_a_disk_that_gets_full_loses_only_the_turn_that_did_not_fit(tmp_path: Path) -> None:
    told = await output(str(tmp_path / "lw.db"), "1000000")

    failed, kept = told.splitlines()
    assert failed.startswith("StoreUnavailable the database could not do it")
    assert kept == "True False"


async def test_many_that_open_a_new_place_at_once_agree(tmp_path: Path, opening: Opening) -> None:
    stores = await asyncio.gather(*(opening(tmp_path / "lw.db") for _ in range(6)))

    for number, store in enumerate(stores):
        await store.turn(inbound(number), answering())

    found = await stores[0].conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert found.session.turns == 6
    for store in stores:
        await store.close()


async def test_a_store_that_was_closed_says_so(tmp_path: Path, opening: Opening) -> None:
    store = await opening(tmp_path / "lw.db")
    await store.ready()
    await store.close()
    await store.close()

    with pytest.raises(StoreUnavailable, match="closed"):
        await store.ready()
