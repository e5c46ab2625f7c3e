"""Five people whose relative was hurt."""

from tests.stories.story import (
    BACK,
    PAUSE,
    START,
    Ends,
    Says,
    Story,
    Taps,
    after,
    between,
    said,
    story,
)

# Saw it happen, and has nightmares; little time is left.
MOTHER = Story(
    name="de moeder van een zwaar gewonde zoon",
    tells={
        "rol": said("mijn zoontje is aangereden", "naaste"),
        "naasten[0].relatie": "ouder_van_minderjarig_slachtoffer",
        "geboortedatum_slachtoffer": said("14 maart 2017", "2017-03-14"),
        "oorzaak": "verkeer",
        "gebeurtenis_datum": said("5 mei 2024", "2024-05-05"),
        "verhaal": story("Hij stak over op het zebrapad en een bestelbus zag hem niet."),
        "verkeer.slachtoffer_als": said("lopend", "voetganger"),
        "verkeer.tegenpartij": said("busje", "motorvoertuig"),
        "misdrijf": False,
        "letsel.restloos": False,
        "letsel.ernstig_en_blijvend": True,
        "letsel.blijvende_invaliditeit_pct": said("75%", 75),
        "letsel.karakterverandering": True,
        "naasten[1].naam": said("Pim", "Pim"),
        "naasten[1].relatie": said("vader", "ouder_van_minderjarig_slachtoffer"),
        "naasten[1].adres": "a",
        "naasten[1].belangenbehartiger": "x",
        "naasten[2].naam": after("wat is shockschade?", "Noor", value="Noor"),
        "naasten[2].relatie": said("zus", "broer_of_zus"),
        "naasten[2].adres": "a",
        "naasten[2].belangenbehartiger": "x",
        "naasten[0].getuige": True,
        "naasten[0].eigen_psychisch_letsel": after("ja, ik slaap slecht", value=True),
        "aansprakelijkheid.eigen_schuld_pct": said("nee", 0),
        "belangenbehartiging.soort": "letselschadebureau",
        "verzekeraar_vraagt_finale_kwijting": False,
        "contact_naam": said("Marieke Voorbeeld", "Marieke Voorbeeld"),
        "contact_bereikbaar": said("marieke@voorbeeld.nl", "marieke@voorbeeld.nl"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            "affectieschade.totaal": "30000.00",
            "affectieschade.regels[0].bedrag": "15000.00",
            "affectieschade.regels[1].bedrag": "15000.00",
            "affectieschade.regels[2].status": "geen",
            # Two at one address with the same help: 200 each, and not more than 400.
            "bgk.affectieschade_bgk": "400.00",
            "smartengeld": None,
            # For a child the five years begin at eighteen; for the motor insurer they do not.
            "termijnen[0].laatste_dag": "2040-03-14",
            "termijnen[1].laatste_dag": "2027-05-05",
            "termijnen[1].status": "binnen_6_maanden",
        },
        signals=(
            "verjaring_dreigt",
            "mens_nodig",
            "art185_wvw",
            "shockschade_beoordelen",
            "norm_mogelijk_verouderd",
        ),
        explained=frozenset(
            {
                "termijn_dreigt",
                "verwant_broers_en_zussen#2",
                "shockschade",
                "classificatie_gbl",
                "affectieschade",
                "kosten_hulp",
                "stappen",
            }
        ),
        answers=34,
        also={
            "belangenbehartiging.heeft": True,
            "naasten[0].adres": "a",
            "naasten[0].belangenbehartiger": "x",
        },
        urgency="today",
        read=(
            "Wat is de geboortedatum van uw zoon?",
            "Hoe was uw zoon onderweg?",
            "Wat is de band van Pim met uw zoon?",
            "Zelfde als u",
            "U: € 15.000.",
            "Noor: volgens de wet van nu meestal geen vast bedrag.",
            "Shockschade is een vergoeding voor iemand die zelf psychisch ziek wordt",
        ),
        never=("Vindt uw zoon het goed", "Hoe oud was uw zoon", "uw naaste die", "bemiddelaar"),
        open_points=frozenset({"meer"}),
    ),
)

