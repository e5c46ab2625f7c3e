"""Answers to try a flow with: for each question one of every sort that can make a difference."""

from datetime import date, timedelta

from pydantic import JsonValue

from dialogs.answers.answering import chosen
from dialogs.answers.meanings import Given
from dialogs.asking import options
from dialogs.questions import DONT_KNOW, SKIP, Kind, Question
from dialogs.session import Status

# Days ago: a recent event, one that is nearly too old to claim for, and one that may be too old.
_EVENTS = (60, 1715, 2300)
_BIRTHS = (14_600, 3_650)
_LATER = (30,)
_TYPED: dict[Kind, tuple[JsonValue, ...]] = {
    Kind.MONEY: ("100.00", "6000.00", "0.00"),
    Kind.NUMBER: ("3",),
    Kind.PERCENT: ("0", "80"),
    Kind.TEXT: ("x",),
    Kind.CONTACT: ("x",),
}
_MONTHS: tuple[JsonValue, ...] = ("1", "9")
_DAYS: tuple[JsonValue, ...] = (5, 40, 0)


def trials(question: Question, today: date) -> tuple[Given, ...]:
    """Return the answers to try, the mildest first and not knowing last."""
    typed = tuple(Given(status=Status.ANSWERED, value=value) for value in _typed(question, today))
    typed = tuple(given.model_copy(update={"sets": question.sets}) for given in typed)
    known: list[Given] = []
    unknown: list[Given] = []
    for option in options(question):
        meaning = chosen(question, option.id)
        if isinstance(meaning, Given) and (meaning.value is True or not question.is_gate):
            (unknown if option.id in (DONT_KNOW, SKIP) else known).append(meaning)
    return (*typed, *known, *unknown)


def _typed(question: Question, today: date) -> tuple[JsonValue, ...]:
    if question.kind is Kind.DATE:
        return tuple(str(today - timedelta(days=ago)) for ago in _days_ago(question))
    if question.kind is Kind.DURATION:
        return _MONTHS if (question.fact or "").endswith("maanden") else _DAYS
    if question.kind is Kind.TICKS:
        every: JsonValue = [option.id for option in question.options]
        return (every, [])
    return _TYPED.get(question.kind, ())


def _days_ago(question: Question) -> tuple[int, ...]:
    if question.fact == "gebeurtenis_datum":
        return _EVENTS
    return _BIRTHS if question.fact == "geboortedatum_slachtoffer" else _LATER
