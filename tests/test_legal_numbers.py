"""A number of the law stands in the parameters and nowhere else: a text asks for it."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot.sentences.norms import UnknownNorm, in_force
from bot.sentences.texts import Texts
from bot.sentences.words import words
from calc.dated import parameters
from calc.parameterbestand import Selector

LOCALES = Path(__file__).parent.parent / "locales" / "nl"
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
COUNT = "een half|anderhalf|twee|drie|vier|vijf|zes|tien|twaalf|veertien"
UNIT = r"(?:kalender|werk)?dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|procent|kilometer"
NUMBER = re.compile(
    rf"€\s*\d[\d.,]*|\b\d[\d.,]* ?%|\b(?:\d+|{COUNT}) (?:{UNIT})\b|\b\d+ (?:{MONTH}) \d{{4}}\b"
    r"|\b(?:bedragen|tabel|grenzen|normen|rekenmodel) (?:uit|van) \d{4}\b"
)
# Examples of answers, words on buttons, and names: what a person types is no law.
NOT_TOLD = re.compile(
    r".*\.(?:not_understood|ook|kort)|.*\.optie\..*|(?:verstaan|vorm|pagina\.hint|balie\.invullen\.voorbeeld)\..*"
)
# What is no number of the law but its name, a whole, a count, or the day on which something was.
NAMED = {
    "balie.tegenspraak.erkend_met_alle_schuld": {"100%"},
    "balie.termijn.nog": {"1 dag"},
    "telegram.typ_dag": {"3 mei 2025"},
    "vraag.hulp_kind_onder_5.ask": {"5 jaar"},
    "classificatie.md": {"1 juli 2024"},
    "gbl.md": {"1 juli 2025"},
    "herstelbemiddeling.md": {"1 januari 2025"},
}


def sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for page in sorted(LOCALES.glob("*.po")):
        with page.open("rb") as file:
            found |= {str(one.id): str(one.string) for one in read_po(file) if one.id}
    for page in sorted((LOCALES / "artikelen").glob("*.md")):
        found[page.name] = page.read_text(encoding="utf-8").split("+++", 2)[2]
    return found


def typed(text: str) -> set[str]:
    return {*NUMBER.findall(TEMPLATE.sub(" ", text))}


def test_no_number_of_the_law_is_typed_in_a_sentence() -> None:
    told = {key: typed(text) for key, text in sentences().items() if not NOT_TOLD.fullmatch(key)}

    assert len(told) > 500
    assert {key: found for key, found in told.items() if found - NAMED.get(key, set())} == {}
    assert {key for key in NAMED if not told[key]} == set()


@pytest.mark.parametrize(
    "text",
    ["€ 5.000", "70%", "4 weken", "drie maanden", "1 januari 2019", "bedragen uit 2018", "2 jaar"],
)
def test_a_typed_number_is_seen(text: str) -> None:
    assert typed(f"Het gaat om {text} of meer.")


def test_a_text_asks_for_a_number_as_of_the_day_of_the_assessment() -> None:
    # The fund had no term that we know of before its rules of 2022.
    assessed = {"herkomst": {"berekend_op": "2021-01-01"}}

    assert "10 jaar" in words()("uitleg.schadefonds")
    with pytest.raises(UnknownNorm):
        words()("uitleg.schadefonds", beoordeling=assessed)


def test_a_norm_that_is_not_there_is_our_mistake() -> None:
    known = parameters()

    assert in_force(known, "licht_letsel.schade_onder", None).waarde == Decimal(5000)
    assert in_force(known, "licht_letsel.schade_onder", date(2026, 1, 1)).waarde == Decimal(5000)
    with pytest.raises(UnknownNorm):
        in_force(known, "licht_letsel.schade_onder", date(2010, 1, 1))
    with pytest.raises(UnknownNorm):
        in_force(known, "bestaat.niet", None)


def test_who_reads_a_text_as_it_was_written_reads_its_numbers() -> None:
    written = words().raw("criterium.schade.niet_gehaald")

    assert "€ 5.000" in written
    assert "norm(" not in " ".join(words().raw(key) for key in words())


def test_every_norm_that_a_text_asks_for_is_picked_by_the_day_it_is_read() -> None:
    asked = {
        name
        for text in sentences().values()
        for name in re.findall(r"(?:norm|sinds)\('([a-z0-9_.]+)'\)", text, re.IGNORECASE)
    }
    by_another_day = {
        name for name in asked if parameters().reeksen[name][-1].selector is not Selector.TODAY
    }

    assert len(asked) > 15
    # The table of one year, and the amounts of an act: one version, which holds for every day.
    assert {name for name in by_another_day if len(parameters().reeksen[name]) > 1} == set()


def test_a_number_in_a_text_changes_with_the_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    known = parameters()
    higher = {
        **known.reeksen,
        "licht_letsel.schade_onder": tuple(
            norm.__class__(**{**vars(norm), "waarde": Decimal(9000)})
            for norm in known.reeksen["licht_letsel.schade_onder"]
        ),
    }
    monkeypatch.setattr(
        "bot.sentences.norms.parameters",
        lambda: known.__class__(known.versie, known.bronnen, higher),
    )

    assert Texts()("criterium.schade.niet_gehaald") == "de schade samen € 9.000 of meer is"
