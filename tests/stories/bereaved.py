"""Five people who lost somebody."""

from tests.stories.story import Ends, Story, Taps, after, between, said, story

# Tells what the family lives on; two children and a father-in-law.
WIDOW = Story(
    name="een weduwe met twee kinderen",
    tells={
        "rol": said("mijn man is overleden", "nabestaande"),
        "naasten[0].relatie": "echtgenoot_of_geregistreerd_partner",
        "geboortedatum_slachtoffer": said("3 juni 1971", "1971-06-03"),
        "oorzaak": said("verkeersongeluk", "verkeer"),
        "gebeurtenis_datum": said("3 september 2026", "2026-09-03"),
        "overlijdensdatum": said("5 september", "2026-09-05"),
        "verkeer.slachtoffer_als": said("motor", "motor"),
        "verkeer.tegenpartij": said("auto", "motorvoertuig"),
        "misdrijf": False,
        "naasten[1].naam": said("Tim", "Tim"),
        "naasten[1].relatie": after("kind", "9", value="minderjarig_kind"),
        "naasten[1].adres": "a",
        "naasten[1].belangenbehartiger": "x",
        "naasten[2].naam": said("Anouk", "Anouk"),
        "naasten[2].relatie": after(
            "dochter", "20", "op kamers", value="meerderjarig_niet_thuiswonend_kind"
        ),
        "naasten[2].adres": "b",
        "naasten[2].belangenbehartiger": "x",
        "naasten[3].naam": said("Opa Kees", "Opa Kees"),
        "naasten[3].relatie": "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer",
        "naasten[3].adres": "c",
        "naasten[3].belangenbehartiger": "x",
        "naasten[0].getuige": False,
        "naasten[0].eigen_psychisch_letsel": False,
        "schade.posten.uitvaart": said("7450", "7450.00"),
        "uitvaart_betaald": "ikzelf",
        "gezin_nu": True,
        "gezin.netto_inkomen_zonder_overlijden": said("52.000 euro", "52000.00"),
        "gezin.netto_inkomen_na_overlijden": said("34.500", "34500.00"),
        "gezin.wu": said("1800", "1800.00"),
        "gezin.bu": said("5.400 euro", "5400.00"),
        "uitkering_overlijden": False,
        "aansprakelijkheid.eigen_schuld_pct": said("een kwart", 25),
        "aansprakelijkheid.eigen_schuld_reden": "anders",
        "belangenbehartiging.soort": "rechtsbijstandverzekeraar",
        "verzekeraar_vraagt_finale_kwijting": False,
        "herstelbemiddeling_gewenst": False,
        "contact_naam": said("Els Voorbeeld", "Els Voorbeeld"),
        "contact_bereikbaar": said("0612345678", "+31612345678"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            "affectieschade.totaal": "65000.00",
            "affectieschade.regels[0].bedrag": "17500.00",
            "affectieschade.regels[0].na_schulddeling": "13125.00",
            "affectieschade.regels[1].bedrag": "17500.00",
            "affectieschade.regels[2].bedrag": "15000.00",
            "affectieschade.regels[3].bedrag": "15000.00",
            # Two at one address, and two elsewhere; never less for a share in the fault.
            "bgk.affectieschade_bgk": "800.00",
            "overlijdensschade.beschikbaar": "30900.00",
            "overlijdensschade.behoefte": None,
            "overlijdensschade.jaarschade": None,
            "overlijdensschade.uitvaartkosten": "7450.00",
            "smartengeld": None,
        },
        signals=(
            "mens_nodig",
            "wnu_nodig",
            "voordeelverrekening_apart",
            "norm_mogelijk_verouderd",
            "rouw",
        ),
        explained=frozenset(
            {
                "verlies",
                "overlijdensschade",
                "classificatie_overlijden",
                "affectieschade",
                "kosten_hulp",
            }
        ),
        answers=47,
        also={
            "belangenbehartiging.heeft": True,
            "naasten[0].adres": "a",
            "naasten[0].belangenbehartiger": "x",
        },
        read=(
            "Wat erg dat u iemand heeft verloren.",
            "Wanneer is uw partner overleden?",
            "Hoe oud was Anouk toen het gebeurde?",
            "Geen bedrag maakt een verlies goed.",
            "U: € 17.500. Komt een deel door uw partner zelf? Dan kan het € 13.125 worden.",
            "Een mens rekent dit later rustig met u uit.",
        ),
        never=("licht letsel", "Goed om te weten", "Zo gaat een zaak"),
        open_points=frozenset({"meer", "verhaal"}),
    ),
)

