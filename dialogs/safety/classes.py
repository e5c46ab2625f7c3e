"""Words that stand in many phrases, by the name of their class."""

CLASSES: dict[str, str] = {
    "mij": "mij|me|mezelf|mijzelf|ons",
    "mezelf": "mezelf|mijzelf|mij|me|zichzelf|zich|hemzelf|haarzelf|jezelf",
    "mijn": "mijn|me|onze|ons|mijne",
    "hij": "hij|ie|zij|ze|die|iemand|deze",
    "iemand": (
        "hij|ie|zij|ze|iemand|man|vrouw|vriend|vriendin|partner|ex|exman|exvrouw|vader|moeder|"
        "broer|zus|zoon|dochter|kind|kindje|baby|oma|opa|buurman|buurvrouw|jongen|meisje|collega|"
        "papa|mama|pa|ma|slachtoffer|bestuurder|fietser|zusje|broertje|dader|gast|kerel"
    ),
    "huis": (
        "man|vrouw|vriend|vriendin|partner|ex|exman|exvrouw|exvriend|exvriendin|expartner|"
        "echtgenoot|echtgenote|verloofde|vader|moeder|stiefvader|stiefmoeder|papa|mama|pa|"
        "pleegvader|pleegmoeder|schoonvader|schoonmoeder|broer|zoon|stiefzoon|oom|opa|huisgenoot"
    ),
    "nu": "nu|nog|momenteel|steeds|weer|hier|net|opnieuw|straks|vanavond",
    "heel": "heel|erg|zo|echt|gewoon|soms|vaak|helemaal|best|eigenlijk|wel|ook|nu|nog|toch|maar",
}
