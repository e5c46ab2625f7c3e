"""Parameters in time: what held on a day, and a reading that remembers all it looked up."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import JsonValue

from calc.bereik import Bereik
from calc.geld import bedrag, getal
from calc.parameterbestand import (
    BadParameters,
    Bron,
    Selector,
    Versie,
    Waarde,
    Zekerheid,
    bestanden,
    bladen,
    bronnen,
    pages,
)
from calc.reden import Uitkomstmodel

__all__ = ["BadParameters", "Gelezen", "Lezing", "Norm", "Parameters", "parameters"]

_FOLDER = Path(__file__).parent / "parameters"
_EURO = "EUR"  # also "EUR per uur": a unit that begins with it is money
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Norm:
    """One value of one parameter, from one day on."""

    parameter: str
    waarde: Waarde
    eenheid: str
    selector: Selector
    geldig_vanaf: date
    geldig_tot: date | None
    bron: str
    gecontroleerd_op: date
    gecontroleerd_tot: date | None
    nieuwere_bron: str | None
    zekerheid: Zekerheid

    @property
    def is_geld(self) -> bool:
        """Tell whether the value is an amount of money."""
        return self.eenheid.startswith(_EURO)

    def geldt(self, dag: date) -> bool:
        """Tell whether it holds on this day."""
        return self.geldig_vanaf <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)

    def mogelijk_verouderd(self, today: date) -> bool:
        """Tell whether today lies past the last day for which somebody checked it."""
        return self.gecontroleerd_tot is not None and today > self.gecontroleerd_tot

    def waarde_als_json(self) -> JsonValue:
        """Return the value as a receipt writes it."""
        if isinstance(self.waarde, Decimal):
            return bedrag(self.waarde) if self.is_geld else getal(self.waarde)
        return [[getal(cel) for cel in rij] for rij in self.waarde]


class Gelezen(Uitkomstmodel):
    """A line of the receipt: what was read, of when, from where, and whether it may be old."""

    parameter: str
    waarde: JsonValue
    eenheid: str
    geldig_vanaf: date
    bron: str
    gecontroleerd_op: date
    gecontroleerd_tot: date | None
    mogelijk_verouderd: bool
    nieuwere_bron: str | None


@dataclass(frozen=True)
class Parameters:
    """All parameters of all days."""

    versie: str
    bronnen: Mapping[str, Bron]
    reeksen: Mapping[str, tuple[Norm, ...]]

    @classmethod
    def read(cls, folder: Path) -> "Parameters":
        """Read a folder of parameter files; raises `BadParameters`."""
        sources = bronnen(folder)
        reeksen: dict[str, list[Norm]] = {}
        for file, bestand in bestanden(folder):
            for place, versie in enumerate(bestand.version, start=1):
                _known(file, f"version.{place}", versie, sources)
                for entry, waarde in bladen(file, versie.amounts):
                    norm = Norm(
                        parameter=f"{file.removesuffix('.toml')}.{entry}",
                        waarde=waarde,
                        eenheid=versie.unit or bestand.unit,
                        selector=versie.selector or bestand.selector,
                        geldig_vanaf=versie.from_,
                        geldig_tot=versie.until,
                        bron=versie.source,
                        gecontroleerd_op=versie.checked,
                        gecontroleerd_tot=versie.verified_until,
                        nieuwere_bron=versie.newer,
                        zekerheid=versie.sure,
                    )
                    reeksen.setdefault(norm.parameter, []).append(norm)
        closed = {name: _closed(normen) for name, normen in reeksen.items()}
        return cls(versie=_hash(folder), bronnen=sources, reeksen=closed)

    def op(self, parameter: str, dag: date) -> Norm | None:
        """Return what held on a day, None outside all versions; an unknown id is our mistake."""
        return next((norm for norm in self.reeksen[parameter] if norm.geldt(dag)), None)

    def geldig_op(self, dag: date) -> tuple[Norm, ...]:
        """Return everything that held on a day, by id."""
        found = (self.op(parameter, dag) for parameter in sorted(self.reeksen))
        return tuple(norm for norm in found if norm is not None)


class Lezing:
    """One reading of the parameters for one assessment; it remembers each value it gave."""

    def __init__(self, parameters: Parameters, today: date) -> None:
        """Read these parameters, as of today where no other day picks the version."""
        self.today = today
        self._parameters = parameters
        self._gelezen: dict[tuple[str, date, str], Gelezen] = {}

    @property
    def gelezen(self) -> tuple[Gelezen, ...]:
        """What was read so far, in the order of first reading."""
        return tuple(self._gelezen.values())

    def geld(self, parameter: str, *, op: Bereik[date] | date | None = None) -> Decimal | None:
        """Return an amount in euro; None outside its days, or when the day leaves it open."""
        return self._getal(parameter, op, euro=True)

    def getal(self, parameter: str, *, op: Bereik[date] | date | None = None) -> Decimal | None:
        """Return a number that is not money; None as for `geld`."""
        return self._getal(parameter, op, euro=False)

    def aantal(self, parameter: str, *, op: Bereik[date] | date | None = None) -> int | None:
        """Return a whole number of days, months or years; None as for `geld`."""
        waarde = self.getal(parameter, op=op)
        return None if waarde is None else int(waarde)

    def rij(
        self, parameter: str, bij: Decimal, *, op: Bereik[date] | date | None = None
    ) -> tuple[Decimal, ...] | None:
        """Return the row of a table whose first two cells enclose a value; None when no row does.

        Only the row is remembered, not the whole table.
        """
        norm = self._norm(parameter, op)
        if norm is None or isinstance(norm.waarde, Decimal):
            return None
        rij = next((rij for rij in norm.waarde if rij[0] <= bij <= rij[1]), None)
        if rij is not None:
            self._remember(norm, [getal(cel) for cel in rij])
        return rij

    def bronnen(self, *parameters: str) -> tuple[str, ...]:
        """Return the source ids of what was read below these names, without doubles."""
        return tuple(
            dict.fromkeys(
                gelezen.bron
                for gelezen in self._gelezen.values()
                if any(_below(gelezen.parameter, name) for name in parameters)
            )
        )

    def _getal(
        self, parameter: str, op: Bereik[date] | date | None, *, euro: bool
    ) -> Decimal | None:
        norm = self._norm(parameter, op)
        if norm is None:
            return None
        if not isinstance(norm.waarde, Decimal) or norm.is_geld != euro:
            raise TypeError(f"{parameter} is in {norm.eenheid}: read it by its own kind")
        self._remember(norm, norm.waarde_als_json())
        return norm.waarde

    def _norm(self, parameter: str, op: Bereik[date] | date | None) -> Norm | None:
        reeks = self._parameters.reeksen[parameter]
        if (reeks[0].selector is Selector.TODAY) != (op is None):
            raise TypeError(f"{parameter} is picked by {reeks[0].selector}, not by another day")
        if not isinstance(op, Bereik):
            return self._parameters.op(parameter, op or self.today)
        if op.van is None:
            return None
        first = self._parameters.op(parameter, op.van)
        # Nothing that is asked after lies in the future.
        last = self._parameters.op(parameter, op.tot or self.today)
        return first if first is last else None

    def _remember(self, norm: Norm, waarde: JsonValue) -> None:
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
                mogelijk_verouderd=norm.mogelijk_verouderd(self.today),
                nieuwere_bron=norm.nieuwere_bron,
            ),
        )


@cache
def parameters() -> Parameters:
    """Return the parameters of this project; raises `BadParameters`."""
    return Parameters.read(_FOLDER)


def _below(parameter: str, name: str) -> bool:
    return parameter == name or parameter.startswith(f"{name}.")


def _known(file: str, place: str, versie: Versie, sources: Mapping[str, Bron]) -> None:
    for entry, source in (("source", versie.source), ("newer", versie.newer)):
        if source is not None and source not in sources:
            raise BadParameters(
                file,
                f"{place}.{entry}",
                f"a source of bronnen.toml was expected (found {source!r}).",
                "Add the source there, or correct the id.",
            )


def _closed(normen: Iterable[Norm]) -> tuple[Norm, ...]:
    """Return the versions in order, each closed the day before the next one begins."""
    ordered = sorted(normen, key=lambda norm: norm.geldig_vanaf)
    closed = []
    for norm, later in zip(ordered, [*ordered[1:], None], strict=True):
        if later is None:
            closed.append(norm)
            continue
        _fits(norm, later)
        closed.append(replace(norm, geldig_tot=norm.geldig_tot or later.geldig_vanaf - _DAY))
    return tuple(closed)


def _fits(norm: Norm, later: Norm) -> None:
    if (norm.eenheid, norm.selector) != (later.eenheid, later.selector):
        expected, remedy = (
            "one unit and one selector were expected.",
            "Give the change its own id.",
        )
    elif later.geldig_vanaf <= (norm.geldig_tot or norm.geldig_vanaf):
        expected, remedy = (
            "versions that do not overlap were expected.",
            "Correct 'until' or 'from'.",
        )
    else:
        return
    stem, _, entry = norm.parameter.partition(".")
    raise BadParameters(f"{stem}.toml", f"{entry}, from {later.geldig_vanaf}", expected, remedy)


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for page in pages(folder):
        digest.update(page.name.encode())
        digest.update(page.read_bytes())
    return digest.hexdigest()[:12]
