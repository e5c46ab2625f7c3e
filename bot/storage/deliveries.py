"""Which step of a delivery is one forward, for both databases."""

from typing import Any

from bot.ports import Delivery, Stage
from bot.sealing import Sealer
from bot.storage.sealed import moment

_LADDER = tuple(Stage)
_MAY_BE_TRIED_AGAIN = (Stage.TRYING, Stage.REFUSED, Stage.FAILED)
# What the channel reports later, and whoever watches wants to see.
REACHED = (Stage.DELIVERED, Stage.READ)
REPORTED = (Stage.SENT, Stage.FAILED, Stage.DELIVERED, Stage.READ)


def forward(known: Delivery | None, step: Delivery) -> bool:
    """Tell whether a step may be written down.

    Reports come twice and out of order. What arrived has arrived, whichever attempt it was; only
    the attempt at hand can be refused or fail.
    """
    if step.stage is Stage.TRYING:
        return known is None or (
            known.stage in _MAY_BE_TRIED_AGAIN and step.attempt == known.attempt + 1
        )
    if known is None or step.attempt > known.attempt:
        return False
    if step.stage is Stage.REFUSED:
        return known.stage is Stage.TRYING and step.attempt == known.attempt
    if step.stage is Stage.FAILED and step.attempt != known.attempt:
        return False
    return _LADDER.index(step.stage) > _LADDER.index(known.stage)


def resolved(known: Delivery | None, step: Delivery) -> bool:
    """Tell whether a report says what nobody knew: that a message without an answer went."""
    return known is not None and known.stage is Stage.TRYING and step.stage in REPORTED


def kept(known: Delivery | None, step: Delivery) -> Delivery:
    """Return what is to be written down: the attempts that were made stay counted."""
    return (
        step
        if known is None
        else step.model_copy(update={"attempt": max(known.attempt, step.attempt)})
    )


def message_index(sealer: Sealer, channel: str, message: str) -> bytes:
    """Return what a message is found by; on some channels its id holds a telephone number."""
    return sealer.index("delivery", channel, message)


def delivery(row: Any) -> Delivery:
    """Return the delivery that a row holds."""
    return Delivery(
        posted=row["line"],
        part=row["part"],
        attempt=row["attempt"],
        stage=Stage(row["stage"]),
        at=moment(row["at"]),
        reason=row["reason"],
    )
