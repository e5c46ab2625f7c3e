"""Holds the texts against the code, the flow, the channels and the readers."""

import ast
import re
from datetime import date
from decimal import Decimal
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, UndefinedError, meta

from bot.sentences.texts import Texts
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.flows.intake import FLOW
from dialogs.inspection.checks import keys, labels
from dialogs.limits import LIST_ROWS, LONGEST_LABEL, LONGEST_REPLY_BUTTON, REPLY_BUTTONS
from dialogs.questions import Question

ROOT = Path(__file__).parent.parent
TEXTS = Texts()
QUESTIONS = tuple(FLOW.questions())
# A child is spoken to as a child.
TO_A_CHILD = ("vraag.vertegenwoordiger.", "veiligheid.minderjarig.")
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
# The desk puts its own part before these.
DESK_NAME = re.compile(r"naam\('[^']*'\)")


def source_of() -> dict[str, str]:
    found: dict[str, str] = {}
    for page in sorted((ROOT / "locales" / "nl").glob("*.po")):
        with page.open("rb") as file:
            found |= {str(m.id): str(m.string) for m in read_po(file) if m.id}
    return found


SOURCE = source_of()
# The first word of a key says which part it belongs to.
PARTS = {key.split(".")[0] for key in SOURCE}


# --- which keys are used -------------------------------------------------------------------------


def of_the_code() -> tuple[set[str], list[re.Pattern[str]]]:
    found: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for package in ("calc", "dialogs", "bot"):
        for page in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= keys_in(node.value)
                if isinstance(node, ast.JoinedStr):
                    patterns += pattern_of(node)
        for page in (*(ROOT / package).rglob("*.html"), *(ROOT / package).rglob("*.js")):
            text = page.read_text(encoding="utf-8")
            found |= quoted(text)
            patterns += begun(text)
    return found, patterns


def keys_in(text: str) -> set[str]:
    is_key = KEY.fullmatch(text) and text.split(".", maxsplit=1)[0] in PARTS
    return {text} if is_key else set()


def quoted(text: str) -> set[str]:
    words = re.findall(r"""["']([a-z0-9_.]+)["']""", DESK_NAME.sub("", text))
    return {word for word in words if keys_in(word)}


def pattern_of(node: ast.JoinedStr) -> list[re.Pattern[str]]:
    pieces = [
        re.escape(str(value.value)) if isinstance(value, ast.Constant) else "[a-z0-9_.]+"
        for value in node.values
    ]
    text = "".join(pieces)
    starts = isinstance(node.values[0], ast.Constant)
    first = str(node.values[0].value) if isinstance(node.values[0], ast.Constant) else ""
    if not starts or "." not in first or first.split(".")[0] not in PARTS:
        return []
    return [re.compile(text)]


def of_other_texts() -> tuple[set[str], list[re.Pattern[str]]]:
    found: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for text in SOURCE.values():
        found |= quoted(text)
        patterns += begun(text)
    return found, patterns


def begun(text: str) -> list[re.Pattern[str]]:
    """Return what a template may ask for that writes only the beginning of a key."""
    starts = re.findall(r"""["']([a-z_.]+\.)["'] ~""", text)
    return [re.compile(re.escape(start) + "[a-z0-9_.]+") for start in starts]


def test_every_key_of_the_flow_has_a_text() -> None:
    assert [key for key in keys(FLOW) if key not in TEXTS] == []


def test_every_key_in_the_code_has_a_text() -> None:
    found, _ = of_the_code()
    sure = {
        key
        for key in found | of_other_texts()[0]
        if key.split(".")[0] in {"gesprek", "bevestig", "controle", "vorm", "optie", "verstaan"}
    }

    assert [key for key in sorted(sure) if key not in TEXTS] == []


def test_every_text_is_used() -> None:
    found, patterns = of_the_code()
    more, more_patterns = of_other_texts()
    used = {*keys(FLOW), *found, *more}
    used |= {f"{key}.ook" for key in SOURCE if f"{key}.ook" in SOURCE}

    assert [
        key
        for key in SOURCE
        if key not in used
        and not any(pattern.fullmatch(key) for pattern in (*patterns, *more_patterns))
    ] == []


# --- every text renders --------------------------------------------------------------------------

