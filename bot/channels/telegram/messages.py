"""A turn as Telegram shows it: one message where it fits, with buttons under the last one."""

from collections.abc import Iterator

from bot.ports import Button, Outgoing, Posted
from dialogs.frozen import Frozen

# Bot API: 1-4096 characters after parsing; counted here in UTF-16 units, which is never less.
LONGEST_TEXT = 4096
# Longer labels are cut by phones; two of these fit beside each other.
_SHORT_LABEL = 14
_PER_ROW = 2
_SEPARATOR = "\n\n"


class Key(Frozen):
    """One inline button: what it says, and the opaque data that comes back."""

    text: str
    data: str


class Message(Frozen):
    """One message to send."""

    text: str
    rows: tuple[tuple[Key, ...], ...] = ()


def messages(posted: Posted) -> tuple[Message, ...]:
    """Return what to send for one turn, in order; only the last message carries buttons."""
    outgoing = posted.outgoing
    text = _SEPARATOR.join(part.text for part in outgoing.parts if part.text)
    pieces = tuple(split(text, LONGEST_TEXT))
    if not pieces:
        return ()
    last = Message(text=pieces[-1], rows=_rows(posted.line, outgoing))
    return (*(Message(text=piece) for piece in pieces[:-1]), last)


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


def split(text: str, most: int) -> Iterator[str]:
    """Yield the text in pieces of at most so many UTF-16 units, cut where a reader pauses."""
    rest = text.strip()
    while rest:
        piece = _fitting(rest, most)
        if len(piece) < len(rest):
            piece = _to_a_pause(piece)
        yield piece.rstrip()
        rest = rest[len(piece) :].lstrip()


def _fitting(text: str, most: int) -> str:
    units = 0
    for place, sign in enumerate(text):
        units += 2 if ord(sign) > 0xFFFF else 1  # noqa: PLR2004 - the end of the basic plane
        if units > most:
            return text[:place]
    return text


def _to_a_pause(piece: str) -> str:
    """Cut back to the last empty line, else the last line, else the last space."""
    for pause in ("\n\n", "\n", " "):
        place = piece.rfind(pause)
        if place > 0:
            return piece[: place + len(pause)]
    return piece


def _rows(line: int, outgoing: Outgoing) -> tuple[tuple[Key, ...], ...]:
    ticked = (outgoing.question.ticked if outgoing.question else None) or ()
    keys = [
        Key(
            text=f"✓ {button.label}" if button.id in ticked else button.label,
            data=data(line, number),
        )
        for number, button in enumerate(buttons(outgoing))
    ]
    short = all(len(key.text) <= _SHORT_LABEL for key in keys)
    width = _PER_ROW if short else 1
    return tuple(tuple(keys[at : at + width]) for at in range(0, len(keys), width))
