"""What an erasure leaves: a proof without anything about the person."""

import json
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import JsonValue

from bot.ports import Decision, Labels
from dialogs.frozen import Frozen
from dialogs.session import Phase, Session, State

# A channel may deliver a message again for this long; only its blind index is kept meanwhile, so
# that an old message does not begin a new conversation after the erasure.
REDELIVERY = timedelta(days=7)
# How long the last message ("alles is gewist") may wait for a person who is away.
FAREWELL = timedelta(days=1)


Proof = dict[str, JsonValue]


class Reason(StrEnum):
    """Why a conversation was erased."""

    ASKED = "verzoek"
    RETENTION = "bewaartermijn"
    KEY_GONE = "sleutel_was_al_weg"


class Counts(Frozen):
    """How much was deleted, and how many blind indexes stay for a week."""

    regels: int
    bestanden: int
    ontvangen_berichten: int
    kenmerken_nog_even_bewaard: int

    def text(self) -> str:
        """Return the counts as they are written down."""
        return json.dumps(self.model_dump())


class Erasure(Frozen):
    """One erasure; `ref` names the key that is destroyed with it."""

    case: str
    channel: str
    at: datetime
    reason: Reason
    counts: Counts
    ref: bytes


def proof(erasure: Erasure, *, key_destroyed: bool) -> Proof:
    """Return the proof of an erasure, as the person and the retention log get it."""
    return {
        "zaak": erasure.case,
        "kanaal": erasure.channel,
        "gewist_op": erasure.at.isoformat(),
        "aanleiding": erasure.reason.value,
        "verwijderd": {"gesprekken": 1, **erasure.counts.model_dump()},
        "sleutel_vernietigd": key_destroyed,
    }


def last_words(decision: Decision) -> Decision:
    """Return what is left of the decision to erase: an empty conversation and what is said."""
    return Decision(
        session=Session(phase=Phase.ERASED),
        labels=Labels(state=State.ERASED),
        outgoing=decision.outgoing,
    )
