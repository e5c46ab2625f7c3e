"""What only staff know, typed by them: read, checked, and written down with who and when."""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from dialogs.answers.meanings import Given, Unclear
from dialogs.answers.possible import impossible
from dialogs.answers.readings import meant
from dialogs.leaves import fits
from dialogs.ledger import Source, added
from dialogs.limits import LONGEST_WORDS
from dialogs.play import Play
from dialogs.questions import YES, Kind, Question
from dialogs.script import Script
from dialogs.session import Entry, Revision, Session, Status
from dialogs.staff.acts import Faults, How, Refused, StaffAdded
from dialogs.staff.dossier import YEARS, of_a_year, of_case
from dialogs.understanding import understand
from dialogs.walk import walk

GONE, CHANGED = "overname.fout.vervallen", "overname.fout.veranderd"
NOTHING = "overname.fout.niets"
_NOT_UNDERSTOOD = "overname.fout.niet_begrepen"
_NOT_A_FACT = "overname.fout.past_niet"
_YEAR = "jaar"


def answers_of(entry: Entry | None) -> int:
    """Count the answers that an entry holds or held: a form that saw fewer is out of date."""
    return 0 if entry is None else len(entry.history) + (entry.answer is not None)


def changes_of(session: Session) -> int:
    """Count what staff ever added: a form that saw fewer is out of date."""
    return sum(answers_of(entry) for entry in session.dossier.values())


def revised(play: Play, before: Play, by: str, places: tuple[str, ...]) -> Play:
    """Keep who changed what, and the assessment as it was: the desk shows the difference."""
    return play.keep(
        revision=Revision(
            by=by,
            at=play.event.at,
            channel=play.event.channel,
            turn=play.session.turns,
            places=places,
            before=before.session.beoordeling,
        )
    )


def fields_of(script: Script, session: Session, today: date) -> tuple[Question, ...]:
    """Return what staff can add to this case now; what was told is corrected by its question."""
    found = walk(script.flow, session, today)
    told = {
        place.fact
        for place in found.answered
        if (answer := session.ledger[place.key].answer) is not None
        and answer.status is Status.ANSWERED
    }
    fields = of_case(script.flow, found.picture.feiten())
    return tuple(field for field in fields if field.fact not in told)


def typed_before(session: Session, path: str) -> str:
    """Return what staff typed last for a fact that is known, as it stands in the form."""
    entry = session.dossier.get(path)
    answer = None if entry is None else entry.answer
    return answer.words if answer is not None and answer.status is Status.ANSWERED else ""


def _value(session: Session, path: str) -> JsonValue:
    entry = session.dossier.get(path)
    return None if entry is None or entry.answer is None else entry.answer.value


def taken_in(play: Play, event: StaffAdded) -> Play | Refused:
    """Take the facts that staff typed; all of them, or none with what is wrong about which."""
    if event.seen != changes_of(play.session):
        return Refused.form(CHANGED)
    known = {str(one.fact): one for one in fields_of(play.script, play.session, play.today)}
    read: dict[str, Given] = {}
    faults: Faults = {}
    for path, text in event.texts.items():
        if path not in known:
            return Refused.form(GONE)
        if text.strip() == typed_before(play.session, path):
            continue
        meaning = _read(known[path], path, text, play.today)
        if isinstance(meaning, Given):
            read[path] = meaning
        else:
            faults[path] = (meaning.reason, meaning.params)
    if event.years is not None:
        years, wrong = _years(play, event.years)
        faults |= wrong
        if years.value != _value(play.session, YEARS):
            read[YEARS] = years
    if faults:
        return Refused(faults=faults)
    if not read:
        return Refused.form(NOTHING)
    return _put_in(play, event, read)


def _put_in(play: Play, event: StaffAdded, read: Mapping[str, Given]) -> Play | Refused:
    session = play.session
    for path, given in read.items():
        words = event.texts.get(path, "").strip()[:LONGEST_WORDS]
        session = added(session, path, given, Source(words, play.event.at, How.DOSSIER, event.by))
    after = play.at(session)
    conflict = impossible(after, play)
    if conflict is not None:
        return Refused.form(f"samenhang.{conflict.reden}")
    return revised(after, play, event.by, tuple(read))


def _read(field: Question, path: str, text: str, today: date) -> Given | Unclear:
    """Read what staff typed; nothing typed is nothing known."""
    if not text.strip():
        return Given(status=Status.UNKNOWN)
    reading = understand(field.kind.value, text, today)
    if field.kind is Kind.DURATION and field.in_months and reading.status == "ask":
        # A bare number is one of months; whoever handles claims need not write so.
        count = understand(Kind.NUMBER.value, text, today)
        if count.status in ("ok", "approximate"):
            field, reading = field.model_copy(update={"kind": Kind.NUMBER}), count
    if field.kind is Kind.YESNO and reading.status == "ok":
        return Given(status=Status.ANSWERED, value=reading.value == YES)
    meaning = meant(field, reading)
    if not isinstance(meaning, Given):
        reason = meaning.reason if isinstance(meaning, Unclear) else _NOT_UNDERSTOOD
        params = meaning.params if isinstance(meaning, Unclear) else {}
        return Unclear(reason=reason, params=params)
    whole = path if YEARS not in path else path.replace(f"{YEARS}[]", "gezin")
    if meaning.status is Status.ANSWERED and not fits(whole, meaning.value):
        return Unclear(reason=_NOT_A_FACT)
    return meaning


def _years(play: Play, rows: tuple[dict[str, str], ...]) -> tuple[Given, Faults]:
    """Read the figures of each year; a row without anything is no year."""
    fields = {str(field.fact).rpartition(".")[2]: field for field in of_a_year(play.script.flow)}
    years, faults = [], Faults()
    for place, row in enumerate(rows):
        if any(text.strip() for text in row.values()):
            year, wrong = _row(fields, row, play.today)
            years.append(year)
            faults |= {f"{YEARS}[{place}].{name}": why for name, why in wrong.items()}
    given = Given(status=Status.ANSWERED, value=[*years])
    return given if years else Given(status=Status.UNKNOWN), faults


def _row(
    fields: Mapping[str, Question], row: Mapping[str, str], today: date
) -> tuple[dict[str, JsonValue], Faults]:
    year, faults = dict[str, JsonValue](), Faults()
    for name, text in row.items():
        field = fields.get(name)
        if field is None:
            continue
        read = _year(text) if name == _YEAR else _read(field, field.id, text, today)
        if isinstance(read, Unclear):
            faults[name] = (read.reason, read.params)
        elif read.value is not None:
            year[name] = read.value
    return year, faults


def _year(text: str) -> Given | Unclear:
    said = text.strip()
    value = int(said) if said.isascii() and said.isdigit() else None
    if value is None or not fits(YEARS, [{_YEAR: value}]):
        return Unclear(reason="overname.fout.jaar")
    return Given(status=Status.ANSWERED, value=value)
