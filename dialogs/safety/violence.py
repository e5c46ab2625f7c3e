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
    ongewenste|ongewenst intimiteiten|intimiteit|aanrakingen|aanraking
    onzedelijk*
    gedrogeerd
    handen ..3 niet thuis
    zit|zat|zaten|kwam ..3 aan ?<mijn> <mij>|mijn borsten|billen|lichaam|lijf|kruis
    greep|pakte|kneep|betastte|aaide ..3 mijn|me borsten|billen|kruis|borst
    aan mijn borsten|billen|lichaam|lijf|kruis ..1 gezeten|zat|zit
    aangeraakt ..6 niet wilde|wil|wou
    tegen mijn wil ..3 seks|sex|gezoend|aangeraakt|uitgekleed
    gedwongen ..2 prostitutie|huwelijk|trouwen|uithuwelijken
    mensenhandel|loverboy
    # At home
    slaat|schopt|mishandelt|sloeg|schopte ?mijn|de|onze|haar|zijn ?eigen <kids>
    <kids> ..2 slaat|schopt|mishandelt
    hij|ie|zij|ze slaat|schopt|mishandelt|vernedert|wurgt|knijpt|stompt <mij>
    thuis ..2 word|wordt|worden|werd ?ik|we|ze|hij ..3 geslagen|mishandeld|geschopt|bedreigd
    ik|we word|worden|werd ..3 geslagen|mishandeld ..2 thuis
    door|van mijn eigen <huis> $
    ik|we mag|mogen van <mijn> <huis> ..3 <free>
    van <mijn> <huis> mag|mogen ik|we ..4 <free>
    <mijn> <huis> verbiedt <mij>
    <mijn> <huis> ..2 laat <mij> niet ..2 gaan|weg|los|buiten
    <mijn> <huis> ..2 sluit|sloot|houdt <mij> ..2 op|vast|binnen
    <mijn> <huis> ..3 heeft ..1 mijn|me <limb> ?<ooit> gebroken|uitgeslagen|kapotgeslagen|verbrand
    <mijn> <huis> ..2 brak|verbrandde mijn|me <limb>
    <mijn> <huis> ..3 losse handen|handjes
    <mijn> <huis> ..4 handen los
    <mijn> <huis> maakt <mij> bang
    <mijn> <huis> ..1 begint|gaat|ging ?<mij> ?te ?weer slaan|schoppen
    <mijn> <huis> ..2 slaat|sloeg|schopt|schopte|mishandelt ?<mij> ..3 dronken|gedronken|boos|kwaad
    blauw*|letsel|verwondingen|botbreuk ..3 door <mijn> ?eigen <huis>
    klappen ..3 van|thuis <mijn>|$ <huis>
    stalk*|gestalkt
    huiselijk|huislijk geweld
    kindermishandeling|partnergeweld|eerwraak|vrouwenmishandeling
    geweld thuis
    <mijn> <huis> ..6 slaat|sloeg|mishandelt|mishandelde|schopt|schopte ..2 <gezin>|ze
    <mijn> <huis> ..6 bedreigt|stalkt|terroriseert|achtervolgt|belaagt ..2 <gezin>
    <mijn> <huis> ..6 kleineert|vernedert ..2 <gezin>
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
    heeft|had|heb <mijn> <huis> <mij> ..6 <hit>
    <hit> ..1 heeft|had <mijn> <huis> <mij>
    dan|en|steeds|altijd|weer slaat|schopt hij|ie|ze
    hij|ie slaat ?nu ?ook ?altijd ?soms ?weer $
    vader|moeder van ..3 bedreigt|stalkt|slaat|mishandelt|schopt
    <mijn> <huis> ..2 weet|weten niet dat ik ..3 hier|dit|praat|schrijf|contact
    moet|moest van <mijn> <huis> ..4 zeggen|liegen|zwijgen|verzwijgen
    aan <mijn> <kids> gezeten|zit|zat
    thuis & ruzie & getrokken|geduwd|gegooid|geslagen|gebroken|sloeg|duwde
    blauwe|blauw plek|plekken|oog ..2 door|van <mijn> ?eigen <huis>
    boos|kwaad|ruzie|woedend|woest & <huis> & <throws> & mij|me|mijn|ik|ons
    <mijn> <huis> ..2 bijt|krabt|stompt|slaat|schopt|knijpt ?en ?krabt|bijt ..2 <gezin>
    thuis ..2 niet veilig voor|$
    bedreigen|lastigvallen|stalken|dreigberichten|dreigmails|dreigt|dreigde & <ex>
    <huis> ..6 <kids> ..2 iets|wat ?aan aandoet|aandoen|doet
    <mijn> stiefvader|vader|oom|opa|broer|trainer|schoonvader|baas komt|kwam aan <mij>
    bang dat <mijn> <huis> ..3 thuis|thuiskomt|vindt|boos|ziet|slaat|erachter
    <mijn> <huis> <mij> ..3 sloeg|slaat|schopte|schopt|duwde|gooide|stak|wurgde|mishandelde
    <mijn> <huis> ..2 heeft|had ..3 <gezin> ..5 <hit>
    vrouwenopvang|vrouwenhuis|opvanghuis
    <mijn> <huis> ..6 slaat $
    gevlucht|ondergedoken & geweld
    gevlucht|vlucht|vluchten|ondergedoken|schuilen|weggelopen & voor|van|bij & <huis>
    dwong|dwingt|gedwongen|verplicht & bed|seks|sex|naakt|uitkleden|naaktfoto's & <mij>|ik
    dingen & <mij> & niet & mocht|mochten|wilde|wou|hoort|horen & met|bij
    <huis> & dreigt|dreigde|dreigen & <gezin>|ik
    <ex> & volgt|achtervolgt|opwacht|wacht|bedreigt|stalkt & <mij>
    thuis & geweld|klappen|mishandeld|mishandeling|slaat
    misbruikt|aangeraakt & opa|oom|stiefvader|vader|broer|trainer|leraar|buurman|baas
    <huis> & dronken|gedronken|drinkt & slaat|sloeg|agressief|schopt & <mij>|ik|ons
    # Somebody must not find out that they are writing here
    <mijn> man|vriend|partner|ex|exman|exvriend|vader mag ..2 niet|niets ..2 weten|merken|zien
    hij|ie|zij|ze mag ..2 niet|niets ..1 weten|merken|zien dat ik|we ..2 hier|dit|praat|schrijf
    hij|ie|man|vriend|ex|partner mag ?dit|het ?dit|hier ?echt niet ?dit|hier weten|merken|zien $
    hij|ie|man|vriend|ex|partner leest|kijkt ..3 telefoon|mobiel|berichten|appjes ..1 mee
    hij|ie leest|kijkt ..2 mee ..1 mijn telefoon|mobiel
    hij|ie ziet|controleert|checkt ..1 mijn telefoon|mobiel|berichten|mail|appjes
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    per ongeluk ..8 <huis>
    <huis> ..6 per ongeluk
    een dronken|onbekende|vreemde ..1 man|vrouw|jongen|kerel
    slaat|schopt <mij> over|af|alles|tegen
    geholpen|verzorgd|gebracht|gereden|gevonden door|van mijn eigen <huis>
    <huis> ..2 sloeg|slaat ..3 hoofd|stuur|kop|rechtsaf|linksaf|alarm
    misbruikt ..4 verzekeraar|verzekering|voorrang|vertrouwen|positie
    verzekeraar|verzekering ..4 misbruikt
    duwde|gooide ..5 rolstoel|naar|bed|auto
    <huis> ..2 duwde|gooide|trapte ..4 weg|opzij|rem
    """,
    CLASSES,
)

VIOLENCE = Rail(fires=_FIRES, unless=_UNLESS)
