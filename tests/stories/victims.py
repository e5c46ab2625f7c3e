"""Five people who were hurt themselves."""

from tests.stories.story import (
    BACK,
    DATA,
    PAUSE,
    START,
    Ends,
    Story,
    Taps,
    TapsOld,
    after,
    between,
    said,
    story,
)

# Of the further questions only three are answered.
WORKER_LEAVES_OPEN = frozenset(
    {
        "bel_moment",
        "bonnen",
        "claim_gestuurd",
        "gemeld_werkgever",
        "getuigen",
        "herstelbemiddeling",
        "hulp_nodig",
        "in_nederland",
        "kilometers",
        "kind_veroorzaker",
        "klachten_vooraf",
        "meer_kleding_en_spullen",
        "meteen_bekend",
        "rechtsbijstand",
        "schade_totaal",
        "studie_achter",
        "tolk",
        "verhaal",
        "welk_letsel",
        "werk",
        "werkgever_aansprakelijk",
    }
)

# Taps what can be tapped, and asks why before one of the answers.
CYCLIST = Story(
    name="een fietser zonder helm, licht gewond, met rechtsbijstand",
    tells={
        "rol": "slachtoffer",
        "geboortedatum_slachtoffer": said("12 april 1988", "1988-04-12"),
        "oorzaak": "verkeer",
        "gebeurtenis_datum": said("15-6-2026", "2026-06-15"),
        "verhaal": story("Ik fietste en een auto gaf geen voorrang."),
        "verkeer.slachtoffer_als": "fietser",
        "verkeer.tegenpartij": "motorvoertuig",
        "letsel.behandeling": after("waarom?", Taps("therapie"), value="therapie"),
        "letsel.herstel_maanden": said("2,5 maand", "2.5"),
        "letsel.restloos": True,
        "letsel.complicaties": False,
        "letsel.littekens": "geen",
        "letsel.ao_dagen": said("12 dagen", 12),
        "letsel.ao_loopt_nog": False,
        "schade.excl_voertuig": said("€ 1.200", "1200.00"),
        "schade.voertuig": said("420 euro", "420.00"),
        "aansprakelijkheid.eigen_schuld_pct": after(Taps("kwart"), value=25),
        "aansprakelijkheid.eigen_schuld_reden": after(
            TapsOld("oorzaak", "werk"), Taps("helm"), value="helm"
        ),
        "belangenbehartiging.soort": "rechtsbijstandverzekeraar",
        "verzekeraar_vraagt_finale_kwijting": False,
        "herstelbemiddeling_gewenst": False,
        "contact_naam": said("Sanne Voorbeeld", "Sanne Voorbeeld"),
        "contact_bereikbaar": said("06-12345678", "+31612345678"),
    },
    ends=Ends(
        code="LL",
        outcome={
            "smartengeld.van": "550.00",
            "smartengeld.tot": "1650.00",
            # No helmet takes nothing off the base of the costs of help, but off the damage itself.
            "bgk.grondslag": "1200.00",
            "bgk.totaal_tabel": "880.00",
            "uit_te_keren_schade": "900.00",
            "affectieschade.totaal": "0.00",
            "classificatie.richtlijn_licht_letsel": "ja",
            "classificatie.hertoetsen_op": "2026-12-15",
        },
        signals=(
            "geen_finale_kwijting_bij_licht_letsel",
            "art185_wvw",
            "gordel_of_helm",
            "norm_mogelijk_verouderd",
        ),
        explained=frozenset(
            {"classificatie_ll", "berekening", "kosten_hulp", "finale_kwijting", "stappen"}
        ),
        answers=27,
        also={"schade.smartengeld_inbegrepen": False, "belangenbehartiging.heeft": True},
        read=(
            "Dit helpt om te zien hoe zwaar het letsel is.",
            "Die knop hoort bij een eerdere vraag.",
            "een bedrag tussen € 550 en € 1.650",
            "Dan blijft daarvan ongeveer € 900 over.",
            "ongeveer € 880, zonder btw",
        ),
        never=("affectieschade", "Slachtofferhulp"),
        open_points=frozenset({"meer"}),
    ),
)

