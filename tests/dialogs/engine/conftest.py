"""A small made-up conversation that has one of everything."""

import pytest

from dialogs.conditions import Has, IsKnown, Not, Unless, is_
from dialogs.flow import Flow
from dialogs.questions import Explanation, Importance, Kind, Option, Question, Repeat
from tests.conversation import Talk, flow_of

CONSENT = Question(
    id="mag", section="s", kind=Kind.YESNO, consent=True, importance=Importance.VERPLICHT
)
ROLE = Question(
    id="wie",
    section="s",
    kind=Kind.CHOICE,
    fact="rol",
    options=(Option(id="slachtoffer"), Option(id="naaste")),
    importance=Importance.VERPLICHT,
)
DAY = Question(id="dag", section="s", kind=Kind.DATE, fact="gebeurtenis_datum")
STORY = Question(id="verhaaltje", section="s", kind=Kind.TEXT, importance=Importance.OPTIONEEL)
DAYS = Question(
    id="dagen",
    section="t",
    kind=Kind.DURATION,
    fact="letsel.ao_dagen",
    options=(Option(id="nul", value="0", sets={"letsel.ao_loopt_nog": False}),),
    ongoing="letsel.ao_loopt_nog",
)
STILL = Question(
    id="nog_thuis",
    section="t",
    kind=Kind.YESNO,
    fact="letsel.ao_loopt_nog",
    when=Not(of=IsKnown(path="letsel.ao_loopt_nog")),
)
COSTS = Question(
    id="kosten",
    section="u",
    kind=Kind.MONEY,
    fact="schade.excl_voertuig",
    sets={"schade.smartengeld_inbegrepen": False},
)
ITEMS = Question(
    id="soorten",
    section="u",
    kind=Kind.TICKS,
    fact="schade.posten",
    options=(Option(id="medisch"), Option(id="reiskosten"), Option(id="overig")),
    when=Not(of=IsKnown(path="schade.excl_voertuig")),
)
MEDICAL = Question(
    id="kosten_medisch",
    section="u",
    kind=Kind.MONEY,
    fact="schade.posten.medisch",
    when=Has(path="antwoord.soorten", member="medisch"),
)
TOLD = Explanation(id="uitslag", again_on=("classificatie.uitkomst",))
MORE = Question(id="extra", section="v", kind=Kind.YESNO)
FIRST_EXTRA = Question(
    id="extra_een", section="v", kind=Kind.YESNO, block="extra", when=is_("antwoord.extra", True)
)
SECOND_EXTRA = Question(
    id="extra_twee", section="v", kind=Kind.TEXT, block="extra", when=is_("antwoord.extra", True)
)
NAME = Question(id="naam", section="w", kind=Kind.CONTACT)
RELATIVES = Repeat(
    fact="naasten",
    first=is_("rol", "naaste"),
    when=Unless(certain=is_("rol", "nabestaande")),
    more=Question(id="nog_een", section="n", kind=Kind.YESNO, fact="naasten[+]"),
    items=(
        Question(id="hoe_heet", section="n", kind=Kind.TEXT, fact="naasten[].naam"),
        Question(
            id="adres",
            section="n",
            kind=Kind.CHOICE,
            fact="naasten[].adres",
            options=(Option(id="ander"),),
            when=Not(of=is_("plaats", 0)),
            same_as_earlier=True,
        ),
    ),
    most=12,
)


@pytest.fixture
def flow() -> Flow:
    """Return the made-up conversation."""
    return flow_of(
        CONSENT,
        ROLE,
        DAY,
        STORY,
        DAYS,
        STILL,
        COSTS,
        ITEMS,
        MEDICAL,
        TOLD,
        MORE,
        FIRST_EXTRA,
        SECOND_EXTRA,
        NAME,
    )


@pytest.fixture
def talk(flow: Flow) -> Talk:
    """Return a conversation in which consent was given."""
    return Talk(flow=flow).commands("start").chooses("ja")
