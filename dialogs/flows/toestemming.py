"""Who is speaking, consent before anything else, and who is talking."""

from dialogs.conditions import Has, Unless, all_of, any_of, is_
from dialogs.flows.belofte import MOST_ANSWERS
from dialogs.flows.verteller import INSTEMMING, VERTELLER
from dialogs.flows.voorwaarden import NAASTE, NABESTAANDE, SLACHTOFFER
from dialogs.questions import About, Explanation, Importance, Item, Kind, Option, Question, Telling

# Of a child that says its age before the day of birth is asked, or does not give that day.
_ZEGT_JONG_TE_ZIJN = all_of(
    Has(path="alarmen", member="minderjarig"),
    Unless(certain=is_("leeftijd.onder_16", False)),
)

TOESTEMMING: tuple[Item, ...] = (
    Explanation(id="welkom", params={"hoogstens": max(MOST_ANSWERS.values())}, keep=False),
    Explanation(id="privacy", keep=False),
    Question(
        id="toestemming",
        section="toestemming",
        kind=Kind.YESNO,
        about=About.OFFERED,
        consent=True,
        importance=Importance.VERPLICHT,
    ),
    Question(
        id="rol",
        section="personen",
        kind=Kind.CHOICE,
        fact="rol",
        options=(
            Option(id="slachtoffer"),
            Option(id="naaste", above=("slachtoffer",)),
            Option(id="nabestaande", above=("slachtoffer", "naaste")),
        ),
        importance=Importance.VERPLICHT,
        telling=Telling.WHO,
        tells_of=("gebeurtenis",),
    ),
    *VERTELLER,
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
    *INSTEMMING,
    # A child tells nothing about its health without a parent or carer (UAVG 5).
    Question(
        id="vertegenwoordiger",
        section="personen",
        kind=Kind.YESNO,
        about=About.OFFERED,
        when=all_of(SLACHTOFFER, any_of(is_("leeftijd.onder_16", True), _ZEGT_JONG_TE_ZIJN)),
        importance=Importance.VERPLICHT,
        needs_human_unless_yes=True,
    ),
)
