"""The injury, the recovery, and the days without work."""

from pydantic import JsonValue

from dialogs.conditions import Condition, Not, Positive, Unless, all_of, is_
from dialogs.flows.voorwaarden import NAASTE, SLACHTOFFER, unknown
from dialogs.questions import About, Item, Kind, Option, Question, Sensitivity, Telling

_GENEEST = is_("letsel.restloos", True)
_BLIJFT = is_("letsel.restloos", False)
# Answers that people know without counting; anything else is typed.
_HERSTEL: tuple[tuple[str, JsonValue], ...] = (
    ("een_maand", "1"),
    ("twee_maanden", "2"),
    ("drie_maanden", "3"),
    ("vier_maanden", "4"),
    ("zes_maanden", "6"),
    ("langer", {"van": "7", "tot": None}),
)


def _letsel(  # noqa: PLR0913 - declared by name, and most are left out
    name: str,
    kind: Kind,
    fact: str,
    *options: Option,
    when: Condition = SLACHTOFFER,
    ongoing: str | None = None,
    about: About = About.HAPPENED,
) -> Question:
    return Question(
        id=name,
        section="letsel",
        kind=kind,
        fact=f"letsel.{fact}",
        options=options,
        when=when,
        ongoing=ongoing,
        about=about,
        sensitivity=Sensitivity.GEZONDHEID,
    )


_SLACHTOFFER: tuple[Item, ...] = (
    Question(
        id="behandeling",
        section="letsel",
        kind=Kind.CHOICE,
        fact="letsel.behandeling",
        options=(
            Option(id="geen"),
            Option(id="huisarts"),
            # The heaviest counts: "ziekenhuis, en nu fysio".
            Option(id="therapie", above=("huisarts",)),
            Option(id="ziekenhuis", above=("huisarts", "therapie")),
        ),
        telling=Telling.PLAIN,
        when=SLACHTOFFER,
        sensitivity=Sensitivity.GEZONDHEID,
    ),
    _letsel(
        "herstel",
        Kind.DURATION,
        "herstel_maanden",
        *(Option(id=name, value=value) for name, value in _HERSTEL),
    ),
    _letsel("restloos", Kind.YESNO, "restloos", about=About.EXPECTED),
    _letsel(
        "complicaties",
        Kind.YESNO,
        "complicaties",
        about=About.WAS,
        when=all_of(SLACHTOFFER, Unless(certain=_BLIJFT)),
    ),
    _letsel(
        "ernstig_en_blijvend_zelf",
        Kind.YESNO,
        "ernstig_en_blijvend",
        about=About.JUDGED,
        when=all_of(SLACHTOFFER, _BLIJFT),
    ),
    _letsel(
        "littekens",
        Kind.CHOICE,
        "littekens",
        Option(id="geen"),
        Option(id="beperkt"),
        Option(id="ontsierend"),
    ),
    _letsel(
        "ao_dagen",
        Kind.DURATION,
        "ao_dagen",
        Option(id="geen_dag", value="0", sets={"letsel.ao_loopt_nog": False}),
        Option(id="geen_werk", leaves_open=True, sets={"gegevens.werk": "geen"}),
        ongoing="letsel.ao_loopt_nog",
    ),
    _letsel(
        "ao_loopt_nog",
        Kind.YESNO,
        "ao_loopt_nog",
        about=About.GOES_ON,
        when=all_of(
            SLACHTOFFER,
            Unless(certain=Not(of=Positive(path="letsel.ao_dagen"))),
            Unless(certain=is_("gegevens.werk", "geen")),
            # "Nog steeds ziek" already told it.
            unknown("letsel.ao_loopt_nog"),
        ),
    ),
)

_DIERBARE: tuple[Item, ...] = (
    _letsel("restloos_dierbare", Kind.YESNO, "restloos", when=NAASTE, about=About.EXPECTED),
    _letsel(
        "ernstig_en_blijvend",
        Kind.YESNO,
        "ernstig_en_blijvend",
        about=About.JUDGED,
        when=all_of(NAASTE, Unless(certain=_GENEEST)),
    ),
    _letsel(
        "invaliditeit",
        Kind.PERCENT,
        "blijvende_invaliditeit_pct",
        Option(id="niet_genoemd", leaves_open=True),
        when=all_of(NAASTE, Unless(certain=_GENEEST)),
    ),
    _letsel(
        "karakterverandering",
        Kind.YESNO,
        "karakterverandering",
        about=About.JUDGED,
        when=all_of(NAASTE, Unless(certain=_GENEEST)),
    ),
)

LETSEL = (*_SLACHTOFFER, *_DIERBARE)
