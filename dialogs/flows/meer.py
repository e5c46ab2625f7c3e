"""Further questions for who wants to tell more; each one may be left out."""

from dialogs.conditions import Condition, Positive, Unless, any_of, is_
from dialogs.flows.voorwaarden import (
    BLOK,
    DOOR_MISDRIJF,
    EENZIJDIG,
    NAASTE,
    SLACHTOFFER,
    VERKEER,
    meer,
    unknown,
)
from dialogs.questions import (
    LATELY,
    About,
    Explanation,
    Importance,
    Item,
    Kind,
    Option,
    Question,
    Sensitivity,
)

_MET_EEN_ANDER = Unless(certain=EENZIJDIG)
_ZIEKENHUIS = is_("letsel.behandeling", "ziekenhuis")
_BLIJVEND = is_("letsel.restloos", False)
_WERK = is_("oorzaak", "werk", "beroepsziekte")
_SCHOOL = (
    Option(id="basisschool"),
    Option(id="vmbo"),
    Option(id="havo_vwo_mbo"),
    Option(id="hbo_wo"),
)
_WONINGEN = (
    Option(id="vrijstaand"),
    Option(id="twee_onder_een_kap"),
    Option(id="rijtjeshuis"),
    Option(id="appartement"),
)


def _vraag(  # noqa: PLR0913 - declared by name, and most are left out
    name: str,
    kind: Kind = Kind.YESNO,
    fact: str | None = None,
    *when: Condition,
    options: tuple[Option, ...] = (),
    sensitivity: Sensitivity = Sensitivity.GEWOON,
    about: About = About.HAPPENED,
) -> Question:
    return Question(
        id=name,
        section="meer",
        kind=kind,
        fact=fact,
        options=options,
        when=meer(*when),
        block=BLOK,
        importance=Importance.OPTIONEEL,
        sensitivity=sensitivity,
        about=about,
    )


def _dag(name: str, fact: str, *when: Condition) -> Question:
    """Return a question for a day that is seldom long ago."""
    return _vraag(name, Kind.DATE, fact, *when).model_copy(update={"days": LATELY})


def _ja(name: str) -> Condition:
    return is_(f"antwoord.{name}", True)


def _keuze(*names: str) -> tuple[Option, ...]:
    return tuple(Option(id=name) for name in names)


_POORT: tuple[Item, ...] = (
    Question(id=BLOK, section="meer", kind=Kind.YESNO, about=About.OFFERED, door=True),
)

_GEBEURTENIS: tuple[Item, ...] = (
    _vraag("in_nederland", Kind.YESNO, "gegevens.in_nederland"),
    _vraag("getuigen"),
    _vraag("kenteken", Kind.TEXT, None, VERKEER, _MET_EEN_ANDER),
    _vraag("doorgereden", Kind.YESNO, "verkeer.doorgereden", VERKEER, _MET_EEN_ANDER),
    _vraag("politie_gemeld", Kind.YESNO, None, VERKEER),
    _dag("politie_gemeld_op", "gegevens.politie_gemeld_op", VERKEER, _ja("politie_gemeld")),
    _vraag("schadeformulier", Kind.YESNO, None, VERKEER),
    _vraag(
        "soort_werk",
        Kind.CHOICE,
        None,
        _WERK,
        options=_keuze("contract", "uitzendkracht", "zzp", "anders"),
    ),
    _vraag("gemeld_werkgever", Kind.YESNO, None, _WERK),
    _vraag("werkgever_aansprakelijk", Kind.YESNO, None, _WERK, about=About.OFFERED),
    _vraag("dier_eigenaar", Kind.YESNO, None, is_("oorzaak", "dier"), about=About.GOES_ON),
    _vraag("weg_of_gebouw", Kind.YESNO, None, any_of(is_("oorzaak", "overig"), EENZIJDIG)),
    _vraag("zorgverlener", Kind.TEXT, None, is_("oorzaak", "medisch")),
    _vraag("klacht_zorg", Kind.YESNO, None, is_("oorzaak", "medisch")),
    _vraag("welk_product", Kind.TEXT, None, is_("oorzaak", "product")),
    _vraag("product_bewaard", Kind.YESNO, None, is_("oorzaak", "product"), about=About.GOES_ON),
    _vraag("product_gekocht", Kind.DATE, None, is_("oorzaak", "product")),
    _vraag("aangifte", Kind.YESNO, None, DOOR_MISDRIJF, sensitivity=Sensitivity.STRAFRECHT),
    _vraag(
        "dader_bekend",
        Kind.YESNO,
        None,
        DOOR_MISDRIJF,
        sensitivity=Sensitivity.STRAFRECHT,
        about=About.GOES_ON,
    ),
    _vraag(
        "strafzaak",
        Kind.YESNO,
        None,
        DOOR_MISDRIJF,
        sensitivity=Sensitivity.STRAFRECHT,
        about=About.GOES_ON,
    ),
    _vraag("kind_veroorzaker"),
    _vraag(
        "leeftijd_veroorzaker",
        Kind.NUMBER,
        "gegevens.leeftijd_veroorzaker",
        _ja("kind_veroorzaker"),
    ),
)

