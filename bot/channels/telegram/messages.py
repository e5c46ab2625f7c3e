"""A turn as Telegram shows it: one message where it fits, with buttons under the last one."""

from bot.channels.buttons import buttons, data
from bot.channels.pieces import split
from bot.ports import Outgoing, Posted
from dialogs.flows.contact import REACHED_BY
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
    # On the keyboard in place of letters: the first gives the person's own number.
    shares: str | None = None
    typed: tuple[str, ...] = ()


def messages(posted: Posted, shares: str = "") -> tuple[Message, ...]:
    """Return what to send for one turn, in order; only the last message carries buttons.

    Where a number is asked, a person can give their own with one tap: `shares` is what that
    button says.
    """
    outgoing = posted.outgoing
    text = _SEPARATOR.join(part.text for part in outgoing.parts if part.text)
    pieces = tuple(split(text, LONGEST_TEXT))
    if not pieces:
        return ()
    last = _last(pieces[-1], posted, shares)
    return (*(Message(text=piece) for piece in pieces[:-1]), last)


def _last(text: str, posted: Posted, shares: str) -> Message:
    question = posted.outgoing.question
    if question is None or question.id != REACHED_BY or not shares:
        return Message(text=text, rows=_rows(posted.line, posted.outgoing))
    labels = tuple(button.label for button in buttons(posted.outgoing))
    return Message(text=text, shares=shares, typed=labels)


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
