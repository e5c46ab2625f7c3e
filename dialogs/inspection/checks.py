"""Proof that a flow can be talked through: all of it, to the end, and in words that fit."""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import product

from pydantic import JsonValue

from dialogs.answers.meanings import Given
from dialogs.asking import label_key, options
from dialogs.events import Command
from dialogs.flow import Flow, Limits
from dialogs.frozen import Frozen
from dialogs.inspection.bounds import longest
from dialogs.inspection.trials import trials
from dialogs.limits import LIST_ROWS, LONGEST_LABEL, LONGEST_REPLY_BUTTON, REPLY_BUTTONS
from dialogs.picture import Picture
from dialogs.questions import Explanation, Kind, Question
from dialogs.session import Answer, Entry
from dialogs.walk import Place, due_of, passed

# Every conversation is tried with each answer to these.
_DECISIVE = ("rol", "oorzaak")
_ROUNDS, _MEMBERS_TRIED = 24, 2


class Finding(Frozen):
    """Something that is wrong, and with what."""

    item: str
    problem: str


def findings(
    flow: Flow,
    limits: Limits,
    vocabulary: Mapping[str, Sequence[str]],
    texts: Container[str],
    today: date,
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a flow; nothing when all is proved."""
    return (
        *missing_texts(flow, texts),
        *long_labels(flow, vocabulary),
        *long_paths(flow, limits, today),
        *unreached(flow, today),
    )


# --- words ---------------------------------------------------------------------------------------


def keys(flow: Flow) -> Iterator[str]:
    """Yield the key of every text that a flow needs."""
    for leaf in flow.leaves():
        if isinstance(leaf, Explanation):
            yield f"uitleg.{leaf.id}"
            continue
        for part in ("ask", "why", "not_understood", "kort"):
            yield f"vraag.{leaf.id}.{part}"
        for part in ("title", "who", "unknown"):
            yield f"sectie.{leaf.section}.{part}"
        yield from labels(leaf)
        if leaf.needs_human_unless_yes:
            yield f"vraag.{leaf.id}.naar_mens"
    yield from (f"commando.{command}" for command in Command)


def labels(question: Question) -> tuple[str, ...]:
    """Return the keys of the labels of a question's buttons."""
    return tuple(label_key(question, option.id) for option in options(question))


def missing_texts(flow: Flow, texts: Container[str]) -> tuple[Finding, ...]:
    """Return the texts that are not there."""
    return tuple(
        Finding(item=key, problem="has no text")
        for key in dict.fromkeys(keys(flow))
        if key not in texts
    )


def long_labels(flow: Flow, vocabulary: Mapping[str, Sequence[str]]) -> tuple[Finding, ...]:
    """Return the labels that are too long for a channel, and the lists with too many rows."""
    found: list[Finding] = []
    for question in flow.questions():
        shown = labels(question)
        most = LONGEST_REPLY_BUTTON if len(shown) <= REPLY_BUTTONS else LONGEST_LABEL
        if len(shown) > LIST_ROWS:
            found.append(Finding(item=question.id, problem=f"has {len(shown)} buttons"))
        for key in (*shown, f"vraag.{question.id}.kort", f"sectie.{question.section}.title"):
            limit = most if key in shown else LONGEST_LABEL
            label = next(iter(vocabulary.get(key, ())), "")
            if len(label) > limit:
                found.append(Finding(item=key, problem=f"is longer than {limit}: {label}"))
    return tuple(dict.fromkeys(found))


# --- length --------------------------------------------------------------------------------------


def long_paths(flow: Flow, limits: Limits, today: date) -> tuple[Finding, ...]:
    """Return who may have to give more answers than was promised."""
    found = []
    closed = opens(flow)
    for who, most in limits.most.items():
        count = longest(flow, today, {limits.fact: who}, closed)
        if count > most:
            problem = f"may take {count} answers, more than the promised {most}"
            found.append(Finding(item=f"{limits.fact} {who}", problem=problem))
    return tuple(found)


def opens(flow: Flow) -> frozenset[str]:
    """Return the questions with which a person chooses to tell more."""
    return frozenset(
        question.id
        for question in flow.questions()
        if question.door or question.kind is Kind.TICKS
    )


# --- reach ---------------------------------------------------------------------------------------


def unreached(flow: Flow, today: date) -> tuple[Finding, ...]:
    """Return what never comes up in any conversation tried, and which questions stay open."""
    left = {leaf.id for leaf in flow.leaves()}
    found = []
    manner = Manner(_possible(flow, today), opens(flow))
    ways = tuple(_beginnings(flow, manner.possible))
    for begins in (way for _ in range(_ROUNDS) if left for way in ways):
        manner.begins = begins
        talk = passed(flow, manner.entry, Picture(today, flow.version))
        left -= {place.question.id for place in talk.answered}
        left -= {due.explanation.id for due in due_of(talk)} if left else set()
        if talk.open is not None:
            found.append(Finding(item=talk.open.key, problem="is never closed"))
    return (*found, *(Finding(item=name, problem="is never reached") for name in sorted(left)))


@dataclass
class Manner:
    """Which answers are given: each question has its turns, so that all of them come by."""

    possible: Mapping[str, tuple[Entry, ...]]
    opens: Collection[str]
    begins: Mapping[str, Entry] = field(default_factory=dict)
    turns: Counter[str] = field(default_factory=Counter)

    def entry(self, place: Place) -> Entry:
        """Return the answer to one question."""
        name = place.question.id
        if name in self.begins:
            return self.begins[name]
        possible = self.possible[name]
        if name in self.opens:
            wanted = place.index is None or place.index < _MEMBERS_TRIED
            return next((entry for entry in possible if _value(entry) is wanted), possible[0])
        self.turns[name] += 1
        return possible[self.turns[name] % len(possible)]


def _possible(flow: Flow, today: date) -> Mapping[str, tuple[Entry, ...]]:
    """Return the answers to try, by question."""
    at = datetime.combine(today, time.min, tzinfo=UTC)
    fields = {"status", "value", "choice", "sets"}

    def entry(question: Question, answer: Given) -> Entry:
        told = Answer(**answer.model_dump(include=fields), at=at, channel="check", turn=1)
        return Entry(question=question.id, answer=told)

    return {
        question.id: tuple(entry(question, answer) for answer in trials(question, today))
        for question in flow.questions()
    }


def _beginnings(
    flow: Flow, possible: Mapping[str, tuple[Entry, ...]]
) -> Iterator[Mapping[str, Entry]]:
    """Yield how conversations begin: everyone, with every cause."""
    decisive = [question.id for question in flow.questions() if question.fact in _DECISIVE]
    for entries in product(*(possible[name] for name in decisive)):
        yield dict(zip(decisive, entries, strict=True))


def _value(entry: Entry) -> JsonValue:
    return None if entry.answer is None else entry.answer.value
