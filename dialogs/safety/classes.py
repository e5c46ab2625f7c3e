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
    "ooit": "nog|gewoon|echt|liever|toch|soms|eigenlijk|zo|ook|maar|helemaal|wel|dan|het|liefst",
}
