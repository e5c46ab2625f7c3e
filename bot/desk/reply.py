"""The form with which staff answer a person, while it is being written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from uuid import uuid4

from bot.takeover import LONGEST_REPLY, Ending

# Sentences to start from, by the last part of their key.
EXAMPLES = (
    "ontvangen",
    "gelezen",
    "bellen",
    "afspraak",
    "papieren",
    "nagaan",
    "niet_tekenen",
    "later",
    "afsluiten",
)
# What went well, as the address of the page tells it after a form was sent.
_WENT_WELL = ("genomen", "onderweg", "verstuurd", "teruggegeven", "gesloten")
_LOST = "was_al_genomen"
_NO_REASON = "geen_reden"
_OUT_OF_REACH = "onbereikbaar"
_OK, _CONFLICT, _UNPROCESSABLE = 200, 409, 422


def _new_id() -> str:
    return uuid4().hex


@dataclass(frozen=True)
class Reply:
    """What stands in the form; `id` sees to it that it is sent once. `fault` and `good` are keys.

    A form that is shown again keeps what was typed in it.
    """

    text: str = ""
    id: str = field(default_factory=_new_id)
    fault: str | None = None
    good: str | None = None
    status: int = _OK
    longest: int = LONGEST_REPLY
    examples: tuple[str, ...] = EXAMPLES
    endings: tuple[Ending, ...] = tuple(Ending)

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Return an empty form, with what the address tells of the form before it."""
        told = query.get("gedaan", "")
        if told == _LOST:
            return cls(fault=f"balie.overname.fout.{told}", status=_CONFLICT)
        if told == _NO_REASON:
            return cls(fault=f"balie.overname.fout.{told}", status=_UNPROCESSABLE)
        if told == _OUT_OF_REACH:
            return cls(fault=f"balie.overname.fout.{told}")
        return cls(good=f"balie.overname.goed.{told}" if told in _WENT_WELL else None)

    @classmethod
    def refused(cls, text: str, reply_id: str, why: str) -> Self:
        """Return the form again, with why it was not sent."""
        status = _CONFLICT if why == "niet_van_u" else _UNPROCESSABLE
        return cls(text=text, id=reply_id, fault=f"balie.overname.fout.{why}", status=status)
