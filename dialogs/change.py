"""What a correction changes in the outcome: said at once, with the reason."""

from pydantic import JsonValue

from dialogs.play import Play
from dialogs.session import Session
from dialogs.tree import look

_OUTCOME, _CRITERIA = "classificatie.uitkomst", "classificatie.criteria"


def told_change(play: Play, before: Session) -> Play:
    """Keep the assessment of this turn, and say what a correction changed in it."""
    fresh = play.walk.picture.beoordeling().model_dump(mode="json")
    play = play.keep(beoordeling=fresh)
    previous = before.beoordeling
    if previous is None or not _corrected(play):
        return play
    was, now = look(previous, _OUTCOME), look(fresh, _OUTCOME)
    if was == now:
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


def _corrected(play: Play) -> bool:
    """Tell whether this turn put a new answer in the place of an earlier one."""
    turn = play.session.turns
    return any(
        entry.history and entry.answer is not None and entry.answer.turn == turn
        for entry in play.session.ledger.values()
    )
