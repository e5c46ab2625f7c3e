"""A webhook as Meta sends it, read with an eye to what it will add next year.

Only what is used is read, and each message by itself, so that one of a new shape loses no other.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, ValidationError

from bot.log import log


class _Read(BaseModel):
    model_config = ConfigDict(
        extra="ignore", frozen=True, hide_input_in_errors=True, populate_by_name=True
    )


Model = TypeVar("Model", bound=_Read)
_A_NAME = re.compile(r"[a-z_]{1,60}")
Json = dict[str, JsonValue]


def _listed(value: Any) -> Any:
    """Take what should be a list and is not for an empty one."""
    return value if isinstance(value, list) else ()


def _worded(value: Any) -> Any:
    """Take what should be words and is not for none."""
    return value if isinstance(value, str) else ""


Listed = Annotated[tuple[JsonValue, ...], BeforeValidator(_listed)]
Words = Annotated[str, BeforeValidator(_worded)]


# --- what surrounds messages ---------------------------------------------------------------------


class _Metadata(_Read):
    phone_number_id: Words = ""


class Contact(_Read):
    """Who wrote: the id of a person for this business, and the number where Meta still tells."""

    user_id: str | None = None
    wa_id: str | None = None


class Value(_Read):
    """What one change brings: messages, reports, or something else that is not for us."""

    metadata: _Metadata = _Metadata()
    contacts: Listed = ()
    messages: Listed = ()
    statuses: Listed = ()
    errors: Listed = ()

    def known(self) -> tuple[Contact, ...]:
        """Return the contacts that can be read."""
        found = (parsed(Contact, one) for one in self.contacts)
        return tuple(one for one in found if one is not None)


class _Change(_Read):
    field: str = ""
    value: Json = {}


class _Entry(_Read):
    changes: Listed = ()


class _Envelope(_Read):
    entry: tuple[_Entry, ...]


def values(body: bytes, phone_id: str) -> tuple[Value, ...] | None:
    """Return what came for this number; None when the body is no webhook at all."""
    try:
        envelope = _Envelope.model_validate_json(body)
    except ValidationError:
        return None
    return tuple(
        value for value in _values(envelope) if value.metadata.phone_number_id == phone_id
    )


def _values(envelope: _Envelope) -> Iterator[Value]:
    for entry in envelope.entry:
        for one in entry.changes:
            change = parsed(_Change, one)
            value = None if change is None else parsed(Value, change.value)
            if value is None or change is None:
                continue
            if change.field == "messages":
                _troubles_told(value)
                yield value
            else:
                # Such as a template that was paused, or a number that was restricted.
                log.info("whatsapp_news_passed_over", reason=_name(change.field))


def _troubles_told(value: Value) -> None:
    """Log what Meta has against this number, not against one message."""
    for one in value.errors:
        error = parsed(_Error, one)
        log.error("whatsapp_reported_trouble", status=None if error is None else error.code)


def _name(field: str) -> str:
    return field if _A_NAME.fullmatch(field) else "strange"


# --- messages and reports ------------------------------------------------------------------------


class _Text(_Read):
    body: Words = ""


class _Reply(_Read):
    id: Words = ""


class _Interactive(_Read):
    type: Words = ""
    button_reply: _Reply | None = None
    list_reply: _Reply | None = None


class _Button(_Read):
    payload: Words = ""
    text: Words = ""


class Media(_Read):
    """A file that stands at Meta, under its id."""

    id: Words = ""
    mime_type: Words = ""
    caption: Words = ""
    filename: Words = ""


class Phone(_Read):
    """A number on a card; `wa_id` is the same as that of a person on WhatsApp."""

    phone: Words = ""
    wa_id: Words = ""


class Card(_Read):
    """Somebody's name and numbers, shared from an address book."""

    phones: Listed = ()


class _Edit(_Read):
    original_message_id: Words
    message: JsonValue = None


class _Revoke(_Read):
    original_message_id: Words


class _System(_Read):
    type: Words = ""
    wa_id: str | None = None
    user_id: str | None = None
    previous_user_id: str | None = None


class Message(_Read):
    """One message; the part that is named like its type is filled in."""

    id: str = Field(min_length=1)
    type: Words = ""
    timestamp: str | int = ""
    # The keyword of Python is the name that Meta chose.
    number: str | None = Field(default=None, alias="from")
    from_user_id: str | None = None
    group_id: str | None = None
    text: _Text | None = None
    interactive: _Interactive | None = None
    button: _Button | None = None
    edit: _Edit | None = None
    revoke: _Revoke | None = None
    system: _System | None = None
    image: Media | None = None
    video: Media | None = None
    document: Media | None = None
    audio: Media | None = None
    contacts: Annotated[tuple[JsonValue, ...] | None, BeforeValidator(_listed)] = None

    @property
    def media(self) -> Media | None:
        """The file in it, if it has one."""
        return self.image or self.video or self.document or self.audio


class _Error(_Read):
    code: int


class Status(_Read):
    """One report on a message of ours."""

    id: str
    status: str
    timestamp: str | int = ""
    biz_opaque_callback_data: str | None = None
    errors: Listed = ()

    @property
    def code(self) -> int | None:
        """Why it failed."""
        errors = (parsed(_Error, one) for one in self.errors)
        return next((error.code for error in errors if error is not None), None)


def parsed(model: type[Model], given: JsonValue) -> Model | None:
    """Return what was read; None for something of another shape."""
    try:
        return model.model_validate(given)
    except ValidationError:
        return None
