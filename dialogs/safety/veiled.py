"""Who may not want to live any more and says it round about: in hints, hopes and farewells."""

from dialogs.safety.classes import CLASSES
from dialogs.safety.crisis import HARMLESS
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    # Not being there any more, said round about
    of ik er ..4 nog ben
    beter|liever|fijner ..4 ik er ..4 niet ben|was
    wil|wou|zou ..3 nergens ?meer zijn
    ik & ophouden|ophoud|ophield & bestaan
    besta|adem & leven|leef & niet|geen
    geen plek|plaats|ruimte ..4 op deze|de wereld|aarde
    klaar|gedaan|afgelopen|over met mij|me $
    klaar & alles & leven
    wat mij betreft was|had|mag ..5 afgelopen|voorbij|gedaan
    houdt|hield ..3 op voor mij
    word ik niet ?meer oud
    mijn laatste kerst|verjaardag|zomer|winter|nacht|avond|oud $
    wil ..2 dat alles|het ?allemaal|gewoon stopt|ophoudt $
    wil|wou|zou ..3 niets meer voelen
    nooit|niets|niet ?meer ?te hoeven ?te voelen
    ik ben er ?dan ?straks dan|straks|binnenkort|morgen ?ook niet meer
    makkelijker|beter|rustiger|fijner ..3 als ik ..2 weg ben|was|ga
    net zo goed weg|dood|ophouden|verdwijnen|gaan $
    hoop|wens|wacht ..4 snel|gauw ..1 over|afgelopen|voorbij is|met ..1 mij|me
    dat|omdat hij|zij|ze ..1 niet ?meer verder wil $
    zonder hem|haar|ze ..1 wil|hoef ik ?ook niet
    droom|fantaseer|hoop|wou & niet|nooit & terug & hoef|hoeven|komen|kom & ik
    stap ik ?er eruit|uit $
    stop|stoppen|ophouden ..6 ademen
    nut|zin ..4 niet|geen ..5 door ?te gaan|leven
    ik ?eigenlijk ook dood $
    op mijn ?eigen begrafenis|uitvaart
    enige reden ..3 ik ..2 nog ben|leef|besta
    van mij mag het ?vandaag|nu|gewoon|morgen ophouden|stoppen|voorbij|afgelopen $
    liever ..3 in ..2 gebleven|achtergebleven & ik
    van ?het|een|mijn balkon|flat|dak|brug stap|spring|stappen $|en
    <mij> ..2 spuitje geven|gaf|geeft
    perron|spoor|brug|viaduct|dak & dacht|denk & nu|spring|gewoon & ik
    hoop|wou|wens ..3 volgende auto|vrachtwagen|trein|operatie ..3 goed|niet ..1 raakt|overleef
    naar|bij hem|haar|ze & dan & samen
    beter|meer ..2 met ..2 geld dan met|aan <mij>
    even ..4 voorbij|afgelopen|gedaan voor mij|me
    elke|iedere avond|nacht|dag & denk & hoe & doen & ik
    mes|touw|strop|wapen|pistool in ?mijn|de hand|handen $
    dan ?maar niet leven|meer $
    waarom ik ..2 wakker word
    <pills> verstopt|weggelegd|opgeborgen & bang
    gewoon doorrijd|doorrij|doorrijden & water|boom|muur|ravijn
    # Saved, to one's regret
    wou|wilde|had ..6 er ..3 niet ..1 uit|eruit|levend
    beter|liever ..6 te laat ..2 gekomen|geweest
    had|hadden hij|ze|zij|god <mij> ?maar ?ook meegenomen
    leef & vergissing|fout|straf|jammer|mislukt
    # Not waking, not getting up
    hoop|hoopte|wens|wou|liefst|bid|wilde & slaap & ga|blijf|gaan|blijven|sterf|overlijd
    hoop|hoopte|wens|bid & laatste & ogen|slapen|slaap|nacht|inslaap
    wil|hoef|wou ..3 niet|nooit meer opstaan
    hoef ..3 morgen ..3 niet ?meer
    # No more reason
    voor wie doe|leef|vecht ik ..2 $|nog|eigenlijk|het
    waar|waarvoor doe ik het ..3 nog|eigenlijk ..2 voor|$
    geen|niets|nergens ..3 reden ?meer ..2 om|te ?te blijven|doorgaan|opstaan|ademen
    nut|zin ..2 dat|of ik er ..2 ben
    nut|zin ..2 dat|of ik besta|leef
    # It should have been me
    had|hadden ..4 <mij> ..2 goed|vol|dodelijk|harder geraakt|gepakt|aangereden
    # To the one who died
    wil|wou|zou|ga|mag ..3 achterna $|gaan
    achterna ?te ?gaan wil|wou|zou|ga
    was|waren ik ?<ooit> ..1 bij papa|mama|hem|haar|ze|opa|oma $|in|boven
    wil & naar|bij & kan & zonder
    als|tot|wanneer & dood|overleden|begraven & dan & ga & ik & ook|mee
    # A burden
    last ..2 voor ..2 <close>
    geen last ?meer van <mij>
    laat <mij> ?<ooit> gaan ik|nu
    levensverzekering & waard|zonder|opbrengt|brengt & ik|mij
    zonder mij|me ..4 tenminste|geld|verzekering
    # Means, places and plans
    <pills> geteld $
    bewaar|spaar|hou|houd ..2 <pills> ..1 voor als|later|het
    eet|drink|medicijnen & niet|niets & meer & vanzelf|gebeurd|afgelopen
    hoe & pijnloos & doen|kan|gaat
    bedacht|uitgezocht|besloten hoe $
    weet ..2 hoe|waar ..1 wanneer $
    ik doe het ?dan echt $
    laat ik ..2 stuur ..2 los
    touw|strop & schuur|zolder|garage|balk|boom & al|klaar|hang|hangt
    steeds|telkens|weer ..2 naar|langs|bij het|de water|kanaal|spoor|brug|viaduct|rivier
    water|kanaal|rivier|zee|spoor & denk & vaak|steeds|telkens
    trein|treinen & denk & stap|sprong
    <pills> ..2 opgespaard|gespaard|verzameld|klaargelegd|klaarliggen
    opgezocht|uitgezocht|gelezen|zoek|opzoeken & hoeveel & <pills>
    <deep> & trekt & mij|me|ik
    water|diepte & trekt & mij|me
    fantaseer|fantaseren ..8 rijden|rijd|springen|verdwijnen|vallen|verdrinken|stoppen
    ik ..4 mes|touw|strop|wapen|pistool|pillen in mijn hand|handen gezeten|gestaan|zit|zat
    vertrouw|vertrouwde <mezelf> ..2 niet
    doe ik iets stoms|geks|doms|ergs
    ik ..4 iets stoms|geks|doms|ergs ..1 doe|ga|uithaal
    moed|lef ..4 om het ?echt|ook te doen
    vannacht & doen|doe & het & ik
    lot|natuur ..4 handje helpen
    wat mij|me te doen staat $
    denk|denken|overweeg ..5 punt achter ?te zetten|zet
    # Taking leave without a word
    sorry|spijt|vergeef & achterlaat|achterlaten|achterblijven
    dit|mijn is|wordt ?mijn ?het|een laatste|afscheid bericht|berichtje|brief|groet|$
    afscheid & stiekem|doorhadden|doorheeft|doorhebben
    brief|brieven|briefje & geschreven|klaar & <close>|ouders & zover|straks|vinden|dan
    zeg|zegt|vertel ?maar ?<ooit> tegen|aan ?<mijn> <close>|ouders ..4 spijt
    vinden ze|jullie mij|me $
    # Somebody else
    zichzelf ..2 gesneden|snijdt|verwond|gekrast|beschadigd
    """,
    CLASSES,
)

VEILED = Rail(fires=_FIRES, unless=HARMLESS)
