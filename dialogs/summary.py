"""Everything that a conversation told, for the human who takes it over: keys and values only."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from pydantic import JsonValue

from calc.feiten import Feiten
from dialogs.answers.shown import Shown, shown
from dialogs.flow import Flow
from dialogs.frozen import Frozen
from dialogs.questions import Importance, Kind, Question, Sensitivity
from dialogs.session import Answer, Entry, RaisedAlarm, Retest, Session, Status
from dialogs.staff.dossier import in_order
from dialogs.tree import look
from dialogs.walk import Place, Walk, walk

_DECIDES = {"GBL": "niet_gehaald", "LL_VOORLOPIG": "onbekend"}


class Given(Frozen):
    """One answer, current or earlier, with its provenance."""

    status: Status
    shown: Shown
    words: str
    at: datetime
    channel: str
    by: str | None = None
    confirmed: bool | None = None


class Told(Frozen):
    """One question that was answered; `earlier` are the corrections, oldest first."""

    key: str
    question: str
    index: int | None
    section: str
    consent: bool
    fact: str | None
    sensitivity: Sensitivity
    given: Given
    earlier: tuple[Given, ...] = ()


class Why(StrEnum):
    """Why something is not known."""

    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    NOT_ASKED = "not_asked"


class OpenPoint(Frozen):
    """Something that is not known, though the case may need it."""

    question: str
    index: int | None
    fact: str | None
    why: Why


class Summary(Frozen):
    """What was told, in the order of the flow, and what was not.

    `dossier` is what staff added themselves, and `unconfirmed` what they filled in for the person
    who did not say that it is right. `no_longer` are answers that a correction has put out of
    use; `missing` are facts that the assessment asks for and no question does; `criterium` is
    what decided the process code. `handled` are signals that a member of staff has seen to.
    """

    feiten: Feiten
    beoordeling: dict[str, JsonValue] | None
    told: tuple[Told, ...]
    dossier: tuple[Told, ...]
    unconfirmed: tuple[Told, ...]
    no_longer: tuple[Told, ...]
    contact: tuple[Told, ...]
    open_points: tuple[OpenPoint, ...]
    missing: tuple[str, ...]
    alarms: tuple[RaisedAlarm, ...]
    handled: tuple[str, ...]
    retests: tuple[Retest, ...]
    criterium: str | None


def summary(flow: Flow, session: Session, today: date) -> Summary:
    """Return the summary of a conversation; the assessment is the one that was stored."""
    found = walk(flow, session, today)
    told = tuple(_told(place, session.ledger[place.key]) for place in found.answered)
    open_points = tuple(_open_points(found, session))
    known = {point.fact for point in open_points}
    return Summary(
        feiten=found.picture.feiten(),
        beoordeling=session.beoordeling,
        told=told,
        dossier=tuple(_dossier(flow, session, told)),
        unconfirmed=tuple(
            one for one in told if one.given.by is not None and one.given.confirmed is not True
        ),
        no_longer=tuple(_no_longer(flow, found, session)),
        contact=tuple(one for one in told if flow.question(one.question).kind is Kind.CONTACT),
        open_points=open_points,
        missing=tuple(path for path in _missing(session) if path not in known),
        alarms=session.alarms,
        handled=session.handled,
        retests=session.hertoetsen,
        criterium=_criterium(session),
    )


def _told(place: Place, entry: Entry) -> Told:
    question = place.question
    assert entry.answer is not None  # noqa: S101 - only answered questions are in the walk
    return Told(
        key=place.key,
        question=question.id,
        index=place.index,
        section=question.section,
        consent=question.consent,
        fact=place.fact,
        sensitivity=question.sensitivity,
        given=_given(question, entry.answer),
        earlier=tuple(_given(question, answer) for answer in entry.history),
    )


def _given(question: Question, answer: Answer) -> Given:
    return Given(
        status=answer.status,
        shown=shown(question, answer),
        words=answer.words,
        at=answer.at,
        channel=answer.channel,
        by=answer.by,
        confirmed=answer.confirmed,
    )


def _dossier(flow: Flow, session: Session, told: tuple[Told, ...]) -> Iterator[Told]:
    """Yield what staff added, in the order of the facts; what the person told comes first."""
    own = {one.fact for one in told if one.given.status is Status.ANSWERED}
    for question in in_order(flow, session.dossier):
        entry = session.dossier[question.id]
        if question.fact not in own:
            yield _told(Place(question), entry)


def _no_longer(flow: Flow, found: Walk, session: Session) -> Iterator[Told]:
    """Yield the answers that count for nothing now, in the order of the flow."""
    counting = {place.key for place in found.answered}
    for question in flow.questions():
        for key, entry in session.ledger.items():
            if entry.question == question.id and key not in counting and entry.answer is not None:
                yield _told(Place(question, entry.index), entry)


def _open_points(found: Walk, session: Session) -> Iterator[OpenPoint]:
    """Yield what was answered with nothing, and what was not asked though it matters."""
    for place in found.answered:
        answer = session.ledger[place.key].answer
        if answer is not None and answer.status is not Status.ANSWERED and _matters(found, place):
            why = Why.UNKNOWN if answer.status is Status.UNKNOWN else Why.SKIPPED
            yield _point(place, why)
    answered = {place.key for place in found.answered}
    for place in found.waiting:
        if place.key not in answered and place.question.importance is not Importance.OPTIONEEL:
            yield _point(place, Why.NOT_ASKED)


def _matters(found: Walk, place: Place) -> bool:
    """Tell whether it is still unknown: a next question may have found it out after all."""
    fact = place.fact
    return fact is None or fact.endswith("[+]") or found.picture(fact) is None


def _point(place: Place, why: Why) -> OpenPoint:
    return OpenPoint(question=place.question.id, index=place.index, fact=place.fact, why=why)


def _missing(session: Session) -> tuple[str, ...]:
    missing = look(session.beoordeling, "classificatie.ontbreekt")
    return tuple(str(path) for path in missing) if isinstance(missing, list) else ()


def _criterium(session: Session) -> str | None:
    """Return the first criterion that decided the process code, None when none did."""
    outcome = look(session.beoordeling, "classificatie.uitkomst")
    criteria = look(session.beoordeling, "classificatie.criteria") or []
    wanted = _DECIDES.get(str(outcome))
    return next((one["id"] for one in criteria if one["uitkomst"] == wanted), None)
