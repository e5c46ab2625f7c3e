"""What an answer was read as, in the shape that the conversation and the command share."""

from decimal import Decimal
from typing import Literal

from pydantic import JsonValue

from dialogs.frozen import Frozen

Status = Literal["ok", "approximate", "ask", "unknown"]
Value = str | Decimal | None


class Reading(Frozen):
    """A value, a range, a question back, or the news that the person does not know.

    A date is "YYYY-MM-DD", money is "1250.50", yes or no is "ja" or "nee"; durations (in days),
    numbers and percentages are `Decimal`. A range may be open at one end. With `ask`, `reason` is
    the key of the question to put and `value` is what may have been meant, if that is known.
    `params` holds the canonical Dutch forms for the sentence that reads it back.
    """

    status: Status
    value: str | Decimal | None = None
    low: str | Decimal | None = None
    high: str | Decimal | None = None
    ongoing: bool = False
    reason: str | None = None
    params: dict[str, str] = {}

    def to_json_dict(self, readback: str) -> dict[str, JsonValue]:
        """Return the object that `letselwijzer understand` writes."""
        told: dict[str, JsonValue] = {
            "status": self.status,
            "value": _json(self.value),
            "low": _json(self.low),
            "high": _json(self.high),
            "readback": readback,
        }
        return {**told, "ongoing": True} if self.ongoing else told


class Doubt(Frozen):
    """Why something cannot be taken as an answer, and what may have been meant."""

    reason: str
    proposal: str | Decimal | None = None
    params: dict[str, str] = {}

    def reading(self) -> Reading:
        """Return the question to put."""
        return Reading(status="ask", value=self.proposal, reason=self.reason, params=self.params)


UNKNOWN = Reading(status="unknown")


def _json(value: Value) -> JsonValue:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
