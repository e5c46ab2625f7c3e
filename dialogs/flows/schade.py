"""What it has cost: one amount, or item by item when that amount is not known."""

from dialogs.conditions import Has, Unless, all_of, is_
from dialogs.flows.voorwaarden import SLACHTOFFER, VERKEER, unknown
from dialogs.questions import Item, Kind, Option, Question

POSTEN = (
    "medisch",
    "reiskosten",
    "huishoudelijke_hulp",
    "zelfwerkzaamheid",
    "inkomen",
    "kleding_en_spullen",
    "overig",
)
# Costs are asked, so compensation for pain and grief is never in these amounts.
_KOSTEN = {"schade.smartengeld_inbegrepen": False}


def _post(name: str) -> Question:
    return Question(
        id=f"post_{name}",
        section="schade",
        kind=Kind.MONEY,
        fact=f"schade.posten.{name}",
        sets=_KOSTEN,
        when=all_of(
            SLACHTOFFER,
            unknown("schade.excl_voertuig"),
            Has(path="antwoord.posten", member=name),
        ),
    )


SCHADE: tuple[Item, ...] = (
    Question(
        id="schade_totaal",
        section="schade",
        kind=Kind.MONEY,
        fact="schade.excl_voertuig",
        options=(Option(id="nog_niets", value="0.00"),),
        sets=_KOSTEN,
        when=SLACHTOFFER,
    ),
    Question(
        id="posten",
        section="schade",
        kind=Kind.TICKS,
        fact="schade.posten",
        options=tuple(Option(id=name) for name in POSTEN),
        when=all_of(SLACHTOFFER, unknown("schade.excl_voertuig")),
    ),
    *(_post(name) for name in POSTEN),
    Question(
        id="schade_voertuig",
        section="schade",
        kind=Kind.MONEY,
        fact="schade.voertuig",
        options=(Option(id="geen_schade", value="0.00"),),
        when=all_of(
            SLACHTOFFER,
            VERKEER,
            Unless(certain=is_("verkeer.slachtoffer_als", "voetganger", "auto_passagier")),
        ),
    ),
)
