"""Conditions that several parts of the conversation share."""

from dialogs.conditions import Condition, IsKnown, Not, Unless, all_of, is_

# Who does not say who they are is asked as the victim.
SLACHTOFFER = Unless(certain=is_("rol", "naaste", "nabestaande"))
NAASTE = is_("rol", "naaste")
NABESTAANDE = is_("rol", "nabestaande")
NAASTE_OF_NABESTAANDE = is_("rol", "naaste", "nabestaande")

VERKEER = is_("oorzaak", "verkeer")
# Nobody else was in it: a fall, a tree, a ditch.
EENZIJDIG = is_("antwoord.tegenpartij", "geen_ander")
DOOR_MISDRIJF = is_("oorzaak", "misdrijf")

# The block of further questions, and whether the person opened it.
BLOK = "meer"
MEER = is_(f"antwoord.{BLOK}", True)


def unknown(path: str) -> Condition:
    """Hold as long as nothing is known at the path."""
    return Not(of=IsKnown(path=path))


def meer(*conditions: Condition) -> Condition:
    """Hold in the block of further questions, when these hold too."""
    return all_of(MEER, *conditions)
