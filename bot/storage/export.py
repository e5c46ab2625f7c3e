"""Everything that is kept of one person, for that person."""

from collections.abc import Sequence

from pydantic import JsonValue

from bot.ports import Conversation, Line

Export = dict[str, JsonValue]


def export(known: Conversation, lines: Sequence[Line], received: int) -> Export:
    """Return the whole of it as JSON: what was said, what was understood, what stands around it.

    `received` counts the blind indexes of messages; they hold nothing that can be read.
    """
    return {
        "zaak": known.case,
        "kanaal": known.channel,
        "chat_id": known.chat_id,
        "begonnen_op": known.created_at.isoformat(),
        "gewijzigd_op": known.changed_at.isoformat(),
        "behandelaar": known.owner,
        "kenmerken": known.labels.model_dump(mode="json"),
        "gesprek": known.session.model_dump(mode="json"),
        "berichten": [line.model_dump(mode="json") for line in lines],
        "kenmerken_van_ontvangen_berichten": received,
    }
