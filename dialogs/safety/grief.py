"""Grief and distress too heavy to go on with questions (law.md, V-3)."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    kapot|gebroken|gek van|door verdriet
    ik|wij|we ben|zijn ?helemaal ?echt ?nog kapot|gebroken|radeloos|wanhopig|stuk $
    hart|harten is|zijn|ligt ?echt gebroken
    wereld|leven is|ligt ?helemaal ingestort|kapot|verwoest
    wereld|leven ingestort
    ik|wij|we ben|zijn er ?helemaal ?echt kapot|stuk van
    zo|heel|erg|ontzettend|vreselijk|diep verdrietig $
    voel <mij> ..2 leeg|verloren|gebroken $
    voel <mij> helemaal kapot $
    pijn dat hij|zij|ze er niet meer is
    # Tears
    niet ..2 stoppen|ophouden ..2 huilen
    moet|zit|lig|ben ..4 huilen
    huil|huilen ..3 dag|nacht|alleen|uren|steeds
    alleen|maar|steeds|dag huil|huilen
    huil terwijl|nu|weer
    verdriet is ..2 groot
    zoveel|ontzettend|zo'n ?veel verdriet
    zo|heel veel verdriet
    weet <mij> geen raad
    dood|overleden ..4 niet geloven
    ik mis hem|haar $
    haat mezelf|mijzelf $
    haat mijn leven
    ben ..2 niets ?meer waard
    in tranen
    # Too much
    kan|kunnen het|dit ..2 niet ?meer aan
    trek|trekken het|dit ..2 niet
    wordt|is|word <mij>|het|dit ..3 teveel|te ?veel $
    wordt|is ..3 te veel|teveel ..1 voor <mij>
    is ?het|dit ?<mij> allemaal te|teveel ?veel $
    kan dit ?echt ?gewoon niet ?meer $
    wordt het|dit ..2 teveel|te
    kan ?echt ?gewoon ?nu ?zo niet meer $
    hou|houd|houden het|dit ..2 niet ?meer ..1 vol
    ik ben ?helemaal ?gewoon ?echt op $
    zit|zitten ..2 helemaal|er doorheen
    diep in de put
    ten einde raad
    dit is|was geen leven
    niet ..2 hoe ik|we ..3 verder moet|moeten
    kan|kunnen ?het niet verwerken
    # No hope left
    voor mij ..2 genoeg|mooi geweest
    genoeg|mooi geweest voor mij
    dag ..3 een te veel
    waarom|waarvoor nog $
    gedachte & jaar|dag|leven & verdragen|verdraag
    ik ben ?het vechten moe
    voel|voelde <mij> ..2 overbodig|ongewenst|nutteloos|waardeloos|hopeloos
    ben ?nog|alleen maar|nog een last $
    niemand ..2 op mij|me ..1 wachten|wacht
    geen hoop|licht|perspectief meer
    enige|een manier ..6 pijn ..3 af|verlost
    levend begraven|dood
    alles|spullen ..2 weggegeven
    waarom hij|zij en niet ik
    waarom ben ik ..1 overgebleven
    bij hem|haar|ze liggen $
    # Missing someone
    mis|missen hem|haar|ze|je|jou ..2 zo|heel|elke|verschrikkelijk|enorm
    mis|missen <mijn> <huis>|<kind>|oma|zus ..1 zo|heel|elke|verschrikkelijk|enorm
    kan|kunnen niet ?leven zonder hem|haar|mijn|ze
    alleen sinds hij|zij|ze er niet
    # Not able to talk of it
    moeilijk|zwaar|pijnlijk om ..3 praten
    kan ..2 niet over praten
    dit is ?echt ?allemaal zo|heel|te zwaar $
    # A life that someone ended
    zelfmoord|zelfdoding|suicide gepleegd
    pleegde .. zelfmoord
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    kost|kostte|betaald|geld|bedrag .. te veel|teveel
    te veel gevraagd|geld
    zit er bijna doorheen
    """,
    CLASSES,
)

GRIEF = Rail(fires=_FIRES, unless=_UNLESS)
