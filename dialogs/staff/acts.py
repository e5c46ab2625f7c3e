"""What a member of staff does in a conversation: ask, fill in, add what only they know."""

import re
from datetime import datetime
from enum import StrEnum

from dialogs.events import Chose, Said
from dialogs.frozen import Frozen

# By field: the key of a text, and what it needs.
Faults = dict[str, tuple[str, dict[str, str]]]
# Accounts that are a task and no person.
_NO_NAMES = frozenset({"beheer", "balie", "intake"})
_SEPARATORS = re.compile(r"[._-]")


class How(StrEnum):
    """How staff know what they write down: the person said it, or a document does."""

    TELEFOON = "telefoon"
    DOSSIER = "dossier"


class Ticked(Frozen):
    """Staff ticked these in a list."""

    ticks: tuple[str, ...]


class ByStaff(Frozen):
    """An act of a member of staff: whose account, and when."""

    by: str
    at: datetime


class StaffAsked(ByStaff):
    """Staff put a question of the flow to the person, by its key."""

    key: str


class StaffFilled(ByStaff):
    """Staff filled in an answer; `seen` counts the answers there were when they looked.

    When it `tells`, the person is asked at once whether all that was filled in is right.
    """

    key: str
    act: Said | Chose | Ticked
    how: How
    seen: int
    tells: bool = True


class StaffAdded(ByStaff):
    """Staff typed facts, by path; whatever stays as it was is no change.

    `years` holds the figures of each year by name; None where the form had none.
    """

    texts: dict[str, str]
    years: tuple[dict[str, str], ...] | None
    seen: int


class StaffAskedWhether(ByStaff):
    """Staff asked the person whether what was filled in is right."""


StaffEvent = StaffAsked | StaffFilled | StaffAdded | StaffAskedWhether


class Refused(Frozen):
    """Why nothing was done: the key of a text, by field of the form ("" is the form itself)."""

    faults: Faults

    @classmethod
    def form(cls, reason: str, **params: str) -> "Refused":
        """Return a refusal of the form as a whole."""
        return cls(faults={"": (reason, params)})


def first_name(account: str) -> str | None:
    """Return the first name in the name of an account, None when it holds none."""
    first = _SEPARATORS.split(account)[0]
    is_name = len(first) > 1 and first.isalpha() and first not in _NO_NAMES
    return first.capitalize() if is_name else None
