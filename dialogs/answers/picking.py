"""Typed words and the buttons on the screen."""

import re
from collections.abc import Sequence

from dialogs.answers.spoken import among
from dialogs.effects import Choice
from dialogs.script import Script
from dialogs.understanding.choices import Ambiguous, pick
from dialogs.understanding.words import opening_of, plain

_NUMBER = re.compile(r"\s*\d+[.)]?\s*")
# Shorter ones say too little to tell one button from another.
_WORD = re.compile(r"[^\W\d]{4,}")
# On a button that shows the answer of before.
_SHOWS = "vorige"
_BETWEEN = re.compile(r"[,;&+/\n]|\ben\b")


def exactly(script: Script, choices: Sequence[Choice], text: str) -> str | None:
    """Return the button whose words these are, to the letter; None when there is none."""
    for choice in choices:
        # "Zo laten: 3 mei 2026": a channel without buttons sends back all that stood on it.
        said = text.partition(":")[0] if _SHOWS in choice.params else text
        if among(said, _words(script, choice)):
            return choice.id
    return None


def picked(
    script: Script,
    choices: Sequence[Choice],
    text: str,
    *,
    unseen: Sequence[Choice] = (),
    by_number: bool = True,
) -> str | Ambiguous | None:
    """Return the button that is meant: by number, by words, by a part of them or nearly so.

    Args:
        script: Knows the words of each button.
        choices: The buttons, in the order on the screen.
        text: What was typed.
        unseen: What can be said as well, without a button to count.
        by_number: Whether "2" means the second button; not where a number is an answer.

    Returns:
        Its id, `Ambiguous` when several fit, None when none does.
    """
    known = [(choice.id, *_split(_words(script, choice))) for choice in (*choices, *unseen)]
    found = pick(text, known, allow_number=by_number)
    beyond = found in {choice.id for choice in unseen} and _NUMBER.fullmatch(text) is not None
    return None if beyond else found


def picked_first(script: Script, choices: Sequence[Choice], text: str) -> str | None:
    """Return the button that a message begins with, when the rest of it speaks of no other."""
    parts = opening_of(text)
    found = None if parts is None else picked(script, choices, parts[0], by_number=False)
    if parts is None or not isinstance(found, str):
        return None
    own = _told_by(script, [choice for choice in choices if choice.id == found])
    others = _told_by(script, [choice for choice in choices if choice.id != found])
    return None if {*_WORD.findall(plain(parts[1]))} & (others - own) else found


def _told_by(script: Script, choices: Sequence[Choice]) -> set[str]:
    """Return the words that say something in the labels and synonyms of these buttons."""
    forms = (form for choice in choices for form in _words(script, choice))
    return {word for form in forms for word in _WORD.findall(plain(form))}


def several(script: Script, choices: Sequence[Choice], text: str) -> tuple[str, ...]:
    """Return the buttons of an enumeration ("1 en 3"); none when one of them is unclear."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    found = [picked(script, choices, part) for part in parts]
    known = tuple(dict.fromkeys(name for name in found if isinstance(name, str)))
    return known if len(parts) > 1 and all(isinstance(name, str) for name in found) else ()


def _words(script: Script, choice: Choice) -> tuple[str, ...]:
    """Return a button's label and synonyms; a relative's button is known by the name too."""
    words = script.words(choice.label) or (choice.id,)
    name = choice.params.get("naam")
    if not name:
        return words
    return (*words, str(name), *(f"{word} {name}" for word in words))


def _split(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return words[0], words[1:]
