"""What a correction changes in the outcome: said at once, with the reason."""

from pydantic import JsonValue

from dialogs.answers.shown import Shown, shown
from dialogs.frozen import Frozen
from dialogs.play import Play
from dialogs.questions import Kind
from dialogs.session import Session, runs_as_light
from dialogs.tree import look
from dialogs.walk import Place, walk

_OUTCOME, _CRITERIA = "classificatie.uitkomst", "classificatie.criteria"

# What was changed is said with what it was; that it was noted need not be said as well.
_READ_BACK = ("bevestig.genoteerd", "bevestig.ongeveer")


class Changed(Frozen):
    """One answer that became another: the key of its short name, and both as they are shown."""

    label: str
    index: int | None
    old: Shown
    new: Shown


def told_change(play: Play, before: Session) -> Play:
    """Keep the assessment of this turn, and say what a correction changed in it."""
    fresh = play.walk.picture.beoordeling().model_dump(mode="json")
    play = play.keep(beoordeling=fresh)
    previous = before.beoordeling
    corrected = _corrected(play)
    if not corrected or play.outcome_told:
        return play
    play = _answers_told(play, before, corrected)
    if previous is None:
        return play
    was, now = look(previous, _OUTCOME), look(fresh, _OUTCOME)
    # What a later test changes in a case that runs, that test itself tells.
    if was == now or runs_as_light(before):
        return play
    play = play.say(
        "gesprek.gewijzigd_uitkomst",
        oud=was,
        nieuw=now,
        criteria=_criteria(fresh, "niet_gehaald"),
        open=_criteria(fresh, "onbekend"),
        buiten_reikwijdte=look(fresh, "classificatie.buiten_reikwijdte"),
    )
    return play.but(outcome_told=True)


def _criteria(assessment: dict[str, JsonValue], outcome: str) -> list[str]:
    criteria = look(assessment, _CRITERIA) or []
    return [criterium["id"] for criterium in criteria if criterium["uitkomst"] == outcome]


def _corrected(play: Play) -> tuple[Place, ...]:
    """Return the questions of which this turn put a new answer in the place of another."""
    turn, ledger = play.session.turns, play.session.ledger
    places = ((place, ledger[place.key]) for place in play.walk.answered)
    return tuple(
        place
        for place, entry in places
        if entry.history and entry.answer is not None and entry.answer.turn == turn
    )


def _answers_told(play: Play, before: Session, corrected: tuple[Place, ...]) -> Play:
    """Say which answers have become others, and how many no longer count because of it."""
    changed = tuple(line for place in corrected if (line := _line(play, place)) is not None)
    if not changed:
        return play
    counted = {place.key for place in walk(play.script.flow, before, play.today).answered}
    gone = counted - {place.key for place in play.walk.answered}
    said = tuple(one for one in play.effects if getattr(one, "key", "") not in _READ_BACK)
    return play.but(effects=said).say("bevestig.gewijzigd", veranderd=changed, vervallen=len(gone))


def _line(play: Play, place: Place) -> Changed | None:
    """Return the old and the new answer; None when they are the same, or a story."""
    entry, question = play.session.ledger[place.key], place.question
    assert entry.answer is not None  # noqa: S101 - it was corrected
    old, new = (shown(question, one).brief() for one in (entry.history[-1], entry.answer))
    is_story = question.kind is Kind.TEXT and question.fact is None
    if is_story or question.is_gate or old == new:
        return None
    return Changed(label=f"vraag.{question.id}.kort", index=place.index, old=old, new=new)
