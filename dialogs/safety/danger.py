"""Someone is in danger now (law.md, V-2); what is over belongs to the story."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    bloed|bloedt|bloeden <heel>|<nu>|hevig|enorm|flink|dood
    blijft|blijf|gaat ..2 bloeden
    bloeden ..2 stopt|houdt niet
    ademt|adem|ademen ..2 niet|nauwelijks|bijna
    haalt|haal|krijg|krijgt|heb ..2 geen|bijna|nauwelijks adem|lucht
    stikt|stik ?bijna $
    is|ligt|lig ..2 bewusteloos|bewustzijn
    staat|staan ..2 ?nu voor|bij|aan ?de|mijn|me|onze deur
    <iemand> gaat|wil|zal|komt <mij> ..2 doodmaken|vermoorden|slaan|wat|iets
    heeft|pakt|houdt ?nu een mes|pistool|wapen
    ben|zijn|is ..2 net|zojuist|zonet|daarnet|zopas|nu ..3 aangereden|geschept|neergestoken
    heb|hebben ..2 net|zojuist|zonet|daarnet|zopas een ..2 ongeluk|ongeval|aanrijding
    er is net|zojuist|zonet ..2 ongeluk|ongeval|aanrijding
    ben|zijn|is|zit|zitten ..2 in gevaar|levensgevaar
    ben|voel ..3 niet veilig
    bel 112
    ambulance ..2 nodig
    ^ help <mij> $
    ^ er is gevaar $
    ^ gevaar $
    """,
    CLASSES,
)
_OVER = Phrases(
    """
    toen|gisteren|destijds|vorige|geleden|daarna|was|waren|werd|lag|had|kreeg
    """
)
_NOW = Phrases("nu|nog|steeds|momenteel")
_UNLESS = Phrases(
    """
    auto|bus|ambulance|fiets|scooter|politie|taxi|kerst|post staat|staan|stond ..4 deur
    """
)

DANGER = Rail(fires=_FIRES, unless=_UNLESS, over=_OVER, now=_NOW)