LINES = [("Oorzaak", "Verkeer"), ("Wanneer", "3 mei 2026")]
FACTS = Feiten.model_validate(
    {
        "rol": "slachtoffer",
        "oorzaak": "verkeer",
        "gebeurtenis_datum": "2023-12-15",
        "verkeer": {"tegenpartij": "motorvoertuig"},
        "letsel": {"herstel_maanden": 2, "ao_dagen": 30},
        "schade": {"excl_voertuig": "1200.00"},
        "aansprakelijkheid": {"eigen_schuld_pct": 25},
        "naasten": [{"naam": "Sam", "relatie": "levensgezel"}],
    }
)
SAMPLE: dict[str, Any] = beoordeling(FACTS, date(2026, 11, 23), parameters()).model_dump(
    mode="json"
)
KNOWN: dict[str, Any] = {
    "beoordeling": SAMPLE,
    "feiten": FACTS.model_dump(mode="json"),
    "antwoord": {"rol": "naaste", "verteller": "zoon"},
    "regels": LINES,
    "recap": LINES,
    "gehoord": LINES,
    "veranderd": [("Wanneer", "3 mei 2026", "4 mei 2026")],
    "onbekend": LINES,
    "termijnen": SAMPLE["termijnen"],
    "oud": "LL",
    "nieuw": "GBL",
    "criteria": ["schade"],
    "vraag": "rol",
    "sectie": "personen",
    "over": "who",
}
# A text from another part may hold any sort of value.
TRIED = (Decimal(3), date(2026, 5, 3), "drie", ["drie"])
# The reasons of an assessment are tried with what calc gives: tests/bot/test_uitleg.py.
TRIED_ELSEWHERE = "reden."
PARSING = Environment(autoescape=False)  # noqa: S701 - plain text
PARSING.filters |= dict.fromkeys(("euro", "datum", "getal", "procent", "dagen", "maanden"), str)


# What every text may use.
ALWAYS = {"tekst", "bestaat", "norm", "sinds"}


def test_every_text_renders() -> None:
    tried = (key for key in SOURCE if not key.startswith(TRIED_ELSEWHERE))

    assert [key for key in tried if not renders_somehow(key)] == []


def renders_somehow(key: str) -> bool:
    needed = meta.find_undeclared_variables(PARSING.parse(SOURCE[key])) - ALWAYS
    names = sorted(name for name in needed if name not in KNOWN or key == "controle.regel")
    return any(renders(key, names, values) for values in product(TRIED, repeat=len(names)))


def renders(key: str, names: list[str], values: tuple[Any, ...]) -> bool:
    try:
        return TEXTS(key, **KNOWN | dict(zip(names, values, strict=True))).strip() != ""
    except (ArithmeticError, TypeError, ValueError, AttributeError, UndefinedError):
        return False


# --- what a reader and a channel can take --------------------------------------------------------


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_buttons_fit_every_channel(question: Question) -> None:
    shown = [TEXTS(key) for key in labels(question)]
    longest = LONGEST_REPLY_BUTTON if len(shown) <= REPLY_BUTTONS else LONGEST_LABEL

    assert [label for label in shown if len(label) > longest] == []
    assert len(shown) <= LIST_ROWS
    assert len(set(shown)) == len(shown)


def test_names_in_menus_and_shared_buttons_fit_every_channel() -> None:
    named = {key: words[0] for key, words in TEXTS.vocabulary().items()}

    assert {key: label for key, label in named.items() if len(label) > LONGEST_LABEL} == {}


def test_the_name_of_a_relatives_answer_counts_from_one() -> None:
    assert TEXTS("vraag.naaste_naam.kort", index=0) == "Naaste 1: naam"
    assert all(
        len(TEXTS(f"vraag.{question.id}.kort", index=11)) <= LONGEST_LABEL
        for question in QUESTIONS
    )


def test_the_button_that_keeps_an_answer_shows_it_when_there_is_room() -> None:
    assert TEXTS("optie.zo_laten", vorige="3 mei 2026") == "Zo laten: 3 mei 2026"
    assert TEXTS("optie.zo_laten", vorige="tussen € 1.000 en € 2.000") == "Zo laten"


def test_the_same_words_never_stand_for_two_buttons_of_one_question() -> None:
    vocabulary = TEXTS.vocabulary()

    def words(label: str) -> set[str]:
        return {word.casefold() for word in vocabulary[label]}

    assert [
        (question.id, one, other)
        for question in QUESTIONS
        for one, other in combinations(labels(question), 2)
        if words(one) & words(other)
    ] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
@pytest.mark.parametrize("index", [None, 0, 1])
def test_a_question_is_short_and_asks_one_thing(question: Question, index: int | None) -> None:
    asked = TEXTS(f"vraag.{question.id}.ask", index=index)
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", asked) if part]

    assert len(sentences) <= 3
    assert all(len(sentence.split()) <= 25 for sentence in sentences)
    assert asked.count("?") <= 1


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_what_was_not_understood_is_answered_in_one_line_that_helps(question: Question) -> None:
    said = TEXTS(f"vraag.{question.id}.not_understood")

    assert "\n" not in said
    assert re.search(r"bijvoorbeeld|[Kk]ies", said)


def test_grown_ups_are_spoken_to_with_u() -> None:
    familiar = re.compile(r"\b(jij|je|jou|jouw)\b", re.IGNORECASE)

    assert [
        key
        for key, text in SOURCE.items()
        if familiar.search(text) and not key.endswith(".ook") and not key.startswith(TO_A_CHILD)
    ] == []


def test_no_text_promises_or_judges() -> None:
    wrong = re.compile(
        r"\b(gegarandeerd|u heeft recht op|uw schuld|eigen schuld|verjaard)\b", re.IGNORECASE
    )
    own = [key for key in SOURCE if TEXTS.source(key) in ("vragen.po", "gesprek.po")]

    assert [key for key in own if wrong.search(SOURCE[key])] == []
