"""Text in pieces that a channel takes, cut where a reader pauses."""

from collections.abc import Iterator

_END_OF_BASIC_PLANE = 0xFFFF


def units(text: str) -> int:
    """Return how long a text is in UTF-16 units, which is never less than what channels count."""
    return sum(_units_of(sign) for sign in text)


def split(text: str, most: int) -> Iterator[str]:
    """Yield the text in pieces of at most so many UTF-16 units, cut where a reader pauses."""
    rest = text.strip()
    while rest:
        piece = _fitting(rest, most)
        if len(piece) < len(rest):
            piece = _to_a_pause(piece)
        yield piece.rstrip()
        rest = rest[len(piece) :].lstrip()


def _units_of(sign: str) -> int:
    return 2 if ord(sign) > _END_OF_BASIC_PLANE else 1


def _fitting(text: str, most: int) -> str:
    taken = 0
    for place, sign in enumerate(text):
        taken += _units_of(sign)
        if taken > most:
            return text[:place]
    return text


def _to_a_pause(piece: str) -> str:
    """Cut back to the last empty line, else the last line, else the last space."""
    for pause in ("\n\n", "\n", " "):
        place = piece.rfind(pause)
        if place > 0:
            return piece[: place + len(pause)]
    return piece
