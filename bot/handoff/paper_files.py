"""The files of a case on paper."""

from collections.abc import Iterable

from bot.handoff.attached import Attached
from bot.handoff.blocks import Cell, Row
from bot.handoff.templates import Words


def file_rows(files: Iterable[Attached], words: Words) -> tuple[Row, ...]:
    """Return a row for each file: what it is, when it came, how large it is and its hash."""
    return tuple(
        Row(
            (
                Cell(f"{one.number}. {one.title}", note="" if one.here else one.state, typed=True),
                Cell(words.moment_kort(one.at)),
                Cell(one.size),
                Cell(one.sha256, typed=True),
            )
        )
        for one in files
    )
