"""Everything that is kept of one person, for that person."""

import base64
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import JsonValue

from bot.ports import Conversation, KeptFile, Line
from bot.storage.deliveries import delivery
from bot.storage.sealed import Row

Export = dict[str, JsonValue]


class Indexes(NamedTuple):
    """How many blind indexes there are, of messages and of what the person is found by.

    They hold nothing that can be read.
    """

    received: int
    found_by: int


def export(
    known: Conversation,
    lines: Sequence[Line],
    deliveries: Sequence[Row],
    files: Sequence[tuple[KeptFile, bytes | None]],
    indexes: Indexes,
) -> Export:
    """Return the whole of it as JSON: what was said, what was understood, what stands around it.

    Files come with their bytes, in base64.
    """
    return {
        "zaak": known.case,
        "kanaal": known.channel,
        "chat_id": known.chat_id,
        "begonnen_op": known.created_at.isoformat(),
        "gewijzigd_op": known.changed_at.isoformat(),
        "behandelaar": known.owner,
        "kenmerken": known.labels.model_dump(mode="json"),
        "behandeling": known.handling.model_dump(mode="json"),
        "niet_bereikbaar": None
        if known.out_of_reach is None
        else known.out_of_reach.model_dump(mode="json"),
        "gesprek": known.session.model_dump(mode="json"),
        "berichten": [line.model_dump(mode="json") for line in lines],
        "bestanden": [_file(file, content) for file, content in files],
        "afleveringen": [_delivered(row) for row in deliveries],
        "kenmerken_van_ontvangen_berichten": indexes.received,
        "kenmerken_om_op_te_zoeken": indexes.found_by,
    }


def _file(file: KeptFile, content: bytes | None) -> JsonValue:
    return {
        "number": file.line,
        "at": file.at.isoformat(),
        "stage": file.stage.value,
        **file.about.model_dump(mode="json"),
        "content": None if content is None else base64.b64encode(content).decode(),
    }


def _delivered(row: Row) -> JsonValue:
    """Return how far one message got; `number` is that of its line, not of a row of ours."""
    known = delivery(row).model_dump(mode="json", exclude={"posted"})
    return {"number": row["number"], **known}
