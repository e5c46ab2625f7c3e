"""Answers that cannot be true together: asked again, kindly, and never stored."""

from calc.samenhang import Onmogelijk, onmogelijk
from dialogs.play import Play


def impossible(play: Play, before: Play) -> Onmogelijk | None:
    """Return what is impossible now and was not before, None when nothing is."""
    known = set(_refused(before))
    return next((refusal for refusal in _refused(play) if refusal not in known), None)


def _refused(play: Play) -> tuple[Onmogelijk, ...]:
    return onmogelijk(play.walk.picture.feiten(), play.today)
