"""The relatives: who they are to the victim, narrowed down in two or three taps."""

from dialogs.conditions import ALWAYS, Condition, Has, IsKnown, Not, all_of, any_of, is_
from dialogs.flows.banden import (
    KIND_JONG,
    KIND_THUIS,
    KIND_UIT,
    KINDEREN,
    OUDER_JONG,
    OUDER_THUIS,
    OUDER_UIT,
    OUDERS,
    OVERIG,
    PARTNERS,
    PLEEG,
    ZORG,
    ZUS,
)
from dialogs.flows.voorwaarden import NAASTE_OF_NABESTAANDE, SLACHTOFFER
from dialogs.questions import (
    About,
    Explanation,
    Follows,
    Importance,
    Item,
    Kind,
    Option,
    Question,
    Repeat,
    Sensitivity,
)

_RELATIE = "naasten[].relatie"
_OOK_BROER_OF_ZUS = "naasten[].ook_broer_of_zus"
# The one who types is the first relative, and said at the start who the victim is to them.
_TYPT = is_("plaats", 0)
_ANDER = Not(of=_TYPT)
_JONG, _OUD = (0, 17), (18, 130)

# In this order: who counts by more than one row is put in the best one first.
_BANDEN = (
    Option(id="partner", values=PARTNERS),
    Option(id="kind", values=KINDEREN),
    Option(id="ouder", values=OUDERS),
    Option(id=PLEEG),
    Option(id=ZORG),
    Option(id="broer_zus", values=(ZUS, ZORG)),
    Option(id=OVERIG),
)
# What the one who types called the victim, for each of these bands.
_GENOEMD = {
    "partner": ("partner",),
    "kind": ("vader", "moeder"),
    "ouder": ("zoon", "dochter"),
    "broer_zus": ("broer_zus",),
    ZORG: (ZORG,),
}
# Whether the victim was a minor follows from two days that were told before.
_LEEFTIJD = (
    Follows(when=is_("leeftijd.minderjarig_bij_gebeurtenis", True), choice=OUDER_JONG),
    Follows(when=is_("leeftijd.minderjarig_bij_gebeurtenis", False), choice="meerderjarig"),
)


def _relatie(
    name: str,
    options: tuple[Option, ...],
    when: Condition = ALWAYS,
    follows: tuple[Follows, ...] = (),
) -> Question:
    return Question(
        id=name,
        section="naasten",
        kind=Kind.CHOICE,
        fact=_RELATIE,
        options=options,
        when=when,
        follows=follows,
    )


def _van(band: str, who: str) -> Condition:
    """Hold for a relative of this band, in the words of the list or of the one who types."""
    listed = is_(f"antwoord.{who}_band[]", band)
    if who != "verwant":
        return listed
    called = is_("antwoord.verteller", *_GENOEMD[band])
    return any_of(all_of(_ANDER, listed), all_of(_TYPT, called))


def _band(who: str, when: Condition = ALWAYS) -> tuple[Question, ...]:
    """Return the taps from "a child" to the row of the Besluit."""
    kind, ouder = f"{who}_kind", f"{who}_ouder"
    partners = tuple(Option(id=partner) for partner in PARTNERS)
    meerderjarig = is_(f"antwoord.{kind}[]", "meerderjarig")
    slachtoffer_meerderjarig = is_(f"antwoord.{ouder}[]", "meerderjarig")
    return (
        _relatie(f"{who}_band", _BANDEN, when),
        _relatie(f"{who}_partner", partners, _van("partner", who)),
        _relatie(
            kind,
            (
                Option(id=KIND_JONG, ages=_JONG),
                Option(id="meerderjarig", values=(KIND_THUIS, KIND_UIT), ages=_OUD),
            ),
            _van("kind", who),
        ),
        _relatie(f"{kind}_woont", (Option(id=KIND_THUIS), Option(id=KIND_UIT)), meerderjarig),
        _relatie(
            ouder,
            (
                Option(id=OUDER_JONG, ages=_JONG),
                Option(id="meerderjarig", values=(OUDER_THUIS, OUDER_UIT), ages=_OUD),
            ),
            _van("ouder", who),
            _LEEFTIJD,
        ),
        _relatie(
            f"{ouder}_woont",
            (Option(id=OUDER_THUIS), Option(id=OUDER_UIT)),
            slachtoffer_meerderjarig,
        ),
        _relatie(
            f"{who}_broer_zus",
            (Option(id=ZORG, sets={_OOK_BROER_OF_ZUS: True}), Option(id=ZUS)),
            _van("broer_zus", who),
        ),
        Question(
            id=f"{who}_ook_broer_of_zus",
            section="naasten",
            kind=Kind.YESNO,
            about=About.GOES_ON,
            fact=_OOK_BROER_OF_ZUS,
            when=_van(ZORG, who),
        ),
    )


