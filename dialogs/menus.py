"""Lists from which a person picks: which answer to change, whether to erase, whether to go on."""

from enum import StrEnum

from dialogs.answers.picking import picked
from dialogs.asking import HUMAN, ON, shared
from dialogs.effects import Ask, Choice
from dialogs.events import Chose, Said
from dialogs.ledger import reopened
from dialogs.limits import LIST_ROWS
from dialogs.play import Play
from dialogs.questions import NO, YES, Kind
from dialogs.review import ReviewLine, lines, review_key
from dialogs.session import Pending

CORRECT, CHANGE = "klopt", "wijzig"
_SECTION, ANSWER, _BACK = "sectie:", "antwoord:", "terug_naar_vraag"
NONE_OF_THESE = "geen_van_deze"
_NEXT, _PREVIOUS = "volgende", "eerdere"
# Rows that are left beside the way back and both ways through the pages.
_PAGE = LIST_ROWS - 3


class Menu(StrEnum):
    """What a list on the screen is about; "sectie:letsel:1" is the second page of a section."""

    WIJZIG = "wijzig"
    WIS = "wis"
    RUST = "rust"
    VERBETER = "verbeter"


def menu_ask(play: Play) -> Ask | None:
    """Return the list that is on the screen; None when there is none."""
    menu = play.session.menu
    if menu is None:
        return None
    if menu == Menu.WIS:
        return _menu("wis", "gesprek.wis_vraag", (shared(YES), shared(NO)))
    if menu == Menu.RUST:
        return _menu("rust", "gesprek.rust", (shared(ON), shared(HUMAN)))
    if menu == Menu.VERBETER:
        return _pending_ask(play)
    if menu.startswith(_SECTION):
        return _section_ask(play, menu)
    known = dict.fromkeys(line.section for line in lines(play.walk, play.session))
    sections = (_section_button(section) for section in known)
    return _menu("wijzig", "gesprek.wijzig_kies", (*sections, shared(_BACK)))


def review_ask(play: Play) -> Ask:
    """Ask whether the overview is right; saying so is the consent to hand it over.

    Its key changes with the answers, so that no button of an earlier overview agrees to this one.
    """
    return Ask(
        key=review_key(play.session),
        question="controle",
        fact=None,
        kind=Kind.CHOICE,
        text="controle.vraag",
        choices=(shared(CORRECT), shared(CHANGE)),
    )


def choice_from(play: Play, on_screen: Ask) -> str | None:
    """Return what was picked from a list; None when the event is no pick from this one."""
    act = play.event.act
    if isinstance(act, Chose):
        known = {choice.id for choice in on_screen.choices}
        bound = act.question in (None, on_screen.key)
        return act.choice if bound and act.choice in known else None
    if not isinstance(act, Said):
        return None
    found = picked(play.script, on_screen.choices, act.text)
    return found if isinstance(found, str) else None


def answer_named(play: Play) -> str | None:
    """Return the choice for an answer that was typed by its name, whichever section it is in."""
    act = play.event.act
    if not isinstance(act, Said):
        return None
    rows = tuple(_answer_button(line) for line in lines(play.walk, play.session))
    found = picked(play.script, rows, act.text, by_number=False)
    return found if isinstance(found, str) else None


def changed(play: Play, choice: str) -> Play:
    """Act on a choice from the list of answers."""
    if choice.startswith(ANSWER):
        key = choice.removeprefix(ANSWER)
        place = next(place for place in play.walk.answered if place.key == key)
        return play.at(reopened(play.session, place)).keep(menu=None)
    if choice in (_NEXT, _PREVIOUS):
        section, page = _opened(play.session.menu or "")
        turned = page + 1 if choice == _NEXT else page - 1
        return play.keep(menu=f"{_SECTION}{section}:{turned}")
    return play.keep(menu=choice if choice.startswith(_SECTION) else None)


def _pending_ask(play: Play) -> Ask | None:
    """Ask to which answer the words of a correction belong."""
    pending = play.session.verbetering or Pending()
    known = {place.key: place for place in (*play.walk.answered, *play.walk.waiting)}
    places = [known[key] for key in pending.keys if key in known]
    if not places:
        return None
    rows = (
        Choice(
            id=f"{ANSWER}{place.key}",
            label=f"vraag.{place.question.id}.kort",
            params={"index": place.index},
        )
        for place in places
    )
    choices = (*rows, shared(NONE_OF_THESE))
    text = "gesprek.waar_hoort_het_bij"
    return _menu("verbeter", text, choices, woorden=pending.words)


def _section_ask(play: Play, menu: str) -> Ask:
    section, page = _opened(menu)
    known = [line for line in lines(play.walk, play.session) if line.section == section]
    if len(known) <= LIST_ROWS - 1:
        rows, turns = known, ()
    else:
        begin = page * _PAGE
        rows = known[begin : begin + _PAGE]
        turns = (
            *((shared(_PREVIOUS),) if begin > 0 else ()),
            *((shared(_NEXT),) if begin + _PAGE < len(known) else ()),
        )
    choices = (*(_answer_button(line) for line in rows), *turns, shared(_BACK))
    return _menu("wijzig", "gesprek.wijzig_sectie", choices, sectie=f"sectie.{section}.title")


def _opened(menu: str) -> tuple[str, int]:
    section, _, page = menu.removeprefix(_SECTION).partition(":")
    return section, int(page) if page.isdecimal() else 0


def _section_button(section: str) -> Choice:
    return Choice(id=f"{_SECTION}{section}", label=f"sectie.{section}.title")


def _answer_button(line: ReviewLine) -> Choice:
    return Choice(id=f"{ANSWER}{line.key}", label=line.label, params={"index": line.index})


def _menu(key: str, text: str, choices: tuple[Choice, ...], **params: str) -> Ask:
    return Ask(
        key=key, question=None, fact=None, kind=None, text=text, params=params, choices=choices
    )
