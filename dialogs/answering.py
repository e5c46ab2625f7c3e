"""What a person's act means as an answer to the open question."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pydantic import JsonValue

from dialogs.asking import KEEP, label_key, options
from dialogs.events import Chose, Said
from dialogs.frozen import Frozen
from dialogs.questions import (
    DONE,
    DONT_KNOW,
    NO,
    SKIP,
    UNKNOWN_VALUE,
    YES,
    Importance,
    Kind,
    Question,
)
from dialogs.script import Script
from dialogs.session import Status
from dialogs.understanding import Reading, understand
from dialogs.understanding.choices import pick
from dialogs.understanding.contact import contact

_DAYS_PER_MONTH = Decimal("30.4")
_HUNDREDTH = Decimal("0.01")
_READ = (Kind.DATE, Kind.MONEY, Kind.DURATION, Kind.NUMBER, Kind.PERCENT)


class Given(Frozen):
    """An answer: what it adds to the ledger, and how it was read when it was typed."""

    status: Status
    value: JsonValue = None
    choice: str | None = None
    sets: dict[str, JsonValue] = {}
    approximate: bool = False
    read: bool = False


class Kept(Frozen):
    """The person leaves the previous answer as it was."""


class Toggled(Frozen):
    """A tick was put on or taken off."""

    tick: str


class Unclear(Frozen):
    """It may be an answer, but not one to take: a question goes back."""

    reason: str
    params: dict[str, str] = {}
    proposal: JsonValue = None


Meaning = Given | Kept | Toggled | Unclear | None


def chosen(question: Question, act: Chose) -> Meaning:
    """Return what a button means under this question; None when it is not one of its buttons."""
    return _choice(question, act.choice)


def typed(script: Script, question: Question, act: Said, today: date) -> Meaning:
    """Return what typed words mean under this question; None when they are no answer to it."""
    picked = pick(act.text, _vocabulary(script, question), allow_number=_may_count(question))
    if isinstance(picked, str):
        return _choice(question, picked)
    if question.kind in _READ:
        return _from_reading(question, understand(question.kind.value, act.text, today))
    if question.kind is Kind.YESNO:
        return _yes_or_no(question, act.text, today)
    if question.kind is Kind.TEXT:
        return Given(status=Status.ANSWERED, value=act.text.strip())
    if question.kind is Kind.CONTACT:
        return _contact(question, act.text)
    return None


def proposed(value: JsonValue) -> Given:
    """Return the answer that the person confirmed after it was read back."""
    return Given(status=Status.ANSWERED, value=value, read=True)


def _choice(question: Question, choice: str) -> Meaning:
    if choice == KEEP:
        return Kept()
    if choice == DONT_KNOW and question.has_own_unknown:
        choice = UNKNOWN_VALUE
    if choice in (DONT_KNOW, SKIP) and (
        question.importance is not Importance.VERPLICHT or question.fact is not None
    ):
        return Given(status=Status.UNKNOWN if choice == DONT_KNOW else Status.SKIPPED)
    if question.kind is Kind.YESNO and choice in (YES, NO):
        return Given(status=Status.ANSWERED, value=choice == YES, sets=question.sets)
    if question.kind is Kind.TICKS:
        known = choice == DONE or choice in {option.id for option in question.options}
        return Toggled(tick=choice) if known else None
    for option in question.options:
        if option.id == choice:
            return _option(question, choice)
    return None


def _option(question: Question, choice: str) -> Given:
    option = next(option for option in question.options if option.id == choice)
    if option.leaves_open or option.values:
        return Given(status=Status.ANSWERED, choice=choice, sets=option.sets)
    value = choice if option.value is None else option.value
    sets = {**question.sets, **option.sets}
    return Given(status=Status.ANSWERED, value=value, choice=choice, sets=sets)


def _vocabulary(script: Script, question: Question) -> list[tuple[str, str, tuple[str, ...]]]:
    """List the buttons by their words; the shared answers can be typed without a button too."""
    ids = dict.fromkeys(option.id for option in options(question))
    if question.importance is not Importance.VERPLICHT:
        ids |= dict.fromkeys((DONT_KNOW, SKIP))
    known = []
    for name in ids:
        label, *synonyms = script.words(label_key(question, name)) or (name,)
        known.append((name, label, tuple(synonyms)))
    return known


def _may_count(question: Question) -> bool:
    """Tell whether "2" means the second button: not where a number can be the answer itself."""
    return question.kind in (Kind.CHOICE, Kind.TICKS)


def _yes_or_no(question: Question, text: str, today: date) -> Meaning:
    reading = understand("yesno", text, today)
    if reading.status == "unknown":
        return _choice(question, DONT_KNOW)
    if reading.status == "ok" and reading.value in (YES, NO):
        return _choice(question, str(reading.value))
    return None


def _from_reading(question: Question, reading: Reading) -> Meaning:
    if reading.status == "unknown":
        return Given(status=Status.UNKNOWN)
    if reading.status == "ask":
        proposal = None if reading.value is None else _value(question, reading.value)
        return Unclear(reason=reading.reason or "", params=reading.params, proposal=proposal)
    sets: dict[str, JsonValue] = dict(question.sets)
    if reading.ongoing and question.fact is not None:
        sets |= _ongoing(question.fact)
    value = _leaf(question, reading)
    if value is None:
        return Unclear(reason="verstaan.duration.so_far")
    approximate = reading.status == "approximate"
    return Given(
        status=Status.ANSWERED, value=value, sets=sets, approximate=approximate, read=True
    )


def _ongoing(fact: str) -> Mapping[str, JsonValue]:
    """Return what "nog steeds" tells besides the days so far."""
    return {"letsel.ao_loopt_nog": True} if fact == "letsel.ao_dagen" else {}


def _leaf(question: Question, reading: Reading) -> JsonValue:
    if reading.low is None and reading.high is None:
        return None if reading.value is None else _value(question, reading.value)
    ends = {
        end: None if bound is None else _value(question, bound)
        for end, bound in (("van", reading.low), ("tot", reading.high))
    }
    return ends["van"] if ends["van"] == ends["tot"] else ends


def _value(question: Question, value: str | Decimal) -> JsonValue:
    """Write a value in the unit of its fact: durations are read in days."""
    if question.kind is not Kind.DURATION:
        return str(value)
    days = Decimal(value)
    if _unit(question) == "maanden":
        months = (days / _DAYS_PER_MONTH).quantize(_HUNDREDTH, ROUND_HALF_UP)
        return f"{months.normalize():f}"
    return int(days.to_integral_value(ROUND_HALF_UP))


def _unit(question: Question) -> Literal["maanden", "dagen"]:
    return "maanden" if (question.fact or "").endswith("maanden") else "dagen"


def _contact(question: Question, text: str) -> Meaning:
    reading = contact(question.id, text)
    if reading.reason is not None:
        return Unclear(reason=reading.reason)
    return Given(status=Status.ANSWERED, value=reading.value)
