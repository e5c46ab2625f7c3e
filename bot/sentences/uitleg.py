"""The reasons of an assessment in plain Dutch: calc gives keys and values, the texts words."""

from collections.abc import Mapping
from typing import Any

from jinja2 import UndefinedError
from pydantic import JsonValue

from bot.sentences.texts import Texts

_REASONS, _TOLD = "redenen", "uitleg"


def met_uitleg(beoordeling: Mapping[str, JsonValue], texts: Texts) -> dict[str, Any]:
    """Return the assessment with an `uitleg` beside the reasons of every block and every row.

    A stored assessment may be older than the texts: a reason without a text is left out.
    """
    return {key: _told(value, texts) for key, value in _own(beoordeling, texts).items()}


def _told(value: JsonValue, texts: Texts) -> JsonValue:
    if isinstance(value, list):
        return [_told(member, texts) for member in value]
    return met_uitleg(value, texts) if isinstance(value, dict) else value


def _own(block: Mapping[str, JsonValue], texts: Texts) -> dict[str, JsonValue]:
    reasons = block.get(_REASONS)
    if not isinstance(reasons, list):
        return dict(block)
    sentences = (_sentence(reason, texts) for reason in reasons if isinstance(reason, dict))
    return {**block, _TOLD: " ".join(sentence for sentence in sentences if sentence)}


def _sentence(reason: Mapping[str, Any], texts: Texts) -> str:
    key = f"reden.{reason['sleutel']}"
    try:
        return texts(key, **reason["waarden"]) if key in texts else ""
    except UndefinedError:
        return ""
