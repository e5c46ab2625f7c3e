"""From a reading of typed Dutch to an answer in the unit of its fact."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from pydantic import JsonValue

from dialogs.answers.meanings import Given, Meaning, Unclear
from dialogs.questions import Kind, Question
from dialogs.session import Status
from dialogs.understanding import Reading

_DAYS_PER_MONTH = Decimal("30.4")
_HALF_A_YEAR, _ITS_MONTHS = Decimal("182.5"), Decimal(6)
_HUNDREDTH, _ONE = Decimal("0.01"), Decimal(1)
# Asked for the time so far; a question about the whole time asks in its own words.
_SO_FAR = ("verstaan.duration.so_far", "verstaan.duration.permanent")


def meant(question: Question, reading: Reading) -> Meaning:
    """Return what a reading means as an answer to the question."""
    if reading.status == "unknown":
        return Given(status=Status.UNKNOWN)
    if reading.status == "ask":
        return _asked(question, reading)
    value = _leaf(question, reading)
    if value is None:
        known = question.ongoing is not None
        return Unclear(reason=_SO_FAR[0] if known else "gesprek.nog_bezig", still=known)
    sets = dict(question.sets)
    if reading.ongoing and question.ongoing is not None:
        sets[question.ongoing] = True
    rough = reading.status == "approximate"
    return Given(status=Status.ANSWERED, value=value, sets=sets, read=True, rough=rough)


def _asked(question: Question, reading: Reading) -> Unclear:
    reason = reading.reason or f"vraag.{question.id}.not_understood"
    if reason in _SO_FAR and question.ongoing is None:
        return Unclear(reason="gesprek.nog_bezig")
    proposal = None if reading.value is None else _value(question, reading.value, ROUND_HALF_UP)
    return Unclear(reason=reason, params=reading.params, proposal=proposal)


def _leaf(question: Question, reading: Reading) -> JsonValue:
    """Return a value or a range; what still goes on has no known end yet."""
    low, high = reading.low, reading.high
    if low is None and high is None:
        if reading.value is None:
            return None
        value = _value(question, reading.value, ROUND_HALF_UP)
        endless = reading.ongoing and question.ongoing is None
        return {"van": value, "tot": None} if endless else value
    van = None if low is None else _value(question, low, ROUND_FLOOR)
    endless = reading.ongoing and question.ongoing is None
    tot = None if high is None or endless else _value(question, high, ROUND_CEILING)
    return van if van == tot else {"van": van, "tot": tot}


def _value(question: Question, value: str | Decimal, rounding: str) -> JsonValue:
    """Write a value in the unit of its fact: durations are read in days."""
    if not isinstance(value, Decimal):
        return value
    if question.kind is not Kind.DURATION:
        return _written(value)
    if question.in_months:
        return _written(_months(value).quantize(_HUNDREDTH, rounding))
    return int(value.quantize(_ONE, rounding))


def _months(days: Decimal) -> Decimal:
    """Count days in months; years and half years are months exactly."""
    return (
        days / _HALF_A_YEAR * _ITS_MONTHS if days % _HALF_A_YEAR == 0 else days / _DAYS_PER_MONTH
    )


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"
