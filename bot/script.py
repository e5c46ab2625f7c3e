"""The conversation that this program plays: the flow, the words, and what can be explained."""

from collections.abc import Iterable

from bot.sentences.articles import FullArticle
from bot.sentences.texts import Texts
from dialogs.flows.intake import FLOW
from dialogs.knowledge import Article
from dialogs.script import Script


def script(texts: Texts, articles: Iterable[FullArticle]) -> Script:
    """Return everything that the engine plays from."""
    known = tuple(
        Article(slug=article.slug, titel=article.titel, namen=article.namen)
        for article in articles
    )
    return Script(flow=FLOW, vocabulary=texts.vocabulary(), articles=known)
