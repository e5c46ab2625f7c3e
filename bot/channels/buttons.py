"""Buttons as channels send them back: opaque, and looked up in the transcript."""

from bot.ports import Button, Outgoing, Store
from dialogs.events import Chose

# A button that no line of the conversation has: the engine answers it kindly as an old one.
NO_BUTTON = Chose(choice="-", question="-")
# Forged data may name a line that no database can count to.
_MOST_LINES = 10**9


def buttons(outgoing: Outgoing) -> tuple[Button, ...]:
    """Return all buttons of a turn, in the order in which they are numbered."""
    return tuple(button for part in outgoing.parts for button in part.choices)


def data(line: int, number: int) -> str:
    """Return what a button sends back: which line of the transcript, which of its buttons."""
    return f"{line}:{number}"


def pressed(sent_back: str) -> tuple[int, int] | None:
    """Return line and number of a pressed button; None for data that no button of ours has."""
    line, _, number = sent_back.partition(":")
    if line.isascii() and line.isdecimal() and number.isascii() and number.isdecimal():
        return int(line), int(number)
    return None


async def choice(store: Store, channel: str, chat_id: str, place: tuple[int, int]) -> Chose:
    """Return the choice that stood on a button: the transcript knows, the data does not."""
    number, button = place
    known = await store.conversation_of(channel, chat_id)
    if known is None or not 1 <= number <= _MOST_LINES:
        return NO_BUTTON
    lines = await store.transcript(known.id, after=number - 1, limit=1)
    outgoing = next((line.outgoing for line in lines if line.number == number), None)
    if outgoing is None or button >= len(buttons(outgoing)):
        return NO_BUTTON
    question = None if outgoing.question is None else outgoing.question.key
    return Chose(choice=buttons(outgoing)[button].id, question=question)
