"""Who may not want to live any more; a false alarm is better than none (law.md, V-1)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    zelfmoord*|zelfdoding|suicide|suicidaal|suicidale|suicidegedachten|zelfdodingsgedachten
    niet|niets ?meer ?wil|willen|kan|hoef ?ik ?te leven
    of ik .. wil leven
    wil|wilde|wou|willen|zou ..2 liever dood
    liever dood
    wil|willen|wou|zou ..2 dood|doodgaan|sterven
    was|waren ik|we ..2 dood
    dat ik ..2 dood was
    had ik|ze ..4 dood|doodgereden
    er .. einde|punt .. aan ?te maak|maken
    maak|maken er .. einde|punt aan
    einde|punt aan mijn leven
    uit het|dit|mijn leven stap*
    eruit stappen
    voor mij|me hoeft het|dit ..2 niet ?zo ?meer
    het|dit hoeft voor mij|me ..2 niet ?zo ?meer
    hoeft ..2 niet meer voor mij|me
    heb|heeft|hebben|zie|is .. geen zin ?er meer
    geen zin meer ?om te|in leven|verder|het
    zie|zien|ziet ..3 niet meer zitten
    leven ..2 geen zin
    leven ..2 niet meer ..2 waard
    leven .. zat|beu
    levensmoe
    geen reden ?meer ..2 leven
    wil|wou|zou ..3 niet meer wakker ?te worden
    hoop ..4 niet meer wakker word
    wil|wou|zou .. er niet meer zijn
    beter af zonder mij|me
    beter als ik er niet meer ben|was
    beter ..3 dood
    mezelf|mijzelf .. iets|wat aan|aandoen|aandoe
    <mezelf> ..2 van kant|kop maken|maak
    <mezelf> ..2 ophangen|verhangen|ophang|verhang|verdrinken|doodmaken
    mezelf|mijzelf ..2 pijn doen|doe
    mezelf|mijzelf|me ..2 snijd|snij|snijden
    van ?het|een flat|dak|brug|balkon springen|spring
    voor ?de|een trein|metro|vrachtwagen springen|spring|lopen|gooien|gooi|stap
    kant maken|maak
    afscheidsbrief|afscheidsbrieven
    overdosis
    pillen|medicijnen|paracetamol|slaappillen ..2 innemen|slikken
    doe|doen ..2 <mezelf> iets ?aan
    niet|geen ..3 wil ?meer verder ?te leven
    niet verder wil|willen leven
    wil|wens|verlang .. naar de dood
    doodswens
    end my life
    kill myself
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    niet|geen|nooit ..2 zelfmoord*|zelfdoding|suicidaal|suicide|doodswens|afscheidsbrief
    niet ..2 zelfmoord plegen
    zelfmoord|zelfdoding|suicide gepleegd|pleegde
    pleegde .. zelfmoord
    geen zin ?er meer ..4 deze|dit|die|zaak|gesprek|vragen|werk|school|gedoe|procedure|bellen
    """,
    CLASSES,
)

CRISIS = Rail(fires=_FIRES, unless=_UNLESS)
