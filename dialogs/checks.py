"""Proof that a flow can be talked through: all of it, to the end, and in words that fit."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from zlib import crc32

from dialogs.asking import label_key, options
from dialogs.bounds import longest
from dialogs.events import Command
from dialogs.flow import Flow
from dialogs.frozen import Frozen
from dialogs.limits import LIST_ROWS, LONGEST_LABEL, LONGEST_REPLY_BUTTON, REPLY_BUTTONS
from dialogs.meanings import Given
from dialogs.questions import Explanation, Question
from dialogs.session import Answer, Entry
from dialogs.trials import trials
from dialogs.walk import Place, Walk, due_of, passed

# Every conversation is tried with each answer to these.
_DECISIVE = ("rol", "oorzaak")
_ROUNDS, _MEMBERS_TRIED = 24, 2


class Finding(Frozen):
    """Something that is wrong, and with what."""

    item: str
    problem: str


class Limits(Frozen):
    """What a flow promises about its length: answers at most, by who talks.

    `opens` are the questions with which a person chooses to tell more; the promise is for who
    does not.
    """

    fact: str
    most: dict[str, int]
    opens: frozenset[str]


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
        *unreached(flow, limits, today),
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
    for who, most in limits.most.items():
        count = longest(flow, today, {limits.fact: who}, limits.opens)
        if count > most:
            problem = f"may take {count} answers, more than the promised {most}"
            found.append(Finding(item=f"{limits.fact} {who}", problem=problem))
    return tuple(found)


# --- reach ---------------------------------------------------------------------------------------


def unreached(flow: Flow, limits: Limits, today: date) -> tuple[Finding, ...]:
    """Return what never comes up in any conversation tried, and which of those did not end."""
    left = {leaf.id for leaf in flow.leaves()}
    found = []
    ways = _beginnings(flow, today)
    for number in range(_ROUNDS):
        if number > 1 and not left:
            break
        for way in ways:
            talk = talked_through(flow, limits.opens, today, way, number)
            left -= {place.question.id for place in talk.answered}
            left -= {due.explanation.id for due in due_of(talk)}
            if talk.open is not None:
                found.append(Finding(item=str(sorted(way)), problem="does not come to an end"))
    return (*found, *(Finding(item=name, problem="is never reached") for name in sorted(left)))


def talked_through(
    flow: Flow, opens: Collection[str], today: date, begins: Mapping[str, Given], number: int
) -> Walk:
    """Return a whole conversation; its number says which answers are given."""

    def entry(place: Place) -> Entry:
        given = begins.get(place.question.id) or _picked(place, opens, today, number)
        answer = Answer(
            **given.model_dump(include={"status", "value", "choice", "sets"}),
            at=datetime.combine(today, time.min, tzinfo=UTC),
            channel="check",
            turn=1,
        )
        return Entry(question=place.question.id, index=place.index, answer=answer)

    return passed(flow, entry, today)


def _beginnings(flow: Flow, today: date) -> tuple[dict[str, Given], ...]:
    """Return how conversations begin: everyone, with every cause."""
    ways: tuple[dict[str, Given], ...] = ({},)
    for question in flow.questions():
        if question.fact in _DECISIVE:
            ways = tuple(
                {**way, question.id: given} for way in ways for given in trials(question, today)
            )
    return ways


def _picked(place: Place, opens: Collection[str], today: date, number: int) -> Given:
    """Return the answer of this conversation: in the first round the mildest, then any."""
    possible = trials(place.question, today)
    if place.question.id in opens:
        wanted = place.index is None or place.index < _MEMBERS_TRIED
        return next((given for given in possible if given.value is wanted), possible[0])
    return possible[_mixed(number, place.key) % len(possible)]


def _mixed(number: int, key: str) -> int:
    return crc32(f"{number}:{key}".encode()) >> 7 if number else 0
