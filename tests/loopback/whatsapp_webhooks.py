"""Webhooks of every kind that Meta's published schema knows: with all in them, and with little.

Of each object there is one with only what must be there, one with everything, and of each field
one more for every other thing that may stand in it.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from typing import Any

from tests.loopback.whatsapp import PHONE_ID, SCHEMA

Json = dict[str, Any]
_NUMBERS = count(1)
_STAMP = "1795608000"
_PLAIN: Json = {"boolean": True, "integer": 7, "number": 1.5}
_TEXTS: Json = {
    "phone_number_id": PHONE_ID,
    "timestamp": _STAMP,
    "expiration_timestamp": _STAMP,
    "messaging_product": "whatsapp",
    "from": "31600000000",
    "wa_id": "31600000000",
    "mime_type": "image/jpeg",
    "original_message_id": "wamid.ORIGINAL",
}
_FORMATS: Json = {"date": "1988-04-12", "email": "naam@example.org", "uri": "https://example.org/"}
# Of an edited message the schema says no more than this.
_ANY_MESSAGE = {"type": "object", "required": ["type"]}
_NEVER_EDITED = ("edit", "revoke", "system")
# What the schema defines and forgets to name where it stands.
_FORGOTTEN = {
    "button_reply": "InteractiveButtonReplyContent",
    "list_reply": "InteractiveListReplyContent",
}


def values() -> tuple[tuple[str, Json], ...]:
    """Return what may stand in a change, each with the field that it comes under."""
    if not SCHEMA.exists():
        return ()
    change = _definitions()["Change"]["properties"]
    named = change["field"]["enum"]
    return tuple(
        (field, value)
        for one in change["value"]["anyOf"]
        for value in _variants("value", one)
        for field in (("messages",) if "groups" not in value else named[1:])
    )


def messages() -> tuple[Json, ...]:
    """Return a message of every kind; none without the schema."""
    if not SCHEMA.exists():
        return ()
    return tuple(_variants("messages", {"$ref": "#/$defs/IncomingMessage"}))


def changed(value: Json, field: str = "messages") -> Json:
    """Return a change; every message in it has an id of its own."""
    value = json.loads(json.dumps(value))
    for message in value.get("messages", ()):
        message["id"] = f"wamid.GENERATED{next(_NUMBERS)}"
    return {"value": value, "field": field}


def webhook(*entries: list[Json]) -> Json:
    """Return a webhook with these entries, each of several changes."""
    told = [{"id": "102290129340398", "changes": changes} for changes in entries]
    return {"object": "whatsapp_business_account", "entry": told}


@cache
def _definitions() -> Json:
    found: Json = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    return found


# --- one thing for each that the schema allows ---------------------------------------------------


def _variants(name: str, schema: Json, depth: int = 0) -> Iterator[Any]:
    """Yield all there is to say under a name: first the least, then the fullest."""
    whole = _whole(schema)
    if schema == _ANY_MESSAGE:
        yield from _edited(depth)
    elif "anyOf" in whole:
        for one in whole["anyOf"]:
            yield from _variants(name, one, depth + 1)
    elif "properties" in whole or whole.get("type") == "object":
        yield from _objects(whole, depth)
    elif whole.get("type") == "array":
        yield from _lists(name, whole, depth)
    elif "enum" in whole:
        yield from whole["enum"]
    else:
        yield from _words(name, whole)


def _objects(whole: Json, depth: int) -> Iterator[Json]:
    properties, required = whole.get("properties", {}), whole.get("required", ())
    kinds = properties.get("type", {}).get("enum", ())
    if whole.get("kinds"):
        for kind in kinds:
            yield from _objects(_of_kind(whole, kind), depth)
        return
    least, fullest = {}, {}
    others: list[tuple[str, Any]] = []
    for name, schema in properties.items():
        said = list(_variants(name, schema, depth + 1))
        if not said:
            continue
        fullest[name] = said[min(1, len(said) - 1)] if isinstance(said[0], dict) else said[0]
        if name in required:
            least[name] = said[0]
        others.extend((name, other) for other in said[1:])
    yield least
    yield fullest
    for name, other in others:
        yield {**fullest, name: other}
    for name in properties:
        if name not in required and name in fullest:
            yield {kept: value for kept, value in fullest.items() if kept != name}


def _edited(depth: int) -> Iterator[Json]:
    """Yield of each kind of message the least and the fullest."""
    whole = _whole(_definitions()["IncomingMessage"])
    for kind in whole["properties"]["type"]["enum"]:
        if kind not in _NEVER_EDITED:
            yield from islice(_objects(_of_kind(whole, kind), depth), 2)


def _lists(name: str, whole: Json, depth: int) -> Iterator[list[Any]]:
    items = list(_variants(name, whole["items"], depth + 1))
    if depth <= 1 and items:
        # Not an empty list first: that would say nothing.
        yield items[:1]
        yield from ([item] for item in items[1:])
        yield items[:3]
    yield []
    if depth > 1:
        yield items
        yield from ([item] for item in islice(items, 1, None))


def _words(name: str, whole: Json) -> Iterator[Any]:
    kinds = whole.get("type", "string")
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if kind != "string":
            yield _PLAIN[kind]
        else:
            yield _FORMATS.get(whole.get("format", ""), _TEXTS.get(name, f"tekst van {name}"))


# --- reading the schema --------------------------------------------------------------------------


def _whole(schema: Json) -> Json:
    """Return a schema with everything that it refers to and joins written out."""
    if "$ref" in schema:
        return _whole(_definitions()[schema["$ref"].rpartition("/")[2]])
    joined = schema.get("allOf", ())
    if any("if" in one for one in joined):
        return {**schema, "kinds": joined}
    properties: Json = dict(schema.get("properties", {}))
    required = set(schema.get("required", ()))
    for one in joined:
        part = _whole(one)
        properties |= part.get("properties", {})
        required |= set(part.get("required", ()))
    forgotten = {
        name: _definitions()[known]["properties"][name]
        for name, known in _FORGOTTEN.items()
        if name in properties.get("type", {}).get("enum", ())
    }
    rest = {name: value for name, value in schema.items() if name != "allOf"}
    return (
        {**rest, "properties": properties | forgotten, "required": sorted(required)}
        if (properties)
        else rest
    )


def _of_kind(whole: Json, kind: str) -> Json:
    """Return what a message of one kind is."""
    then = next(
        one["then"] for one in whole["kinds"] if one["if"]["properties"]["type"]["const"] == kind
    )
    found = _whole(then)
    return {
        **found,
        "properties": {**found["properties"], "type": {"enum": [kind]}},
        "required": [*found["required"], "type"],
    }
