"""Keys in place of the letters: where a day or a number is asked, a tap is easier than typing."""

from bot.channels.buttons import buttons
from bot.ports import Outgoing
from bot.sentences.texts import Texts
from dialogs.flows.contact import REACHED_BY
from dialogs.frozen import Frozen


class Keyboard(Frozen):
    """What stands on the keys: each is sent as if it was typed; `shares` gives the own number."""

    keys: tuple[str, ...]
    # In the field, for whoever types all the same.
    hint: str
    shares: str | None = None


class Keyboards:
    """Makes the keys, in the words of these texts.

    Keys and buttons under a message exclude each other in Telegram, so what would stand on the
    buttons stands on the keys as well.
    """

    def __init__(self, texts: Texts) -> None:
        """Name the keys."""
        self._shares = texts("telegram.deel_nummer")
        self._number = texts("telegram.typ_nummer")
        self._day = texts("telegram.typ_dag")
        # Said where nothing else is, to take the keys away.
        self.gone = texts("telegram.toetsen_weg")

    def of(self, outgoing: Outgoing) -> Keyboard | None:
        """Return the keys for the open question, None where buttons are easier."""
        labels = tuple(button.label for button in buttons(outgoing))
        if outgoing.days:
            return Keyboard(keys=(*outgoing.days, *labels), hint=self._day)
        if outgoing.question is not None and outgoing.question.id == REACHED_BY:
            return Keyboard(keys=labels, hint=self._number, shares=self._shares)
        return None
