"""The parameter files: every legal amount, share, term and threshold, with its source and days."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

BRONNEN = "bronnen.toml"


class BadParameters(Exception):  # noqa: N818 - it names our own mistake, found at the start
    """A parameter file that cannot be used: which file, which entry, what was expected, remedy."""

    def __init__(self, file: str, entry: str, expected: str, remedy: str) -> None:
        """Say where it is, what is wrong and what to do."""
        super().__init__(f"calc/parameters/{file}: {entry}: {expected} {remedy}")
        self.file = file
        self.entry = entry


class Selector(StrEnum):
    """Which day picks the version; that choice is itself law."""

    TODAY = "today"
    EVENT_DATE = "event_date"
    SETTLEMENT_DATE = "settlement_date"
    COST_DATE = "cost_date"


class Zekerheid(StrEnum):
    """How sure it is that the source says this."""

    HOOG = "HOOG"
    MIDDEL = "MIDDEL"
    LAAG = "LAAG"
    UIT_GEHEUGEN = "UIT GEHEUGEN"


def _decimal(value: Any) -> Any:
    # pydantic would take text and booleans for numbers; a parameter file may not.
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number", "a number of 0 or more is needed here")
    return Decimal(value)


Getal: TypeAlias = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, allow_inf_nan=False)]
Rij: TypeAlias = tuple[Getal, ...]
Tabel: TypeAlias = tuple[Rij, ...]
Waarde: TypeAlias = Decimal | date | Tabel
Tekst: TypeAlias = Annotated[str, Field(min_length=1)]


class _Invoer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Bron(_Invoer):
    """A source: a law, a convention or a page."""

    titel: Tekst
    vindplaats: Tekst
    soort: Literal[
        "wet", "besluit", "convenant", "richtlijn", "voorstel", "publicatie", "afspraak"
    ]
    jaar: Annotated[int, Field(ge=1800, le=2200)] | None = None
    # The day of the copy that was read, where that is older than the reading.
    stand: date | None = None


class Kandidaat(_Invoer):
    """A newer value that is not sure enough to be used: kept to be confirmed, never read."""

    amounts: Mapping[str, Any]
    source: Tekst
    sure: Zekerheid
    from_: date | None = Field(default=None, alias="from")


class Versie(_Invoer):
    """The values of some entries from one day on."""

    from_: date = Field(alias="from")
    # The last day on which it holds; absent: until the next version.
    until: date | None = None
    source: Tekst
    # The day a person last compared it with the source; absent: not yet, or nothing to compare.
    checked: date | None = None
    # The last day for which somebody found that it still held; past it, it may be outdated.
    verified_until: date | None = None
    # The source that is said to replace this, where one is known.
    newer: Tekst | None = None
    sure: Zekerheid = Zekerheid.HOOG
    unit: Tekst | None = None
    selector: Selector | None = None
    amounts: Mapping[str, Any]
    candidates: tuple[Kandidaat, ...] = ()

    @model_validator(mode="after")
    def _days_are_in_order(self) -> Self:
        if self.until is not None and self.until < self.from_:
            raise PydanticCustomError("until", "'until' may not be before 'from'")
        if self.sure is Zekerheid.UIT_GEHEUGEN and self.checked is not None:
            raise PydanticCustomError("checked", "what is 'UIT GEHEUGEN' cannot be 'checked'")
        return self


class Bestand(_Invoer):
    """One parameter file."""

    title: Tekst
    unit: Tekst
    selector: Selector
    version: Annotated[tuple[Versie, ...], Field(min_length=1)]


class _Bronnen(_Invoer):
    bron: Mapping[str, Bron]


_FILL = "Fill it in from the source, or take the table out."
_GETAL: TypeAdapter[Decimal] = TypeAdapter(Getal)
_TABEL: TypeAdapter[Tabel] = TypeAdapter(Annotated[Tabel, Field(min_length=1)])


def bronnen(folder: Path) -> Mapping[str, Bron]:
    """Return the sources by id; raises `BadParameters`."""
    sources: Mapping[str, Bron] = _model(_Bronnen, folder / BRONNEN).bron
    return sources


def bestanden(folder: Path) -> Iterator[tuple[str, Bestand]]:
    """Return name and content of every parameter file; raises `BadParameters`."""
    for path in pages(folder):
        if path.name != BRONNEN:
            yield path.name, _model(Bestand, path)


def pages(folder: Path) -> list[Path]:
    """Return the files of the folder, in a fixed order."""
    return sorted(folder.glob("*.toml"))


def bladen(file: str, amounts: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Waarde]]:
    """Return every entry below a table by its dotted path; raises `BadParameters`."""
    if not amounts:
        raise BadParameters(file, path or "amounts", "at least one entry was expected.", _FILL)
    for name, value in amounts.items():
        here = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            yield from bladen(file, value, here)
        else:
            yield here, _blad(file, here, value)


def _blad(file: str, entry: str, value: Any) -> Waarde:
    if type(value) is date:
        return value
    kind: TypeAdapter[Any] = _TABEL if isinstance(value, list) else _GETAL
    try:
        waarde: Waarde = kind.validate_python(value)
    except ValidationError as error:
        raise _bad(file, error, entry) from None
    return waarde


def _model(kind: Any, path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadParameters(
            path.name, "the file", "text in UTF-8 was expected here.", "Put the file back."
        ) from None
    try:
        return kind.model_validate(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise BadParameters(
            path.name, "the file", f"TOML was expected ({error}).", "Mend the syntax."
        ) from None
    except ValidationError as error:
        raise _bad(path.name, error) from None


def _bad(file: str, error: ValidationError, entry: str = "") -> BadParameters:
    first = error.errors(include_url=False)[0]
    where = entry or _place(first["loc"])
    return BadParameters(
        file,
        where,
        f"{first['msg']} (found {first['input']!r}).",
        "Compare the entry with its source and correct it.",
    )


def _place(loc: Iterable[str | int]) -> str:
    parts = list(loc)
    return (
        ".".join(str(part + 1) if isinstance(part, int) else part for part in parts) or "the file"
    )
