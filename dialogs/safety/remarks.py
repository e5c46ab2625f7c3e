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
        system|systeem prompt
        doe alsof je|u|jij|ik
        gedraag je als
        pretend to be|you
        je|jij|u bent nu|voortaan een
        you are now
        developer|dan|god mode
        jailbreak
        verander|wijzig|verhoog|zet|maak ..2 bedrag|uitkomst|berekening ..3 naar|op|tot|hoger
        geef|keur|ken <mij> ..2 recht|toe|bedrag|geld
        verklaar|bevestig dat ik ..3 recht
        """,
        {"mij": "mij|me"},
    ),
    Remark.ANDERS_VERTELLEN: Phrases(
        """
        wat moet|kan|zal|zou ik ..2 beste|het|best|dan ..2 zeggen|antwoorden|invullen|vertellen
        wat moet|kan ik zeggen|invullen|antwoorden ..3 om|zodat
        hoe ..2 ik het ..3 zeggen|vertellen|opschrijven|brengen
        zal|kan|mag|moet|zou ik ..2 zeggen dat
        zal|kan|mag|moet ik ..3 liegen|verzwijgen|overdrijven|verdraaien
        hoe krijg ik ..1 meer|hoger|zoveel|hogere
        als ik zeg|invul ..8 meer|hoger
        moet ik vertellen|eerlijk|toegeven ..6 dat
        """
    ),
    Remark.DOKTER: Phrases(
        """
        ^ is|zijn ?dit ?mijn ..2 gebroken|gekneusd|gescheurd|ontstoken|ernstig $
        heb ik ?misschien ?nu een|de hersenschudding|whiplash|breuk|kneuzing|ontsteking|infectie
        moet|kan|zal ik ..2 naar ?de|het|een dokter|huisarts|arts|ziekenhuis|eerste|fysio $
        welke|wat|hoeveel ..2 medicijnen|pijnstillers|paracetamol|ibuprofen|oefeningen ..4 ik
        mag|kan|moet ik ..2 medicijnen|pijnstillers|paracetamol|ibuprofen|morfine
        wat ..4 tegen ?de|deze|het pijn|hoofdpijn|duizeligheid
        is ?het|dit|dat normaal dat
        is|zijn deze|die|mijn klachten ..2 normaal|ernstig|blijvend
        gaat ?het|dit|dat|de ..2 ?pijn ?ooit ?nog ?vanzelf over $
        word|kom ik ..2 ?weer beter|bovenop $
        hoe lang duurt ..2 whiplash|hersenschudding|breuk|kneuzing
        wat heb ik ?precies ?voor ?letsel $
        """
    ),
    Remark.DOSSIER: Phrases(
        """
        zal|kan|mag|moet|wil|ga ik ..6 dossier|scan|mri|rontgen|uitslag|uitslagen ..2 sturen|delen
        zal|kan|mag|moet|wil|ga ik ..4 medische|medisch ..3 sturen|opsturen|delen|uploaden|geven
        stuur|hierbij ..4 medisch|medische ..1 dossier|gegevens|rapport|stukken|informatie
        stuur|hierbij ..3 scan|mri|rontgenfoto|rontgenfoto's
        """
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
        wie heeft ..2 gelijk|schuld
        is het|dit|dat ..2 mijn ?eigen schuld $
        hoeveel krijg|kan|ga|mag|zou ik
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
