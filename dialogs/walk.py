"""From ledger to facts, and to the question that comes next.

The next question is computed, never stored: the first one in order whose condition holds and that
has no current answer. Answers to questions that no longer apply stay in the ledger and count for
nothing, so a correction loses nothing and brings them back when it is undone.
"""

from dataclasses import dataclass, field
from datetime import date

from pydantic import JsonValue

from dialogs.flow import Flow
from dialogs.picture import Picture, indexed
from dialogs.questions import SAME_AS, Explanation, Importance, Kind, Question, Repeat
from dialogs.session import Answer, Entry, Session, Status, key_of


@dataclass(frozen=True)
class Place:
    """One question at its place: in a list, the member it is about."""

    question: Question
    index: int | None = None

    @property
    def key(self) -> str:
        """The ledger's key."""
        return key_of(self.question.id, self.index)

    @property
    def fact(self) -> str | None:
        """The path of the fact, with the member filled in."""
        fact = self.question.fact
        return fact if fact is None or self.index is None else indexed(fact, self.index)


@dataclass
class Walk:
    """What a pass through the ledger found."""

    picture: Picture
    answered: list[Place] = field(default_factory=list)
    open: Place | None = None
    due: list[tuple[str, Explanation]] = field(default_factory=list)
    remaining: int = 0


def walk(flow: Flow, session: Session, today: date) -> Walk:
    """Pass all items in order and tell what is known, what is due and what comes next."""
    found = Walk(Picture(today, (raised.alarm for raised in session.alarms)))
    for item in flow.items:
        if isinstance(item, Repeat):
            _repeat(found, session, item)
        else:
            _pass(found, session, item, None)
    return found


def _pass(found: Walk, session: Session, item: Question | Explanation, index: int | None) -> None:
    holds = item.when.holds(found.picture.at(index))
    if isinstance(item, Explanation):
        key = key_of(item.id, index)
        if holds and found.open is None and key not in session.explained:
            found.due.append((key, item))
        return
    place = Place(item.at(index), index)
    answer = current(session.ledger.get(place.key))
    if holds and answer is not None:
        _take(found, place, answer)
    elif holds or (holds is None and item.importance is not Importance.OPTIONEEL):
        found.remaining += 1
        if holds and found.open is None:
            found.open = place


def _take(found: Walk, place: Place, answer: Answer) -> None:
    found.answered.append(place)
    if answer.status is Status.ANSWERED:
        name = place.question.id if place.index is None else f"{place.question.id}[{place.index}]"
        found.picture.answers[name] = answer.choice if answer.value is None else answer.value
        sets = dict(answer.sets)
        if place.index is not None:
            sets = {indexed(path, place.index): value for path, value in sets.items()}
        found.picture.note(_filled(place), _value(found, place, answer), sets)


def _filled(place: Place) -> str | None:
    """Return the path that the answer itself fills: not for a list of ticks or of members."""
    fact = place.fact
    if fact is None or place.question.kind is Kind.TICKS or fact.endswith("[+]"):
        return None
    return fact


def _value(found: Walk, place: Place, answer: Answer) -> JsonValue:
    """Return the value of the fact; "the same as that of member 0" is the label of that one."""
    fact, index, choice = place.question.fact, place.index, answer.choice
    if not place.question.same_as_earlier or fact is None or index is None or choice is None:
        return answer.value
    member = int(choice.removeprefix(SAME_AS)) if choice.startswith(SAME_AS) else index
    path, label = indexed(fact, member), f"{fact.rpartition('.')[2]} {member + 1}"
    known = found.picture(path)
    if known is None and member != index:
        found.picture.note(path, label, {})
    return label if known is None else str(known)


def _repeat(found: Walk, session: Session, repeat: Repeat) -> None:
    if repeat.when.holds(found.picture) is not True:
        return
    begins = repeat.first.holds(found.picture) is True
    for index in range(repeat.most):
        if index > 0 or not begins:
            _pass(found, session, repeat.more, index)
            if found.picture.answers.get(f"{repeat.more.id}[{index}]") is not True:
                return
        found.picture.note(f"{repeat.fact}[{index}]", {}, {})
        for item in repeat.items:
            _pass(found, session, item, index)


def current(entry: Entry | None) -> Answer | None:
    """Return the answer that counts, None when the question is to be asked."""
    return None if entry is None or entry.answer.status is Status.OPEN else entry.answer
