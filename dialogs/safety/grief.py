"""Grief and distress too heavy to go on with questions (law.md, V-3)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    kapot|gebroken van verdriet
    kan|kunnen niet stoppen met huilen
    moet|zit|ben .. alleen maar huilen
    huil de hele dag
    kan|kunnen het|dit niet ?meer aan
    trek het|dit niet ?meer
    wordt ..2 te veel
    kan ?echt ?gewoon niet meer $
    mis hem|haar ..2 zo
    """,
    CLASSES,
)

GRIEF = Rail(fires=_FIRES)
