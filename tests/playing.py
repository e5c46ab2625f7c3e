"""The whole program on a database in a folder, on a fixed day."""

from datetime import date
from pathlib import Path

from bot.app import parts
from bot.clock import FixedClock
from bot.parts import Parts
from bot.settings import Settings, database_url

TODAY = date(2026, 11, 23)


async def opened(folder: Path) -> Parts:
    """Return the program; the test closes its store."""
    url = database_url(str(folder / "lw.db"))
    return await parts(Settings(_env_file=None, database_url=url), FixedClock(TODAY))
