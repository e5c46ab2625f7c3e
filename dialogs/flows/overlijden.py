"""What a death costs the family; every question may wait for a human."""

from dialogs.conditions import all_of, is_
from dialogs.flows.voorwaarden import NABESTAANDE
from dialogs.questions import About, Explanation, Importance, Item, Kind, Option, Question

_WIL_NU = all_of(NABESTAANDE, is_("antwoord.gezin_nu", True))


def _gezin(name: str, fact: str) -> Question:
    return Question(
        id=name,
        section="overlijden",
        kind=Kind.MONEY,
        fact=f"gezin.{fact}",
        when=_WIL_NU,
    )


OVERLIJDEN: tuple[Item, ...] = (
    Question(
        id="uitvaart",
        section="overlijden",
        kind=Kind.MONEY,
        fact="schade.posten.uitvaart",
        when=NABESTAANDE,
    ),
    Question(
        id="uitvaart_betaald",
        section="overlijden",
        kind=Kind.CHOICE,
        options=(Option(id="ikzelf"), Option(id="familie"), Option(id="verzekering")),
        importance=Importance.OPTIONEEL,
        when=NABESTAANDE,
    ),
    # Told before anything about income is asked, also to who would rather do that later.
    Explanation(id="overlijdensschade", when=NABESTAANDE, article="overlijdensschade"),
    Question(
        id="gezin_nu",
        section="overlijden",
        kind=Kind.YESNO,
        about=About.OFFERED,
        door=True,
        importance=Importance.OPTIONEEL,
        when=NABESTAANDE,
    ),
    _gezin("inkomen_zonder_overlijden", "netto_inkomen_zonder_overlijden"),
    _gezin("inkomen_na_overlijden", "netto_inkomen_na_overlijden"),
    _gezin("weggevallen_uitgaven", "wu"),
    _gezin("extra_uitgaven", "bu"),
    Question(
        id="uitkering_overlijden",
        section="overlijden",
        kind=Kind.YESNO,
        about=About.WAS,
        importance=Importance.OPTIONEEL,
        when=_WIL_NU,
    ),
)
