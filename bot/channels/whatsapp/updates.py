"""What a webhook says that people did, and nothing more.

A person is known by the id that Meta gave them for this business. It stays when they change their
number, and tells nobody that number, which is asked in the conversation like everything else and
kept nowhere else. Only where Meta gives no such id yet does the number stand in for it; once the
id is there, the conversation moves along.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from pydantic import JsonValue

from bot.channels.buttons import pressed
from bot.channels.whatsapp.payload import is_user_id
from bot.channels.whatsapp.refusals import UNEXPLAINED, Refusal
from bot.channels.whatsapp.webhooks import (
    Card,
    Contact,
    Media,
    Message,
    Phone,
    Status,
    Value,
    parsed,
)
from bot.files.examining import announced
from bot.log import log
from bot.ports import AboutFile, NewFile, Stage
from dialogs.events import Act, Command, Commanded, Fault, Said, Sent, Sort
from dialogs.frozen import Frozen

_NUMBER = re.compile(r"[0-9]{3,20}")
# Meta tells of no albums: what comes within a minute was sent in one go.
_SERIES = "na_elkaar"
_COMMANDS = {command.value: command for command in Command}
# Things without words; what Meta cannot tell is "unsupported" or "unknown".
_THINGS = ("image", "video", "document", "audio", "sticker", "location", "contacts", "order")
_UNKNOWN = "unsupported"
# What is said with these is no message by itself.
_BESIDE = ("", "reaction", "system", "edit", "revoke")
_STAGES = {
    "sent": Stage.SENT,
    "delivered": Stage.DELIVERED,
    "read": Stage.READ,
    "failed": Stage.FAILED,
}


class Pressed(Frozen):
    """A button of ours was pressed; which one that was stands in the transcript."""

    place: tuple[int, int] | None


class Edited(Frozen):
    """An earlier message was changed."""

    original: str
    text: str


class Revoked(Frozen):
    """An earlier message was taken back."""

    original: str


Did = Act | Pressed | Edited | Revoked


class Heard(Frozen):
    """One message of a person; `number` is their telephone number where it is known as well."""

    chat_id: str
    number: str | None
    message_id: str
    at: datetime | None
    did: Did
    # What came with it; its bytes are still at Meta.
    file: NewFile | None = None


class Moved(Frozen):
    """A person is from now on known by another id."""

    old: str
    new: str


class Report(Frozen):
    """How far a message of ours is."""

    message: str
    own: str | None
    stage: Stage
    at: datetime | None
    reason: str | None


def happened(values: Iterable[Value]) -> tuple[Heard | Moved | Report, ...]:
    """Return everything that happened: people's messages in the order in which they wrote them."""
    found = [one for value in values for one in (*_messages(value), *_reports(value))]
    return tuple(sorted(found, key=_written_at))


def _written_at(one: Heard | Moved | Report) -> datetime:
    at = one.at if isinstance(one, Heard) else None
    return at or datetime.min.replace(tzinfo=UTC)


# --- messages ------------------------------------------------------------------------------------


def _messages(value: Value) -> Iterator[Heard | Moved]:
    contacts = value.known()
    for given in value.messages:
        message = parsed(Message, given)
        if message is None:
            log.warning("whatsapp_message_not_read", reason=_kind(given))
            continue
        one = _moved(message) if message.type == "system" else _heard(message, contacts)
        if one is not None:
            yield one


def _heard(message: Message, contacts: tuple[Contact, ...]) -> Heard | None:
    did, file = _did(message), None
    if did is None and message.media is not None:
        did, file = _sent(message, message.media)
    did = did or _thing(message)
    if did is None or message.group_id is not None:
        log.info("whatsapp_message_passed_over", reason=message.type)
        return None
    user, number = _who(message, contacts)
    chat_id = user or number
    if chat_id is None:
        log.warning("whatsapp_message_of_nobody", reason=message.type)
        return None
    return Heard(
        chat_id=chat_id,
        number=number if user else None,
        message_id=message.id,
        at=moment(message.timestamp),
        did=did,
        file=file,
    )


def _who(message: Message, contacts: tuple[Contact, ...]) -> tuple[str | None, str | None]:
    """Return the id and the number of who wrote; a contact belongs to a message by its number."""
    mine = [one for one in contacts if message.number and one.wa_id == message.number]
    contact = next(iter(mine or (contacts if len(contacts) == 1 else ())), Contact())
    user = message.from_user_id or contact.user_id
    number = message.number or contact.wa_id
    return (
        user if user and is_user_id(user) else None,
        number if number and _NUMBER.fullmatch(number) else None,
    )