# In the worst of grief; the brother is told gently.
PARENT = Story(
    name="de vader van een vermoorde dochter",
    tells={
        "rol": "nabestaande",
        "naasten[0].relatie": "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer",
        "geboortedatum_slachtoffer": said("11 november 1998", "1998-11-11"),
        "oorzaak": "misdrijf",
        "gebeurtenis_datum": said("2 februari", "2026-02-02"),
        "overlijdensdatum": said("2 februari 2026", "2026-02-02"),
        "verhaal": story("Ze is vermoord. Ik kan het niet aan, ik mis haar zo."),
        "naasten[1].naam": said("Jip", "Jip"),
        "naasten[1].relatie": "broer_of_zus",
        "naasten[1].adres": "b",
        "schade.posten.uitvaart": said("tussen de 6000 en 8000", between("6000.00", "8000.00")),
        "gezin_nu": False,
    },
    ends=Ends(
        code="GBL",
        outcome={
            "affectieschade.totaal": "17500.00",
            "affectieschade.regels[1].status": "geen",
            "bgk.affectieschade_bgk": "200.00",
            "overlijdensschade.uitvaartkosten": None,
        },
        signals=(
            "mens_nodig",
            "schadefonds",
            "voordeelverrekening_apart",
            "norm_mogelijk_verouderd",
            "rouw",
        ),
        explained=frozenset(
            {
                "verlies",
                "verwant_broers_en_zussen#1",
                "overlijdensschade",
                "classificatie_overlijden",
                "affectieschade",
                "schadefonds",
            }
        ),
        answers=27,
        also={"naasten[0].adres": "a"},
        alarms=("rouw",),
        read=(
            "Wie is er overleden?",
            "Dit is zwaar, en we doen het rustig aan.",
            "Dat voelt voor veel mensen oneerlijk.",
            "tussen € 6.000 en € 8.000",
        ),
        never=("bemiddelaar", "deel door uw dochter", "licht letsel"),
        open_points=frozenset(
            {
                "contact_bereikbaar",
                "contact_naam",
                "eigen_klachten",
                "getuige",
                "helper",
                "meer",
                "tekenen",
                "uitvaart_betaald",
                "verwant_helper",
            }
        ),
    ),
)

# The first day of the law; long ago by now.
SON = Story(
    name="de zoon van een vrouw, op de eerste dag van de wet",
    tells={
        "rol": said("mijn moeder is overleden", "nabestaande"),
        "naasten[0].relatie": "meerderjarig_thuiswonend_kind",
        "oorzaak": said("operatie", "medisch"),
        "gebeurtenis_datum": said("1-1-2019", "2019-01-01"),
        "overlijdensdatum": said("5 januari 2019", "2019-01-05"),
        "misdrijf": False,
        "gezin_nu": said("later", None),
        "contact_naam": said("Sam", "Sam"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            "affectieschade.totaal": "17500.00",
            "bgk.route": "6:96",
            "bgk.affectieschade_bgk": "200.00",
            "termijnen[0].laatste_dag": "2024-01-01",
            "termijnen[0].status": "verstreken",
        },
        signals=(
            "verjaring_misschien_verstreken",
            "mens_nodig",
            "medisch_goma",
            "voordeelverrekening_apart",
            "norm_mogelijk_verouderd",
            "rouw",
        ),
        explained=frozenset(
            {
                "verlies",
                "termijn_verstreken",
                "overlijdensschade",
                "classificatie_overlijden",
                "affectieschade",
            }
        ),
        answers=24,
        urgency="today",
        read=("uw moeder", "de laatste dag was misschien 1 januari 2024"),
        never=("verjaard", "licht letsel"),
        open_points=frozenset(
            {
                "contact_bereikbaar",
                "eigen_klachten",
                "eigen_schuld_dierbare",
                "geboortedatum_overledene",
                "getuige",
                "gezin_nu",
                "helper",
                "herstelbemiddeling_dierbare",
                "meer",
                "tekenen",
                "uitvaart",
                "uitvaart_betaald",
                "verhaal",
            }
        ),
    ),
)

