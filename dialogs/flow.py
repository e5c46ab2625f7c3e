"""A whole conversation, declared: its items in order, checked when it is built."""

from collections.abc import Iterator
from typing import Self

from pydantic import model_validator

from dialogs.conditions import Condition, IsKnown
from dialogs.frozen import Frozen
from dialogs.questions import Explanation, Item, Question, Repeat

# Paths that are no facts: they may be looked at from anywhere.
DERIVED = ("beoordeling", "leeftijd", "alarmen", "plaats")


class Limits(Frozen):
    """What a flow promises about its length: questions at most, by who talks.

    The promise is for who does not choose to tell more.
    """

    fact: str
    most: dict[str, int]


class Flow(Frozen):
    """Questions and explanations in the order in which they come up."""

    name: str
    version: str
    items: tuple[Item, ...]
    limits: Limits | None = None

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        ids = [item.id for item in self.leaves()]
        doubled = {name for name in ids if ids.count(name) > 1}
        if doubled:
            message = f"flow {self.name}: ids used twice: {sorted(doubled)}"
            raise ValueError(message)
        _looks_back_only(self)
        return self

    def leaves(self) -> Iterator[Question | Explanation]:
        """Yield every question and explanation, those inside repeats too."""
        for item in self.items:
            if isinstance(item, Repeat):
                yield item.more
                yield from item.items
            else:
                yield item

    def questions(self) -> Iterator[Question]:
        """Yield every question."""
        return (item for item in self.leaves() if isinstance(item, Question))

    def question(self, name: str) -> Question:
        """Return one question by id; KeyError when there is none."""
        for question in self.questions():
            if question.id == name:
                return question
        raise KeyError(name)


def _looks_back_only(flow: Flow) -> None:
    told: set[str] = set()
    for item in flow.items:
        inside = (item.more, *item.items) if isinstance(item, Repeat) else (item,)
        if isinstance(item, Repeat):
            told.add(item.fact)
            _check(flow, item.fact, item.first, told)
            _check(flow, item.fact, item.when, told)
        for leaf in inside:
            if isinstance(leaf, Explanation):
                _check(flow, leaf.id, leaf.when, told)
                continue
            _check(flow, leaf.id, leaf.asked_when, told)
            for option in leaf.options:
                if option.copies is not None:
                    _check(flow, leaf.id, IsKnown(path=option.copies), told)
            told |= _tells(leaf)


def _tells(question: Question) -> set[str]:
    told = {f"antwoord.{question.id}", f"antwoord.{question.id}[]"}
    told |= {fact for fact in (question.fact, question.ongoing) if fact is not None}
    for settled in (question.sets, *(option.sets for option in question.options)):
        told |= settled.keys()
    return told


def _check(flow: Flow, name: str, condition: Condition, told: set[str]) -> None:
    for path in condition.paths():
        if path.split(".")[0] not in DERIVED and path not in told:
            message = f"flow {flow.name}: {name} looks at {path}, which nothing before it tells"
            raise ValueError(message)
