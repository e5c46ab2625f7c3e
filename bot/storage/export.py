"""Everything that is kept of one person, for that person."""

from collections.abc import Sequence

from pydantic import JsonValue

from bot.ports import Conversation, Line
from bot.storage.deliveries import delivery
from bot.storage.sealed import Row

Export = dict[str, JsonValue]


def export(
    known: Conversation,
    lines: Sequence[Line],
    deliveries: Sequence[Row],
    received: int,
    found_by: int,
) -> Export:
    """Return the whole of it as JSON: what was said, what was understood, what stands around it.

    `received` and `found_by` count blind indexes, of messages and of what the person is found
    by; they hold nothing that can be read.
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
        "gesprek": known.session.model_dump(mode="json"),
        "berichten": [line.model_dump(mode="json") for line in lines],
        "afleveringen": [_delivered(row) for row in deliveries],
        "kenmerken_van_ontvangen_berichten": received,
        "kenmerken_om_op_te_zoeken": found_by,
    }


def _delivered(row: Row) -> JsonValue:
    """Return how far one message got; `number` is that of its line, not of a row of ours."""
    known = delivery(row).model_dump(mode="json", exclude={"posted"})
    return {"number": row["number"], **known}
