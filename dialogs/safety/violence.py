"""Violence at home, abuse of a child, sexual violence (law.md, V-9): past or present."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    # Sexual violence
    verkracht|verkrachting|verkrachten|verkrachtte
    aangerand|aanranding|aanrandde|aanranden
    seksueel|sexueel|seksuele|sexuele ..2 misbruik*|geweld|mishandel*|geintimideerd|intimidatie
    dwong|dwingt|gedwongen ..3 seks|sex
    ben|is|werd|word|wordt|zijn ..4 misbruikt
    misbruikt ..3 door <mijn> <huis>
    zat|zit aan <mij> $
    betast|ontucht|incest|grensoverschrijdend
    heeft aan <mij> gezeten
    # At home
    huiselijk|huislijk geweld
    kindermishandeling|partnergeweld|eerwraak|vrouwenmishandeling
    geweld thuis
    <mijn> <huis> ..6 slaat|sloeg|mishandelt|mishandelde|schopt|schopte ..2 <gezin>|ze
    <mijn> <huis> ..6 bedreigt|stalkt|terroriseert|achtervolgt|belaagt ..2 <gezin>
    blijf van mijn lijf
    opvang|opvanghuis|noodopvang ..2 voor|vanwege|door <mijn> <huis>
    <gezin> ..1 bij ?de|mijn keel
    vader|moeder van <mijn> <kind> ..2 slaat|sloeg|mishandelt|schopt
    papa|mama|pa ..2 slaat|sloeg|schopt|schopte|mishandelt ..2 <gezin>
    slaat|slaan|mishandelt|schopt <gezin>|ze ..2 jaren|vaak|altijd|regelmatig|elke|thuis|weer
    <mijn> <huis> ..2 doet <gezin> ..2 pijn
    <mijn> <huis> valt <gezin> lastig
    keel ..2 dichtgeknepen|dicht
    kneep ..3 keel
    door <mijn> <huis> ..8 gegooid|geduwd|gesmeten
    <mijn> <huis> ..8 expres|opzettelijk
    angst|vrees voor <mijn> <huis> $
    <mijn> <huis> ..2 wurgde|wurgt|duwde|gooide|trapte|stak|knijpt|stompte ..2 <gezin>
    <mijn> <huis> ..2 heeft|had ..3 <gezin> ..5 geslagen|mishandeld|geschopt|gestoken|bedreigd
    <mijn> <huis> ..2 heeft|had ..3 <gezin> ..5 aangevallen|verwond
    <mijn> <huis> ..6 gebroken|geslagen|geduwd ..4 ruzie
    <mijn> <huis> ..2 heeft|had ..3 <gezin> ..5 gewurgd|geduwd|opgesloten|gegooid|gestompt
    <mijn> <huis> ..2 heeft ..3 geprobeerd <gezin> ..2 wurgen|vermoorden|doden|steken
    heeft|had <mij> ..4 geslagen|mishandeld|geduwd|geschopt|gestoken mijn <huis>
    geslagen|mishandeld|geschopt|bedreigd|gestoken|gestalkt|gewurgd ..2 door <mijn> <huis>
    door <mijn> <huis> ..3 geslagen|mishandeld|geschopt|bedreigd|gestoken|gestalkt|gewurgd
    word|werd|wordt|ben ..1 thuis ..2 geslagen|mishandeld|bedreigd|opgesloten
    <kind> ..2 wordt|worden|werd ..2 geslagen|mishandeld|misbruikt
    geslagen|mishandeld door zijn|haar <huis>
    bang|doodsbang voor <mijn> <huis> $
    <mijn> <huis> is ..2 gewelddadig
    <mijn> <huis> is ..3 agressief tegen|naar <gezin>
    # Somebody must not find out that they are writing here
    <mijn> man|vriend|partner|ex|exman|exvriend|vader mag ..2 niet|niets ..2 weten|merken|zien
    hij|ie|zij|ze mag ..2 niet|niets ..1 weten|merken|zien dat ik|we ..2 hier|dit|praat|schrijf
    hij|ie leest|kijkt ..2 mee ..1 mijn telefoon|mobiel
    hij|ie ziet|controleert|checkt ..1 mijn telefoon|mobiel|berichten|mail|appjes
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    <huis> ..2 sloeg|slaat ..3 hoofd|stuur|kop|rechtsaf|linksaf|alarm
    misbruikt ..4 verzekeraar|verzekering|voorrang|vertrouwen|positie
    verzekeraar|verzekering ..4 misbruikt
    duwde|gooide ..5 rolstoel|naar|bed|auto
    <huis> ..2 duwde|gooide|trapte ..4 weg|opzij|rem
    """,
    CLASSES,
)

VIOLENCE = Rail(fires=_FIRES, unless=_UNLESS)
