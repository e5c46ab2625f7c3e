"""What a later test gave: kept on the case, and told to the person."""

from dialogs.followup.asked import left
from dialogs.play import Play
from dialogs.session import Phase, Retest, Session, process_code, runs_as_light
from dialogs.tree import look

MOST_KEPT = 20
_CRITERIA, _BEYOND = "classificatie.criteria", "classificatie.buiten_reikwijdte"


def tested(play: Play, before: Session) -> Play:
    """Keep what a later test gave, and tell the person when all has been asked."""
    if not runs_as_light(before) or play.session.handed_over_at is None:
        return play
    was, now = process_code(before), process_code(play.session)
    done = bool(before.vervolg.waiting) and not play.session.vervolg.waiting
    asked = done and not play.session.vervolg.off and _is_answered(play, before)
    if was == now and not asked:
        return play
    play = _kept(play, str(was), str(now))
    if was == now:
        return play.say("vervolg.blijft", code=now, op_de_grens=bool(_failed(play)))
    play = play.say(
        "vervolg.uitkomst",
        oud=was,
        nieuw=now,
        criteria=_failed(play),
        buiten_reikwijdte=look(play.session.beoordeling, _BEYOND),
    )
    return left(play) if now == "GBL" else play


def _is_answered(play: Play, before: Session) -> bool:
    """Tell whether the last answer was given in this turn, and not only put aside."""
    return play.session.turns > before.turns and play.session.phase is Phase.HANDED_OVER


def _kept(play: Play, was: str, now: str) -> Play:
    criteria = look(play.session.beoordeling, _CRITERIA) or []
    outcomes = {one["id"]: one["uitkomst"] for one in criteria}
    decided = next(iter(_failed(play)), None)
    retest = Retest(op=play.today, van=was, naar=now, criteria=outcomes, criterium=decided)
    return play.keep(hertoetsen=(*play.session.hertoetsen, retest)[-MOST_KEPT:])


def _failed(play: Play) -> list[str]:
    criteria = look(play.session.beoordeling, _CRITERIA) or []
    return [one["id"] for one in criteria if one["uitkomst"] == "niet_gehaald"]
