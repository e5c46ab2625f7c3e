"""Files as both databases keep them: what is known of each sealed apart from the bytes."""

from dataclasses import dataclass
from typing import Any

from pydantic import Field, ValidationError

from bot.ports import AboutFile, AwaitedFile, FileStage, KeptFile, NewFile, Unreadable
from bot.sealing import BadSeal, DataKey
from bot.storage.sealed import Row, moment, present

# How long a worker has a file to itself: a large one over a bad line takes minutes.
FETCH_SECONDS = 300.0


class _Sealed(AboutFile):
    """What is sealed of a file besides its bytes."""

    source: str | None = Field(default=None, repr=False)

    @property
    def about(self) -> AboutFile:
        return AboutFile(**self.model_dump(exclude={"source"}))


@dataclass(frozen=True)
class SealedFile:
    """One file, ready to be written."""

    id: str
    stage: FileStage
    about: bytes
    content: bytes | None


def sealed_file(key: DataKey, file: NewFile) -> SealedFile:
    """Return a file, sealed."""
    about = _Sealed(**file.about.model_dump(), source=file.source)
    content = file.content
    return SealedFile(
        id=file.id,
        stage=FileStage.AWAITED if content is None else FileStage.KEPT,
        about=key.sealed(_about(file.id), about.model_dump_json()),
        content=None if content is None else key.sealed_bytes(_content(file.id), content),
    )


def kept_file(row: Row, case: str, key: DataKey) -> KeptFile:
    """Return what is known of the file in a row."""
    return KeptFile(
        id=row["id"],
        line=row["line"],
        at=moment(row["at"]),
        stage=FileStage(row["stage"]),
        reason=row["reason"],
        about=_opened(row, case, key).about,
    )


def content_of(row: Row, case: str, key: DataKey) -> bytes:
    """Return the bytes of the file in a row."""
    field = _content(row["id"])
    try:
        return key.opened_bytes(field, row["content"])
    except BadSeal as error:
        raise Unreadable(case, str(error)) from None


def awaited_file(row: Row, key: DataKey | None) -> AwaitedFile:
    """Return the file to fetch in a row."""
    case = row["case_number"]
    sealed = _opened(row, case, present(case, key))
    return AwaitedFile(
        id=row["id"],
        case=case,
        channel=row["channel"],
        conversation=row["conversation"],
        at=moment(row["at"]),
        attempts=row["attempts"],
        about=sealed.about,
        source=sealed.source or "",
    )


def _opened(row: Any, case: str, key: DataKey) -> _Sealed:
    field = _about(row["id"])
    try:
        return _Sealed.model_validate_json(key.opened(field, row["about"]))
    except (BadSeal, ValidationError) as error:
        raise Unreadable(case, f"{field}: {type(error).__name__}") from None


def _about(file: str) -> str:
    return f"file.{file}.about"


def _content(file: str) -> str:
    return f"file.{file}.content"
