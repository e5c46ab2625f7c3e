"""Violence at home, abuse of a child, sexual violence (law.md, V-9): past or present."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    verkracht|verkrachting|verkrachten
    aangerand|aanranding|aanrandde
    seksueel|sexueel ..2 misbruik*|geweld|mishandeld|geintimideerd
    huiselijk geweld
    kindermishandeling
    <mijn> <huis> ..2 slaat|sloeg|mishandelt|mishandelde|schopt|schopte|bedreigt|wurgde <mij>
    <mijn> <huis> ..2 heeft|had|is|gaat <mij> ..2 geslagen|mishandeld|geschopt|gestoken|bedreigd
    geslagen|mishandeld|geschopt|bedreigd|misbruikt ..2 door <mijn> <huis>
    door <mijn> <huis> ..3 geslagen|mishandeld|geschopt|bedreigd|misbruikt|gestoken
    """,
    CLASSES,
)
_UNLESS = Phrases("")

VIOLENCE = Rail(fires=_FIRES, unless=_UNLESS)