# Lived apart; when he fell ill nobody knows.
FRIEND = Story(
    name="de vriendin van een man met asbestziekte, apart wonend",
    tells={
        "rol": said("nabestaande", "nabestaande"),
        "naasten[0].relatie": after(Taps("partner"), value="overige_nauwe_persoonlijke_relatie"),
        "oorzaak": said("asbest", "beroepsziekte"),
        "gebeurtenis_datum": said("in 2023", between("2023-01-01", "2023-12-31")),
        "overlijdensdatum": said("vorige maand", between("2026-10-01", "2026-10-31")),
        "misdrijf": said("geen idee", None),
        "naasten[0].eigen_psychisch_letsel": True,
        "schade.posten.uitvaart": said("weet ik niet", None),
        "belangenbehartiging.soort": "advocaat",
        "verzekeraar_vraagt_finale_kwijting": after("ja", value=True),
        "contact_bereikbaar": said("kim@voorbeeld.nl", "kim@voorbeeld.nl"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            # Who lived apart is judged by a human.
            "affectieschade.totaal": None,
            "affectieschade.totaal_inclusief_te_beoordelen": "15000.00",
            "bgk.route": "6:96",
            # From the first day that it may have been.
            "termijnen[0].laatste_dag": "2028-01-01",
        },
        signals=(
            "niet_tekenen",
            "mens_nodig",
            "art7_658_bw",
            "shockschade_beoordelen",
            "relatie_aantonen",
            "voordeelverrekening_apart",
            "norm_mogelijk_verouderd",
            "rouw",
        ),
        explained=frozenset(
            {
                "verlies",
                "shockschade",
                "overlijdensschade",
                "classificatie_overlijden",
                "affectieschade",
                "kosten_hulp",
                "niet_tekenen",
            }
        ),
        answers=24,
        also={"belangenbehartiging.heeft": True},
        urgency="today",
        read=("Teken nog niets.", "U: dit moet een mens beoordelen.", "artikel 6:96 BW"),
        never=("hoort de verzekeraar niet te vragen", "licht letsel"),
        open_points=frozenset(
            {
                "contact_naam",
                "eigen_schuld_dierbare",
                "geboortedatum_overledene",
                "getuige",
                "gezin_nu",
                "herstelbemiddeling_dierbare",
                "meer",
                "misdrijf",
                "uitvaart",
                "uitvaart_betaald",
                "verhaal",
            }
        ),
    ),
)

# Brought the child up.
GRANDMOTHER = Story(
    name="een oma die haar kleinkind opvoedde",
    tells={
        "rol": after("mijn kleinkind is overleden", value="nabestaande"),
        "naasten[0].relatie": "zorg_in_gezinsverband",
        "naasten[0].ook_broer_of_zus": False,
        "geboortedatum_slachtoffer": said("1 april 2018", "2018-04-01"),
        "oorzaak": said("paard", "dier"),
        "gebeurtenis_datum": said("gisteren", "2026-11-24"),
        "overlijdensdatum": said("dezelfde dag nog", "2026-11-24"),
        "misdrijf": False,
        "naasten[0].getuige": after("wat is affectieschade?", Taps("ja"), value=True),
        "contact_naam": said("Riet", "Riet"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            "affectieschade.totaal": "17500.00",
            "affectieschade.regels[0].status": "vast",
            "bgk.affectieschade_bgk": "200.00",
        },
        signals=(
            "mens_nodig",
            "art6_179_bw",
            "shockschade_beoordelen",
            "relatie_aantonen",
            "voordeelverrekening_apart",
            "norm_mogelijk_verouderd",
            "rouw",
        ),
        explained=frozenset(
            {
                "verlies",
                "shockschade",
                "overlijdensschade",
                "classificatie_overlijden",
                "affectieschade",
            }
        ),
        answers=24,
        read=(
            "Was u erbij toen het gebeurde",
            "U hoeft uw verdriet niet te bewijzen.",
            "Slachtofferhulp Nederland",
        ),
        never=("bemiddelaar", "licht letsel"),
        open_points=frozenset(
            {
                "contact_bereikbaar",
                "eigen_klachten",
                "eigen_schuld_dierbare",
                "gezin_nu",
                "helper",
                "meer",
                "tekenen",
                "uitvaart",
                "uitvaart_betaald",
                "verhaal",
            }
        ),
    ),
)

BEREAVED = (WIDOW, PARENT, SON, FRIEND, GRANDMOTHER)
