"""What a file is: by its own bytes, never by what it is called or what is said of it."""

import hashlib
import secrets
from collections.abc import Mapping
from string import ascii_lowercase

from bot.ports import AboutFile, NewFile
from dialogs.answers.cleaning import plain_signs
from dialogs.events import Fault, Sent, Sort
from dialogs.limits import LARGEST_FILE, LONGEST_FILE_NAME

LARGEST = LARGEST_FILE * 1024 * 1024
# What is kept, with how a file of it is called: what a case needs and what opens without danger.
# Nothing in it runs, and none of it is opened here.
ENDINGS: Mapping[str, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/aac": "aac",
    "audio/amr": "amr",
}
_ID_SIGNS = 24
# What is said of a file is only good for turning it down without fetching it.
_ANNOUNCED = ("image/", "audio/", "application/pdf", "application/octet-stream", "application/ogg")


def received(
    name: str, content: bytes, *, words: str = "", series: str = ""
) -> tuple[Sent, NewFile | None]:
    """Return what a person did who sent these bytes, and the file to keep; None with a fault."""
    found = examined(name, content)
    if isinstance(found, Fault):
        return Sent(name=shown_name(name), words=words, series=series, fault=found), None
    file = NewFile(id=new_id(), about=found, content=content)
    return sent(file, words=words, series=series), file


def announced(
    about: AboutFile, source: str, *, words: str = "", series: str = ""
) -> tuple[Sent, NewFile | None]:
    """Return what a person did whose file is still at its channel, and the file to fetch."""
    about = about.model_copy(update={"name": shown_name(about.name)})
    fault = announced_fault(about)
    if fault is not None:
        return Sent(name=about.name, words=words, series=series, fault=fault), None
    file = NewFile(id=new_id(), about=about, source=source)
    return sent(file, words=words, series=series), file


def sent(file: NewFile, *, words: str, series: str) -> Sent:
    """Return the act of sending a file that can be kept."""
    about = file.about
    return Sent(
        name=about.name,
        words=words,
        file=file.id,
        sort=about.sort,
        size=about.size,
        series=series,
    )


def examined(name: str, content: bytes) -> AboutFile | Fault:
    """Return what is known of a file by its bytes, or why it cannot be kept."""
    if not content:
        return Fault.LEEG
    if len(content) > LARGEST:
        return Fault.TE_GROOT
    mime = sniffed(content) or ""
    if mime not in ENDINGS:
        return Fault.VIDEO if mime.startswith("video/") else Fault.SOORT
    return AboutFile(
        name=shown_name(name),
        sort=sort_of(mime),
        mime=mime,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def announced_fault(about: AboutFile) -> Fault | None:
    """Return why a file need not be fetched, by what its channel says of it."""
    if about.size is not None and about.size > LARGEST:
        return Fault.TE_GROOT
    if about.mime.startswith("video/"):
        return Fault.VIDEO
    known = not about.mime or about.mime.startswith(_ANNOUNCED)
    return None if known else Fault.SOORT


def sniffed(content: bytes) -> str | None:
    """Return the type of a file by its first bytes; None when it is none that is known."""
    import filetype  # noqa: PLC0415 - most conversations hold no file

    found: str | None = filetype.guess_mime(content)
    return found


def sort_of(mime: str) -> Sort:
    """Return what kind of file that is for a reader."""
    if mime.startswith("image/"):
        return Sort.FOTO
    return Sort.SPRAAK if mime.startswith("audio/") else Sort.DOCUMENT


def shown_name(name: str) -> str:
    """Return the name of a file as one short line, without the folders it stood in."""
    plain = plain_signs(name).replace("\n", " ").replace("\t", " ")
    return plain.replace("\\", "/").rpartition("/")[2].strip()[:LONGEST_FILE_NAME]


def new_id() -> str:
    """Return an id that nobody guesses; letters only, so that a log may hold it."""
    return "".join(secrets.choice(ascii_lowercase) for _ in range(_ID_SIGNS))