# Nobody can say yet how it ends; he cannot be asked.
PARTNER = Story(
    name="de vriendin van een man in coma",
    tells={
        "rol": "naaste",
        "naasten[0].relatie": after("mijn vriend", value="levensgezel"),
        "geboortedatum_slachtoffer": said("ergens in 1981", between("1981-01-01", "1981-12-31")),
        "toestemming_gewonde": said("hij ligt in coma", "kan_niet"),
        "oorzaak": said("werk", "werk"),
        "gebeurtenis_datum": said("2 oktober", "2026-10-02"),
        "letsel.blijvende_invaliditeit_pct": said("nog niet", None),
        "naasten[0].getuige": False,
        "belangenbehartiging.soort": said("niemand", None),
        "contact_bereikbaar": said("06 1234 5678", "+31612345678"),
    },
    ends=Ends(
        code="LL_VOORLOPIG",
        outcome={
            "affectieschade.totaal": None,
            "affectieschade.totaal_inclusief_te_beoordelen": "15000.00",
            "affectieschade.regels[0].status": "te_beoordelen",
            "classificatie.hertoetsen_op": "2027-01-02",
        },
        signals=("mens_nodig", "art7_658_bw", "norm_mogelijk_verouderd"),
        explained=frozenset(
            {"classificatie_voorlopig", "affectieschade", "kosten_hulp", "stappen"}
        ),
        answers=25,
        also={"belangenbehartiging.heeft": False},
        read=(
            "Vindt uw partner het goed dat u dit vertelt?",
            "Kan dat nu niet zeggen",
            "Het zegt niet hoe zwaar het voor u is.",
            "U: dit moet een mens beoordelen.",
        ),
        never=("niet ernstig en blijvend", "Hoe heet deze naaste"),
        open_points=frozenset(
            {
                "contact_naam",
                "eigen_klachten",
                "eigen_schuld_dierbare",
                "ernstig_en_blijvend",
                "herstelbemiddeling_dierbare",
                "karakterverandering",
                "meer",
                "misdrijf",
                "restloos_dierbare",
                "tekenen",
                "verhaal",
            }
        ),
    ),
)

# Types the labels, and takes one answer back.
DAUGHTER = Story(
    name="de dochter van een man met hersenletsel door een product",
    tells={
        "rol": said("Mijn naaste is gewond", "naaste"),
        "naasten[0].relatie": said("Mijn vader", "meerderjarig_niet_thuiswonend_kind"),
        "geboortedatum_slachtoffer": said("1 februari 1950", "1950-02-01"),
        "toestemming_gewonde": said("Ja", "ja"),
        "oorzaak": said("Kapot product", "product"),
        "gebeurtenis_datum": said("4 mei 2025", "2025-05-04"),
        "misdrijf": after("Nee", value=False),
        "letsel.restloos": after("Ja", BACK, "Nee", value=False),
        "letsel.blijvende_invaliditeit_pct": said("45 procent", 45),
        "letsel.karakterverandering": after("Ja", value=True),
        "belangenbehartiging.soort": said("Rechtsbijstand", "rechtsbijstandverzekeraar"),
        "verzekeraar_vraagt_finale_kwijting": said("Weet ik niet", None),
        "herstelbemiddeling_gewenst": after("Nee", value=False),
        "contact_naam": said("Yara", "Yara"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            "classificatie.buiten_reikwijdte": True,
            # Below 70 per cent, but another man than he was: for a human to judge.
            "affectieschade.totaal": None,
            "affectieschade.totaal_inclusief_te_beoordelen": "12500.00",
            "bgk.route": "6:96",
            "bgk.totaal_tabel": None,
            "termijnen[1].id": "product_3_jaar",
            "termijnen[1].laatste_dag": "2028-05-04",
        },
        signals=("mens_nodig", "norm_mogelijk_verouderd"),
        explained=frozenset({"classificatie_gbl", "affectieschade", "kosten_hulp"}),
        answers=26,
        also={"belangenbehartiging.heeft": True},
        read=("Woonde u toen in hetzelfde huis als uw vader?", "Wordt het toegekend"),
        never=("vaste tabel", "Zo gaat een zaak meestal verder"),
        open_points=frozenset(
            {
                "contact_bereikbaar",
                "eigen_klachten",
                "eigen_schuld_dierbare",
                "ernstig_en_blijvend",
                "getuige",
                "meer",
                "tekenen",
                "verhaal",
            }
        ),
    ),
)

