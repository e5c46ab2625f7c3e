"""A turn as Telegram shows it: one message where it fits, with buttons under the last one."""

from collections.abc import Sequence
from typing import TypeVar

from bot.channels.buttons import buttons, data
from bot.channels.pieces import split
from bot.channels.telegram.keyboards import Keyboard, Keyboards
from bot.ports import Outgoing, Posted
from dialogs.frozen import Frozen

# Bot API: 1-4096 characters after parsing; counted here in UTF-16 units, which is never less.
LONGEST_TEXT = 4096
# Longer labels are cut by phones; two of these fit beside each other.
_SHORT_LABEL = 14
_PER_ROW = 2
_TICKED = "✓ "
_SEPARATOR = "\n\n"

_Tapped = TypeVar("_Tapped")


class Key(Frozen):
    """One inline button: what it says, and the opaque data that comes back."""

    text: str
    data: str


class Message(Frozen):
    """One message to send, with buttons under it or keys in place of the letters."""

    text: str
    rows: tuple[tuple[Key, ...], ...] = ()
    keyboard: Keyboard | None = None


def messages(
    posted: Posted, keyboards: Keyboards, *, keys_stand: bool = False
) -> tuple[Message, ...]:
    """Return what to send for one turn, in order; only the last message carries buttons.

    Where keys still stand in place of the letters, what is said before the question is a message
    of its own: one with buttons cannot take the keys away, and one without does.
    """
    outgoing = posted.outgoing
    said = [part.text for part in outgoing.parts if part.text]
    keyboard = keyboards.of(outgoing)
    rows = () if keyboard is not None else _rows(posted.line, outgoing)
    blocks = [_SEPARATOR.join(said)]
    if keys_stand and rows:
        *before, question = said
        blocks = [_SEPARATOR.join(before) or keyboards.gone, question]
    pieces = [piece for block in blocks for piece in split(block, LONGEST_TEXT)]
    if not pieces:
        return ()
    last = Message(text=pieces[-1], rows=rows, keyboard=keyboard)
    return (*(Message(text=piece) for piece in pieces[:-1]), last)


def in_rows(things: Sequence[_Tapped], labels: Sequence[str]) -> tuple[tuple[_Tapped, ...], ...]:
    """Return what is to be tapped in rows: two beside each other where all of them are short."""
    width = _PER_ROW if all(len(label) <= _SHORT_LABEL for label in labels) else 1
    return tuple(tuple(things[at : at + width]) for at in range(0, len(things), width))


def _rows(line: int, outgoing: Outgoing) -> tuple[tuple[Key, ...], ...]:
    ticked = (outgoing.question.ticked if outgoing.question else None) or ()
    keys = [
        Key(
            text=f"{_TICKED}{button.label}" if button.id in ticked else button.label,
            data=data(line, number),
        )
        for number, button in enumerate(buttons(outgoing))
    ]
    return in_rows(keys, [key.text for key in keys])
