"""How a human reaches the person; last, and no more than that."""

from dialogs.questions import Item, Kind, Question

# The question to which a telephone number is an answer.
REACHED_BY = "contact_bereikbaar"

CONTACT: tuple[Item, ...] = (
    Question(id="contact_naam", section="contact", kind=Kind.CONTACT),
    Question(id=REACHED_BY, section="contact", kind=Kind.CONTACT),
)
