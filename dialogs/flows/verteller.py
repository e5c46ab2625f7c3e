"""The relative who types: who the victim is to them, and whether the victim agrees."""

from dialogs.conditions import Unless, all_of, is_
from dialogs.flows.banden import (
    KINDEREN,
    OUDERS,
    OVERIG,
    PARTNERS,
    PLEEG,
    ZORG,
    ZUS,
)
from dialogs.flows.voorwaarden import NAASTE, NAASTE_OF_NABESTAANDE, NABESTAANDE
from dialogs.questions import Explanation, Item, Kind, Option, Question, Telling

# Asked at once, so that all that follows speaks of "uw zoon". The victim is named here, and the
# relation is that of the one who types: who says "my son" is a parent.
VERTELLER: tuple[Item, ...] = (
    Explanation(id="verlies", when=NABESTAANDE, keep=False, first=True),
    Question(
        id="verteller",
        section="personen",
        kind=Kind.CHOICE,
        fact="naasten[0].relatie",
        options=(
            Option(id="partner", values=PARTNERS),
            Option(id="zoon", values=OUDERS),
            Option(id="dochter", values=OUDERS),
            Option(id="vader", values=KINDEREN),
            Option(id="moeder", values=KINDEREN),
            Option(id=ZORG),
            Option(id="broer_zus", values=(ZUS, ZORG)),
            Option(id="anders", values=(PLEEG, OVERIG)),
        ),
        when=NAASTE_OF_NABESTAANDE,
        hears="rol",
        telling=Telling.WHO,
    ),
)

# Of somebody else's health: that they agree, or that nobody could ask them, is written down.
# Under 16 the parents decide.
INSTEMMING: tuple[Item, ...] = (
    Question(
        id="toestemming_gewonde",
        section="personen",
        kind=Kind.CHOICE,
        options=(Option(id="ja"), Option(id="nee"), Option(id="kan_niet")),
        when=all_of(NAASTE, Unless(certain=is_("leeftijd.onder_16", True))),
    ),
    Explanation(id="toestemming_ontbreekt", when=is_("antwoord.toestemming_gewonde", "nee")),
)
