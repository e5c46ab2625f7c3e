"""From ledger to facts, and to the question that comes next.

The next question is computed, never stored: the first one in order whose condition holds and that
has no current answer. Answers to questions that no longer apply stay in the ledger and count for
nothing, so a correction loses nothing and brings them back when it is undone.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import JsonValue

from dialogs.conditions import Known
from dialogs.flow import Flow
from dialogs.leaves import fits
from dialogs.picture import Picture, indexed
from dialogs.questions import SAME_AS, Explanation, Kind, Option, Question, Repeat
from dialogs.session import Answer, Entry, Session, Status, key_of, runs_as_light
from dialogs.staff.dossier import noted


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


# What the ledger holds of a question at its place.
Entries = Callable[[Place], Entry | None]


@dataclass(frozen=True)
class Due:
    """An explanation whose moment has come, with the outcome that it tells."""

    key: str
    explanation: Explanation
    tells: str


@dataclass
class Walk:
    """What a pass through the ledger found.

    `answered` are the questions with an answer that counts, those that are asked again among
    them; `waiting` are the questions that are still to be answered on this path, `possible` those
    that the next answers may add to it.
    """

    picture: Picture
    answered: list[Place] = field(default_factory=list)
    waiting: list[Place] = field(default_factory=list)
    possible: list[Place] = field(default_factory=list)
    open: Place | None = None
    due: list[Due] = field(default_factory=list)
    reached: list[tuple[Explanation, int | None]] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many questions are answered and not asked again."""
        waiting = {place.key for place in self.waiting}
        return sum(place.key not in waiting for place in self.answered)


def walk(flow: Flow, session: Session, today: date) -> Walk:
    """Pass all items in order and tell what is known, what is due and what comes next."""
    alarms = (raised.alarm for raised in session.alarms)
    picture = Picture(today, flow.version, alarms, runs_as_light=runs_as_light(session))
    found = passed(flow, lambda place: session.ledger.get(place.key), picture)
    noted(found.picture, session.dossier)
    found.open = _asked_first(found, session)
    # Whether to explain is decided on all that is known, as the text itself is written on it.
    found.due = [due for due in due_of(found) if session.explained.get(due.key) != due.tells]
    return found


def _asked_first(found: Walk, session: Session) -> Place | None:
    """Return what is open: what the person went back to, before what was not asked yet.

    One message may tell of a question that lies further on; a gate is never passed by.
    """
    if found.open is None or found.open.question.is_gate:
        return found.open
    entries = ((place, session.ledger.get(place.key)) for place in found.waiting)
    again = (place for place, entry in entries if entry is not None and entry.asked_again)
    return next(again, found.open)


def passed(flow: Flow, entries: Entries, picture: Picture) -> Walk:
    """Pass all items in order, with the answer that each question has at that moment."""
    found = Walk(picture)
    for item in flow.items:
        if isinstance(item, Repeat):
            _repeat(found, entries, item)
        else:
            _pass(found, entries, item, None)
    return found


def due_of(found: Walk) -> Iterator[Due]:
    """Yield every explanation that was reached and applies, told before or not."""
    picture = found.picture
    for explanation, index in found.reached:
        if explanation.when.holds(picture.at(index)):
            tells = json.dumps([picture(f"beoordeling.{path}") for path in explanation.again_on])
            yield Due(key_of(explanation.id, index), explanation, tells)


def _pass(found: Walk, entries: Entries, item: Question | Explanation, index: int | None) -> None:
    if isinstance(item, Explanation):
        if found.open is None:
            found.reached.append((item, index))
        return
    known = found.picture.at(index)
    holds = item.when.holds(known)
    if not holds:
        if holds is None and found.open is not None:
            found.possible.append(Place(item, index))
        return
    place = Place(item.at(index), index)
    follows = _following(place, known)
    if follows is not None:
        _take_over(found, place, follows)
        return
    entry = entries(place)
    answer = None if entry is None or not _stands(place, entry.answer) else entry.answer
    if answer is not None:
        _take(found, place, answer)
    if answer is None or _asks_again(item, entry, answer):
        found.waiting.append(place)
        found.open = found.open or place


