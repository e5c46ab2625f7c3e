"""Talking besides the questions: articles, "waarom vraagt u dit?", and messages for the case."""

from dialogs.answers.spoken import among
from dialogs.events import Chose, Said
from dialogs.knowledge import find
from dialogs.menus import CORRECT
from dialogs.play import Play
from dialogs.questions import Kind
from dialogs.safety import remark
from dialogs.session import Phase
from dialogs.walk import Place

# What a person may ask about the open question itself, and the texts that answer it.
_ABOUT = ("why", "who", "unknown")
# What is no answer and no question about one, and is met kindly.
_MET = {"commando.wie_bent_u": "gesprek.wie_ben_ik", "commando.moe": "gesprek.moe"}
_ANY_WORDS = (Kind.TEXT, Kind.CONTACT)


def about_the_question(play: Play, place: Place, text: str) -> Play | None:
    """Answer "waarom?", "wie ziet dit?", "als ik het niet weet?" and the like; else None."""
    names = {"vraag": place.question.id, "sectie": place.question.section}
    for about in _ABOUT:
        if among(text, play.script.words(f"commando.{about}")):
            return play.say("gesprek.over_de_vraag", over=about, **names)
    if among(text, play.script.words("commando.wat_bedoelt_u")):
        why = play.say("gesprek.over_de_vraag", over="why", **names)
        return why.say("gesprek.over_de_vraag", over="unknown", **names)
    for words, said in _MET.items():
        if among(text, play.script.words(words)):
            return play.say(said)
    return None


def about_the_subject(play: Play, text: str, kind: Kind | None = None) -> Play | None:
    """Explain a subject, or turn down what a program may not say; None when neither is asked.

    Where any words can be the answer, only a plain question is a question.
    """
    if kind in _ANY_WORDS and not text.rstrip().endswith("?"):
        return None
    article = find(text, play.script.articles)
    if article is not None:
        return play.say("gesprek.artikel", article=article.slug)
    asked = remark(text)
    return None if asked is None else play.say(f"veiligheid.{asked}.tekst")


def told_human(play: Play) -> Play:
    """Take a message that belongs to the case: a subject is explained, the rest is confirmed."""
    act = play.event.act
    if play.session.phase is Phase.STOPPED:
        return play.say("gesprek.gestopt").quiet()
    if isinstance(act, Chose):
        # "Klopt" pressed twice is the same "klopt".
        return play.quiet() if act.choice == CORRECT else _closed(play)
    explained = about_the_subject(play, act.text) if isinstance(act, Said) else None
    if explained is not None:
        return explained.quiet()
    if play.alarms or play.session.confirmed_to_human or not _is_said(play):
        return play.quiet()
    return play.keep(confirmed_to_human=True).say("gesprek.bericht_naar_zaak").quiet()


def _closed(play: Play) -> Play:
    """Tell that a button does nothing any more, and what does."""
    handed_over = play.session.handed_over_at is not None
    key = "gesprek.al_overgedragen_wijzigen" if handed_over else "gesprek.bij_een_mens"
    return play.say(key).quiet()


def _is_said(play: Play) -> bool:
    act = play.event.act
    return isinstance(act, Said) and bool(act.text.strip())
