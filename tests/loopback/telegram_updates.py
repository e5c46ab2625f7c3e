"""An update of every kind that the published schema knows, with no more in it than must be."""

import json
import re
from functools import cache
from typing import Any

from tests.loopback.telegram_spec import SPEC
from tests.loopback.telegram_state import NOON

_PLAIN: dict[str, Any] = {"Boolean": True, "True": True, "Float": 1.5}
_ONE_OF = re.compile(r"\n - (\w+)")
_FIXED = re.compile(r"(?:always|either|one of) '(\w+)'")
_ARRAY = "Array of "


def kinds() -> tuple[str, ...]:
    """Return the kinds of update, none where the schema is absent."""
    if not SPEC.exists():
        return ()
    fields = _types()["Update"]["fields"]
    return tuple(field["name"] for field in fields if field["name"] != "update_id")


def content(kind: str) -> dict[str, Any]:
    """Return an update of a kind, without its number."""
    field = next(one for one in _types()["Update"]["fields"] if one["name"] == kind)
    return {kind: _value(field)}


@cache
def _types() -> Any:
    return json.loads(SPEC.read_text(encoding="utf-8"))["types"]


def _value(field: dict[str, Any]) -> Any:
    return _of(field["types"][0], field)


def _of(sort: str, field: dict[str, Any]) -> Any:
    if sort.startswith(_ARRAY):
        return [_of(sort.removeprefix(_ARRAY), field)]
    if sort == "Integer":
        return NOON if "date" in field["name"] else 7
    if sort == "String":
        fixed = _FIXED.search(field["description"])
        return fixed.group(1) if fixed else "x"
    return _PLAIN[sort] if sort in _PLAIN else _object(sort)


def _object(sort: str) -> dict[str, Any]:
    known = _types()[sort]
    variants = _ONE_OF.findall(known["description"])
    if variants and not known["fields"]:
        return _object(variants[0])
    return {field["name"]: _value(field) for field in known["fields"] if field["required"]}