def _following(place: Place, known: Known) -> Option | None:
    """Return the answer that follows from what was told before; nobody is asked for it."""
    sure = (one.choice for one in place.question.follows if one.when.holds(known) is True)
    choice = next(sure, None)
    return next((option for option in place.question.options if option.id == choice), None)


def _take_over(found: Walk, place: Place, option: Option) -> None:
    found.picture.answers[_name(place)] = option.id
    value = (option.id if option.value is None else option.value) if option.has_value else None
    found.picture.note(_filled(place), value, _placed(option.sets, place.index))


def _name(place: Place) -> str:
    name = place.question.id
    return name if place.index is None else f"{name}[{place.index}]"


def _stands(place: Place, answer: Answer | None) -> bool:
    """Tell whether a stored answer can still be a fact; an older model may have taken more."""
    if answer is None:
        return False
    fact = _filled(place)
    told = _sets(place, answer) if fact is None else {**_sets(place, answer), fact: answer.value}
    return all(fits(path, value) for path, value in told.items())


def _sets(place: Place, answer: Answer) -> dict[str, JsonValue]:
    """Return the further facts that an answer settles, with the member filled in."""
    return _placed(answer.sets, place.index)


def _placed(sets: Mapping[str, JsonValue], index: int | None) -> dict[str, JsonValue]:
    return {path if index is None else indexed(path, index): told for path, told in sets.items()}


def _asks_again(question: Question, entry: Entry | None, answer: Answer) -> bool:
    """Tell whether an answered question is open all the same; a closed gate always is."""
    return (entry is not None and entry.asked_again) or (
        question.is_gate and answer.value is not True
    )


def _take(found: Walk, place: Place, answer: Answer) -> None:
    found.answered.append(place)
    if answer.status is not Status.ANSWERED:
        # Who does not know how long may have told that it still goes on.
        found.picture.note(None, None, _sets(place, answer))
        return
    found.picture.answers[_name(place)] = answer.choice if answer.value is None else answer.value
    found.picture.note(_filled(place), _value(found, place, answer), _sets(place, answer))


def _filled(place: Place) -> str | None:
    """Return the path that the answer itself fills: not for a list of ticks or of members."""
    fact = place.fact
    if fact is None or place.question.kind is Kind.TICKS or fact.endswith("[+]"):
        return None
    return fact


def _value(found: Walk, place: Place, answer: Answer) -> JsonValue:
    """Return the value of the fact; "the same as that of member 0" is the label of that one."""
    fact, index, choice = place.question.fact, place.index, answer.choice
    for option in place.question.options:
        if option.id == choice and option.copies is not None:
            return _copied(found, option.copies)
    if not place.question.same_as_earlier or fact is None or index is None or choice is None:
        return answer.value
    member = int(choice.removeprefix(SAME_AS)) if choice.startswith(SAME_AS) else index
    # The first member has a label of its own, so that "another one" differs from it.
    _label(found, fact, 0)
    return _label(found, fact, min(member, index))


def _copied(found: Walk, path: str) -> JsonValue:
    value: JsonValue = found.picture(path)
    return value


def _label(found: Walk, fact: str, member: int) -> str:
    path, label = indexed(fact, member), f"{fact.rpartition('.')[2]} {member + 1}"
    known = found.picture(path)
    if known is None:
        found.picture.note(path, label, {})
    return label if known is None else str(known)


def _repeat(found: Walk, entries: Entries, repeat: Repeat) -> None:
    if repeat.when.holds(found.picture) is not True:
        return
    begins = repeat.first.holds(found.picture) is True
    for index in range(repeat.most):
        if index > 0 or not begins:
            _pass(found, entries, repeat.more, index)
            if found.picture.answers.get(f"{repeat.more.id}[{index}]") is not True:
                return
        # Something may be known of a member before the list is talked through.
        if found.picture(f"{repeat.fact}[{index}]") is None:
            found.picture.note(f"{repeat.fact}[{index}]", {}, {})
        for item in repeat.items:
            _pass(found, entries, item, index)
