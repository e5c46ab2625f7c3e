"""Updates of every kind and with every field that the published schema knows.

Bare ones hold no more than must be; the others hold what may be as well, as chance has it, all the
way down. Nothing here knows what this program looks at.
"""

import re
from collections.abc import Mapping
from random import Random
from typing import Any

from tests.loopback.telegram_spec import ARRAY, schema, variants
from tests.loopback.telegram_state import NOON

_PLAIN: dict[str, Any] = {"Boolean": True, "True": True, "Float": 1.5}
_FIXED = re.compile(r"'(\w+)'")
_IS_FIXED = re.compile(r"\b(always|either|one of|can be) '")
# Of what lies this deep only what must be there.
_DEEPEST = 3
# A text may be written in a rich form, or simply as it is.
_SIMPLY_TEXT = "RichText"


def kinds() -> tuple[str, ...]:
    """Return the kinds of update, none where the schema is absent."""
    return tuple(name for name in _fields("Update") if name != "update_id")


def message_fields() -> tuple[str, ...]:
    """Return everything that a message may hold besides what it must, none without the schema."""
    known = _fields("Message")
    return tuple(name for name, field in known.items() if not field["required"] and name != "from")


def content(kind: str, chance: int | None = None) -> dict[str, Any]:
    """Return an update of a kind, without its number: a bare one, or one by chance."""
    return {kind: _Maker(chance).value(_fields("Update")[kind])}


def message_with(field: str, person: int, chance: int | None = None) -> dict[str, Any]:
    """Return a message in a private chat that holds this field, and no other content."""
    return {
        "message_id": person,
        "date": NOON,
        "chat": {"id": person, "type": "private", "first_name": "Sanne"},
        "from": {"id": person, "is_bot": False, "first_name": "Sanne"},
        field: _Maker(chance).value(_fields("Message")[field]),
    }


def _fields(sort: str) -> Mapping[str, Any]:
    known = schema()["types"].get(sort, {"fields": []})
    return {field["name"]: field for field in known["fields"]}


class _Maker:
    """Makes values of the types of the schema."""

    def __init__(self, seed: int | None) -> None:
        # The same seed makes the same update, so that a failure can be looked into.
        self._chance = None if seed is None else Random(seed)  # noqa: S311 - nothing is secret
        self._depth = 0

    def value(self, field: Mapping[str, Any]) -> Any:
        """Return a value for a field."""
        return self._of(self._one(field["types"]), field)

    def _one(self, choices: Any) -> Any:
        return choices[0] if self._chance is None else self._chance.choice(choices)

    def _of(self, sort: str, field: Mapping[str, Any]) -> Any:
        if sort.startswith(ARRAY):
            return [self._of(sort.removeprefix(ARRAY), field)]
        if sort == "Integer":
            return NOON if "date" in field["name"] else 7
        if sort == _SIMPLY_TEXT:
            return "x"
        if sort == "String":
            fixed = _FIXED.findall(field["description"])
            return self._one(fixed) if _IS_FIXED.search(field["description"]) else "x"
        return _PLAIN[sort] if sort in _PLAIN else self._object(sort)

    def _object(self, sort: str) -> dict[str, Any]:
        kind = self._one(variants(sort))
        if kind != sort:
            return self._object(kind)
        self._depth += 1
        made = {name: self.value(one) for name, one in _fields(sort).items() if self._holds(one)}
        self._depth -= 1
        return made

    def _holds(self, field: Mapping[str, Any]) -> bool:
        if field["required"]:
            return True
        return self._chance is not None and self._depth < _DEEPEST and self._chance.random() < 0.3
