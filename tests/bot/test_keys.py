import base64
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.keys import BadKey, Keys, master_key
from bot.sealing import BadSeal, Sealer

SEALER = Sealer(bytes(range(32)))


def raw(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def wrapped_of(path: Path) -> list[bytes]:
    with sqlite3.connect(path) as connection:
        found = [row[0] for row in connection.execute("SELECT wrapped FROM keys ORDER BY id")]
    connection.close()
    return found


# --- the master key ------------------------------------------------------------------------------


def test_the_master_key_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    made = master_key(None, tmp_path / "var")

    path = tmp_path / "var" / "master.key"
    assert len(made) == 32
    assert master_key(None, tmp_path / "var") == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert base64.b64decode(path.read_text()) == made
    assert [file.name for file in path.parent.iterdir()] == ["master.key"]


def test_two_stores_never_get_the_same_master_key(tmp_path: Path) -> None:
    assert master_key(None, tmp_path / "a") != master_key(None, tmp_path / "b")


def test_of_many_that_start_at_once_all_have_the_same_master_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: master_key(None, tmp_path), range(16)))

    assert len(made) == 1


def test_who_starts_a_moment_later_does_not_miss_the_master_key(tmp_path: Path) -> None:
    def opened(_: int) -> bytes:
        made = master_key(None, tmp_path)
        Keys.open(tmp_path / "keys.db", Sealer(made)).close()
        return made

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(opened, range(16)))

    assert len(made) == 1


def test_the_setting_goes_before_the_file(tmp_path: Path) -> None:
    configured = base64.b64encode(bytes(32)).decode()

    assert master_key(configured, tmp_path) == bytes(32)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wrong", ["", "kort", "AAAA", base64.b64encode(bytes(31)).decode(), "é"])
def test_a_wrong_setting_is_refused_by_name_and_never_repeated(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(BadKey, match="LW_MASTER_KEY must be base64 of 32 bytes") as raised:
        master_key(wrong, tmp_path)

    assert not wrong or wrong not in str(raised.value)


def test_a_master_key_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    master_key(None, tmp_path)
    path = tmp_path / "master.key"
    path.chmod(0o640)

    with pytest.raises(BadKey, match=f"chmod 600 {path}"):
        master_key(None, tmp_path)


@pytest.mark.parametrize("content", [b"", b"onzin", "é".encode(), b"\xff\xfe"])
def test_a_damaged_master_key_is_refused_with_the_remedy(tmp_path: Path, content: bytes) -> None:
    master_key(None, tmp_path)
    (tmp_path / "master.key").write_bytes(content)

    with pytest.raises(BadKey, match=r"master\.key .* back"):
        master_key(None, tmp_path)


def test_a_lost_master_key_is_never_replaced_in_silence(tmp_path: Path) -> None:
    sealer = Sealer(master_key(None, tmp_path))
    Keys.open(tmp_path / "keys.db", sealer).close()
    (tmp_path / "master.key").unlink()

    with pytest.raises(BadKey, match=r"master\.key is gone.*LW_MASTER_KEY"):
        master_key(None, tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")

    with pytest.raises(BadKey, match="var"):
        master_key(None, tmp_path / "var")


# --- the keys of the conversations ---------------------------------------------------------------


def test_a_key_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    keys = Keys.open(tmp_path / "keys.db", SEALER)
    ref, key = keys.new()
    envelope = key.sealed("session", "gebroken pols")
    keys.close()

    keys = Keys.open(tmp_path / "keys.db", SEALER)
    found = keys.key(ref)

    assert found is not None
    assert found.opened("session", envelope) == "gebroken pols"
    assert keys.key(b"0" * 16) is None
    keys.close()


def test_the_file_is_for_the_owner_alone(tmp_path: Path) -> None:
    Keys.open(tmp_path / "keys.db", SEALER).close()

    assert stat.S_IMODE((tmp_path / "keys.db").stat().st_mode) == 0o600


def test_a_key_that_is_destroyed_stands_nowhere_on_the_disk(tmp_path: Path) -> None:
    keys = Keys.open(tmp_path / "keys.db", SEALER)
    refs = [keys.new()[0] for _ in range(40)]
    wrapped = wrapped_of(tmp_path / "keys.db")
    gone, kept = refs[::2], refs[1::2]

    keys.destroy(gone)

    disk = raw(tmp_path)
    assert [each in disk for each in wrapped] == [False, True] * 20
    assert all(keys.key(ref) is None for ref in gone)
    assert all(keys.key(ref) is not None for ref in kept)
    keys.destroy(gone)
    keys.close()


def test_a_key_that_was_destroyed_is_still_known_to_have_been_here(tmp_path: Path) -> None:
    keys = Keys.open(tmp_path / "keys.db", SEALER)
    ref, _ = keys.new()
    keys.destroy([ref])

    assert keys.knows([b"0" * 16, ref])
    assert not keys.knows([b"0" * 16])
    assert not keys.knows([])
    keys.close()


def test_no_key_stands_readable_on_the_disk(tmp_path: Path) -> None:
    master = master_key(None, tmp_path)
    keys = Keys.open(tmp_path / "keys.db", Sealer(master))
    keys.new()
    keys.close()

    assert master not in (tmp_path / "keys.db").read_bytes()


def test_another_master_key_is_refused_with_the_remedy(tmp_path: Path) -> None:
    Keys.open(tmp_path / "keys.db", SEALER).close()

    with pytest.raises(BadKey, match=r"does not fit .*keys\.db.*put back"):
        Keys.open(tmp_path / "keys.db", Sealer(bytes(32)))


def test_keys_of_a_newer_program_are_refused(tmp_path: Path) -> None:
    Keys.open(tmp_path / "keys.db", SEALER).close()
    with sqlite3.connect(tmp_path / "keys.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(BadKey, match="newer version"):
        Keys.open(tmp_path / "keys.db", SEALER)


def test_a_file_that_holds_no_keys_is_refused(tmp_path: Path) -> None:
    (tmp_path / "keys.db").write_bytes(b"this is no database" * 100)

    with pytest.raises(BadKey, match=r"keys\.db cannot be used"):
        Keys.open(tmp_path / "keys.db", SEALER)


def test_a_damaged_key_is_noticed(tmp_path: Path) -> None:
    keys = Keys.open(tmp_path / "keys.db", SEALER)
    ref, _ = keys.new()
    with sqlite3.connect(tmp_path / "keys.db") as connection:
        connection.execute("UPDATE keys SET wrapped = CAST(wrapped || x'00' AS BLOB)")
    connection.close()

    with pytest.raises(BadSeal):
        keys.key(ref)
    keys.close()
