"""Choices written out in the text, for a person to type."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.channels.buttons import buttons
from bot.channels.whatsapp.limits import LONGEST_BUTTON, MOST_BUTTONS
from bot.ports import Button, Outgoing
from bot.sentences.texts import Texts
from dialogs.asking import HUMAN
from dialogs.flow import Flow
from dialogs.questions import DONE, DONT_KNOW, ENOUGH, SKIP, Kind

# Under these questions the engine takes a typed number for the place of a choice, unless it is an
# age; everywhere else a number is an answer of its own. A list that is no question has no kind.
_BY_NUMBER = (Kind.CHOICE, Kind.YESNO, Kind.TICKS, None)
# What goes on from a list to tick, as opposed to its options.
_CONTROLS = (DONE, DONT_KNOW, SKIP, ENOUGH, HUMAN)


@dataclass(frozen=True)
class Words:
    """What choices are written with: the texts, and the flow that knows what a number means.

    `page` is where the conversation can be held on the web.
    """

    flow: Flow
    texts: Texts
    page: str | None = None


def controls_of(outgoing: Outgoing, offered: Sequence[Button]) -> tuple[str, ...]:
    """Return which choices of a list to tick stay buttons; nothing for any other question."""
    if _kind(outgoing) != Kind.TICKS:
        return ()
    found = [button for button in offered if button.id in _CONTROLS]
    fit = len(found) <= MOST_BUTTONS and all(
        len(button.label) <= LONGEST_BUTTON for button in found
    )
    return tuple(button.id for button in found) if fit else ()


def picked_by_number(outgoing: Outgoing, flow: Flow) -> bool:
    """Tell whether a typed number means the choice that stands at it."""
    if _kind(outgoing) not in _BY_NUMBER:
        return False
    name = None if outgoing.question is None else outgoing.question.id
    question = next((one for one in flow.questions() if one.id == name), None)
    return question is None or not any(option.ages for option in question.options)


def written(
    outgoing: Outgoing,
    words: Words,
    *,
    but: Collection[str] = (),
    only: Collection[str] = (),
) -> str:
    """Return the choices as text, and how to answer.

    `but` leaves out what stands on buttons; `only` leaves out what stands in the text already.
    Numbers count all choices, as the engine does.
    """
    chosen = [
        (number, button)
        for number, button in enumerate(buttons(outgoing), 1)
        if button.id not in but and (not only or button.id in only)
    ]
    if not picked_by_number(outgoing, words.flow):
        return words.texts(
            "whatsapp.typ_antwoord", antwoorden=[button.label for _, button in chosen]
        )
    ticked = (outgoing.question.ticked if outgoing.question else None) or ()
    rows = [
        words.texts("whatsapp.regel", nummer=number, tekst=button.label, aan=button.id in ticked)
        for number, button in chosen
    ]
    how = "whatsapp.typ_nummers" if but else "whatsapp.typ_nummer"
    return "\n".join((*rows, "", words.texts(how)))


def _kind(outgoing: Outgoing) -> str | None:
    return None if outgoing.question is None else outgoing.question.kind
