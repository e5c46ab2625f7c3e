"""Consent before anything else, and who is talking."""

from dialogs.conditions import all_of, is_
from dialogs.flows.voorwaarden import NAASTE, NABESTAANDE, SLACHTOFFER
from dialogs.questions import NO, Importance, Item, Kind, Option, Question

TOESTEMMING: tuple[Item, ...] = (
    Question(
        id="toestemming",
        section="toestemming",
        kind=Kind.YESNO,
        consent=True,
        importance=Importance.VERPLICHT,
    ),
    Question(
        id="rol",
        section="personen",
        kind=Kind.CHOICE,
        fact="rol",
        options=(Option(id="slachtoffer"), Option(id="naaste"), Option(id="nabestaande")),
        importance=Importance.VERPLICHT,
    ),
    Question(
        id="geboortedatum",
        section="personen",
        kind=Kind.DATE,
        fact="geboortedatum_slachtoffer",
        when=SLACHTOFFER,
    ),
    Question(
        id="geboortedatum_gewonde",
        section="personen",
        kind=Kind.DATE,
        fact="geboortedatum_slachtoffer",
        when=NAASTE,
    ),
    Question(
        id="geboortedatum_overledene",
        section="personen",
        kind=Kind.DATE,
        fact="geboortedatum_slachtoffer",
        when=NABESTAANDE,
    ),
    # A child tells nothing about its health without a parent or carer (UAVG 5).
    Question(
        id="vertegenwoordiger",
        section="personen",
        kind=Kind.YESNO,
        when=all_of(SLACHTOFFER, is_("leeftijd.onder_16", True)),
        importance=Importance.VERPLICHT,
        to_human_on=NO,
    ),
)
