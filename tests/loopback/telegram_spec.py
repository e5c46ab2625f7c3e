"""What the published schema of the Bot API says of a call, and how the API refuses what is wrong.

Nothing here knows which calls this program makes: the names, the types and the limits are those of
the schema, where it lies beside the repository. Without it a call is taken as it comes.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_SPECS = Path(__file__).parents[3] / "shared" / "specs"
SPEC, LIMITS = _SPECS / "telegram_api.json", _SPECS / "telegram_limits.json"
ARRAY = "Array of "
VARIANT = re.compile(r"\n - (\w+)")
# Without the schema: what clients send as JSON within a form.
_NESTED = ("commands", "scope", "allowed_updates", "reply_markup", "link_preview_options")
_PLAIN = ("Integer", "Float", "Boolean", "True", "String", "InputFile")

# In the words of the API; what is not here is refused in general ones.
_EMPTY = {
    "sendMessage.text": "message text is empty",
    "editMessageText.text": "message text is empty",
    "setWebhook.url": "bad webhook: URL is empty",
    "getFile.file_id": "file_id is not specified",
}
_OVER = {
    "sendMessage.text": "message is too long",
    "editMessageText.text": "MESSAGE_TOO_LONG",
    "sendDocument.caption": "message caption is too long",
    "answerCallbackQuery.text": "MESSAGE_TOO_LONG",
    "createForumTopic.name": "TOPIC_TITLE_INVALID",
    "setMyCommands.commands": "BOT_COMMANDS_TOO_MUCH",
    "setWebhook.secret_token": "secret token is too long",
    "InlineKeyboardButton.callback_data": "BUTTON_DATA_INVALID",
    "BotCommand.command": "BOT_COMMAND_INVALID",
    "BotCommand.description": "BOT_COMMAND_DESCRIPTION_INVALID",
}


class Refused(Exception):  # noqa: N818 - what the API answers
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class Violation(Exception):  # noqa: N818 - what the program did
    """A call that the API would take in silence, and that no honest client makes."""


def bad(words: str) -> Refused:
    """Return a refusal of a bad request."""
    return Refused(400, f"Bad Request: {words}")


@cache
def schema() -> Any:
    """Return the schema; empty where it is absent."""
    if not SPEC.exists():
        return {"methods": {}, "types": {}}
    return json.loads(SPEC.read_text(encoding="utf-8"))


@cache
def limits() -> Mapping[str, Mapping[str, Any]]:
    """Return the limits of texts and lists, by method or type and field."""
    if not LIMITS.exists():
        return {}
    told = json.loads(LIMITS.read_text(encoding="utf-8"))["from_schema_10.3"]
    # The others speak of sums, sizes of files or bits, or of another field.
    counted = ("characters", "bytes", "items", "commands")
    return {one["where"]: one for one in told if one["unit"] in counted}


def most(where: str, otherwise: int) -> int:
    """Return the limit of a field; without the schema what is known of it."""
    return int(limits()[where]["max"]) if where in limits() else otherwise


def arguments(method: str, form: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a call gives, each as the schema types it; refuse what the API refuses."""
    known = schema()["methods"].get(method)
    if known is None:
        if schema()["methods"]:
            raise Refused(404, "Not Found: method not found")
        return {name: _guessed(name, value) for name, value in form.items()}
    fields = {field["name"]: field for field in known["fields"]}
    strange = sorted(set(form) - set(fields))
    if strange:
        raise Violation(f"{method} has no {', '.join(strange)}")
    for name, field in fields.items():
        if field["required"] and form.get(name, "") == "":
            raise bad(_EMPTY.get(f"{method}.{name}", f"{name} is empty"))
    given = {name: _typed(fields[name], value) for name, value in form.items()}
    for name, value in given.items():
        # A text with markup is as long as what is left of it: that is for who reads it.
        if name != "text" or "parse_mode" not in form:
            within(f"{method}.{name}", value)
    return given


def within(where: str, value: Any) -> None:
    """Refuse what is longer than a field takes, or shorter."""
    limit = limits().get(where)
    if limit is None or not isinstance(value, str | list):
        return
    length = len(value)
    if isinstance(value, str):
        length = len(value.encode()) if limit["unit"] == "bytes" else units(value)
    if length > limit["max"] or length < (limit["min"] or 0):
        raise bad(_OVER.get(where, f"{where.partition('.')[2]} is out of its limits"))


def units(text: str) -> int:
    """Return the length of a text in the units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def variants(sort: str) -> Sequence[str]:
    """Return the types that a type stands for: itself, or those that it can be."""
    known = schema()["types"][sort]
    found = VARIANT.findall(known["description"]) if not known["fields"] else []
    return found or (sort,)


# --- values --------------------------------------------------------------------------------------


def _guessed(name: str, value: Any) -> Any:
    return json.loads(value) if name in _NESTED else value


def _typed(field: Mapping[str, Any], value: Any) -> Any:
    name, types = field["name"], field["types"]
    if not isinstance(value, str):
        return value
    if not any(sort in _PLAIN for sort in types):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None
        _held(name, types, value)
    elif "Integer" in types and value.lstrip("-").isdecimal():
        value = int(value)
    elif types == ["Integer"]:
        raise bad(f"field {name} must be of type Number")
    elif types == ["Boolean"]:
        value = value.lower() in ("true", "1")
    return value


def _held(what: str, types: Sequence[str], value: Any) -> None:
    """Hold a nested value against its types, all the way down."""
    if isinstance(value, list):
        inner = [sort.removeprefix(ARRAY) for sort in types if sort.startswith(ARRAY)]
        if not inner:
            raise bad(f"can't parse {what}: expected an object")
        for one in value:
            _held(what, inner, one)
    elif isinstance(value, dict):
        _held_object(what, [name for sort in types for name in _objects(sort)], value)


def _objects(sort: str) -> Sequence[str]:
    return variants(sort) if sort in schema()["types"] else ()


def _held_object(what: str, sorts: Sequence[str], value: Mapping[str, Any]) -> None:
    by_type = {sort: _fields(sort) for sort in sorts}
    fitting = [sort for sort, fields in by_type.items() if set(value) <= set(fields)]
    if not fitting:
        raise Violation(f"{what} has none of the forms {sorts}: {sorted(value)}")
    whole = [sort for sort in fitting if not _missing(by_type[sort], value)]
    if not whole:
        missing = _missing(by_type[fitting[0]], value)[0]
        raise bad(f"can't parse {what}: Can't find field \"{missing}\"")
    for name, field in by_type[whole[0]].items():
        if name in value:
            _held(name, field["types"], value[name])
            within(f"{whole[0]}.{name}", value[name])


def _fields(sort: str) -> Mapping[str, Mapping[str, Any]]:
    return {field["name"]: field for field in schema()["types"][sort]["fields"]}


def _missing(fields: Mapping[str, Mapping[str, Any]], value: Mapping[str, Any]) -> Sequence[str]:
    return [name for name, field in fields.items() if field["required"] and name not in value]
