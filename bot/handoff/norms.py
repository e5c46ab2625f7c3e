"""The norms that an assessment used, and which of them may be out of date and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.handoff.templates import Words
from bot.sentences.texts import Texts
from calc.dated import Parameters

# Units of the parameter files: a calendar day, and money ("EUR", "EUR per uur").
_DAY, _MONEY = "dag", "EUR"


@dataclass(frozen=True)
class UsedNorm:
    """One line of the receipt."""

    parameter: str
    value: str
    valid_from: date
    source: str
    checked: date | None
    outdated: bool


class Norms:
    """The receipt of one assessment, with the titles of its sources."""

    def __init__(self, assessed: Mapping[str, Any], parameters: Parameters, texts: Texts) -> None:
        """Look at the receipt as it was stored."""
        self._read: Sequence[Mapping[str, Any]] = assessed["herkomst"]["gelezen"]
        self._texts = texts
        self.sources = {
            name: texts("balie.bron.regel", titel=source.titel, jaar=_unless_told(source))
            for name, source in parameters.bronnen.items()
        }

    def used(self) -> tuple[UsedNorm, ...]:
        """Return every value that was read, in the order of reading."""
        return tuple(
            UsedNorm(
                parameter=readable(read["parameter"]),
                value=self._value(read),
                valid_from=date.fromisoformat(read["geldig_vanaf"]),
                source=self.source(read["bron"]),
                checked=_day(read["gecontroleerd_op"]),
                outdated=read["mogelijk_verouderd"],
            )
            for read in self._read
        )

    def outdated(self) -> tuple[str, ...]:
        """Return, per source, which norms may be out of date and why; nothing twice."""
        return tuple(dict.fromkeys(self._outdated()))

    def source(self, name: str) -> str:
        """Return the title of a source; one that is no longer known by its id."""
        return self.sources.get(name, name)

    def behind(self, parameter: str) -> str:
        """Return the source of one parameter and since when it holds; its id when unread."""
        for read in self._read:
            if read["parameter"] == parameter or read["parameter"].startswith(f"{parameter}."):
                since = date.fromisoformat(read["geldig_vanaf"])
                return self._texts(
                    "balie.norm.achter", bron=self.source(read["bron"]), vanaf=since
                )
        return parameter

    def _outdated(self) -> Iterator[str]:
        for read in self._read:
            if read["mogelijk_verouderd"]:
                newer = read["nieuwere_bron"]
                yield self._texts(
                    "balie.norm.waarom",
                    norm=self.source(read["bron"]),
                    tot=read["gecontroleerd_tot"],
                    nieuwer=None if newer is None else self.source(newer),
                )

    def _value(self, read: Mapping[str, Any]) -> str:
        value, unit = read["waarde"], str(read["eenheid"])
        written = Words(self._texts).written()
        if isinstance(value, list):
            return ", ".join(written["getal"](cell) for cell in value)
        if unit == _DAY:
            return str(written["datum"](value))
        if unit.startswith(_MONEY):
            return Words(self._texts).bedrag(value) + unit.removeprefix(_MONEY)
        return f"{written['getal'](value)} {unit}"


def readable(parameter: str) -> str:
    """Return a parameter's id, which is in Dutch, with spaces between the words."""
    return parameter.replace("_", " ").replace(".", ": ")


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _unless_told(source: Any) -> int | None:
    """Return the year of a source, unless its title tells it already."""
    told = source.jaar is not None and str(source.jaar) in source.titel
    return None if told else source.jaar