# Types as people type, stops for a while, and first says something else.
WORKER = Story(
    name="een gevallen magazijnmedewerker die nog ziek is",
    tells={
        "rol": said("ik", "slachtoffer"),
        "geboortedatum_slachtoffer": said("ben van 3 mei 79", "1979-05-03"),
        "oorzaak": said("op mn werk", "werk"),
        "gebeurtenis_datum": said("begin oktober", between("2026-10-01", "2026-10-10")),
        "letsel.behandeling": said("fysio", "therapie"),
        "letsel.herstel_maanden": after(
            PAUSE,
            START,
            "eh dat is nog helemaal de vraag",
            "een maand of 4",
            value=between("3.2", "4.8"),
        ),
        "letsel.restloos": after("denk het wel", value=True),
        "letsel.complicaties": after("nee hoor", value=False),
        "letsel.littekens": said("nee", "geen"),
        "letsel.ao_dagen": after("nog steeds ziek", "6 weken", value=42),
        "schade.excl_voertuig": said("geen idee", None),
        "schade.posten": ("medisch", "inkomen"),
        "schade.posten.medisch": said("385", "385.00"),
        "schade.posten.inkomen": after("200 euro", BACK, "2.100 euro", value="2100.00"),
        "aansprakelijkheid.eigen_schuld_pct": said("nee", 0),
        "belangenbehartiging.soort": said("nog niemand", None),
        "verzekeraar_vraagt_finale_kwijting": after("nee", value=False),
        "herstelbemiddeling_gewenst": said("liever niet", None),
        "meer": True,
        "soort_werk": said("vast contract", "contract"),
        "aansprakelijkheid.stand": said("ze betalen een deel", "gedeeltelijk"),
        "gegevens.voorschot": said("nog niks", "0.00"),
        "contact_naam": said("Cor", "Cor"),
        "contact_bereikbaar": said("cor@voorbeeld.nl", "cor@voorbeeld.nl"),
    },
    corrects={"letsel.complicaties": True},
    ends=Ends(
        code="GBL",
        outcome={
            "smartengeld": None,
            "schadeposten.totaal": "2485.00",
            "bgk.route": "geen",
            "classificatie.richtlijn_licht_letsel": "nee",
            "classificatie.hertoetsen_op": None,
        },
        signals=("art7_658_bw", "norm_mogelijk_verouderd"),
        explained=frozenset(
            {
                "classificatie_gbl",
                "berekening",
                "kosten_hulp",
                # Told before the correction, when there were no complications yet.
                "finale_kwijting",
                "stappen",
                "voorschot_erkend",
            }
        ),
        answers=50,
        also={
            "schade.smartengeld_inbegrepen": False,
            "belangenbehartiging.heeft": False,
            # "Nog steeds ziek" said it.
            "letsel.ao_loopt_nog": True,
        },
        read=("Hoe lang duurt het nu al?", "Dan hoort daar een voorschot bij."),
        open_points=WORKER_LEAVES_OPEN,
    ),
)

# Nearly five years ago, and not everything is known any more.
PATIENT = Story(
    name="een behandelfout van bijna vijf jaar geleden",
    tells={
        "rol": said("voor mezelf", "slachtoffer"),
        "geboortedatum_slachtoffer": said("1961-02-28", "1961-02-28"),
        "oorzaak": said("medische fout", "medisch"),
        "gebeurtenis_datum": said("20 december 2021", "2021-12-20"),
        "letsel.behandeling": "ziekenhuis",
        "letsel.herstel_maanden": after(Taps("langer"), value=between("7", None)),
        "letsel.restloos": after("nee", value=False),
        "letsel.ernstig_en_blijvend": after("nee", value=False),
        "letsel.littekens": "ontsierend",
        "letsel.ao_dagen": after(Taps("geen_werk"), value=None),
        "schade.excl_voertuig": said("tussen de 3000 en 4000", between("3000.00", "4000.00")),
        "belangenbehartiging.soort": "advocaat",
        "contact_bereikbaar": said("0612345678", "+31612345678"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            "classificatie.buiten_reikwijdte": True,
            "smartengeld": None,
            "bgk.route": "6:96",
            "bgk.totaal_tabel": None,
            "affectieschade.totaal": "0.00",
            "termijnen[0].id": "bw_5_jaar",
            "termijnen[0].laatste_dag": "2026-12-20",
            "termijnen[0].status": "binnen_6_maanden",
        },
        signals=("verjaring_dreigt", "mens_nodig", "medisch_goma", "norm_mogelijk_verouderd"),
        explained=frozenset({"termijn_dreigt", "classificatie_gbl", "berekening", "kosten_hulp"}),
        answers=22,
        also={
            "schade.smartengeld_inbegrepen": False,
            "belangenbehartiging.heeft": True,
            "gegevens.werk": "geen",
        },
        urgency="today",
        read=("de laatste dag is misschien 20 december 2026", "artikel 6:96 BW"),
        never=("vaste tabel", "verjaard"),
        open_points=frozenset(
            {"contact_naam", "eigen_schuld", "herstelbemiddeling", "meer", "tekenen", "verhaal"}
        ),
    ),
)

