"""Words that tell of a death: no alarm, but from then on no question comes by itself."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    overleden|gestorven|stierf|omgekomen|overlijden
    is|was|bleek ..2 dood
    dood gegaan|gebleven
    begrafenis|uitvaart|crematie|begraven|gecremeerd
    er niet meer is
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    bijna dood
    dood van|op
    """,
    CLASSES,
)

DEATH = Rail(fires=_FIRES, unless=_UNLESS)
