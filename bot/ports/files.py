"""Files that people send: what is known of each, and where the bytes are kept."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import Field

from dialogs.events import Sort
from dialogs.frozen import Frozen


class FileStage(StrEnum):
    """How far a file is: still at its channel, here, or never to come."""

    AWAITED = "awaited"
    KEPT = "kept"
    LOST = "lost"


class AboutFile(Frozen):
    """What is known of a file; sealed, for a name may say much.

    Before it is here, this is what its channel says; after that, what the bytes themselves say.
    """

    name: str
    sort: Sort
    mime: str = ""
    size: int | None = None
    sha256: str | None = None


class NewFile(Frozen):
    """A file that came with a message: with its bytes, or with where its channel has them."""

    id: str
    about: AboutFile
    content: bytes | None = Field(default=None, repr=False)
    source: str | None = Field(default=None, repr=False)


class KeptFile(Frozen):
    """A file of a conversation; `line` is that of the message it came with.

    `reason` is the code of why it never came.
    """

    id: str
    line: int
    at: datetime
    stage: FileStage
    reason: str | None
    about: AboutFile


class AwaitedFile(Frozen):
    """A file to fetch now; what `source` says is between its channel and its fetcher."""

    id: str
    case: str
    channel: str
    conversation: int
    at: datetime
    attempts: int
    about: AboutFile
    source: str = Field(repr=False)


class Files(Protocol):
    """Where files are kept: sealed, in the database itself, so that they go as everything goes."""

    async def of(self, conversation: int) -> tuple[KeptFile, ...]:
        """Return what is known of the files of a conversation, in the order they came."""
        ...

    async def content(self, conversation: int, file: str) -> tuple[KeptFile, bytes] | None:
        """Return one file of this conversation with its bytes; None when it is not here."""
        ...

    async def awaited(
        self, channels: Sequence[str], now: datetime, limit: int = 4
    ) -> tuple[AwaitedFile, ...]:
        """Return the files to fetch now; the caller has them to itself for some minutes."""
        ...

    async def arrived(self, file: str, about: AboutFile, content: bytes) -> bool:
        """Keep the bytes of an awaited file; False when it is not awaited any more."""
        ...

    async def later(self, file: str, until: datetime) -> None:
        """Try an awaited file again then."""
        ...

    async def lost(self, file: str, reason: str) -> bool:
        """Note that an awaited file never comes; False when that was known."""
        ...
