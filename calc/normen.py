"""Norms in time: what holds on which day, read from the parameter files once."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from pydantic import JsonValue

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
    gecontroleerd_op: date | None
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

    @property
    def grenzen(self) -> tuple[date, ...]:
        """The first day on which it holds and, where it ends, the first on which it does not."""
        if self.geldig_tot is None:
            return (self.geldig_vanaf,)
        return self.geldig_vanaf, self.geldig_tot + _DAY

    def mogelijk_verouderd(self, dag: date) -> bool:
        """Tell whether a day lies past the last one for which somebody checked it."""
        return self.gecontroleerd_tot is not None and dag > self.gecontroleerd_tot

    def waarde_als_json(self) -> JsonValue:
        """Return the value as a receipt writes it."""
        if isinstance(self.waarde, date):
            return self.waarde.isoformat()
        if isinstance(self.waarde, Decimal):
            return bedrag(self.waarde) if self.is_geld else getal(self.waarde)
        return [[getal(cel) for cel in rij] for rij in self.waarde]


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

    def wisselingen(self, parameter: str, van: date, tot: date) -> tuple[date, ...]:
        """Return the first of these days, and each on which another norm begins, or none does."""
        later = (grens for norm in self.reeksen[parameter] for grens in norm.grenzen)
        return tuple(sorted({van, *(dag for dag in later if van < dag <= tot)}))

    def geldig_op(self, dag: date) -> tuple[Norm, ...]:
        """Return everything that held on a day, by id."""
        found = (self.op(parameter, dag) for parameter in sorted(self.reeksen))
        return tuple(norm for norm in found if norm is not None)


def _known(file: str, place: str, versie: Versie, sources: Mapping[str, Bron]) -> None:
    named = {
        "source": versie.source,
        "newer": versie.newer,
        **{
            f"candidates.{place}.source": candidate.source
            for place, candidate in enumerate(versie.candidates, start=1)
        },
    }
    for entry, source in named.items():
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
