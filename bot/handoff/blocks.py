"""The few kinds of blocks of which a document consists: words only, and how weighty they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.handoff.templates import Words
from bot.sentences.texts import Texts


@dataclass(frozen=True)
class Cell:
    """One piece of text; `note` stands smaller with it, `typed` may be what a person typed."""

    text: str
    note: str = ""
    strong: bool = False
    unknown: bool = False
    urgent: bool = False
    typed: bool = False


@dataclass(frozen=True)
class Column:
    """The head of a column; `share` is its part of the width, 0 as wide as needed."""

    head: str
    share: int = 0
    note: str = ""
    right: bool = False


@dataclass(frozen=True)
class Row:
    """The cells of one row; a single cell in a table of more stands over the rows below it."""

    cells: tuple[Cell, ...]
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under heads."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    kind: str = "table"


@dataclass(frozen=True)
class Pairs:
    """Names with what belongs to them; more than one piece makes a list."""

    pairs: tuple[tuple[str, tuple[Cell, ...]], ...]
    kind: str = "pairs"


@dataclass(frozen=True)
class Paragraph:
    """One text; a quiet one is small and grey."""

    text: str
    quiet: bool = False
    kind: str = "paragraph"


@dataclass(frozen=True)
class Points:
    """A list under a name."""

    name: str
    points: tuple[str, ...]
    kind: str = "points"


@dataclass(frozen=True)
class Bar:
    """One bar: its length is drawn from `amount`, and `written` stands beside it."""

    name: str
    amount: str
    written: str


@dataclass(frozen=True)
class Chart:
    """Bars, and the same told in words for who cannot see them."""

    title: str
    bars: tuple[Bar, ...]
    told: str
    kind: str = "chart"


Block = Table | Pairs | Paragraph | Points | Chart


@dataclass(frozen=True)
class Part:
    """Blocks under one heading."""

    title: str
    blocks: tuple[Block, ...]


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


class Cells:
    """Makes cells of values: what is not known is written as such, never as nothing."""

    def __init__(self, texts: Texts) -> None:
        """Take the words from these texts."""
        self._texts = texts
        self._words = Words(texts)

    def known(self, text: str | None) -> Cell:
        """Return a text."""
        return Cell(self._texts("vorm.onbekend"), unknown=True) if text is None else Cell(text)

    def money(self, amount: Any) -> Cell:
        """Return an amount or a range of amounts."""
        return self.known(None if amount is None else self._words.bedrag(amount))

    def of_block(self, block: Mapping[str, Any], name: str) -> Cell:
        """Return an amount of a block; where a range leaves it open, that range."""
        exact = block[name]
        return self.money(block["bereik"].get(name) if exact is None else exact)

    def yes_no(self, value: bool | None) -> Cell:  # noqa: FBT001 - the value itself is a bool
        """Return a truth in a word."""
        return self.known(
            None if value is None else self._texts(f"balie.janee.{'ja' if value else 'nee'}")
        )
