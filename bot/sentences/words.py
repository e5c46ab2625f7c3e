"""Every sentence that is ever said, read once per process."""

from functools import cache

from bot.sentences.texts import Texts


@cache
def words() -> Texts:
    """Return the texts; `BadTexts` when one cannot be used."""
    return Texts()
