"""How an open question is put: its text, its buttons, and what they stand for."""

from pydantic import JsonValue

from dialogs.answers.shown import shown
from dialogs.effects import Ask, Choice, Say
from dialogs.ledger import ticks_of
from dialogs.limits import LIST_ROWS
from dialogs.questions import (
    DONE,
    DONT_KNOW,
    ENOUGH,
    NO,
    SAME_AS,
    SKIP,
    YES,
    Importance,
    Kind,
    Option,
    Question,
)
from dialogs.session import Entry, Session, Status
from dialogs.walk import Place, Walk

KEEP = "zo_laten"
HUMAN = "mens"
DANGER = "gevaar"
ON = "verder"
FAILURES_BEFORE_HELP = 2


def options(question: Question) -> tuple[Option, ...]:
    """Return every answer of the question itself that has a button.

    Where not knowing and skipping come to the same, there is one button for the two.
    """
    own = question.options
    if question.kind is Kind.YESNO:
        own = (*own, Option(id=YES), Option(id=NO))
    if question.kind is Kind.TICKS:
        own = (*own, Option(id=DONE))
    if question.has_own_unknown:
        return own
    if question.fact is not None:
        return (*own, Option(id=DONT_KNOW))
    return own if question.importance is Importance.VERPLICHT else (*own, Option(id=SKIP))


def label_key(question: Question, option: str) -> str:
    """Return the key of a button's label: shared words are written once."""
    if option.startswith(SAME_AS):
        return "optie.zelfde_als"
    own = any(candidate.id == option for candidate in question.options)
    return f"vraag.{question.id}.optie.{option}" if own else f"optie.{option}"


def buttons(walk: Walk, place: Place, session: Session) -> tuple[Choice, ...]:
    """Return the buttons under a question, in the order on the screen."""
    question, entry = place.question, session.ledger.get(place.key)
    first = (shared(YES), shared(NO)) if _proposed(session, place) else ()
    own = tuple(_button(walk, place, option) for option in options(question))
    more = []
    if can_keep(place, entry) and not _is_nothing(question, entry):
        more.append(_keep(place, entry))
    if question.block is not None:
        more.append(shared(ENOUGH))
    if question.consent:
        more.append(shared(DANGER))
    if session.misunderstood >= FAILURES_BEFORE_HELP:
        more.append(shared(HUMAN))
    own = _fitting(own, LIST_ROWS - len(first) - len(more))
    room = max(LIST_ROWS - len(first) - len(own), 1)
    return (*first, *own, *more[:room])


def unseen(question: Question) -> tuple[Choice, ...]:
    """Return what can be answered without a button of its own."""
    known = {option.id for option in options(question)}
    return tuple(shared(name) for name in _accepted(question) if name not in known)


def _accepted(question: Question) -> tuple[str, ...]:
    """Return which of not knowing and skipping are answers to this question."""
    if question.consent:
        return ()
    if question.importance is not Importance.VERPLICHT or question.needs_human_unless_yes:
        return (DONT_KNOW, SKIP)
    return () if question.fact is None else (DONT_KNOW,)


def ask(walk: Walk, place: Place, session: Session, instead: Say | None = None) -> Ask:
    """Put one question on the screen; `instead` of its own text when that says it better."""
    question = place.question
    text = f"vraag.{question.id}.ask" if instead is None else instead.key
    return Ask(
        key=place.key,
        question=question.id,
        fact=place.fact,
        kind=question.kind,
        text=text,
        params={"index": place.index} if instead is None else instead.params,
        choices=buttons(walk, place, session),
        # A day that is read back is confirmed, not named again.
        days=() if _proposed(session, place) else question.days,
        ticked=ticks_of(session.ledger.get(place.key)) if question.kind is Kind.TICKS else (),
        may_skip=question.importance is not Importance.VERPLICHT,
    )


def can_keep(place: Place, entry: Entry | None) -> bool:
    """Tell whether there is an answer that can be left as it is."""
    if entry is None or entry.answer is None or place.question.kind is Kind.TICKS:
        return False
    return entry.asked_again


def _is_nothing(question: Question, entry: Entry | None) -> bool:
    """Tell whether the answer before was no more than the button for not knowing or skipping."""
    if entry is None or entry.answer is None:
        return False
    same = {Status.UNKNOWN: DONT_KNOW, Status.SKIPPED: SKIP}.get(entry.answer.status)
    return same in {option.id for option in options(question)}


def shared(name: str, **params: JsonValue) -> Choice:
    """Return a button whose words are written once for all."""
    return Choice(id=name, label=f"optie.{name}", params=params)


def _proposed(session: Session, place: Place) -> bool:
    pending = session.proposal is not None and session.proposal.key == place.key
    return pending and place.question.kind is not Kind.YESNO


def _keep(place: Place, entry: Entry | None) -> Choice:
    answer = None if entry is None else entry.answer
    vorige = None if answer is None else shown(place.question, answer).brief()
    return Choice(id=KEEP, label=f"optie.{KEEP}", params={"vorige": vorige})


def _button(walk: Walk, place: Place, option: Option) -> Choice:
    params: dict[str, JsonValue] = {}
    if option.id.startswith(SAME_AS) and place.question.fact is not None:
        member = int(option.id.removeprefix(SAME_AS))
        members = place.question.fact.partition("[]")[0]
        name = walk.picture(f"{members}[{member}].naam")
        params = {"naam": name, "nummer": member + 1, "vraag": place.question.id}
    label = label_key(place.question, option.id)
    return Choice(id=option.id, label=label, params=params, values=option.values)


def _fitting(own: tuple[Choice, ...], room: int) -> tuple[Choice, ...]:
    """Leave out the oldest relatives when a list would be too long; they can still be typed."""
    spare = len(own) - room
    if spare <= 0:
        return own
    pointers = [choice for choice in own if choice.id.startswith(SAME_AS)]
    left_out = pointers[1 : 1 + spare]
    return tuple(choice for choice in own if choice not in left_out)