# Lived with him and cared for him; one day too early for the law, and perhaps too late to claim.
BROTHER = Story(
    name="een broer die voor zijn broer zorgde, lang geleden",
    tells={
        "rol": said("mijn broer is gewond", "naaste"),
        "naasten[0].relatie": "zorg_in_gezinsverband",
        "geboortedatum_slachtoffer": said("7-7-1977", "1977-07-07"),
        "toestemming_gewonde": "ja",
        "oorzaak": said("gevallen", "overig"),
        "gebeurtenis_datum": said("oudjaarsdag 2018", "2018-12-31"),
        "letsel.restloos": False,
        "letsel.ernstig_en_blijvend": True,
        "contact_naam": said("Jo", "Jo"),
        "contact_bereikbaar": said("jo@voorbeeld.nl", "jo@voorbeeld.nl"),
    },
    ends=Ends(
        code="GBL",
        outcome={
            # The law is there from the next day on.
            "affectieschade.totaal": "0.00",
            "affectieschade.regels[0].status": "geen",
            "bgk.affectieschade_bgk": "0.00",
            "termijnen[0].laatste_dag": "2023-12-31",
            "termijnen[0].status": "verstreken",
        },
        signals=("verjaring_misschien_verstreken", "mens_nodig", "relatie_aantonen"),
        explained=frozenset(
            {"termijn_verstreken", "classificatie_gbl", "affectieschade", "stappen"}
        ),
        answers=24,
        also={"naasten[0].ook_broer_of_zus": True},
        urgency="today",
        read=(
            "het is misschien te laat om nog geld te vragen",
            "Woonde u samen met uw broer of zus, en zorgde de een langdurig voor de ander?",
            "Ik noem daarom geen bedrag.",
        ),
        never=("verjaard", "€ 15.000"),
        open_points=frozenset(
            {
                "eigen_klachten",
                "eigen_schuld_dierbare",
                "getuige",
                "helper",
                "herstelbemiddeling_dierbare",
                "invaliditeit",
                "karakterverandering",
                "meer",
                "misdrijf",
                "tekenen",
                "verhaal",
            }
        ),
    ),
)

# She does not want it told; he comes back after a pause, and presses the wrong button.
HUSBAND = Story(
    name="de man van een vrouw die ziek werd door haar werk",
    tells={
        "rol": said("mijn vrouw", "naaste"),
        "naasten[0].relatie": "echtgenoot_of_geregistreerd_partner",
        "geboortedatum_slachtoffer": after(
            PAUSE, Says("hallo"), "5 juni 1985", value="1985-06-05"
        ),
        "toestemming_gewonde": "nee",
        "oorzaak": after("van de kappersverf", Taps("beroepsziekte"), value="beroepsziekte"),
        "gebeurtenis_datum": after(
            "31 februari 2026", "maart 2026", value=between("2026-03-01", "2026-03-31")
        ),
        "letsel.restloos": said("volgens de dokter wel", None),
        "misdrijf": False,
        "belangenbehartiging.soort": "advocaat",
        "verzekeraar_vraagt_finale_kwijting": after(START, Taps("nee"), value=False),
    },
    corrects={"letsel.restloos": True},
    ends=Ends(
        code="GBL",
        outcome={
            "classificatie.buiten_reikwijdte": True,
            "affectieschade.totaal": "0.00",
            "bgk.route": "6:96",
        },
        signals=("mens_nodig", "art7_658_bw"),
        explained=frozenset(
            {"toestemming_ontbreekt", "classificatie_gbl", "affectieschade", "kosten_hulp"}
        ),
        answers=26,
        also={"belangenbehartiging.heeft": True},
        read=(
            "Ik schrijf het op. Vertel alleen wat nodig is.",
            "Goed, we stoppen even.",
            "We gaan verder waar we waren.",
        ),
        never=("bemiddeling helpt",),
        open_points=frozenset(
            {
                "contact_bereikbaar",
                "contact_naam",
                "eigen_klachten",
                "eigen_schuld_dierbare",
                "getuige",
                "herstelbemiddeling_dierbare",
                "meer",
                "verhaal",
            }
        ),
    ),
)

RELATIVES = (MOTHER, PARTNER, DAUGHTER, BROTHER, HUSBAND)
