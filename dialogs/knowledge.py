"""Which article a person asks for, when what they typed is a question about the subject."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.spoken import plain

_LONGEST = 25
_OPENERS = (
    "wat is",
    "wat zijn",
    "wat betekent",
    "wat houdt",
    "krijg ik",
    "heb ik recht op",
    "hoe zit het met",
    "hoe werkt",
    "leg uit",
    "uitleg over",
)


@dataclass(frozen=True)
class Article:
    """An explanation that can be asked for, and the names that people know it by."""

    slug: str
    titel: str
    namen: tuple[str, ...]


def find(text: str, articles: Sequence[Article]) -> Article | None:
    """Return the article that is asked for; None when the text is no question about one."""
    said = plain(text)
    if not said or len(said.split()) > _LONGEST:
        return None
    asks = said.startswith(_OPENERS) or text.rstrip().endswith("?")
    for article in articles:
        for name in article.namen:
            known = plain(name)
            if said == known or (asks and f" {known} " in f" {said} "):
                return article
    return None
