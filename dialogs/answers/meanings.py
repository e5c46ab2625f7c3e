"""What an act can mean under the open question."""

from pydantic import JsonValue

from dialogs.frozen import Frozen
from dialogs.session import Status


class Given(Frozen):
    """An answer: what it adds to the ledger.

    `read` when it was read from typed words and must be read back; `rough` when a range or a
    hedge came out of that.
    """

    status: Status
    value: JsonValue = None
    choice: str | None = None
    sets: dict[str, JsonValue] = {}
    read: bool = False
    rough: bool = False


class Unchanged(Frozen):
    """The person leaves the previous answer as it was."""


class Ticked(Frozen):
    """Ticks were put on, or one that was on is taken off."""

    ticks: tuple[str, ...]
    turns: bool = True


class Enough(Frozen):
    """The rest of the block is left out."""


class Unclear(Frozen):
    """It may be an answer, but not one to take: this question goes back.

    `still` when it did tell that it goes on, which is kept for the answer that follows.
    """

    reason: str
    params: dict[str, str] = {}
    proposal: JsonValue = None
    still: bool = False


Meaning = Given | Unchanged | Ticked | Enough | Unclear | None
