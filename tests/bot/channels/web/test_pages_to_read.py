import re

from bot.sentences.articles import articles
from bot.sentences.words import words
from bot.settings import Settings
from tests.webpage import Page, words_of

TEXTS = words()
ARTICLES = articles("nl", TEXTS)


async def test_every_explanation_is_a_page_with_its_sources_and_its_day(page: Page) -> None:
    subjects = await page.open("/uitleg")
    for article in ARTICLES:
        shown = words_of(await page.open(f"/uitleg/{article.slug}"))

        assert f'href="/uitleg/{article.slug}"' in subjects
        assert article.titel in shown
        assert all(source.titel in shown for source in article.bronnen)
        assert TEXTS("pagina.uitleg.gecontroleerd", dag=article.gecontroleerd) in shown


async def test_pages_to_read_are_the_same_for_everybody(page: Page) -> None:
    for path in ("/uitleg", f"/uitleg/{ARTICLES[0].slug}", "/privacy"):
        answer = await page.http.get(path)

        assert "set-cookie" not in answer.headers
        assert "public" in answer.headers["cache-control"]
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        # The way out is the one script.
        assert re.findall(r"<script[^>]*?src=\"/static/(\w+)", answer.text) == ["weg"]
        assert not re.search(r"<script(?! src=)|\sstyle=", answer.text)


async def test_an_explanation_that_is_not_there_is_told_kindly(page: Page) -> None:
    answer = await page.http.get("/uitleg/er-is-niets")

    assert answer.status_code == 404
    assert TEXTS("pagina.fout.niet_gevonden") in words_of(answer.text)


async def test_privacy_tells_who_how_long_and_what_one_can_do(
    page: Page, settings: Settings
) -> None:
    shown = words_of(await page.open("/privacy"))

    assert TEXTS("huis.organisatie") in shown
    assert f"{settings.retention_unfinished_days} dagen" in shown
    assert f"{settings.retention_closed_days} dagen" in shown
    assert "Autoriteit Persoonsgegevens" in shown
