"""Three-valued truth: `True`, `False`, and `None` for what nobody knows yet.

Unknown is not no. The tables are those of Kleene's strong logic.
"""

from collections.abc import Iterable


def every(values: Iterable[bool | None]) -> bool | None:
    """Return False as soon as one is False, else None if one is unknown, else True."""
    known = tuple(values)
    if any(value is False for value in known):
        return False
    return None if None in known else True


def some(values: Iterable[bool | None]) -> bool | None:
    """Return True as soon as one is True, else None if one is unknown, else False."""
    return negate(every(negate(value) for value in values))


def negate(value: bool | None) -> bool | None:  # noqa: FBT001 - the value itself, not a switch
    """Return the opposite; the opposite of unknown is unknown."""
    return None if value is None else not value
