"""Answers that cannot be true together: asked again, kindly, and never stored."""

from calc.samenhang import onmogelijk

from dialogs.play import Play


def impossible(play: Play, before: Play) -> str | None:
    """Return the key of what is impossible now and was not before, None when nothing is."""
    known = {refusal.reden for refusal in onmogelijk(before.walk().picture.feiten(), play.today)}
    for refusal in onmogelijk(play.walk().picture.feiten(), play.today):
        if refusal.reden not in known:
            return f"samenhang.{refusal.reden}"
    return None
