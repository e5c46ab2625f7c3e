"""A term runs out or a court calls (law.md, V-7); asking how long one has is another matter."""

from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_CLASSES = {
    "soon": (
        "vandaag|morgen|vanavond|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|straks|"
        "binnenkort|bijna|week|weken|dagen|dag|maand|maanden|uur"
    ),
    "court": (
        "zitting|rechtszaak|rechtszitting|hoorzitting|rechtbank|rechter|kantonrechter|dagvaarding|"
        "comparitie|strafzaak|strafzitting"
    ),
    "term": "termijn|deadline|verjaringstermijn|bezwaartermijn|beroepstermijn|reactietermijn|tijd",
    "reply": "reageren|antwoorden|reactie|antwoord|bezwaar|beroep|verweer|reageer|reageert",
}
_FIRES = Phrases(
    """
    verjaart|verjaard|verjaren|verjaring & <soon>
    bang|vrees ..6 verjaart|verjaard|verjaring
    <term> ..3 loopt|verloopt|verstrijkt|eindigt|is|zit ..3 af|<soon>|om|voorbij|verstreken
    <term> ..2 <soon> ..2 om|af|voorbij|verstreken
    termijn & verloopt|verstrijkt|eindigt|afloopt & <soon>
    deadline ..5 <soon>
    nog ?maar ?ongeveer ..2 <soon> om ..3 te ?kunnen <reply>|beslissen|claimen|melden
    heb|krijg|geven|gaven ..2 tot ..3 om ..1 te <reply>
    nog ..3 <soon> om ..2 <reply>
    tot ..2 <soon> ..3 <reply>
    moet|moeten|kan|mag ..3 voor|binnen|uiterlijk ..4 <reply>
    binnen|uiterlijk ..3 <soon> ..2 <reply>
    <court> ..5 <soon>
    <soon> ..6 <court>
    dagvaarding ..3 gekregen|ontvangen|gehad|binnen
    dagvaarding & kreeg|krijg|ontving|ontvangen|gekregen|brief
    <reply> & voor|uiterlijk|binnen & brief|verzekeraar|moet|verzekering & ik|wij|we
    loopt ..2 termijn
    tijd dringt
    indienen|claimen & moet|moeten & voor|uiterlijk|binnen
    opgeroepen|oproep ..4 <court>
    """,
    _CLASSES,
)
_UNLESS = Phrases(
    """
    # What does it mean?
    wat|hoe|wanneer|waarom is|betekent|werkt|houdt ..4 verjaring|verjaringstermijn
    ^ verjaring|verjaringstermijn $
    over ?de verjaring
    # What has been
    was|waren|geweest|geleden|vorige ..4 <court>
    <court> ..4 was|geweest|geleden|vorige
    kwam|kwamen|reed|remde ..4 te laat
    <term> ..4 niet
    """,
    _CLASSES,
)

TERMS = Rail(fires=_FIRES, unless=_UNLESS)
