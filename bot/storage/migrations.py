"""Plain numbered SQL: `0001_name.sql`, `0002_name.sql`, applied once each, in order."""

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from bot.ports import BadStore


@dataclass(frozen=True)
class Migration:
    """One file."""

    number: int
    sql: str


def migrations(folder: Traversable) -> tuple[Migration, ...]:
    """Return the files of one database, in order and without a gap."""
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    found = tuple(
        Migration(int(name.split("_", 1)[0]), (folder / name).read_text(encoding="utf-8"))
        for name in names
    )
    if not found or [each.number for each in found] != list(range(1, len(found) + 1)):
        raise BadStore(f"{folder}: the numbers are not 1, 2, 3 …; install the program again")
    return found


def missing(known: tuple[Migration, ...], version: int, where: str) -> tuple[Migration, ...]:
    """Return what a database of this version still lacks; refuse one from the future."""
    if version > len(known):
        raise BadStore(
            f"{where} was made by a newer version of the program "
            f"(its structure is {version}, this program knows {len(known)}); install that version"
        )
    return known[version:]
