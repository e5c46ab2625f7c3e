"""The conversation that this program plays: the flow, the words, and what can be explained."""

from collections.abc import Iterable

from bot.articles import FullArticle
from bot.texts import Texts
from dialogs.flow import Flow
from dialogs.flows.intake import ITEMS, NAME, VERSION
from dialogs.knowledge import Article
from dialogs.script import Script


def flow() -> Flow:
    """Return the whole intake; an unsound one raises ValueError."""
    return Flow(name=NAME, version=VERSION, items=ITEMS)


def script(texts: Texts, articles: Iterable[FullArticle]) -> Script:
    """Return everything that the engine plays from."""
    known = tuple(
        Article(slug=article.slug, titel=article.titel, namen=article.namen)
        for article in articles
    )
    return Script(flow=flow(), vocabulary=texts.vocabulary(), articles=known)
