"""A question about the subject brings its article; an answer never does."""

import json
from pathlib import Path

import pytest

from bot.sentences.articles import articles
from dialogs.knowledge import Article, find

ARTICLES = tuple(Article(each.slug, each.titel, each.namen) for each in articles("nl"))
SHARED = Path(__file__).parents[2].parent / "shared"

QUESTIONS = {
    "finale-kwijting": (
        "wat is finale kwijting eig?",
        "finale kwijting?",
        "Finale kwijting",
        "wat betekent kwijting",
        "finalekwijting",
        "finale kwijtng",
        "wat is een vaststellingsovereenkomst",
        "vaststelingsovereenkomst?",
        "wat is een vso",
        "wat als ik teken?",
        "wat is een voorbehoud?",
    ),
    "gbl": (
        "wat betekent GBL",
        "gbl",
        "GBL??",
        "wat is een gbl-zaak?",
        "wat houdt de gedragscode in",
        "uitleg over de gbl graag",
        "ik snap niet wat GBL betekent",
        "nooit van gbl gehoord",
    ),
    "classificatie": (
        "wat is licht letsel",
        "wat is LL",
        "ll",
        "wat is het verschil tussen LL en GBL",
        "is dit licht letsel?",
        "wanneer is het licht letsel",
        "wat zijn de criteria voor licht letsel",
    ),
    "affectieschade": (
        "wat is affectieschade",
        "affectie schade",
        "affektieschade",
        "krijg ik affectieschade?",
        "heb ik recht op affectieschade",
        "krijgen broers en zussen ook geld?",
        "krijgt mijn partner ook geld?",
        "wat is ernstig en blijvend letsel?",
    ),
    "smartengeld": (
        "krijg ik smartengeld",
        "smartegeld",
        "hoeveel smartengeld krijg ik",
        "ik wil meer weten over smartengeld",
        "kun je uitleggen wat smartengeld is",
        "krijg ik geld voor pijn en verdriet?",
    ),
    "shockschade": ("wat is shockschade", "shock schade?", "krijg ik shockschade"),
    "verjaring": (
        "hoe lang heb ik de tijd",
        "hoelang heb ik de tijd?",
        "wanneer verjaart mijn zaak",
        "is het al verjaard?",
        "ben ik te laat?",
        "verjaring",
        "wat is stuiten",
        "hoe lang kan ik nog claimen?",
    ),
    "buitengerechtelijke-kosten": (
        "wat kost een advocaat",
        "wat kost een advocaat mij?",
        "wie betaalt de advocaat?",
        "is dit gratis?",
        "wat zijn buitengerechtelijke kosten",
        "bgk",
    ),
    "voorschot": (
        "kan ik een voorschot krijgen?",
        "wat is een voorschot",
        "wanneer krijg ik geld?",
    ),
    "stappen": (
        "hoe gaat het verder?",
        "hoe lang duurt een zaak?",
        "wat betekent aansprakelijk stellen?",
        "wat is aansprakelijkheid",
    ),
    "overlijdensschade": (
        "wat is overlijdensschade",
        "wie betaalt de uitvaart?",
        "wat betekent WNU",
        "krijg ik uitvaartkosten vergoed?",
    ),
    "eigen-schuld": (
        "wat is eigen schuld?",
        "wat als het mijn schuld was",
        "krijg ik ook geld als ik zelf schuld heb?",
    ),
    "privacy": (
        "wat gebeurt er met mijn gegevens?",
        "bent u een mens",
        "ben je een robot?",
        "hoe lang bewaart u mijn gegevens",
        "wordt dit opgeslagen?",
    ),
    "herstelbemiddeling": (
        "wat is herstelbemiddeling?",
        "herstel bemiddeling",
        "wat is een bemiddelaar",
        "kan ik praten met de dader?",
    ),
}
ANSWERS = (
    "",
    "?",
    "ja",
    "nee",
    "weet ik niet",
    "waarom",
    "licht letsel",
    "eigen schuld",
    "ernstig en blijvend letsel",
    "uitvaartkosten",
    "kosten van de advocaat",
    "advocaat",
    "een advocaat helpt mij",
    "overleden",
    "geen gordel",
    "contact met de ander",
    "aansprakelijkheid erkend",
    "ik heb een voorschot van 500 euro gehad",
    "heb een voorschot gekregen",
    "500 euro voorschot",
    "ja ik wil smartengeld",
    "nee geen smartengeld",
    "de verzekeraar zegt eigen schuld 25%",
    "ik heb finale kwijting getekend",
    "zij vroegen om finale kwijting",
    "de vso is door de advocaat bekeken",
    "ja, herstelbemiddeling wil ik wel",
    "gbl zegt de verzekeraar",
    "LL zaak zei de verzekeraar",
    "het is in 2019 verjaard zeggen ze",
    "de termijn is voorbij",
    "ik wacht al 3 maanden op de verzekeraar",
    "ik ben een mens",
    "wat er gebeurde: ik fietste en werd aangereden",
    "hoe het gebeurde weet ik niet meer",
    "mag ik terug?",
    "moet ik dit invullen?",
    "wat bedoelt u",
    "ai",
    "letsel",
    (
        "Ik fietste over de dijk en werd geraakt door een auto. De verzekeraar biedt smartengeld, "
        "maar ik weet niet of ik dat moet doen. Ik heb nog een voorschot staan. Wat vindt u?"
    ),
)


@pytest.mark.parametrize("slug", QUESTIONS)
def test_a_question_about_the_subject_brings_its_article(slug: str) -> None:
    brought = {text: find(text, ARTICLES) for text in QUESTIONS[slug]}

    assert {
        text: found for text, found in brought.items() if not found or found.slug != slug
    } == {}


def test_every_article_can_be_asked_for() -> None:
    assert set(QUESTIONS) == {article.slug for article in ARTICLES}


def test_an_answer_is_never_taken_for_a_question() -> None:
    assert {text: find(text, ARTICLES) for text in ANSWERS if find(text, ARTICLES)} == {}


def test_no_dutch_answer_is_taken_for_a_question() -> None:
    phrases = SHARED / "dutch_phrases.json"
    if not phrases.exists():
        pytest.skip("there is no folder ../shared with Dutch answers")
    texts = [phrase["text"] for phrase in json.loads(phrases.read_text(encoding="utf-8"))]

    assert [text for text in texts if find(text, ARTICLES)] == []


def test_the_longest_name_that_is_said_decides() -> None:
    short, long = Article("a", "A", ("schade",)), Article("b", "B", ("schade van een ander",))

    assert find("wat is schade van een ander?", (short, long)) == long
    assert find("wat is schade van een ander?", (long, short)) == long
    assert find("wat is schade?", (long, short)) == short


def test_a_name_that_can_be_an_answer_asks_for_nothing_by_itself() -> None:
    article = Article("a", "A", ("licht letsel?",))

    assert find("licht letsel", (article,)) is None
    assert find("wat is licht letsel", (article,)) == article


def test_without_articles_nothing_is_found() -> None:
    assert find("wat is smartengeld?", ()) is None
