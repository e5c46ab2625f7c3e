"""Files that only the program itself may read."""

import os
from pathlib import Path

from bot.ports import BadStore

_ONLY_ME = 0o600


def private(path: Path) -> Path:
    """Return the path of a file that is there, made for the owner alone when it was not."""
    try:
        _folder(path)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _ONLY_ME))
    except OSError as error:
        raise BadStore(
            f"{path} cannot be written ({error.strerror}); "
            "choose another place with LW_DATABASE_URL or --db, or give this user the right to it"
        ) from None
    return path


def written_once(path: Path, content: bytes) -> None:
    """Write a file for the owner alone, whole or not at all; one that is there stays as it is."""
    _folder(path)
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _ONLY_ME), "wb") as f:
            f.write(content)
            f.flush()
            os.fsync(f.fileno())
        # A link fails when the name is taken, so that of two processes one wins.
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink(missing_ok=True)
    _kept(path.parent)


def _folder(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)


def _kept(folder: Path) -> None:
    """Let the names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
