"""What comes in: everything a person can do in a conversation."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from dialogs.frozen import Frozen


class Command(StrEnum):
    """Words and buttons that work in every state."""

    START = "start"
    TERUG = "terug"
    WIJZIG = "wijzig"
    PAUZE = "pauze"
    STOP = "stop"
    MENS = "mens"
    HELP = "help"
    GEGEVENS = "gegevens"
    WIS = "wis"


class Said(Frozen):
    """The person typed something."""

    kind: Literal["said"] = "said"
    text: str


class Chose(Frozen):
    """The person pressed a button; `question` is the key of the question it stood under."""

    kind: Literal["chose"] = "chose"
    choice: str
    question: str | None = None


class Sort(StrEnum):
    """What kind of file it is, for whoever reads of it."""

    FOTO = "foto"
    DOCUMENT = "document"
    SPRAAK = "spraak"
    # No file: a place on the map, which the name says.
    PLEK = "plek"


class Fault(StrEnum):
    """Why a file cannot be kept."""

    SOORT = "soort"
    VIDEO = "video"
    TE_GROOT = "te_groot"
    LEEG = "leeg"
    ONVINDBAAR = "onvindbaar"


class Sent(Frozen):
    """The person sent a file, a photo, a voice message or a place.

    `file` is the id under which it can be kept: a place or a sticker has none, and neither has
    one with a `fault`. `words` stand under it. What was sent in one go is one `series`.
    """

    kind: Literal["sent"] = "sent"
    name: str = ""
    words: str = ""
    file: str | None = None
    sort: Sort | None = None
    size: int | None = None
    fault: Fault | None = None
    series: str = ""


class Commanded(Frozen):
    """The person gave one of the fixed commands."""

    kind: Literal["commanded"] = "commanded"
    command: Command


Act = Annotated[Said | Chose | Sent | Commanded, Field(discriminator="kind")]


class Event(Frozen):
    """One act of a person, with when and where it was done."""

    act: Act
    at: datetime
    channel: str
