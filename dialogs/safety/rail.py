"""One rail: what sets it off, and what looks like it and does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.safety.phrases import Phrases
from dialogs.safety.sentences import Sentence

_NOTHING = Phrases("")


@dataclass(frozen=True)
class Rail:
    """Phrases that fire, phrases that take the sting out of one, and stories of what is over.

    `unless` counts only where it shares a word with the phrase that fired. `over` counts for the
    whole sentence, unless `now` stands in it too. Nothing silences `always`.
    """

    fires: Phrases
    always: Phrases = _NOTHING
    unless: Phrases = _NOTHING
    over: Phrases = _NOTHING
    now: Phrases = _NOTHING

    def goes_off(self, sentences: Sequence[Sentence]) -> bool:
        """Tell whether any of the sentences sets this rail off."""
        return any(self._in(sentence) for sentence in sentences)

    def _in(self, sentence: Sentence) -> bool:
        if self.always.in_(sentence):
            return True
        fired = list(self.fires.spans(sentence))
        if not fired or (self.over.in_(sentence) and not self.now.in_(sentence)):
            return False
        harmless = list(self.unless.spans(sentence))
        return any(not any(span.touches(other) for other in harmless) for span in fired)
