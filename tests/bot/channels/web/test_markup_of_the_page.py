import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.markup import linked, plain, prose, question


def links(text: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', str(prose(text)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Bel direct 112. Ik kan geen hulp sturen.", ["tel:112"]),
        ("Bel dan 113, gratis en dag en nacht, of chat op 113.nl.", ["tel:113", "https://113.nl"]),
        ("Slachtofferhulp Nederland: 0900-0101.", ["tel:09000101"]),
        ("Veilig Thuis: 0800-2000, gratis.", ["tel:08002000"]),
        ("Bel 0800-0113 of 0900-8844", ["tel:08000113", "tel:09008844"]),
        ("Perspectief: 030-2340045", ["tel:0302340045"]),
        ("ANWB 088 269 77 66", ["tel:0882697766"]),
        ("Kijk op slachtofferhulp.nl/hulp, dat helpt", ["https://slachtofferhulp.nl/hulp"]),
        ("Zie https://www.politie.nl/aangifte.", ["https://www.politie.nl/aangifte"]),
        ("Mail balie@example.nl of bel.", ["mailto:balie@example.nl"]),
    ],
)
def test_help_can_be_reached_with_one_tap(text: str, numbers: list[str]) -> None:
    assert links(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "De schade is € 112.",
        "Ongeveer €113,50",
        "artikel 6:112 BW",
        "artikel 112 van de wet",
        "Stb. 2018, 133",
        "op 11-2-2026 en 112 euro is 112,50",
        "LW-2026-000112",
        "Reis: 112\nHulp: 113\nKleding: 112",
    ],
)
def test_a_number_that_is_not_to_call_stays_a_number(text: str) -> None:
    assert [link for link in links(text) if link.startswith("tel:")] == []


def test_three_facts_in_a_row_become_a_list_of_facts() -> None:
    shown = str(prose("Dit heb ik:\nRol: ikzelf\nDatum: 3 mei\nLetsel: arm <b>\n\nKlopt dit?"))

    assert shown == (
        "<p>Dit heb ik:</p><dl><div><dt>Rol</dt><dd>ikzelf</dd></div>"
        "<div><dt>Datum</dt><dd>3 mei</dd></div>"
        "<div><dt>Letsel</dt><dd>arm &lt;b&gt;</dd></div></dl><p>Klopt dit?</p>"
    )


def test_an_answer_in_several_lines_stays_with_its_fact() -> None:
    shown = str(prose("Rol: ikzelf\nVerhaal: ik viel\nop mijn arm\nLetsel: arm\nMeer?"))

    assert "<dt>Verhaal</dt><dd>ik viel<br>op mijn arm</dd>" in shown
    assert shown.endswith("<dd>arm</dd></div></dl><p>Meer?</p>")


def test_a_source_is_no_fact() -> None:
    shown = str(prose("Jan: € 1\nPiet: € 2\nKees: € 3\nBron: Besluit."))

    assert shown.endswith('</dl><p class="bron">Bron: Besluit.</p>')


def test_an_amount_stays_on_one_line() -> None:
    assert str(prose("samen € 1.250")) == "<p>samen €\N{NO-BREAK SPACE}1.250</p>"


def test_two_lines_with_a_colon_are_still_a_paragraph() -> None:
    assert str(prose("Let op: dit.\nEn: dat.")) == "<p>Let op: dit.</p><p>En: dat.</p>"


def test_a_source_stands_apart() -> None:
    assert str(prose("Uitleg.\nBron: artikel 3:310 BW.")) == (
        '<p>Uitleg.</p><p class="bron">Bron: artikel 3:310 BW.</p>'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wat is uw geboortedatum?", '<p class="question">Wat is uw geboortedatum?</p>'),
        ("Wanneer? Ongeveer mag.", '<p class="question">Wanneer?</p><p>Ongeveer mag.</p>'),
        ("Goed.\nZo. En nu?", '<p>Goed.</p><p>Zo.</p><p class="question">En nu?</p>'),
        ("Kies een onderdeel.", '<p class="question">Kies een onderdeel.</p>'),
    ],
)
def test_the_sentence_that_asks_stands_out(text: str, shown: str) -> None:
    assert str(question(text)) == shown


def test_own_words_keep_their_lines_and_become_no_links() -> None:
    assert str(plain("ik bel 112\n<i>nu</i>")) == "ik bel 112<br>&lt;i&gt;nu&lt;/i&gt;"


@given(st.text())
def test_nothing_that_is_said_becomes_markup(text: str) -> None:
    ours = re.compile(r"</?(p|br|dl|div|dt|dd)( class=\"(bron|question)\")?>|<a [^<>]*>|</a>")

    for shown in (prose(text), question(text), plain(text), linked(text)):
        assert "<" not in ours.sub("", str(shown))
        assert ">" not in ours.sub("", str(shown))


@given(st.text(alphabet="0123 -.:€a@/nl\"'<>&"))
def test_no_address_leaves_its_attribute(text: str) -> None:
    for link in re.findall(r"<a [^>]*>", str(prose(text))):
        assert re.fullmatch(
            r'<a (class="bel" )?href="(tel:\d+|mailto:[^"<>]+|https?://[^"<>]+)"'
            r'( target="_blank" rel="noopener noreferrer")?>',
            link,
        )
