"""When a question or an explanation applies: values, so that they can be drawn and checked.

Every condition is three-valued. Unknown is not yes: an item with an unknown condition waits.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Protocol

from calc.trilean import negate
from dialogs.frozen import Frozen


class Known(Protocol):
    """What is known so far, by path: `letsel.ao_dagen`, `beoordeling.signalen`, `antwoord.x`."""

    def __call__(self, path: str) -> Any:
        """Return the value at the path, None when it is unknown."""
        ...


class Condition(Frozen):
    """A statement about what is known."""

    def holds(self, known: Known) -> bool | None:
        """Tell whether the statement is true, false, or still unknown."""
        raise NotImplementedError

    def paths(self) -> Iterator[str]:
        """Name every path that the statement looks at."""
        raise NotImplementedError


class Always(Condition):
    """Holds whatever is known."""

    def holds(self, known: Known) -> bool | None:  # noqa: ARG002 - nothing needs to be known
        """Return True."""
        return True

    def paths(self) -> Iterator[str]:
        """Look at nothing."""
        return iter(())


class Is(Condition):
    """The value at the path is one of these."""

    path: str
    values: tuple[str | bool | int, ...]

    def holds(self, known: Known) -> bool | None:
        """Compare; an unknown value is neither."""
        value = known(self.path)
        return None if value is None else value in self.values

    def paths(self) -> Iterator[str]:
        """Look at the one path."""
        yield self.path


class IsKnown(Condition):
    """Something is known at the path; this itself is never unknown."""

    path: str

    def holds(self, known: Known) -> bool | None:
        """Tell whether there is a value."""
        return known(self.path) is not None

    def paths(self) -> Iterator[str]:
        """Look at the one path."""
        yield self.path


class Has(Condition):
    """The list at the path has this member; an unknown list is an empty one."""

    path: str
    member: str

    def holds(self, known: Known) -> bool | None:
        """Look for the member."""
        return self.member in (known(self.path) or ())

    def paths(self) -> Iterator[str]:
        """Look at the one path."""
        yield self.path


class Positive(Condition):
    """The amount at the path is more than nothing, whatever end of its range is true."""

    path: str

    def holds(self, known: Known) -> bool | None:
        """Compare the whole range with zero."""
        value = known(self.path)
        if value is None:
            return None
        least, most = _ends(value)
        if least is not None and least > 0:
            return True
        return False if most == 0 else None

    def paths(self) -> Iterator[str]:
        """Look at the one path."""
        yield self.path


class Not(Condition):
    """The opposite of another condition."""

    of: Condition

    def holds(self, known: Known) -> bool | None:
        """Negate; unknown stays unknown."""
        return negate(self.of.holds(known))

    def paths(self) -> Iterator[str]:
        """Look where the other looks."""
        return self.of.paths()


class Unless(Condition):
    """Holds as long as the other is not certainly true: unknown counts as not yet."""

    certain: Condition

    def holds(self, known: Known) -> bool | None:
        """Tell whether the other is anything but true."""
        return self.certain.holds(known) is not True

    def paths(self) -> Iterator[str]:
        """Look where the other looks."""
        return self.certain.paths()


class AllOf(Condition):
    """Every one of these holds."""

    of: tuple[Condition, ...]

    def holds(self, known: Known) -> bool | None:
        """Combine by three-valued and; nothing after a false one is looked at."""
        certain = True
        for condition in self.of:
            holds = condition.holds(known)
            if holds is False:
                return False
            certain = certain and holds is True
        return True if certain else None

    def paths(self) -> Iterator[str]:
        """Look where each of them looks."""
        for condition in self.of:
            yield from condition.paths()


class AnyOf(Condition):
    """At least one of these holds."""

    of: tuple[Condition, ...]

    def holds(self, known: Known) -> bool | None:
        """Combine by three-valued or; nothing after a true one is looked at."""
        certain = True
        for condition in self.of:
            holds = condition.holds(known)
            if holds is True:
                return True
            certain = certain and holds is False
        return False if certain else None

    def paths(self) -> Iterator[str]:
        """Look where each of them looks."""
        for condition in self.of:
            yield from condition.paths()


def _ends(value: Any) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends of a value: a number as JSON has it, or a range of two."""
    if isinstance(value, Mapping):
        return _number(value.get("van")), _number(value.get("tot"))
    return _number(getattr(value, "van", value)), _number(getattr(value, "tot", value))


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


ALWAYS = Always()


def is_(path: str, *values: str | bool | int) -> Is:
    """Write `Is` the short way."""
    return Is(path=path, values=values)


def all_of(*conditions: Condition) -> AllOf:
    """Write `AllOf` the short way."""
    return AllOf(of=conditions)


def any_of(*conditions: Condition) -> AnyOf:
    """Write `AnyOf` the short way."""
    return AnyOf(of=conditions)