def _zelfde(name: str, fact: str) -> Question:
    """Ask whether this relative shares something with one that was named before."""
    return Question(
        id=name,
        section="naasten",
        kind=Kind.CHOICE,
        fact=f"naasten[].{fact}",
        options=(Option(id="ander"),),
        when=_ANDER,
        same_as_earlier=True,
    )


def _naam(name: str, when: Condition = ALWAYS) -> Question:
    return Question(id=name, section="naasten", kind=Kind.TEXT, fact="naasten[].naam", when=when)


def _leden(who: str, *begin: Question) -> tuple[Question | Explanation, ...]:
    return (
        *begin,
        Explanation(
            id=f"{who}_broers_en_zussen", when=is_(_RELATIE, ZUS), article="affectieschade"
        ),
        _zelfde(f"{who}_adres", "adres"),
        _zelfde(f"{who}_helper", "belangenbehartiger"),
    )


def _nog_een(name: str) -> Question:
    return Question(
        id=name,
        section="naasten",
        kind=Kind.YESNO,
        about=About.OFFERED,
        fact="naasten[+]",
        door=True,
    )


_ANDERS = _relatie(
    "verwant_anders",
    (Option(id=PLEEG), Option(id=OVERIG)),
    all_of(_TYPT, is_("antwoord.verteller", "anders")),
)

VERWANTEN: tuple[Item, ...] = (
    Repeat(
        fact="naasten",
        when=NAASTE_OF_NABESTAANDE,
        first=NAASTE_OF_NABESTAANDE,
        more=_nog_een("nog_een_verwant"),
        # The one who types gives a name at the end, to be called by.
        items=_leden("verwant", _naam("verwant_naam", _ANDER), _ANDERS, *_band("verwant", _ANDER)),
    ),
    Question(
        id="getuige",
        section="naasten",
        kind=Kind.YESNO,
        fact="naasten[0].getuige",
        importance=Importance.OPTIONEEL,
        when=NAASTE_OF_NABESTAANDE,
    ),
    Question(
        id="eigen_klachten",
        section="naasten",
        kind=Kind.YESNO,
        about=About.WAS,
        fact="naasten[0].eigen_psychisch_letsel",
        importance=Importance.OPTIONEEL,
        sensitivity=Sensitivity.GEZONDHEID,
        when=NAASTE_OF_NABESTAANDE,
    ),
    Explanation(
        id="shockschade",
        when=all_of(
            NAASTE_OF_NABESTAANDE,
            Has(path="beoordeling.signalen", member="shockschade_beoordelen"),
        ),
        article="shockschade",
    ),
)

# The victim names others, and may name none.
NAASTEN: tuple[Item, ...] = (
    Repeat(
        fact="naasten",
        when=SLACHTOFFER,
        first=Not(of=ALWAYS),
        more=_nog_een("nog_een_naaste"),
        items=_leden("naaste", _naam("naaste_naam"), *_band("naaste")),
    ),
    Explanation(
        id="affectieschade_slachtoffer",
        when=all_of(SLACHTOFFER, IsKnown(path="naasten")),
        article="affectieschade",
        again_on=("affectieschade.regels",),
    ),
)
