"""Numbers of the law for a text: the parameters are asked, so none is typed in a sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from calc.dated import Norm, Parameters, parameters

_ASSESSED = "beoordeling"


class UnknownNorm(KeyError):  # noqa: N818 - like KeyError itself
    """A norm that is not in the parameters, or did not hold on the day that was asked for."""


def in_force(known: Parameters, name: str, day: date | None) -> Norm:
    """Return what held on a day; the newest where no day is given."""
    norms = known.reeksen.get(name, ())
    norm = next((norm for norm in reversed(norms) if day is None or norm.geldt(day)), None)
    if norm is None:
        raise UnknownNorm(f"there is no norm {name} on {day}")
    return norm


@pass_context
def norm(context: Context, name: str) -> Any:
    """Return the value as of the assessment that the text is about, else the newest."""
    return in_force(parameters(), name, _day(context)).waarde


@pass_context
def sinds(context: Context, name: str) -> date:
    """Return since when that value holds: the year in which an amount was set."""
    return in_force(parameters(), name, _day(context)).geldig_vanaf


def _day(context: Context) -> date | None:
    assessed = context.get(_ASSESSED)
    if not isinstance(assessed, Mapping):
        return None
    return date.fromisoformat(assessed["herkomst"]["berekend_op"])
