"""Lists from which a person picks: which answer to change, whether to erase, whether to go on."""

from enum import StrEnum

from dialogs.asking import HUMAN, ON
from dialogs.effects import Ask, Choice
from dialogs.ledger import reopened
from dialogs.play import Play
from dialogs.questions import NO, YES, Kind
from dialogs.review import ReviewLine, lines
from dialogs.understanding.choices import pick
from dialogs.walk import Walk

CORRECT, CHANGE = "klopt", "wijzig"
_SECTION, _ANSWER, _BACK = "sectie:", "antwoord:", "terug_naar_vraag"


class Menu(StrEnum):
    """What a list on the screen is about."""

    WIJZIG = "wijzig"
    WIS = "wis"
    RUST = "rust"


def change_menu(walk: Walk, play: Play) -> Ask:
    """List the answers to change: by section first, so that every channel can show the list."""
    menu = play.session.menu or ""
    known = lines(walk, play.session)
    section = menu.removeprefix(_SECTION) if menu.startswith(_SECTION) else None
    choices = _sections(known) if section is None else _answers(known, section)
    text = "gesprek.wijzig_kies" if section is None else "gesprek.wijzig_sectie"
    params = {} if section is None else {"sectie": f"sectie.{section}.title"}
    back = Choice(id=_BACK, label="optie.terug_naar_vraag")
    return _menu("wijzig", text, (*choices, back), params)


def erase_menu() -> Ask:
    """Ask whether everything is really to be erased."""
    return _menu("wis", "gesprek.wis_vraag", (_shared(YES), _shared(NO)))


def rest_menu() -> Ask:
    """Put nothing but rest on the screen, and the way on."""
    return _menu("rust", "gesprek.rust", (_shared(ON), _shared(HUMAN)))


def review_ask() -> Ask:
    """Ask whether the overview is right; saying so is the consent to hand it over."""
    choices = (_shared(CORRECT), _shared(CHANGE))
    return Ask(
        key="controle",
        question="controle",
        fact=None,
        kind=Kind.CHOICE,
        text="controle.vraag",
        choices=choices,
    )


def picked(play: Play, ask: Ask, words: str, *, allow_number: bool = True) -> str | None:
    """Return which choice of a list the typed words mean; None when none is meant."""
    options = []
    for choice in ask.choices:
        label, *synonyms = play.script.words(choice.label) or (choice.id,)
        options.append((choice.id, label, tuple(synonyms)))
    found = pick(words, options, allow_number=allow_number)
    return found if isinstance(found, str) else None


def changed(play: Play, choice: str) -> Play | None:
    """Act on a choice from the list of answers; None when it is none of that list."""
    walk = play.walk()
    if choice == _BACK:
        return play.keep(menu=None)
    if choice.startswith(_SECTION):
        known = {line.section for line in lines(walk, play.session)}
        return play.keep(menu=choice) if choice.removeprefix(_SECTION) in known else None
    key = choice.removeprefix(_ANSWER)
    for place in walk.answered:
        if choice.startswith(_ANSWER) and place.key == key:
            return play.at(reopened(play.session, place)).keep(menu=None)
    return None


def _sections(known: tuple[ReviewLine, ...]) -> tuple[Choice, ...]:
    sections = dict.fromkeys(line.section for line in known)
    return tuple(
        Choice(id=f"{_SECTION}{section}", label=f"sectie.{section}.title") for section in sections
    )


def _answers(known: tuple[ReviewLine, ...], section: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=f"{_ANSWER}{line.key}", label=line.label, params={"index": line.index})
        for line in known
        if line.section == section
    )


def _shared(name: str) -> Choice:
    return Choice(id=name, label=f"optie.{name}")


def _menu(
    key: str, text: str, choices: tuple[Choice, ...], params: dict[str, str] | None = None
) -> Ask:
    return Ask(
        key=key,
        question=None,
        fact=None,
        kind=None,
        text=text,
        params=params or {},
        choices=choices,
    )
