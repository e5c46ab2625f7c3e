"""The state of one conversation: a ledger of answers and little else."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, JsonValue


class Phase(StrEnum):
    """The part of the state that the ledger does not tell."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    WITH_HUMAN = "with_human"
    PAUSED = "paused"
    STOPPED = "stopped"
    ERASED = "erased"


class State(StrEnum):
    """Where the conversation stands, as the outside sees it."""

    CONSENT = "consent"
    INTAKE = "intake"
    REVIEW = "review"
    HANDED_OVER = "handed_over"
    WITH_HUMAN = "with_human"
    PAUSED = "paused"
    STOPPED = "stopped"
    ERASED = "erased"


class Status(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


class Kept(BaseModel):
    """A value that is stored: frozen, and readable by an older and a newer program."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Answer(Kept):
    """One answer, with the words it was given in and the version of the texts it answers."""

    status: Status
    value: JsonValue = None
    choice: str | None = None
    sets: dict[str, JsonValue] = {}
    words: str = ""
    at: datetime
    channel: str
    turn: int
    flow_version: str = ""
    # Who of staff wrote it down for the person, and whether that person said that it is right.
    by: str | None = None
    confirmed: bool | None = None


class Entry(Kept):
    """What the ledger holds of one question: the current answer and those before it.

    An answer that is `asked_again` counts until another one takes its place, so that a correction
    that is never finished loses nothing. `ticks` is a list that is still being made.
    """

    question: str
    index: int | None = None
    answer: Answer | None = None
    history: tuple[Answer, ...] = ()
    asked_again: bool = False
    ticks: tuple[str, ...] | None = None


class Proposal(Kept):
    """A reading that was put back to the person: "Bedoelt u 2.500 euro?"."""

    key: str
    value: JsonValue


class Pending(Kept):
    """A correction of which it is not known yet what it corrects, or what it says."""

    words: str = ""
    keys: tuple[str, ...] = ()


class RaisedAlarm(Kept):
    """An alarm that went off; only its kind is kept, never the sentence.

    It is `handled` once a member of staff who has the case has seen it.
    """

    alarm: str
    at: datetime
    handled: bool = False


class Put(Kept):
    """What a member of staff put to the person: a question, or whether their answers are right.

    `key` is that of the question on the screen. It `listens` to typed words until staff write
    something else: after that only its buttons answer it. `then` waits behind it.
    """

    key: str
    by: str
    listens: bool = True
    then: "Put | None" = None


class Revision(Kept):
    """What a member of staff last wrote in a case, and the assessment as it was before that."""

    by: str
    at: datetime
    channel: str
    turn: int
    places: tuple[str, ...]
    before: dict[str, JsonValue] | None = None


class Retest(Kept):
    """A later test of the criteria: what it gave, and the criterion that decided a change."""

    op: date
    van: str
    naar: str
    criteria: dict[str, str]
    criterium: str | None = None


class FollowUp(Kept):
    """What became of asking again: when last, how often, and which answers are being asked.

    `waiting` are the keys of the answers to ask after; of the first one, `changed` tells that it
    is no longer so and is being asked anew.
    """

    asked_on: date | None = None
    times: int = 0
    off: bool = False
    waiting: tuple[str, ...] = ()
    changed: bool = False
    death_told: bool = False


class SentBefore(Kept):
    """The file that was sent last, and what was said to it: a whole series is answered once."""

    series: str
    told: str
    at: datetime
    turn: int


class Session(Kept):
    """One conversation."""

    phase: Phase = Phase.OPEN
    ledger: dict[str, Entry] = {}
    # What was explained, with the outcome that it told: a new outcome is told anew.
    explained: dict[str, str] = {}
    # A list on screen from which the person picks: "wijzig", "sectie:letsel", "wis", "rust",
    # "verbeter".
    menu: str | None = None
    proposal: Proposal | None = None
    # After "nee wacht", or while it is asked to which answer the words belong.
    verbetering: Pending | None = None
    # The question of which "nog steeds" was told, before its length.
    still: str | None = None
    misunderstood: int = 0
    alarms: tuple[RaisedAlarm, ...] = ()
    # The signals that were handled like an alarm, as long as they stand.
    handled: tuple[str, ...] = ()
    # What only staff know, by the path of its fact; an answer of the person comes first.
    dossier: dict[str, Entry] = {}
    put: Put | None = None
    revision: Revision | None = None
    confirmed_to_human: bool = False
    # How many files are kept, and the last one that was sent.
    files: int = 0
    sent: SentBefore | None = None
    # When the person agreed to the overview and to its hand-over.
    handed_over_at: datetime | None = None
    # The last replies of staff, by the id of their form: one that is sent twice counts once.
    replies: tuple[str, ...] = ()
    turns: int = 0
    flow_version: str = ""
    beoordeling: dict[str, JsonValue] | None = None
    vervolg: FollowUp = FollowUp()
    hertoetsen: tuple[Retest, ...] = ()


def key_of(question: str, index: int | None = None) -> str:
    """Return the ledger's key of a question, with its place in a list: `naaste_relatie#0`."""
    return question if index is None else f"{question}#{index}"


def process_code(session: Session) -> str | None:
    """Return LL, LL_VOORLOPIG or GBL, None before the first assessment."""
    classified = (session.beoordeling or {}).get("classificatie")
    code = classified.get("uitkomst") if isinstance(classified, dict) else None
    return None if code is None else str(code)


def runs_as_light(session: Session) -> bool:
    """Tell whether the case was handed over, and runs as light injury for the time being."""
    return session.handed_over_at is not None and process_code(session) in ("LL", "LL_VOORLOPIG")
