"""What a person sends, without what cannot be stored or printed."""

import unicodedata

from dialogs.events import Chose, Event, Said, Sent
from dialogs.limits import LONGEST_FILE_NAME, LONGEST_MESSAGE

_KEPT = "\n\t"
# Control signs, and halves of a sign.
_DROPPED = ("Cc", "Cs")
_LONGEST_CHOICE = 200
# Twice what is taken: enough to see that it is too long, and never too much to read.
_LONGEST_READ = 2 * LONGEST_MESSAGE


def cleaned(event: Event) -> Event:
    """Return the event with texts that every store and every page can hold."""
    act = event.act
    if isinstance(act, Said):
        return event.model_copy(update={"act": Said(text=plain_signs(act.text[:_LONGEST_READ]))})
    if isinstance(act, Chose):
        choice = plain_signs(act.choice[:_LONGEST_CHOICE])
        return event.model_copy(update={"act": Chose(choice=choice, question=act.question)})
    if isinstance(act, Sent):
        name = plain_signs(act.name)[:LONGEST_FILE_NAME]
        words = plain_signs(act.words[:_LONGEST_READ])
        return event.model_copy(
            update={"act": act.model_copy(update={"name": name, "words": words})}
        )
    return event


def plain_signs(text: str) -> str:
    """Return the text without control signs and broken signs."""
    return "".join(sign for sign in text if sign in _KEPT or not _is_dropped(sign))


def _is_dropped(sign: str) -> bool:
    return unicodedata.category(sign) in _DROPPED
