"""Words that stand in many phrases, by the name of their class."""

_HOME = (
    "man|vrouw|vriend|vriendin|partner|ex|exman|exvrouw|exvriend|exvriendin|expartner|"
    "echtgenoot|echtgenote|verloofde|vader|moeder|stiefvader|stiefmoeder|papa|mama|pa|"
    "pleegvader|pleegmoeder|schoonvader|schoonmoeder|broer|zoon|stiefzoon|oom|opa|huisgenoot"
)

CLASSES: dict[str, str] = {
    "mij": "mij|me|mezelf|mijzelf|ons",
    "mezelf": "mezelf|mijzelf|mij|me|zichzelf|zich|hemzelf|haarzelf|jezelf",
    "mijn": "mijn|me|onze|ons|mijne|zijn|haar",
    # Who can be at the door, hurt or out of reach: people, never a car or an insurer.
    "iemand": (
        "ik|hij|ie|zij|ze|we|wij|iemand|man|vrouw|vriend|vriendin|partner|ex|exman|exvrouw|"
        "vader|moeder|broer|zus|zoon|dochter|kind|kindje|baby|oma|opa|buurman|buurvrouw|jongen|"
        "meisje|collega|papa|mama|pa|slachtoffer|bestuurder|fietser|zusje|broertje|dader|"
        "kerel|dochtertje|zoontje|stiefvader|gast|vent"
    ),
    "huis": _HOME,
    "gezin": (
        "mij|me|ons|moeder|mama|kind|kinderen|kindje|zoon|zoontje|dochter|dochtertje|zusje|zus|"
        "broertje|baby|stiefkind|jongens|meisjes"
    ),
    "kind": "kind|kindje|kinderen|zoon|zoontje|dochter|dochtertje|baby|kleinkind|kleindochter",
    "erg": "heel|erg|hevig|enorm|flink|hard|ontzettend|superveel|veel|vreselijk|dood",
    "nu": "nu|nog|momenteel|steeds|weer|hier|net|opnieuw",
    "net": "net|zojuist|zonet|daarnet|zopas|nu|zonet",
    "ongeluk": "ongeluk|ongeval|aanrijding|botsing|auto|verkeersongeluk|bedrijfsongeval",
    "geraakt": (
        "aangereden|geschept|neergestoken|neergeschoten|gestoken|beschoten|overreden|"
        "omvergereden|mishandeld|aangevallen|overvallen|flauwgevallen|gevallen|verdronken"
    ),
    "attacker": "hij|ie|ze|zij|ex|man|vriend|vader|broer|zoon|stiefvader|dader|exman|exvriend",
    "kill": (
        "vermoorden|vermoordt|afmaken|maken|doodmaken|doden|doodslaan|doodschieten|neersteken|"
        "afmaakt|doodmaakt|doodslaat|kapotmaken|wurgen"
    ),
    "ex": "ex|exman|exvriend|exvrouw|exvriendin|expartner",
    "hit": (
        "geslagen|geschopt|mishandeld|gesmeten|gegooid|geduwd|gewurgd|gestompt|getrapt|gestoken|"
        "geknepen|gebeten|verbrand|bedreigd|opgesloten"
    ),
    "swallowed": "ingenomen|geslikt|genomen|opgegeten|ingeslikt|op|binnen|leeg",
    "many": "10|12|15|20|25|30|40|50|60|100|tien|twaalf|twintig|dertig|veertig|vijftig|zestig",
    "body": (
        "knie|hand|arm|been|voet|oog|enkel|alles|teen|tenen|vinger|vingers|huid|plek|heup|schouder|"
        "bil|rug|neus|pols|het"
    ),
    "throws": (
        "duwt|trekt|gooit|gooide|duwde|sloeg|smeet|knijpt|knijpte|slaat|trok|schopt|gegooid|geduwd|"
        "geslagen|stompt|stompte|smijt"
    ),
    "poison": (
        "bleek|bleekmiddel|gif|vergif|rattengif|gootsteenontstopper|batterij|knoopbatterij|chloor|"
        "schoonmaakmiddel|afwasmiddel|antivries|terpentine|ammoniak|allesreiniger|wasbenzine|"
        "giftigs|giftig|lampolie"
    ),
    "kids": (
        "kind|kinderen|kindje|dochter|dochtertje|zoon|zoontje|zusje|broertje|baby|stiefkind|"
        "kleinkind"
    ),
    "free": "niet|niets|geen|nooit|nergens|niemand",
    "limb": "arm|neus|pols|kaak|been|hand|vinger|vingers|rib|ribben|tand|tanden|sleutelbeen|enkel",
    "dying": "dood|doodgaan|doodga|sterven|sterf|overlijden|zelfdoding|doodzijn|dode",
    "wish": (
        "wil|wou|wilde|willen|hoop|hoopte|wacht|liever|beter|laat|verlang|rust|fantaseer|gedachte|"
        "gedachten|overweeg|plan|wens|wenste|bid|mag|graag|makkelijker|oplossing|zou|opluchting"
    ),
    "regret": "wou|wilde|liever|graag|hoopte|beter|wens|wenste",
    "unreal": "als|beter|liever|erg|wou|wil|willen|voordat|wanneer|zou",
    "other": (
        "hij|zij|ze|man|vrouw|vader|moeder|zoon|dochter|broer|zus|kind|vriend|vriendin|opa|oma|"
        "hond|kat|partner|collega|slachtoffer|bestuurder|iemand|baby|pa|neef|nicht|buurman"
    ),
    "jump": "spring|springen|gesprongen|lopen|stappen|gooien|rijden|vallen|liggen",
    "pills": "pillen|medicijnen|medicatie|slaappillen|tabletten|paracetamol|morfine|oxycodon",
    "close": "iedereen|gezin|kinderen|man|vrouw|familie|ouders|moeder|vader|naasten|allemaal",
    "stand": "sta|zit|stond|zat|staan",
    "deep": "viaduct|brug|dak|reling|flat|spoor|perron|rails|trein|treinen|metro|balkon|toren",
    "urge": "nu|spring|doe|stap|loop|ga|gewoon|even|waarom",
    "ooit": "nog|gewoon|echt|liever|toch|soms|eigenlijk|zo|ook|maar|helemaal|wel|dan|het|liefst",
}
