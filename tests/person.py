"""A person whose facts are known talks through the conversation, as a program would."""

import re
from typing import Any

from dialogs.effects import Choice
from dialogs.session import State
from tests.conversation import Talk

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
STOPPED = (State.HANDED_OVER, State.WITH_HUMAN, State.STOPPED)
NOTHING = ("weet_niet", "onbekend", "overslaan", "klaar", "geen", "nee")


def fact_at(facts: Any, path: str) -> Any:
    """Return what stands in the facts at a path."""
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(facts, list):
            facts = facts[int(step)] if step.isdigit() and int(step) < len(facts) else None
        else:
            facts = facts.get(step) if isinstance(facts, dict) else None
    return facts


def in_words(kind: str, fact: str, value: Any) -> str:
    """Write a value as people type it."""
    if isinstance(value, dict):
        return str(value.get("_zeg", f"tussen {value.get('van')} en {value.get('tot')}"))
    if kind == "date":
        year, month, day = str(value).split("-")
        return f"{int(day)} {MONTHS.split()[int(month) - 1]} {year}"
    if kind == "money":
        return f"€ {value}".replace(".", ",")
    if kind == "percent":
        return f"{value}%".replace(".", ",")
    if kind == "duration":
        return f"{value} {'maanden' if 'maanden' in fact else 'dagen'}".replace(".", ",")
    return str(value).replace(".", ",") if kind == "number" else str(value)


class Person:
    """Knows only a facts object, the question on the screen and its buttons."""

    def __init__(self, facts: dict[str, Any], talk: Talk | None = None) -> None:
        """Begin the conversation."""
        self.facts = facts
        self.talk = (talk or Talk()).commands("start")
        self.asked: list[str] = []
        self.answers = 0
        others = 0 if facts.get("rol") in ("naaste", "nabestaande") else 1
        self.relatives = len(facts.get("naasten", [])) - 1 + others

    def talks(self) -> "Person":
        """Answer to the end."""
        while self.talk.state not in STOPPED:
            assert self.answers < 150, self.talk.question
            self.answer()
            self.answers += 1
        return self

    def answer(self) -> None:
        """Answer what is on the screen."""
        asked = self.talk.asked
        assert asked is not None, self.talk.state
        fact, kind = asked.fact, str(asked.kind or "")
        if fact:
            self.asked.append(fact)
        ids = self.talk.choices
        if kind == "contact":
            self.talk.says("Sanne Voorbeeld" if "naam" in asked.key else "06-12345678")
        elif asked.question in ("toestemming", "vertegenwoordiger"):
            self.talk.chooses("ja")
        elif asked.question is None or self.talk.state is State.REVIEW:
            self.talk.chooses(next(one for one in ids if one in ("klopt", "verder")))
        elif fact is None:
            self._knows_nothing(ids, kind)
        else:
            self._about(fact, kind, ids)

    def _about(self, fact: str, kind: str, ids: list[str]) -> None:
        value = fact_at(self.facts, fact)
        asked = self.talk.asked
        assert asked is not None
        shared = re.fullmatch(r"naasten\[(\d+)\]\.(adres|belangenbehartiger)", fact)
        if fact.endswith("[+]"):
            self.talk.chooses("ja" if self.relatives > 0 else "nee")
            self.relatives -= 1
        elif kind == "ticks":
            todo = [tick for tick in value or {} if tick in ids and tick not in asked.ticked]
            self.talk.chooses(todo[0] if todo else "klaar")
        elif shared:
            self.talk.chooses(self._same(int(shared[1]), shared[2], value))
        elif value in (None, {}, []):
            self._knows_nothing(ids, kind)
        elif kind == "yesno":
            self.talk.chooses("ja" if value else "nee")
        elif kind == "choice":
            self.talk.chooses(_fitting(asked.choices, str(value)))
        else:
            self.talk.says(in_words(kind, fact, value))

    def _same(self, member: int, key: str, value: Any) -> str:
        others = (fact_at(self.facts, f"naasten[{other}].{key}") for other in range(member))
        same = next((other for other, label in enumerate(others) if label == value), None)
        if value is None:
            return "weet_niet"
        return "ander" if same is None else f"zelfde_als_{same}"

    def _knows_nothing(self, ids: list[str], kind: str) -> None:
        known = next((choice for choice in NOTHING if choice in ids), None)
        if known is not None:
            self.talk.chooses(known)
        else:
            self.talk.says("Er kwam een ander van rechts." if kind == "text" else "weet ik niet")


def _fitting(choices: tuple[Choice, ...], value: str) -> str:
    return next(one.id for one in choices if one.id == value or value in one.values)
