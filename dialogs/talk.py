"""Talking besides the questions: articles, "waarom vraagt u dit?", and messages for the case."""

from dialogs.events import Said
from dialogs.knowledge import find
from dialogs.play import Play
from dialogs.session import Phase
from dialogs.spoken import same_words
from dialogs.walk import Place

# What a person may ask about the open question itself, and the texts that answer it.
_ABOUT = ("why", "who", "unknown")


def aside(play: Play, place: Place | None) -> Play | None:
    """Answer a question about the subject or about the open question; None when it is neither."""
    act = play.event.act
    if not isinstance(act, Said):
        return None
    for about in _ABOUT if place is not None else ():
        if any(same_words(act.text, word) for word in play.script.words(f"commando.{about}")):
            return play.say("gesprek.over_de_vraag", over=about, **_names(place))
    article = find(act.text, play.script.articles)
    return None if article is None else play.say("gesprek.artikel", article=article.slug)


def told_human(play: Play) -> Play:
    """Take a message that belongs to the case: a subject is explained, the rest is confirmed."""
    if play.session.phase is Phase.STOPPED:
        return play.say("gesprek.gestopt").quiet()
    answered = aside(play, None)
    if answered is not None:
        return answered.quiet()
    if play.session.confirmed_to_human:
        return play.quiet()
    return play.keep(confirmed_to_human=True).say("gesprek.bericht_naar_zaak").quiet()


def _names(place: Place | None) -> dict[str, str]:
    assert place is not None  # noqa: S101 - the caller looked
    return {"vraag": place.question.id, "sectie": place.question.section}
