"""The files of a case as its summary lists them; the bytes are never in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.files.examining import ENDINGS
from bot.ports import FileStage, KeptFile
from bot.sentences.texts import Texts

# What a browser shows by itself and cannot run; the rest is only handed over.
VIEWABLE = frozenset({"image/jpeg", "image/png", "image/webp"})


@dataclass(frozen=True)
class Attached:
    """One file: its number in the case, what it is, and whether it can be had."""

    id: str
    number: int
    at: datetime
    title: str
    mime: str
    size: str
    sha256: str
    state: str
    here: bool
    viewable: bool


def attached(files: Iterable[KeptFile], texts: Texts) -> tuple[Attached, ...]:
    """Return the files, in the order in which they came."""
    return tuple(_one(number, file, texts) for number, file in enumerate(files, 1))


def _one(number: int, file: KeptFile, texts: Texts) -> Attached:
    about, here = file.about, file.stage is FileStage.KEPT
    size = about.size
    return Attached(
        id=file.id,
        number=number,
        at=file.at,
        title=texts("bestand.regel", soort=about.sort, naam=about.name, grootte=None),
        mime=about.mime,
        size=texts("bestand.grootte", grootte=size) if here and size is not None else "",
        sha256=about.sha256 or "",
        state=_state(file, texts),
        here=here,
        viewable=here and about.mime in VIEWABLE,
    )


def _state(file: KeptFile, texts: Texts) -> str:
    """Return how far it is; why it never came, as far as a reader can do something with that."""
    if file.stage is not FileStage.LOST:
        return texts(f"balie.bestand.{file.stage}")
    own = f"balie.bestand.kwijt.{file.reason}"
    return texts(own) if own in texts else texts("balie.bestand.lost", code=file.reason)


def filename(case: str, number: int, mime: str) -> str:
    """Return what a file is called outside: the name that a person gave it stays in the case."""
    return f"{case}-{number}.{ENDINGS.get(mime, 'bin')}"
