"""What a person's act means as an answer to the open question."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from dialogs.answers.meanings import Enough, Given, Meaning, Ticked, Unchanged, Unclear
from dialogs.answers.picking import exactly, picked, picked_first, several
from dialogs.answers.readings import meant
from dialogs.asking import KEEP, shared, unseen
from dialogs.effects import Choice
from dialogs.leaves import fits
from dialogs.limits import LONGEST_TEXT_OF_A_FACT
from dialogs.questions import (
    DONE,
    DONT_KNOW,
    ENOUGH,
    NO,
    SKIP,
    UNKNOWN_VALUE,
    YES,
    Importance,
    Kind,
    Option,
    Question,
)
from dialogs.script import Script
from dialogs.session import Status
from dialogs.understanding import understand
from dialogs.understanding.ages import ages
from dialogs.understanding.beside import beside_the_question
from dialogs.understanding.choices import Ambiguous
from dialogs.understanding.contact import contact
from dialogs.understanding.words import plain, without_unknown
from dialogs.walk import Place

_READ = (Kind.DATE, Kind.MONEY, Kind.DURATION, Kind.NUMBER, Kind.PERCENT)
_NOT_A_FACT = {Kind.MONEY: "verstaan.money.too_much", Kind.PERCENT: "verstaan.percent.outside"}


@dataclass(frozen=True)
class Words:
    """What was typed, with the buttons that were on the screen."""

    script: Script
    choices: Sequence[Choice]
    text: str
    today: date


def chosen(question: Question, choice: str) -> Meaning:
    """Return what a button means under this question; None when it is not one of its buttons."""
    if choice == KEEP:
        return Unchanged()
    if choice == ENOUGH and question.block is not None:
        return Enough()
    if choice in (DONT_KNOW, SKIP):
        return _left(question, choice)
    if question.kind is Kind.YESNO and choice in (YES, NO):
        return Given(status=Status.ANSWERED, value=choice == YES, sets=question.sets)
    if question.kind is Kind.TICKS and choice == DONE:
        return Ticked(ticks=(DONE,))
    return _option(question, choice)


def typed(words: Words, question: Question) -> Meaning:
    """Return what typed words mean under this question; None when they are no answer to it."""
    if question.kind is Kind.YESNO and beside_the_question(question.about, words.text):
        return Unclear(reason="verstaan.yesno.not_understood")
    named = exactly(words.script, (*words.choices, *unseen(question)), words.text)
    if named is not None:
        return chosen(question, named)
    if without_unknown(plain(words.text)) == (True, "") and not question.consent:
        return chosen(question, DONT_KNOW)
    return _BY_KIND.get(question.kind, _picked)(words, question)


def heard(words: Words) -> str | None:
    """Return the button that is told of in words for an earlier question; None when none is."""
    found = picked(words.script, words.choices, words.text, by_number=False)
    if found is None:
        found = picked_first(words.script, words.choices, words.text)
    return found if isinstance(found, str) and found not in (DONT_KNOW, SKIP) else None


def proposed(question: Question, value: JsonValue) -> Given:
    """Return the answer that the person confirmed after it was read back."""
    return Given(status=Status.ANSWERED, value=value, sets=question.sets, read=True)


def refused(place: Place, given: Given) -> Unclear | None:
    """Return the question to put when the facts cannot hold this value; None when they can."""
    if place.fact is None or place.question.kind is Kind.TICKS or place.fact.endswith("[+]"):
        return None
    if fits(place.fact, given.value):
        return None
    question = place.question
    reason = _NOT_A_FACT.get(question.kind, f"vraag.{question.id}.not_understood")
    return Unclear(reason=reason)


def _left(question: Question, choice: str) -> Meaning:
    """Return what not knowing or skipping comes to."""
    if question.needs_human_unless_yes:
        return Given(status=Status.ANSWERED, value=False)
    if question.has_own_unknown and choice == DONT_KNOW:
        return _option(question, UNKNOWN_VALUE)
    must = question.importance is Importance.VERPLICHT
    if question.consent or (must and (choice == SKIP or question.fact is None)):
        return None
    return Given(status=Status.UNKNOWN if choice == DONT_KNOW else Status.SKIPPED)


def _option(question: Question, choice: str) -> Given | Ticked | None:
    option = next((option for option in question.options if option.id == choice), None)
    if option is None:
        return None
    if question.kind is Kind.TICKS:
        return Ticked(ticks=(choice,))
    if not option.has_value:
        return Given(status=Status.ANSWERED, choice=choice, sets=option.sets)
    value = choice if option.value is None else option.value
    sets = {**question.sets, **option.sets}
    return Given(status=Status.ANSWERED, value=value, choice=choice, sets=sets)


def read_back(meaning: Meaning, *, rough: bool = False) -> Meaning:
    """Show which button was taken for words that are not its own."""
    if isinstance(meaning, Given) and meaning.status is Status.ANSWERED:
        return meaning.model_copy(update={"read": True, "rough": rough})
    return meaning


def _picked(words: Words, question: Question) -> Meaning:
    """Return the button that is meant, else what the words say themselves."""
    told = _aged(words, question)
    if told is not None:
        return next(
            (read_back(chosen(question, one.id)) for one in _of_age(question, *told)), None
        )
    is_read = question.kind in _READ
    found = picked(
        words.script,
        words.choices,
        words.text,
        unseen=unseen(question),
        by_number=not (is_read or _asks_an_age(question)),
    )
    if found is None and not is_read:
        found = _first(words, question)
    found = _above(question, found) if isinstance(found, Ambiguous) else found
    if isinstance(found, str):
        return read_back(chosen(question, found))
    if is_read:
        return meant(question, understand(question.kind.value, words.text, words.today))
    return None if found is None else Unclear(reason="gesprek.welke_bedoelt_u")


def _first(words: Words, question: Question) -> str | None:
    """Return the button that the words begin with; what gives way to it may be named after it."""
    found = picked_first(words.script, words.choices, words.text)
    for option in question.options if found is None else ():
        rest = [choice for choice in words.choices if choice.id not in option.above]
        if option.above and picked_first(words.script, rest, words.text) == option.id:
            return option.id
    return found


def _above(question: Question, fitting: Ambiguous) -> str | Ambiguous:
    """Return the option to which all others that fit give way."""
    for option in question.options:
        if option.id in fitting.ids and {*fitting.ids} <= {option.id, *option.above}:
            return option.id
    return fitting


def _asks_an_age(question: Question) -> bool:
    return any(option.ages for option in question.options)


def _aged(words: Words, question: Question) -> tuple[Decimal, Decimal] | None:
    """Return the age that was typed: "2" is two years old, and never the second button."""
    return ages(words.text, words.today) if _asks_an_age(question) else None


def _of_age(question: Question, youngest: Decimal, oldest: Decimal) -> Iterator[Option]:
    """Yield the option in which both ages fall; none when they are on two sides of a birthday."""
    for option in question.options:
        if option.ages and option.ages[0] <= youngest and oldest < option.ages[1] + 1:
            yield option


def _ticked(words: Words, question: Question) -> Meaning:
    meaning = _picked(words, question)
    ticks = several(words.script, words.choices, words.text)
    if not isinstance(meaning, Ticked) and ticks:
        return Ticked(ticks=ticks, turns=False)
    return meaning


def _yes_or_no(words: Words, question: Question) -> Meaning:
    reading = understand("yesno", words.text, words.today)
    rough = reading.status == "approximate"
    if rough and question.is_gate:
        return Unclear(reason="verstaan.yesno.unsure")
    if reading.value in (YES, NO):
        meaning = chosen(question, str(reading.value))
        return read_back(meaning, rough=True) if rough else meaning
    if reading.reason is not None and not reading.reason.endswith("not_understood"):
        return Unclear(reason=reading.reason)
    found = picked(words.script, words.choices, words.text, unseen=unseen(question))
    return chosen(question, found) if isinstance(found, str) else None


def _text(words: Words, question: Question) -> Meaning:
    said = words.text.strip()
    if question.fact is not None and len(said) > LONGEST_TEXT_OF_A_FACT:
        return Unclear(reason="gesprek.korter")
    return Given(status=Status.ANSWERED, value=said)


def _contact(words: Words, question: Question) -> Meaning:
    if exactly(words.script, (shared(NO),), words.text) is not None:
        return Given(status=Status.SKIPPED)
    reading = contact(question.id, words.text)
    if reading.status == "unknown":
        return Given(status=Status.UNKNOWN)
    if reading.reason is not None:
        return Unclear(reason=reading.reason)
    return Given(status=Status.ANSWERED, value=reading.value)


_BY_KIND: Mapping[Kind, Callable[[Words, Question], Meaning]] = {
    Kind.TEXT: _text,
    Kind.CONTACT: _contact,
    Kind.YESNO: _yes_or_no,
    Kind.TICKS: _ticked,
}
