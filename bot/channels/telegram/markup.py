"""What stands under a message, or in place of the letters, in the words of the Bot API."""

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.telegram.keyboards import Keyboard
from bot.channels.telegram.messages import Message, in_rows

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def markup(message: Message) -> Markup:
    """Return what goes with a message; one with nothing under it takes old keys away."""
    if message.keyboard is not None:
        return _keys(message.keyboard)
    if not message.rows:
        return ReplyKeyboardRemove(remove_keyboard=True)
    rows = [
        [InlineKeyboardButton(text=key.text, callback_data=key.data) for key in row]
        for row in message.rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _keys(keyboard: Keyboard) -> ReplyKeyboardMarkup:
    keys = [KeyboardButton(text=key) for key in keyboard.keys]
    rows = [list(row) for row in in_rows(keys, keyboard.keys)]
    if keyboard.shares is not None:
        rows.insert(0, [KeyboardButton(text=keyboard.shares, request_contact=True)])
    return ReplyKeyboardMarkup(
        keyboard=rows,
        resize_keyboard=True,
        # It folds away after a tap; the next message takes it away altogether.
        one_time_keyboard=True,
        input_field_placeholder=keyboard.hint,
    )
