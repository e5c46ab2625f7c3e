"""What happened, when, and who was involved."""

from dialogs.conditions import Unless, all_of
from dialogs.flows.voorwaarden import (
    DOOR_MISDRIJF,
    EENZIJDIG,
    NAASTE_OF_NABESTAANDE,
    NABESTAANDE,
    SLACHTOFFER,
    VERKEER,
)
from dialogs.questions import (
    JUST_NOW,
    About,
    Explanation,
    Importance,
    Item,
    Kind,
    Option,
    Question,
    Sensitivity,
    Telling,
)

_VERVOER = tuple(
    Option(id=name)
    for name in (
        "voetganger",
        "fietser",
        "bromfiets",
        "motor",
        "auto_bestuurder",
        "auto_passagier",
        "anders",
    )
)

# "Aangereden en gevallen": the fall is part of it.
_ABOVE = dict.fromkeys(("verkeer", "werk", "dier", "misdrijf"), ("overig",))

GEBEURTENIS: tuple[Item, ...] = (
    Question(
        id="oorzaak",
        section="gebeurtenis",
        kind=Kind.CHOICE,
        fact="oorzaak",
        telling=Telling.PLAIN,
        options=tuple(
            Option(id=name, above=_ABOVE.get(name, ()))
            for name in (
                "verkeer",
                "werk",
                "dier",
                "medisch",
                "product",
                "beroepsziekte",
                "misdrijf",
                "overig",
            )
        ),
    ),
    Question(
        id="datum",
        section="gebeurtenis",
        kind=Kind.DATE,
        fact="gebeurtenis_datum",
        days=JUST_NOW,
        telling=Telling.MOMENT,
    ),
    Question(
        id="overlijdensdatum",
        section="gebeurtenis",
        kind=Kind.DATE,
        fact="overlijdensdatum",
        days=JUST_NOW,
        options=(Option(id="zelfde_dag", copies="gebeurtenis_datum"),),
        when=NABESTAANDE,
    ),
    Question(
        id="verhaal",
        section="gebeurtenis",
        kind=Kind.TEXT,
        telling=Telling.STORY,
        importance=Importance.OPTIONEEL,
        sensitivity=Sensitivity.GEZONDHEID,
    ),
    Question(
        id="vervoer",
        section="gebeurtenis",
        kind=Kind.CHOICE,
        fact="verkeer.slachtoffer_als",
        options=_VERVOER,
        telling=Telling.MEANS,
        when=all_of(SLACHTOFFER, VERKEER),
    ),
    Question(
        id="vervoer_dierbare",
        section="gebeurtenis",
        kind=Kind.CHOICE,
        fact="verkeer.slachtoffer_als",
        options=_VERVOER,
        telling=Telling.THEIR_MEANS,
        when=all_of(NAASTE_OF_NABESTAANDE, VERKEER),
    ),
    Question(
        id="tegenpartij",
        section="gebeurtenis",
        kind=Kind.CHOICE,
        fact="verkeer.tegenpartij",
        telling=Telling.OTHER,
        options=(
            # "Uitgeweken voor een fietser en tegen een boom": there was another.
            *(
                Option(id=name, above=("geen_ander",))
                for name in ("motorvoertuig", "fietser", "voetganger")
            ),
            # No value of the fact: what is known stands in the answer, and a human looks at it.
            Option(id="geen_ander", leaves_open=True),
            Option(id="onbekend"),
        ),
        when=VERKEER,
    ),
    Explanation(id="eenzijdig", when=EENZIJDIG),
    Question(
        id="misdrijf",
        section="gebeurtenis",
        kind=Kind.YESNO,
        about=About.JUDGED,
        fact="misdrijf",
        when=all_of(NAASTE_OF_NABESTAANDE, Unless(certain=DOOR_MISDRIJF)),
        sensitivity=Sensitivity.STRAFRECHT,
    ),
)
