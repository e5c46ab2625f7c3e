"""What a family loses each year after a death: a table, and the same as bars."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.handoff.blocks import Bar, Block, Cell, Cells, Chart, Column, Pairs, Row, Table
from bot.handoff.templates import Words
from bot.sentences.texts import Texts

_YEARLY, _RULE = "jaarschade", "overlijdensregel"


def death(block: Mapping[str, Any], steps: Sequence[str], texts: Texts) -> Iterator[Block]:
    """Yield the table with a row for each year, its bars, and the costs of the funeral."""
    yield _years(block, steps, texts)
    yield from _bars(block["jaren"], texts)
    words = Words(texts)
    name, rule = (words.naam("uitvaartkosten", sort) for sort in ("overlijden", _RULE))
    yield Pairs(((f"{name} ({rule})", (Cells(texts).money(block["uitvaartkosten"]),)),))


def _years(block: Mapping[str, Any], steps: Sequence[str], texts: Texts) -> Table:
    words, cells = Words(texts), Cells(texts)
    rows = [(texts("document.per_jaar"), block)]
    rows += [(texts("balie.overlijden.jaar", jaar=year["jaar"]), year) for year in block["jaren"]]
    heads = (
        Column(words.naam(step, "overlijden"), 2, words.naam(step, _RULE), right=True)
        for step in steps
    )
    return Table(
        (Column(texts("document.periode"), 1), *heads),
        tuple(
            Row((Cell(name), *(cells.of_block(year, step) for step in steps)))
            for name, year in rows
        ),
    )


def _bars(years: Iterable[Mapping[str, Any]], texts: Texts) -> Iterator[Chart]:
    words = Words(texts)
    bars = tuple(
        Bar(str(year["jaar"]), year[_YEARLY], words.bedrag(year[_YEARLY]))
        for year in years
        if year[_YEARLY] is not None
    )
    if bars:
        listed = "; ".join(f"{bar.name}: {bar.written}" for bar in bars)
        told = texts("document.grafiek.beschrijving", jaren=listed)
        yield Chart(texts("document.grafiek.titel"), bars, told)
