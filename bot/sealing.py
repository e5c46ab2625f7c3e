"""Sealing: what a person said is unreadable without the key of their own conversation.

AES-256-GCM throughout. Each conversation has a data key; the master key wraps the data keys and
is never used on data itself. What is sealed is bound to its conversation and its field, so that
nothing can be moved to another place unnoticed. An envelope begins with its version, a wrapped
key also with the name of the master key, so that keys and ciphers can be changed later.
"""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
REF_BYTES = 16
_VERSION = b"\x01"
_NONCE_BYTES, _TAG_BYTES = 12, 16
_NAME_BYTES, _INDEX_BYTES = 8, 16
_PURPOSE = "letselwijzer/1/"


class BadSeal(Exception):  # noqa: N818 - it says what is bad; never what is in it
    """Something sealed that does not open: damaged, moved, or sealed with another key."""


class DataKey:
    """The key of one conversation."""

    def __init__(self, ref: bytes, key: bytes) -> None:
        """Seal for the conversation that has this reference."""
        self._ref = ref
        self._cipher = AESGCM(key)

    def sealed(self, field: str, text: str) -> bytes:
        """Return a text that only this key opens, and only in this field."""
        return self.sealed_bytes(field, text.encode())

    def opened(self, field: str, envelope: bytes) -> str:
        """Return the text; `BadSeal` when anything was changed since it was sealed."""
        return self.opened_bytes(field, envelope).decode()

    def sealed_bytes(self, field: str, content: bytes) -> bytes:
        """Return bytes that only this key opens, and only in this field."""
        return _VERSION + _closed(self._cipher, content, self._place(field))

    def opened_bytes(self, field: str, envelope: bytes) -> bytes:
        """Return the bytes; `BadSeal` when anything was changed since they were sealed."""
        if envelope[:1] != _VERSION:
            raise BadSeal(f"{field}: unknown version of the envelope")
        try:
            return _open(self._cipher, envelope[1:], self._place(field))
        except InvalidTag:
            raise BadSeal(f"{field}: damaged, moved, or sealed with another key") from None

    def _place(self, field: str) -> bytes:
        return self._ref + field.encode()


class Sealer:
    """Everything that is done with the master key."""

    def __init__(self, master: bytes) -> None:
        """Derive a key for each purpose; `master` is 32 random bytes."""
        if len(master) != KEY_BYTES:
            raise BadSeal(f"a master key has {KEY_BYTES} bytes, not {len(master)}")
        self._wrapping = AESGCM(_derived(master, "wrap", KEY_BYTES))
        self._index = _derived(master, "index", KEY_BYTES)
        # Tells master keys apart without giving anything away.
        self.name = _derived(master, "name", _NAME_BYTES)

    def new_key(self) -> tuple[bytes, bytes]:
        """Return the reference of a new data key, and that key wrapped."""
        ref, key = os.urandom(REF_BYTES), os.urandom(KEY_BYTES)
        return ref, _VERSION + self.name + _closed(self._wrapping, key, ref)

    def data_key(self, ref: bytes, wrapped: bytes) -> DataKey:
        """Return the data key that was wrapped."""
        if wrapped[:1] != _VERSION:
            raise BadSeal("a wrapped key has an unknown version")
        if wrapped[1 : 1 + _NAME_BYTES] != self.name:
            raise BadSeal("a key is wrapped by another master key")
        try:
            return DataKey(ref, _open(self._wrapping, wrapped[1 + _NAME_BYTES :], ref))
        except InvalidTag:
            raise BadSeal("a wrapped key is damaged") from None

    def chat_index(self, channel: str, chat_id: str) -> bytes:
        """Return what a conversation is found by."""
        return self.index("chat", channel, chat_id)

    def message_index(self, channel: str, chat_id: str, message_id: str) -> bytes:
        """Return what a message that is delivered twice is known by."""
        return self.index("message", channel, chat_id, message_id)

    def index(self, kind: str, *values: str) -> bytes:
        """Return what a value is found by: the same for the same value, and nothing to read."""
        parts = [part.encode() for part in (kind, *values)]
        # With their lengths, so that ("a", "bc") and ("ab", "c") differ.
        message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return hmac.digest(self._index, message, "sha256")[:_INDEX_BYTES]


def _derived(master: bytes, purpose: str, length: int) -> bytes:
    info = f"{_PURPOSE}{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(master)


def _closed(cipher: AESGCM, plain: bytes, place: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, place)


def _open(cipher: AESGCM, closed: bytes, place: bytes) -> bytes:
    if len(closed) < _NONCE_BYTES + _TAG_BYTES:
        raise InvalidTag
    return cipher.decrypt(closed[:_NONCE_BYTES], closed[_NONCE_BYTES:], place)
