"""Who may not want to live any more; a false alarm is better than none (law.md, V-1)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail
from dialogs.safety.wish_to_die import ALWAYS

_FIRES = Phrases(
    """
    kan|kunnen ..3 niet meer|langer|verder|zo ?meer|verder leven
    was|waren ik|we ..3 dood|doodgegaan|gestorven|overleden|verongelukt
    spring|springen|loop|lopen|stap|stappen|gooi|gooien ..3 voor ?de|een trein|metro
    voor|onder ?de|een trein|metro ..2 springen|spring|lopen|gooien|stappen|liggen
    denk|denken|denkt ..3 aan ?de dood|doodgaan|sterven
    zelfmoord*|zelfdoding*|suicide|suicidaal|suicidale|suicidegedachten|suicidepoging
    voor mij|me hoeft het|dit|alles ..2 niet ?zo meer|$
    het|dit|alles hoeft voor|van mij|me ..2 niet ?zo meer|$
    hoeft het|dit|alles ..2 voor|van mij|me ..2 niet ?zo meer|$
    van mij|me hoeft het|dit|alles ..2 niet ?zo meer|$
    hoeft ..2 niet meer voor|van mij|me
    ik wil ?gewoon|echt ?zo niet meer ?verder|door $
    ik ..2 wil ?gewoon|echt niet meer verder $
    geen zin ?er meer ?voor ?mij ?zo $
    zie|zien|ziet ..3 niet meer ?zo zitten
    geen ?andere uitweg|uitkomst|toekomst|oplossing meer
    wil|wou|zou ..3 niet meer wakker ?te word|worden
    hoop ..4 niet meer wakker word|wordt
    ik wil ?gewoon|voorgoed ?het|liefst verdwijnen
    ik wil euthanasie
    euthanasie aanvragen
    afscheidsbrief
    neem|slik|slikken|innemen ..3 alle|al|hele ..2 <pills>
    alle|hele|doos|strip|pot|potje ..3 <pills> ..2 tegelijk|ineens|innemen|neem|slik|leeg|op $
    alle <pills> ..1 in ?te|ga|wil nemen
    alle|genoeg|al ..2 pillen|medicijnen|slaappillen ..2 innemen|slikken|inneem
    pillen|medicijnen ..3 klaarliggen|klaar|gespaard|verzameld
    # Words that together say it, in whatever order
    <dying> & <wish> & ik|mij|me|mijn|heb|ben|kan
    gestorven|overleden|verongelukt|omgekomen|doodgegaan & <regret> & ik
    dood & ga & ik|zodat
    leven & eindigen|beeindigen|einde|punt|stap|stappen|uitstappen & ik|mijn
    leven & weg & wil|wou|ga|zou
    leven & zin & nergens|niet|geen|niets
    leven & trek|moeite|vol & niet|geen & ik|mij
    leven & niet|geen & gedachte|gedachten|overweeg|nagedacht|denk|liever & meer|langer
    leven & spuug|kots|haat & zat|mijn|het
    leven|levend & wil|willen|wou|hoef & niet & meer|langer|verder|uit|ik
    doden|ophangen|verhangen|verdrinken|vergiftigen|doodschieten|snijden|snij & mezelf|mijzelf
    gesneden|snijd|gekrast|verwond & mezelf|mijzelf
    polsen|aders & doorgesneden|gesneden|snijden|snij|snijd
    leven|leef & waarvoor|waarom & nog|zou|moet|ik
    morgen|straks|vanavond|binnenkort|dan ben ik er ..2 niet meer
    hoop|wou|wens|hopen & onder|voor & auto|vrachtwagen|trein & ik|mij|me & kom|loop|rijdt
    doodgereden|doodgeschoten & mij|me & had|hadden & beter|liever|maar|gewoon
    of ik ..3 nog leef
    horen|zien ..2 nooit|niet meer ..3 mij|me
    waar ik heen|naartoe ga ..4 niet|geen
    is mijn leven ..1 afgelopen|voorbij|klaar|over
    zou|wou|had|wil ..6 nooit|niet meer ..1 bij|bijgekomen
    leven & gestolen|zinloos|waardeloos|nutteloos|voorbij|kap|kappen & ik|mij|me|mijn|dit
    leven & hel|ellende & eruit|stop|stoppen|niet|genoeg & wil|kan|mag
    leven & eruit|uit & wil|ga|zou|wou
    leven & langer|dag & geen|niet & wil|kan|hoef
    leven & niets & voor & mij|me
    leef|leven of dood
    doodmaken|doden & mezelf|mijzelf & kan|kunnen|wil|moet|ga|zou
    plan|wil|ga|zou ..4 er ..2 uit ?te stappen|stap
    baal|baalde|jammer|teleurgesteld ..2 dat ik ..2 wakker word|werd|ben $
    afscheidsbericht|afscheidsmail|afscheidsfilmpje|levensbeeindiging|zelfverminking
    <pills> & ingenomen|geslikt|genomen & alle|hele|<many>
    blok aan ?het|hun been ..3 <close>|$
    kunnen|moeten|mogen ..1 <mij> ..2 laten ..1 gaan|liggen $
    ik ga|wil|kom ..5 daarboven|hemel
    stuur & omgooien|gooien & boom|muur|tegen|neiging|drang|vrachtwagen
    gas & tegen & muur|boom|vrachtwagen|viaduct & denk|ga|wil|klaar|gewoon
    neiging|drang|gedachte|gedachten & springen|snijden|rijden|stappen|aandoen & ik|mij|mijn
    doe|doen ik|we ..1 mezelf|mijzelf ..1 iets|wat
    beschadig|vermink|krab|kras|pijnig ?ik mezelf|mijzelf
    was|waren ik|we ..4 gestorven|omgekomen|doodgegaan|verongelukt
    god|heer ..5 <mij> ..2 halen|haalt|haal|roept|komt
    mocht ik ?maar gaan|sterven|inslapen
    testament & afscheid & genomen|gemaakt|neem
    het ga jullie|je goed
    kijk|kijken|uitkijken ..2 naar ?de|mijn dood|einde
    is het leven ..1 voorbij|klaar|over|afgelopen
    weet ..1 precies|al ..1 hoe ik het ..2 doen|doe|ga
    beter dat|als ik ..1 ga|verdwijn|weg $|dan
    dit|het hoeft van|voor mij|me niet langer
    springen & wil|ga|zou & sta|raam|verdieping|hoog|balkon
    gesprongen & expres|opzettelijk|bewust
    mezelf|mijzelf & einde|punt
    verdien|verdienen & leven|bestaan & niet|geen
    leven & niet|geen & waarde|reden|recht|nut|doel|bestaansrecht
    altijd|voorgoed & tussenuit|weg|verdwijnen|slapen|rust|stoppen & wil|wou|ga
    <pills> in mijn|de hand
    wil|wou hier niet ?meer|langer zijn $
    leven & te & zwaar|veel|teveel|moeilijk & ik|mij|me|mijn|voor
    <stand> ..3 op|bij|aan ?de|het|een|die <deep> ..1 te|naar ..3 kijken|staren|turen
    <stand> ..3 op|bij|aan ?de|het|een|die <deep> ?en|te kijk|staar|denk|denken
    <stand> ..3 naar ?de|het <deep> ?te kijken|staren
    kijk|staar|kijken ..3 naar ?de|een|het <deep> ..3 denk ?ik ?ik ?dan ?steeds <urge>|$
    beeindigen & alles|mezelf|bestaan & wil|denk|ga|zou|overweeg
    levenseindekliniek
    ik hou|houd van jullie
    middel x
    hart & stopt|stopte & wil|wou|hoop|wens
    randje|rand|reling & balkon|dak|brug|viaduct|flat|spoor & gestaan|sta|stond|zat
    had|zou ik er ..4 einde aan gemaakt|maken
    dat ik er ..2 niet ?meer ben $
    armen|polsen|benen ..2 ?kapot|open gesneden
    slik|neem|slikken|innemen ..3 alles ..4 huis|heb|kast
    zichzelf|mezelf|mijzelf ..3 verdrinken|ophangen|verhangen|doden|vermoorden|neergestoken
    overleefd & liever|beter|gewild & ik & niet
    hoe ik ..2 dood kan|ga|wil|moet|zou
    voor wie ..4 leven|leef
    zat|beu|moe om ..1 te leven
    leven & straf|kwelling|lijden & ik|mij|me|mijn
    leven & vanaf|af & wil|wou
    wil|wou|zou|kon ik|graag|liefst ?maar ..2 verdwijnen|doodgaan|sterven|inslapen $
    op de dood ?te wacht|wachten
    dood & verlossing|uitkomst|bevrijding
    genoeg van ?het|dit|mijn leven
    uit|aan mijn lijden
    denk & mijn & eigen & begrafenis|dood|uitvaart
    help <mij> ?met ?te sterven|doodgaan
    geen toekomst
    van ?het|een|de|die dak|flat|brug|balkon|viaduct|toren ..2 springen|spring|gaan|ga $
    manier|manieren ..3 sterven|doodgaan|dood
    mezelf|mijzelf|zichzelf ..4 iets|wat ..1 aangedaan
    <pills> & genomen|geslikt|ingenomen & niet & meer & wilde|wil|wou
    wereld & hoor & niet
    moed|kracht & leven & opgegeven|verloren|kwijt|geen|niet
    doorleven|voortleven & niet
    leven & wil & geen & meer
    leven & mag|moet & stoppen|ophouden|afgelopen
    ik spring ?nu|straks|zo $
    doodgaan|doodga & wacht|wachten & ik
    verdwijnen|weg & iedereen|gezin|kinderen|hun & beter|last|af|rust & ik
    weg & voorgoed|eeuwig|altijd|gewoon & voorbij|wil & ik
    er & niet & meer|langer & ik & ben|zijn|was & <unreal>
    einde|punt & alles & maken|maak|aan & wil|ga|zal|ik
    viaduct|brug|spoor|flat|balkon|rails & springen|spring|beneden|afspringen & ik|mij|me
    springen|spring & hoofd|stem|stemmen & zegt|zeggen
    <pills> & denk & steeds|vaak|telkens|ook & er|aan
    <pills> & liggen|klaar|gespaard|verzameld|opgespaard & genoeg|alle|alles|doos|strip|al
    spuitje & wil|doe|geef & me|mij|hond
    stekker & trekken|eruit & mij|me
    overdosis & genomen|ingenomen|nemen
    laat|mag|wil ..3 inslapen
    waarom ..2 ik ..2 wakker geworden
    was ik er ..3 niet ?meer $
    wil|ga|sta|zit ?nu|hier op|aan ?de|het|een dak|brug|spoor|reling|flat|viaduct|perron
    zonder & verder|leven & niet & wil|kan & ik
    overdosis
    """,
    CLASSES,
)
HARMLESS = Phrases(
    """
    bijna|half|zowat|op|doodop dood
    zag|zie|zagen iemand|hem|haar ..3 voor ..2 trein|metro ..2
    dood van <mijn>|de|een|hem|haar|die
    geen helm|gordel ..6 niet meer geweest
    niet meer geweest
    bijna dood
    van|door|om|bij ..2 dood van
    schrok|schrik|lach|schaam|werk|verveel|erger|schrikken <mij> ..1 dood
    <other> ..4 dood|overleden|gestorven|omgekomen|verongelukt
    niet dood|doodgaan|sterven
    hoop niet
    bang|dacht|dachten|vreesde|vreesden ..6 dood|doodgaan|doodging
    <pills> ..5 voorschrijft|voorgeschreven|dokter|huisarts|arts|specialist
    dokter|huisarts|arts ..5 <pills>
    gesneden|snijd|sneed|verwond ..1 aan|bij|tijdens|met|door
    toekomst ?meer in|bij|als|op|met
    sociaal|sociale leven
    brand|vuur|rook|vluchten ..6 springen|gesprongen|sprong|spring
    springen|gesprongen|spring ..4 brand|vuur|rook|vluchten
    zich|zichzelf ..3 opgehangen|verhangen|verdronken
    dak|spoor|brug|flat ..3 werken|werk|dakdekker|wachten
    uit het leven ..1 halen|haal|haalt
    # Life as it is
    in|van mijn leven
    leven ..1 met|mee|van|hetzelfde|terug|duur
    mee|van|zonder ..4 leven
    leven ..3 voorbij flits*|schieten|trok
    # Said of oneself with a no
    niet|geen|nooit ..2 zelfmoord*|zelfdoding|suicidaal|suicide|suicidale|afscheidsbrief
    # Somebody's death, long done: grief, not danger
    zelfmoord|zelfdoding|suicide gepleegd|pleegde|was
    pleegde .. zelfmoord
    # Life as it was
    leven zoals|als ..2 vroeger|eerst|voorheen|uitkering|bijstand
    # Tired of the questions, or of one thing
    hoeft het|dit ..2 niet meer ..4 gesprek|vragen|zaak|procedure|bellen
    niet meer zitten om|met ..4 fietsen|rijden|werken|auto|verzekeraar|zaak|procedure
    # What a hospital gave
    kreeg|gekregen|toegediend|kregen|gegeven .. overdosis
    overdosis ..3 gekregen|toegediend|gegeven|kreeg
    # The case, the insurer, the road
    laatste bericht|brief|berichtje over|van
    achterna ..4 advocaat|politie|rechter|auto|fiets
    punt achter ..2 zet|zetten ..4 zaak|procedure|claim|gesprek|baan|werk
    zaak|dossier|gesprek|procedure|behandeling ..3 afgelopen|klaar|voorbij|gedaan
    verzekeraar|verzekering|arts|dokter|fysio ..3 klaar|gedaan met mij|me
    vertrouw <mezelf> ..2 niet ..5 verkeer|stuur|auto|fiets|ladder|steiger|trap|weg
    <pills> ..2 opgespaard|gespaard|verzameld ..4 bewijs|bonnen|foto
    perron ..5 wachten|wacht|vertraging|reizigers
    last ..2 voor ..2 <close> ..4 tillen|lopen|rijden|huis
    """,
    CLASSES,
)

CRISIS = Rail(fires=_FIRES, always=ALWAYS, unless=HARMLESS)
