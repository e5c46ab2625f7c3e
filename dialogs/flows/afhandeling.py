"""Fault, what the answers come to, who helps, and what must not be signed."""

from dialogs.conditions import Condition, Has, IsKnown, Positive, Unless, all_of, any_of, is_
from dialogs.flows.voorwaarden import (
    DOOR_MISDRIJF,
    EENZIJDIG,
    NAASTE_OF_NABESTAANDE,
    NABESTAANDE,
    SLACHTOFFER,
    VERKEER,
)
from dialogs.questions import About, Explanation, Item, Kind, Option, Question

_UITKOMST = "beoordeling.classificatie.uitkomst"
_SIGNALEN = "beoordeling.signalen"
_EIGEN_SCHULD = "aansprakelijkheid.eigen_schuld_pct"
_DEEL = (
    Option(id="geen_deel", value="0"),
    Option(id="kwart", value="25"),
    Option(id="helft", value="50"),
)
_TEKENEN = is_("verzekeraar_vraagt_finale_kwijting", True)
_LICHT = any_of(
    is_(_UITKOMST, "LL"), is_("beoordeling.classificatie.richtlijn_licht_letsel", "ja")
)
# The steps that insurers agreed on; after a death, after a crime, and where these agreements do
# not hold, another way is gone.
_GEWONE_WEG = all_of(
    Unless(certain=NABESTAANDE),
    Unless(certain=DOOR_MISDRIJF),
    Unless(certain=is_("misdrijf", True)),
    Unless(certain=is_("beoordeling.classificatie.buiten_reikwijdte", True)),
)
_VERSTREKEN = Has(path=_SIGNALEN, member="verjaring_misschien_verstreken")
# Contact with the other is never brought up after violence, in the first grief, or to a child.
_RUSTIG = all_of(
    Unless(certain=is_("leeftijd.onder_16", True)),
    Unless(certain=Has(path="alarmen", member="minderjarig")),
    Unless(certain=DOOR_MISDRIJF),
    Unless(certain=is_("misdrijf", True)),
    Unless(certain=Has(path="alarmen", member="geweld")),
    Unless(certain=Has(path="alarmen", member="rouw")),
    Unless(certain=EENZIJDIG),
)


def _eigen_schuld(name: str, who: Condition) -> Question:
    # Someone who was attacked is not asked for a share in it.
    return Question(
        id=name,
        section="afhandeling",
        kind=Kind.PERCENT,
        fact=_EIGEN_SCHULD,
        options=_DEEL,
        when=all_of(who, Unless(certain=DOOR_MISDRIJF)),
    )


def _indeling(name: str, outcome: str) -> Explanation:
    return Explanation(
        id=f"classificatie_{name}",
        when=all_of(Unless(certain=NABESTAANDE), is_(_UITKOMST, outcome)),
        article="classificatie",
        outcome=True,
    )


def _helper(name: str) -> Option:
    return Option(id=name, sets={"belangenbehartiging.heeft": True})


def _bemiddeling(name: str, who: Condition) -> Question:
    return Question(
        id=name,
        section="afhandeling",
        kind=Kind.YESNO,
        about=About.OFFERED,
        fact="herstelbemiddeling_gewenst",
        when=all_of(who, _RUSTIG),
    )


# Said as soon as the day and the cause are known: who is short of time is not kept waiting.
TERMIJN: tuple[Item, ...] = (
    Explanation(id="termijn_verstreken", when=_VERSTREKEN, article="verjaring"),
    Explanation(
        id="termijn_dreigt",
        when=all_of(Has(path=_SIGNALEN, member="verjaring_dreigt"), Unless(certain=_VERSTREKEN)),
        article="verjaring",
    ),
)

SCHULD: tuple[Item, ...] = (
    _eigen_schuld("eigen_schuld", SLACHTOFFER),
    _eigen_schuld("eigen_schuld_dierbare", NAASTE_OF_NABESTAANDE),
    Question(
        id="eigen_schuld_reden",
        section="afhandeling",
        kind=Kind.CHOICE,
        fact="aansprakelijkheid.eigen_schuld_reden",
        options=(Option(id="gordel"), Option(id="helm"), Option(id="anders")),
        when=all_of(VERKEER, Positive(path=_EIGEN_SCHULD)),
    ),
)

UITKOMST: tuple[Item, ...] = (
    _indeling("ll", "LL"),
    _indeling("voorlopig", "LL_VOORLOPIG"),
    _indeling("gbl", "GBL"),
    Explanation(id="classificatie_overlijden", when=NABESTAANDE, article="overlijdensschade"),
    Explanation(
        id="berekening",
        when=SLACHTOFFER,
        article="smartengeld",
        again_on=("smartengeld.van", "smartengeld.tot", "uit_te_keren_schade"),
    ),
    Explanation(
        id="affectieschade",
        when=NAASTE_OF_NABESTAANDE,
        article="affectieschade",
        again_on=("affectieschade.regels",),
    ),
    Explanation(id="schadefonds", when=Has(path=_SIGNALEN, member="schadefonds")),
)

HULP: tuple[Item, ...] = (
    Question(
        id="helper",
        section="afhandeling",
        kind=Kind.CHOICE,
        fact="belangenbehartiging.soort",
        options=(
            _helper("rechtsbijstandverzekeraar"),
            _helper("advocaat"),
            _helper("letselschadebureau"),
            Option(id="niemand", leaves_open=True, sets={"belangenbehartiging.heeft": False}),
        ),
    ),
    Explanation(
        id="kosten_hulp",
        when=IsKnown(path="belangenbehartiging.heeft"),
        article="buitengerechtelijke-kosten",
    ),
    Question(
        id="tekenen",
        section="afhandeling",
        kind=Kind.YESNO,
        about=About.GOES_ON,
        fact="verzekeraar_vraagt_finale_kwijting",
    ),
    Explanation(id="niet_tekenen", when=_TEKENEN, article="finale-kwijting"),
    Explanation(
        id="finale_kwijting",
        when=all_of(SLACHTOFFER, _LICHT, Unless(certain=_TEKENEN), Unless(certain=DOOR_MISDRIJF)),
        article="finale-kwijting",
    ),
    _bemiddeling("herstelbemiddeling", SLACHTOFFER),
    _bemiddeling("herstelbemiddeling_dierbare", NAASTE_OF_NABESTAANDE),
    Explanation(
        id="bemiddelaar",
        when=is_("herstelbemiddeling_gewenst", True),
        article="herstelbemiddeling",
    ),
    # Who is asked to sign is at the end of those steps.
    Explanation(
        id="stappen", when=all_of(_GEWONE_WEG, Unless(certain=_TEKENEN)), article="stappen"
    ),
)

# Asked once, before the overview; told again when it has become another contradiction.
TEGENSPRAAK: tuple[Item, ...] = (
    Explanation(
        id="tegenspraak",
        when=IsKnown(path="beoordeling.tegenspraak.0"),
        again_on=("tegenspraak",),
        keep=False,
    ),
)
