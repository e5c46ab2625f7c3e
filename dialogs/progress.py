"""How far the conversation is: how many answers there are at most before it ends."""

from typing import Any

from dialogs.conditions import Known
from dialogs.effects import Progress
from dialogs.flow import Flow
from dialogs.questions import Kind
from dialogs.walk import Place, Walk


def progress(flow: Flow, walked: Walk) -> Progress:
    """Return how many answers were given, and how many there are at most on this path.

    Counted is what is asked for certain and what the next answers may bring up; no more than the
    flow promises for who does not choose to tell more. The overview is the last thing to answer.
    """
    certain = len(walked.waiting)
    ahead = [*walked.waiting, *_possible(flow, walked)]
    chosen = sum(_is_chosen(place) for place in ahead)
    # Each tick of a list may bring a question of its own.
    ticks = sum(len(p.question.options) for p in ahead if p.question.kind is Kind.TICKS)
    left = min(len(ahead) + ticks, max(_promised(flow, walked), 0) + chosen)
    done = walked.done
    return Progress(done=done, of=done + max(left, certain) + 1)


def _possible(flow: Flow, walked: Walk) -> list[Place]:
    """Return what may come up when no more is told than is asked."""
    doors = frozenset(question.id for question in flow.questions() if question.door)
    return [
        place
        for place in walked.possible
        if place.question.when.holds(_Closed(walked.picture.at(place.index), doors)) is not False
    ]


def _promised(flow: Flow, walked: Walk) -> int:
    """Return how many of the promised questions are left, whoever it turns out to be."""
    if flow.limits is None:
        return len(walked.waiting) + len(walked.possible)
    most, known = flow.limits.most, walked.picture(flow.limits.fact)
    waiting = {place.key for place in walked.waiting}
    given = [place for place in walked.answered if place.key not in waiting]
    promised = most.get(str(known), max(most.values()))
    return promised - sum(not _is_chosen(place) for place in given)


def _is_chosen(place: Place) -> bool:
    """Tell whether it is only asked because the person chose to tell more."""
    return place.question.block is not None or bool(place.index)


class _Closed:
    """What is known, as if every door that was not opened stays closed."""

    def __init__(self, known: Known, doors: frozenset[str]) -> None:
        self._known = known
        self._paths = frozenset(f"antwoord.{door}" for door in doors)

    def __call__(self, path: str) -> Any:
        told = self._known(path)
        return False if told is None and path.removesuffix("[]") in self._paths else told
