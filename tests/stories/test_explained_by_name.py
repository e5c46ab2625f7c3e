"""What a person asks by name is explained at any moment, with its source; then it goes on."""

import pytest

from bot.sentences.articles import articles
from bot.sentences.words import words
from dialogs.events import Command
from dialogs.session import State
from tests.stories.by_engine import EngineSeat
from tests.stories.seat import Seen, bare
from tests.stories.teller import Teller
from tests.stories.victims import CYCLIST

ARTICLES = {article.slug: article for article in articles(words().language, words())}
ASKED = {
    "wat is affectieschade?": "affectieschade",
    "wat is shockschade": "shockschade",
    "smartengeld?": "smartengeld",
    "kan ik een voorschot krijgen": "voorschot",
    "welke stappen zijn er": "stappen",
    "hoe gaat het nu verder?": "stappen",
    "ben ik nog op tijd?": "verjaring",
    "wat kost een advocaat?": "buitengerechtelijke-kosten",
    "wat is overlijdensschade?": "overlijdensschade",
    "wat is finale kwijting?": "finale-kwijting",
    "wat is licht letsel?": "classificatie",
    "wat is de gbl?": "gbl",
}
# A question of each kind of answer, at the beginning, in the middle and at the end.
MOMENTS = ("rol", "datum", "verhaal", "behandeling", "ao_dagen", "schade_totaal", "contact_naam")


async def at(question: str) -> Teller:
    """Tell the story of the cyclist until a question is open."""
    teller = Teller(CYCLIST, EngineSeat())
    teller.seen.append(await teller.seat.starts())
    while teller.now.key != question:
        await teller.answer()
    return teller


def explains(seen: Seen, slug: str) -> bool:
    """Tell whether an article is told, with where it comes from."""
    article = ARTICLES[slug]
    sources = (str(source) for source in article.bronnen)
    told = bare(seen.words)
    return bare(article.kort) in told and all(bare(source) in told for source in sources)


@pytest.mark.parametrize("moment", MOMENTS)
async def test_an_article_is_told_at_any_moment_and_the_open_question_again(moment: str) -> None:
    teller = await at(moment)
    before = teller.now
    for asked, slug in ASKED.items():
        # Where a name or a story is asked for, only a plain question is a question.
        seen = await teller.seat.types(asked if asked.endswith("?") else f"{asked}?")

        assert explains(seen, slug), asked
        assert (seen.key, seen.choices) == (before.key, before.choices)


@pytest.mark.parametrize(("asked", "slug"), ASKED.items())
async def test_an_article_is_told_under_the_overview_and_after_the_hand_over(
    asked: str, slug: str
) -> None:
    teller = await at("contact_bereikbaar")
    await teller.answer()
    assert teller.now.state is State.REVIEW
    seen = await teller.seat.types(asked)
    assert explains(seen, slug)
    assert "klopt" in seen.choices

    await teller.seat.presses(seen.button("klopt"))
    assert explains(await teller.seat.types(asked), slug)


async def test_an_article_is_told_to_who_paused() -> None:
    teller = await at("oorzaak")
    await teller.seat.commands(Command.PAUZE)

    assert explains(await teller.seat.types("wat is smartengeld?"), "smartengeld")
