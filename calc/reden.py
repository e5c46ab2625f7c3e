"""Why an outcome is what it is: a key with values; its sentence stands in the locales."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, JsonValue

from calc.bereik import Bereik
from calc.geld import bedrag, getal


class Uitkomstmodel(BaseModel):
    """Part of an assessment: frozen, and closed to keys that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reden(Uitkomstmodel):
    """One reason; the text is `reden.<sleutel>`, filled with `waarden`."""

    sleutel: str
    waarden: Mapping[str, JsonValue] = {}


class Blok(Uitkomstmodel):
    """A block of the assessment: where its rules come from and why it says what it says."""

    bron: tuple[str, ...] = ()
    redenen: tuple[Reden, ...] = ()


def reden(sleutel: str, **waarden: JsonValue) -> Reden:
    """Return the reason with this key and these values."""
    return Reden(sleutel=sleutel, waarden=waarden)


def euro_bereik(euro: Bereik[Decimal]) -> JsonValue:
    """Return an amount as a reason holds it: the value, or the range between two of them."""
    return _bereik(euro, bedrag)


def getal_bereik(waarde: Bereik[Decimal] | Bereik[int]) -> JsonValue:
    """Return a number as a reason holds it: the value, or the range between two of them."""
    return _bereik(waarde, lambda end: getal(Decimal(end)))


def _bereik(waarde: Bereik[Any], schrijf: Callable[[Any], JsonValue]) -> JsonValue:
    if waarde.exact is not None:
        return schrijf(waarde.exact)
    ends = {"van": waarde.van, "tot": waarde.tot}
    return {name: None if end is None else schrijf(end) for name, end in ends.items()}
