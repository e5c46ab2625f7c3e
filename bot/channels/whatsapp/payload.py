"""Messages in the words of the Cloud API."""

import re
from typing import Any

from pydantic import JsonValue

from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.messages import Key, Message
from bot.channels.whatsapp.window import LANGUAGE
from bot.ports import Delivery
from dialogs.frozen import Frozen

Payload = dict[str, JsonValue]

# The id of a person for this business; where Meta gave none, the address is a number.
_USER_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]{1,128}")
_OWN_ID = re.compile(r"lw:([0-9]{1,18}):([0-9]{1,4}):([0-9]{1,6})")


def is_user_id(address: str) -> bool:
    """Tell whether an address is the id of a person, and not a telephone number."""
    return _USER_ID.fullmatch(address) is not None


class Uploaded(Frozen):
    """A file that stands at Meta, ready to be sent along."""

    media: str
    name: str


def of_message(message: Message, opener: str, file: Uploaded | None = None) -> Payload:
    """Return a message; `opener` is the word that opens a list."""
    text = message.text if file or not message.without else message.without
    beside = None if file is None else {"id": file.media, "filename": file.name}
    if message.keys or message.rows:
        asked = _asked(message, text, opener)
        if beside:
            asked["header"] = {"type": "document", "document": beside}
        return {"type": "interactive", "interactive": asked}
    if beside:
        return {"type": "document", "document": {**beside, "caption": text}}
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def carries_file(payload: Payload) -> bool:
    """Tell whether a file goes along with a message."""
    interactive = payload.get("interactive")
    return payload["type"] == "document" or (
        isinstance(interactive, dict) and "header" in interactive
    )


def _asked(message: Message, text: str, opener: str) -> dict[str, Any]:
    action: dict[str, Any]
    if message.keys:
        replies = [{"id": key.id, "title": key.title} for key in message.keys]
        action = {"buttons": [{"type": "reply", "reply": reply} for reply in replies]}
    else:
        action = {"button": opener, "sections": [{"rows": [_row(row) for row in message.rows]}]}
    return {
        "type": "button" if message.keys else "list",
        "body": {"text": text},
        "action": action,
    }


def of_template(name: str) -> Payload:
    """Return a template as it was approved, with nothing filled in: it says nothing of a case."""
    return {"type": "template", "template": {"name": name, "language": {"code": LANGUAGE}}}


def addressed(content: Payload, to: str, delivery: Delivery) -> Payload:
    """Return all that is sent: the content, who gets it, and our own id of it."""
    return {
        "messaging_product": NAME,
        "recipient_type": "individual",
        "recipient" if is_user_id(to) else "to": to,
        **content,
        "biz_opaque_callback_data": own_id(delivery),
    }


def of_reading(message_id: str) -> Payload:
    """Return that a message was read, and that an answer is being written."""
    return {
        "messaging_product": NAME,
        "status": "read",
        "message_id": message_id,
        "typing_indicator": {"type": "text"},
    }


class Own(Frozen):
    """Our own id of one message: line of the outbox, part, attempt."""

    posted: int
    part: int
    attempt: int


def own_id(delivery: Delivery) -> str:
    """Return our own id, which comes back with each report."""
    return f"lw:{delivery.posted}:{delivery.part}:{delivery.attempt}"


def own(sent_back: str | None) -> Own | None:
    """Return what our own id says; None for what is not ours."""
    found = _OWN_ID.fullmatch(sent_back or "")
    if found is None:
        return None
    posted, part, attempt = (int(group) for group in found.groups())
    return Own(posted=posted, part=part, attempt=attempt)


def _row(row: Key) -> dict[str, str]:
    described = {"description": row.description} if row.description else {}
    return {"id": row.id, "title": row.title, **described}
