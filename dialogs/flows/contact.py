"""How a human reaches the person; last, and no more than that."""

from dialogs.questions import Item, Kind, Question

CONTACT: tuple[Item, ...] = (
    Question(id="contact_naam", section="contact", kind=Kind.CONTACT),
    Question(id="contact_bereikbaar", section="contact", kind=Kind.CONTACT),
)
