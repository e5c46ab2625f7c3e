"""How far a message got on a channel that tells, and when a person was last heard."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from dialogs.frozen import Frozen

# A channel may send one turn as several messages, counted from 1. This one is none of them: it
# only asks a person who was silent for too long to take the conversation up again.
INVITATION = 0
# What a person still has to read is kept this long, whatever stands in the way.
LONGEST_HOLD = timedelta(days=7)


class Barrier(StrEnum):
    """Why a person cannot be reached where they talk; its words are `balie.bezorging.<code>`."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NEVER_STARTED = "never_started"
    CHAT_GONE = "chat_gone"
    # The channel does not say why.
    UNDELIVERABLE = "undeliverable"


class OutOfReach(Frozen):
    """Since when a person cannot be reached where they talk, and why."""

    since: datetime
    why: Barrier


class Stage(StrEnum):
    """How far one message is.

    `TRYING` is written down before the channel is called: whoever finds it later does not know
    whether the message went. `REFUSED` says that it did not.
    """

    TRYING = "trying"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    SENT = "sent"
    FAILED = "failed"
    DELIVERED = "delivered"
    READ = "read"


class Delivery(Frozen):
    """How far one message of the outbox is, since when, at which attempt; `reason` is a code."""

    posted: int
    part: int
    attempt: int
    stage: Stage
    at: datetime
    reason: str | None = None


class Reach(Frozen):
    """Whether a person can be reached, when they were last heard and invited, and one message."""

    heard_at: datetime | None = None
    invited_at: datetime | None = None
    out_of_reach: OutOfReach | None = None
    deliveries: tuple[Delivery, ...] = ()


class Reaching(Protocol):
    """What the store keeps for a channel that bills, limits and reports each message."""

    async def reach(self, conversation: int, posted: int | None = None) -> Reach:
        """Return what is known of reaching a person, and of one message in the outbox."""
        ...

    async def delivering(self, delivery: Delivery, message: str | None = None) -> bool:
        """Write down how far a message is; False when that is no step forward.

        `message` is the channel's own id of it. A message that failed after all goes back to the
        outbox, so that its channel decides what follows, as for one that was refused at once.
        """
        ...

    async def delivery_of(self, channel: str, message: str) -> Delivery | None:
        """Return the delivery that a channel knows by this id."""
        ...

    async def received_at(self, channel: str, chat_id: str, message_id: str) -> datetime | None:
        """Return when a message of a person was sent, None when it never came in."""
        ...

    async def hasten(self, conversation: int, reason: str) -> None:
        """Let what was postponed for this reason go now."""
        ...

    async def lost(self, channel: str, chat_id: str, now: OutOfReach) -> int | None:
        """Note that the channel says that a person is out of reach; return the conversation."""
        ...

    async def came_back(self, channel: str, chat_id: str, now: datetime) -> int | None:
        """Note that a person who was out of reach is back without a word; return the conversation.

        What did not arrive meanwhile goes to the outbox again: what staff wrote, and the last
        question, unless the person writes first. Who writes is back by that alone, and gets an
        answer with the question in it, after what staff wrote.
        """
        ...

    async def readdress(self, channel: str, chat_id: str, to: str) -> bool:
        """Move a conversation to another address; False: there is none, or one stands there."""
        ...
