"""The relatives: who they are to the victim, narrowed down in two or three taps."""

from dialogs.conditions import ALWAYS, Condition, IsKnown, Not, all_of, is_
from dialogs.flows.voorwaarden import NAASTE_OF_NABESTAANDE, SLACHTOFFER
from dialogs.questions import (
    Explanation,
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
_KIND_THUIS, _KIND_UIT = "meerderjarig_thuiswonend_kind", "meerderjarig_niet_thuiswonend_kind"
_OUDER_JONG = "ouder_van_minderjarig_slachtoffer"
_OUDER_THUIS = "ouder_van_meerderjarig_thuiswonend_slachtoffer"
_OUDER_UIT = "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer"
_OVERIG = "overige_nauwe_persoonlijke_relatie"
# Partners who live apart are judged as another close relation.
_PARTNERS = ("echtgenoot_of_geregistreerd_partner", "levensgezel", _OVERIG)
_ZORG = "zorg_in_gezinsverband"
_ZUS = "broer_of_zus"

# In this order: who counts by more than one row is put in the best one first.
_BANDEN = (
    Option(id="partner", values=_PARTNERS),
    Option(id="kind", values=("minderjarig_kind", _KIND_THUIS, _KIND_UIT)),
    Option(id="ouder", values=(_OUDER_JONG, _OUDER_THUIS, _OUDER_UIT)),
    Option(id="pleegkind_of_pleegouder"),
    Option(id=_ZORG),
    Option(id="broer_zus", values=(_ZUS, _ZORG)),
    Option(id=_OVERIG),
)


def _relatie(name: str, options: tuple[Option, ...], when: Condition = ALWAYS) -> Question:
    return Question(
        id=name,
        section="naasten",
        kind=Kind.CHOICE,
        fact=_RELATIE,
        options=options,
        when=when,
    )


def _band(who: str) -> tuple[Question, ...]:
    """Return the taps from "a child" to the row of the Besluit."""
    kind, ouder = f"{who}_kind", f"{who}_ouder"
    first = f"antwoord.{who}_band[]"
    return (
        _relatie(f"{who}_band", _BANDEN),
        _relatie(
            f"{who}_partner",
            tuple(Option(id=partner) for partner in _PARTNERS),
            is_(first, "partner"),
        ),
        _relatie(
            kind,
            (
                Option(id="minderjarig_kind"),
                Option(id="meerderjarig", values=(_KIND_THUIS, _KIND_UIT)),
            ),
            is_(first, "kind"),
        ),
        _relatie(
            f"{kind}_woont",
            (Option(id=_KIND_THUIS), Option(id=_KIND_UIT)),
            is_(f"antwoord.{kind}[]", "meerderjarig"),
        ),
        _relatie(
            ouder,
            (Option(id=_OUDER_JONG), Option(id="meerderjarig", values=(_OUDER_THUIS, _OUDER_UIT))),
            is_(first, "ouder"),
        ),
        _relatie(
            f"{ouder}_woont",
            (Option(id=_OUDER_THUIS), Option(id=_OUDER_UIT)),
            is_(f"antwoord.{ouder}[]", "meerderjarig"),
        ),
        _relatie(
            f"{who}_broer_zus",
            (Option(id=_ZORG, sets={_OOK_BROER_OF_ZUS: True}), Option(id=_ZUS)),
            is_(first, "broer_zus"),
        ),
        Question(
            id=f"{who}_ook_broer_of_zus",
            section="naasten",
            kind=Kind.YESNO,
            fact=_OOK_BROER_OF_ZUS,
            when=is_(first, _ZORG),
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
        when=Not(of=is_("plaats", 0)),
        same_as_earlier=True,
    )


def _leden(who: str) -> tuple[Question | Explanation, ...]:
    return (
        Question(id=f"{who}_naam", section="naasten", kind=Kind.TEXT, fact="naasten[].naam"),
        *_band(who),
        Explanation(
            id=f"{who}_broers_en_zussen", when=is_(_RELATIE, _ZUS), article="affectieschade"
        ),
        _zelfde(f"{who}_adres", "adres"),
        _zelfde(f"{who}_helper", "belangenbehartiger"),
    )


def _nog_een(name: str) -> Question:
    return Question(id=name, section="naasten", kind=Kind.YESNO, fact="naasten[+]", door=True)


# The one who types is the first relative.
VERWANTEN: tuple[Item, ...] = (
    Repeat(
        fact="naasten",
        when=NAASTE_OF_NABESTAANDE,
        first=NAASTE_OF_NABESTAANDE,
        more=_nog_een("nog_een_verwant"),
        items=_leden("verwant"),
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
        fact="naasten[0].eigen_psychisch_letsel",
        importance=Importance.OPTIONEEL,
        sensitivity=Sensitivity.GEZONDHEID,
        when=NAASTE_OF_NABESTAANDE,
    ),
)

# The victim names others, and may name none.
NAASTEN: tuple[Item, ...] = (
    Repeat(
        fact="naasten",
        when=SLACHTOFFER,
        first=Not(of=ALWAYS),
        more=_nog_een("nog_een_naaste"),
        items=_leden("naaste"),
    ),
    Explanation(
        id="affectieschade_slachtoffer",
        when=all_of(SLACHTOFFER, IsKnown(path="naasten")),
        article="affectieschade",
        again_on=("affectieschade.regels",),
    ),
)
