"""Someone is in danger now (law.md, V-2); what is over belongs to the story.

Only what is said in the present counts: "het bloedt nog", not "het bloedde".
"""

from dialogs.safety.classes import CLASSES
from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_FIRES = Phrases(
    """
    # Bleeding
    bloedt
    bloed|bloet|bloeden ?zo <erg>|<nu>
    ik bloed|bloet $|heel|uit
    <iemand> bloed ..1 uit
    bloed blijft ..1 komen|stromen
    bloed spuit|lekt|gutst|stroomt|druipt|druppelt|stopt
    spuit|lekt|gutst|stroomt|druipt ..3 bloed
    blijft|blijf|gaat ..2 bloeden
    bloeden|bloeding ..2 stopt|houdt ?maar niet
    houdt|stopt ..2 niet ..2 bloeden
    komt ..3 bloed uit
    verlies|verliest|verliezen ..3 bloed
    overal bloed en
    # Breath and consciousness
    ademt|adem|ademen ..2 niet|nauwelijks|bijna
    kan|kunnen ..2 niet ?meer ademen|ademhalen
    krijg|krijgt geen|nauwelijks zuurstof
    stopt|gestopt met ademen
    loopt|wordt|is ?helemaal blauw ?aan $
    geen polsslag|hartslag|pols
    krijgt|krijg|heeft nu ..2 toeval|stuip|stuiptrekkingen|insult
    haalt|haal|krijg|krijgt|heb ..2 geen|bijna|nauwelijks ?geen adem|lucht
    stikt|stik ?bijna $
    is|ligt|zijn ..3 niet ?meer bij kennis|bewustzijn|positieven
    is|ligt|lig ..2 bewusteloos $
    ligt|lig ..2 bewusteloos
    is|ligt buiten bewustzijn|westen $
    <iemand> reageert ..1 nergens ?meer op $
    reageert nergens meer op $
    <iemand> reageert ?helemaal niet meer $
    <iemand> beweegt|reageert ?helemaal niet ?meer $
    en reageert|beweegt ?helemaal niet ?meer $
    wordt|word niet ?meer wakker
    krijg|krijgen hem|haar|ze|papa|mama niet ?meer wakker
    heeft|krijgt|krijg ..3 hartaanval|hartinfarct|hartstilstand|beroerte|herseninfarct
    hartaanval|hartinfarct|beroerte krijgt
    heeft|heb|krijgt nu ..2 epileptische|epileptisch|aanval
    heb|heeft nu ..3 pijn op ?de|mijn|zijn|haar borst
    pijn op ?de|mijn|zijn|haar borst ..4 grauw|benauwd|zweet|zweten|bleek|arm
    voel|voelt mijn|zijn|haar benen niet meer
    valt|val|ben|is nu|net flauw|flauwgevallen
    ga|gaat|gaan dood $
    # Poison
    heb|heeft|hebt ..3 alle|hele|teveel|pot|handvol|doos|strip ..2 <pills> <swallowed>
    heb|heeft ..3 te veel pillen|medicijnen|paracetamol
    <iemand> heeft|heb ..2 overdosis
    heb|heeft|hebt ..4 <poison> ..2 gedronken|ingeslikt|gegeten|binnen|ingenomen
    dronk|slikte|drinkt|eet ..3 <poison>
    keel|tong|gezicht|luchtweg ..2 zwelt|zwellen|dicht
    mond|mondhoek|gezicht ?hangt|staat|trekt ..2 scheef ?hangt|staat $
    praat|praten ineens ..2 raar|wartaal
    pijn|druk|steek ..2 borst ..6 arm|kaak|tintelt|straalt|benauwd|zweet|zweten
    lippen ..2 blauw
    <iemand> valt|zakt ?nu steeds|telkens|helemaal|weer weg
    <iemand> zakt ..1 weg|in|elkaar $
    <iemand> verdrinkt|stikt|verslikt
    krijgen|krijg hem|haar|ze ..2 niet bij|wakker
    komt niet ?meer bij
    <poison> & gedronken|opgedronken|ingeslikt|gegeten|opgegeten|ingenomen
    bloed|bloeden & leeg|spuit|gutst|stroomt & ik|hij|ze|zij|been|arm|hoofd
    hartaanval|hartinfarct|beroerte|herseninfarct & krijg|krijgt
    ademt & raar|moeilijk|slecht|zwaar|oppervlakkig & baby|nu|paars|blauw|help|grauw
    wordt|word|loopt ?helemaal paars|grauw|blauw ?aan $
    schuim & mond
    schokt|schokken|stuiptrekt|stuipt & ligt|grond|nu|hele
    zegt|praat|doet ..1 niets ?meer & net|nog|auto|grond|botsing
    reageert ..1 niet ..1 op aanspreken|pijn|prikkels|schudden|roepen
    aan het stikken|verdrinken|doodbloeden|bloeden|doodgaan|schokken
    keel|tong|gezicht & dik|opgezet|gezwollen & nu|reactie|allergische|adem|steeds
    ligt|lig|zit|liggen ..5 plas ..1 bloed
    onwel ..6 ligt|vloer|grond
    is|zijn ..1 in elkaar gezakt|gestort $
    ga|gaan dood help
    lig|ligt|liggen ..3 <iemand> ..2 op ?de|het straat|grond|weg|fietspad|snelweg
    hand|handen ..2 om|rond mijn keel|nek
    overval|aanslag|brand|inbraak ..1 bezig|gaande
    ik|we|wij lig|liggen ..3 auto ..2 kop|zij|kant|water
    <kids> & <pills> & gegeten|ingeslikt|geslikt|gedronken|opgegeten
    bloed verloren ..4 gaat|nog|door|stopt|blijft
    zichzelf|zich ..2 neergestoken|doodgestoken|beschoten|gestoken
    onveilig & hij|ie & buiten|hier|deur
    niet ?meer wakker ?te krijgen
    overeind|opstaan & lig & niet & kan
    word|worden ..1 bedreigd ..3 wapen|mes|pistool
    scheef|scheve gezicht|mond|mondhoek
    heb|heeft ..3 veel|teveel ..1 <pills> <swallowed>
    mes ..2 bij|tegen|op ..1 keel
    zit|zitten ?nog ?nu vast ..3 brandend*
    # It has just happened
    ongeluk|ongeval & gehad & net|nu|zojuist & zit|lig|liggen|zitten
    lig|liggen|ligt ..2 onder ..2 motor|auto|vrachtwagen|machine|paard|trekker|fiets|heftruck
    <net> & sloot|weg|berm|boom|water & liggen|ligt|lig|zitten
    auto|boot|wagen zinkt
    steekpartij|schietpartij|vechtpartij ..2 bezig|gaande|nu
    liggen|lig|zitten|zit & nog & auto|sloot|berm|wrak & help|voelen|uit|eruit|bloed
    <net> & ongeluk|aanrijding|botsing|ongeval & gewond|gewonden|bloed|help|niet|ligt
    ^ ?ben|zijn <net> ..2 <geraakt>
    lig|ligt|liggen nog|nu|hier ..1 op ?de|het straat|weg|grond|fietspad|snelweg|asfalt|zebrapad
    net ..3 ongeluk|ongeval|aanrijding ..3 gewonden|bloed
    ben|zijn|is <net> ..4 <geraakt>
    heb|hebben|heeft <net> een ..2 <ongeluk>
    ben|is|zijn <net> van ..2 gereden
    heb|heeft <net> ..2 klap ..2 gehad|gekregen van
    ben|zijn|is|heb|hebben <net> ..3 fiets|motor|trap|dak|steiger ..4 ligt|lig|liggen
    er is <net> ..2 <ongeluk>|geschoten|gestoken
    <iemand> ..5 lig|ligt|liggen ?hier ?nu ?nog op ?de straat|grond|weg|snelweg
    zit|zitten ?nog ?nu vast|bekneld|klem in|onder|tussen ?de|een|het auto|wagen|machine|lift
    zit|zitten|ligt|lig ?nog ?nu bekneld
    <iemand> zit|zitten ?nog ?nu klem
    zit|zitten ?nog ?nu klem onder|tussen
    <iemand> lig|ligt|liggen ..2 in ?de|het|een sloot|water|kanaal|gracht|berm
    zit|zitten|ligt ..2 bekneld|klem ..1 in|onder|tussen|$
    # Fire
    staat|staan|vliegt ..1 in ?de fik|vlammen
    in de fik|vlammen staat|staan
    komt|komen|zie ..2 rook|vlammen ..1 uit|onder
    kan|kunnen ..4 niet uit|eruit|naarbuiten ..2 brand|rook|vuur
    kan|kunnen ..3 niet eruit|weg|buiten ..1 het brandt
    er is ?nu brand
    we|wij hebben brand
    staat|staan ?nu ?hier ?een ?auto|huis|wagen in brand
    gaslek
    ruik|ruiken ?een gas|gaslucht|rook
    er|hier is|hangt|ruikt ..2 gaslucht|gaslek|brandlucht|koolmonoxide
    # Somebody is a danger
    agressief|gewelddadig|razend|woest & hier|binnen|nu|deur & hij|ex|man|vriend|vader
    probeert|proberen & deur|raam|ramen|slot & slaan|open|forceren|breken|trappen
    er|hier is|zit|loopt|sluipt|staat ..2 iemand|man|inbreker in|bij ?mijn|ons|het huis|woning|tuin
    hoor|zie ..4 inbreken|inbreker|inbrekers|binnenkomen
    willen|gaan <mij> ..2 iets|wat aandoen
    wil|probeert ..2 van de weg ?af ?te rijden|duwen|drukken
    zit|zitten ..1 verstopt|verborgen
    ^ help ?help ?me hij|ie
    ^ help help
    heeft|hebben <mij> ?hier opgesloten|vastgebonden|ingesloten $
    <kill> & <attacker> & <mij> & komt|gaat|wil|zal|zegt|gezegd|dreigt|zei|bang
    mes|bijl|pistool|wapen|vuurwapen|honkbalknuppel & staat|heeft|nu|loopt & deur|tuin|huis|buiten
    bonkt|bonst|beukt|rammelt & deur|raam
    schreeuwt & deur & open
    slaat|ramt|trapt|hakt|beukt|schopt ..3 deur|raam|ruit|voordeur ..1 in|kapot
    <attacker> ..3 <mij> ..2 vermoordt|vermoorden|doodmaakt|doodslaat|doodschiet|afmaakt|neersteekt
    <attacker> ..3 maakt|slaat|steekt|schiet ..1 <mij> ..2 dood|af|neer|kapot $
    zit|zitten|ben|zijn ..3 opgesloten ..2 badkamer|slaapkamer|wc|toilet|kamer|kelder|schuur|huis
    <mij> ..2 opgesloten in|op ?de badkamer|slaapkamer|wc|toilet|kamer
    hij|ie|zij komt nu|weer|zo ..1 naar|op|achter ?me|mij|boven|beneden|binnen
    hij|ie komt ..2 naar|op|achter <mij> ..4 bang
    ^ hij|ie is hier|binnen ?nu|weer $
    hij|ie is ?nu ?weer hier|terug ..3 bang|help|slaat|schreeuwt
    hij|ie|man|ex|vriend|vader ..2 wordt|word ?nu ..1 gewelddadig|agressief nu|tegen|$
    hij|ie|ex|man ..3 laat|wil <mij> niet gaan|weg|los|naar
    er wordt ?nu ?hier geschoten|gevochten|gestoken
    ze|ie|hij schiet|schieten|steekt ..2 op|met
    schuil|schuilen|verstop|verstopt ..1 <mij> ..3 voor|kast|bed|badkamer
    <iemand> ..2 staat|staan ..3 voor|bij|aan ?de|mijn|me|onze ?voor deur
    staat|staan ..2 iemand|man|ex|hij|ze ..2 voor|bij|aan ?de|mijn|me|onze deur
    ^ hij|ze|zij is|zijn ?nu ?weer binnen $
    hij|ze|zij komt|komen eraan
    trapt|trappen|breekt|beukt|bonkt|bonst|schopt ..3 deur|raam
    probeert|proberen ..2 binnen ?te komen
    probeert|proberen ..2 deur|raam ..1 open
    verstopt|verstop ?<mij> voor <mijn> <huis>
    wordt|worden ?nu ?hier ingebroken
    staat|is ..3 man|vrouw|iemand|jongen|mannen met een mes|wapen|pistool|bijl
    dit moment|nu ..2 bedreigd|geslagen|aangevallen
    bedreigd|geslagen|aangevallen op dit moment|nu
    <iemand> staat|staan ?nu ?hier ?weer voor|bij ?het|mijn|ons huis|raam|woning
    dreigt ..3 vermoorden|doodmaken|slaan|steken|aandoen
    opgesloten ..5 niet weg|eruit|buiten
    opgesloten ..3 hij|ze|zij komt
    met een mes|pistool|wapen|bijl ..2 voor|naast|achter|op <mij>
    houdt <mij> ..1 vast|gevangen
    <mij> ..1 gaat|wil|komt ..1 doodmaken|vermoorden|slaan|neersteken|afmaken
    wil|wilt|gaat|zal|komt <mij> ..2 doodmaken|vermoorden|slaan|neersteken|doodschieten|afmaken
    gaat|wil <mij> ..2 iets|wat aandoen
    heeft|pakt|houdt|trekt ?nu een mes|pistool|wapen|vuurwapen|bijl $
    word|worden ?nu ?weer achtervolgd|aangevallen|overvallen
    word|worden nu ..2 geslagen|bedreigd|mishandeld|geschopt
    achtervolgt|belaagt <mij>
    slaat|schopt|mishandelt|bedreigt|wurgt <mij> nu|weer
    nu ..2 slaat|schopt|mishandelt|bedreigt <mij>
    is ..2 nu ..6 agressief|gewelddadig|dronken|woedend
    durf ?nu niet naar|in ?mijn huis
    # Said in so many words
    ben|zijn|is|zit|zitten|verkeer|verkeert ..2 in gevaar|levensgevaar
    leven ..2 in gevaar
    ben|zijn|voel ..3 niet veilig
    niet veilig hier|thuis|nu
    bel|bellen|wilt 112
    112 bellen
    ambulance ..2 nodig
    moet|moeten|wil nu ..1 ambulance
    ^ sos $
    ^ 112 $
    ^ ?het|dit ?is ?een noodgeval|spoedgeval|nood $
    ^ dit|het is ?een|echt spoed $
    nu ..2 hulp|politie|dokter nodig
    dringend|direct|onmiddellijk|spoed|snel|meteen ..2 hulp|politie|dokter|arts|ambulance ?nodig
    ^ kom ?nu ?alsjeblieft snel
    stuur|sturen|bel|bellen ..2 ambulance|ziekenwagen|politie $
    waar|wanneer blijft|komt ..1 ambulance|politie
    wie helpt <mij> nu
    ^ snel hulp
    kan|moet er|een ..2 ambulance komen
    help|helpp|helpt <mij> ?nu ?snel ?alstublieft|alsjeblieft|aub|asjeblieft $
    ^ helpp $
    er is ?nu ?groot gevaar
    ^ ?nu gevaar $
    """,
    CLASSES,
)
_UNLESS = Phrases(
    """
    <body> ..3 blauw|paars
    zenuw|pees|nerf|spier ..3 bekneld|klem
    alle|al ..1 medicijnen|pillen ..3 die|volgens|voorgeschreven|gekregen
    waar|wanneer blijft|komt ..2 brief|verslag|rekening
    wordt ..2 agressief van
    veilig ?meer ..2 verkeer|fiets|straat|weg|auto|snelweg|fietsen|rijden
    krijg|heb|haal|krijgt soms|vaak|regelmatig|minder ..3 lucht|adem
    aanval|hartaanval|hartinfarct|beroerte|hartstilstand ..2 gehad|gekregen|overleefd
    hartaanval|hartinfarct|beroerte|hartstilstand ..1 gehad
    heb|hebben|heeft|had ..3 112 ..1 gebeld
    ga|gaat|gaan dood van
    help <mij> ?even met|bij|herinneren|verder
    overdosis ..3 gekregen|toegediend|gegeven
    wanneer ..2 112 bellen
    bloedt ..1 niet $|meer|nu
    geen|zonder gevaar
    bloedt ..2 soms|vaak|snel|makkelijk|regelmatig|af
    soms|vaak|regelmatig ..3 bloedt
    geen bloed
    """,
    CLASSES,
)
# A story of what is over, unless the same sentence says that it goes on.
_OVER = Phrases(
    "toen|gisteren|eergisteren|destijds|vroeger|vorige|geleden|afgelopen|indertijd|daarna"
)
_NOW = Phrases("nu|nog|momenteel|net|zojuist|help|nu")

DANGER = Rail(fires=_FIRES, unless=_UNLESS, over=_OVER, now=_NOW)
