"""The person is pressed to sign or to agree (law.md, V-5)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    moet|moeten ..5 tekenen|ondertekenen
    wil|willen|wilt ..2 dat ik|wij|we ..4 teken|onderteken|tekenen|ondertekenen
    vraagt|vragen|vroeg ..4 tekenen|ondertekenen|handtekening
    laatste bod|voorstel|aanbod|kans
    eindbod|slotbod
    vaststellingsovereenkomst
    finale kwijting
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    wat is|betekent|zijn ..3 vaststellingsovereenkomst
    wat is|betekent|zijn ..3 finale kwijting
    ^ finale kwijting $
    ^ vaststellingsovereenkomst $
    """
)

PRESSURE = Rail(fires=_FIRES, unless=_UNLESS)
