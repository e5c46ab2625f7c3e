"""Money and shares of it: exact decimals, rounded half up and only at the end."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import PlainSerializer

_CENT = Decimal("0.01")
_HONDERD = Decimal(100)
_CIJFERS = 15  # beyond so many digits a number stays as it was written

NIETS = Decimal("0.00")


def bedrag(euro: Decimal) -> str:
    """Return euro as an assessment writes it: "1234.50"."""
    return f"{centen(euro):.2f}"


def centen(euro: Decimal) -> Decimal:
    """Return euro in whole cents, half a cent up."""
    return euro.quantize(_CENT, rounding=ROUND_HALF_UP)


def deel(euro: Decimal, procent: Decimal) -> Decimal:
    """Return so many per cent of an amount, unrounded."""
    return euro * procent / _HONDERD


def getal(waarde: Decimal) -> int | str:
    """Return a number as JSON holds it without loss: whole numbers bare, others as a string."""
    if abs(waarde.adjusted()) > _CIJFERS:
        return str(waarde)
    return int(waarde) if waarde == waarde.to_integral_value() else format(waarde.normalize(), "f")


Geldbedrag = Annotated[Decimal, PlainSerializer(bedrag, return_type=str)]
Uitkomstgetal = Annotated[Decimal, PlainSerializer(getal, return_type=int | str)]
