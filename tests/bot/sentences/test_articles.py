"""The articles themselves, and what is refused when one of them is wrong."""

import re
from pathlib import Path

import pytest

from bot.sentences.articles import LONGEST_SHORT, BadArticles, articles
from bot.sentences.words import words
from calc.dated import parameters
from dialogs.flows.intake import ITEMS
from dialogs.questions import Explanation

TEXTS = words()
ARTICLES = articles("nl", TEXTS)
PAGES = Path(__file__).parents[3] / "locales" / "nl" / "artikelen"
# Help that costs nothing and sells nothing (law.md, 2h).
KNOWN_NUMBERS = {"030-2340045", "0900-0101"}

GOOD = """+++
titel = "Proef"
namen = ["proef"]
bronnen = ["bw_6_96"]
gecontroleerd = 2026-11-23
+++
## kort
Kort.
## Lang
Lang, {{ norm('licht_letsel.schade_onder') | euro }}.
"""


def written(folder: Path, **pages: str) -> Path:
    (folder / "nl" / "artikelen").mkdir(parents=True)
    for name, content in pages.items():
        (folder / "nl" / "artikelen" / f"{name}.md").write_text(content, encoding="utf-8")
    return folder


# --- the articles that are there -----------------------------------------------------------------


def test_every_article_that_the_conversation_points_at_is_there() -> None:
    wanted = {item.article for item in ITEMS if isinstance(item, Explanation) and item.article}

    assert wanted <= {article.slug for article in ARTICLES}


def test_what_is_said_in_the_chat_is_short_and_plain() -> None:
    assert [each.slug for each in ARTICLES if len(each.kort) > LONGEST_SHORT] == []
    assert [each.slug for each in ARTICLES if re.search(r"[*#|_`]|\]\(", each.kort)] == []


def test_sentences_are_short() -> None:
    long = [
        sentence
        for article in ARTICLES
        for sentence in re.split(r"(?<=[.?!:;])\s|\n", f"{article.kort}\n{article.tekst}")
        if len(sentence.split()) > 25 and "|" not in sentence
    ]

    assert long == []


def test_a_reader_is_spoken_to_with_u_and_promised_nothing() -> None:
    wrong = re.compile(
        r"\b(jij|je|jou|jouw|gegarandeerd|u heeft recht op|is verjaard)\b", re.IGNORECASE
    )

    assert [each.slug for each in ARTICLES if wrong.search(each.kort + each.tekst)] == []


def test_only_free_help_is_named_by_its_number() -> None:
    numbers = {
        number
        for article in ARTICLES
        for number in re.findall(r"\b0\d{2,3}[- ]?\d{4,8}\b", article.kort + article.tekst)
    }

    assert numbers <= KNOWN_NUMBERS


def test_no_amount_is_typed_in_an_article() -> None:
    typed = {
        page.name: re.findall(r"€\s*\d[\d.,]*", page.read_text(encoding="utf-8"))
        for page in PAGES.glob("*.md")
    }

    assert {name: amounts for name, amounts in typed.items() if amounts} == {}


def test_an_article_is_checked_again_when_a_norm_in_it_gets_a_new_version() -> None:
    known = parameters().reeksen
    stale = [
        (article.slug, name)
        for article in ARTICLES
        for name in article.normen
        if known[name][-1].geldig_vanaf > article.gecontroleerd
    ]

    assert stale == []


def test_every_article_tells_where_it_has_it_from() -> None:
    assert all(source.vindplaats for article in ARTICLES for source in article.bronnen)
    assert all(str(source) == source.titel for article in ARTICLES for source in article.bronnen)


def test_a_table_of_amounts_becomes_a_table_on_the_page() -> None:
    page = next(article for article in ARTICLES if article.slug == "affectieschade").html

    assert page.count("<tr>") == 9
    assert "<td>€ 20.000</td>" in page


# --- what is refused -----------------------------------------------------------------------------


def test_a_norm_is_filled_in_as_it_was_on_the_day_of_the_check(tmp_path: Path) -> None:
    (article,) = articles("nl", TEXTS, locales=written(tmp_path, proef=GOOD))

    assert article.tekst == "## Lang\nLang, € 5.000."
    assert article.html == "<h2>Lang</h2>\n<p>Lang, € 5.000.</p>\n"
    assert article.normen == ("licht_letsel.schade_onder",)


def test_markup_in_an_article_never_reaches_the_page(tmp_path: Path) -> None:
    page = GOOD + '\n<script>alert(1)</script>\n\n[weg](javascript:alert(1)) <img src="x">\n'
    (article,) = articles("nl", TEXTS, locales=written(tmp_path, proef=page))

    assert "<script" not in article.html
    assert "<img" not in article.html
    assert 'href="javascript' not in article.html


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("no front matter", "does not begin with"),
        (GOOD.replace("titel =", "titel"), "is no TOML"),
        (GOOD.replace('titel = "Proef"\n', ""), "titel: Field required"),
        (GOOD.replace("titel =", "title ="), "title: Extra inputs"),
        (GOOD.replace('["proef"]', "[]"), "namen: Tuple should have at least 1"),
        (GOOD.replace('["bw_6_96"]', "[]"), "bronnen: Tuple should have at least 1"),
        (GOOD.replace("bw_6_96", "bw_7_96"), "no source 'bw_7_96' in bronnen.toml"),
        (GOOD.replace("2026-11-23", '"gisteren"'), "gecontroleerd: Input should be"),
        (GOOD.replace("## kort", "## lang"), "write '## kort'"),
        (GOOD.replace("Kort.", ""), "write '## kort'"),
        (GOOD.replace("## Lang", "Lang"), "write '## kort'"),
        (GOOD.replace("Kort.", "K" * 701), "kort has 701 signs"),
        (GOOD.replace("schade_onder", "schade_boven"), "no norm licht_letsel.schade_boven"),
        (GOOD.replace("2026-11-23", "2010-01-01"), "on 2010-01-01"),
        (GOOD.replace("| euro", "| gulden"), "gulden"),
        (GOOD.replace("{{", "{{ {{"), "correct the text between the braces"),
    ],
)
def test_a_wrong_article_stops_the_start_and_says_what_to_do(
    tmp_path: Path, wrong: str, told: str
) -> None:
    with pytest.raises(BadArticles, match=re.escape(told)) as refused:
        articles("nl", TEXTS, locales=written(tmp_path, proef=wrong))

    assert str(refused.value).startswith("proef.md: ")


def test_two_articles_with_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArticles, match="een, twee: both go by the name 'proef'"):
        articles("nl", TEXTS, locales=written(tmp_path, een=GOOD, twee=GOOD))


def test_a_language_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArticles, match=r"there is no \.md file"):
        articles("nl", TEXTS, locales=written(tmp_path))
