import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sealing import BadSeal, DataKey, Sealer

MASTER, OTHER_MASTER = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture
def sealer() -> Sealer:
    return Sealer(MASTER)


def key_of(sealer: Sealer) -> DataKey:
    return sealer.data_key(*sealer.new_key())


@given(text=st.text(), field=st.text(max_size=20))
def test_what_is_sealed_opens_to_the_same_text(text: str, field: str) -> None:
    key = key_of(Sealer(MASTER))

    assert key.opened(field, key.sealed(field, text)) == text


def test_nothing_of_the_text_stands_in_the_envelope(sealer: Sealer) -> None:
    envelope = key_of(sealer).sealed("session", "gebroken pols" * 20)

    assert b"gebroken" not in envelope
    assert b"pols" not in envelope


def test_the_same_text_is_never_sealed_the_same_twice(sealer: Sealer) -> None:
    key = key_of(sealer)

    assert len({key.sealed("session", "ja") for _ in range(100)}) == 100


def test_a_text_does_not_open_in_another_field(sealer: Sealer) -> None:
    key = key_of(sealer)
    envelope = key.sealed("act.1", "ja")

    with pytest.raises(BadSeal, match=r"act\.2: damaged, moved"):
        key.opened("act.2", envelope)


def test_a_text_does_not_open_in_another_conversation(sealer: Sealer) -> None:
    envelope = key_of(sealer).sealed("session", "ja")

    with pytest.raises(BadSeal):
        key_of(sealer).opened("session", envelope)


@given(place=st.integers(min_value=0, max_value=10**6), bit=st.integers(0, 7))
def test_one_changed_bit_is_noticed(place: int, bit: int) -> None:
    key = key_of(Sealer(MASTER))
    envelope = bytearray(key.sealed("session", "gebroken pols"))
    envelope[place % len(envelope)] ^= 1 << bit

    with pytest.raises(BadSeal):
        key.opened("session", bytes(envelope))


@pytest.mark.parametrize("length", [0, 1, 5, 28])
def test_half_an_envelope_is_noticed(sealer: Sealer, length: int) -> None:
    key = key_of(sealer)

    with pytest.raises(BadSeal):
        key.opened("session", key.sealed("session", "gebroken pols")[:length])


def test_the_error_shows_nothing_of_what_was_sealed(sealer: Sealer) -> None:
    key = key_of(sealer)
    envelope = key.sealed("act.1", "gebroken pols")

    with pytest.raises(BadSeal) as raised:
        key.opened("session", envelope)

    assert "gebroken" not in f"{raised.value!r}"
    assert raised.value.__cause__ is None


def test_a_data_key_opens_only_with_its_own_master_key(sealer: Sealer) -> None:
    ref, wrapped = sealer.new_key()

    with pytest.raises(BadSeal, match="another master key"):
        Sealer(OTHER_MASTER).data_key(ref, wrapped)


def test_a_data_key_belongs_to_one_reference(sealer: Sealer) -> None:
    _, wrapped = sealer.new_key()

    with pytest.raises(BadSeal, match="damaged"):
        sealer.data_key(os.urandom(16), wrapped)


def test_a_data_key_from_a_later_version_is_refused_by_name(sealer: Sealer) -> None:
    ref, wrapped = sealer.new_key()

    with pytest.raises(BadSeal, match="version"):
        sealer.data_key(ref, b"\x02" + wrapped[1:])
    with pytest.raises(BadSeal, match="version"):
        sealer.data_key(ref, wrapped).opened("session", b"\x02whatever")


def test_a_master_key_has_32_bytes() -> None:
    with pytest.raises(BadSeal, match="32 bytes, not 16"):
        Sealer(bytes(16))


def test_a_value_is_found_by_an_index_that_shows_nothing(sealer: Sealer) -> None:
    index = sealer.chat_index("telegram", "4711")

    assert index == Sealer(MASTER).chat_index("telegram", "4711")
    assert len(index) == 16
    assert b"4711" not in index
    assert index != Sealer(OTHER_MASTER).chat_index("telegram", "4711")
    assert index != sealer.chat_index("web", "4711")


def test_values_that_only_look_alike_have_different_indexes(sealer: Sealer) -> None:
    assert sealer.index("chat", "ab", "c") != sealer.index("chat", "a", "bc")
    assert sealer.index("chat", "4711") != sealer.index("mail", "4711")
    assert sealer.message_index("web", "1", "2") != sealer.message_index("web", "12", "")


def test_the_name_of_a_master_key_is_stable_and_not_the_key(sealer: Sealer) -> None:
    assert sealer.name == Sealer(MASTER).name
    assert sealer.name != Sealer(OTHER_MASTER).name
    assert sealer.name not in MASTER
