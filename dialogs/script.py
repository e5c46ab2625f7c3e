"""All that a conversation is played from."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.flow import Flow
from dialogs.knowledge import Article


@dataclass(frozen=True)
class Script:
    """A flow, the words that its buttons and commands go by, and the articles it can explain.

    `vocabulary` holds per label key the label and its synonyms, so that a typed answer is known
    without a sentence in the code.
    """

    flow: Flow
    vocabulary: Mapping[str, tuple[str, ...]]
    articles: tuple[Article, ...] = ()

    def words(self, label: str) -> tuple[str, ...]:
        """Return the label and its synonyms; nothing when the key has no text."""
        return self.vocabulary.get(label, ())
