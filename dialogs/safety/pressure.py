"""The person is pressed to sign or to agree (law.md, V-5); asking what a word means is not it."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_CLASSES = {
    **CLASSES,
    "sign": "teken|tekenen|onderteken|ondertekenen|tekende",
    "want": "wil|willen|wilt|vraagt|vragen|vroeg|vroegen|eist|eisen|dringt|dringen|moeten|moet",
    "offer": "bod|aanbod|voorstel|bedrag|aanbieding|schikking|regeling|slotbetaling",
    "when": (
        "vandaag|morgen|vanavond|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|"
        "zondag|week|dagen|uur|dag"
    ),
    "deal": (
        "overeenkomst|vaststellingsovereenkomst|schikking|regeling|voorstel|bod|aanbod|eindvoorstel|"
        "akkoordverklaring|kwijting|afkoop"
    ),
    "ready": "makelaar|notaris|sportschool|verhuurder|telefoon",
    "insurer": "ze|zij|verzekeraar|verzekering|tegenpartij|schaderegelaar|expert|letselexpert",
    "decide": "tekenen|ondertekenen|beslissen|reageren|antwoorden|besluiten|akkoord",
}
_FIRES = Phrases(
    """
    # Asked to sign
    moet|moeten ..7 tekenen|ondertekenen|tekende
    moet|moeten ..4 ondertekend|getekend ..2 terug*|opsturen|sturen|inleveren
    <want> ..4 dat|of ik|wij|we|u ..4 <sign>
    <want> ..4 tekenen|ondertekenen $
    <want> ..4 handtekening
    handtekening ..3 zetten
    mag|kan|zal|zou ik|we ..4 tekenen|ondertekenen
    als ik ..3 <sign>
    ga|gaan|wil ..4 tekenen|ondertekenen $|dan|om
    als ik ..1 niet teken|onderteken
    slim|verstandig|goed|veilig om ..3 tekenen|ondertekenen
    morgen|vandaag|straks teken ik
    teken|tekenen bij ?het kruisje
    of ik ..2 getekend heb
    bijna ..2 getekend|ondertekend
    ik ..4 kan|moet|mag|zal|wil tekenen|ondertekenen
    contract|brief|papier|papieren|formulier|overeenkomst|stuk ..5 om te <sign>
    moet|moeten ..3 getekend|ondertekend worden|zijn
    dat ik ..3 afteken
    snel|direct|meteen|nu <sign>
    voor ..2 <when> ..3 <decide>
    al|net|zojuist|daarnet|gisteren|vandaag|vanochtend|vanmorgen ?ook getekend|ondertekend $
    <deal> ..5 getekend|ondertekend|ondertekent
    getekend|ondertekend ..4 <deal>
    teken|tekenen|onderteken|ondertekenen ..4 <deal>
    <deal> ..6 <sign>|handtekening
    handtekening ..2 onder
    onder ..4 handtekening
    komt|komen ..8 handtekening
    afronden|ronden|afsluiten|rond ..4 handtekening
    als ik ..4 niet ..2 <sign>|akkoord
    tekenen of
    # The papers
    eindvoorstel|slotvoorstel|eindregeling|slotbetaling|slotuitkering|afkoopsom|afkoop|minnelijke
    afstand ..4 rechten|vordering|vorderingen
    afstand ?te ?doe doen|doe ..3 van
    nergens|niets ..2 recht ?meer op
    geen ..2 recht|rechten|aanspraak|aanspraken ?meer ..2 heb|hebt|maken|daarna
    daarna ..4 niets|geen|nooit ..4 eisen|claimen|vragen|vorderen
    <insurer> ..3 wil|willen ..6 sluiten|afsluiten|afronden|afkopen|schikken
    dossier|zaak ..3 gesloten|dicht ..6 akkoord|teken|tekenen|reageer|betaling
    vaststellingsovereenkomst*|vso|akkoordverklaring|kwijtingsformulier
    <want>|tegen|voor|met|bij|onder|ondertekenen finale kwijting
    finale kwijting ..5 <want>|tekenen|ondertekenen|akkoord|verzekeraar|brief
    # Take it or leave it
    laatste|finale|definitieve bod|aanbod|voorstel
    eindbod|slotbod
    bod|aanbod|voorstel ..3 vervalt|verloopt|geldig|geldt|weg
    vervalt ..2 bod|aanbod|voorstel
    akkoord gaan|ga|gaat ..1 met ..3 <offer>|euro
    akkoord gaan met ..2 <number>
    moet|moeten ..1 binnen|voor|vandaag|uiterlijk ..4 akkoord
    of ik ..2 akkoord ga
    binnen ..2 <when> ..2 <decide>
    tot ..1 <when> ..3 om ?te <decide>
    geven <mij> tot ..1 <when>
    vandaag|nu nog beslissen
    moet|moeten ..2 snel|nu|vandaag|meteen beslissen
    gedwongen ..2 tekenen|ondertekenen
    nu of nooit
    wil|willen van <mij> af met
    beslissen|reageren|antwoorden over|op ?het|dit|hun <offer>
    dringen|dringt ..2 aan
    ompraten|overhalen & getekend|tekenen|akkoord
    afzie|afzien|afziet & krijg|als|van & alles|rechten|claim|rest|verder|ik
    zaak|dossier|mij & af & <want> & bieden|biedt|euro|geld
    <insurer> & zaak & af & <want>
    gedwongen|verplicht|geforceerd & akkoord|tekenen|ondertekenen
    kiezen|beslissen|besluiten & voor|uiterlijk|binnen & <when>
    getekend|teken|tekenen & spijt|dom|fout|achteraf|terugdraaien|intrekken|ongedaan
    euro & als & teken|onderteken|akkoord
    terugkom|terugkomen|terugkrabbelen & nooit|niet|meer & teken|tekenen|onderteken|papier
    eenmalig|eenmalige ..1 aanbod|bod|voorstel|kans
    handtekening & terugsturen|opsturen|terug|inleveren & moet|moest|moeten|wil|willen
    vaststellings overeenkomst
    <insurer> wil|willen er ..1 vanaf|af
    later|daarna|dan ..3 niets|niet ..3 claimen|eisen|vorderen
    teken nu|maar|gewoon
    meer krijg|krijgt je|u|ik ..1 niet
    dit is ..2 alles wat ze|zij
    spijt & akkoord|getekend|handtekening|regeling
    heb getekend maar|zonder|terwijl
    sluiten|sluit ze|zij ..2 dossier|zaak
    kwijtings*
    <offer> is definitief|eenmalig
    beslissen|besluiten & <when> & moet|moeten & ik|we|wij
    akkoord & vandaag|morgen|nu|snel|direct|meteen & moet|moeten
    <insurer> ..4 moest|moesten tekenen|ondertekenen
    nu|meteen|direct|vandaag moest|moet tekenen|ondertekenen
    <when> om te tekenen|ondertekenen
    formulier|papier|brief ..2 getekend ..3 verzekeraar|verzekering
    teken of
    handtekening & willen|wil|moet & <when>
    kiezen|beslissen & nu|vandaag & moet|moeten
    brief|mail|bericht ..3 finale kwijting
    take it or leave it
    slikken|slik of stikken|stik
    nu of niets
    kiezen|kies of delen
    of ik ..2 akkoord ?ben|ga|wil|kan
    bel|belt|bellen|mailt|mailen|appt|appen ..5 akkoord|tekenen|getekend|handtekening|beslist
    anders ..3 krijg|krijgt ik|u|je ..2 niets|geen|minder
    dreigt|dreigen|dreigde ..6 sluiten|stoppen|intrekken|stopzetten|niets|rechter
    trekken|trekt|intrekken ..3 bod|aanbod|voorstel
    bod|aanbod|voorstel ..2 ingetrokken|intrekken
    onder druk|dwang
    opgejaagd|overgehaald|gepusht|pushen|pusht
    graag of niet
    laatste ..1 wat|dat ze|zij|hij bieden|geven|betalen|doen
    niet akkoord ga|gaan
    termijn|tijd|deadline ..1 om ?te tekenen|ondertekenen
    eindregeling|regeling|overeenkomst|schikking tekenen|ondertekenen|teken
    wil|willen ..4 afkopen
    """,
    {**_CLASSES, "number": "0*|1*|2*|3*|4*|5*|6*|7*|8*|9*"},
)
_UNLESS = Phrases(
    """
    # What does it mean?
    wat|hoe|waarom is|betekent|zijn|betekenen|houdt|werkt ..4 vaststellingsovereenkomst|vso
    wat|hoe|waarom is|betekent|zijn|betekenen|houdt|werkt ..4 kwijting
    ^ ?een ?de vaststellingsovereenkomst|vso $
    <insurer> ..3 wil|willen ..3 niet
    onder druk ..3 op|van ..2 nek|rug|knie|wond
    niet|geen|nooit|niemand ..3 onder druk|dwang
    werkgever|baas ..6 overeenkomst
    <ready> ..3 overeenkomst
    huur|koop|arbeids|werk|lease ..1 overeenkomst
    arbeidsovereenkomst|huurovereenkomst
    # A no
    niets|geen|nooit|niemand|nergens ..6 <sign>|getekend|ondertekend|handtekening
    niet ..6 tekenen|ondertekenen|getekend|ondertekend|handtekening
    niets|niet|geen|niemand ..3 onder druk
    handtekening|tekenen|ondertekenen niet $
    nog|heb|hebben|is|er geen ..2 bod|aanbod|voorstel|vaststellingsovereenkomst
    # Other papers
    schadeformulier|schadeaangifteformulier|arbeidscontract|huurcontract|ontvangst|pakket|aangifte
    apotheek|balie|monteur|garage|politie|school|bezorger|huisarts|ziekenhuis
    # Signs of something
    eerste|geen|enige|duidelijke|zijn|waren tekenen van
    tekenen van ?een herstel|leven|beterschap|verbetering|vooruitgang|ontsteking|infectie|slijtage
    tekening
    """,
    _CLASSES,
)

PRESSURE = Rail(fires=_FIRES, unless=_UNLESS)
