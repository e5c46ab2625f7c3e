from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from bot.sentences.texts import BadTexts, Texts, UnknownText

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FORMS = """
msgid "vorm.onbekend"
msgstr "onbekend"

msgid "vorm.tussen"
msgstr "tussen {{ van }} en {{ tot }}"

msgid "vorm.vanaf"
msgstr "vanaf {{ van }}"

msgid "vorm.hoogstens"
msgstr "hoogstens {{ tot }}"

msgid "vorm.dag"
msgstr "{{ aantal }} dag"

msgid "vorm.dag_meer"
msgstr "{{ aantal }} dagen"

msgid "vorm.maand"
msgstr "{{ aantal }} maand"

msgid "vorm.maand_meer"
msgstr "{{ aantal }} maanden"

"""

Made = Callable[..., Texts]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def make(**pages: str) -> Texts:
        folder = tmp_path / "nl"
        folder.mkdir(exist_ok=True)
        for name, content in pages.items():
            (folder / f"{name}.po").write_text(HEADER + content, encoding="utf-8")
        return Texts(locales=tmp_path)

    return make


def entry(key: str, text: str) -> str:
    return f'msgid "{key}"\nmsgstr "{text}"\n\n'


def test_a_text_is_found_whichever_file_it_stands_in(made: Made) -> None:
    texts = made(een=entry("a.b", "Een"), twee=entry("c.d", "Twee"))

    assert texts("a.b") == "Een"
    assert texts("c.d") == "Twee"
    assert "a.b" in texts
    assert "x.y" not in texts
    assert texts.source("c.d") == "twee.po"
    assert list(texts) == ["a.b", "c.d"]


def test_a_missing_key_is_an_error_that_names_it(made: Made) -> None:
    texts = made(een=entry("a.b", "Een"))

    with pytest.raises(UnknownText, match=r"geen\.tekst"):
        texts("geen.tekst")


def test_a_forgotten_value_is_an_error_and_never_a_hole_in_the_sentence(made: Made) -> None:
    texts = made(een=entry("a.b", "U zei {{ waarde }}."))

    assert texts("a.b", waarde="ja") == "U zei ja."
    with pytest.raises(UndefinedError, match="waarde"):
        texts("a.b")


def test_what_a_person_typed_is_put_in_as_it_is_and_never_read_as_a_template(made: Made) -> None:
    texts = made(een=entry("a.b", "U zei {{ waarde }}."))

    assert texts("a.b", waarde="<b>{{ 7 * 7 }} & co</b>") == "U zei <b>{{ 7 * 7 }} & co</b>."


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"een": entry("a.b", "Een") + entry("a.b", "Twee")}, r"een\.po: a\.b stands there twice"),
        ({"een": entry("a.b", "Een"), "twee": entry("a.b", "X")}, r"twee\.po: a\.b .* een\.po"),
        ({"een": entry("a.b", "")}, r"een\.po: a\.b has no text"),
        ({"een": entry("a.b", "{{ waarde")}, r"een\.po: a\.b is no jinja2 template"),
        ({"een": entry("a.b", "{{ 1 | dukaat }}")}, r"een\.po: a\.b is no jinja2 template"),
        ({"een": "msgid\n"}, r"een\.po"),
    ],
)
def test_a_bad_file_stops_the_start_and_says_where(
    made: Made, pages: dict[str, str], said: str
) -> None:
    with pytest.raises(BadTexts, match=said):
        made(**pages)


def test_a_language_without_texts_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()

    with pytest.raises(BadTexts, match=r"no \.po file"):
        Texts(locales=tmp_path)


@pytest.mark.parametrize(
    ("template", "value", "written"),
    [
        ("{{ x | euro }}", Decimal("1250.00"), "€ 1.250"),
        ("{{ x | euro }}", "1250.50", "€ 1.250,50"),
        ("{{ x | euro }}", 0, "€ 0"),
        ("{{ x | datum }}", date(2026, 5, 3), "3 mei 2026"),
        ("{{ x | datum }}", "2026-05-03", "3 mei 2026"),
        ("{{ x | getal }}", Decimal("1234.5"), "1.234,5"),
        ("{{ x | procent }}", "33.5", "33,5%"),
        ("{{ x | dagen }}", 1, "1 dag"),
        ("{{ x | dagen }}", 3, "3 dagen"),
        ("{{ x | maanden }}", "1.5", "1,5 maanden"),
        ("{{ x | maanden }}", Decimal("1.0"), "1 maand"),
        ("{{ x | euro }}", {"van": "500", "tot": "800"}, "tussen € 500 en € 800"),
        ("{{ x | maanden }}", {"van": "7", "tot": None}, "vanaf 7 maanden"),
        ("{{ x | dagen }}", {"van": None, "tot": 3}, "hoogstens 3 dagen"),
        ("{{ x | dagen }}", {"van": 3, "tot": 3}, "3 dagen"),
        # A range is written roundly, and never narrower than it is.
        ("{{ x | maanden }}", {"van": "4.8", "tot": "7.21"}, "tussen 4,5 en 7,5 maanden"),
        ("{{ x | maanden }}", "4.8", "4,8 maanden"),
        ("{{ x | dagen }}", {"van": "145.92", "tot": "218.88"}, "tussen 145 en 219 dagen"),
        ("{{ x | euro }}", None, "onbekend"),
    ],
)
def test_values_are_written_the_dutch_way(
    made: Made, template: str, value: Any, written: str
) -> None:
    texts = made(vorm=FORMS, een=entry("a.b", template))

    assert texts("a.b", x=value) == written


def test_a_range_of_the_facts_is_written_as_a_range(made: Made) -> None:
    class Range:
        van = Decimal(2)
        tot = Decimal(4)

    texts = made(vorm=FORMS, een=entry("a.b", "{{ x | maanden }}"))

    assert texts("a.b", x=Range()) == "tussen 2 en 4 maanden"


def test_a_text_may_name_another_text(made: Made) -> None:
    texts = made(een=entry("a.b", "{{ tekst('c.d') if bestaat('c.d') }}") + entry("c.d", "Daar"))

    assert texts("a.b") == "Daar"


def test_the_vocabulary_holds_labels_with_what_people_type_instead(made: Made) -> None:
    texts = made(
        een=entry("optie.ja", "Ja")
        + entry("optie.ja.ook", "jazeker | klopt ||")
        + entry("vraag.rol.optie.naaste", "Een naaste")
        + entry("vraag.rol.ask", "Wie bent u?")
        + entry("vraag.rol.kort", "Wie u bent")
        + entry("sectie.letsel.title", "Uw letsel")
        + entry("commando.stop", "Stoppen")
    )

    assert texts.vocabulary() == {
        "optie.ja": ("Ja", "jazeker", "klopt"),
        "vraag.rol.optie.naaste": ("Een naaste",),
        "vraag.rol.kort": ("Wie u bent",),
        "sectie.letsel.title": ("Uw letsel",),
        "commando.stop": ("Stoppen",),
    }
