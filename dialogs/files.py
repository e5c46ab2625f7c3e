"""A file that was sent: kept for a human to look at, or turned down in one kind sentence."""

from datetime import timedelta

from dialogs.effects import Keep
from dialogs.events import Said, Sent, Sort
from dialogs.limits import LARGEST_FILE, MOST_FILES
from dialogs.play import Play
from dialogs.safety import Alarm
from dialogs.session import Phase, SentBefore

_KEPT, _NO_FILE, _A_PLACE = "bewaard", "geen_bestand", "plek"
# Several photos of one letter come one by one within this time.
_ONE_SERIES = timedelta(minutes=1)


def received(play: Play) -> Play:
    """Return the turn with what becomes of the file in it; the words under it are then said.

    A program looks at no file: the open question stays open, unless it asks for one.
    """
    act = play.event.act
    if not isinstance(act, Sent):
        return play
    told = _told(play, act)
    again = _is_next_of_series(play, act, told)
    sent = SentBefore(series=act.series, told=told, at=play.event.at, turn=play.session.turns)
    play = play.keep(sent=sent)
    if told == _KEPT and act.file is not None:
        play = play.keep(files=play.session.files + 1)
        play = play.but(effects=(Keep(file=act.file, name=act.name or str(act.sort)),))
    if act.words.strip():
        said = play.event.model_copy(update={"act": Said(text=act.words)})
        play = play.but(event=said)
    elif again:
        return play.quiet()
    return play if again else _say(play, act, told)


def _say(play: Play, act: Sent, told: str) -> Play:
    return play.say(
        f"bestand.{told}",
        soort=act.sort,
        brief=_letter(play),
        meeste=MOST_FILES,
        grootste=LARGEST_FILE,
    )


def _told(play: Play, act: Sent) -> str:
    """Return what becomes of the file, in the last word of the key of its text."""
    if act.fault is not None:
        return act.fault.value
    if act.file is None:
        return _A_PLACE if act.sort is Sort.PLEK else _NO_FILE
    if play.session.phase is Phase.STOPPED:
        return "gestopt"
    place = play.walk.open
    asking = play.session.phase in (Phase.OPEN, Phase.PAUSED)
    if asking and place is not None and place.question.consent:
        return "toestemming"
    return _KEPT if play.session.files < MOST_FILES else "te_veel"


def _is_next_of_series(play: Play, act: Sent, told: str) -> bool:
    last = play.session.sent
    if last is None or not act.series or (act.series, told) != (last.series, last.told):
        return False
    one_go = play.session.turns == last.turn + 1
    return one_go and abs(play.event.at - last.at) <= _ONE_SERIES


def _letter(play: Play) -> bool:
    """Tell whether a photo of the letter was asked for: someone is pressed to sign."""
    return any(known.alarm == Alarm.TEKENDRUK for known in play.session.alarms)
