"""What the bot turns down or says in one sentence: advice, coaching, medical questions, tricks.

A request is answered instead of taken as an answer; what is said beside an answer leaves it be.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dialogs.safety.phrases import Phrases
from dialogs.safety.sentences import Sentence, sentences

# A longer message is a story, in which these words mean something else.
_LONGEST = 25


class Remark(StrEnum):
    """What is said; its text is `veiligheid.<remark>.tekst`."""

    REGELS = "regels"
    ANDERS_VERTELLEN = "anders_vertellen"
    DOKTER = "dokter"
    DOSSIER = "dossier"
    TAAL = "taal"
    ADVIES = "advies"
    EIGEN_FOUT = "eigen_fout"


_REQUESTS: Mapping[Remark, Phrases] = {
    Remark.REGELS: Phrases(
        """
        negeer|vergeet|overtreed|omzeil ..3 instructies|instructie|regels|opdracht|opdrachten
        ignore|disregard|forget|bypass ..3 instructions|rules|prompt
        system|systeem prompt|instructie|instructies|opdracht
        systeemprompt|systemprompt
        wat|welke|geef|toon|laat ..2 je|jouw|uw|de ..2 instructies|opdracht|opdrachten|prompt
        hoe ben je geprogrammeerd
        ik ben ?de|een|jouw|je <owner> $
        ik ben ?de|een <owner> van ?dit|deze|de|het programma|systeem|site|bot|app|chat|computer
        <give> ..3 toegang ..3 dossiers|zaken|gegevens|systeem|alles
        <give> ..4 gegevens|dossiers|zaken|namen|antwoorden ..1 van ..1 andere|anderen|iedereen
        sla|skip|omzeil|negeer ..2 controle|controles|regel|regels|vragenlijst
        keur ..2 zaak|claim|aanvraag ?goed
        pas|wijzig|verander|herschrijf ..1 regels|berekening|uitkomst|tabel
        <change> ..2 smartengeld|vergoeding|schadevergoeding|uitkering ..3 naar|op|tot|hoger|in
        vanaf nu|voortaan <act>
        <act> ..2 zonder regels|beperkingen|grenzen
        zonder ..1 regels|beperkingen|filters
        act as
        negeer ..1 wat|alles
        je|jij moet ..4 regels ..2 vallen|los|negeren|vergeten
        maak van ..5 miljoen|0*|1*|2*|3*|4*|5*|6*|7*|8*|9*
        doe net ..1 of|alsof je|u|jij
        ik ben je|jouw|uw baas|chef|eigenaar|maker|schepper
        regels & gelden|geldt & niet & je|jouw|mij
        nieuwe instructie|instructies|opdracht|regel|regels
        schrijf|noteer & dat & ook & al & niet|onwaar
        vergeet|wis alles|wat ..5 gezegd|hiervoor|hierboven|eerder
        beheermodus|beheerdersmodus|ontwikkelaarsmodus|developermodus|debug|debugmodus|adminmodus
        override|reveal ..3 instructions|prompt|rules
        doe alsof je|u|jij|ik
        gedraag je als
        pretend to be|you
        je|jij|u bent nu|voortaan een
        you are now
        bent vanaf nu
        developer|dan|god mode
        jailbreak
        verander|wijzig|verhoog|zet|maak ..2 bedrag|uitkomst|berekening ..3 naar|op|tot|hoger
        geef|keur|ken <mij> ..2 recht|toe|bedrag|geld
        verklaar|bevestig|zeg|schrijf|noteer dat ik ..3 recht
        """,
        {
            "mij": "mij|me",
            "give": "geef|laat|toon|open|stuur",
            "change": "verander|wijzig|verhoog|zet|maak|verdubbel",
            "owner": "beheerder|admin|administrator|ontwikkelaar|programmeur|eigenaar|maker",
            "act": "ben|antwoord|doe|speel|gedraag|reageer|zeg",
        },
    ),
    Remark.ANDERS_VERTELLEN: Phrases(
        """
        wat moet|kan|zal|zou ik ..2 beste|het|best|dan ..2 zeggen|antwoorden|invullen|vertellen
        wat moet|kan ik zeggen|invullen|antwoorden ..3 om|zodat
        hoe ..2 ik het ..3 zeggen|vertellen|opschrijven|brengen
        zal|kan|mag|moet|zou ik ..2 zeggen dat
        zal|kan|mag|moet ik ..3 liegen|verzwijgen|overdrijven|verdraaien
        kan|zal|mag|moet|zou ik ..4 erger|zwaarder|ernstiger ..2 maken|voordoen|zeggen
        hoe ..4 zodat ik ..2 meer|hoger|zoveel|het
        hoeft|mag niemand ..2 weten
        is het ?heel erg|strafbaar|fout als ik zeg|vertel|invul
        hoe krijg ik ..1 meer|hoger|zoveel|hogere
        als ik zeg|invul ..8 meer|hoger
        moet ik vertellen|eerlijk|toegeven ..6 dat
        """
    ),
    Remark.DOKTER: Phrases(
        """
        is|zijn mijn ..2 gebroken|gekneusd|gescheurd|ontstoken denk|denkt|of
        ^ is|zijn dit|dat|het ..1 <injury> $
        moet|kan|zal ik ..2 foto|scan|mri|echo ..2 maken
        ^ zou|kan ?het|dit ?ook <injury> ?zijn|wezen $
        hoe lang duurt een gebroken|gekneusde|gescheurde
        denk|denkt|vind|vindt je|u|jij ..2 dat|of ..6 <injury>
        kan|moet|zal ik ..2 beter ..2 oefeningen|rusten|oefenen|sporten|koelen|bewegen
        ^ is|zijn ?dit ?mijn ..2 gebroken|gekneusd|gescheurd|ontstoken|ernstig $
        heb ik ?misschien ?nu een|de hersenschudding|whiplash|breuk|kneuzing|ontsteking|infectie
        ^ ?en ?dus moet|kan|zal ik ..2 naar ?de|het|een dokter|huisarts|arts|ziekenhuis|fysio $
        welke|wat|hoeveel ..2 medicijnen|medicijn|pijnstiller|pijnstillers|paracetamol ..4 ik
        welke|wat|hoeveel ..2 ibuprofen|morfine|oefeningen ..4 ik
        mag|kan|moet ik ..2 medicijnen|pijnstillers|paracetamol|ibuprofen|morfine
        wat ..4 tegen ?de|deze|het pijn|hoofdpijn|duizeligheid
        is ?het|dit|dat normaal dat
        is|zijn deze|die|mijn klachten ..2 normaal|ernstig|blijvend
        gaat ?het|dit|dat|de ..2 ?pijn ?ooit ?nog ?vanzelf over $
        word|kom ik ..2 ?weer beter|bovenop $
        hoe lang duurt ..2 whiplash|hersenschudding|breuk|kneuzing
        wat heb ik ?precies ?voor ?letsel $
        """,
        {
            "injury": (
                "whiplash|hersenschudding|breuk|gebroken|kneuzing|gekneusd|ontsteking|infectie|"
                "ernstig|blijvend|overgaat|geneest"
            ),
        },
    ),
    Remark.DOSSIER: Phrases(
        """
        zal|kan|mag|moet|wil|ga ik ..6 dossier|scan|mri|rontgen|uitslag|uitslagen ..2 sturen|delen
        zal|kan|mag|moet|wil|ga ik ..4 medische|medisch ..3 sturen|opsturen|delen|uploaden|geven
        stuur|hierbij ..4 medisch|medische ..1 dossier|gegevens|rapport|stukken|informatie
        stuur|hierbij ..3 scan|mri|rontgenfoto|rontgenfoto's
        <papers> & zal|kan|moet|mag|wil & ik & sturen|opsturen|mailen|delen|uploaden
        <papers> ..1 van <mijn> <other> ..2 sturen|opsturen|delen|uploaden|hier|mee|bij|$
        hier is|zijn|heb|hierbij ..2 <papers>
        heb ..2 dossier|patientendossier van ..2 hier
        """,
        {
            "papers": (
                "dossier|patientendossier|ziekenhuisdossier|scan|mri|rontgenfoto|rontgenfoto's|"
                "ziekenhuispapieren|uitslag|uitslagen|doktersbrief|doktersbrieven"
            ),
            "mijn": "mijn|me|zijn|haar|een|de",
            "other": (
                "man|vrouw|vriend|vriendin|buurman|buurvrouw|collega|moeder|vader|broer|zus|kind|"
                "zoon|dochter|partner|kennis|andere|anderen|ex"
            ),
        },
    ),
    Remark.TAAL: Phrases(
        """
        speak|english please|english
        don't|dont|no|not speak|understand dutch
        do you speak
        can you|we ..3 english
        sprechen|sprichst sie|du deutsch
        parlez|parle vous|francais
        habla|hablas espanol|ingles
        turkce biliyor|konus*
        czy ..2 po polsku
        mowie po polsku
        spreekt|spreek u|je|jij engels|duits|frans|turks|arabisch|pools|spaans|oekraiens
        spreek ?maar ?ik geen|slecht|weinig nederlands
        kan ..2 in ?het engels|turks|arabisch|pools|duits|frans
        """
    ),
    Remark.ADVIES: Phrases(
        """
        heb|krijg ik ..2 gelijk
        ben ik in mijn recht
        ^ ?maar adviseer|raad me|mij $
        ^ ?en wat|hoe is|zijn|groot ..1 mijn kans|kansen
        kans & maak|maakt|heb & denk|denkt|vind|vindt & ik|we
        moet|zal|kan|zou ik ..3 aannemen|weigeren|afslaan|ondertekenen $
        is|zijn ..3 aansprakelijk|schuldig $
        kan|zou ik ..2 geld ..2 krijgen|eisen|vragen
        hoeveel ..3 staat hiervoor|ervoor|hierop
        wie krijgt ..2 gelijk
        is het ..1 verstandig|slim|handig om|dat
        vindt|vind|vinden u|je|jij ..4 laag|hoog|goed|redelijk|eerlijk|genoeg
        moet|zal|kan|zou ik ..2 bezwaar|beroep|aangifte|klacht ..1 maken|doen|indienen|$
        hoeveel is ..4 waard
        is ..3 euro ..3 bod|goed|genoeg
        zou u|je|jij ..4 aannemen|accepteren|tekenen|doen
        is ..4 euro ..2 genoeg|weinig|redelijk|eerlijk|normaal
        kan|moet|zal|zou ik ..2 een|geen|mijn advocaat
        kan|mag|ga ik ..3 vergoeding|schadevergoeding|smartengeld|geld eisen|vragen|krijgen|claimen
        ^ ?maar ?en wat moet ik ?nu|dan doen $
        hoe groot|hoeveel ..2 kans
        sta ik sterk
        waar heb ik recht op
        wie heeft|is ..3 gelijk|schuld|schuldig|fout|aansprakelijk
        is het|dit|dat ..2 mijn ?eigen schuld $
        hoeveel krijg|kan|ga|mag|zou ik
        ^ ?maar ?en ?dus wat krijg|krijgen|ontvang ik|wij|we ?er ?nu ?dan ?eigenlijk ?hiervoor $
        hoeveel ..4 krijg|krijgen|claimen|vragen|eisen ik|wij|we|$
        hoe|wat ..2 hoog ..4 vergoeding|schadevergoeding|bedrag
        wat is ..2 zaak|letsel|schade|claim waard
        wat levert ..4 op
        krijg|krijgen ik|wij|we ..3 geld|vergoeding|schadevergoeding|iets|betaald|uitbetaald $
        heb|maak ik ..3 kans
        heb|hebben ik|wij|we ..2 recht op ..2 geld|vergoeding|schadevergoeding|iets
        moet|zal|kan|mag ik ..2 akkoord ?gaan|geven $
        moet|zal|kan|zou ik ..3 ?het|een ?de aanklagen|dagvaarden|procederen|claimen|accepteren
        moet|zal|kan|zou ik ..2 beste ..2 doen
        wat raad|raadt|adviseer|adviseert
        wat zou u|jij|je doen
        wat vindt|vind|denkt|denk u|jij|je ..2 van|ervan $|het|dit|dat|mijn|hun
        is dit|dat|het ..3 goed|redelijk|eerlijk|genoeg|te|normaal ..1 bod|voorstel|bedrag|weinig
        ga|kan ik ..2 winnen
        win ik
        """
    ),
}
_BESIDE: Mapping[Remark, Phrases] = {
    Remark.EIGEN_FOUT: Phrases(
        """
        was|is ..2 mijn ?eigen schuld|fout
        was ik ?zelf fout|schuldig
        ik ..2 zelf ..1 fout|schuld
        ik ..2 reed|fietste|liep|ging ..1 door rood
        ik reed te hard|snel
        ik had ..2 gedronken|alcohol|drank|geblowd
        ik lette|keek ..1 niet ..1 op|uit|goed
        ik had|droeg|heb ..1 geen gordel|helm|licht|verlichting
        ik zat|was|keek ..2 op|met ..1 mijn|de telefoon|mobiel
        ik zag ?hem ?haar ?ze niet
        """
    ),
}


def remark(text: str) -> Remark | None:
    """Return what a message asks for that is turned down or said in a sentence; else None.

    Only a short message can be such a request: in a story the same words are the story.
    """
    said = sentences(text)
    if sum(len(sentence) for sentence in said) > _LONGEST:
        return None
    return _first(_REQUESTS, said)


def beside(text: str) -> Remark | None:
    """Return what is to be said beside taking the answer; None for nothing."""
    return _first(_BESIDE, sentences(text))


def _first(remarks: Mapping[Remark, Phrases], said: Sequence[Sentence]) -> Remark | None:
    for name, phrases in remarks.items():
        if any(phrases.in_(sentence) for sentence in said):
            return name
    return None