# Afraid of somebody at home.
BEATEN = Story(
    name="mishandeld door een ex",
    tells={
        "rol": "slachtoffer",
        "geboortedatum_slachtoffer": said("1990", between("1990-01-01", "1990-12-31")),
        "oorzaak": said("geweld", "misdrijf"),
        "gebeurtenis_datum": said("18 juli", "2026-07-18"),
        "verhaal": story("Mijn ex heeft me geslagen. Hij weet waar ik woon."),
        "letsel.behandeling": after(DATA, Taps("huisarts"), value="huisarts"),
        "letsel.herstel_maanden": said("2 maanden", "2"),
        "letsel.restloos": True,
        "letsel.littekens": said("klein", "beperkt"),
        "letsel.ao_dagen": said("geen enkele dag", "0"),
        "schade.excl_voertuig": said("paar honderd euro", between("200.00", "500.00")),
        "contact_naam": said("S.", "S."),
    },
    ends=Ends(
        code="LL",
        outcome={
            # At exactly two months both bands are shown.
            "smartengeld.van": "0.00",
            "smartengeld.tot": "1650.00",
            "affectieschade.totaal": "0.00",
            "classificatie.richtlijn_licht_letsel": "onbekend",
        },
        signals=(
            "mens_nodig",
            "geen_finale_kwijting_bij_licht_letsel",
            "grensgeval_smartengeld",
            "schadefonds",
            "norm_mogelijk_verouderd",
        ),
        explained=frozenset({"classificatie_ll", "berekening", "schadefonds"}),
        answers=20,
        also={
            "schade.smartengeld_inbegrepen": False,
            # "Geen enkele dag" says that it is over as well.
            "letsel.ao_loopt_nog": False,
        },
        alarms=("geweld",),
        urgency="today",
        read=("Veilig Thuis", "Dit heb ik van u opgeschreven", "schadefonds.nl"),
        never=("bemiddelaar", "deel door uzelf"),
        open_points=frozenset({"complicaties", "contact_bereikbaar", "helper", "meer", "tekenen"}),
    ),
)

# Fifteen years old, with a mother beside, pressed to sign.
BITTEN = Story(
    name="een meisje van vijftien, gebeten door een hond",
    tells={
        "rol": "slachtoffer",
        "geboortedatum_slachtoffer": said("3 maart 2011", "2011-03-03"),
        "oorzaak": said("hond", "dier"),
        "gebeurtenis_datum": said("ergens in september", between("2026-09-01", "2026-09-30")),
        "verhaal": story("De hond beet. Ik moet morgen tekenen van de verzekeraar."),
        "letsel.behandeling": "huisarts",
        "letsel.herstel_maanden": after(Taps("twee_maanden"), value="2"),
        "letsel.restloos": True,
        "letsel.complicaties": False,
        "letsel.littekens": "beperkt",
        "letsel.ao_dagen": said("ik zit op school", None),
        "schade.posten": ("kleding_en_spullen", "reiskosten"),
        "schade.posten.kleding_en_spullen": said("120,50", "120.50"),
        "schade.posten.reiskosten": said("zestig euro", "60.00"),
        "aansprakelijkheid.eigen_schuld_pct": said("nul procent", 0),
        "verzekeraar_vraagt_finale_kwijting": True,
        "naasten[0].naam": said("Mama", "Mama"),
        "naasten[0].relatie": after(Taps("ouder"), value="ouder_van_minderjarig_slachtoffer"),
        "naasten[1].naam": said("Bas", "Bas"),
        "naasten[1].relatie": "broer_of_zus",
        "naasten[1].adres": "b",
        "contact_naam": said("Mila", "Mila"),
    },
    ends=Ends(
        code="LL_VOORLOPIG",
        outcome={
            "smartengeld.van": "0.00",
            "smartengeld.tot": "1650.00",
            "schadeposten.totaal": "180.50",
            "affectieschade.totaal": "0.00",
            "classificatie.richtlijn_licht_letsel": "ja",
            "classificatie.hertoetsen_op": "2026-12-01",
            # Five years from the eighteenth birthday.
            "termijnen[0].laatste_dag": "2034-03-03",
        },
        signals=(
            "niet_tekenen",
            "geen_finale_kwijting_bij_licht_letsel",
            "grensgeval_smartengeld",
            "art6_179_bw",
            "norm_mogelijk_verouderd",
        ),
        explained=frozenset(
            {
                "classificatie_voorlopig",
                "berekening",
                "niet_tekenen",
                "naaste_broers_en_zussen#1",
                "affectieschade_slachtoffer",
            }
        ),
        answers=36,
        also={
            "schade.smartengeld_inbegrepen": False,
            "gegevens.werk": "geen",
            "naasten[0].adres": "a",
        },
        alarms=("tekendruk",),
        urgency="today",
        read=(
            "Helpt je vader, je moeder of iemand anders die voor je zorgt nu mee?",
            "Teken nog niets, en ga nog niet akkoord.",
            "Het gaat om een kind. Dan gelden extra regels.",
            "tussen 1 september 2026 en 30 september 2026",
        ),
        never=("Hoe oud was u toen het gebeurde?", "bemiddelaar"),
        open_points=frozenset(
            {"contact_bereikbaar", "helper", "meer", "naaste_helper", "schade_totaal"}
        ),
    ),
)

VICTIMS = (CYCLIST, WORKER, PATIENT, BEATEN, BITTEN)
