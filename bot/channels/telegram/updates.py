"""What a Telegram update says, and nothing more."""

from datetime import datetime

from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import CallbackQuery, Contact, Message, MessageOriginUser, Update, User

from bot.channels.buttons import pressed
from bot.channels.telegram.attached import sent
from bot.channels.telegram.said import said_by_somebody
from bot.ports import NewFile
from dialogs.events import Act, Command, Commanded, Said
from dialogs.frozen import Frozen

# The kinds of update that are asked for: no more than is handled.
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")


class Pressed(Frozen):
    """A button was pressed; which one that was stands in the transcript."""

    line: int
    number: int


class Edited(Frozen):
    """A message got new words; when it was first sent says which one that was."""

    text: str
    sent_at: datetime


class Forwarded(Frozen):
    """Words of somebody else were passed on."""

    text: str


class Received(Frozen):
    """One update of a person, with where it came from."""

    chat_id: str
    message_id: str
    at: datetime | None
    did: Act | Pressed | Edited | Forwarded | None
    # What came with it; its bytes are still at Telegram.
    file: NewFile | None = None
    # Telegram shows a spinner until a press is acknowledged.
    callback_id: str | None = None


def received(update: Update) -> Received | None:
    """Return what a person did; None for what is no part of a private conversation."""
    if update.message is not None:
        return _message(update.update_id, update.message)
    if update.edited_message is not None:
        return _edit(update.update_id, update.edited_message)
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query)
    return None


class Membership(Frozen):
    """What became of the bot in a private chat: whether somebody shut it out, or let it in."""

    chat_id: str
    at: datetime
    shut_out: bool


def membership(update: Update) -> Membership | None:
    """Return whether somebody blocked the bot or lifted that; None for anything else."""
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return None
    status = change.new_chat_member.status
    if status not in (ChatMemberStatus.KICKED, ChatMemberStatus.MEMBER):
        return None
    return Membership(
        chat_id=str(change.chat.id), at=change.date, shut_out=status == ChatMemberStatus.KICKED
    )


def _message(number: int, message: Message) -> Received | None:
    if message.chat.type != ChatType.PRIVATE or not said_by_somebody(message):
        return None
    did, file = _act(message)
    return Received(
        chat_id=str(message.chat.id),
        message_id=str(number),
        at=message.date,
        did=did,
        file=file,
    )


def _edit(number: int, message: Message) -> Received | None:
    # A place on the move is edited every few seconds, and a file that changes is still no text.
    if message.chat.type != ChatType.PRIVATE or message.text is None:
        return None
    return Received(
        chat_id=str(message.chat.id),
        message_id=str(number),
        at=None,
        did=Edited(text=message.text, sent_at=message.date),
    )


def _act(message: Message) -> tuple[Act | Forwarded, NewFile | None]:
    if message.text is not None:
        return Forwarded(text=message.text) if _of_others(message) else _text(message.text), None
    if message.contact is not None:
        return Said(text=_number(message.contact, message.from_user)), None
    return sent(message)


def _of_others(message: Message) -> bool:
    """Tell whether the words were another's: who passes on their own says them again."""
    origin, person = message.forward_origin, message.from_user
    if origin is None:
        return False
    by = origin.sender_user if isinstance(origin, MessageOriginUser) else None
    return by is None or person is None or by.id != person.id


def _number(contact: Contact, person: User | None) -> str:
    """Return a number as it would be typed; that of somebody else with whose it is."""
    if person is not None and contact.user_id == person.id:
        return contact.phone_number
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
    return f"{name}: {contact.phone_number}"


def _text(text: str) -> Act:
    if not text.startswith("/"):
        return Said(text=text)
    # "/start PAYLOAD", and "/stop@name_of_the_bot" as groups and old clients write it.
    word = text[1:].split(maxsplit=1)[0] if text[1:].split() else ""
    name = word.partition("@")[0].casefold()
    known = next((command for command in Command if command.value == name), None)
    return Said(text=text) if known is None else Commanded(command=known)


def _press(number: int, query: CallbackQuery) -> Received | None:
    chat = query.message.chat if query.message is not None else None
    if chat is not None and chat.type != ChatType.PRIVATE:
        return None
    place = pressed(query.data or "")
    return Received(
        # In a private chat the chat and the person have the same id.
        chat_id=str(query.from_user.id if chat is None else chat.id),
        message_id=str(number),
        at=None,
        did=None if place is None else Pressed(line=place[0], number=place[1]),
        callback_id=query.id,
    )