def _did(message: Message) -> Did | None:
    return _words(message) or _change(message)


def _sent(message: Message, media: Media) -> tuple[Sent, NewFile | None]:
    """Return what was sent, and the file to fetch."""
    if message.video is not None:
        return Sent(words=media.caption, series=_SERIES, fault=Fault.VIDEO), None
    # A voice message comes as audio/ogg with the name of its codec behind it.
    mime = media.mime_type.partition(";")[0].strip().lower()
    about = AboutFile(name=media.filename, sort=_sort(message), mime=mime)
    return announced(about, media.id, words=media.caption, series=_SERIES)


def _sort(message: Message) -> Sort:
    if message.image is not None:
        return Sort.FOTO
    return Sort.SPRAAK if message.audio is not None else Sort.DOCUMENT


def _words(message: Message) -> Act | Pressed | None:
    if message.text is not None:
        return Said(text=message.text.body)
    if message.contacts is not None:
        return _own_number(message)
    if message.interactive is not None:
        reply = message.interactive.button_reply or message.interactive.list_reply
        return Sent(name=message.type) if reply is None else Pressed(place=pressed(reply.id))
    if message.button is not None:
        return _template_button(message.button.payload, message.button.text)
    return None


def _own_number(message: Message) -> Said | None:
    """Return the telephone number of somebody who shared their own card; nothing of others."""
    cards = [parsed(Card, one) for one in message.contacts or ()]
    phones = [phone for card in cards if card is not None for phone in card.phones]
    mine = [parsed(Phone, one) for one in phones]
    number = next((one.phone for one in mine if one and one.wa_id == message.number), "")
    return Said(text=number) if number and message.number else None


def _change(message: Message) -> Edited | Revoked | None:
    if message.edit is not None:
        return Edited(original=message.edit.original_message_id, text=_new(message.edit.message))
    if message.revoke is not None:
        return Revoked(original=message.revoke.original_message_id)
    return None


def _thing(message: Message) -> Act | None:
    if message.type == "request_welcome":
        # Somebody opened the chat without a word.
        return Commanded(command=Command.START)
    if message.type in _BESIDE:
        return None
    # Also a kind that Meta made up since: whoever sent it waits for an answer.
    return Sent(name=message.type if message.type in _THINGS else _UNKNOWN)


def _template_button(payload: str, text: str) -> Act:
    command = _COMMANDS.get(payload)
    return Said(text=text or payload) if command is None else Commanded(command=command)


def _new(message: JsonValue) -> str:
    """Return the words of an edited message; a file that was edited has new words under it."""
    said = parsed(Message, {"id": "-", **message} if isinstance(message, dict) else None)
    if said is None:
        return ""
    return said.text.body if said.text else said.media.caption if said.media else ""


def _moved(message: Message) -> Moved | None:
    system = message.system
    old = new = None
    if system is not None and system.type == "user_changed_user_id":
        old, new = system.previous_user_id or message.from_user_id, system.user_id
    if system is not None and system.type == "user_changed_number":
        # Of no interest for whoever is known by an id: that one stays or is told separately.
        old, new = message.number, system.wa_id
    if not old or not new:
        log.info("whatsapp_message_passed_over", reason=system.type if system else message.type)
        return None
    return Moved(old=old, new=new)


def _kind(given: JsonValue) -> str:
    return str(given.get("type", "")) if isinstance(given, dict) else type(given).__name__


# --- reports -------------------------------------------------------------------------------------


def _reports(value: Value) -> Iterator[Report]:
    for given in value.statuses:
        status = parsed(Status, given)
        stage = None if status is None else _STAGES.get(status.status)
        if status is None or stage is None:
            log.info("whatsapp_report_passed_over", reason=status.status if status else "shape")
            continue
        failed = stage is Stage.FAILED
        yield Report(
            message=status.id,
            own=status.biz_opaque_callback_data,
            stage=stage,
            at=moment(status.timestamp),
            reason=Refusal(code=status.code or UNEXPLAINED).reason if failed else None,
        )


def moment(timestamp: str | int) -> datetime | None:
    """Return a moment that was given in seconds; None when it is no moment."""
    try:
        return datetime.fromtimestamp(int(timestamp), UTC)
    except (ValueError, OverflowError, OSError):
        return None
