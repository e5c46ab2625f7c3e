"""What says that someone does not want to live, whatever else stands beside it (law.md, V-1)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases

ALWAYS = Phrases(
    """
    # Not wanting to live
    wil|wou|wilde|willen ..3 niet ?meer|langer|verder|zo ?meer|verder leven
    hoef|hoeft ..3 niet ?meer ..1 te leven
    hoef niet meer ?verder|door $
    leven hoeft ..2 niet
    hoeft allemaal niet ?meer
    wil|wou ..3 niet ?meer|langer bestaan
    wat heeft|is ..2 leven ..3 zin
    wat is ..2 zin ..2 leven
    wat heeft het|alles ..2 nog ..1 zin
    leven ..2 niet ?meer ..1 aan
    kan|kunnen het|mijn leven niet
    niet ?meer wakker word|worden
    kan|kunnen|wil niet meer|langer leven ..1 met|zo|in
    uitgeleefd
    durf|hoef|hoeft ..2 niet meer te leven
    andere|enige ..4 dan de dood
    punt ..4 achter alles
    niet|niets ?meer|langer|verder|zo ?verder wil|wou|willen|kan|kunnen ?ik leven
    niet ..2 of ik .. wil|kan leven
    niet ..3 nog ..2 wil ?verder leven
    leef|leven ..2 liever niet
    om|liefst|beter er ..2 niet ?meer te zijn
    ik had ..2 er niet meer moeten
    beter|gewoon ..1 einde|punt aan ?te maken|maak
    neem afscheid van iedereen|allemaal|jullie
    zien ..2 morgen niet meer
    wil ..1 rust voor altijd|eeuwig|goed
    laat|laten me ?<ooit> gaan $
    waarom leef ik
    waarom moet ik ..2 leven
    nooit meer wakker ?te word|worden
    geen levenslust|levenswil
    stop|stoppen|ophouden ..3 met leven|bestaan
    afgelopen|ophoudt|ophouden|klaar ..4 mijn leven
    wil|wou ..6 in de hemel
    wil|wou ..2 bij ..2 overleden ..3 zijn
    liever niet ?meer leef|leven
    wil|wou|zou ..2 er ..3 niet meer zijn
    leven .. niet meer ..2 vol
    leven ..3 niet|niets|geen ?meer ..4 zin|waard|moeite
    ik had ..2 er niet ?meer|geweest ..1 moeten|horen
    geen|niets ?meer ..2 om voor te leven
    geen reden|zin ?meer ..2 te leven
    geen zin ?meer ..3 ?het|dit|mijn leven
    het|mijn leven ..3 zat|beu
    het|mijn leven is ..3 voorbij $
    levensmoe
    klaar met ?het|dit|mijn leven $
    wil|wou dat ?mijn|het leven ..1 stopt|ophoudt|eindigt|voorbij
    geen zin ?meer om ..1 wakker
    waar|waarvoor|waarom leef ik
    leven ..2 moe|moede $
    moe|beu ..2 leven $
    leven ..3 zinloos|waardeloos|uitzichtloos
    zin ..1 van het|mijn leven ..3 kwijt|niet
    leven ..2 geen leven ..3 niet meer|verder
    leef ?<ooit> alleen|enkel nog|maar voor|omdat|vanwege
    waarom|waarvoor zou ik ..3 verder|doorgaan|blijven|leven
    wil|wou|zou|ga ..4 van|uit deze wereld $|af|weg|stappen|verdwijnen
    deze wereld|aarde ..2 verlaten|verlaat|uit $
    wil|wou|zou ..3 niet ?meer|langer op deze|de wereld|aarde
    kap|kappen ?ermee ..1 met ?het leven
    wil|wou|zou|ga|mag ..4 inslapen
    voor altijd|eeuwig|goed ..1 slapen|inslapen|rust
    eeuwig|voorgoed slapen|rusten|weg
    had|was|waren ..5 nooit ?meer wakker ?ben|was|hoeven|geworden|gemaakt
    was|had ik ..4 niet ?meer wakker geworden|gemaakt
    niet|nooit ?meer wakker ..3 geworden ..4 beter|liever
    wil|wou|zou|hoop|mag ..6 nooit|niet meer ..2 ontwaken|wakker
    niet|nooit meer ?te|hoef|hoeven ontwaken|bestaan
    # The wish to be dead
    had ik ..6 niet|nooit ..1 overleefd
    ik|wij|we ..3 niet ..3 had|hadden ..1 overleefd
    liever|beter ..3 niet overleefd
    jammer|spijt|spijtig|balen|waarom ..3 ik ..6 overleefd
    jammer|spijt|spijtig ..2 dat ik ..4 leef
    was|waren ik|we ..4 omgekomen|verongelukt|doodgebleven
    dood gebleven ..3 ongeluk|ongeval|plek|was|waren|operatie
    beter|liever ..7 ik ..4 omgekomen|verongelukt|doodgegaan|gestorven|doodgebleven|overleden
    ik ..3 beter|liever ..4 omgekomen|verongelukt|doodgegaan|gestorven|doodgebleven
    had|hadden|hebben ..3 <mij> ..4 niet ..1 gereanimeerd|gered|gevonden|teruggehaald
    had|hadden ..3 <mij> ..3 laten ..1 liggen|gaan|sterven|doodgaan|creperen
    mocht|mag ik ..2 dood|sterven|doodgaan
    kom|haal|komt|halen <mij> ?<ooit> halen ..2 dood|hemel
    verlos <mij> ..3 uit|van ..2 leven|lijden
    wil|willen|wilt|wou|zou ?ik|hij|ze ?<ooit> ?<ooit> dood|doodgaan|sterven
    was ik ?maar nooit geboren
    wou|wilde dat ik ..4 niet ..2 overleefd
    dood ..1 laten gaan
    dood|doodgaan|sterven wil|wou|wilde
    hoop|hopen|hoopt|bid ?elke ?dag ?<ooit> dat ..2 dood|doodga|doodgaan|sterf|doodgaat|verongeluk
    laat|laten <mij> ?<ooit> ?<ooit> dood|doodgaan|sterven|creperen
    liever dood
    doodgaan|doodzijn|dood ..2 lijkt|is ..2 beter|makkelijker|fijner
    rijd|rij|rijden|ga <mezelf> ..2 dood|doodrijden|doodschieten|doodmaken
    bid|hoop|wens ..6 niet ?meer wakker
    beter dood|doodgaan
    dat ik ?<ooit> dood was
    had ik|ze ?het ?<ooit> ?<ooit> niet overleefd
    had|hadden ..4 maar|beter doodgereden|dood|doodgaan
    had ..3 dood moeten gaan|zijn
    ben ik niet ?<ooit> ?<ooit> dood|doodgegaan|gestorven
    verlang|verlangt|hunker ..2 dood
    uitweg ..2 dan de dood
    doodswens
    er ..2 einde|punt aan wil|wou|wilde|zou|willen maken
    geprobeerd|poging|probeerde ..4 einde aan ..2 maken
    wat ik <mezelf> ?nog aandoe|aandoen
    weg|af van deze|de wereld|aarde
    uit ?of ik ?nog leef
    niet ?meer bang ?meer ..2 sterven|dood|doodgaan
    hadden|had <mij> ..2 niet ..1 moeten ?te redden|reanimeren|vinden|bijbrengen
    er niet ?meer wil|willen|wilt|wou zijn
    hoeft ..3 allemaal niet
    dood ?te willen zijn|gaan
    # Ending it
    <mezelf> ..2 iets|wat ..2 aan ..3 doen|doe|doet|gedaan
    <mezelf> ..2 van ?het leven ?te ..2 beroven|beroofd
    hang|verhang|hangt ?ik <mezelf> ..3 op
    <mezelf> ..2 op ..1 te|gaan|ga|zou hangen
    mezelf|mijzelf ..2 gesneden|verwond|gekrast $
    mezelf|mijzelf|zichzelf ..3 verwonden|verwondt|beschadigen|beschadigt
    polsen|aders ..4 snijden|snij|snijd|doorsnijden|doorgesneden|open
    snij|snijd|snijdt|snijden ..3 polsen|aders|armen
    automutil*
    rij|rijd|knal|stuur <mezelf> ..5 tegen|onder
    wil|ga|kan|zou ..6 tegen een|de boom|muur|vrachtwagen|viaduct|tegenligger ?te|aan rijden|aan
    wil|ga|kan|zou ..6 onder|voor een|de vrachtwagen|auto|bus|trein|metro|tram ?te <jump>
    <jump> ..4 onder|voor een|de vrachtwagen|trein|metro|tram $
    <jump> ..4 van een|de|het flat|brug|dak|balkon|viaduct|toren $
    wil|ga|zou ..4 water|kanaal|zee|rivier|gracht in ?te <jump>
    wil|ga|zou ..2 naar beneden <jump>
    overdosis ..3 nemen|neem|innemen
    kogel ..4 kop|hoofd
    pistool|wapen|mes ..2 op|tegen mijn ?eigen hoofd|slaap|keel|polsen
    poging ..2 gedaan ..4 zelf|leven|dood
    leven ..3 genomen|benomen|benemen
    wil|ga|zou ..2 eruit ?te|wil stappen $
    ik stap eruit $
    # Taking leave
    vaarwel
    ^ adieu
    zeg|zegt|vertel|vertelt ..5 dat ik ..3 van ..4 hou|houd|hield|houden
    zorg|zorgen ..2 goed voor mijn kinderen|kind|hond|katten|man|vrouw|gezin ..3 als|wanneer|na
    straks|binnenkort|snel|vanavond ben ik ..2 bij hem|haar|ze|jou|je|mama|papa|mijn $
    wil|wou|zou ..2 naar mijn overleden ..1 toe|$
    wil|wou ..2 bij hem|haar|mama|papa|ze zijn ..1 daarboven|boven|hierboven|hemel|dood
    er ..2 einde|punt ..2 aan ?te maak|maken|maakt $
    wil|wou|ga|kan er ..2 einde|punt aan $
    er ?<ooit> een einde|punt aan ?te ?wil|ga|gaat|zal|wou maak|maken|maakt|gemaakt $|met
    maak|maken|maakt ?ik|hij|ze|zij er ..2 einde|punt aan $
    einde|punt ..4 aan mijn|het|ons leven
    punt ..3 aan|achter ..3 mijn leven
    uit ?het|dit|mijn leven ?te stap|stappen
    stap|stappen ..3 uit het|dit|mijn leven
    stap|stappen uit ?het|dit|mijn leven
    van ?het leven beroven|beroof
    mijn leven ..2 beeindigen|einde
    <mezelf> ..2 van kant
    <mezelf> ..2 iets|wat ?aan ?te aandoen|aandoe|aandoet|doen
    doe|doet|doen <mezelf> ..2 iets|wat aan
    <mezelf> ?<ooit> ophangen|verhangen|verdrinken|doodschieten|doodmaken|verzuipen|vergassen
    <mezelf> ..2 opknopen|doodspuiten|vergiftigen|ophangen|verhangen
    mezelf|mijzelf|zichzelf ..2 vermoorden|afmaken|doden|doodslaan
    <mezelf> ..2 om het leven brengen
    uit ?het|dit|mijn leven ..2 stappen|stap|stapt
    verhang|ophang <mezelf>
    snij|snijd|snijdt|kras ?<ooit> <mezelf>
    mezelf|mijzelf|zichzelf ..2 snij|snijd|snijden|krassen|pijnigen
    doe|doen mezelf|mijzelf ..2 pijn
    van ?het|een|de|die dak|flat|brug|balkon|viaduct ?te springen|spring|stappen
    voor ?de|een trein|metro ..1 gaan|ga
    wil|ga ..4 tegen een boom rijden
    ga ?nu springen
    touw|strop ..3 klaar|gekocht|liggen
    afscheidsbrief|afscheidsbrieven geschreven|schrijven|geschreven|klaar
    # The others would be better off
    beter|makkelijker|fijner|rustiger|gelukkiger ..5 zonder <mij> $
    zonder <mij> ..5 beter|makkelijker|fijner|rustiger|gelukkiger ?af|uit $
    <close> ..4 tot last
    tot last ..2 <close>
    last|blok ..3 voor iedereen $
    niemand ..4 missen|mist|merkt|merken ..3 weg|niet|er|dood|verdwijn
    niemand ..2 <mij> missen|mist
    wereld ..4 zonder <mij> $
    beter af zonder <mij>
    zonder <mij> ..3 beter af
    als ik er niet ?meer ben|was
    missen als ik dood|er
    # In another language
    i want to|wanna die
    kill|hurt myself
    don't want to be here|alive
    don't|dont wanna live
    ich wil|mochte sterben
    je veux mourir
    quiero morir
    chce umrzec
    olmek istiyorum
    want to|gonna kill myself
    end my life
    don't want to live
    wil nicht mehr leben
    """,
    CLASSES,
)
