"""Facts that a message tells besides the answer to the open question: each an own answer."""

from collections.abc import Iterator

from calc.feiten import Rol
from dialogs.answers.answering import chosen, read_back, refused
from dialogs.answers.meanings import Given, Meaning, Unclear
from dialogs.answers.possible import impossible
from dialogs.answers.readings import meant
from dialogs.asking import label_key, options
from dialogs.ledger import Source, written
from dialogs.limits import LONGEST_WORDS
from dialogs.play import Play
from dialogs.questions import Kind, Question, Telling
from dialogs.review import lines
from dialogs.script import Script
from dialogs.session import Status
from dialogs.understanding.choices import Option as Form
from dialogs.understanding.moments import moment
from dialogs.understanding.story import in_passing, of_myself, sentences, told
from dialogs.walk import Place

_CONFIRMED = ("bevestig.genoteerd", "bevestig.ongeveer")
_BY_WORDS = (
    Telling.PLAIN,
    Telling.MEANS,
    Telling.THEIR_MEANS,
    Telling.OTHER,
    Telling.WHO,
)


def told_of(play: Play, question: Question, text: str) -> Meaning:
    """Return what a longer message certainly tells as the answer to this question."""
    if question.telling is Telling.MOMENT:
        reading = moment(_of_what_happened(play, question, text), play.today)
        return None if reading is None else meant(question, reading)
    found = _found(play.script, question, text)
    if not found:
        return None
    if len(found) > 1:
        return Unclear(reason="gesprek.welke_bedoelt_u")
    return read_back(chosen(question, found[0]))


def with_more(play: Play, place: Place, text: str) -> Play:
    """Take what the words say of the other open questions in the section, and read all back."""
    if place.question.telling is None:
        return play
    keys = [key for key, entry in play.session.ledger.items() if _is_of(play, entry.answer)]
    fresh, asked = play, {place.key}
    while (other := next(_others(fresh, place, asked), None)) is not None:
        asked.add(other.key)
        taken = _taken(fresh, other, text)
        if taken is not None:
            fresh, keys = taken, [*keys, other.key]
    return play if fresh is play else _read_back(fresh, place, keys)


def _is_of(play: Play, answer: object) -> bool:
    return getattr(answer, "turn", None) == play.session.turns


def _others(play: Play, place: Place, asked: set[str]) -> Iterator[Place]:
    """Yield the questions that wait for a first answer, in order; an answer may open a next."""
    sections = (place.question.section, *place.question.tells_of)
    for other in play.walk.waiting:
        question, entry = other.question, play.session.ledger.get(other.key)
        is_of_it = question.section in sections and other.key not in asked
        takes = question.telling not in (None, Telling.STORY)
        if is_of_it and takes and (entry is None or entry.answer is None):
            yield other


def _taken(play: Play, place: Place, text: str) -> Play | None:
    given = told_of(play, place.question, text)
    if not isinstance(given, Given) or given.status is not Status.ANSWERED:
        return None
    if refused(place, given) is not None:
        return None
    source = Source(text[:LONGEST_WORDS], play.event.at, play.event.channel)
    fresh = play.at(written(play.session, place, given, source)).keep(misunderstood=0)
    return None if impossible(fresh, play) is not None else fresh


def _read_back(play: Play, place: Place, keys: list[str]) -> Play:
    """Say in one line what was understood; a story is not repeated."""
    is_story = place.question.kind is Kind.TEXT
    heard = tuple(
        line
        for line in lines(play.walk, play.session)
        if line.key in keys and not (is_story and line.key == place.key)
    )
    said = tuple(one for one in play.effects if getattr(one, "key", "") not in _CONFIRMED)
    return play.but(effects=said).say("bevestig.gehoord", gehoord=heard)


# --- words ---------------------------------------------------------------------------------------


def _found(script: Script, question: Question, text: str) -> tuple[str, ...]:
    """Return the options that are told of; those that give way to another are left out."""
    if question.telling not in _BY_WORDS:
        return ()
    found = told(
        text,
        [_form(script, question, option.id) for option in options(question)],
        question.telling,
    )
    less = {name for option in question.options if option.id in found for name in option.above}
    most = tuple(name for name in found if name not in less)
    return most if question.telling is not Telling.WHO or _is_said_who(found, text) else ()


def _form(script: Script, question: Question, option: str) -> Form:
    label, *synonyms = script.words(label_key(question, option)) or (option,)
    return option, label, tuple(synonyms)


def _is_said_who(found: tuple[str, ...], text: str) -> bool:
    """Tell whether it is plain who was hurt: not both "mijn zoon" and "reed mij aan"."""
    myself, dear = of_myself(text), any(name != Rol.SLACHTOFFER for name in found)
    return not myself if dear else myself is not None


def spoken_in_passing(play: Play, question: Question, option: str, text: str) -> bool:
    """Tell whether the words name an option only to say something else: "met mijn hond"."""
    if question.telling not in (Telling.PLAIN, Telling.WHO):
        return False
    return in_passing(text, _form(play.script, question, option))


def _of_what_happened(play: Play, question: Question, text: str) -> tuple[str, ...]:
    """Return the sentences that tell of the event: only a day in one of those is its day."""
    if text.rstrip().endswith("?"):
        return ()
    named = [("gebeurd", *_split(play.script.words(f"vraag.{question.id}.kort")))]
    tellers = [
        other
        for other in play.script.flow.questions()
        if other.section == question.section and other.telling in _BY_WORDS
    ]
    return tuple(
        sentence
        for sentence in sentences(text)
        if told(sentence, named, Telling.PLAIN)
        or any(_found(play.script, other, sentence) for other in tellers)
    )


def _split(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return (words[0], words[1:]) if words else ("", ())
