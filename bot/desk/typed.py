"""What staff typed on the sheet of a case, while it is not taken yet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from dialogs.staff.acts import Faults, How, Refused
from dialogs.staff.dossier import YEARS

# Facts whose path is a name alone, so that a field of the form may be one of them.
ALONE = ("regeling_datum",)
IN_A_YEAR = re.compile(re.escape(YEARS) + r"\[(\d{1,2})\]\.([a-z_]+)")
_CONFLICT, _UNPROCESSABLE, _OK = 409, 422, 200
_STALE = (
    "overname.fout.veranderd",
    "overname.fout.vervallen",
    "balie.overname.fout.niet_van_u",
)


@dataclass(frozen=True)
class Typed:
    """What was typed in a form that comes back, and what became of the one before it."""

    key: str = ""
    text: str = ""
    choice: str = ""
    ticks: tuple[str, ...] | None = None
    how: How = How.TELEFOON
    tells: bool = True
    added: Mapping[str, str] = field(default_factory=dict)
    faults: Faults = field(default_factory=dict)
    good: str | None = None

    def refused(self, why: Refused) -> Self:
        """Return the same with why it was not taken."""
        return replace(self, faults=why.faults)

    @property
    def status(self) -> int:
        """The status of the page: somebody was first, or something cannot be taken."""
        if not self.faults:
            return _OK
        return _CONFLICT if self.faults.get("", ("",))[0] in _STALE else _UNPROCESSABLE


def is_of_a_year(name: str) -> bool:
    """Tell whether a field of the form is a figure of one year."""
    return IN_A_YEAR.fullmatch(name) is not None


def years_in(texts: Mapping[str, str]) -> tuple[dict[str, str], ...] | None:
    """Return the rows of the years that a form held, None when it held none."""
    rows: dict[int, dict[str, str]] = {}
    for name, text in texts.items():
        found = IN_A_YEAR.fullmatch(name)
        if found:
            rows.setdefault(int(found[1]), {})[found[2]] = text
    return tuple(rows[place] for place in sorted(rows)) if rows else None