_AANSPRAKELIJKHEID: tuple[Item, ...] = (
    _vraag("meteen_bekend"),
    _dag("bekend_op", "bekend_op", is_("antwoord.meteen_bekend", False)),
    _vraag("claim_gestuurd"),
    _dag("gesteld_op", "aansprakelijkheid.gesteld_op", _ja("claim_gestuurd")),
    _vraag(
        "stand",
        Kind.CHOICE,
        "aansprakelijkheid.stand",
        options=_keuze("erkend", "gedeeltelijk", "afgewezen", "onbekend"),
    ),
    _vraag("gestuit", Kind.YESNO, None, _ja("claim_gestuurd")),
    _dag("gestuit_op", "gestuit_op", _ja("gestuit")),
    _vraag(
        "voorschot",
        Kind.MONEY,
        "gegevens.voorschot",
        options=(Option(id="geen_voorschot", value="0.00"),),
    ),
    Explanation(
        id="voorschot_erkend",
        when=meer(
            is_("aansprakelijkheid.stand", "erkend", "gedeeltelijk"),
            Unless(certain=Positive(path="gegevens.voorschot")),
        ),
        article="voorschot",
    ),
    _vraag(
        "rechtsbijstand",
        Kind.YESNO,
        None,
        Unless(certain=is_("belangenbehartiging.soort", "rechtsbijstandverzekeraar")),
        about=About.GOES_ON,
    ),
)

_LETSEL: tuple[Item, ...] = (
    _vraag("welk_letsel", Kind.TEXT, None, SLACHTOFFER, sensitivity=Sensitivity.GEZONDHEID),
    _vraag("welk_letsel_dierbare", Kind.TEXT, None, NAASTE, sensitivity=Sensitivity.GEZONDHEID),
    _vraag(
        "klachten_vooraf",
        Kind.YESNO,
        None,
        SLACHTOFFER,
        sensitivity=Sensitivity.GEZONDHEID,
        about=About.WAS,
    ),
    _vraag(
        "ziekenhuis_dagen", Kind.DURATION, "gegevens.ziekenhuis_dagen", SLACHTOFFER, _ZIEKENHUIS
    ),
    _vraag(
        "revalidatie_dagen", Kind.DURATION, "gegevens.revalidatie_dagen", SLACHTOFFER, _ZIEKENHUIS
    ),
    _vraag(
        "werk",
        Kind.CHOICE,
        "gegevens.werk",
        SLACHTOFFER,
        unknown("gegevens.werk"),
        options=_keuze("loondienst", "zelfstandig", "geen", "school", "pensioen"),
    ),
    _vraag(
        "studie_achter",
        Kind.YESNO,
        None,
        SLACHTOFFER,
        Unless(certain=is_("gegevens.werk", "pensioen")),
        about=About.WAS,
    ),
    _vraag(
        "studie_soort",
        Kind.CHOICE,
        "gegevens.studie.soort",
        _ja("studie_achter"),
        options=_SCHOOL,
    ),
    _vraag("studie_maanden", Kind.DURATION, "gegevens.studie.maanden", _ja("studie_achter")),
)

_SCHADE: tuple[Item, ...] = (
    *(
        _vraag(
            f"meer_{post}",
            Kind.MONEY,
            f"schade.posten.{post}",
            SLACHTOFFER,
            unknown(f"schade.posten.{post}"),
            options=(Option(id="niets", value="0.00"),),
        )
        for post in ("inkomen", "kleding_en_spullen", "medisch")
    ),
    _vraag("kilometers", Kind.NUMBER, "gegevens.kilometers", SLACHTOFFER),
    _vraag("hulp_nodig", Kind.YESNO, None, SLACHTOFFER, about=About.WAS),
    _vraag("hulp_weken", Kind.NUMBER, "gegevens.hulp.weken", _ja("hulp_nodig")),
    _vraag("hulp_personen", Kind.NUMBER, "gegevens.hulp.personen", _ja("hulp_nodig")),
    _vraag(
        "hulp_kind_onder_5",
        Kind.YESNO,
        "gegevens.hulp.kind_onder_5",
        _ja("hulp_nodig"),
        about=About.GOES_ON,
    ),
    _vraag("hulp_zwaar", Kind.YESNO, "gegevens.hulp.zwaar", _ja("hulp_nodig"), about=About.WAS),
    _vraag(
        "woning",
        Kind.CHOICE,
        "gegevens.woning.soort",
        SLACHTOFFER,
        _BLIJVEND,
        options=_WONINGEN,
    ),
    _vraag(
        "tuin", Kind.YESNO, "gegevens.woning.tuin", SLACHTOFFER, _BLIJVEND, about=About.GOES_ON
    ),
    _vraag(
        "eigen_huis",
        Kind.YESNO,
        "gegevens.woning.eigendom",
        SLACHTOFFER,
        _BLIJVEND,
        about=About.GOES_ON,
    ),
    _vraag("bonnen", about=About.GOES_ON),
    _vraag("tolk", about=About.OFFERED),
    _vraag("bel_moment", Kind.TEXT),
)

MEER: tuple[Item, ...] = (
    *_POORT,
    *_GEBEURTENIS,
    *_AANSPRAKELIJKHEID,
    *_LETSEL,
    *_SCHADE,
)
