"""The small grammar in which the rails are written."""

import pytest

from dialogs.safety.phrases import Phrases, Span
from dialogs.safety.sentences import sentences

CLASSES = {"who": "ik|wij"}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("mag niet", "dat mag niet"),
        ("mag|kan niet", "dat kan niet"),
        ("mag ?zo niet", "dat mag niet"),
        ("mag ?zo niet", "dat mag zo niet"),
        ("mag .. niet", "mag een twee drie niet"),
        ("mag ..5 niet", "mag een twee drie vier vijf niet"),
        ("verzeker*", "de verzekeraars"),
        ("<who> mag", "wij mag"),
        ("^ ja", "ja hoor"),
        ("ja $", "nou ja"),
        ("ja $", "ja, maar nee"),
        ("ja $", "ja maar nee"),
        ("ja hoor|$", "ja"),
        ("mag niet", "dat mag, niet"),
        ("?zo niet", "niet"),
        ("mag & niet|geen", "dat mag zo niet"),
        ("mag & niet", "niet dat dat mag"),
        ("mag & <who> & niet", "niet dat wij zo iets mag"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    assert Phrases(phrase, CLASSES).in_(sentences(text)[0])


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("mag niet", "dat mag nog niet"),
        ("mag .. niet", "mag een twee drie vier niet"),
        ("verzeker*", "onverzekerd"),
        ("^ ja", "nou ja"),
        ("ja $", "ja hoewel"),
        ("ja hoor|$", "ja hoewel"),
        ("mag .. niet", "dat mag"),
        ("mag & niet", "dat mag"),
        ("mag & niet", "mag een twee drie vier vijf zes zeven acht negen tien niet"),
        ("mag & nee & niet", "nee een twee drie vier vijf mag zes zeven acht negen tien niet"),
    ],
)
def test_a_phrase_is_not_found(phrase: str, text: str) -> None:
    assert not Phrases(phrase, CLASSES).in_(sentences(text)[0])


def test_where_a_phrase_stands_is_told() -> None:
    spans = list(Phrases("# for the reader\n\nmag .. niet").spans(("dat", "mag", "echt", "niet")))

    assert spans == [Span(1, 4)]


def test_spans_touch_when_they_share_a_word() -> None:
    assert Span(0, 2).touches(Span(1, 3))
    assert not Span(0, 2).touches(Span(2, 3))


def test_a_phrase_never_crosses_from_one_sentence_into_the_next() -> None:
    said = sentences("Ik wil niet. Meer leven is er niet!")

    assert not any(Phrases("niet meer leven").in_(sentence) for sentence in said)


def test_words_are_made_plain() -> None:
    assert sentences("'k Wíl nie méér\u2026 zelfmoort, a.u.b.") == (
        ("ik", "wil", "niet", "meer"),
        ("zelfmoord", ",", "a", "u", "b"),
    )
    assert sentences("Neeeeee ikben 1.250 euro kwijt.help") == (
        ("nee", "ik", "ben", "1", "250", "euro", "kwijt"),
        ("help",),
    )


def test_an_ordinary_word_is_not_taken_for_one_that_weighs() -> None:
    assert sentences("minderjarige minderheid ambulant")[0] == (
        "minderjarig",
        "minderheid",
        "ambulant",
    )
