"""A turn as WhatsApp shows it: one message where that can be, since each one is billed.

Up to three short answers are buttons, up to ten a list. Where neither fits, the answers stand
numbered in the text; a number is then picked by the engine, except under questions where a number
is itself an answer. A text that is too long for buttons is one message with its answers written
out. Only the consent, with its button for danger, is worth a second message. A person's own copy
comes along with the last words, where they may stand beside a file.
"""

from collections.abc import Sequence

from bot.channels.buttons import buttons, data
from bot.channels.pieces import split, units
from bot.channels.whatsapp.limits import (
    LONGEST_BODY,
    LONGEST_BUTTON,
    LONGEST_CAPTION,
    LONGEST_DESCRIPTION,
    LONGEST_ROW,
    LONGEST_TEXT,
    MOST_BUTTONS,
    MOST_ROWS,
)
from bot.channels.whatsapp.written import Words, controls_of, written
from bot.ports import Button, Outgoing, Posted
from dialogs.frozen import Frozen
from dialogs.session import State

SEPARATOR = "\n\n"
_CUT = "…"
# The line of a conversation in which a person is answered for the first time: nothing has been
# told yet, so that going on elsewhere costs no more than a tap.
_FIRST_ANSWER = 2


class Key(Frozen):
    """One reply button, or one row of a list: what it says, and what comes back."""

    id: str
    title: str
    description: str = ""


class Message(Frozen):
    """One message to send, with reply buttons, a list, or neither.

    Where there are words for `without`, the person's own copy comes along; those are said instead
    when it cannot.
    """

    text: str
    keys: tuple[Key, ...] = ()
    rows: tuple[Key, ...] = ()
    without: str = ""


def messages(posted: Posted, words: Words) -> tuple[Message, ...]:
    """Return what to send for one turn, in order."""
    shown = _said(posted, words)
    return _with_copy(shown, words) if posted.outgoing.own_copy and shown else shown


def _said(posted: Posted, words: Words) -> tuple[Message, ...]:
    outgoing = posted.outgoing
    said = [part.text.strip() for part in outgoing.parts if part.text.strip()]
    if said and posted.line == _FIRST_ANSWER and words.page is not None:
        said[0] = f"{said[0]}\n{words.texts('whatsapp.webpagina', adres=words.page)}"
    offered = list(zip(_ids(posted), buttons(outgoing), strict=True))
    if not offered or not said:
        return tuple(Message(text=piece) for piece in split(SEPARATOR.join(said), LONGEST_TEXT))
    return _with_choices(outgoing, said, offered, words)


def _ids(posted: Posted) -> tuple[str, ...]:
    count = len(buttons(posted.outgoing))
    return tuple(data(posted.line, number) for number in range(count))


def _with_choices(
    outgoing: Outgoing, said: list[str], offered: list[tuple[str, Button]], words: Words
) -> tuple[Message, ...]:
    controls = controls_of(outgoing, [button for _, button in offered])
    if controls:
        # A list to tick: its options stand in the text, so that several are one message.
        said = [*said, written(outgoing, words, but=controls)]
        offered = [pair for pair in offered if pair[1].id in controls]
    whole = SEPARATOR.join(said)
    fitting = _fitting(whole, offered)
    if fitting is not None:
        return (fitting,)
    plain = SEPARATOR.join((whole, written(outgoing, words, only=controls)))
    if outgoing.state is not State.CONSENT and units(plain) <= LONGEST_TEXT:
        return (Message(text=plain),)
    return _in_two(said, offered) or tuple(
        Message(text=piece) for piece in split(plain, LONGEST_TEXT)
    )


def _in_two(said: Sequence[str], offered: list[tuple[str, Button]]) -> tuple[Message, ...]:
    """Return the text in front and as much as fits with the buttons; nothing if none does."""
    for cut in range(1, len(said)):
        last = _fitting(SEPARATOR.join(said[cut:]), offered)
        if last is not None:
            front = split(SEPARATOR.join(said[:cut]), LONGEST_TEXT)
            return (*(Message(text=piece) for piece in front), last)
    return ()


def _with_copy(shown: tuple[Message, ...], words: Words) -> tuple[Message, ...]:
    *front, last = shown
    sorry = words.texts("kopie.niet")
    without = SEPARATOR.join((last.text, sorry))
    # A list has no place for a file, and neither has a text of full length.
    if not last.rows and units(without) <= LONGEST_CAPTION:
        return (*front, last.model_copy(update={"without": without}))
    copy = Message(text=words.texts("whatsapp.kopie"), without=sorry)
    return (*front, copy, last)


# --- buttons and lists ---------------------------------------------------------------------------


def _fitting(text: str, offered: list[tuple[str, Button]]) -> Message | None:
    """Return the one message that holds text and choices; None when they do not fit."""
    if units(text) > LONGEST_BODY or len({button.label for _, button in offered}) < len(offered):
        return None
    if len(offered) <= MOST_BUTTONS and all(
        units(button.label) <= LONGEST_BUTTON for _, button in offered
    ):
        return Message(
            text=text, keys=tuple(Key(id=name, title=button.label) for name, button in offered)
        )
    rows = tuple(_row(name, button.label) for name, button in offered)
    if len(rows) > MOST_ROWS or None in rows:
        return None
    return Message(text=text, rows=tuple(row for row in rows if row is not None))


def _row(name: str, label: str) -> Key | None:
    """Return a row of a list; a long label stands whole under the part of it that fits."""
    if units(label) <= LONGEST_ROW:
        return Key(id=name, title=label)
    if units(label) > LONGEST_DESCRIPTION:
        return None
    begin = next(split(label, LONGEST_ROW - len(_CUT)))
    return Key(id=name, title=f"{begin}{_CUT}", description=label)
