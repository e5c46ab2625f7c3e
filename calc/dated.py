"""Parameters in time: what held on a day, and a reading that remembers all it looked up."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeAlias

from pydantic import JsonValue

from calc.bereik import Bereik
from calc.geld import getal
from calc.normen import Norm, Parameters
from calc.parameterbestand import BadParameters, Selector
from calc.reden import Uitkomstmodel

__all__ = ["BadParameters", "Gelezen", "Lezing", "Norm", "Parameters", "parameters"]

Op: TypeAlias = Bereik[date] | date | None

_FOLDER = Path(__file__).parent / "parameters"


class Gelezen(Uitkomstmodel):
    """A line of the receipt: what was read, of when, from where, and whether it may be old."""

    parameter: str
    waarde: JsonValue
    eenheid: str
    geldig_vanaf: date
    bron: str
    gecontroleerd_op: date | None
    gecontroleerd_tot: date | None
    mogelijk_verouderd: bool
    nieuwere_bron: str | None


class Lezing:
    """One reading of the parameters for one assessment; it remembers each value it gave.

    `op` is the day that picks the version, or the days between which it lies; it is left out
    where today picks it. A value is None outside its days, or when the days leave it open.
    """

    def __init__(self, parameters: Parameters, today: date) -> None:
        """Read these parameters, as of today where no other day picks the version."""
        self.today = today
        self._parameters = parameters
        self._gelezen: dict[tuple[str, date, str], Gelezen] = {}

    @property
    def gelezen(self) -> tuple[Gelezen, ...]:
        """What was read so far, in the order of first reading."""
        return tuple(self._gelezen.values())

    def geld(self, parameter: str, *, op: Op = None) -> Decimal | None:
        """Return an amount in euro."""
        return self._getal(parameter, op, euro=True)

    def getal(self, parameter: str, *, op: Op = None) -> Decimal | None:
        """Return a number that is not money."""
        return self._getal(parameter, op, euro=False)

    def getallen(self, parameter: str, *, op: Bereik[date]) -> tuple[Decimal | None, ...]:
        """Return each number that held on one of these days, None among them for days without."""
        dagen = self._parameters.wisselingen(parameter, op.van or date.min, self._latest(op))
        return tuple(dict.fromkeys(self.getal(parameter, op=dag) for dag in dagen))

    def aantal(self, parameter: str) -> int | None:
        """Return a whole number of days, months or years."""
        waarde = self.getal(parameter)
        return None if waarde is None else int(waarde)

    def dag(self, parameter: str, *, op: Op = None) -> date | None:
        """Return a day."""
        norm = self._norm(parameter, op)
        if norm is None:
            return None
        if not isinstance(norm.waarde, date):
            raise TypeError(_KIND.format(parameter=parameter, eenheid=norm.eenheid))
        self._remember(norm, norm.waarde_als_json(), op)
        return norm.waarde

    def rij(self, parameter: str, bij: Decimal, *, op: Op = None) -> tuple[Decimal, ...] | None:
        """Return the row of a table whose first two cells enclose a value, None when no row does.

        Only the row is remembered, not the whole table.
        """
        norm = self._norm(parameter, op)
        if norm is None:
            return None
        if not isinstance(norm.waarde, tuple):
            raise TypeError(_KIND.format(parameter=parameter, eenheid=norm.eenheid))
        rij = next((rij for rij in norm.waarde if rij[0] <= bij <= rij[1]), None)
        if rij is not None:
            self._remember(norm, [getal(cel) for cel in rij], op)
        return rij

    def geldig_vanaf(self, parameter: str, *, op: Op = None) -> date | None:
        """Return since when the version in force holds: the year in which an amount was set."""
        norm = self._norm(parameter, op)
        return None if norm is None else norm.geldig_vanaf

    def verouderd(self, name: str) -> tuple[Gelezen, ...]:
        """Return what was read below a name and may be outdated."""
        return tuple(row for row in self._below(name) if row.mogelijk_verouderd)

    def bronnen(self, *names: str) -> tuple[str, ...]:
        """Return the source ids of what was read below these names, without doubles."""
        return tuple(dict.fromkeys(row.bron for name in names for row in self._below(name)))

    def _below(self, name: str) -> tuple[Gelezen, ...]:
        return tuple(row for row in self.gelezen if f"{row.parameter}.".startswith(f"{name}."))

    def _getal(self, parameter: str, op: Op, *, euro: bool) -> Decimal | None:
        norm = self._norm(parameter, op)
        if norm is None:
            return None
        if not isinstance(norm.waarde, Decimal) or norm.is_geld != euro:
            raise TypeError(_KIND.format(parameter=parameter, eenheid=norm.eenheid))
        self._remember(norm, norm.waarde_als_json(), op)
        return norm.waarde

    def _norm(self, parameter: str, op: Op) -> Norm | None:
        selector = self._parameters.reeksen[parameter][0].selector
        if (selector is Selector.TODAY) != (op is None):
            raise TypeError(f"{parameter} is picked by {selector}")
        if not isinstance(op, Bereik):
            return self._parameters.op(parameter, op or self.today)
        if op.van is None:
            return None
        first = self._parameters.op(parameter, op.van)
        return first if first is self._parameters.op(parameter, self._latest(op)) else None

    def _latest(self, op: Op) -> date:
        # Nothing that is asked after lies in the future.
        return (op.tot if isinstance(op, Bereik) else op) or self.today

    def _remember(self, norm: Norm, waarde: JsonValue, op: Op) -> None:
        self._gelezen.setdefault(
            (norm.parameter, norm.geldig_vanaf, repr(waarde)),
            Gelezen(
                parameter=norm.parameter,
                waarde=waarde,
                eenheid=norm.eenheid,
                geldig_vanaf=norm.geldig_vanaf,
                bron=norm.bron,
                gecontroleerd_op=norm.gecontroleerd_op,
                gecontroleerd_tot=norm.gecontroleerd_tot,
                mogelijk_verouderd=norm.mogelijk_verouderd(self._latest(op)),
                nieuwere_bron=norm.nieuwere_bron,
            ),
        )


_KIND = "{parameter} is in {eenheid}: read it by its own kind"


@cache
def parameters() -> Parameters:
    """Return the parameters of this project; raises `BadParameters`."""
    return Parameters.read(_FOLDER)
