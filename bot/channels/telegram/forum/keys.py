"""The buttons under the card of a case."""

from collections.abc import Sequence
from enum import StrEnum

from bot.channels.telegram.forum.group import Key
from bot.handoff.templates import Words
from bot.sentences.texts import Texts
from bot.takeover import Ending
from dialogs.frozen import Frozen

_MOST_DIGITS = 9
_BECAUSE = "."


class Act(StrEnum):
    """What a button does."""

    TAKE = "neem"
    GIVE_BACK = "geef_terug"
    CLOSE = "sluit"
    NOT_YET = "toch_niet"


class Pressed(Frozen):
    """What was pressed, on a card of which epoch, and for a closing why."""

    act: Act
    epoch: int
    why: Ending | None = None


def pressed(data: str) -> Pressed | None:
    """Return what a button says; None for data that no button of ours has."""
    what, _, epoch = data.partition(":")
    act, _, why = what.partition(_BECAUSE)
    is_number = epoch.isascii() and epoch.isdecimal() and len(epoch) <= _MOST_DIGITS
    if act not in tuple(Act) or not is_number or (why and why not in tuple(Ending)):
        return None
    return Pressed(act=Act(act), epoch=int(epoch), why=Ending(why) if why else None)


class Keys:
    """Makes the buttons; `url` is where the program is found, None where nobody else finds it."""

    def __init__(self, texts: Texts, url: str | None) -> None:
        """Name them in the words of these texts."""
        self._texts = texts
        self._words = Words(texts)
        self._url = url

    def of_card(self, case: str, owner: str | None, epoch: int, *, closed: bool) -> Sequence[Key]:
        """Return the buttons under a card."""
        take = Act.TAKE if owner is None else Act.GIVE_BACK
        keys = [] if closed else [self._key(take, epoch), self._key(Act.CLOSE, epoch)]
        if self._url is not None:
            page = f"{self._url}/desk/zaak/{case}"
            keys.append(Key(text=self._texts("groep.knop.balie"), url=page))
        return keys

    def of_closing(self, epoch: int) -> Sequence[Key]:
        """Return the reasons why a case is closed."""
        reasons = [
            Key(
                text=self._words.naam(why, "sluiten_reden"),
                data=f"{Act.CLOSE}{_BECAUSE}{why}:{epoch}",
            )
            for why in Ending
        ]
        return (*reasons, self._key(Act.NOT_YET, epoch))

    def _key(self, act: Act, epoch: int) -> Key:
        return Key(text=self._texts(f"groep.knop.{act}"), data=f"{act}:{epoch}")
