"""Who may not want to live any more; a false alarm is better than none (law.md, V-1)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_ALWAYS = Phrases(
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
    niet|niets ?meer|langer|verder|zo ?verder wil|wou|willen|kan|kunnen ?ik leven
    niet ..2 of ik .. wil|kan leven
    niet ..3 nog ..2 wil ?verder leven
    leef|leven ..2 liever niet
    om|liefst|beter er ..2 niet ?meer te zijn
    was ik er ..3 niet ?meer
    had ik ..2 er niet ?meer|geweest ..1 moeten|zijn|geweest
    ik had ..2 er niet meer moeten
    beter|gewoon ..1 einde|punt aan ?te maken|maak
    neem afscheid van iedereen|allemaal|jullie
    zien ..2 morgen niet meer
    wil ..1 rust voor altijd|eeuwig|goed
    laat|laten me ?<ooit> gaan $
    waarom leef ik
    waarom moet ik ..2 leven
    nooit meer wakker ?te word|worden
    geen levenslust|levenswil|toekomst
    stop|stoppen|ophouden ..3 met leven
    afgelopen|ophoudt|ophouden|klaar ..4 mijn leven
    wil|wou ..6 in de hemel
    wil|wou ..2 bij ..2 overleden ..3 zijn
    liever niet ?meer leef|leven
    wil|wou|zou ..2 er ..3 niet meer zijn
    leven .. niet meer ..2 vol
    leven ..3 niet|niets|geen ?meer ..4 zin|waard|moeite
    geen|niets ?meer ..2 om voor te leven
    geen reden|zin ?meer ..2 te leven
    geen zin ?meer ..3 ?het|dit|mijn leven
    het|mijn leven ..3 zat|beu|voorbij
    levensmoe
    klaar met ?het|dit|mijn leven $
    wil|wou dat ?mijn|het leven ..1 stopt|ophoudt|eindigt|voorbij
    geen zin ?meer om ..1 wakker
    waar|waarvoor|waarom leef ik
    # The wish to be dead
    wil|willen|wilt|wou|zou ?ik|hij|ze ?<ooit> ?<ooit> dood|doodgaan|sterven
    was ik ?maar nooit geboren
    wou|wilde dat ik ..4 niet ..2 overleefd
    had|hadden <mij> ..4 laten liggen|gaan|sterven|doodgaan
    dood ..1 laten gaan
    dood|doodgaan|sterven wil|wou|wilde
    hoop|hopen|hoopt|bid ..4 dood|doodga|doodgaan|sterf|doodgaat|verongeluk
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
    # Ending it
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
    <mezelf> ?<ooit> ophangen|verhangen|verdrinken|doodschieten|doodmaken
    verhang|ophang <mezelf>
    snij|snijd|snijdt|kras ?<ooit> <mezelf>
    mezelf|mijzelf|zichzelf ..2 snij|snijd|snijden|krassen|pijnigen
    doe|doen mezelf|mijzelf ..2 pijn
    van ?het|een|de|die dak|flat|brug|balkon|viaduct ?te springen|spring|stappen
    voor ?de|een trein|metro ..1 gaan|ga
    wil|ga ..4 tegen een boom rijden
    sta|zit ?nu op|aan ?de|het|een dak|brug|spoor|reling|flat|viaduct|perron
    ga ?nu springen
    touw|strop ..3 klaar|gekocht|liggen
    alle|genoeg|al ..2 pillen|medicijnen|slaappillen ..2 innemen|slikken|inneem
    pillen|medicijnen ..3 klaarliggen|klaar|gespaard|verzameld
    afscheidsbrief|afscheidsbrieven geschreven|schrijven|geschreven|klaar
    # The others would be better off
    beter af zonder <mij>
    zonder <mij> ..3 beter af
    als ik er niet ?meer ben|was
    missen als ik dood|er
    # In another language
    i want to die
    want to|gonna kill myself
    end my life
    don't want to live
    ich will sterben
    will nicht mehr leben
    """,
    CLASSES,
)
_FIRES = Phrases(
    """
    kan|kunnen ..3 niet meer|langer|verder|zo ?meer|verder leven
    was|waren ik|we ..3 dood|doodgegaan|gestorven|overleden|verongelukt
    spring|springen|loop|lopen|stap|stappen|gooi|gooien ..3 voor ?de|een trein|metro
    voor|onder ?de|een trein|metro ..2 springen|spring|lopen|gooien|stappen|liggen
    denk|denken|denkt ..3 aan ?de dood|doodgaan|sterven
    zelfmoord*|zelfdoding*|suicide|suicidaal|suicidale|suicidegedachten|suicidepoging
    voor mij|me hoeft het|dit|alles ..2 niet ?zo ?meer
    het|dit|alles hoeft voor mij|me ..2 niet ?zo ?meer
    hoeft het|dit|alles ..2 voor mij|me ..2 niet ?zo ?meer
    hoeft ..2 niet meer voor mij|me
    ik wil ?gewoon|echt ?zo niet meer ?verder|door $
    ik ..2 wil ?gewoon|echt niet meer verder $
    geen zin ?er meer ?voor ?mij ?zo $
    zie|zien|ziet ..3 niet meer ?zo zitten
    geen uitweg|toekomst meer
    wil|wou|zou ..3 niet meer wakker ?te word|worden
    hoop ..4 niet meer wakker word|wordt
    ik wil ?gewoon|voorgoed ?het|liefst verdwijnen
    ik wil euthanasie
    euthanasie aanvragen
    afscheidsbrief
    overdosis
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    bijna|half|zowat|op|doodop dood
    zag|zie|zagen iemand|hem|haar ..3 voor ..2 trein|metro ..2
    dood van <mijn>|de|een|hem|haar|die
    # Said of oneself with a no
    niet|geen|nooit ..2 zelfmoord*|zelfdoding|suicidaal|suicide|suicidale|afscheidsbrief
    # Somebody's death, long done: grief, not danger
    zelfmoord|zelfdoding|suicide gepleegd|pleegde|was
    pleegde .. zelfmoord
    # Life as it was
    leven zoals|van|als ..2 vroeger|eerst|voorheen|uitkering|bijstand
    # Tired of the questions, or of one thing
    hoeft het|dit ..2 niet meer ..4 gesprek|vragen|zaak|procedure|bellen
    niet meer zitten om|met ..4 fietsen|rijden|werken|auto|verzekeraar|zaak|procedure
    # What a hospital gave
    kreeg|gekregen|toegediend|kregen|gegeven .. overdosis
    overdosis ..3 gekregen|toegediend|gegeven|kreeg
    """,
    CLASSES,
)

CRISIS = Rail(fires=_FIRES, always=_ALWAYS, unless=_UNLESS)
