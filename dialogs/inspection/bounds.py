"""How many answers a path through a flow can take at most, over everything a person can say."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import JsonValue

from dialogs.answers.meanings import Given
from dialogs.conditions import AllOf, Always, AnyOf, Condition, Not, Unless, all_of
from dialogs.flow import DERIVED, Flow
from dialogs.inspection.trials import trials
from dialogs.questions import Kind, Question, Repeat
from dialogs.session import Status

_Facts = dict[str, JsonValue]
# The place in a list is known here; what else is derived may turn out either way.
_EITHER_WAY = frozenset(DERIVED) - {"plaats"}


@dataclass(frozen=True)
class _Stop:
    """One question on the way, with all that must hold for it."""

    question: Question
    when: Condition
    member: bool


class _Known:
    """What one path has told so far; the place in a list is its first."""

    def __init__(self, facts: Mapping[str, JsonValue]) -> None:
        self._facts = facts

    def __call__(self, path: str) -> Any:
        return 0 if path == "plaats" else self._facts.get(path)


def longest(
    flow: Flow, today: date, fixed: Mapping[str, JsonValue], closed: Collection[str]
) -> int:
    """Return the most answers that any path takes.

    Args:
        flow: The conversation.
        today: The day on which it is tried.
        fixed: Facts that are given ("rol"), by path.
        closed: Questions that open a further part; here they are never answered with yes.

    Returns:
        The number of answers. Paths that differ only in what nothing looks at any more are taken
        together, so every combination counts. A condition on the assessment, on an age or on an
        alarm may turn out either way.
    """
    stops = _without(tuple(_stops(flow)), closed)
    paths: dict[tuple[bool | None, ...], tuple[int, _Facts]] = {(): (0, {})}
    for number, stop in enumerate(stops):
        ahead = _atoms(later.when for later in stops[number + 1 :])
        answers = _answers(stop.question, today, fixed, closed)
        following: dict[tuple[bool | None, ...], tuple[int, _Facts]] = {}
        for count, facts in paths.values():
            for taken, told in _ways(stop, facts, answers):
                known = _Known(told)
                place = tuple(atom.holds(known) for atom in ahead)
                if place not in following or following[place][0] < count + taken:
                    following[place] = (count + taken, told)
        paths = following
    return max(count for count, _ in paths.values())


def _stops(flow: Flow) -> Iterator[_Stop]:
    for item in flow.items:
        if isinstance(item, Question):
            yield _Stop(item, item.asked_when, member=False)
        if isinstance(item, Repeat):
            for leaf in item.items:
                if isinstance(leaf, Question):
                    when = all_of(item.when, item.first, leaf.asked_when)
                    yield _Stop(leaf, when, member=True)
            yield _Stop(item.more, item.when, member=True)


def _without(stops: tuple[_Stop, ...], closed: Collection[str]) -> tuple[_Stop, ...]:
    """Leave out what can only be asked after a question that stays closed."""
    known = _Known({f"antwoord.{name}": False for name in closed})
    return tuple(stop for stop in stops if stop.when.holds(known) is not False)


def _ways(stop: _Stop, facts: _Facts, answers: tuple[Given, ...]) -> Iterator[tuple[int, _Facts]]:
    """Yield every way past a question: how many answers it took, and what is known after it."""
    holds = stop.when.holds(_Known(facts))
    heads = {path.split(".")[0] for path in stop.when.paths()}
    open_ended = not heads.isdisjoint(_EITHER_WAY)
    if holds is not True:
        yield 0, facts
    if holds or (holds is None and open_ended):
        for given in answers:
            yield 1, {**facts, **_told(stop, given)}


def _told(stop: _Stop, given: Given) -> _Facts:
    if given.status is not Status.ANSWERED:
        return {}
    question = stop.question
    name = f"antwoord.{question.id}[]" if stop.member else f"antwoord.{question.id}"
    told: _Facts = {name: given.choice if given.value is None else given.value, **given.sets}
    if question.fact is not None and question.kind is not Kind.TICKS and given.value is not None:
        told[question.fact] = given.value
    return told


def _answers(
    question: Question, today: date, fixed: Mapping[str, JsonValue], closed: Collection[str]
) -> tuple[Given, ...]:
    possible = trials(question, today)
    if question.id in closed:
        return tuple(given for given in possible if not given.value)
    if question.fact is not None and question.fact in fixed:
        return tuple(given for given in possible if given.value == fixed[question.fact])
    return possible


def _atoms(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return the single statements that these conditions are made of."""
    return tuple({repr(atom): atom for when in conditions for atom in _parts(when)}.values())


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.of:
            yield from _parts(part)
    elif isinstance(condition, Not):
        yield from _parts(condition.of)
    elif isinstance(condition, Unless):
        yield from _parts(condition.certain)
    elif not isinstance(condition, Always):
        yield condition
