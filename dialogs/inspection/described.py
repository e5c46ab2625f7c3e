"""Conditions in words, for who reads the conversation without running it."""

from collections.abc import Iterable
from typing import Any, Protocol

from dialogs.asking import label_key
from dialogs.conditions import (
    AllOf,
    Always,
    AnyOf,
    Condition,
    Has,
    Is,
    IsKnown,
    Not,
    Positive,
    Unless,
)
from dialogs.flow import Flow
from dialogs.questions import NO, YES, Question

_ANSWER = "antwoord."


class Words(Protocol):
    """The texts of one language, as the shell holds them."""

    def __call__(self, key: str, **params: Any) -> str:
        """Return the text, with the values filled in."""
        ...

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a text for this key."""
        ...

    def raw(self, key: str) -> str:
        """Return the text as it was written, its template and all."""
        ...


class Described:
    """Writes conditions with the names that the questions go by."""

    def __init__(self, flow: Flow, words: Words) -> None:
        """Name each fact after the first question that fills it."""
        self._words = words
        self._by_path: dict[str, Question] = {}
        for question in flow.questions():
            for path in (question.fact, f"{_ANSWER}{question.id}", f"{_ANSWER}{question.id}[]"):
                if path is not None:
                    self._by_path.setdefault(path, question)

    def __call__(self, condition: Condition) -> str:
        """Return the condition as a phrase; an empty one always holds."""
        if isinstance(condition, AllOf | AnyOf):
            return self._joined(condition)
        if isinstance(condition, Not | Unless):
            inner = condition.of if isinstance(condition, Not) else condition.certain
            key = "niet" if isinstance(condition, Not) else "tenzij"
            return "" if isinstance(inner, Always) else self._write(key, deel=self(inner))
        if isinstance(condition, Is):
            values = self._or(self._value(condition.path, value) for value in condition.values)
            return self._write("is", feit=self._name(condition.path), waarden=values)
        if isinstance(condition, Has):
            member = self._value(condition.path, condition.member)
            return self._write("bevat", feit=self._name(condition.path), lid=member)
        if isinstance(condition, IsKnown | Positive):
            key = "bekend" if isinstance(condition, IsKnown) else "meer_dan_nul"
            return self._write(key, feit=self._name(condition.path))
        return ""

    def _joined(self, condition: AllOf | AnyOf) -> str:
        parts = [phrase for part in condition.of if (phrase := self(part))]
        if isinstance(condition, AnyOf):
            return self._or(parts)
        nested = (
            f"({phrase})" if isinstance(part, AnyOf) and len(parts) > 1 else phrase
            for part in condition.of
            if (phrase := self(part))
        )
        return self._words("voorwaarde.en").join(nested)

    def _or(self, parts: Iterable[str]) -> str:
        return self._words("voorwaarde.of").join(parts)

    def _write(self, key: str, **params: str) -> str:
        return self._words(f"voorwaarde.{key}", **params)

    def _name(self, path: str) -> str:
        """Return the short name of a fact; what no question fills goes by its path."""
        question = self._by_path.get(path)
        if question is not None:
            return self._quoted(self._words(f"vraag.{question.id}.kort", index=None))
        key = f"voorwaarde.feit.{path}"
        return self._words(key) if key in self._words else path

    def _value(self, path: str, value: str | bool | int) -> str:  # noqa: FBT001 - a value, no switch
        if isinstance(value, bool):
            return self._quoted(self._words(f"optie.{YES if value else NO}"))
        question = self._by_path.get(path)
        key = f"optie.{value}" if question is None else label_key(question, str(value))
        return self._quoted(self._words(key) if key in self._words else str(value))

    def _quoted(self, word: str) -> str:
        return self._words("voorwaarde.woord", woord=word)
