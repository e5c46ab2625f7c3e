"""Where the staff group on Telegram speaks of a case, and who of the group is who."""

from datetime import datetime
from typing import Protocol

from bot.ports.kept import StaffAccount
from dialogs.frozen import Frozen


class Topic(Frozen):
    """The topic of one case; only the caller who leased it may change it.

    `case` is None once the conversation was erased. `head` is a digest of what the first message
    of the topic shows, `shown` the last line of the conversation that was told there, `told` the
    last line of which the topic knows that it was not delivered, and `away` since when the person
    is out of reach, as far as the topic knows.
    """

    conversation: int
    case: str | None
    thread: int | None = None
    header: int | None = None
    head: str = ""
    shown: int = 0
    told: int = 0
    away: datetime | None = None


class Topics(Protocol):
    """What the store keeps for the staff group; nothing in it is about a person."""

    async def to_see(self, since: datetime) -> tuple[int, ...]:
        """Return the conversations whose topic may be out of date.

        Those that staff may see, were touched since then and have something that their topic does
        not tell, and those that were erased while a topic still speaks of them.
        """
        ...

    async def lease(self, conversation: int) -> Topic | None:
        """Return a topic, for this caller alone for half a minute; None: nothing to do here."""
        ...

    async def keep(self, topic: Topic) -> None:
        """Write down how far a topic is."""
        ...

    async def free(self, conversation: int) -> None:
        """Let another caller have it."""
        ...

    async def drop(self, conversation: int) -> None:
        """Forget a topic that is no more."""
        ...

    async def case_of(self, thread: int) -> str | None:
        """Return the case that a topic speaks of."""
        ...

    async def link(self, name: str, telegram: int | None) -> bool:
        """Say which account a member of the group has; False: there is no such account."""
        ...

    async def account_of(self, telegram: int) -> StaffAccount | None:
        """Return the account of a member of the group."""
        ...
